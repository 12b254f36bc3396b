"""Looking up by place what was found in a text."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from digests.models import Span


def index_holding(spans: Sequence[Span], offset: int) -> int:
    """The index of the last span that begins at or before an offset; 0 where none does."""
    return max(0, bisect_right(spans, (offset, sys.maxsize)) - 1)


def span_holding(spans: Sequence[Span], offset: int) -> Span:
    """The last span that begins at or before an offset; just that character where there are no spans."""
    return spans[index_holding(spans, offset)] if spans else (offset, offset + 1)


def spans_until(spans: Sequence[Span], offset: int, back: int) -> Sequence[Span]:
    """The last span that begins at or before an offset, behind as many of those before it as are asked for."""
    number = index_holding(spans, offset)
    return spans[max(0, number - back) : number + 1]


def text_outside(text: str, span: Span, others: Sequence[Span]) -> str:
    """What a stretch of a text holds outside other spans, its pieces with a space between."""
    pieces, place = [], span[0]
    for start, end in sorted(others):
        if start < span[1] and end > place:
            pieces.append(text[place : max(place, start)])
            place = end
    return " ".join([*pieces, text[place : span[1]]])


class HasStart(Protocol):
    """Something at a place of a text."""

    @property
    def start(self) -> int:
        """The offset of its first character."""
        ...


T = TypeVar("T", bound=HasStart)


class Located(Generic[T]):
    """Things in the order of their places, for look-up by where they begin."""

    def __init__(self, things: Sequence[T]) -> None:
        self._things = things
        self._starts = [thing.start for thing in things]

    def within(self, *spans: Span) -> tuple[T, ...]:
        """What begins in some spans, in order."""
        numbers = {
            n for start, end in spans for n in range(*(bisect_left(self._starts, offset) for offset in (start, end)))
        }
        return tuple(self._things[number] for number in sorted(numbers))


class SpanIndex:
    """Spans in order that do not overlap, for look-up by place."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.all = tuple(spans)
        self._starts = [start for start, _ in self.all]

    def number_at(self, place: int) -> int | None:
        """The number of the span that holds a character."""
        number = bisect_right(self._starts, place) - 1
        return number if number >= 0 and place < self.all[number][1] else None

    def at(self, place: int) -> Span | None:
        """The span that holds a character."""
        number = self.number_at(place)
        return None if number is None else self.all[number]

    def within(self, span: Span) -> Iterator[Span]:
        """The spans that share a character with another, in order."""
        number = max(0, bisect_right(self._starts, span[0]) - 1)
        for candidate in self.all[number : bisect_left(self._starts, span[1])]:
            if candidate[1] > span[0]:
                yield candidate
