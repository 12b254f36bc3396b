"""Claims → the same claims with their relations, standing and origins; claims are compared only within a key."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice, takewhile
from operator import attrgetter
from typing import NamedTuple

from digests.lexicon import Lexicon, either, lexicon_of
from digests.models import Article, Claim, Relation, RelationKind, SourcedClaim
from digests.relations.facts import ClaimFacts, facts_of
from digests.relations.origins import origin_of, same_claimant
from digests.relations.rules import Link, link
from digests.relations.similarity import in_reach, near
from digests.relations.verdicts import verdict

_ANSWERS: frozenset[RelationKind] = frozenset({"contradicts", "differs", "denied by"})
_UNANSWERED = {"kind": "no response", "reason": "where the same was said again, nobody had answered it"}

Topic = str | int  #: what a claim speaks of: a word, or a place's id

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
    facts_read = (facts_of(claim, article) for claim, article in sources if not _is_nobodys(claim, article))
    return sorted(facts_read, key=_order)


def related_to(second: ClaimFacts, kind: RelationKind, tie: Link) -> Related:
    """A claim's relation to another one."""
    return Related(_relation(kind, second, tie), second.origin if tie.agrees else None, second.claim.no_response)


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
    for earlier, later in chain.from_iterable(_pairs(bucket, is_wanted) for bucket in _buckets(events)):
        ids = (earlier.claim.id, later.claim.id)
        if ids not in seen_pairs and ids[0] != ids[1]:
            seen_pairs.add(ids)
            yield earlier, later


def _pairs(
    bucket: Sequence[ClaimFacts], is_wanted: Callable[[ClaimFacts], bool]
) -> Iterator[tuple[ClaimFacts, ClaimFacts]]:
    """The pairs of a bucket that are near enough in words and time, one of them wanted, earlier first."""
    known = [(index, facts) for index, facts in enumerate(bucket) if not is_wanted(facts)]
    for index, first in enumerate(bucket):
        if is_wanted(first):
            yield from ((first, later) for later in _following(first, islice(bucket, index + 1, None)))
            preceding = (earlier for _, earlier in takewhile(partial(_is_before, index), known))
            yield from ((earlier, first) for earlier in preceding if near(earlier, first) and in_reach(earlier, first))


def _is_before(end: int, row: tuple[int, ClaimFacts]) -> bool:
    return row[0] < end


def _following(first: ClaimFacts, rest: Iterable[ClaimFacts]) -> Iterator[ClaimFacts]:
    """Those of the later claims, in order, that are near enough."""
    return (later for later in takewhile(partial(in_reach, first), rest) if near(first, later))


def _buckets(events: Sequence[ClaimFacts]) -> Iterator[Sequence[ClaimFacts]]:
    """The claims that may be about one thing, in order: those that meet in a topic which one of them names itself."""
    ordinals = {id(facts): n for n, facts in enumerate(events)}
    for group in _sharing(events):
        yield from _topics(group, ordinals)
    yield from _beside_denials(events)
    yield from _beside_reviews(events)


def _sharing(events: Sequence[ClaimFacts]) -> Iterable[Sequence[ClaimFacts]]:
    """The claims that share a word of weight; most words stand in one claim, for which no list is made."""
    first: dict[str, ClaimFacts] = {}
    groups: dict[str, list[ClaimFacts]] = {}
    for facts in events:
        for head in facts.heads:
            if head in groups:
                groups[head].append(facts)
            elif first.setdefault(head, facts) is not facts:
                groups[head] = [first[head], facts]
    return groups.values()


def _topics(group: Sequence[ClaimFacts], ordinals: Mapping[int, int]) -> Iterator[Sequence[ClaimFacts]]:
    """Of claims that share a word of weight, those that share what it is said of, which one of them names itself."""
    inner = _by_topic(group, _within)
    for topic, bucket in _by_topic(group, _named).items():
        if topic in inner:
            yield sorted([*bucket, *inner[topic]], key=lambda facts: ordinals[id(facts)])
        elif len(bucket) > 1:
            yield bucket


def _by_topic(
    group: Sequence[ClaimFacts], topics_of: Callable[[ClaimFacts], Iterable[Topic]]
) -> Mapping[Topic, Sequence[ClaimFacts]]:
    by_topic: defaultdict[Topic, list[ClaimFacts]] = defaultdict(list)
    for facts in group:
        for topic in topics_of(facts):
            by_topic[topic].append(facts)
    return by_topic


def _beside_denials(events: Sequence[ClaimFacts]) -> Iterable[Sequence[ClaimFacts]]:
    """The claims of each article that has a denial, which may point back to any of them."""
    denying = {facts.article.id for facts in events if facts.is_denial}
    claims: defaultdict[str, list[ClaimFacts]] = defaultdict(list)
    for facts in events:
        if facts.article.id in denying:
            claims[facts.article.id].append(facts)
    return claims.values()


def _beside_reviews(events: Sequence[ClaimFacts]) -> Iterator[Sequence[ClaimFacts]]:
    """Each fact check with the claims of whom it checks, wherever they were made."""
    for facts in events:
        if facts.article.review:
            of_one = (other for other in events if same_claimant(facts.claim.claimant, other.claim.claimant))
            yield list(of_one)


def _named(facts: ClaimFacts) -> Iterable[Topic]:
    """Of what a claim names itself to speak: its places, or else its names and its article's headline."""
    return facts.places or (facts.says.names | facts.story)


def _within(facts: ClaimFacts) -> Iterable[Topic]:
    """What the same lies in."""
    return (*facts.outer_places, *facts.story) if facts.places else facts.outer_places


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
    origins = {origin_of(claim), *(first.origin for first in links if first.origin)}
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
            "origins": max(claim.origins, len(origins)),
            "no_response": silent,
            "status": "unconfirmed" if silent and claim.status == "claimed" else claim.status,
        }
    )
