"""What a page shows besides answers: the days that have claims, a claim with all that is known of it, and a map."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from bot.errors import RequestError
from bot.models import Conflict, Dossier, Entity, RelatedClaim
from bot.protocols import Store
from bot.service.claims import source_view
from bot.service.lookup import CANDIDATES, ClaimLookup
from digests.composing.article_headlines import leant_on
from digests.composing.compose import MAX_LINES, compose_digest
from digests.composing.explain import explain
from digests.composing.merits import moment
from digests.composing.ranking import DrawnLine
from digests.errors import BadQueryError
from digests.knowledge import Knowledge
from digests.lines.line import claim_line
from digests.models import (
    DISPUTES,
    Claim,
    Digest,
    Passage,
    Place,
    Query,
    Relation,
    Request,
    Section,
    SourcedClaim,
    Subject,
)
from digests.places import Atlas, atlas_of

MOST_RELATED = 12  #: the other claims that are shown beside one
MOST_CONFLICTS = 12
_DAY = timedelta(days=1)


class Dossiers:
    """Answers what pages ask."""

    def __init__(
        self, store: Store, lookup: ClaimLookup, knowledge: Knowledge, *, clock: Callable[[], datetime], floor: float
    ) -> None:
        self._store, self._lookup, self._knowledge = store, lookup, knowledge
        self._clock, self._floor = clock, floor

    async def days(self, count: int) -> tuple[date, ...]:
        """The newest days on which something was said, at most so many."""
        return tuple(await self._store.days(count))

    async def day(self, day: date) -> Digest:
        """The digest of what was said on a day."""
        start, now = _midnight(day), self._clock()
        matches, _ = await self._store.find_claims(Query(since=start, until=start + _DAY), limit=CANDIDATES)
        claims = await self._lookup.with_articles([claim for _, claim in matches])
        title = f"{day:%A} {day.day} {day:%B %Y}"
        composition = await asyncio.to_thread(
            compose_digest, title, claims, now=now, limit=MAX_LINES, floor=self._floor
        )
        return composition.digest

    async def dossier(self, claim_id: str) -> Dossier:
        """All that is known of a claim; raises RequestError for an unknown id."""
        now = self._clock()
        source = await self._lookup.claim(claim_id)
        claim, article = source
        line = claim_line(claim, article, now=now)
        return Dossier(
            source=source_view(claim, article, now=now),
            item=None if isinstance(line, str) else line,
            hold_reason=line if isinstance(line, str) else "",
            claimant=claim.claimant.label,
            named_as=claim.claimant.type,
            kind=claim.kind,
            publisher=article.publisher.name,
            chain=claim.via,
            subjects=tuple(_subjects(claim)),
            related=await self._related(claim.relations, now=now),
            reasons=explain(claim, article, now=now),
        )

    async def conflicts(self, request: Request) -> tuple[Conflict, ...]:
        """The newest claims on a subject that others exclude or deny, in pairs, each pair once."""
        now = self._clock()
        ties: dict[frozenset[str], tuple[SourcedClaim, Relation]] = {}
        sources = await self._lookup.disputed(request, limit=2 * MOST_CONFLICTS)  # both sides may be among them
        # Of one time, the order must not hang on which article was read first.
        for source in sorted(sources, key=lambda source: (-moment(source), source.claim.id)):
            for relation in sorted(source.claim.relations, key=lambda relation: relation.claim_id):
                if relation.kind in DISPUTES:
                    ties.setdefault(frozenset((source.claim.id, relation.claim_id)), (source, relation))
        first = list(ties.values())[:MOST_CONFLICTS]
        others = await self._others([relation for _, relation in first])
        return tuple(
            _conflict(_related_claim(relation, source, now=now), _related_claim(relation, other, now=now), now=now)
            for source, relation in first
            if (other := others.get(relation.claim_id))
        )

    async def comparison(self, request: Request) -> Digest:
        """The newest claims on a subject that others exclude or deny, side by side, with the reason for each pair."""
        if not request.about and not request.by:
            raise BadQueryError("Say what is to be compared, as in `kursk` or `kursk since:7d`.")
        request = await self._lookup.in_names(request)
        pairs = await self.conflicts(request)
        sections = [section for pair in pairs if (section := _side_by_side(pair))]
        subject = " · ".join(filter(None, (request.about, request.by)))
        notice = "" if sections else f"No two claims on {subject} differ or deny each other, as far as I can tell."
        return Digest(
            title=f"{subject[:1].upper()}{subject[1:]} · where claims differ", sections=tuple(sections), notice=notice
        )

    async def passages(self, claim_ids: Iterable[str]) -> dict[str, Passage]:
        """Where claims stand, word for word."""
        return {claim.id: claim.passage for claim in await self._store.claims(list(claim_ids))}

    async def subjects(self) -> Sequence[Entity]:
        """Every place and actor that has claims, most claims first."""
        return await self._lookup.names.subjects()

    async def subject(self, kind: str, subject_id: str) -> Entity:
        """One of them; raises RequestError where nothing is claimed of it."""
        known = (await self._lookup.names.directory()).get(kind, subject_id)
        if not isinstance(known, Entity):
            raise RequestError("Nothing is claimed of that.")
        return known

    async def permalinks(self, digest: Digest) -> set[str]:
        """The lines of a digest that are claims with a page of their own; an outlet's own report is none."""
        return await self._store.stored_ids([item.claim_id for item in digest.items])

    def atlas(self, place_ids: Iterable[int], *, limit: int) -> Atlas | None:
        """A small map of the first of some places; countries are left out where there is anything smaller."""
        gazetteer = self._knowledge.gazetteer
        countries: list[Place] = []
        smaller: list[Place] = []
        for place in filter(None, map(gazetteer.place, place_ids)):
            (countries if place.kind == "country" else smaller).append(place)
            if len(smaller) == limit:
                break
        return atlas_of((smaller or countries)[:limit], gazetteer)

    async def inside(self, place_id: int) -> Sequence[int]:
        """The places with claims that lie in another one, most claims first."""
        return await self._lookup.names.inside(place_id)

    async def _related(self, relations: Sequence[Relation], *, now: datetime) -> tuple[RelatedClaim, ...]:
        first = relations[:MOST_RELATED]
        others = await self._others(first)
        pairs = ((relation, others.get(relation.claim_id)) for relation in first)
        return tuple(_related_claim(relation, source, now=now) for relation, source in pairs if source)

    async def _others(self, relations: Sequence[Relation]) -> dict[str, SourcedClaim]:
        """The claims that relations name, by their ids."""
        claims = await self._store.claims([relation.claim_id for relation in relations])
        return {source.claim.id: source for source in await self._lookup.with_articles(claims)}


