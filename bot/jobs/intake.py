"""Articles on their way through a queue: what comes in waits for a worker, which reads and keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Literal, Protocol

import structlog

from bot.errors import RequestError
from bot.models import key_of
from bot.protocols import Store
from bot.service.intake import admit, content_hash
from bot.service.service import Service
from digests.models import Article

_log = structlog.get_logger(__name__)


class Queue(Protocol):
    """Where jobs wait."""

    async def add(
        self,
        task: Literal["read"],
        arguments: dict[str, Any],
        *,
        key: str,
        priority: Literal["correction", "news", "archive"],
    ) -> bool:
        """Let a job wait; False if one with that key waits already. Raises StoreError, with nothing added."""
        ...


class QueuedIntake:
    """Takes articles as the service does, and lets them wait for a worker; what it has taken is not lost."""

    def __init__(self, service: Service, store: Store, queue: Queue, *, clock: Callable[[], datetime]) -> None:
        self._service, self._store, self._queue, self._clock = service, store, queue, clock

    async def add_article(self, article: Article, *, news: bool = True) -> bool:
        """Let an article wait to be read; False if it is held, or waits, already.

        Raises RequestError where another publisher's article has its id. What may correct what was posted goes first.
        """
        now = self._clock()
        admitted = await admit(self._store, article, now=now)
        if admitted is None:
            return False
        priority: Literal["correction", "news", "archive"] = "news" if news else "archive"
        if admitted.supersedes or await self._store.articles_of([article.id]):
            priority = "correction"
        key = key_of("read", article.id, str(article.version), content_hash(article, now))
        arguments = {"article": article.model_dump(mode="json"), "news": news}
        return await self._queue.add("read", arguments, key=key, priority=priority)

    async def are_held(self, articles: Sequence[Article]) -> list[bool]:
        """Whether each of some articles is held already as it is."""
        return await self._service.are_held(articles)

    async def submit(self, article: Article, origin: str) -> bool:
        """Let an article wait for the desk; False if it is held, waits or was decided already."""
        return await self._service.submit(article, origin)


async def read_queued(service: Service, article: dict[str, Any], *, news: bool) -> None:
    """Do what an article waits for; one that cannot be kept is told in the log, as nobody waits for the answer."""
    record = Article.model_validate(article)
    try:
        await service.add_article(record, news=news)
    except RequestError as error:
        _log.warning("article not added", article=record.url or record.id, error=str(error))
