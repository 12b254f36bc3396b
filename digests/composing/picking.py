"""The walk through ranked claims that chooses a digest's lines."""

from __future__ import annotations

import functools
import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from operator import itemgetter
from typing import NamedTuple

from digests.composing.merits import full_rank, importance, is_replaced, news_of, rank, spread_of
from digests.composing.repetition import repeats
from digests.lexicon import lexicon_of
from digests.models import DISPUTES, MAX_LINES, Article, Claim, DigestItem, SourcedClaim
from digests.relations.facts import terms_of, words_of

READ = 200  #: of how many claims at least the words are read to rank them
READ_EACH = 25  #: of how many for each line
MOST_EACH = 2  #: how many lines one claimant has at most
SAME_VOICE = 0.6  #: how much less a claim is worth in a digest of full length for each line that its claimant has
LATE = 4.0  #: how much less one is worth that is older than the window of the digest
SAME_WORDS = 1.0  #: how much less one is worth that speaks of nothing but what a line speaks of

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
    candidates, count = [candidate for _, candidate in by_data], max(READ, READ_EACH * limit)
    news = news_of([candidate.source for candidate in candidates[:count]], spread)
    telling = [
        candidate._replace(
            importance=importance(candidate.source, news) - LATE * candidate.is_late, terms=_terms(*candidate.source)
        )
        for candidate in candidates[:count]
    ]
    return [
        *sorted(telling, key=lambda candidate: full_rank(candidate.source, candidate.importance)),
        *candidates[count:],
    ]


class Picking:
    """Chooses each side's best, then the best that is left, again and again.

    A claim is worth less where its claimant has a line, and where a line speaks of the same.
    """

    def __init__(self, candidates: Sequence[Candidate], draw: Draw, limit: int) -> None:
        self.candidates = candidates
        self.ranking = [candidate.source for candidate in candidates]
        self.picks: dict[int, DigestItem] = {}
        self.holds: Counter[str] = Counter()
        self.fates: dict[int, Fate] = {}
        self._draw = draw
        self._limit = limit
        self._same_voice = SAME_VOICE * (MAX_LINES / max(1, limit)) ** 2  # the shorter, the more voices
        self._by_claimant: defaultdict[str, list[int]] = defaultdict(list)  #: what was chosen of each claimant
        self._done: set[int] = set()
        self._waiting: dict[int, DigestItem] = {}  #: lines that may be chosen yet, as another's answer

    @functools.cached_property
    def _places(self) -> Mapping[str, int]:
        """The places of the claims that may answer another one, by their ids; asked for where a line has an answer."""
        related = ((i, claim) for i, (claim, _) in enumerate(self.ranking) if claim.relations)
        return {claim.id: i for i, claim in related if not is_replaced(claim)}

    def run(self) -> None:
        """Choose until there are enough lines or no more claims."""
        sides: set[str] = set()
        for i, candidate in enumerate(self.candidates):
            side = candidate.side
            if side and side not in sides and not candidate.is_late and self._take(i, f"the best of its side, {side}"):
                sides.add(side)
        heap = [(-candidate.importance, i) for i, candidate in enumerate(self.candidates)]  # in order, so a heap
        while heap and len(self.picks) < self._limit:
            _, i = heapq.heappop(heap)
            # Worth only falls while lines are chosen: what is still worth most is the next to choose.
            worth = self._worth(i)
            if heap and (-worth, i) > heap[0]:
                heapq.heappush(heap, (-worth, i))
            else:
                self._take(i, ("its claimant’s best", "its claimant’s second")[bool(self._chosen_of(i))])

    def _worth(self, i: int) -> float:
        candidate = self.candidates[i]
        alike = max((_overlap(candidate.terms, self.candidates[j].terms) for j in self.picks), default=0.0)
        return candidate.importance - self._same_voice * len(self._chosen_of(i)) - SAME_WORDS * alike

    def _chosen_of(self, i: int) -> list[int]:
        return self._by_claimant[self.candidates[i].speaker]

    def _take(self, i: int, reason: str) -> bool:
        """Choose a claim if it may have a line, and with it the other side where that has none yet."""
        if i in self._done or len(self.picks) >= self._limit:
            return False
        if len(self._chosen_of(i)) >= MOST_EACH:
            self.fates[i] = Fate(f"left out, as its claimant has {MOST_EACH} lines that rank before it")
            return False
        item = self._drawn(i)
        if item is None:
            return False
        other = self._answer(i)
        if other is not None and len(self.picks) + 2 > max(self._limit, 2):
            self.fates[i] = Fate("left out, as there is no room for the other side beside it")
            return False
        self._choose(i, item, reason)
        if other is not None and len(self.picks) < self._limit:
            self._choose(*other, "the other side of a line")
        return True

    def _drawn(self, i: int) -> DigestItem | None:
        """A claim's line, unless it is held back or says what a chosen one says; each claim is drawn once."""
        self._done.add(i)
        claim, article = self.ranking[i]
        lexicon = lexicon_of(article)
        original = next((j for j in self._chosen_of(i) if repeats(claim, self.ranking[j].claim, lexicon)), None)
        if original is not None:
            self.fates[i] = Fate(SAYS_THE_SAME, original)
            return None
        item = self._draw(self.ranking[i])
        if isinstance(item, str):
            self.holds[item] += 1
            self.fates[i] = Fate(f"held back: {item}")
            return None
        self._waiting[i] = item
        return item

    def _choose(self, i: int, item: DigestItem, reason: str) -> None:
        self.picks[i] = item
        self.fates[i] = Fate(f"chosen as {reason}")
        self._chosen_of(i).append(i)

    def _answer(self, i: int) -> tuple[int, DigestItem] | None:
        """The best line of another side that a claim differs from; none where one of them has a line already."""
        others = sorted(
            self._places[claim_id] for claim_id in conflicts(self.ranking[i].claim) if claim_id in self._places
        )
        if any(j in self.picks or self.fates.get(j, _NONE).number in self.picks for j in others):
            return None
        items = ((j, self._waiting.get(j) if j in self._done else self._drawn(j)) for j in others)
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
