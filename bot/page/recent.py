"""Pages that take long to make are kept for a moment; whoever asks meanwhile gets the same one, at once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

from bot.page.pages import Page

AGE: Final = timedelta(seconds=30)  #: how long a page may be out of date
MOST: Final = 64  #: pages that are kept


class Recent:
    """The pages that were made last, by address."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._pages: dict[str, tuple[datetime, asyncio.Task[Page]]] = {}

    async def page(self, address: str, make: Callable[[], Awaitable[Page]]) -> Page:
        """The page of an address; it is made where there is none, or none new enough."""
        now = self._clock()
        made_at, task = self._pages.get(address, (None, None))
        if made_at is None or task is None or not timedelta(0) <= now - made_at < AGE or _has_failed(task):
            task = asyncio.ensure_future(make())
            self._pages[address] = (now, task)
            while len(self._pages) > MOST:
                self._pages.pop(next(iter(self._pages)))
        return await asyncio.shield(task)


def _has_failed(task: asyncio.Task[Page]) -> bool:
    return task.done() and (task.cancelled() or task.exception() is not None)
