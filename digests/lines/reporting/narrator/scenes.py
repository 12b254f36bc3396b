"""Whether a phrase tells when, where or by what means somebody really spoke, and of no stage or story."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either

_WORD = re.compile(r"[\w’'&-]+|,")


class _Patterns(NamedTuple):
    opening: re.Pattern[str]  #: “In the”
    ending: re.Pattern[str]  #: what a noun phrase ends before: “of”, “that”
    part: re.Pattern[str]  #: a participle or an adverb behind a noun: “a letter sent later”
    deed: re.Pattern[str]  #: a deed instead of a noun: “In voicing its doubts”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar = lexicon.grammar
    endings = either(
        grammar.prepositions, grammar.longer_prepositions, grammar.relative_pronouns, grammar.relative_adverbs,
        grammar.settings, grammar.coordinators, grammar.measuring,
    )  # fmt: skip
    objects = either(grammar.articles, grammar.possessives, grammar.prepositions)
    return _Patterns(
        deed=re.compile(rf"\w+ing\s+(?:{objects})\b"),
        opening=re.compile(rf"\W*(?:{either(lexicon.circumstances.stage_prepositions)})\s+", re.IGNORECASE),
        ending=re.compile(rf"(?:{endings}|,)", re.IGNORECASE),
        part=re.compile(
            rf"[a-z]+(?:{either(grammar.verb_endings)})"
            rf"|{either(grammar.past_forms, grammar.past_participles, lexicon.circumstances.adverbs)}"
        ),
    )


def is_of_stage(phrase: str, lexicon: Lexicon) -> bool:
    """Whether a phrase behind “in”, “at” or “during” has for its noun what may be a stage: “In the trailer, …”."""
    patterns = _patterns(lexicon)
    opening = patterns.opening.match(phrase)
    if opening is None or phrase[opening.end() :].split(" ", 1)[0].lower() in lexicon.frames.questions:
        return False
    if patterns.deed.match(phrase, opening.end()):
        return False
    words: list[str] = _WORD.findall(phrase[opening.end() :])
    last = next((i for i, word in enumerate(words) if patterns.ending.fullmatch(word)), len(words))
    noun = words[:last]
    if len(noun) > 1 and noun[-1].lower() in lexicon.calendar.weekdays and noun[-2] not in lexicon.grammar.articles:
        noun = noun[:-1]
    while len(noun) > 1 and not _is_setting(noun[-1], lexicon) and patterns.part.fullmatch(noun[-1]):
        noun = noun[:-1]
    return bool(noun) and not _is_setting(noun[-1], lexicon)


def _is_setting(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun is known as a place, an occasion, a time or a document, or is a name or a number."""
    words, calendar = lexicon.circumstances, lexicon.calendar
    known = (words.settled_nouns, words.occasions, words.audiences, lexicon.claimants.documents)
    units = (calendar.units, calendar.plural_units, lexicon.grammar.demonstratives, lexicon.numbers.units)
    forms = {noun, f"{noun}s", noun.removesuffix("s")}
    return not noun[0].islower() or any(not forms.isdisjoint(nouns) for nouns in (*known, *units))
