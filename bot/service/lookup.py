"""Finding claims as the use cases need them: what words mean, and claims with their articles and relations."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.errors import RequestError
from bot.protocols import Store
from bot.service.intake import is_embargoed
from bot.service.known_names import KnownNames
from digests.knowledge import Knowledge
from digests.models import Claim, Query, Request, SourcedClaim, Subject
from digests.query.name_index import Directory
from digests.query.request import Finding, as_query, find_subject
from digests.relations import relate

CANDIDATES = 500  #: how many new claims a digest is chosen from
AROUND = 300  #: how many claims on its subject, the newest, a claim is related to

Window = tuple[datetime, datetime]


class ClaimLookup:
    """Looks words up, and fetches the claims that they mean."""

    def __init__(self, store: Store, knowledge: Knowledge, *, clock: Callable[[], datetime]) -> None:
        self._store, self._knowledge, self._clock = store, knowledge, clock
        self.names = KnownNames(store, knowledge, clock=clock)

    def look_up(self, asked: Request, known: Directory) -> tuple[Finding | None, Finding | None]:
        """What a request is about, and by whom."""
        about = find_subject(asked.about, known, self._knowledge) if asked.about else None
        return about, find_subject(asked.by, known.actors, self._knowledge) if asked.by else None

    async def find(
        self, asked: Request, *, window: Window | None = None, posted_by: str | None = None
    ) -> list[SourcedClaim]:
        """The claims that a digest is chosen from; for a schedule, those stored in the window and not posted yet."""
        about, by = self.look_up(asked, await self.names.directory() if asked.about or asked.by else Directory())
        query = as_query(asked, about, by, now=self._clock())
        found, _ = await self._store.find_claims(
            query,
            limit=CANDIDATES,
            added_after=window[0] if window else None,
            added_until=window[1] if window else None,
            posted_by=posted_by,
        )
        return await self.related([claim for _, claim in found], query)

    async def claim(self, claim_id: str) -> SourcedClaim:
        """A claim with its article and its relations to what else is said of its places, or of its actors."""
        claim = await self._store.claim(claim_id.strip().lower())
        article = claim and await self._store.article(claim.passage.article_id, claim.passage.version)
        if claim is not None and article and not is_embargoed(article, self._clock()):
            return (await self.related([claim], Query(about=_subjects(claim))))[0]
        raise RequestError(f"There is no claim “{claim_id[:40]}”. The Sources button under an answer lists the ids.")

    async def related(self, claims: Sequence[Claim], query: Query) -> list[SourcedClaim]:
        """The claims with their articles and relations, also to claims on the same subject that are not among them."""
        around, _ = await self._store.find_claims(Query(about=query.about), limit=AROUND)
        known = {claim.id for claim in claims}
        others = [claim for _, claim in around if claim.id not in known]
        read = await self._with_articles([*claims, *others])
        count = sum(sourced.claim.id in known for sourced in read)
        return (await asyncio.to_thread(relate, read))[:count]

    async def _with_articles(self, claims: Sequence[Claim]) -> list[SourcedClaim]:
        articles = await self._store.articles_of(sorted({claim.passage.article_id for claim in claims}))
        pairs = [SourcedClaim(claim, articles[claim.passage.article_id, claim.passage.version]) for claim in claims]
        return [sourced for sourced in pairs if not is_embargoed(sourced.article, self._clock())]


def _subjects(claim: Claim) -> tuple[Subject, ...]:
    """What a claim is about: its places and what they lie in, their country left out; else its actors."""
    places = [mention.place for mention in claim.places or claim.context_places]
    ids = {str(i) for place in places for i in (place.id, *place.ancestors[:-1])}
    actors = {mention.actor.id for mention in claim.actors}
    if ids:
        return tuple(Subject(kind="place", id=i, name=i) for i in sorted(ids))
    return tuple(Subject(kind="actor", id=i, name=i) for i in sorted(actors))
