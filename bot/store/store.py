"""The store: each method is one transaction."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Engine
from sqlalchemy.engine import URL

from bot.store.claims import rewording
from bot.store.claims.rows import KeyedClaim
from bot.store.desk import DeskTable
from bot.store.feeds import FeedTable
from bot.store.group_commit import Batch
from bot.store.notes import NoteTable
from bot.store.search.claim_store import ClaimStore
from bot.store.sending.sending_store import SendingStore
from bot.store.upkeep import retention
from bot.store.upkeep.clock import bring_back
from digests.models import Article, Claim

_REWORDED = 100  #: claims at a time


class SqlStore(ClaimStore, SendingStore):
    """A `Store` in SQLite or Postgres; make one with `open_store`."""

    def __init__(self, engine: Engine, url: URL, clock: Callable[[], datetime]) -> None:
        super().__init__(engine, url)
        self._clock = clock
        self._runs = Batch[bool](self.write)
        self.feeds, self.desk, self.notes = FeedTable(self), DeskTable(self), NoteTable(self)

    async def reword(self, work: Callable[[Claim, Article], Claim]) -> int:
        """Let `work` put in words every current claim that another program has worded, and say how many there were.

        It is done some at a time, newest first, so that nobody waits for it.
        """
        marks = await self.read(rewording.other_programs)
        return sum([await self._reword(work, mark) for mark in marks])

    async def _reword(self, work: Callable[[Claim, Article], Claim], mark: str | None) -> int:
        count, cursor = 0, None
        while True:
            find = functools.partial(rewording.outworded, mark=mark, cursor=cursor, limit=_REWORDED)
            claims = await asyncio.to_thread(_put_in_words, work, await self.read(find))
            if not claims:
                return count
            await self.write(functools.partial(rewording.keep_wordings, claims=claims))
            count, cursor = count + len(claims), claims[-1].key

    async def bring_back(self, now: datetime, limit: datetime, *, sure: bool) -> int:
        """Bring back what a clock that was ahead has noted as later than the limit, and say how many rows that is.

        sure: whether the clock is right now.
        """
        return await self.write(lambda c: bring_back(c, now, limit, sure=sure))

    async def forget(self, limit: datetime, now: datetime) -> int:
        """Forget what is older, apart from what a digest or a correction may still need; gives how many articles.

        It is done in many short transactions, so that nobody waits for it.
        """
        safe_limit = await self.read(lambda c: retention.limit_of(c, limit))
        while await self.write(lambda c: retention.forget_runs(c, safe_limit)):
            pass
        total, skip = 0, 0
        while True:
            work = functools.partial(retention.forget_articles, limit=safe_limit, skip=skip, now=now)
            count, needed_count = await self.write(work)
            if not count and not needed_count:
                return total
            total, skip = total + count, skip + needed_count


def _put_in_words(
    work: Callable[[Claim, Article], Claim], claims: Sequence[tuple[KeyedClaim, Article]]
) -> list[KeyedClaim]:
    return [KeyedClaim(key, work(claim, article)) for (key, claim), article in claims]
