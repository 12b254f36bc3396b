"""The places and actors that have claims, by name: found while a reader types, also among many thousands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from heapq import nsmallest
from itertools import islice
from math import ceil, log10
from typing import Literal, Protocol

from rapidfuzz import fuzz, process

from digests.text.folding import fold

_NEAR = 80  #: rapidfuzz score from which another spelling is taken for the same name
_MOST = 50  # choices kept for each beginning of one or two letters
_FAVOUR = 4.0  # for each power of ten of claims, in points of that score
_TELLING = 4  # letters: shorter names are near to too many
_SHORT = 3  # letters: such words may be left out of initials
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

    @property
    def titles(self) -> tuple[str, ...]:
        """What claims call somebody beside the name."""
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

    def complete(self) -> None:
        """Make at once what is else made for whoever first asks for it, who would wait."""
        _ = self._short_ends, self._initials, self._by_title_word

    @cached_property
    def actors(self) -> Directory:
        """The actors alone."""
        return Directory(entity for entity in self.known if entity.kind == "actor")

    def _sort_by_ends(self) -> dict[tuple[int, str, int], tuple[list[str], list[int]]]:
        """Names by their first letter, and by their last, with their length: few spellings are wrong at both ends."""
        return _by_ends((name, ranks[0]) for name, ranks in self._by_name.items())

    def _sort_by_beginning(self) -> dict[str, list[int]]:
        """The first choices for what is typed first, where the choice is widest."""
        first: dict[str, list[int]] = {}
        for inner in (False, True):
            for tail, rank in sorted(
                ((tail, rank) for tail, is_inner, rank in self._tails if is_inner is inner), key=_rank
            ):
                for beginning in {tail[:1], tail[:2]}:
                    ranks = first.setdefault(beginning, [])
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

    def starting(self, prefix: str, limit: int) -> list[Known]:
        """Those whose name begins so, then those of which a later word does; each group most claims first."""
        key = fold(prefix)
        if len(key) <= 2 and limit <= _MOST:
            ranks: Iterable[int] = self._beginnings.get(key, ())
        else:
            hits = nsmallest(limit * 2, ((inner, rank) for _, inner, rank in self._stretch(key)))
            ranks = dict.fromkeys(rank for _, rank in hits)
        return [self.known[rank] for rank in islice(ranks, limit)]

    def near(self, name: str, score: float = _NEAR, limit: int = 5) -> list[Known]:
        """Those with nearly that name, nearest first."""
        key = fold(name)
        share = score / (200 - score)  # a name much shorter or longer cannot score so high
        hits: set[tuple[float, int]] = set()
        for length in range(ceil(len(key) * share), int(len(key) / share) + 1) if key else ():
            for end in (0, -1):
                names, ranks = self._ends.get((end, key[end], length), ((), ()))
                matches = process.extract(key, names, scorer=fuzz.ratio, score_cutoff=score, limit=limit)
                hits |= {(-similarity, ranks[index]) for _, similarity, index in matches}
        return [self.known[rank] for _, rank in sorted(hits)[:limit]]

    def abbreviated(self, name: str) -> list[Known]:
        """Those whose initials are that word, as bodies are called."""
        return [self.known[rank] for rank in self._initials.get(fold(name), ())]

    def titled(self, forms: Sequence[Set[str]]) -> list[Known]:
        """Those with a title, or several, that have of each word one of its forms."""
        ranks = [set().union(*(self._by_title_word.get(form, ()) for form in word)) for word in forms]
        return [self.known[rank] for rank in sorted(set.intersection(*ranks))] if ranks else []

    def likeliest(self, name: str, score: float = _NEAR) -> Known | None:
        """What a misspelt name, or a misspelt part of a name, most likely means: what is near and has many claims."""
        scores = [
            (similarity + _FAVOUR * log10(1 + self.known[rank].claims), -rank)
            for similarity, rank in self._near(name, score)
        ]
        return self.known[-max(scores)[1]] if scores else None

    def _near(self, name: str, score: float) -> Iterator[tuple[float, int]]:
        key = fold(name)
        share = score / (200 - score)
        for length in range(ceil(len(key) * share), int(len(key) / share) + 1) if len(key) >= _TELLING else ():
            for end in (0, -1):
                names, ranks = self._short_ends.get((end, key[end], length), ((), ()))
                matches = process.extract(key, names, scorer=fuzz.ratio, score_cutoff=score, limit=_MOST)
                yield from ((similarity, ranks[index]) for _, similarity, index in matches)

    @cached_property
    def _short_ends(self) -> dict[tuple[int, str, int], tuple[list[str], list[int]]]:
        """Names, and what they are called for short, by either end."""
        return _by_ends(_short_names(self.known, self._by_name))

    @cached_property
    def _by_title_word(self) -> dict[str, set[int]]:
        by_word: dict[str, set[int]] = {}
        for rank, entity in enumerate(self.known):
            for word in fold(" ".join(entity.titles)).split():
                by_word.setdefault(word, set()).add(rank)
        return by_word

    @cached_property
    def _initials(self) -> dict[str, list[int]]:
        """Actors of three names and more by their initials, with and without the small words."""
        initials: dict[str, list[int]] = {}
        for rank, (entity, name) in enumerate(zip(self.known, self._names, strict=True)):
            words = name.split() if entity.kind == "actor" else []
            for initial_words in (words, [word for word in words if len(word) > _SHORT]):
                if len(initial_words) > 2:
                    ranks = initials.setdefault("".join(word[0] for word in initial_words), [])
                    ranks += [] if rank in ranks else [rank]
        return initials

    def _stretch(self, key: str) -> Iterator[tuple[str, bool, int]]:
        start = bisect_left(self._tails, (key,))
        end = bisect_left(self._tails, (key + _LAST,))
        return (self._tails[index] for index in range(start, end))


def _by_ends(ranked_names: Iterable[tuple[str, int]]) -> dict[tuple[int, str, int], tuple[list[str], list[int]]]:
    ends: dict[tuple[int, str, int], tuple[list[str], list[int]]] = {}
    for name, rank in ranked_names:
        for end in (0, -1) if name else ():
            names, first = ends.setdefault((end, name[end], len(name)), ([], []))
            names.append(name)
            first.append(rank)
    return ends


def _short_names(known: Sequence[Known], names: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, int]]:
    """Each name with its first bearer, and the first word of a place's and the last of an actor's that has several."""
    for name, ranks in names.items():
        yield name, ranks[0]
        words = name.split(" ")
        for rank in ranks if len(words) > 1 else ():
            short = words[0] if known[rank].kind == "place" else words[-1]
            if len(short) > _TELLING:
                yield short, rank


def _rank(tail: tuple[str, int]) -> int:
    return tail[1]


def _tails(names: Iterable[str]) -> Iterator[tuple[str, bool, int]]:
    for rank, name in enumerate(names):
        words = name.split(" ")
        for index in range(len(words)):
            yield " ".join(words[index:]), index > 0, rank
