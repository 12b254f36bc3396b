"""Words that only a text tells, found in it without building a pattern for each."""

from __future__ import annotations

from collections.abc import Iterator


def has_words(words: str, text: str) -> bool:
    """Whether words stand whole in a text: “Larn”, but not in “Larnford”."""
    return next(places_of(words, text), None) is not None


def places_of(words: str, text: str) -> Iterator[int]:
    """Where words stand whole in a text."""
    return (place for place in _found(words, text) if _is_border(text, place) and _is_border(text, place + len(words)))


def stands_amid(words: str, text: str) -> bool:
    """Whether a text has words amid a sentence, where a capital makes them a name."""
    lead = f" {words}"
    places = (place for place in _found(lead, text) if _is_border(text, place + len(lead)))
    return any("a" <= text[place - 1] <= "z" or text[place - 1] == "," for place in places if place)


def _found(words: str, text: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _is_border(text: str, place: int) -> bool:
    """Whether a word begins or ends at a place, so that letters stand on one side of it alone."""
    return _is_of_word(text[place - 1 : place] if place else "") != _is_of_word(text[place : place + 1])


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
