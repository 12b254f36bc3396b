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
    found: int = 0
    matched: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.gold + other.gold, self.found + other.found, self.matched + other.matched)

    @classmethod
    def total(cls, scores: Iterable[Self]) -> Score:
        """The sum of many."""
        return sum(scores, Score())

    @property
    def precision(self) -> float:
        """How much of what was found is annotated; 1 where nothing was found."""
        return self.matched / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """How much of what is annotated was found; 1 where nothing is."""
        return self.matched / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.gold + self.found
        return 2 * self.matched / both if both else 1.0


def words_in(text: str) -> tuple[Span, ...]:
    """The words of a text."""
    return tuple(found.span() for found in _WORD.finditer(text))


def covered(spans: Iterable[Span], words: Sequence[Span]) -> Words:
    """The numbers of the words that share a character with any of the spans."""
    return frozenset(i for start, end in spans for i, (s, e) in enumerate(words) if s < end and start < e)


def match(text: str, gold: Sequence[Attribution], found: Sequence[Attribution]) -> tuple[tuple[int, int], ...]:
    """Pairs of an annotated attribution and the found one that agrees with it, by number, as many as there can be."""
    words = words_in(text)
    golds, finds = ([_Read.of(a, words) for a in side] for side in (gold, found))
    edges = []
    for one in golds:
        rated = sorted((-_iou(one.content, other.content), j) for j, other in enumerate(finds) if one.agrees(other))
        edges.append([j for _, j in rated])
    return _matching(edges)


def score(text: str, gold: Sequence[Attribution], found: Sequence[Attribution]) -> Score:
    """The counts of one article."""
    return Score(len(gold), len(found), len(match(text, gold, found)))


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


def _iou(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _matching(edges: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """A maximum matching of rows with columns by augmenting paths; `edges[row]` lists a row's columns, best first."""
    owner: dict[int, int] = {}

    def place(row: int, seen: set[int]) -> bool:
        for column in edges[row]:
            if column not in seen:
                seen.add(column)
                if column not in owner or place(owner[column], seen):
                    owner[column] = row
                    return True
        return False

    for row in range(len(edges)):
        place(row, set())
    return tuple(sorted((row, column) for column, row in owner.items()))
