"""Whose a speaker is by the name beside theirs: “of Holm Ventures”, “FiveCity” of “FiveCity’s Ann Bo”."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.actors import ActorIndex, PersonName
from digests.lexicon import Lexicon, either
from digests.text.folding import fold
from digests.text.name_words import UPPER, name_words, point

_MOST_CHARS = 72  #: of a name
_NEAR = 40  #: characters before a name


class _Patterns(NamedTuple):
    trailing: re.Pattern[str]  #: “ of Holm Ventures”, “, 41, with the Larn weather office”, “, at Alto Markets”
    said_after: re.Pattern[str]  #: a verb of saying behind that, or behind what is set off there
    said_before: re.Pattern[str]  #: one right before the name
    owner: re.Pattern[str]  #: “FiveCity’s ” right before the name: one word whose capitals make it no person’s


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, verbs, own_point = lexicon.grammar, lexicon.verbs, point(lexicon)
    word = rf"(?:{UPPER}|\d)(?:{own_point}|[\w&-]|[’'](?!s\b))*"
    name = rf"{word}(?:\s(?:(?:{name_words(lexicon)})\s){{0,2}}{word})*(?![’'‘`\w])"
    saying = either(verbs.saying, verbs.inverted, verbs.telling)
    prepositions = either(grammar.prepositions, grammar.longer_prepositions)
    return _Patterns(
        trailing=re.compile(
            rf"(?:,\s\d\d)?,?\s(?P<words>(?:{either(lexicon.descriptions.siding)}"
            rf"|(?<=,\s)(?:{either(lexicon.descriptions.workplace_prepositions)}))\s"
            rf"(?:(?:{either(grammar.definite_articles)})\s)?(?P<name>(?:{word}[’'‘`]s\s)?{name}))"
            rf"(?=[,.;]|\s(?:{saying}|{prepositions})\b)"
        ),
        said_after=re.compile(rf"(?:,?\s[^,.;“”\"\n]{{3,90}})?,?\s(?:{saying})\b"),
        said_before=re.compile(rf"\b(?:{saying})\s$"),
        owner=re.compile(
            r"(?:^|[\s“\"(])(?P<name>(?!Mac?[A-Z]|Mc)(?:[A-Z]{3,5}|[A-Z][a-z]+(?:[A-Z][a-z]+)+))[’'‘`]s\s$"
        ),
    )


def origin_of(text: str, name: PersonName, index: ActorIndex, lexicon: Lexicon) -> str | None:
    """The body or place right behind a full name of somebody who speaks, or else the body that owns it before."""
    if name.bare:
        return None
    return _trailing(text, name, lexicon) or _before(text, name, index, lexicon)


def _trailing(text: str, name: PersonName, lexicon: Lexicon) -> str | None:
    """“of Larn”; a body by its noun stands for itself: “Larn Chamber of Trade”."""
    patterns = _patterns(lexicon)
    match = patterns.trailing.match(text, name.end)
    if match is None or len(match["words"]) > _MOST_CHARS:
        return None
    is_set_off = match[0].startswith(",") and text.startswith(",", match.end())
    is_speaker = patterns.said_after.match(text, match.end("words")) or patterns.said_before.search(
        text, max(0, name.start - _NEAR), name.start
    )
    words = set(fold(match["name"]).split())
    if not (is_speaker or is_set_off) or not words.isdisjoint((*lexicon.calendar.months, *lexicon.calendar.weekdays)):
        return None
    nouns = lexicon.descriptions.bodies | lexicon.bodies.company_endings
    return match["name"] if not words.isdisjoint(nouns) else " ".join(match["words"].split())


def _before(text: str, name: PersonName, index: ActorIndex, lexicon: Lexicon) -> str | None:
    match = _patterns(lexicon).owner.search(text, max(0, name.start - _NEAR), name.start)
    return match["name"] if match and index.state_of(match["name"]) is None else None
