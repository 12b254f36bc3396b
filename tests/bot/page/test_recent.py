"""Pages that are kept: for how long, and the first one made anew before anybody asks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.errors import StoreError
from bot.page.pages import Page
from bot.page.recent import AGE, Recent, keep_warm
from tests.make import NOW

_TICK = timedelta(milliseconds=1)


class Maker:
    """Makes pages that are numbered, each as soon as it may."""

    def __init__(self) -> None:
        self.count = 0
        self.may = asyncio.Event()
        self.may.set()

    async def __call__(self) -> Page:
        """The next page."""
        self.count += 1
        number = self.count
        await self.may.wait()
        return Page(str(number).encode())


@asynccontextmanager
async def warm(recent: Recent, make: Maker, state: Callable[[], str]) -> AsyncIterator[None]:
    """Keep the first page warm meanwhile."""

    async def current() -> str:
        return state()

    task = asyncio.create_task(keep_warm(recent, "/", make, current, pause=_TICK))
    try:
        yield
    finally:
        task.cancel()


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(5):
        while not holds():  # noqa: ASYNC110 - there is no event to wait for
            await asyncio.sleep(0.001)


async def test_the_old_page_serves_until_the_new_one_is_made() -> None:
    """Whoever asks while the first page is made anew waits for nothing; what else was kept is let go at once."""
    recent, first, other = Recent(lambda: NOW), Maker(), Maker()
    state = "one"
    await recent.page("/other/", other)
    async with warm(recent, first, lambda: state):
        await until(lambda: first.count == 1)
        first.may.clear()
        state = "two"
        await until(lambda: first.count == 2)
        assert (await recent.page("/", first)).body == b"1"
        assert (await recent.page("/other/", other)).body == b"2"
        first.may.set()
        await asyncio.sleep(0.01)
        assert (await recent.page("/", first)).body == b"2"
    assert first.count == 2


async def test_nothing_is_made_again_while_nothing_changes() -> None:
    """As long as the claims are the same, pages stay good past their age; without word of that they do not."""
    now, looks, first, other = NOW, 0, Maker(), Maker()
    recent = Recent(lambda: now)

    def state() -> str:
        nonlocal looks
        looks += 1
        return "one"

    async with warm(recent, first, state):
        await until(lambda: looks > 1)
        await recent.page("/other/", other)
        now += AGE
        seen = looks
        await until(lambda: looks > seen + 1)
        assert (await recent.page("/other/", other)).body == b"1"
    now += AGE
    assert (await recent.page("/other/", other)).body == b"2"
    assert first.count == 1


async def test_a_database_that_fails_is_asked_again() -> None:
    """The page is made as soon as the database answers."""
    recent, first, failures = Recent(lambda: NOW), Maker(), [StoreError("It does not answer.")] * 2

    def state() -> str:
        if failures:
            raise failures.pop()
        return "one"

    async with warm(recent, first, state):
        await until(lambda: first.count == 1)
    assert not failures
