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
    holds: Counter[str] = field(default_factory=Counter)
    fates: dict[str, str] = field(default_factory=dict)


def select(sources: Sequence[SourcedClaim], draw: Draw, limit: int) -> Selection:
    """Choose at most `limit` lines: each side's best, then every claimant's best, then a second of each.

    Claims are drawn only until there are enough. What says the same as a chosen line is left out, and stands for it
    where it was published first.
    """
    picking = _Picking(_ranked(sources, limit), draw, limit)
    picking.run()
    printed_lines = _first_published(picking, draw)
    stands_for = {source.claim.id: line.drawn_line for line in printed_lines.values() for source in line.sources}
    return Selection(
        side_by_side(
            [
                counted(answered(line.drawn_line, stands_for, sources, draw), line.sources)
                for line in printed_lines.values()
            ]
        ),
        tuple(dict.fromkeys(source.claim.id for line in printed_lines.values() for source in line.sources)),
        picking.holds,
        _fates(picking, printed_lines),
    )


def _ranked(sources: Sequence[SourcedClaim], limit: int) -> list[SourcedClaim]:
    """The claims, most important first; the words are read only of those that may have a line."""
    by_data = sorted(sources, key=rank)
    count = max(READ, READ_EACH * limit)
    return sorted(by_data[:count], key=full_rank) + by_data[count:]


class _Fate(NamedTuple):
    """Why a claim has a line, or has none; `{line}` stands for the chosen claim of that number."""

    words: str
    number: int = -1


_NONE = _Fate("")


class _Printed(NamedTuple):
    """A chosen claim as it is printed, and all claims that say the same."""

    drawn_line: DrawnLine
    sources: list[SourcedClaim]


class _Picking:
    """The walk through the ranked claims."""

    def __init__(self, ranking: Sequence[SourcedClaim], draw: Draw, limit: int) -> None:
        self.ranking = ranking
        self.picks: dict[int, DigestItem] = {}
        self.holds: Counter[str] = Counter()
        self.fates: dict[int, _Fate] = {}
        self._draw = draw
        self._limit = limit
        self._by_claimant: defaultdict[str, list[int]] = defaultdict(list)  #: what was chosen of each claimant
        self._done: set[int] = set()
        self._waiting: dict[int, DigestItem] = {}  #: lines that may be chosen yet, as another's answer
        self._places = {
            claim.id: i for i, (claim, _) in enumerate(ranking) if claim.relations and not is_replaced(claim)
        }

    def run(self) -> None:
        """Choose until there are enough lines or no more claims."""
        sides: set[str] = set()
        for i, (claim, _) in enumerate(self.ranking):
            side = claim.claimant.side
            if side and side not in sides and self._take(i, 1, f"the best of its side, {side}"):
                sides.add(side)
        for quota, reason in enumerate(("its claimant’s best", "its claimant’s second"), 1):
            for i in range(len(self.ranking)):
                if len(self.picks) >= self._limit:
                    return
                self._take(i, quota, reason)

    def _take(self, i: int, quota: int, reason: str) -> bool:
        """Choose a claim if it may have a line, and with it the other side where that has none yet."""
        claim = self.ranking[i].claim
        picks = self._by_claimant[speaker(claim)]
        if i in self._done or len(self.picks) >= self._limit:
            return False
        if len(picks) >= quota:
            lines = "a line that ranks" if quota == 1 else f"{quota} lines that rank"
            self.fates[i] = _Fate(f"left out, as its claimant has {lines} before it")
            return False
        item = self._drawn(i)
        if item is None:
            return False
        other = self._answer(i)
        if other is not None and len(self.picks) + 2 > max(self._limit, 2):
            self.fates[i] = _Fate("left out, as there is no room for the other side beside it")
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
        picks = self._by_claimant[speaker(claim)]
        original = next((j for j in picks if repeats(claim, self.ranking[j].claim, lexicon)), None)
        if original is not None:
            self.fates[i] = _Fate(_SAYS_THE_SAME, original)
            return None
        item = self._draw(self.ranking[i])
        if isinstance(item, str):
            self.holds[item] += 1
            self.fates[i] = _Fate(f"held back: {item}")
            return None
        self._waiting[i] = item
        return item

    def _choose(self, i: int, item: DigestItem, reason: str) -> None:
        self.picks[i] = item
        self.fates[i] = _Fate(f"chosen as {reason}")
        self._by_claimant[speaker(self.ranking[i].claim)].append(i)

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
    return {relation.claim_id for relation in claim.relations if relation.kind in _SIDE_BY_SIDE}


def speaker(claim: Claim) -> str:
    """Whose line a claim takes."""
    return claim.claimant.actor_id or claim.claimant.name


