"""Claims → the same claims with their relations, standing and origins; claims are compared only within a key."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice, takewhile
from operator import attrgetter
from typing import NamedTuple

from digests.lexicon import Lexicon, either, lexicon_of
from digests.models import Article, Claim, Relation, RelationKind, SourcedClaim
from digests.relations.facts import ClaimFacts
from digests.relations.links import Link
from digests.relations.origins import origin_of, same_claimant
from digests.relations.rules import link
from digests.relations.similarity import in_reach, near
from digests.relations.verdicts import verdict

_ANSWERS: frozenset[RelationKind] = frozenset({"contradicts", "differs", "denied by"})
_UNANSWERED = {"kind": "no response", "reason": "where the same was said again, nobody had answered it"}

Topic = str | int  #: what a claim speaks of: a word, or a place's id
Bucket = Sequence[int]  #: claims by their numbers, in order

_order = attrgetter("order")


class Related(NamedTuple):
    """How a claim stands to another one, and what of that other one bears on it."""

    relation: Relation
    origin: str | None = None  #: the other's origin, where both say the same independently
    unanswered: bool = False  #: whether nobody had answered the other


def relate(sources: Sequence[SourcedClaim]) -> list[SourcedClaim]:
    """The claims in the same order, with relations to one another, origins counted and denials noted. Pure."""
    related: defaultdict[str, dict[str, Related]] = defaultdict(dict)
    for earlier, later, tie in _links(facts_of_all(sources), lambda _: True):
        related[earlier.claim.id].setdefault(later.claim.id, related_to(later, tie.earlier, tie))
        related[later.claim.id].setdefault(earlier.claim.id, related_to(earlier, tie.later, tie))
    return [
        SourcedClaim(with_relations(source.claim, related[source.claim.id].values()), source.article)
        if source.claim.id in related
        else source
        for source in sources
    ]


def relate_new(
    new: Sequence[ClaimFacts], stored: Sequence[ClaimFacts]
) -> Iterator[tuple[ClaimFacts, ClaimFacts, Link]]:
    """How new claims stand to each other and to those around them, earlier first; the others' own links are left out.

    A link depends on its two claims alone, so that adding claims in any order and in any batches gives the same.
    """
    fresh = {id(facts) for facts in new}
    yield from _links(sorted([*new, *stored], key=_order), lambda facts: id(facts) in fresh)


def facts_of_all(sources: Iterable[SourcedClaim]) -> list[ClaimFacts]:
    """What claims are held against each other by, earlier news first; nothing of those whose maker is not known."""
    facts_read = (ClaimFacts(claim, article) for claim, article in sources if not _is_nobodys(claim, article))
    return sorted(facts_read, key=_order)


def related_to(second: ClaimFacts, kind: RelationKind, tie: Link) -> Related:
    """A claim's relation to another one."""
    return Related(_relation(kind, second, tie), second.origin if tie.agrees else None, second.claim.no_response)


@functools.cache
def _nameless(lexicon: Lexicon) -> re.Pattern[str]:
    """How a claimant is called who was not found out; a flag could not name them."""
    grammar = lexicon.grammar
    return re.compile(rf"(?:{either(grammar.third_subjects, grammar.third_possessives)})\b", re.IGNORECASE)


@functools.lru_cache(maxsize=20_000)
def _is_nameless(name: str, lexicon: Lexicon) -> bool:
    return bool(_nameless(lexicon).match(name))


def _is_nobodys(claim: Claim, article: Article) -> bool:
    """Whether a claim's maker is not known by name or description, so that nothing can be held against them."""
    claimant = claim.claimant
    is_found = claim.attribution.source or claimant.resolved_by != "none"
    return not is_found or _is_nameless(claimant.name, lexicon_of(article))


def _links(
    events: Sequence[ClaimFacts], is_wanted: Callable[[ClaimFacts], bool]
) -> Iterator[tuple[ClaimFacts, ClaimFacts, Link]]:
    """Every pair of claims that stand to each other in some way, one of them wanted, earlier first, each pair once."""
    for earlier, later in pairs_near(events, is_wanted):
        if tie := link(earlier, later):
            yield earlier, later, tie


def pairs_near(
    events: Sequence[ClaimFacts], is_wanted: Callable[[ClaimFacts], bool] = lambda _: True
) -> Iterator[tuple[ClaimFacts, ClaimFacts]]:
    """Every pair of claims that may stand to each other, one of them wanted, earlier first, each pair once."""
    seen_pairs: set[tuple[str, str]] = set()
    are_wanted = [is_wanted(facts) for facts in events]
    for earlier, later in chain.from_iterable(_pairs(events, bucket, are_wanted) for bucket in _buckets(events)):
        ids = (earlier.claim.id, later.claim.id)
        if ids not in seen_pairs and ids[0] != ids[1]:
            seen_pairs.add(ids)
            yield earlier, later


