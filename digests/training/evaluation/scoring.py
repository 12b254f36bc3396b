"""How well attributions agree with annotated ones: contents overlap by half, and the sources share a word.

Spans count as sets of words, so punctuation at an edge does not matter. Every annotated attribution is matched with at
most one that was found, and as many as can be are matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Self

from digests.models import Attribution, Span

IOU: Final = 0.5  #: of the words of two contents that must be in both

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts that add up over articles."""

    gold: int = 0
    predictions: int = 0
    matches: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.gold + other.gold, self.predictions + other.predictions, self.matches + other.matches)

    @classmethod
    def total(cls, scores: Iterable[Self]) -> Score:
        """The sum of many."""
        return sum(scores, Score())

    @property
    def precision(self) -> float:
        """How much of what was found is annotated; 1 where nothing was found."""
        return self.matches / self.predictions if self.predictions else 1.0

    @property
    def recall(self) -> float:
        """How much of what is annotated was found; 1 where nothing is."""
        return self.matches / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.gold + self.predictions
        return 2 * self.matches / total if total else 1.0


def words_in(text: str) -> tuple[Span, ...]:
    """The words of a text."""
    return tuple(word.span() for word in _WORD.finditer(text))


def covered(spans: Iterable[Span], words: Sequence[Span]) -> Words:
    """The numbers of the words that share a character with any of the spans."""
    return frozenset(i for start, end in spans for i, (s, e) in enumerate(words) if s < end and start < e)


def match(text: str, gold: Sequence[Attribution], predictions: Sequence[Attribution]) -> tuple[tuple[int, int], ...]:
    """Pairs of an annotated attribution and the found one that agrees with it, by number, as many as there can be."""
    words = words_in(text)
    rows, columns = ([_Read.of(a, words) for a in side] for side in (gold, predictions))
    edges = []
    for row in rows:
        ranks = sorted(
            (-_iou(row.content, column.content), j) for j, column in enumerate(columns) if row.agrees(column)
        )
        edges.append([j for _, j in ranks])
    return _matching(edges)


def score(text: str, gold: Sequence[Attribution], predictions: Sequence[Attribution]) -> Score:
    """The counts of one article."""
    return Score(len(gold), len(predictions), len(match(text, gold, predictions)))


@dataclass(frozen=True, slots=True)
class _Read:
    """An attribution as words."""

    source: Words
    content: Words

    @classmethod
    def of(cls, attribution: Attribution, words: Sequence[Span]) -> Self:
        return cls(covered(attribution.source, words), covered(attribution.content, words))

    def agrees(self, other: _Read) -> bool:
        same_source = bool(self.source & other.source) or not (self.source or other.source)
        return same_source and _iou(self.content, other.content) >= IOU


def _iou(first: Words, second: Words) -> float:
    return len(first & second) / len(first | second) if first | second else 0.0


def _matching(edges: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """A maximum matching of rows with columns by augmenting paths; `edges[row]` lists a row's columns, best first."""
    owner: dict[int, int] = {}

    def place(row: int, visited_columns: set[int]) -> bool:
        for column in edges[row]:
            if column not in visited_columns:
                visited_columns.add(column)
                if column not in owner or place(owner[column], visited_columns):
                    owner[column] = row
                    return True
        return False

    for row in range(len(edges)):
        place(row, set())
    return tuple(sorted((row, column) for column, row in owner.items()))
