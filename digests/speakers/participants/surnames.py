"""Where a text calls somebody by a last name of several parts: “Abu Amin”, “Holm-Orr”, “De la Cruz”."""

from __future__ import annotations

import re

from digests.actors import PersonName
from digests.actors.runs import plain_word

_NEAR = 30  #: characters before a name
_WORD_BEFORE = re.compile(r"([\w’'.-]+)[ \u00a0]$")


def by_surname(text: str, name: PersonName) -> list[PersonName]:
    """The places at which the end of a full name stands alone, if that is more than its last word."""
    words = name.name.split()
    ends = [" ".join(words[n:]) for n in range(1, len(words)) if n < len(words) - 1 or "-" in words[n]]
    places = (match.span() for end in ends for match in _written(end).finditer(text))
    return [
        PersonName(*span, text[slice(*span)], bare=True, lexicon=name.lexicon)
        for span in places
        if _is_alone(text, span[0], name)
    ]


def _written(words: str) -> re.Pattern[str]:
    """Words, be it with a capital at the beginning of a sentence."""
    return re.compile(rf"(?<![\w’'-])[{words[0].lower()}{words[0].upper()}]{re.escape(words[1:])}(?![\w-])")


def _is_alone(text: str, start: int, name: PersonName) -> bool:
    """Whether no other part of a name stands right before a place, be there a title."""
    match = _WORD_BEFORE.search(text, max(0, start - _NEAR), start)
    word = match[1] if match else ""
    is_name = word[:1].isupper() or word in name.lexicon.persons.particles
    return not is_name or word.endswith(".") or plain_word(word) in name.lexicon.persons.titles
