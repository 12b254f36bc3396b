"""Which of many claims make a digest, and in which order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from digests.composing.candidates import ranked
from digests.composing.merits import is_replaced, moment
from digests.composing.past import NOTHING, Past
from digests.composing.picking import LINE, SAYS_THE_SAME, Draw, Picking, Room, conflicts
from digests.composing.repetition import repeats
from digests.lexicon import lexicon_of
from digests.lines.gate import LINE_CHARS
from digests.models import Claim, DigestItem, SourcedClaim


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


def select(sources: Sequence[SourcedClaim], draw: Draw, room: Room, past: Past = NOTHING) -> Selection:
    """Choose at most as many lines as there is room for: the best of the sides and of the others, no claimant's third.

    Claims are drawn only until there are enough. What says the same as a chosen line is left out, and stands for it
    where it was published first. What is older than the window of the digest fills the lines that are left.
    """
    picking = Picking(ranked(sources, room.limit, past.late_ids(sources)), draw, room)
    picking.run()
    printed_lines = _first_published(picking, draw)
    stands_for = {source.claim.id: line.drawn_line for line in printed_lines.values() for source in line.sources}

    def all_claims() -> Iterator[Claim]:
        """Asked for only where another side has no line, as fetching thousands takes long."""
        yield from (source.claim for source in sources)
        # What the channel has had is no line of this digest: a flag that names it must say its number.
        yield from (claim for claim in past.claims if len(claim.figures) == 1)

    return Selection(
        side_by_side(
            [
                counted(answered(line.drawn_line, stands_for, all_claims, draw), line.sources)
                for line in printed_lines.values()
            ]
        ),
        tuple(dict.fromkeys(source.claim.id for line in printed_lines.values() for source in line.sources)),
        picking.holds,
        _fates(picking, printed_lines),
    )


class _Printed(NamedTuple):
    """A chosen claim as it is printed, and all claims that say the same."""

    drawn_line: DrawnLine
    sources: list[SourcedClaim]


def _first_published(picking: Picking, draw: Draw) -> dict[int, _Printed]:
    """The chosen claims by their numbers, each as it was published first, with all that say the same."""
    by_claimant: defaultdict[str, list[SourcedClaim]] = defaultdict(list)
    speakers = {picking.candidates[i].speaker for i in picking.picks}
    for candidate in picking.candidates:
        if candidate.speaker in speakers:
            by_claimant[candidate.speaker].append(candidate.source)
    printed_lines: dict[int, _Printed] = {}
    printed_ids: set[str] = set()
    for i, item in sorted(picking.picks.items()):
        head = picking.candidates[i].source
        lexicon = lexicon_of(head.article)
        candidates = by_claimant[picking.candidates[i].speaker]
        sources = [source for source in candidates if source is head or repeats(source.claim, head.claim, lexicon)]
        first = min(sources, key=_published)
        first_item = item if first is head or first.claim.id in printed_ids else draw(first)
        if isinstance(first_item, str) or first_item is item:
            first, first_item = head, item
        printed_lines[i] = _Printed(DrawnLine(first, first_item), sources)
        printed_ids |= {source.claim.id for source in sources}
    return printed_lines


def _fates(picking: Picking, printed_lines: Mapping[int, _Printed]) -> dict[str, str]:
    """What became of each claim that was looked at, by its id; a claim that stands for another has its fate."""
    line_ids = {i: line.drawn_line.source.claim.id for i, line in printed_lines.items()}
    fates = {
        picking.candidates[i].source.claim.id: fate.words.replace(LINE, line_ids.get(fate.number, ""))
        for i, fate in picking.fates.items()
    }
    for i, line in printed_lines.items():
        head, shown_id = picking.candidates[i].source.claim.id, line_ids[i]
        if shown_id != head:
            fates[shown_id] = f"{fates[head]}, where it was published first"
            fates[head] = SAYS_THE_SAME.replace(LINE, shown_id)
        for source in line.sources:
            fates.setdefault(source.claim.id, SAYS_THE_SAME.replace(LINE, shown_id))
    return fates


def _published(source: SourcedClaim) -> tuple[float, str, int, str]:
    claim, article = source
    published = article.date_published
    return (published.timestamp() if published else float("inf"), article.id, claim.passage.start, claim.id)


def answered(
    line: DrawnLine, stands_for: Mapping[str, DrawnLine], claims: Callable[[], Iterable[Claim]], draw: Draw
) -> DrawnLine:
    """A line that names only other sides which have a line too; where none has, its flag says their number.

    That it is denied says all by itself.
    """
    claim, article = line.source
    differing = conflicts(claim)
    silent = differing - stands_for.keys()
    if not silent:
        return line
    others = (
        [other for other in claims() if other.id in silent and not is_replaced(other)] if silent == differing else []
    )
    telling_ids = {other.id for other in others if len(other.figures) == 1}
    denying_ids = {relation.claim_id for relation in claim.relations if relation.kind == "denied by"}
    dropped_ids = silent - telling_ids - (denying_ids & {other.id for other in others})
    relations = tuple(relation for relation in claim.relations if relation.claim_id not in dropped_ids)
    source = SourcedClaim(claim.model_copy(update={"relations": relations}), article)
    item = draw(source)
    return line if isinstance(item, str) else _valued(DrawnLine(source, item), others)


def counted(line: DrawnLine, sources: Iterable[SourcedClaim]) -> DrawnLine:
    """A line that says how many outlets have it, where there are several and room for it."""
    outlets = len({source.article.publisher.name for source in sources})
    return flagged(line, f"{outlets} outlets") if outlets > 1 else line


def flagged(line: DrawnLine, flag: str) -> DrawnLine:
    """A line with one more flag, where there is room for it."""
    item = line.item.model_copy(update={"flags": (*line.item.flags, flag)})
    return DrawnLine(line.source, item) if len(item.line) <= LINE_CHARS else line


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
            in_order |= {i: _answering(lines[i]) if n else lines[i] for n, i in enumerate(together)}
    return list(in_order.values())


def _answering(line: DrawnLine) -> DrawnLine:
    return DrawnLine(line.source, line.item.model_copy(update={"answers_previous": True}))
