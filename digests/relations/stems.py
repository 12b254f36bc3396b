"""Words in the form in which two claims share them: a common sense, an irregular verb's base, or else a stem."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either

LONGEST = 7  #: what of a stem counts; longer words differ in their endings alone
_LEAST = 3  #: letters that are left of a word when an ending is cut off
_MADE = "at"  #: what “vaccinated” has between its stem and its ending, and “vaccination” within it
_LONG = 6  #: letters from which that is no part of the stem
_DOUBLED = re.compile(r"(.)\1$")


class Term(NamedTuple):
    """A word as it is compared, and whether it says the opposite of its sense."""

    stem: str
    sign: int = 1


@functools.lru_cache(maxsize=100_000)
def term_of(word: str, lexicon: Lexicon) -> Term | None:
    """The term of a word in lower case; none where it is too common to tell anything."""
    if word in _plain(lexicon):
        return None
    sense = _senses(lexicon).fullmatch(word)
    if sense:
        return _signs(lexicon)[sense.lastgroup or ""]
    return Term(_irregular(lexicon).get(word) or stem_of(word, lexicon))


def phrase_term(first: str, second: str, lexicon: Lexicon) -> Term | None:
    """The term of two words that have a sense together."""
    return _phrases(lexicon).get((first, second))


def stem_of(word: str, lexicon: Lexicon) -> str:
    """A word without its ending."""
    for ending in lexicon.events.endings:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = _DOUBLED.sub(r"\1", word.removesuffix(ending)) + ("y" if ending in {"ies", "ied"} else "")
            break
    stem = _DOUBLED.sub(r"\1", word.rstrip("e"))
    return (stem.removesuffix(_MADE) if len(stem) >= _LONG else stem)[:LONGEST] or word


@functools.cache
def _senses(lexicon: Lexicon) -> re.Pattern[str]:
    alternatives = [
        f"(?P<s{number}_{sign > 0}>{either(words)})"
        for number, (happening, opposite) in enumerate(lexicon.events.senses.values())
        for sign, words in ((1, happening), (-1, opposite))
        if words
    ]
    return re.compile("|".join(alternatives))


@functools.cache
def _signs(lexicon: Lexicon) -> dict[str, Term]:
    names = enumerate(lexicon.events.senses)
    return {f"s{number}_{sign > 0}": Term(name, sign) for number, name in names for sign in (1, -1)}


@functools.cache
def _phrases(lexicon: Lexicon) -> dict[tuple[str, str], Term]:
    rows = (
        (name, phrase.split(), sign)
        for name, all_of in lexicon.events.phrases.items()
        for phrase, sign in all_of.items()
    )
    return {(words[0], words[1]): Term(name, sign) for name, words, sign in rows}


@functools.cache
def _irregular(lexicon: Lexicon) -> dict[str, str]:
    return {form: stem_of(base, lexicon) for base, forms in lexicon.events.irregular.items() for form in forms}


@functools.cache
def _plain(lexicon: Lexicon) -> frozenset[str]:
    grammar, calendar = lexicon.grammar, lexicon.calendar
    return frozenset().union(
        grammar.articles, grammar.auxiliaries, grammar.modals, grammar.prepositions, grammar.longer_prepositions,
        grammar.subjects, grammar.possessives, grammar.object_pronouns, grammar.demonstratives, grammar.first_person,
        grammar.indefinite_pronouns, grammar.existentials, grammar.relative_pronouns, grammar.relative_adverbs,
        grammar.question_adverbs, grammar.complementizers, grammar.coordinators, grammar.additions,
        grammar.linking_verbs, calendar.weekdays, calendar.months, lexicon.events.plain, lexicon.events.light,
        lexicon.numbers.units,
        lexicon.numbers.scales,
    )  # fmt: skip
