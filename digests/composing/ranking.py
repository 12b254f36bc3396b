"""Which of many claims make a digest, and in which order."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz import fuzz

from digests.models import Claim, DigestItem, RelationKind, SourcedClaim
from digests.text.folding import fold

SHORT = 6  #: up to this many lines, a claim that differs from another is left to that one's flag if room is scarce
DAYS = frozenset({"minute", "day"})  #: the precisions that name a day
SAME_WORDS = 90  #: rapidfuzz token-set ratio from which two claims of one claimant are one
SAME_FIGURES = 60  #: the same, where they give the same figures
_NEGATION = re.compile(r"\b(?:not|no|never|none|neither|nor|without)\b|n[’']t\b", re.IGNORECASE)

#: Relations that make a claim worth a look, and those that leave it to a later one.
_UNSETTLED: frozenset[RelationKind] = frozenset(
    {"contradicts", "differs", "denies", "denied by", "updates", "corrects"}
)
_REPLACED: frozenset[RelationKind] = frozenset({"updated by", "corrected by"})
#: Relations whose two claims stand next to each other.
_SIDE_BY_SIDE: frozenset[RelationKind] = frozenset({"contradicts", "differs", "denies", "denied by"})

#: Draws a claim as a line, or says why it is held back.
Draw = Callable[[SourcedClaim], DigestItem | str]


class DrawnLine(NamedTuple):
    """A claim with the line that it makes."""

    source: SourcedClaim
    item: DigestItem


@dataclass(slots=True)
class Selection:
    """The lines in their order, the ids of all claims that they stand for, and what was held back on the way.

    `fates` says of each claim that was looked at why it has a line, or has none.
    """

    lines: list[DrawnLine] = field(default_factory=list)
    claim_ids: tuple[str, ...] = ()
    held: Counter[str] = field(default_factory=Counter)
    fates: dict[str, str] = field(default_factory=dict)


def select(found: Sequence[SourcedClaim], draw: Draw, limit: int) -> Selection:
    """Choose at most `limit` lines: each side's best, then every claimant's best, then a second of each.

    Claims are drawn only until there are enough. What says the same as a chosen line is left out, and stands for it
    where it was published first.
    """
    picking = _Picking(sorted(found, key=_rank), draw, limit)
    picking.run()
    chosen, ids = _first_published(picking, draw)
    fates = {picking.ranked[i][0].id: fate for i, fate in picking.fates.items()}
    return Selection(side_by_side(chosen), ids, picking.held, fates)


def repeats(one: Claim, other: Claim) -> bool:
    """Whether two claims of one claimant say the same; a denial never repeats a statement."""
    if (one.kind == "denial") != (other.kind == "denial") or _figures(one) != _figures(other):
        return False
    if _place_ids(one) and _place_ids(other) and not _place_ids(one) & _place_ids(other):
        return False
    least = SAME_FIGURES if one.figures else SAME_WORDS
    words = fold(one.passage.exact), fold(other.passage.exact)
    return _negated(one) == _negated(other) and fuzz.token_set_ratio(*words, score_cutoff=least) >= least


class _Picking:
    """The walk through the ranked claims."""

    def __init__(self, ranked: Sequence[SourcedClaim], draw: Draw, limit: int) -> None:
        self.ranked = ranked
        self.chosen: dict[int, DigestItem] = {}
        self.held: Counter[str] = Counter()
        self.fates: dict[int, str] = {}
        self._draw = draw
        self._limit = limit
        self._of: defaultdict[str, list[Claim]] = defaultdict(list)  #: the chosen claims of each claimant
        self._done: set[int] = set()

    def run(self) -> None:
        """Choose until there are enough lines or no more claims."""
        sides: set[str] = set()
        for i, (claim, _) in enumerate(self.ranked):
            side = claim.claimant.side
            if side and side not in sides and self._take(i, 1, f"the best of its side, {side}"):
                sides.add(side)
        for most, why in enumerate(("its claimant’s best", "its claimant’s second"), 1):
            for i in range(len(self.ranked)):
                if len(self.chosen) >= self._limit:
                    return
                naming = self._named_by(i) if most == 1 else None
                if naming:
                    self.fates[i] = f"left out at first, as the line of {naming} names it in its flag"
                else:
                    self._take(i, most, why)

    def _named_by(self, i: int) -> str | None:
        """The claim that differs from this one and names it in its line's flag, in a short digest."""
        if self._limit > SHORT or not self.ranked[i][0].relations:
            return None
        differing = conflicts(self.ranked[i][0])
        return next((self.ranked[j][0].id for j in self.chosen if self.ranked[j][0].id in differing), None)

    def _take(self, i: int, most: int, why: str) -> bool:
        claim, _ = self.ranked[i]
        of = self._of[speaker(claim)]
        if i in self._done or len(self.chosen) >= self._limit:
            return False
        if len(of) >= most:
            before = "a line that ranks" if most == 1 else f"{most} lines that rank"
            self.fates[i] = f"left out, as its claimant has {before} before it"
            return False
        self._done.add(i)
        same = next((other for other in of if repeats(claim, other)), None)
        if same:
            self.fates[i] = f"left out, as the line of {same.id} says the same"
            return False
        item = self._draw(self.ranked[i])
        if isinstance(item, str):
            self.held[item] += 1
            self.fates[i] = f"held back: {item}"
            return False
        self.chosen[i] = item
        self.fates[i] = f"chosen as {why}"
        of.append(claim)
        return True