def _pairs(
    events: Sequence[ClaimFacts], bucket: Bucket, are_wanted: Sequence[bool]
) -> Iterator[tuple[ClaimFacts, ClaimFacts]]:
    """The pairs of a bucket that are near enough in words and time, one of them wanted, earlier first."""
    stored = [n for n in bucket if not are_wanted[n]]
    for index, n in enumerate(bucket):
        if are_wanted[n]:
            first, following = events[n], (events[other] for other in islice(bucket, index + 1, None))
            in_time = takewhile(partial(in_reach, first), following)
            yield from ((first, later) for later in in_time if near(first, later))
            preceding = (events[other] for other in stored[: bisect_left(stored, n)])
            yield from ((earlier, first) for earlier in preceding if near(earlier, first) and in_reach(earlier, first))


def _buckets(events: Sequence[ClaimFacts]) -> Iterator[Bucket]:
    """The claims that may be about one thing, in order: those that meet in a topic which one of them names itself."""
    for group in _sharing(events):
        yield from _topics(events, group)
        yield from _denied(events, group)
    yield from _beside_denials(events)
    yield from _beside_reviews(events)


def _sharing(events: Sequence[ClaimFacts]) -> Iterable[Bucket]:
    """The claims that share a word of weight; most words stand in one claim, for which no list is made."""
    first: dict[str, int] = {}
    groups: dict[str, list[int]] = {}
    for n, facts in enumerate(events):
        for head in facts.heads:
            if head in groups:
                groups[head].append(n)
            elif first.setdefault(head, n) != n:
                groups[head] = [first[head], n]
    return groups.values()


def _topics(events: Sequence[ClaimFacts], group: Bucket) -> Iterator[Bucket]:
    """Of claims that share a word of weight, those that share what it is said of, which one of them names itself."""
    naming: defaultdict[Topic, list[int]] = defaultdict(list)
    for n in group:
        for topic in _named(events[n]):
            naming[topic].append(n)
    inner: defaultdict[Topic, list[int]] = defaultdict(list)
    for n in group:
        for topic in filter(naming.__contains__, _within(events[n])):
            inner[topic].append(n)
    for topic, bucket in naming.items():
        if topic in inner:
            yield sorted(bucket + inner[topic])
        elif len(bucket) > 1:
            yield bucket


def _denied(events: Sequence[ClaimFacts], group: Bucket) -> Iterator[Bucket]:
    """Each denial with each claim that shares a word of weight with it; denials are few, and may name nothing."""
    denials = [n for n in group if events[n].is_denial]
    yield from (sorted((n, other)) for n in denials for other in group if not events[other].is_denial)


def _beside_denials(events: Sequence[ClaimFacts]) -> Iterable[Bucket]:
    """The claims of each article that has a denial, which may point back to any of them."""
    denying = {facts.article.id for facts in events if facts.is_denial}
    claims: defaultdict[str, list[int]] = defaultdict(list)
    for n, facts in enumerate(events):
        if facts.article.id in denying:
            claims[facts.article.id].append(n)
    return claims.values()


def _beside_reviews(events: Sequence[ClaimFacts]) -> Iterator[Bucket]:
    """Each fact check with the claims of whom it checks, wherever they were made."""
    for facts in events:
        if facts.article.review:
            claimant = facts.claim.claimant
            yield [n for n, other in enumerate(events) if same_claimant(claimant, other.claim.claimant)]


def _named(facts: ClaimFacts) -> Iterable[Topic]:
    """Of what a claim names itself to speak: its places, or else its names and its article's headline."""
    return facts.places or (facts.says.names | facts.story)


def _within(facts: ClaimFacts) -> Iterable[Topic]:
    """What the same lies in."""
    return chain(facts.outer_places, facts.story) if facts.places else facts.outer_places


def _relation(kind: RelationKind, second: ClaimFacts, tie: Link) -> Relation:
    claim, review = second.claim, second.article.review
    return Relation(
        kind=kind,
        claim_id=claim.id,
        reason=tie.reason,
        claimant=_name(claim),
        said_at=claim.said_at or second.article.date_published,
        said_precision=claim.said_precision if claim.said_at else "day",
        **(verdict(second.article.publisher.name, review.rating) if review and kind == "reviewed by" else {}),
    )


def _name(claim: Claim) -> str:
    """The claimant's name without the body they speak for, as a flag has little room."""
    return claim.claimant.short or claim.claimant.name


def with_relations(claim: Claim, related: Iterable[Related]) -> Claim:
    """The claim with its relations and what follows from them: denied, answered, unanswered, how many origins."""
    links = sorted(related, key=lambda first: first.relation.claim_id)
    relations = [first.relation for first in links]
    others = {first.origin for first in links if first.origin}
    is_answered = any(relation.kind in _ANSWERS for relation in relations)
    echoes = [
        first.relation.model_copy(update=_UNANSWERED)
        for first in links
        if first.unanswered and first.relation.kind == "repeats" and first.relation.claimant == _name(claim)
    ]
    silent = not is_answered and (claim.no_response or bool(echoes))
    return claim.model_copy(
        update={
            "relations": tuple(sorted([*relations, *echoes[:1]], key=lambda r: (r.kind, r.claim_id))),
            "origins": max(claim.origins, len(others | {origin_of(claim)})) if others else claim.origins,
            "no_response": silent,
            "status": "unconfirmed" if silent and claim.status == "claimed" else claim.status,
        }
    )
