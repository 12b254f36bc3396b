"""Names that are other words too: “April Bo”, “Sunday Bo”, “Will Bo”, “Ann March”."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Span

_MARKS = ".,’'"
_BEFORE = 40  #: characters before a name
_BEGINS = re.compile(r"(?:^|[.!?:][”\"’]?\s|\n)\s*[“\"‘]?$")
_SET_OFF = re.compile(r"\w, $")
_DAY = re.compile(r",?\s\d")
_SENTENCE_END = re.compile(r"[.!?\n]")


class _Patterns(NamedTuple):
    role_before: re.Pattern[str]  #: “the crane operator ” before a name
    saying_before: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    persons = lexicon.persons
    nouns = either(persons.occupations, (t for t in persons.titles if len(t) > 2), persons.kin)
    endings = either(lexicon.sources.person_endings)
    return _Patterns(
        role_before=re.compile(rf"\b(?:{nouns}|[a-z]{{3,}}(?:{endings})) $", re.IGNORECASE),
        saying_before=re.compile(rf"\b(?:{either(lexicon.verbs.inverted)}) $"),
    )


def is_borrowed(text: str, tokens: Sequence[Span], place: int, lexicon: Lexicon) -> bool:
    """Whether one of some capitalised words in a row, a day, a month or “Will”, is part of a person's name there."""
    if text[slice(*tokens[place])].strip(_MARKS).lower() not in lexicon.persons.borrowed:
        return False
    tokens, place = tokens[max(0, place - 2) : place + 2], min(place, 2)
    words = [text[start:end].strip(_MARKS).lower() for start, end in tokens]
    return _is_given(text, tokens, words, place, lexicon) or _is_surname(text, tokens, words, place, lexicon)


def _is_given(text: str, tokens: Sequence[Span], words: Sequence[str], place: int, lexicon: Lexicon) -> bool:
    """Whether a surname follows, and what stands before leads to a person."""
    persons, days = lexicon.persons, lexicon.calendar.weekdays
    following = words[place + 1] if place + 1 < len(words) else ""
    is_place = following in persons.place_or_body and following not in persons.surnames
    is_other = is_place or following in persons.not_names or following in persons.titles
    if not following or is_other or text[slice(*tokens[place + 1])].isupper() or not following.isalpha():
        return False
    if place:
        return words[place - 1] in persons.titles
    start = tokens[0][0]
    lead = text[max(0, start - _BEFORE) : start]
    if _BEGINS.search(lead):
        return words[0] not in lexicon.grammar.modals or not _asks(text, start)
    patterns = _patterns(lexicon)
    if patterns.role_before.search(lead) or _SET_OFF.search(lead):
        return True
    return words[0] not in days and patterns.saying_before.search(lead) is not None


def _asks(text: str, start: int) -> bool:
    """Whether the sentence is a question: “Will Ukraine join?”."""
    end = _SENTENCE_END.search(text, start)
    return end is not None and end[0] == "?"


def _is_surname(text: str, tokens: Sequence[Span], words: Sequence[str], place: int, lexicon: Lexicon) -> bool:
    """Whether a month ends a name that a given name, or a title and another word, begins."""
    persons = lexicon.persons
    is_month = words[place] in lexicon.calendar.months
    if not is_month or place == 0 or _DAY.match(text, tokens[place][1]):
        return False
    if words[place] not in lexicon.calendar.names_too:  # “said Carl January”
        first = tokens[place - 1][0]
        citing = _patterns(lexicon).saying_before.search(text, max(0, first - _BEFORE), first)
        return words[place - 1] in persons.given_names and citing is not None
    is_titled = place > 1 and words[place - 2] in persons.titles and words[place - 1] not in persons.titles
    return words[place - 1] in persons.given_names or is_titled
