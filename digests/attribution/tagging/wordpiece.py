"""BERT's uncased WordPiece with character offsets, on the standard library alone."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import NamedTuple

from digests.models import Span

_LONGEST_WORD = 100
_UNKNOWN = "[UNK]"
FIRST_MARK, LAST_MARK = 101, 102  #: ids of [CLS] and [SEP]


class Piece(NamedTuple):
    """A word piece: its id, its characters, and whether it begins a word."""

    id: int
    start: int
    end: int
    first: bool


class WordPiece:
    """Cuts text into the pieces of a vocabulary, greedily, longest first."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._ids[_UNKNOWN]
        self._cut = functools.lru_cache(maxsize=65_536)(self._cut_word)
        self.ids = functools.lru_cache(maxsize=64)(self._ids_of)  # those of a headline are asked for with each line

    def encode(self, text: str, span: Span) -> list[Piece]:
        """The pieces of a stretch of a text; offsets are into the whole text."""
        return [piece for word in _words(text, span) for piece in self._pieces(text, word)]

    def _ids_of(self, text: str) -> tuple[int, ...]:
        """The ids of a text's pieces."""
        return tuple(piece.id for piece in self.encode(text, (0, len(text))))

    def _pieces(self, text: str, word: Span) -> Iterator[Piece]:
        start, end = word
        surface = text[start:end]
        if surface.isascii():
            for number, (piece, first, last) in enumerate(self._cut(surface.lower())):
                yield Piece(piece, start + first, start + last, number == 0)
            return
        letters, places = _fold_word(surface)
        for number, (piece, first, last) in enumerate(self._cut(letters) if letters else ()):
            yield Piece(piece, start + places[first], start + places[last - 1] + 1, number == 0)

    def _cut_word(self, word: str) -> tuple[tuple[int, int, int], ...]:
        unknown = ((self._unknown, 0, len(word)),)
        if len(word) > _LONGEST_WORD:
            return unknown
        pieces = []
        start = 0
        while start < len(word):
            longest = self._longest(word, start)
            if longest is None:
                return unknown
            pieces.append((longest[0], start, longest[1]))
            start = longest[1]
        return tuple(pieces)

    def _longest(self, word: str, start: int) -> tuple[int, int] | None:
        mark = "##" if start else ""
        for end in range(len(word), start, -1):
            number = self._ids.get(mark + word[start:end])
            if number is not None:
                return number, end
        return None


def vocabulary() -> list[str]:
    """The pieces of the packaged vocabulary, in order of their ids."""
    return resources.files(__package__).joinpath("vocab.txt").read_text(encoding="utf-8").splitlines()


@functools.cache
def load_wordpiece() -> WordPiece:
    """The WordPiece of the packaged vocabulary, one for all networks of a process."""
    return WordPiece(vocabulary())


@functools.lru_cache(maxsize=4096)
def _is_punctuation(char: str) -> bool:
    if char.isascii():
        return char.isprintable() and not char.isalnum() and char != " "
    return unicodedata.category(char).startswith("P")


def _words(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    first = -1
    for place in range(start, end):
        char = text[place]
        if char.isalnum():
            if first < 0:
                first = place
            continue
        mark = _is_punctuation(char)
        if not mark and not char.isspace():
            first = place if first < 0 else first
            continue
        if first >= 0:
            yield first, place
            first = -1
        if mark:
            yield place, place + 1
    if first >= 0:
        yield first, end


def _fold_word(word: str) -> tuple[str, list[int]]:
    """A word in lower case without marks and controls, and for each letter the place it came from."""
    letters = []
    places = []
    for place, char in enumerate(word):
        for part in unicodedata.normalize("NFD", char.lower()):
            if unicodedata.category(part) not in {"Mn", "Cc", "Cf", "Cs"}:
                letters.append(part)
                places.append(place)
    return "".join(letters), places
