"""What a host may expect of us: one request at a time, a pause between two, and its robots.txt obeyed for pages."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from bot.feeds.addresses import ForbiddenAddressError
from bot.feeds.fetch import AGENT, Fetcher, FetchError

GAP_SECONDS = 1.0  #: between two requests to one host
_ROBOTS_SECONDS = 24 * 3600.0
_MOST_HOSTS = 2_000  #: hosts that are remembered
_MOST_ROBOTS = 500_000  #: bytes of a robots.txt that are read
_MISSING = range(400, 500)


class Turns:
    """Lets one request at a time go to each host."""

    def __init__(self, gap_seconds: float = GAP_SECONDS) -> None:
        self._gap_seconds = gap_seconds
        self._locks: dict[str, asyncio.Lock] = {}
        self._free_times: dict[str, float] = {}

    @contextlib.asynccontextmanager
    async def take(self, url: str) -> AsyncIterator[None]:
        """Wait for a turn at an address's host, and keep it for the block."""
        host = urlsplit(url).netloc.lower()
        async with self._locks.setdefault(host, asyncio.Lock()):
            await asyncio.sleep(max(0.0, self._free_times.get(host, 0.0) - time.monotonic()))
            try:
                yield
            finally:
                self._free_times[host] = time.monotonic() + self._gap_seconds
                self._forget()

    def _forget(self) -> None:
        """Let go of hosts that nobody waits for, once there are many."""
        if len(self._locks) > _MOST_HOSTS:
            now = time.monotonic()
            idle = [host for host, lock in self._locks.items() if not lock.locked()]
            for host in idle:
                if self._free_times.get(host, 0.0) < now:
                    del self._locks[host]
                    self._free_times.pop(host, None)


class Robots:
    """What hosts let robots fetch, each asked once a day."""

    def __init__(self, fetcher: Fetcher, turns: Turns) -> None:
        self._fetcher, self._turns = fetcher, turns
        self._rules: dict[str, tuple[float, RobotFileParser]] = {}

    async def allow(self, url: str) -> bool:
        """Whether a page may be fetched; raises FetchError where its host cannot be asked now."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        known_time, rules = self._rules.get(origin, (0.0, None))
        if rules is None or time.monotonic() - known_time > _ROBOTS_SECONDS:
            rules = await self._fetch(origin)
            if len(self._rules) >= _MOST_HOSTS:
                self._rules.clear()
            self._rules[origin] = time.monotonic(), rules
        return rules.can_fetch(AGENT, url)

    async def _fetch(self, origin: str) -> RobotFileParser:
        rules = RobotFileParser()
        address = f"{origin}/robots.txt"
        async with self._turns.take(address):
            try:
                page = await self._fetcher.fetch(address)
            except ForbiddenAddressError as error:
                raise FetchError(str(error), retry=False) from None
        if page.status in _MISSING:
            rules.parse([])
        elif page.status == 200:
            rules.parse(page.body[:_MOST_ROBOTS].decode(errors="replace").splitlines())
        else:
            raise FetchError(f"{address} answered {page.status}", retry=True)
        return rules
