"""What readers ask of a digest that stands in a channel: where its lines come from, and what did not fit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta

from bot.errors import RequestError
from bot.models import Answer, PostedRun
from bot.protocols import Store
from bot.service.lookup import CANDIDATES, ClaimLookup
from digests.composing.compose import compose_answer
from digests.models import SHOWN, Claim, Digest, Section, SourcedClaim, Subject
from digests.query.request import as_query, read_request

OVERLAP = timedelta(minutes=1)  #: read again, as a record may be stored just after its own time; repeats are dropped
OFFERED = 10  #: subjects that are offered under a digest
_UNKNOWN = "I no longer know that digest. Ask with /claims instead."


class PostedDigests:
    """Answers about digests that were posted; everything is looked up under the asker's own workspace."""

    def __init__(self, store: Store, lookup: ClaimLookup, *, clock: Callable[[], datetime], floor: float) -> None:
        self._store, self._lookup, self._clock, self._floor = store, lookup, clock, floor

    async def digest(self, tenant: str, delivery_id: str) -> Digest:
        """The digest as it stands now in the message of a delivery; raises RequestError for an unknown one.

        What an outlet reports in its own name is no claim that is kept: such a line has no id here.
        """
        digest = (await self._run(tenant, delivery_id)).message.digest
        stored_ids = await self._store.stored_ids([item.claim_id for item in digest.items])
        return digest.model_copy(update={"sections": tuple(_known(section, stored_ids) for section in digest.sections)})

    async def more(self, tenant: str, delivery_id: str, *, page: str | None = None) -> Answer:
        """What was new for a digest and has no line in it, a page at a time; raises RequestError for an unknown one."""
        posted_run = await self._run(tenant, delivery_id)
        printed_ids = {item.claim_id for digest in posted_run.digests for item in digest.items}
        matches = await self._matches(posted_run, SHOWN + 1 + len(printed_ids), page)
        rest = [(key, claim) for key, claim in matches if claim.id not in printed_ids]
        title = f"More: {posted_run.message.digest.title}"
        if not rest:
            return Answer(digest=Digest(title=title, notice="That is all there was."))
        claims = await self._lookup.with_articles([claim for _, claim in rest[:SHOWN]])
        composition = compose_answer(title, claims, now=self._clock(), floor=self._floor)
        return Answer(digest=composition.digest, next_page=rest[SHOWN - 1][0] if len(rest) > SHOWN else None)

    async def _run(self, tenant: str, delivery_id: str) -> PostedRun:
        posted_run = await self._store.posted_run(tenant, delivery_id)
        if posted_run is None:
            raise RequestError(_UNKNOWN)
        return posted_run

    async def section(self, tenant: str, delivery_id: str, number: int) -> Section:
        """One section of a digest that stands in a channel; raises RequestError where there is none."""
        sections = (await self._run(tenant, delivery_id)).message.digest.sections
        if not 0 <= number < len(sections):
            raise RequestError(_UNKNOWN)
        return sections[number]

    async def _matches(self, posted_run: PostedRun, limit: int, page: str | None) -> Sequence[tuple[str, Claim]]:
        """The claims that were new for a digest from a page on, each with the page after it."""
        schedule = await self._store.schedule(posted_run.run.schedule_id)
        if schedule is None:
            raise RequestError("The schedule of that digest has been removed. Ask with /claims instead.")
        request = read_request(schedule.about, kept=True)
        start, end = posted_run.run.window_from - OVERLAP, posted_run.run.window_to
        if request.story:
            claims = await self._store.story_claims(request.story, limit=CANDIDATES, added_after=start, added_until=end)
            ids = [claim.id for claim in claims]
            return [(claim.id, claim) for claim in claims[ids.index(page) + 1 if page in ids else 0 :]]
        subject, claimant = self._lookup.look_up(request, await self._lookup.names.directory())
        query = as_query(request, subject, claimant, now=end)
        matches, _ = await self._store.find_claims(query, limit=limit, after=page, added_after=start, added_until=end)
        return matches


def _known(section: Section, stored_ids: Collection[str]) -> Section:
    items = (i if i.claim_id in stored_ids else i.model_copy(update={"claim_id": ""}) for i in section.items)
    return section.model_copy(update={"items": tuple(items)})


def subjects_of(claims: Sequence[SourcedClaim], printed_ids: Sequence[str]) -> tuple[Subject, ...]:
    """What the lines of a digest are about and who speaks in them, most named first."""
    counts: dict[tuple[str, str], int] = {}
    names: dict[tuple[str, str], str] = {}
    for claim in (source.claim for source in claims if source.claim.id in set(printed_ids)):
        for kind, subject_id, name in _named(claim):
            names.setdefault((kind, subject_id), name)
            counts[kind, subject_id] = counts.get((kind, subject_id), 0) + 1
    ranking = sorted(counts, key=lambda key: (-counts[key], names[key], key))
    return tuple(
        Subject.model_validate({"kind": kind, "id": subject_id, "name": names[kind, subject_id]})
        for kind, subject_id in ranking[:OFFERED]
    )


def _named(claim: Claim) -> set[tuple[str, str, str]]:
    places = {("place", str(mention.place.id), mention.place.name) for mention in claim.places}
    actors = {("actor", mention.actor.id, mention.actor.name) for mention in claim.actors}
    claimant = claim.claimant
    return places | actors | ({("actor", claimant.actor_id, claimant.name)} if claimant.actor_id else set())
