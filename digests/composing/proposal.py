"""What a language model may propose for a digest: an order of known claims, and where a line ends early; no words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

from pydantic import Field

from digests.composing.candidates import speaker
from digests.composing.drawing import drawing
from digests.composing.picking import Room, conflicts
from digests.composing.ranking import DrawnLine, Selection, select, side_by_side
from digests.composing.repetition import repeats
from digests.lexicon import lexicon_of
from digests.lines.gate import hold_reason
from digests.lines.wording import shorter_bodies
from digests.models import DigestItem, SourcedClaim, Value

POOL = 24  #: how many lines there are to choose from


class ProposedLine(Value):
    """One line of a proposal: a claim, and the numbers of the possible deletions to make in it."""

    claim_id: str
    drop: tuple[Annotated[int, Field(ge=0)], ...] = ()


class Proposal(Value):
    """Which claims to print, in which order."""

    lines: tuple[ProposedLine, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be chosen, and the shorter lines that its deletions leave, by number."""

    line: DrawnLine
    shorter: tuple[DigestItem, ...] = ()

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.line[1].claim_id


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a proposal chooses from, and what was held back on the way."""

    lines: tuple[Candidate, ...]
    holds: Counter[str] = field(default_factory=Counter)


def candidates_of(sources: Sequence[SourcedClaim], *, now: datetime, limit: int, floor: float = 0.0) -> Candidates:
    """The lines that a digest of at most `limit` lines is chosen from, each fit to print as it is."""
    selection = select(sources, drawing(now=now, floor=floor), Room(max(limit, POOL)))
    lines = tuple(Candidate(line, _shorter(line, now)) for line in selection.lines)
    return Candidates(lines, selection.holds)


def apply_proposal(
    proposal: Proposal, candidates: Candidates, sources: Sequence[SourcedClaim], *, now: datetime, limit: int
) -> Selection | None:
    """The lines that a proposal chooses, or none where anything in it is not allowed.

    It may name known claims only, each once and at most `limit`; a side that has a claim keeps a line, a claim that
    differs from another comes with it, and every line passes the gate again. Claims that differ stand side by side
    whatever order was proposed.
    """
    by_id = {candidate.id: candidate for candidate in candidates.lines}
    ids = [line.claim_id for line in proposal.lines]
    if len(ids) > limit or len(set(ids)) < len(ids) or not by_id.keys() >= set(ids):
        return None
    if _silences(set(ids), candidates, limit) or _parts(set(ids), by_id):
        return None
    new_lines = [_drawn(by_id[line.claim_id], line.drop, now) for line in proposal.lines]
    lines = [line for line in new_lines if line]
    if len(lines) < len(new_lines):
        return None
    return Selection(side_by_side(lines), _stands_for(lines, sources), candidates.holds)


def _shorter(line: DrawnLine, now: datetime) -> tuple[DigestItem, ...]:
    (claim, article), item = line
    items = (item.model_copy(update={"body": body}) for body in shorter_bodies(claim, article))
    return tuple(
        shorter for shorter in items if shorter.body != item.body and not hold_reason(shorter, claim, article, now=now)
    )


def _silences(ids: set[str], candidates: Candidates, limit: int) -> bool:
    """Whether a side loses its only lines although there is room for every side."""
    sides = {side for candidate in candidates.lines if (side := candidate.line[0][0].claimant.side)}
    kept_sides = {candidate.line[0][0].claimant.side for candidate in candidates.lines if candidate.id in ids}
    return len(sides) <= limit and not sides <= kept_sides


def _parts(ids: set[str], by_id: dict[str, Candidate]) -> bool:
    """Whether a claim is chosen without one that it differs from."""
    return any(other in by_id and other not in ids for i in ids for other in conflicts(by_id[i].line[0][0]))


def _drawn(candidate: Candidate, drop: Sequence[int], now: datetime) -> DrawnLine | None:
    """A candidate's line with its deletions made; each ends the line early, so one number is all there can be."""
    if not drop:
        return candidate.line
    if len(drop) > 1 or drop[0] >= len(candidate.shorter):
        return None
    source, item = candidate.line.source, candidate.shorter[drop[0]]
    return None if hold_reason(item, source.claim, source.article, now=now) else DrawnLine(source, item)


def _stands_for(lines: Sequence[DrawnLine], sources: Sequence[SourcedClaim]) -> tuple[str, ...]:
    """The ids of the chosen claims and of all that say the same."""
    ids: dict[str, None] = {}
    for (head, article), _ in lines:
        lexicon = lexicon_of(article)
        repetitions = (
            claim
            for claim, _ in sources
            if speaker(claim.claimant) == speaker(head.claimant) and repeats(claim, head, lexicon)
        )
        ids |= dict.fromkeys([head.id, *(claim.id for claim in repetitions)])
    return tuple(ids)
