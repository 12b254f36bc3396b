"""The walk through ranked claims that chooses a digest's lines."""

from __future__ import annotations

import functools
import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from digests.composing.candidates import Candidate, overlap
from digests.composing.merits import UNCLEAR, clearness, doubt, is_replaced
from digests.composing.repetition import repeats
from digests.lexicon import lexicon_of
from digests.lines.wording import worded
from digests.models import DISPUTES, MAX_LINES, Claim, DigestItem, SourcedClaim

MOST_EACH = 2  #: how many lines one claimant has at most
SAME_VOICE = 0.6  #: how much less a claim is worth in a digest of full length for each line that its claimant has
SAME_WORDS = 2.0  #: how much less one is worth that speaks of nothing but what a line or a heading speaks of
FILLS = 0.8  #: how certain the line of a claim is that may fill a digest, whatever the floor
LEADS = 0.82  #: what share of that certainty the first half of a digest asks for, but of the first line of a side
SIDE = 9.0  #: how much more a claim is worth as the first of its side: more than what speaks for others
HEARD = 1 / 12  #: share of the claims that a side makes which surely has a line

LINE = "{line}"
SAYS_THE_SAME = f"left out, as the line of {LINE} says the same"

#: Draws a claim as a line, or says why it is held back.
Draw = Callable[[SourcedClaim], DigestItem | str]


class Fate(NamedTuple):
    """Why a claim has a line, or has none; `{line}` stands for the chosen claim of that number."""

    words: str
    number: int = -1


_NONE = Fate("")


class Room(NamedTuple):
    """How many lines a digest has for claims, what else it tells, and how certain a line is that only fills it."""

    limit: int
    opening_terms: Sequence[frozenset[str]] = ()
    filling: float = 0.0


