"""Which of many claims make a digest, and in which order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from digests.composing.merits import full_rank, is_replaced, moment, rank
from digests.composing.repetition import repeats
from digests.lexicon import lexicon_of
from digests.lines.gate import LINE_CHARS
from digests.models import Claim, DigestItem, RelationKind, SourcedClaim

READ = 200  #: of how many claims at least the words are read to rank them
READ_EACH = 25  #: of how many for each line
#: Relations whose two claims stand next to each other.
_SIDE_BY_SIDE: frozenset[RelationKind] = frozenset({"contradicts", "differs", "denies", "denied by"})

_LINE = "{line}"
_SAYS_THE_SAME = "left out, as the line of {line} says the same"

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
    picking = _Picking(_ranked(found, limit), draw, limit)
    picking.run()
    printed = _first_published(picking, draw)
    stands_for = {source.claim.id: line.drawn for line in printed.values() for source in line.same}
    return Selection(
        side_by_side([counted(answered(line.drawn, stands_for, found, draw), line.same) for line in printed.values()]),
        tuple(dict.fromkeys(source.claim.id for line in printed.values() for source in line.same)),
        picking.held,
        _fates(picking, printed),
    )


def _ranked(found: Sequence[SourcedClaim], limit: int) -> list[SourcedClaim]:
    """The claims, most important first; the words are read only of those that may have a line."""
    by_data = sorted(found, key=rank)
    read = max(READ, READ_EACH * limit)
    return sorted(by_data[:read], key=full_rank) + by_data[read:]


class _Fate(NamedTuple):
    """Why a claim has a line, or has none; `{line}` stands for the chosen claim of that number."""

    words: str
    chosen: int = -1


_NONE = _Fate("")


class _Printed(NamedTuple):
    """A chosen claim as it is printed, and all claims that say the same."""

    drawn: DrawnLine
    same: list[SourcedClaim]


class _Picking:
    """The walk through the ranked claims."""

    def __init__(self, ranked: Sequence[SourcedClaim], draw: Draw, limit: int) -> None:
        self.ranked = ranked
        self.chosen: dict[int, DigestItem] = {}
        self.held: Counter[str] = Counter()
        self.fates: dict[int, _Fate] = {}
        self._draw = draw
        self._limit = limit
        self._by_claimant: defaultdict[str, list[int]] = defaultdict(list)  #: what was chosen of each claimant
        self._done: set[int] = set()
        self._waiting: dict[int, DigestItem] = {}  #: lines that may be chosen yet, as another's answer
        self._places = {
            claim.id: i for i, (claim, _) in enumerate(ranked) if claim.relations and not is_replaced(claim)
        }

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
                self._take(i, most, why)

    def _take(self, i: int, most: int, why: str) -> bool:
        """Choose a claim if it may have a line, and with it the other side where that has none yet."""
        claim = self.ranked[i].claim
        before = self._by_claimant[speaker(claim)]
        if i in self._done or len(self.chosen) >= self._limit:
            return False
        if len(before) >= most:
            lines = "a line that ranks" if most == 1 else f"{most} lines that rank"
            self.fates[i] = _Fate(f"left out, as its claimant has {lines} before it")
            return False
        item = self._drawn(i)
        if item is None:
            return False
        other = self._answer(i)
        if other is not None and len(self.chosen) + 2 > max(self._limit, 2):
            self.fates[i] = _Fate("left out, as there is no room for the other side beside it")
            return False
        self._choose(i, item, why)
        if other is not None and len(self.chosen) < self._limit:
            self._choose(*other, "the other side of a line")
        return True

    def _drawn(self, i: int) -> DigestItem | None:
        """A claim's line, unless it is held back or says what a chosen one says; each claim is drawn once."""
        self._done.add(i)
        claim, article = self.ranked[i]
        lexicon = lexicon_of(article)
        chosen = self._by_claimant[speaker(claim)]
        same = next((j for j in chosen if repeats(claim, self.ranked[j].claim, lexicon)), None)
        if same is not None:
            self.fates[i] = _Fate(_SAYS_THE_SAME, same)
            return None
        item = self._draw(self.ranked[i])
        if isinstance(item, str):
            self.held[item] += 1
            self.fates[i] = _Fate(f"held back: {item}")
            return None
        self._waiting[i] = item
        return item

    def _choose(self, i: int, item: DigestItem, why: str) -> None:
        self.chosen[i] = item
        self.fates[i] = _Fate(f"chosen as {why}")
        self._by_claimant[speaker(self.ranked[i].claim)].append(i)

    def _answer(self, i: int) -> tuple[int, DigestItem] | None:
        """The best line of another side that a claim differs from; none where one of them has a line already."""
        others = sorted(self._places[one] for one in conflicts(self.ranked[i].claim) if one in self._places)
        if any(j in self.chosen or self.fates.get(j, _NONE).chosen in self.chosen for j in others):
            return None
        drawn = ((j, self._waiting.get(j) if j in self._done else self._drawn(j)) for j in others)
        return next(((j, item) for j, item in drawn if item is not None), None)


