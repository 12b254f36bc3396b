"""Text as the tagger reads it: windows of whole paragraphs, at most 256 word pieces long."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from digests.attribution.tagging.wordpiece import Piece, WordPiece
from digests.models import Span
from digests.text.quotations import quotations
from digests.text.sentences import paragraphs

WINDOW = 256
_LONGEST = WINDOW - 2  # beside the marks at both ends
_SHORTEST = 60  # a long paragraph is not cut before this piece
_ENDINGS = frozenset('.!?”"')


class Block(NamedTuple):
    """A paragraph, or a part of one too long for a window: its pieces and the feature of each."""

    pieces: list[Piece]
    features: list[int]


def blocks(text: str, wordpiece: WordPiece) -> Iterator[Block]:
    """The paragraphs of a text as word pieces; one longer than a window is cut, at a sentence's end if it can be."""
    quotation_spans = quotations(text)
    starts = [start for start, _ in quotation_spans]
    for paragraph in paragraphs(text):
        pieces = wordpiece.encode(text, paragraph)
        while pieces:
            cut = _cut(text, pieces)
            part, pieces = pieces[:cut], pieces[cut:]
            yield Block(part, [_feature(text, piece, quotation_spans, starts) for piece in part])


def windows(parts: Iterable[Block]) -> Iterator[list[Block]]:
    """Packs blocks, in order, into windows; each block and each window takes one mark more."""
    window: list[Block] = []
    size = 1
    for block in parts:
        if window and size + len(block.pieces) + 1 > WINDOW:
            yield window
            window, size = [], 1
        window.append(block)
        size += len(block.pieces) + 1
    if window:
        yield window


def _cut(text: str, pieces: Sequence[Piece]) -> int:
    if len(pieces) <= _LONGEST:
        return len(pieces)
    for number in range(_LONGEST - 1, _SHORTEST - 1, -1):
        if text[pieces[number].start] in _ENDINGS:
            return number + 1
    return _LONGEST


def _feature(text: str, piece: Piece, quotation_spans: Sequence[Span], starts: Sequence[int]) -> int:
    """The case of a piece (lower, title, upper) and whether it stands in a quotation, as one of six numbers."""
    number = bisect_right(starts, piece.start) - 1
    in_quotation = number >= 0 and piece.start < quotation_spans[number][1]
    return 2 * _case(text[piece.start : piece.end]) + in_quotation


def _case(surface: str) -> int:
    if not surface[:1].isupper():
        return 0
    return 2 if len(surface) > 1 and surface.isupper() else 1
