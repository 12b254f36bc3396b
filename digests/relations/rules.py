"""How one claim stands to another about the same event; every answer comes with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digests.models import RelationKind
from digests.relations.denials import denial
from digests.relations.events import ClaimFacts, Event
from digests.relations.origins import cites, same_claimant
from digests.relations.reasons import key_of, place_of, times_of
from digests.relations.similarity import (
    close,
    covers,
    is_news,
    of_one_origin,
    one_account,
    overlap,
    replaces,
    rivals,
    same_place,
    same_statement,
    same_subject,
    same_thing,
    same_time,
)

SAME_COUNT = 0.4  #: share of the shorter claim's words that two claims with other amounts must have in common
SAME_EVENT = 0.3  #: the same for any two claims but a denial


@dataclass(frozen=True, slots=True)
class Link:
    """How the earlier claim stands to the later one, and the later to the earlier."""

    earlier: RelationKind
    later: RelationKind
    reason: str
    agrees: bool = False  #: whether it adds an independent origin


def link(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    """How two claims stand to each other, or None where they are not about the same event."""
    if later.claim.kind == "denial":
        reason = denial(earlier, later)
        if reason:
            return Link("denied by", "denies", reason)
    if overlap(earlier, later) < SAME_EVENT or not close(earlier, later):
        return None
    shared = [
        (one, other)
        for one in earlier.events
        for other in later.events
        if one.kind == other.kind and one.real and other.real
    ]
    exclusions = (_exclusion(earlier, one, later, other) for one, other in shared)
    return next(filter(None, exclusions), None) or _consent(earlier, later, shared)


def _consent(earlier: ClaimFacts, later: ClaimFacts, shared: Sequence[tuple[Event, Event]]) -> Link | None:
    """The link between two claims that say the same of an event, if perhaps with other numbers."""
    if any(one.polarity != other.polarity for one, other in shared) or not same_place(earlier, later):
        return None
    for one, other in shared:
        if same_subject(earlier, one, later, other):
            return _by_amount(earlier, later, one) or _agreement(earlier, later, one)
    return None


def _exclusion(earlier: ClaimFacts, one: Event, later: ClaimFacts, other: Event) -> Link | None:
    """The link between two claims of which one says what the other rules out."""
    if not same_subject(earlier, one, later, other):
        rivals = one.kind == "control" and one.polarity == other.polarity == 1 and one.subject and other.subject
        if not rivals or not earlier.places & later.places:
            return None
        return _opposed(earlier, later, f"both speak of who controls {place_of(earlier, later)}")
    if one.polarity == other.polarity:
        return None
    positive, negative = (earlier, later) if one.polarity == 1 else (later, earlier)
    if not covers(negative, positive):
        return None
    return _opposed(earlier, later, f"one says so and the other does not: {key_of(one, earlier)}")


def _opposed(earlier: ClaimFacts, later: ClaimFacts, what: str) -> Link | None:
    """Two accounts that exclude each other, if they are of the same time."""
    same = same_claimant(earlier.claim.claimant, later.claim.claimant)
    if same or of_one_origin(earlier, later):
        return _update(earlier, later, what)
    if same_time(earlier, later):
        return Link("contradicts", "contradicts", f"{what}; {times_of(earlier, later)}, the same time")
    if is_news(earlier, later):
        return Link("differs", "differs", f"{what}; they speak of different times: {times_of(earlier, later)}")
    return Link("differs", "differs", f"{what}; perhaps not of one time: {times_of(earlier, later)}")


def _update(earlier: ClaimFacts, later: ClaimFacts, what: str) -> Link | None:
    """Later news from the same side; None where nothing says which of the two is the later."""
    if replaces(earlier, later):
        return Link("corrected by", "corrects", f"{what}; the later article replaces the earlier one")
    if is_news(earlier, later):
        return Link("updated by", "updates", f"{what}; later news: {times_of(earlier, later)}")
    return None


def _by_amount(earlier: ClaimFacts, later: ClaimFacts, event: Event) -> Link | None:
    """A link by two amounts of the same thing that are not the same number."""
    pairs = [(a, b) for a in earlier.amounts for b in later.amounts if same_thing(a, b)]
    if not pairs or any(a.same(b) for a, b in pairs):
        return None
    if overlap(earlier, later) < SAME_COUNT or not one_account(earlier, later):
        return None
    same = same_claimant(earlier.claim.claimant, later.claim.claimant)
    if event.kind == "amount" and not same:
        return None
    one, other = pairs[0]
    what = f"{one.surface} against {other.surface} ({one.measure}): {key_of(event, earlier)}"
    if any(a.near(b) for a, b in pairs) or same:
        return _update(earlier, later, what) if same or one.harm else None
    if rivals(earlier, later) or (same_time(earlier, later) and not of_one_origin(earlier, later)):
        return _opposed(earlier, later, what)
    return _update(earlier, later, what)


def _agreement(earlier: ClaimFacts, later: ClaimFacts, event: Event) -> Link | None:
    """Two claims that say the same; of different origins, each supports the other."""
    if not one_account(earlier, later) or not same_statement(earlier, later):
        return None
    what = f"say the same: {key_of(event, earlier)}"
    independent = earlier.origin and later.origin and earlier.origin != later.origin
    cited = cites(earlier.claim, later.claim.claimant, earlier.lexicon) or cites(
        later.claim, earlier.claim.claimant, later.lexicon
    )
    if independent and not cited:
        return Link("repeats", "repeats", f"independent of each other, they {what}", agrees=True)
    if same_claimant(earlier.claim.claimant, later.claim.claimant):
        return Link("repeats", "repeats", f"the same claimant; they {what}")
    return Link("repeats", "repeats", f"not known to be independent of each other, they {what}")
