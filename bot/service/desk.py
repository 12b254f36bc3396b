"""The desk: what waits is approved, held or rejected by people, and every decision is written down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.models import AuditRow, DeskItem, key_of
from bot.protocols import Store
from bot.service.intake import admit, content_hash
from digests.models import Article


class DeskService:
    """Keeps the queue and its decisions."""

    def __init__(self, store: Store, *, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock

    async def submit(
        self, article: Article, origin: str, *, tenant: str = "", needs: int = 1, news: bool = True
    ) -> DeskItem | None:
        """Let an article wait; None if it is held, waits or was decided already.

        Raises RequestError where another publisher's article has its id.
        """
        now = self._clock()
        admitted = await admit(self._store, article, now=now)
        if admitted is None:
            return None
        key = key_of("desk", tenant, article.id, content_hash(article, now))[:12]
        item = DeskItem(
            id=key, tenant=tenant, origin=origin, article=article, needs=needs, news=news, added_at=now
        )  # fmt: skip
        row = AuditRow(moment=now, actor=origin, tenant=tenant, action="submit", subject=key)
        return item if await self._store.desk.add(item, row) else None
