"""The fixed words that a line carries for a claim's relations to others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from digests.dates import format_day
from digests.models import Claim, Relation

_DIFFERENT = frozenset({"contradicts", "differs"})


def relation_flags(claim: Claim, *, now: datetime) -> tuple[str, ...]:
    """`denied by X`, `differs from X (Fri 7 Feb)`, `updated`, `corrected`: each at most once, of the latest claim."""
    by_kind = {relation.kind for relation in claim.relations}
    flags: list[str] = []
    denied = _latest(r for r in claim.relations if r.kind == "denied by")
    if denied:
        flags.append(f"denied by {denied.claimant}")
    others = (r for r in claim.relations if r.kind in _DIFFERENT and not (denied and r.claimant == denied.claimant))
    if different := _latest(others):
        day = format_day(different.said_at, different.said_precision, now=now) if different.said_at else ""
        flags.append(f"differs from {different.claimant}" + (f" ({day})" if day else ""))
    if "updates" in by_kind:
        flags.append("updated")
    if "corrects" in by_kind:
        flags.append("corrected")
    return tuple(flags)


def _latest(relations: Iterable[Relation]) -> Relation | None:
    """The relation to the latest claim whose date is known, else the first."""
    return max(relations, key=lambda r: r.said_at.timestamp() if r.said_at else 0.0, default=None)