def _conflict(this_claim: RelatedClaim, other: RelatedClaim, *, now: datetime) -> Conflict:
    if (other.said_at or now) <= (this_claim.said_at or now):
        return Conflict(earlier=other, later=this_claim)
    return Conflict(earlier=this_claim, later=other)


def _side_by_side(pair: Conflict) -> Section | None:
    """Both lines with the reason; nothing where a line is held back, as one side alone would mislead."""
    if pair.earlier.item is None or pair.later.item is None:
        return None
    heading = " · ".join(dict.fromkeys((pair.earlier.claimant, pair.later.claimant)))
    note = ": ".join(filter(None, (pair.later.kind, pair.later.reason)))
    answer = pair.later.item.model_copy(update={"answers_previous": True})
    return Section(heading=heading, note=note, items=(pair.earlier.item, answer))


def _related_claim(relation: Relation, source: SourcedClaim, *, now: datetime) -> RelatedClaim:
    claim, article = source
    line = claim_line(claim, article, now=now)
    item = None if isinstance(line, str) else line.model_copy(update={"headline": leant_on(DrawnLine(source, line))})
    return RelatedClaim(
        kind=relation.kind,
        reason=relation.reason,
        claim_id=claim.id,
        claimant=claim.claimant.label,
        url=article.url,
        said_at=claim.said_at or article.date_published,
        item=item,
        passage=claim.passage.exact,
        reviewer=relation.reviewer,
        rating=relation.rating,
    )


def _subjects(claim: Claim) -> Iterable[Subject]:
    """The claimant, where it is known, then the places and actors that the passage names, each once."""
    claimant, subjects = claim.claimant, list[Subject]()
    if claimant.actor_id:
        subjects.append(Subject(kind="actor", id=claimant.actor_id, name=claimant.name))
    places = (mention.place for mention in (*claim.places, *claim.context_places))
    subjects += [Subject(kind="place", id=str(place.id), name=place.name) for place in places]
    subjects += [Subject(kind="actor", id=m.actor.id, name=m.actor.label) for m in claim.actors]
    return {(subject.kind, subject.id): subject for subject in subjects}.values()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
