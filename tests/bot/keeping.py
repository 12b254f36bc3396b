"""Taking articles as the service does, without reading claims in them, which takes much longer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from bot.models import AuditRow, DeskItem, key_of
from bot.service.intake import admit, are_held
from bot.store import SqlStore
from digests.models import Article

NOW = datetime(2025, 2, 8, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        """The time."""
        return self.now


class Keeper:
    """Keeps articles in a store, and remembers what it was given."""

    def __init__(self, store: SqlStore, clock: Callable[[], datetime] = lambda: NOW) -> None:
        self._store, self._clock = store, clock
        self.added: list[Article] = []

    async def add_article(self, article: Article) -> bool:
        """Keep an article."""
        admitted = await admit(self._store, article, now=self._clock())
        if admitted is None:
            return False
        self.added.append(admitted)
        return await self._store.add_article(admitted, [], now=self._clock())

    async def are_held(self, articles: Sequence[Article]) -> list[bool]:
        """Whether each is held."""
        return await are_held(self._store, articles, now=self._clock())

    async def submit(self, article: Article, origin: str) -> bool:
        """Let an article wait."""
        item = DeskItem(id=hash_of(article), origin=origin, article=article, added_at=self._clock())
        row = AuditRow(moment=self._clock(), actor=origin, action="submit", subject=item.id)
        return await self._store.desk.add(item, row)


def hash_of(article: Article) -> str:
    """A name for an article with its words."""
    return key_of(article.id, article.body)
