"""Words in the form in which two claims share them: a common sense, an irregular verb's base, or else a stem."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon
from digests.lexicon.patterns import STEM

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
    sense = _sense(word, lexicon)
    if sense is None and (word in _plain(lexicon) or word.partition("-")[0] in lexicon.numbers.units):
        return None
    return sense or Term(_irregular(lexicon).get(word) or stem_of(word, lexicon))


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


def _sense(word: str, lexicon: Lexicon) -> Term | None:
    """The sense of a word that stands in the lexicon; of several the first."""
    senses = _senses(lexicon)
    rows = [senses.stems[word[:end]] for end in range(1, len(word) + 1) if word[:end] in senses.stems]
    if word in senses.words:
        rows.append(senses.words[word])
    return min(rows)[1] if rows else None


class _Senses(NamedTuple):
    words: dict[str, tuple[int, Term]]
    stems: dict[str, tuple[int, Term]]


@functools.cache
def _senses(lexicon: Lexicon) -> _Senses:
    """Each word that has a sense, and each stem of words that have, with how early it stands."""
    senses = _Senses({}, {})
    for number, (name, signed) in enumerate(lexicon.events.senses.items()):
        for sign, words in zip((1, -1), signed, strict=True):
            for word in words:
                table = senses.stems if word.endswith(STEM) else senses.words
                table.setdefault(word.removesuffix(STEM), (number, Term(name, sign)))
    return senses


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
