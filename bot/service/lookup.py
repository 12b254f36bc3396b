"""Finding claims as the use cases need them: what words mean, and claims with their articles."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime

from bot.errors import RequestError
from bot.protocols import Store
from bot.service.intake import is_embargoed
from bot.service.known_names import KnownNames
from digests.knowledge import Knowledge
from digests.models import Claim, Request, SourcedClaim
from digests.query.name_index import Directory
from digests.query.request import Finding, as_query, find_subject

CANDIDATES = 500  #: how many new claims a digest is chosen from

Window = tuple[datetime, datetime]


class ClaimLookup:
    """Looks words up, and fetches the claims that they mean."""

    def __init__(self, store: Store, knowledge: Knowledge, *, clock: Callable[[], datetime]) -> None:
        self._store, self._knowledge, self._clock = store, knowledge, clock
        self.names = KnownNames(store, knowledge, clock=clock)

    def look_up(self, asked: Request, known: Directory) -> tuple[Finding | None, Finding | None]:
        """What a request is about, and by whom."""
        about = find_subject(asked.about, known, self._knowledge) if asked.about else None
        by = find_subject(asked.by, known.actors, self._knowledge, mentions=False) if asked.by else None
        return about, by

    async def find(
        self,
        asked: Request,
        *,
        window: Window | None = None,
        posted_by: str | None = None,
        until: datetime | None = None,
    ) -> list[SourcedClaim]:
        """The claims that a digest is chosen from; for a schedule, those stored in the window and not posted yet.

        until: only claims said, or else published, until then.
        """
        if until is not None:
            return await self._said_until(asked, until)
        about, by = self.look_up(asked, await self.names.directory() if asked.about or asked.by else Directory())
        query = as_query(asked, about, by, now=self._clock())
        found, _ = await self._store.find_claims(
            query,
            limit=CANDIDATES,
            added_after=window[0] if window else None,
            added_until=window[1] if window else None,
            posted_by=posted_by,
        )
        return await self.with_articles([claim for _, claim in found])

    async def every(self, asked: Request) -> AsyncIterator[list[SourcedClaim]]:
        """All claims that a request asks for, newest first, some at a time."""
        about, by = self.look_up(asked, await self.names.directory() if asked.about or asked.by else Directory())
        query, after = as_query(asked, about, by, now=self._clock()), None
        while True:
            found, _ = await self._store.find_claims(query, limit=CANDIDATES, after=after)
            if not found:
                return
            yield await self.with_articles([claim for _, claim in found])
            after = found[-1][0]

    async def _said_until(self, asked: Request, until: datetime) -> list[SourcedClaim]:
        """The newest of the claims that were said until then."""
        chosen: list[SourcedClaim] = []
        async for page in self.every(asked):
            chosen += [read for read in page if _is_said_until(read, until)]
            if len(chosen) >= CANDIDATES:
                break
        return chosen[:CANDIDATES]

    async def claim(self, claim_id: str) -> SourcedClaim:
        """A claim with its article; raises RequestError for an unknown id."""
        claim = await self._store.claim(claim_id.strip().lower())
        for pair in await self.with_articles([claim] if claim else []):
            return pair
        raise RequestError(f"There is no claim “{claim_id[:40]}”. The Sources button under an answer lists the ids.")

    async def with_articles(self, claims: Sequence[Claim]) -> list[SourcedClaim]:
        """The claims with the versions of the articles that they stand in, without those that are embargoed."""
        versions = [(claim.passage.article_id, claim.passage.version) for claim in claims]
        articles = await self._store.article_versions(sorted(set(versions)))
        pairs = [SourcedClaim(claim, articles[version]) for claim, version in zip(claims, versions, strict=True)]
        return [pair for pair in pairs if not is_embargoed(pair.article, self._clock())]


def _is_said_until(read: SourcedClaim, until: datetime) -> bool:
    """Whether a claim was said, or else published, until then; a day counts as it is printed, whatever its zone."""
    claim, article = read.claim, read.article
    if claim.said_at is not None and claim.said_precision != "minute":
        return claim.said_at.replace(tzinfo=until.tzinfo) <= until
    moment = claim.said_at or article.date_published
    return moment is not None and moment <= until
