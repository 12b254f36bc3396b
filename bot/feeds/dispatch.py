"""Feeds that are due become jobs, where workers look at them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog

from bot.errors import BotError
from bot.feeds.watcher import LEASE, TICK_SECONDS, wait
from bot.models import Feed
from bot.protocols import FeedStore

_AT_ONCE = 100

_log = structlog.get_logger(__name__)


class FeedDispatcher:
    """Hands each feed on when it is due; several may do so at once, and each feed is handed on by one of them.

    hand_on: what lets a feed wait to be looked at.
    """

    def __init__(
        self, store: FeedStore, hand_on: Callable[[Feed], Awaitable[object]], *, clock: Callable[[], datetime]
    ) -> None:
        self._store, self._hand_on, self._clock = store, hand_on, clock

    async def run(self, stop: asyncio.Event) -> None:
        """Hand on what is due until told to stop."""
        while not stop.is_set():
            try:
                await self.dispatch()
            except BotError as error:  # what was taken comes back when its lease ends
                _log.warning("feeds not handed on", error=str(error))
            await wait(stop, TICK_SECONDS)

    async def dispatch(self) -> int:
        """Hand on the feeds that are due, and say how many they were."""
        now, count = self._clock(), 0
        while await self._store.are_due(now):
            feeds = await self._store.take(now, lease_end=now + LEASE, limit=_AT_ONCE)
            for feed in feeds:
                await self._hand_on(feed)
            count += len(feeds)
            if len(feeds) < _AT_ONCE:
                break
        return count