def conflicts(claim: Claim) -> set[str]:
    """The ids of the claims that this one differs from."""
    return {relation.claim_id for relation in claim.relations if relation.kind in _SIDE_BY_SIDE}


def speaker(claim: Claim) -> str:
    """Whose line a claim takes."""
    return claim.claimant.actor_id or claim.claimant.name


def _first_published(picking: _Picking, draw: Draw) -> dict[int, _Printed]:
    """The chosen claims by their numbers, each as it was published first, with all that say the same."""
    by_claimant: defaultdict[str, list[SourcedClaim]] = defaultdict(list)
    wanted = {speaker(picking.ranked[i].claim) for i in picking.chosen}
    for source in picking.ranked:
        if (name := speaker(source.claim)) in wanted:
            by_claimant[name].append(source)
    printed: dict[int, _Printed] = {}
    taken: set[str] = set()
    for i, item in sorted(picking.chosen.items()):
        head = picking.ranked[i]
        lexicon = lexicon_of(head.article)
        candidates = by_claimant[speaker(head.claim)]
        same = [source for source in candidates if source is head or repeats(source.claim, head.claim, lexicon)]
        first = min(same, key=_published)
        drawn = item if first is head or first.claim.id in taken else draw(first)
        if isinstance(drawn, str) or drawn is item:
            first, drawn = head, item
        printed[i] = _Printed(DrawnLine(first, drawn), same)
        taken |= {source.claim.id for source in same}
    return printed


def _fates(picking: _Picking, printed: Mapping[int, _Printed]) -> dict[str, str]:
    """What became of each claim that was looked at, by its id; a claim that stands for another has its fate."""
    line_ids = {i: line.drawn.source.claim.id for i, line in printed.items()}
    fates = {
        picking.ranked[i].claim.id: fate.words.replace(_LINE, line_ids.get(fate.chosen, ""))
        for i, fate in picking.fates.items()
    }
    for i, line in printed.items():
        head, shown = picking.ranked[i].claim.id, line_ids[i]
        if shown != head:
            fates[shown] = f"{fates[head]}, where it was published first"
            fates[head] = _SAYS_THE_SAME.replace(_LINE, shown)
        for source in line.same:
            fates.setdefault(source.claim.id, _SAYS_THE_SAME.replace(_LINE, shown))
    return fates


def _published(found: SourcedClaim) -> tuple[float, str, int, str]:
    claim, article = found
    when = article.date_published
    return (when.timestamp() if when else float("inf"), article.id, claim.passage.start, claim.id)


def answered(
    line: DrawnLine, stands_for: Mapping[str, DrawnLine], found: Sequence[SourcedClaim], draw: Draw
) -> DrawnLine:
    """A line that names only other sides which have a line too; where none has, its flag says their number."""
    claim, article = line.source
    differing = conflicts(claim)
    if not differing:
        return line
    silent = differing - stands_for.keys()
    others = [other.claim for other in found if other.claim.id in silent and not is_replaced(other.claim)]
    if silent == differing and others:
        return _valued(line, others)
    relations = tuple(relation for relation in claim.relations if relation.claim_id not in silent)
    source = SourcedClaim(claim.model_copy(update={"relations": relations}), article)
    item = draw(source)
    return line if isinstance(item, str) else DrawnLine(source, item)


def counted(line: DrawnLine, same: Iterable[SourcedClaim]) -> DrawnLine:
    """A line that says how many outlets have it, where there are several and room for it."""
    outlets = len({source.article.publisher.name for source in same})
    item = line.item.model_copy(update={"flags": (*line.item.flags, f"{outlets} outlets")})
    return DrawnLine(line.source, item) if outlets > 1 and len(item.line) <= LINE_CHARS else line


def _valued(line: DrawnLine, others: Sequence[Claim]) -> DrawnLine:
    """A line whose flag gives the other side's number, as that side has no line."""
    figures = {other.claimant.short or other.claimant.name: other.figures for other in others}
    flags = []
    for flag in line.item.flags:
        name = next((name for name, own in figures.items() if len(own) == 1 and name in flag), None)
        flags.append(f"{flag}: {figures[name][0].surface}" if name else flag)
    return DrawnLine(line.source, line.item.model_copy(update={"flags": tuple(flags)}))


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
