"""Claims → the same claims with their relations, standing and origins; claims are compared only within a key."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from digests.models import Article, Claim, Relation, RelationKind
from digests.relations.events import Event, event_of
from digests.relations.pairs import Link, link

MOST = 24  #: how many of the next claims of its key a claim is compared with, so that the work stays linear
#: A claimant who was not found out; a flag could not name him.
_NAMELESS = re.compile(r"(?:he|she|it|they|his|her|its|their)\b", re.IGNORECASE)
_ANSWERS: frozenset[RelationKind] = frozenset({"contradicts", "differs", "denied by"})

Found = tuple[Claim, Article]


def relate(found: Sequence[Found]) -> list[Found]:
    """The claims in the same order, with relations to one another, origins counted and denials noted. Pure."""
    read = (event_of(claim, article) for claim, article in found if not _NAMELESS.match(claim.claimant.name))
    events = sorted(read, key=lambda event: event.order)
    relations: defaultdict[str, dict[str, Relation]] = defaultdict(dict)
    origins: defaultdict[str, set[str]] = defaultdict(set)
    for earlier, later, how in _links(events):
        relations[earlier.claim.id].setdefault(later.claim.id, _relation(how.earlier, later, how))
        relations[later.claim.id].setdefault(earlier.claim.id, _relation(how.later, earlier, how))
        if how.agrees and earlier.origin and later.origin:
            for event in (earlier, later):
                origins[event.claim.id] |= {earlier.origin, later.origin}
    unanswered = {claim.id for claim, _ in found if claim.no_response}
    return [
        (_standing(claim, tuple(relations[claim.id].values()), len(origins[claim.id]), unanswered), article)
        if claim.id in relations
        else (claim, article)
        for claim, article in found
    ]


def _links(events: Sequence[Event]) -> Iterator[tuple[Event, Event, Link]]:
    """Every pair of claims that stand to each other in some way, earlier first, each pair once."""
    buckets: defaultdict[tuple[str, object], list[Event]] = defaultdict(list)
    denying = {event.article.id for event in events if event.claim.kind == "denial"}
    for event in events:
        for key in _keys(event):
            buckets[key].append(event)
        if event.article.id in denying:
            buckets["denial", event.article.id].append(event)
    seen: set[tuple[str, str]] = set()
    for earlier, later in _pairs(buckets.values()):
        ids = (earlier.claim.id, later.claim.id)
        if ids in seen or ids[0] == ids[1]:
            continue
        seen.add(ids)
        how = link(earlier, later)
        if how:
            yield earlier, later, how


def _pairs(buckets: Iterable[Sequence[Event]]) -> Iterator[tuple[Event, Event]]:
    for bucket in buckets:
        for i, earlier in enumerate(bucket):
            for later in bucket[i + 1 : i + 1 + MOST]:
                yield earlier, later


def _keys(event: Event) -> Iterator[tuple[str, object]]:
    """Where claims about the same event meet: at its class and place, or its subject where no place is named."""
    for happening in event.happenings:
        for place in event.places | event.around:
            yield happening.kind, place
        if not event.places:
            yield happening.kind, happening.subject


def _relation(kind: RelationKind, other: Event, how: Link) -> Relation:
    claim = other.claim
    return Relation(
        kind=kind,
        claim_id=claim.id,
        reason=how.reason,
        claimant=claim.claimant.label,
        said_at=claim.said_at or other.article.date_published,
        said_precision=claim.said_precision if claim.said_at else "day",
    )


def _standing(claim: Claim, relations: tuple[Relation, ...], origins: int, unanswered: set[str]) -> Claim:
    """The claim with its relations and what follows from them: denied, answered, unanswered, how many origins."""
    answered = any(relation.kind in _ANSWERS for relation in relations)
    echoes = [
        r.model_copy(update={"kind": "no response", "reason": "where the same was said again, nobody had answered it"})
        for r in relations
        if r.kind == "repeats" and r.claim_id in unanswered and r.claimant == claim.claimant.label
    ]
    silent = not answered and (claim.no_response or bool(echoes))
    return claim.model_copy(
        update={
            "relations": tuple(sorted([*relations, *echoes[:1]], key=lambda r: (r.kind, r.claim_id))),
            "origins": max(claim.origins, origins, 1),
            "no_response": silent,
            "status": "unconfirmed" if silent and claim.status == "claimed" else claim.status,
        }
    )
