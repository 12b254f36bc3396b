"""The walk through ranked claims that chooses a digest's lines."""

from __future__ import annotations

import functools
import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from operator import itemgetter
from typing import NamedTuple

from digests.composing.merits import doubt, full_rank, importance, is_replaced, news_of, rank, spread_of
from digests.composing.repetition import repeats
from digests.lexicon import lexicon_of
from digests.models import DISPUTES, MAX_LINES, Article, Claim, DigestItem, SourcedClaim
from digests.relations.facts import terms_of, words_of

READ = 200  #: of how many claims at least the words are read to rank them
READ_EACH = 25  #: of how many for each line
MOST_EACH = 2  #: how many lines one claimant has at most
SAME_VOICE = 0.6  #: how much less a claim is worth in a digest of full length for each line that its claimant has
LATE = 4.0  #: how much less one is worth that is older than the window of the digest
SAME_WORDS = 2.0  #: how much less one is worth that speaks of nothing but what a line or a heading speaks of
SIDE = 9.0  #: how much more a claim is worth as the first of its side: more than what speaks for others

LINE = "{line}"
SAYS_THE_SAME = f"left out, as the line of {LINE} says the same"

#: Draws a claim as a line, or says why it is held back.
Draw = Callable[[SourcedClaim], DigestItem | str]
_UNREAD = -1e9  #: how important a claim is whose words were not read: it comes behind those whose were


class Candidate(NamedTuple):
    """A claim that may have a line: how important it is, and its words where they were read."""

    source: SourcedClaim
    speaker: str
    side: str | None
    is_late: bool  #: whether it is older than the window of the digest
    importance: float = _UNREAD
    terms: frozenset[str] = frozenset()


class Fate(NamedTuple):
    """Why a claim has a line, or has none; `{line}` stands for the chosen claim of that number."""

    words: str
    number: int = -1


_NONE = Fate("")


def ranked(sources: Sequence[SourcedClaim], limit: int, late: Set[str] = frozenset()) -> list[Candidate]:
    """The claims, most important first; the words are read only of those that may have a line.

    `late` are the ids of those that are older than the window of the digest: they stand behind the news.
    """
    spread = spread_of(sources)
    # Each claim is looked at once, for all that its choice needs: of thousands, fetching them takes longest.
    by_data = [
        ((is_late := source.claim.id in late, *rank(source, spread)), Candidate(source, *_voice(source.claim), is_late))
        for source in sources
    ]
    by_data.sort(key=itemgetter(0))
    likely, rest = _parted([candidate for _, candidate in by_data], max(READ, READ_EACH * limit))
    news = news_of([candidate.source for candidate in likely], spread)
    telling = [
        candidate._replace(
            importance=importance(candidate.source, news) - LATE * candidate.is_late, terms=_terms(*candidate.source)
        )
        for candidate in likely
    ]
    return [
        *sorted(telling, key=lambda candidate: full_rank(candidate.source, candidate.importance)),
        *rest,
    ]


def _parted(candidates: Sequence[Candidate], count: int) -> tuple[list[Candidate], list[Candidate]]:
    """The first of some candidates with the best of every side that has none among them, and the others."""
    first_ones, others = list(candidates[:count]), candidates[count:]
    sides = {None, *(candidate.side for candidate in first_ones)}
    best_of = {candidate.side: candidate for candidate in reversed(others) if candidate.side not in sides}
    if not best_of:
        return first_ones, list(others)
    ids = {id(candidate) for candidate in best_of.values()}
    return [*first_ones, *best_of.values()], [candidate for candidate in others if id(candidate) not in ids]


