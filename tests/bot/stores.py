"""What the tests of the store share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.models import Delivery
from bot.store import SqlStore
from digests.models import Article, Claim, Query
from tests import make

DUE = datetime(2025, 2, 9, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


async def ids(store: SqlStore, query: Query, **options: Any) -> list[str]:
    """The ids of the claims found, in order."""
    found, _ = await store.find_claims(query, **{"limit": 100, **options})
    return [claim.id for _, claim in found]


async def add(store: SqlStore, *claims: Claim, now: datetime = make.NOW, **fields: Any) -> Article:
    """Add an article with those claims."""
    article = make.article(**fields)
    assert await store.add_article(article, claims, now=now)
    return article


async def take(store: SqlStore, now: datetime, limit: int = 10, lease: float = 600) -> list[Delivery]:
    """Take for every platform."""
    return await store.take_deliveries(
        now, platforms=("discord", "slack", "terminal"), limit=limit, lease_seconds=lease
    )
