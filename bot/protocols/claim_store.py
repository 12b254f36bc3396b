"""What is remembered of articles: what the use cases need of a store to read and ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from bot.models import Entity
from digests.models import Article, Claim, Query

if TYPE_CHECKING:
    from digests.composing.corrections import Restated


class ClaimStore(Protocol):
    """Articles and their claims."""

    async def add_article(self, article: Article, claims: Sequence[Claim], *, now: datetime, news: bool = True) -> bool:
        """Add one version of an article with its claims; False if that id and version is already held.

        A newer version takes the place of the older ones: their claims are no longer found.
        news: whether scheduled digests take it up.
        """
        ...

    async def has_article(self, article_id: str, version: int) -> bool:
        """Whether that version of the article is held."""
        ...

    async def is_news(self, article_id: str) -> bool:
        """Whether scheduled digests take up the newest version of an article."""
        ...

    async def article(self, article_id: str, version: int) -> Article | None:
        """One version of an article."""
        ...

    async def claim(self, claim_id: str) -> Claim | None:
        """One claim with its relations, also one of an older version."""
        ...

    async def claims(self, claim_ids: Sequence[str]) -> list[Claim]:
        """Claims by their ids, in that order, without those that are not held."""
        ...

    async def stored_ids(self, claim_ids: Sequence[str]) -> set[str]:
        """Those of some ids that are claims'; an outlet's own report in a digest is none."""
        ...

    async def claims_of(self, article_id: str, version: int) -> list[Claim]:
        """The claims of one version of an article, in their order."""
        ...

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
        """(page key, claim) pairs of current versions with their relations, newest first, and how many in all.

        The number is counted up to 200, and is None where counting would take longer than finding.
        after: the page key of the last claim seen; added_after/added_until: only claims stored in that window;
        posted_by: leave out claims that this schedule has already posted.
        """
        ...

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
        ...

    async def disputed(self, query: Query, *, limit: int) -> list[Claim]:
        """The newest claims that others exclude or deny, of the newest two thousand that a query asks for."""
        ...

    async def days(self, count: int) -> list[date]:
        """The newest days on which something was said, newest first, at most so many; a day is one of UTC."""
        ...

    async def article_versions(self, versions: Sequence[tuple[str, int]]) -> dict[tuple[str, int], Article]:
        """Those versions of articles, by (id, version)."""
        ...

    async def articles_of(self, article_ids: Sequence[str]) -> dict[tuple[str, int], Article]:
        """Those articles in all held versions, by (id, version)."""
        ...

    async def records_around(self, article_ids: Sequence[str]) -> list[Article]:
        """All versions of those articles, and of all that they supersede or are superseded by."""
        ...

    async def latest_changes(self, limit: int) -> list[tuple[Article, datetime]]:
        """The latest records that took another one's place, or a version's, with when they were added; oldest first."""
        ...

    async def restated(self, article_ids: Sequence[str], *, start: datetime) -> list[Restated]:
        """The current claims whose relations have changed since `start` through claims of those articles."""
        ...

    async def list_articles(self, *, after: tuple[str, int] | None = None, limit: int = 100) -> list[Article]:
        """Articles in all versions, by (id, version); after: the last one seen."""
        ...

    async def entities(self) -> list[Entity]:
        """The places (ancestors included) and actors that have current claims, most claims first."""
        ...

    async def counts(self) -> dict[str, int]:
        """How many articles, claims, schedules and deliveries are held, by name."""
        ...

    async def state(self, now: datetime) -> str:
        """What changes whenever an article comes, goes or is read otherwise."""
        ...
