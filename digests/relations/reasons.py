"""The words in which a relation says what two claims are about, and when they were made."""

from __future__ import annotations

from digests.dates import format_day
from digests.relations.events import ClaimFacts, Event


def key_of(event: Event, facts: ClaimFacts) -> str:
    """What a reason says of the event: its class and place."""
    return f"{event.kind}, {place_of(facts, facts)}"


def place_of(one: ClaimFacts, other: ClaimFacts) -> str:
    """The places that both claims name, in words."""
    named = {mention.place.id: mention.place.name for mention in (*one.claim.places, *one.claim.context_places)}
    shared = [named[i] for i in sorted(one.places & other.places) if i in named] or list(named.values())[:1]
    return ", ".join(shared) or "no place named"


def times_of(earlier: ClaimFacts, later: ClaimFacts) -> str:
    """When the two claims were made, in words."""
    return f"{_when(earlier, later)} and {_when(later, later)}"


def _when(facts: ClaimFacts, latest: ClaimFacts) -> str:
    claim, now = facts.claim, latest.moment or facts.moment
    if claim.said_at and now:
        return format_day(claim.said_at, claim.said_precision, now=now)
    if facts.article.date_published and now:
        return f"article of {format_day(facts.article.date_published, 'day', now=now)}"
    return "undated"
