"""The places and actors that have claims, by name: found while a reader types, also among many thousands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from heapq import nsmallest
from itertools import islice
from math import ceil
from typing import Literal, Protocol

from rapidfuzz import fuzz, process

from digests.text.folding import fold

_NEAR = 80  #: rapidfuzz score from which another spelling is taken for the same name
_MOST = 50  # choices kept for each beginning of one or two letters
_LAST = "\U0010ffff"


class Known(Protocol):
    """A place or an actor that has claims."""

    @property
    def kind(self) -> Literal["place", "actor"]:
        """Which of the two."""
        ...

    @property
    def id(self) -> str:
        """The place's or actor's id."""
        ...

    @property
    def name(self) -> str:
        """The name to show."""
        ...

    @property
    def claims(self) -> int:
        """How many current claims there are."""
        ...


class Directory:
    """Known places and actors, most claims first, with their names in order; made once, asked often."""

    def __init__(self, known: Iterable[Known] = ()) -> None:
        self.known: Sequence[Known] = tuple(known)
        self._names = [fold(entity.name) for entity in self.known]
        self._by_id: dict[tuple[str, str], Known] = {(entity.kind, entity.id): entity for entity in self.known}
        self._by_name: dict[str, list[int]] = {}
        for rank, name in enumerate(self._names):
            self._by_name.setdefault(name, []).append(rank)
        #: (name from one of its words on, whether words stand before, rank), so that a prefix is one stretch.
        self._tails = sorted(_tails(self._names))
        self._beginnings = self._sort_by_beginning()
        self._ends = self._sort_by_ends()

    @cached_property
    def actors(self) -> Directory:
        """The actors alone."""
        return Directory(entity for entity in self.known if entity.kind == "actor")

    def _sort_by_ends(self) -> dict[tuple[int, str, int], tuple[list[str], list[int]]]:
        """Names by their first letter, and by their last, with their length: few spellings are wrong at both ends."""
        ends: dict[tuple[int, str, int], tuple[list[str], list[int]]] = {}
        for name, ranks in self._by_name.items():
            for end in (0, -1) if name else ():
                names, first = ends.setdefault((end, name[end], len(name)), ([], []))
                names.append(name)
                first.append(ranks[0])
        return ends

    def _sort_by_beginning(self) -> dict[str, list[int]]:
        """The first choices for what is typed first, where the choice is widest."""
        first: dict[str, list[int]] = {}
        for inner in (False, True):
            for tail, rank in sorted(
                ((tail, rank) for tail, within, rank in self._tails if within is inner), key=_rank
            ):
                for typed in {tail[:1], tail[:2]}:
                    ranks = first.setdefault(typed, [])
                    if len(ranks) < _MOST and rank not in ranks:
                        ranks.append(rank)
        return first

    def get(self, kind: str, entity_id: str) -> Known | None:
        """One of them by its id."""
        return self._by_id.get((kind, entity_id))

    def named(self, name: str) -> list[Known]:
        """Those of that name."""
        return [self.known[rank] for rank in self._by_name.get(fold(name), ())]

    def having(self, name: str) -> list[Known]:
        """Those whose name begins or ends with those words."""
        key = fold(name)
        if not key:
            return []
        ranks = {
            rank for tail, inner, rank in self._stretch(key) if tail == key or (not inner and tail[len(key)] == " ")
        }
        return [self.known[rank] for rank in sorted(ranks)]

    def starting(self, typed: str, limit: int) -> list[Known]:
        """Those whose name begins so, then those of which a later word does; each group most claims first."""
        key = fold(typed)
        if len(key) <= 2 and limit <= _MOST:
            ranks: Iterable[int] = self._beginnings.get(key, ())
        else:
            found = nsmallest(limit * 2, ((inner, rank) for _, inner, rank in self._stretch(key)))
            ranks = dict.fromkeys(rank for _, rank in found)
        return [self.known[rank] for rank in islice(ranks, limit)]

    def near(self, name: str, score: float = _NEAR, limit: int = 5) -> list[Known]:
        """Those with nearly that name, nearest first."""
        key = fold(name)
        share = score / (200 - score)  # a name much shorter or longer cannot score so high
        hits: set[tuple[float, int]] = set()
        for length in range(ceil(len(key) * share), int(len(key) / share) + 1) if key else ():
            for end in (0, -1):
                names, ranks = self._ends.get((end, key[end], length), ((), ()))
                near = process.extract(key, names, scorer=fuzz.ratio, score_cutoff=score, limit=limit)
                hits |= {(-found, ranks[at]) for _, found, at in near}
        return [self.known[rank] for _, rank in sorted(hits)[:limit]]

    def _stretch(self, key: str) -> Iterator[tuple[str, bool, int]]:
        start = bisect_left(self._tails, (key,))
        end = bisect_left(self._tails, (key + _LAST,))
        return (self._tails[at] for at in range(start, end))


def _rank(tail: tuple[str, int]) -> int:
    return tail[1]


def _tails(names: Iterable[str]) -> Iterator[tuple[str, bool, int]]:
    for rank, name in enumerate(names):
        words = name.split(" ")
        for at in range(len(words)):
            yield " ".join(words[at:]), at > 0, rank
