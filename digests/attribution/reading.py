"""A text with its sentences, quotations and paragraphs, each found by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from digests.models import Span
from digests.text import paragraphs, quotations, sentences


class Spans:
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


class Reading:
    """What the repairs know of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = Spans(paragraphs(text))
        self.sentences = Spans(sentences(text))
        self.quotations = Spans(quotations(text))