class Picking:
    """Chooses what is worth most, again and again; the first of a side is worth more than all others.

    A claim is worth less where its claimant has a line, where a line speaks of the same, and where it may not be clear.
    """

    def __init__(self, candidates: Sequence[Candidate], draw: Draw, room: Room) -> None:
        self.candidates = candidates
        self.picks: dict[int, DigestItem] = {}
        self.holds: Counter[str] = Counter()
        self.fates: dict[int, Fate] = {}
        self._draw = draw
        self._limit, opening_terms, filling = room
        self._filling = min(filling, FILLS)
        self._same_voice = SAME_VOICE * (MAX_LINES / max(1, self._limit)) ** 2  # the shorter, the more voices
        self._by_claimant: defaultdict[str, list[int]] = defaultdict(list)  #: what was chosen of each claimant
        self._opening_terms = opening_terms
        counts = Counter([side for candidate in candidates if (side := candidate.side)])
        self._silent_sides = {side for side, count in counts.items() if count >= HEARD * len(candidates)}
        self._lines: dict[int, DigestItem | None] = {}  #: as they were drawn; none of what is held back
        self._likenesses: dict[int, tuple[int, float]] = {}  #: of each to as many lines, and to all that opens stories
        self._clear: dict[int, float] = {}  #: how clear each is

    @functools.cached_property
    def _places(self) -> Mapping[str, int]:
        """The places of the claims that may answer another one, by their ids; asked for where a line has an answer."""
        claims = ((i, candidate.source.claim) for i, candidate in enumerate(self.candidates))
        related = ((i, claim) for i, claim in claims if claim.relations)
        return {claim.id: i for i, claim in related if not is_replaced(claim)}

    def run(self) -> None:
        """Choose until there are enough lines or no more claims; those whose words were read are worth most."""
        count = next((i for i, candidate in enumerate(self.candidates) if not candidate.is_read), len(self.candidates))
        for numbers in (range(count), range(count, len(self.candidates))):
            if len(self.picks) < self._limit:
                self._walk(numbers)

    def _walk(self, numbers: Iterable[int]) -> None:
        """Choose among some claims."""
        heap = [
            (-candidate.importance - SIDE * (candidate.side in self._silent_sides), i)
            for i, candidate in ((i, self.candidates[i]) for i in numbers)
        ]  # the most that each may be worth
        heapq.heapify(heap)
        while heap and len(self.picks) < self._limit:
            _, i = heapq.heappop(heap)
            # Worth only falls while lines are chosen: what is still worth most is the next to choose.
            worth = self._worth(i)
            if heap and (-worth, i) > heap[0]:
                heapq.heappush(heap, (-worth, i))
            elif i not in self._lines and self._has_room(i) and self._line(i) and self._doubt(i):
                heapq.heappush(heap, (-self._worth(i), i))  # how clear it is, is known now
            else:
                self._take(i, self._reason(i))

    def _reason(self, i: int) -> str:
        candidate = self.candidates[i]
        if self._is_first_of_side(candidate):
            return f"the best of its side, {candidate.side}"
        return "its claimant’s second" if self._chosen_of(i) else "its claimant’s best"

    def _is_first_of_side(self, candidate: Candidate) -> bool:
        return candidate.side in self._silent_sides and not candidate.is_late

    def _worth(self, i: int) -> float:
        candidate = self.candidates[i]
        side = SIDE * self._is_first_of_side(candidate)
        worth = candidate.importance + side - UNCLEAR * self._doubt(i)
        return worth - self._same_voice * len(self._chosen_of(i)) - SAME_WORDS * self._likeness(i)

    def _likeness(self, i: int) -> float:
        """How much of what a claim speaks of a line or a heading speaks of; lines only come, so each is asked once."""
        candidate = self.candidates[i]
        count, likeness = self._likenesses.get(i) or (0, self._like_openings(candidate))
        for j in islice(self.picks, count, None):
            likeness = max(likeness, candidate.likeness(self.candidates[j]))
        self._likenesses[i] = len(self.picks), likeness
        return likeness

    def _like_openings(self, candidate: Candidate) -> float:
        return max((overlap(candidate.terms, terms) for terms in self._opening_terms), default=0.0)

    def _doubt(self, i: int) -> float:
        """How much a line lacks of what is surely clear, as far as it has been drawn."""
        return doubt(self._clear.get(i, 1.0))

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
        if not (self._may_fill(i) if len(self.picks) >= self._limit / 2 else self._may_lead(i)):
            return
        other = self._answer(i)
        if other is not None and len(self.picks) + 2 > max(self._limit, 2):
            self.fates[i] = Fate("left out, as there is no room for the other side beside it")
            return
        self._choose(i, item, reason)
        if other is not None and len(self.picks) < self._limit:
            self._choose(*other, "the other side of a line")

    def _may_lead(self, i: int) -> bool:
        """Whether a claim may have one of the first lines: it is the first of its side, or hardly unclear."""
        if self._clear[i] < LEADS * self._filling and not self._is_first_of_side(self.candidates[i]):
            self.fates[i] = Fate("left out, as it may not be clear by itself")
        return i not in self.fates

    def _may_fill(self, i: int) -> bool:
        """Whether a claim may have one of the last lines: it is clear, and no chosen one tells the same fact."""
        original = next((j for j in self.picks if self.candidates[i].tells_the_same(self.candidates[j])), None)
        is_disputed = any(relation.kind in DISPUTES for relation in self.candidates[i].source.claim.relations)
        if original is not None and not is_disputed:
            self.fates[i] = Fate(SAYS_THE_SAME, original)
        elif self._clear[i] < self._filling:
            self.fates[i] = Fate("left out, as it is not clear enough to fill a digest that has other lines")
        return i not in self.fates

    def _new_line(self, i: int) -> DigestItem | None:
        """A claim's line, unless it is held back or says what a chosen one says."""
        claim, article = self.candidates[i].source
        lexicon = lexicon_of(article)
        original = next(
            (j for j in self._chosen_of(i) if repeats(claim, self.candidates[j].source.claim, lexicon)), None
        )
        if original is None:
            return self._line(i)
        self.fates[i] = Fate(SAYS_THE_SAME, original)
        return None

    def _line(self, i: int) -> DigestItem | None:
        """A claim's line, unless it is held back; each claim is drawn once."""
        if i not in self._lines:
            claim, article = self.candidates[i].source
            source = SourcedClaim(worded(claim, article), article)
            item = self._draw(source)
            self._lines[i] = None if isinstance(item, str) else item
            if isinstance(item, str):
                self.holds[item] += 1
                self.fates[i] = Fate(f"held back: {item}")
            else:
                self._clear[i] = clearness(source, item)
        return self._lines[i]

    def _choose(self, i: int, item: DigestItem, reason: str) -> None:
        self.picks[i] = item
        self._silent_sides -= {self.candidates[i].side}
        self.fates[i] = Fate(f"chosen as {reason}")
        self._chosen_of(i).append(i)

    def _answer(self, i: int) -> tuple[int, DigestItem] | None:
        """The best line of another side that a claim differs from; none where one of them has a line already."""
        others = sorted(
            self._places[claim_id]
            for claim_id in conflicts(self.candidates[i].source.claim)
            if claim_id in self._places
        )
        if any(j in self.picks or self.fates.get(j, _NONE).number in self.picks for j in others):
            return None
        items = ((j, self._new_line(j)) for j in others)
        return next(((j, item) for j, item in items if item is not None), None)


def conflicts(claim: Claim) -> set[str]:
    """The ids of the claims that this one differs from."""
    return {relation.claim_id for relation in claim.relations if relation.kind in DISPUTES}
