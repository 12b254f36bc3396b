"""Stories that last: each new article joins the story that it is nearest to, and stays there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from bot.protocols import Store
from bot.service.posted import OVERLAP
from digests.models import Article
from digests.stories.clustering import StoryReader

REMEMBERED = timedelta(days=14)  #: how long a story rests before another one begins
MOST_READ = 3_000  #: how many of the latest articles are known


class StoryKeeper:
    """Reads articles in the order in which they were added, and keeps in the store which story each belongs to."""

    def __init__(self, store: Store, *, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock
        self._lock = asyncio.Lock()
        self._reader, self._known_ids = StoryReader(), set[str]()
        self._read_until: datetime | None = None

    async def stories_of(self, articles: Sequence[Article]) -> dict[str, str]:
        """The stories of articles, by their ids; what was added since the last call is read first."""
        async with self._lock:
            await self._read_on(articles)
        return await self._store.stories_of(sorted({article.id for article in articles}))

    async def _read_on(self, articles: Iterable[Article]) -> None:
        if len(self._known_ids) > 2 * MOST_READ:
            self._forget()
        now = self._clock()
        rows = await self._store.recent_articles(self._read_until or now - REMEMBERED, limit=MOST_READ)
        known_ids = self._known_ids | {article.id for article, _ in rows}
        others = {article.id: article for article in articles if article.id not in known_ids}
        story_of = await self._store.stories_of(sorted(others)) if others else {}
        rows += [(article, story_of.get(article_id)) for article_id, article in sorted(others.items())]
        placements = await asyncio.to_thread(self._read, rows)
        if placements:
            await self._store.place_articles(placements)
        self._read_until = now - OVERLAP

    def _read(self, rows: Sequence[tuple[Article, str | None]]) -> dict[str, str]:
        """Read articles that are not known yet; gives the stories of those that had none."""
        placements: dict[str, str] = {}
        self._reader.learn(article for article, _ in rows if article.id not in self._known_ids)
        for article, story in rows:
            if article.id in self._known_ids:
                continue
            self._known_ids.add(article.id)
            if story is None:
                placements[article.id] = self._reader.add(article).story
            else:
                self._reader.resume(article, story)
        wholes = self._reader.settle()
        return {article_id: wholes.get(story, story) for article_id, story in placements.items()}

    def _forget(self) -> None:
        """Begin anew from what the store holds, so that no more is in memory than is needed."""
        self._reader, self._known_ids, self._read_until = StoryReader(), set(), None
