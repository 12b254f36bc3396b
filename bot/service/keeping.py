"""Keeping articles: each is read, the desk's edits are laid over what was read, and posted digests are corrected."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.models import ClaimEdit
from bot.protocols import Store
from bot.service.corrections import Split, revise_flags, revise_posted
from bot.service.editing import edited, is_withdrawn
from bot.service.intake import admit
from digests.extraction.extract import Extraction
from digests.knowledge import Knowledge
from digests.lines.wording import worded
from digests.models import Article, Claim

_UNFINISHED = 20  #: the latest changes that may have been cut off, as so many are kept at a time


class ArticleKeeper:
    """Reads articles and keeps them with their claims."""

    def __init__(
        self,
        store: Store,
        extract: Callable[[Article], Extraction],
        knowledge: Knowledge,
        *,
        clock: Callable[[], datetime],
        split: Split,
        after_change: Callable[[], None],
    ) -> None:
        self._store, self._extract, self._knowledge, self._clock = store, extract, knowledge, clock
        self._split, self._after_change = split, after_change

    async def add(self, article: Article, *, news: bool = True) -> bool:
        """Keep an article as what its content makes it; False if it is held already. Raises RequestError."""
        # Somebody else may add another version meanwhile; then this one is looked at again beside it.
        while admitted := await admit(self._store, article, now=self._clock()):
            if await self._keep(admitted, news=news):
                return True
        return False

    async def revise(self, article: Article, **changes: object) -> Article:
        """Keep a held article anew, as its next version, with some of its fields changed."""
        while True:
            article = await self.newest(article.id) or article
            following = article.model_copy(update={**changes, "version": article.version + 1})
            # what no digest has posted yet is still news, and what was posted is not posted again
            if await self._keep(following, news=await self._store.is_news(article.id)):
                return following

    async def newest(self, article_id: str) -> Article | None:
        """The newest version of an article that is held."""
        versions = (await self._store.articles_of([article_id])).values()
        return max(versions, key=lambda version: version.version, default=None)

    async def read(self, article: Article) -> tuple[Claim, ...]:
        """The claims of an article, as the desk wants them read."""
        edits = await self._store.desk.edits(article.id)
        return await asyncio.to_thread(self._read, article, edits)

    def _read(self, article: Article, edits: Sequence[ClaimEdit]) -> tuple[Claim, ...]:
        claims = edited(self._extract(article).claims, edits, self._knowledge.actors)
        return tuple(worded(claim, article) for claim in claims)

    async def resume(self) -> None:
        """Queue the edits of flags that the process did not get to when it ended; what is queued already stays once."""
        for article, added_at in await self._store.latest_changes(_UNFINISHED):
            await revise_flags(self._store, article, now=added_at, split=self._split)

    async def _keep(self, article: Article, *, news: bool) -> bool:
        if is_withdrawn(await self._store.desk.edits(article.id)):
            article = article.model_copy(update={"status": "canceled"})
        claims, now = await self.read(article), max(filter(None, (self._clock(), article.embargoed)))
        # Before the record is held: a crash in between queues nothing twice, and loses no correction.
        await revise_posted(self._store, article, claims, now=now, split=self._split)
        is_added = await self._store.add_article(article, claims, now=now, news=news)
        await revise_flags(self._store, article, now=now, split=self._split)
        self._after_change()
        return is_added
