"""Claims → the same claims with their relations, standing and origins; claims are compared only within a key."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice, takewhile
from typing import NamedTuple

from digests.lexicon import Lexicon, either, lexicon_of
from digests.models import Article, Claim, Relation, RelationKind, SourcedClaim
from digests.relations.events import ClaimFacts, facts_of
from digests.relations.rules import Link, link
from digests.relations.similarity import in_reach, near

_ANSWERS: frozenset[RelationKind] = frozenset({"contradicts", "differs", "denied by"})
_UNANSWERED = {"kind": "no response", "reason": "where the same was said again, nobody had answered it"}

_Key = tuple[str, object]


class Related(NamedTuple):
    """How a claim stands to another one, and what of that other one bears on it."""

    relation: Relation
    origin: str | None = None  #: the other's origin, where both say the same independently
    unanswered: bool = False  #: whether nobody had answered the other


class Topic(NamedTuple):
    """Where claims about one event meet: a class of events, with a place, or with the subject where no place is named.

    Two claims can only be related if they are of one article, or if one names a topic that the other names or lies in.
    """

    kind: str
    where: str
    named: bool  #: whether the claim names it itself, and not only something inside it


def relate(found: Sequence[SourcedClaim]) -> list[SourcedClaim]:
    """The claims in the same order, with relations to one another, origins counted and denials noted. Pure."""
    related: defaultdict[str, dict[str, Related]] = defaultdict(dict)
    for earlier, later, how in _links(facts_of_all(found), lambda _: True):
        related[earlier.claim.id].setdefault(later.claim.id, related_to(later, how.earlier, how))
        related[later.claim.id].setdefault(earlier.claim.id, related_to(earlier, how.later, how))
    return [
        SourcedClaim(with_relations(claim, related[claim.id].values()) if claim.id in related else claim, article)
        for claim, article in found
    ]


def relate_new(
    new: Sequence[ClaimFacts], around: Sequence[ClaimFacts]
) -> Iterator[tuple[ClaimFacts, ClaimFacts, Link]]:
    """How new claims stand to each other and to those around them, earlier first; the others' own links are left out.

    A link depends on its two claims alone, so that adding claims in any order and in any batches gives the same.
    """
    fresh = {id(facts) for facts in new}
    yield from _links(sorted([*new, *around], key=lambda facts: facts.order), lambda facts: id(facts) in fresh)


def facts_of_all(found: Iterable[SourcedClaim]) -> list[ClaimFacts]:
    """What claims are held against each other by, earlier news first; nothing of those whose maker is not known."""
    read = (facts_of(claim, article) for claim, article in found if not _is_nobodys(claim, article))
    return sorted(read, key=lambda facts: facts.order)


def topics_of(facts: ClaimFacts) -> set[Topic]:
    """The topics that a claim names, and those that it lies in."""
    named = {Topic(kind, str(where or ""), True) for kind, where in _keys(facts)}
    within = {Topic(event.kind, str(place), False) for event in facts.events for place in facts.around}
    return named | {topic for topic in within if topic._replace(named=True) not in named}


def related_to(other: ClaimFacts, kind: RelationKind, how: Link) -> Related:
    """A claim's relation to another one."""
    return Related(_relation(kind, other, how), other.origin if how.agrees else None, other.claim.no_response)


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


def _links(
    events: Sequence[ClaimFacts], wanted: Callable[[ClaimFacts], bool]
) -> Iterator[tuple[ClaimFacts, ClaimFacts, Link]]:
    """Every pair of claims that stand to each other in some way, one of them wanted, earlier first, each pair once."""
    seen: set[tuple[str, str]] = set()
    for earlier, later in chain.from_iterable(_pairs(bucket, wanted) for bucket in _buckets(events)):
        ids = (earlier.claim.id, later.claim.id)
        if ids not in seen and ids[0] != ids[1]:
            seen.add(ids)
            how = link(earlier, later)
            if how:
                yield earlier, later, how


def _pairs(
    bucket: Sequence[ClaimFacts], wanted: Callable[[ClaimFacts], bool]
) -> Iterator[tuple[ClaimFacts, ClaimFacts]]:
    """The pairs of a bucket that are near enough in words and time, one of them wanted, earlier first."""
    known = [(at, facts) for at, facts in enumerate(bucket) if not wanted(facts)]
    for at, one in enumerate(bucket):
        if wanted(one):
            yield from ((one, later) for later in _following(one, islice(bucket, at + 1, None)))
            before = (earlier for _, earlier in takewhile(partial(_is_before, at), known))
            yield from ((earlier, one) for earlier in before if near(earlier, one) and in_reach(earlier, one))


def _is_before(end: int, row: tuple[int, ClaimFacts]) -> bool:
    return row[0] < end


def _following(one: ClaimFacts, rest: Iterable[ClaimFacts]) -> Iterator[ClaimFacts]:
    """Those of the later claims, in order, that are near enough."""
    return (later for later in takewhile(partial(in_reach, one), rest) if near(one, later))


def _buckets(events: Sequence[ClaimFacts]) -> Iterator[Sequence[ClaimFacts]]:
    """The claims that may be about one event, in order: those that meet under a key which one of them names itself."""
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
        yield sorted([*bucket, *inner], key=lambda facts: facts.order) if inner else bucket


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


def with_relations(claim: Claim, related: Iterable[Related]) -> Claim:
    """The claim with its relations and what follows from them: denied, answered, unanswered, how many origins."""
    links = sorted(related, key=lambda one: one.relation.claim_id)
    relations = [one.relation for one in links]
    origins = {one.origin for one in links if one.origin}
    answered = any(relation.kind in _ANSWERS for relation in relations)
    echoes = [
        one.relation.model_copy(update=_UNANSWERED)
        for one in links
        if one.unanswered and one.relation.kind == "repeats" and one.relation.claimant == _name(claim)
    ]
    silent = not answered and (claim.no_response or bool(echoes))
    return claim.model_copy(
        update={
            "relations": tuple(sorted([*relations, *echoes[:1]], key=lambda r: (r.kind, r.claim_id))),
            "origins": max(claim.origins, 1 + len(origins)),
            "no_response": silent,
            "status": "unconfirmed" if silent and claim.status == "claimed" else claim.status,
        }
    )
