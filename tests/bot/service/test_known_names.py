"""The names that have claims: a few are always new, many are read anew seldom and while the old ones serve."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any, cast

import pytest

from bot.models import Entity
from bot.protocols import Store
from bot.service.known_names import AGE, LONGEST_REST, MANY, KnownNames
from digests.knowledge import Knowledge
from tests.bot.telling import ACTORS, SMALL, Clock


class Entities:
    """A store that counts how often it is asked who has claims."""

    def __init__(self, count: int) -> None:
        self.count, self.asked = count, 0

    async def entities(self) -> list[Entity]:
        """So many actors."""
        self.asked += 1
        return [Entity(kind="actor", id=f"org:{n}", name=f"Body {n}", claims=1) for n in range(self.count)]


@pytest.mark.parametrize("count", [3, MANY])
async def test_many_names_are_read_seldom(count: int) -> None:
    """An article that comes in makes few names be read anew at once, and many only after a while, by nobody's wait."""
    store, clock = Entities(count), Clock()
    names = KnownNames(cast("Store", cast("Any", store)), Knowledge(SMALL, ACTORS), clock=clock)
    assert len((await names.directory()).known) == count
    store.count += 1
    names.expire()
    few = count < MANY
    assert len((await names.directory()).known) == count + few
    assert store.asked == 1 + few
    clock.now += max(AGE, LONGEST_REST) + timedelta(seconds=1)
    assert len((await names.directory()).known) == count + few
    async with asyncio.timeout(5):
        while len((await names.directory()).known) == count:  # noqa: ASYNC110 - they are read beside us
            await asyncio.sleep(0.01)
    assert store.asked == 2 + few


async def test_whoever_asks_while_names_are_read_gets_them_too() -> None:
    """The second to ask right after a start waits with the first, and is not told that nobody has claims."""
    store = Entities(3)
    names = KnownNames(cast("Store", cast("Any", store)), Knowledge(SMALL, ACTORS), clock=Clock())

    first = asyncio.create_task(names.directory())
    while not store.asked:  # noqa: ASYNC110 - until they are being read
        await asyncio.sleep(0)

    assert len((await names.directory()).known) == 3
    assert len((await first).known) == 3
    assert store.asked == 1