def conflicts(claim: Claim) -> set[str]:
    """The ids of the claims that this one differs from."""
    return {relation.claim_id for relation in claim.relations if relation.kind in _SIDE_BY_SIDE}


def merits(found: SourcedClaim) -> str:
    """What a claim is ranked by, in words, most weighty first."""
    claim, article = found
    kinds = {relation.kind for relation in claim.relations}
    said = [
        ("replaced by later news", bool(kinds & _REPLACED)),
        ("unsettled", claim.status != "claimed" or bool(kinds & _UNSETTLED)),
        ("no named source", claim.claimant.role == "unnamed"),
        ("of a known day", _dated(claim)),
        ("gives a figure", bool(claim.figures)),
    ]
    place = f"at {100 * claim.passage.start // len(article.body)} % of its article"
    return ", ".join([*(words for words, holds in said if holds), place])


def speaker(claim: Claim) -> str:
    """Whose line a claim takes."""
    return claim.claimant.actor_id or claim.claimant.name


def moment(found: SourcedClaim) -> float:
    """When a claim was made, or else what it is about, or else when it was published, in seconds."""
    claim, article = found
    when = claim.said_at or claim.valid_from or article.date_published
    return when.timestamp() if when else 0.0


def _rank(found: SourcedClaim) -> tuple[object, ...]:
    """The order of a digest; smaller comes first."""
    claim, article = found
    kinds = {relation.kind for relation in claim.relations}
    return (
        bool(kinds & _REPLACED),
        claim.status == "claimed" and not kinds & _UNSETTLED,
        claim.claimant.role == "unnamed",
        not _dated(claim),
        not claim.figures,
        -moment(found),
        claim.passage.start / len(article.body),
        claim.id,
    )


def _dated(claim: Claim) -> bool:
    """Whether the text says on which day something was or was said."""
    said = claim.said_at is not None and claim.said_precision in DAYS
    return said or (claim.valid_from is not None and claim.valid_precision in DAYS)


def _first_published(picking: _Picking, draw: Draw) -> tuple[list[DrawnLine], tuple[str, ...]]:
    """The chosen claims, each as it was published first, and the ids of all that say the same."""
    of: defaultdict[str, list[SourcedClaim]] = defaultdict(list)
    wanted = {speaker(picking.ranked[i][0]) for i in picking.chosen}
    for one in picking.ranked:
        if (name := speaker(one[0])) in wanted:
            of[name].append(one)
    chosen: list[DrawnLine] = []
    ids: dict[str, None] = {}
    for i in sorted(picking.chosen):
        head = picking.ranked[i]
        same = [one for one in of[speaker(head[0])] if one is head or repeats(one[0], head[0])]
        first = min(same, key=_published)
        item = picking.chosen[i] if first is head or first[0].id in ids else draw(first)
        if isinstance(item, str) or item is picking.chosen[i]:
            first, item = head, picking.chosen[i]
        chosen.append(DrawnLine(first, item))
        ids |= dict.fromkeys(one[0].id for one in same)
    return chosen, tuple(ids)


def _published(found: SourcedClaim) -> tuple[float, str, int, str]:
    claim, article = found
    when = article.date_published
    return (when.timestamp() if when else float("inf"), article.id, claim.passage.start, claim.id)


def side_by_side(chosen: Sequence[DrawnLine]) -> list[DrawnLine]:
    """The lines in their order, but claims that differ next to each other, oldest first, where the first stood."""
    lines = {line.item.claim_id: line for line in chosen}
    placed: dict[str, DrawnLine] = {}
    for line in chosen:
        claim = line.source.claim
        if claim.id not in placed:
            differing = conflicts(claim) & lines.keys() - placed.keys()
            together = sorted({claim.id, *differing}, key=lambda i: (moment(lines[i].source), i))
            placed |= {i: lines[i] for i in together}
    return list(placed.values())


def _figures(claim: Claim) -> set[tuple[float | None, float | None, float | None, str | None]]:
    return {(f.value, f.low, f.high, f.unit) for f in claim.figures}


def _negated(claim: Claim) -> bool:
    return bool(_NEGATION.search(claim.passage.exact))


def _place_ids(claim: Claim) -> set[int]:
    return {mention.place.id for mention in claim.places}
