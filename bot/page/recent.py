"""Pages that take long to make are kept for a moment; whoever asks meanwhile gets the same one, at once.

The first page takes longest, and is asked for most: it is made anew before anybody asks, whenever the claims change.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.errors import BotError
from bot.page.pages import Page

AGE: Final = timedelta(seconds=30)  #: how long a page may be out of date
MOST: Final = 64  #: pages that are kept

_log = structlog.get_logger(__name__)


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
            self._keep(address, task)
        return await asyncio.shield(task)

    async def renew(self, address: str, make: Callable[[], Awaitable[Page]]) -> None:
        """Let go of all pages, as something has changed, but of one not before it is made anew."""
        task = asyncio.ensure_future(make())
        self._pages = {address: self._pages.get(address, (self._clock(), task))}
        await asyncio.wait([task])
        self._keep(address, task)
        await task

    def confirm(self) -> None:
        """Let the pages count as made now, since nothing has changed."""
        now = self._clock()
        self._pages = {address: (now, task) for address, (_, task) in self._pages.items()}

    def _keep(self, address: str, task: asyncio.Task[Page]) -> None:
        self._pages.pop(address, None)  # what was made last is let go last
        self._pages[address] = (self._clock(), task)
        while len(self._pages) > MOST:
            self._pages.pop(next(iter(self._pages)))


async def keep_warm(
    recent: Recent,
    address: str,
    make: Callable[[], Awaitable[Page]],
    state: Callable[[], Awaitable[str]],
    *,
    pause: timedelta = AGE / 3,
) -> None:
    """Have a page ready until cancelled, made anew whenever the state of what pages are made of is another."""
    known = None
    while True:
        try:
            current = await state()
            if current == known:
                recent.confirm()
            else:
                await recent.renew(address, make)
            known = current
        except BotError as error:  # whoever asks is told so
            _log.warning("a page could not be made", page=address, error=str(error))
        await asyncio.sleep(pause.total_seconds())


def _has_failed(task: asyncio.Task[Page]) -> bool:
    return task.done() and (task.cancelled() or task.exception() is not None)
