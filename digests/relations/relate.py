"""Claims → the same claims with their relations, standing and origins; claims are compared only within a key."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from digests.lexicon import Lexicon, either, lexicon_of
from digests.models import Article, Claim, Relation, RelationKind, SourcedClaim
from digests.relations.events import ClaimFacts, facts_of
from digests.relations.rules import Link, link

MOST = 24  #: how many of the next claims of its key a claim is compared with, so that the work stays linear
_ANSWERS: frozenset[RelationKind] = frozenset({"contradicts", "differs", "denied by"})

_Key = tuple[str, object]


def relate(found: Sequence[SourcedClaim]) -> list[SourcedClaim]:
    """The claims in the same order, with relations to one another, origins counted and denials noted. Pure."""
    read = (facts_of(claim, article) for claim, article in found if not _is_nobodys(claim, article))
    events = sorted(read, key=lambda facts: facts.order)
    relations: defaultdict[str, dict[str, Relation]] = defaultdict(dict)
    origins: defaultdict[str, set[str]] = defaultdict(set)
    for earlier, later, how in _links(events):
        relations[earlier.claim.id].setdefault(later.claim.id, _relation(how.earlier, later, how))
        relations[later.claim.id].setdefault(earlier.claim.id, _relation(how.later, earlier, how))
        if how.agrees and earlier.origin and later.origin:
            for facts in (earlier, later):
                origins[facts.claim.id] |= {earlier.origin, later.origin}
    unanswered = {claim.id for claim, _ in found if claim.no_response}
    return [
        SourcedClaim(_standing(claim, tuple(relations[claim.id].values()), len(origins[claim.id]), unanswered), article)
        if claim.id in relations
        else SourcedClaim(claim, article)
        for claim, article in found
    ]


@functools.cache
def _nameless(lexicon: Lexicon) -> re.Pattern[str]:
    """How a claimant is called who was not found out; a flag could not name them."""
    grammar = lexicon.grammar
    return re.compile(rf"(?:{either(grammar.third_subjects, grammar.third_possessives)})\b", re.IGNORECASE)


def _is_nobodys(claim: Claim, article: Article) -> bool:
    """Whether a claim's maker is not known by name or description, so that nothing can be held against them."""
    return bool(_nameless(lexicon_of(article)).match(claim.claimant.name)) or not (
        claim.attribution.source or claim.claimant.resolved_by != "none"
    )


def _links(events: Sequence[ClaimFacts]) -> Iterator[tuple[ClaimFacts, ClaimFacts, Link]]:
    """Every pair of claims that stand to each other in some way, earlier first, each pair once."""
    seen: set[tuple[str, str]] = set()
    for earlier, later in _pairs(events):
        ids = (earlier.claim.id, later.claim.id)
        if ids not in seen and ids[0] != ids[1]:
            seen.add(ids)
            how = link(earlier, later)
            if how:
                yield earlier, later, how


def _pairs(events: Sequence[ClaimFacts]) -> Iterator[tuple[ClaimFacts, ClaimFacts]]:
    """The pairs of claims that may be about one event: those that meet under a key which one of them names itself."""
    named: defaultdict[_Key, list[ClaimFacts]] = defaultdict(list)
    denying = {facts.article.id for facts in events if facts.claim.kind == "denial"}
    for facts in events:
        for key in _keys(facts):
            named[key].append(facts)
        if facts.article.id in denying:
            named["denial", facts.article.id].append(facts)
    held = _held(events, named)
    for key, bucket in named.items():
        inner = held.get(key, ())
        together = sorted([*bucket, *inner], key=lambda facts: facts.order) if inner else bucket
        for i, earlier in enumerate(together):
            yield from ((earlier, later) for later in together[i + 1 : i + 1 + MOST])


def _held(
    events: Sequence[ClaimFacts], named: Mapping[_Key, Sequence[ClaimFacts]]
) -> Mapping[_Key, Sequence[ClaimFacts]]:
    """The events in a place that another event names as a whole, such as a town's under its region's key."""
    held: defaultdict[_Key, list[ClaimFacts]] = defaultdict(list)
    for facts in events:
        for key in ((event.kind, place) for event in facts.events for place in facts.around):
            if key in named:
                held[key].append(facts)
    return held


def _keys(facts: ClaimFacts) -> Iterator[_Key]:
    """Where claims about the same event meet: at its class and place, or its subject where no place is named."""
    for event in facts.events:
        for place in facts.places:
            yield event.kind, place
        if not facts.places:
            yield event.kind, event.subject


def _relation(kind: RelationKind, other: ClaimFacts, how: Link) -> Relation:
    claim = other.claim
    return Relation(
        kind=kind,
        claim_id=claim.id,
        reason=how.reason,
        claimant=_name(claim),
        said_at=claim.said_at or other.article.date_published,
        said_precision=claim.said_precision if claim.said_at else "day",
    )


def _name(claim: Claim) -> str:
    """The claimant's name without the body they speak for, as a flag has little room."""
    return claim.claimant.short or claim.claimant.name


def _standing(claim: Claim, relations: tuple[Relation, ...], origins: int, unanswered: set[str]) -> Claim:
    """The claim with its relations and what follows from them: denied, answered, unanswered, how many origins."""
    answered = any(relation.kind in _ANSWERS for relation in relations)
    echoes = [
        r.model_copy(update={"kind": "no response", "reason": "where the same was said again, nobody had answered it"})
        for r in relations
        if r.kind == "repeats" and r.claim_id in unanswered and r.claimant == _name(claim)
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