def _first_published(picking: _Picking, draw: Draw) -> dict[int, _Printed]:
    """The chosen claims by their numbers, each as it was published first, with all that say the same."""
    by_claimant: defaultdict[str, list[SourcedClaim]] = defaultdict(list)
    speakers = {speaker(picking.ranking[i].claim) for i in picking.picks}
    for source in picking.ranking:
        if (name := speaker(source.claim)) in speakers:
            by_claimant[name].append(source)
    printed_lines: dict[int, _Printed] = {}
    printed_ids: set[str] = set()
    for i, item in sorted(picking.picks.items()):
        head = picking.ranking[i]
        lexicon = lexicon_of(head.article)
        candidates = by_claimant[speaker(head.claim)]
        sources = [source for source in candidates if source is head or repeats(source.claim, head.claim, lexicon)]
        first = min(sources, key=_published)
        first_item = item if first is head or first.claim.id in printed_ids else draw(first)
        if isinstance(first_item, str) or first_item is item:
            first, first_item = head, item
        printed_lines[i] = _Printed(DrawnLine(first, first_item), sources)
        printed_ids |= {source.claim.id for source in sources}
    return printed_lines


def _fates(picking: _Picking, printed_lines: Mapping[int, _Printed]) -> dict[str, str]:
    """What became of each claim that was looked at, by its id; a claim that stands for another has its fate."""
    line_ids = {i: line.drawn_line.source.claim.id for i, line in printed_lines.items()}
    fates = {
        picking.ranking[i].claim.id: fate.words.replace(_LINE, line_ids.get(fate.number, ""))
        for i, fate in picking.fates.items()
    }
    for i, line in printed_lines.items():
        head, shown_id = picking.ranking[i].claim.id, line_ids[i]
        if shown_id != head:
            fates[shown_id] = f"{fates[head]}, where it was published first"
            fates[head] = _SAYS_THE_SAME.replace(_LINE, shown_id)
        for source in line.sources:
            fates.setdefault(source.claim.id, _SAYS_THE_SAME.replace(_LINE, shown_id))
    return fates


def _published(source: SourcedClaim) -> tuple[float, str, int, str]:
    claim, article = source
    published = article.date_published
    return (published.timestamp() if published else float("inf"), article.id, claim.passage.start, claim.id)


def answered(
    line: DrawnLine, stands_for: Mapping[str, DrawnLine], sources: Sequence[SourcedClaim], draw: Draw
) -> DrawnLine:
    """A line that names only other sides which have a line too; where none has, its flag says their number."""
    claim, article = line.source
    differing = conflicts(claim)
    if not differing:
        return line
    silent = differing - stands_for.keys()
    others = [other.claim for other in sources if other.claim.id in silent and not is_replaced(other.claim)]
    if silent == differing and others:
        return _valued(line, others)
    relations = tuple(relation for relation in claim.relations if relation.claim_id not in silent)
    source = SourcedClaim(claim.model_copy(update={"relations": relations}), article)
    item = draw(source)
    return line if isinstance(item, str) else DrawnLine(source, item)


def counted(line: DrawnLine, sources: Iterable[SourcedClaim]) -> DrawnLine:
    """A line that says how many outlets have it, where there are several and room for it."""
    outlets = len({source.article.publisher.name for source in sources})
    item = line.item.model_copy(update={"flags": (*line.item.flags, f"{outlets} outlets")})
    return DrawnLine(line.source, item) if outlets > 1 and len(item.line) <= LINE_CHARS else line


def _valued(line: DrawnLine, others: Sequence[Claim]) -> DrawnLine:
    """A line whose flag gives the other side's number, as that side has no line."""
    figures = {other.claimant.short or other.claimant.name: other.figures for other in others}
    flags = []
    for flag in line.item.flags:
        name = next((name for name, values in figures.items() if len(values) == 1 and name in flag), None)
        flags.append(f"{flag}: {figures[name][0].surface}" if name else flag)
    return DrawnLine(line.source, line.item.model_copy(update={"flags": tuple(flags)}))


def side_by_side(drawn_lines: Sequence[DrawnLine]) -> list[DrawnLine]:
    """The lines in their order, but claims that differ next to each other, oldest first, where the first stood."""
    lines = {line.item.claim_id: line for line in drawn_lines}
    in_order: dict[str, DrawnLine] = {}
    for line in drawn_lines:
        claim = line.source.claim
        if claim.id not in in_order:
            differing = conflicts(claim) & lines.keys() - in_order.keys()
            together = sorted({claim.id, *differing}, key=lambda i: (moment(lines[i].source), i))
            in_order |= {i: lines[i] for i in together}
    return list(in_order.values())
