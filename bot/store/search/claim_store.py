"""Articles and their claims, as the store gives and takes them: each method is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from bot.models import Entity
from bot.store.access import Access
from bot.store.claims import articles, lineage, lookup
from bot.store.claims.versions import Version
from bot.store.search.find import Page, Window, find_claims, find_disputed
from bot.store.search.story_claims import claims_of
from digests.composing.corrections import Restated
from digests.models import Article, Claim, Query


class ClaimStore(Access):
    """A `ClaimStore` in SQLite or Postgres."""

    _clock: Callable[[], datetime]  #: what tells whether an embargo has ended

    async def add_article(self, article: Article, claims: Sequence[Claim], *, now: datetime, news: bool = True) -> bool:
        """Add one version of an article with its claims; False if that id and version is already held.

        news: whether scheduled digests take it up.
        """
        return (await self.write(lambda c: articles.add_articles(c, [(article, claims)], now, news=news)))[0]

    async def add_articles(
        self, items: Sequence[tuple[Article, Sequence[Claim]]], *, now: datetime, news: bool = True, relate: bool = True
    ) -> list[bool]:
        """The same for many at once, which is quicker for each; all are written or none.

        relate: whether their claims are related to others.
        """
        return await self.write(lambda c: articles.add_articles(c, items, now, news=news, relate=relate))

    async def has_article(self, article_id: str, version: int) -> bool:
        """Whether that version of the article is held."""
        return await self.read(lambda c: lookup.has_article(c, article_id, version))

    async def is_news(self, article_id: str) -> bool:
        """Whether scheduled digests take up the newest version of an article."""
        return await self.read(lambda c: lookup.is_news(c, article_id))

    async def article(self, article_id: str, version: int) -> Article | None:
        """One version of an article."""
        return await self.read(lambda c: lookup.article_version(c, article_id, version))

    async def claim(self, claim_id: str) -> Claim | None:
        """One claim, also one of an older version."""
        return await self.read(lambda c: lookup.claim_by_id(c, claim_id, self._clock()))

    async def claims(self, claim_ids: Sequence[str]) -> list[Claim]:
        """Claims by their ids, in that order, without those that are not held."""
        return await self.read(lambda c: lookup.claims_with_ids(c, claim_ids, self._clock()))

    async def stored_ids(self, claim_ids: Sequence[str]) -> set[str]:
        """Those of some ids that are claims'."""
        return await self.read(lambda c: lookup.stored_ids(c, claim_ids))

    async def claims_of(self, article_id: str, version: int) -> list[Claim]:
        """The claims of one version of an article, in their order."""
        return await self.read(lambda c: lookup.claims_of_version(c, article_id, version))

    async def find_claims(
        self,
        query: Query,
        *,
        limit: int,
        after: str | None = None,
        added_after: datetime | None = None,
        added_until: datetime | None = None,
        posted_by: str | None = None,
    ) -> tuple[list[tuple[str, Claim]], int | None]:
        """(page key, claim) pairs of current versions, newest said first, and how many in all, if that is known.

        The number is counted up to `COUNT_LIMIT`, and not at all where counting would take longer than finding.
        """
        window = Window(added_after, added_until, posted_by)
        return await self.read(lambda c: find_claims(c, query, window, Page(limit, after), self._clock()))

    async def story_claims(
        self,
        story: str,
        *,
        limit: int,
        added_after: datetime | None = None,
        added_until: datetime | None = None,
        posted_by: str | None = None,
    ) -> list[Claim]:
        """The claims of a kept story, newest first; added then, and not posted by that schedule."""
        window = Window(added_after, added_until, posted_by)
        return await self.read(lambda c: claims_of(c, story, window, limit=limit, now=self._clock()))

    async def disputed(self, query: Query, *, limit: int) -> list[Claim]:
        """The newest claims that others exclude or deny, of the newest two thousand that a query asks for."""
        return await self.read(lambda c: find_disputed(c, query, limit, self._clock()))

    async def days(self, count: int) -> list[date]:
        """The newest days on which something was said, newest first, at most so many."""
        return await self.read(lambda c: lookup.days(c, count))

    async def article_versions(self, versions: Sequence[tuple[str, int]]) -> dict[tuple[str, int], Article]:
        """Those versions of articles, by (id, version)."""
        return await self.read(lambda c: lookup.article_versions(c, versions))

    async def articles_of(self, article_ids: Sequence[str]) -> dict[tuple[str, int], Article]:
        """Those articles in all held versions, by (id, version)."""
        return await self.read(lambda c: lookup.articles_with_ids(c, article_ids))

    async def records_around(self, article_ids: Sequence[str]) -> list[Article]:
        """All versions of those articles, and of all that they supersede or are superseded by."""
        return await self.read(lambda c: lineage.records_around(c, article_ids))

    async def latest_changes(self, limit: int) -> list[tuple[Article, datetime]]:
        """The latest records that took another one's place, or a version's, with when they were added; oldest first."""
        return await self.read(lambda c: lineage.latest_changes(c, limit))

    async def restated(self, article_ids: Sequence[str], *, start: datetime) -> list[Restated]:
        """The current claims whose relations have changed since `start` through claims of those articles."""
        return await self.read(lambda c: lineage.restated(c, article_ids, start, self._clock()))

    async def list_articles(self, *, after: Version | None = None, limit: int = 100) -> list[Article]:
        """Articles in all versions, by (id, version); after: the last one seen."""
        return await self.read(lambda c: lookup.list_articles(c, after, limit))

    async def entities(self) -> list[Entity]:
        """The places (ancestors included) and actors that have current claims, most claims first.

        A place that claims name only through a place inside it comes without its name.
        """
        return await self.read(lookup.entities)

    async def counts(self) -> dict[str, int]:
        """How many current articles and claims, schedules and deliveries are held, by name."""
        return await self.read(lookup.counts)

    async def state(self, now: datetime) -> str:
        """What changes whenever an article comes, goes or is read otherwise."""
        return await self.read(lambda c: lookup.state(c, now))