class Picking:
    """Chooses what is worth most, again and again; the first of each side is worth more than all others.

    A claim is worth less where its claimant has a line, where a line speaks of the same, and where it may not be clear.
    """

    def __init__(
        self, candidates: Sequence[Candidate], draw: Draw, limit: int, opening_terms: Sequence[frozenset[str]] = ()
    ) -> None:
        self.candidates = candidates
        self.ranking = [candidate.source for candidate in candidates]
        self.picks: dict[int, DigestItem] = {}
        self.holds: Counter[str] = Counter()
        self.fates: dict[int, Fate] = {}
        self._draw = draw
        self._limit = limit
        self._same_voice = SAME_VOICE * (MAX_LINES / max(1, limit)) ** 2  # the shorter, the more voices
        self._by_claimant: defaultdict[str, list[int]] = defaultdict(list)  #: what was chosen of each claimant
        self._shown_terms = [*opening_terms]  #: the words of what the digest tells already
        self._sides: set[str] = set()
        self._lines: dict[int, DigestItem | None] = {}  #: as they were drawn; none of what is held back
        self._doubts: dict[int, float] = {}  #: how much less they are worth, as they may not be clear

    @functools.cached_property
    def _places(self) -> Mapping[str, int]:
        """The places of the claims that may answer another one, by their ids; asked for where a line has an answer."""
        related = ((i, claim) for i, (claim, _) in enumerate(self.ranking) if claim.relations)
        return {claim.id: i for i, claim in related if not is_replaced(claim)}

    def run(self) -> None:
        """Choose until there are enough lines or no more claims."""
        heap = [
            (-candidate.importance - SIDE * bool(candidate.side), i) for i, candidate in enumerate(self.candidates)
        ]  # the most that each may be worth
        heapq.heapify(heap)
        while heap and len(self.picks) < self._limit:
            _, i = heapq.heappop(heap)
            # Worth only falls while lines are chosen: what is still worth most is the next to choose.
            worth = self._worth(i)
            if heap and (-worth, i) > heap[0]:
                heapq.heappush(heap, (-worth, i))
            elif i not in self._lines and self._has_room(i) and self._line(i) and self._doubts.get(i):
                heapq.heappush(heap, (-self._worth(i), i))  # how clear it is, is known now
            else:
                self._take(i, self._reason(i))

    def _reason(self, i: int) -> str:
        candidate = self.candidates[i]
        if self._is_first_of_side(candidate):
            return f"the best of its side, {candidate.side}"
        return "its claimant’s second" if self._chosen_of(i) else "its claimant’s best"

    def _is_first_of_side(self, candidate: Candidate) -> bool:
        return bool(candidate.side) and candidate.side not in self._sides and not candidate.is_late

    def _worth(self, i: int) -> float:
        candidate = self.candidates[i]
        alike = max((_overlap(candidate.terms, terms) for terms in self._shown_terms), default=0.0)
        side = SIDE * self._is_first_of_side(candidate)
        worth = candidate.importance + side + self._doubts.get(i, 0.0)
        return worth - self._same_voice * len(self._chosen_of(i)) - SAME_WORDS * alike

    def _chosen_of(self, i: int) -> list[int]:
        return self._by_claimant[self.candidates[i].speaker]

    def _has_room(self, i: int) -> bool:
        """Whether a claim's claimant may have one more line."""
        return len(self._chosen_of(i)) < MOST_EACH

    def _take(self, i: int, reason: str) -> None:
        """Choose a claim if it may have a line, and with it the other side where that has none yet."""
        if i in self.picks:
            return
        if not self._has_room(i):
            self.fates[i] = Fate(f"left out, as its claimant has {MOST_EACH} lines that rank before it")
            return
        item = self._new_line(i)
        if item is None:
            return
        other = self._answer(i)
        if other is not None and len(self.picks) + 2 > max(self._limit, 2):
            self.fates[i] = Fate("left out, as there is no room for the other side beside it")
            return
        self._choose(i, item, reason)
        if other is not None and len(self.picks) < self._limit:
            self._choose(*other, "the other side of a line")

    def _new_line(self, i: int) -> DigestItem | None:
        """A claim's line, unless it is held back or says what a chosen one says."""
        claim, article = self.ranking[i]
        lexicon = lexicon_of(article)
        original = next((j for j in self._chosen_of(i) if repeats(claim, self.ranking[j].claim, lexicon)), None)
        if original is None:
            return self._line(i)
        self.fates[i] = Fate(SAYS_THE_SAME, original)
        return None

    def _line(self, i: int) -> DigestItem | None:
        """A claim's line, unless it is held back; each claim is drawn once."""
        if i not in self._lines:
            item = self._draw(self.ranking[i])
            self._lines[i] = None if isinstance(item, str) else item
            if isinstance(item, str):
                self.holds[item] += 1
                self.fates[i] = Fate(f"held back: {item}")
            else:
                self._doubts[i] = doubt(self.ranking[i], item).weight
        return self._lines[i]

    def _choose(self, i: int, item: DigestItem, reason: str) -> None:
        self.picks[i] = item
        self._shown_terms.append(self.candidates[i].terms)
        if side := self.candidates[i].side:
            self._sides.add(side)
        self.fates[i] = Fate(f"chosen as {reason}")
        self._chosen_of(i).append(i)

    def _answer(self, i: int) -> tuple[int, DigestItem] | None:
        """The best line of another side that a claim differs from; none where one of them has a line already."""
        others = sorted(
            self._places[claim_id] for claim_id in conflicts(self.ranking[i].claim) if claim_id in self._places
        )
        if any(j in self.picks or self.fates.get(j, _NONE).number in self.picks for j in others):
            return None
        items = ((j, self._new_line(j)) for j in others)
        return next(((j, item) for j, item in items if item is not None), None)


def conflicts(claim: Claim) -> set[str]:
    """The ids of the claims that this one differs from."""
    return {relation.claim_id for relation in claim.relations if relation.kind in DISPUTES}


def speaker(claim: Claim) -> str:
    """Whose line a claim takes."""
    return claim.claimant.actor_id or claim.claimant.name


def _voice(claim: Claim) -> tuple[str, str | None]:
    """Whose line a claim takes, and for which side."""
    return speaker(claim), claim.claimant.side


def _terms(claim: Claim, article: Article) -> frozenset[str]:
    """What a claim speaks of, and whose it is."""
    lexicon = lexicon_of(article)
    return words_of(claim.passage.exact, lexicon) | terms_of(claim.claimant.name, lexicon)


def _overlap(terms: frozenset[str], others: frozenset[str]) -> float:
    shorter = min(len(terms), len(others))
    return len(terms & others) / shorter if shorter else 0.0
