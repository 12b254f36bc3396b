"""The night's work is done once a night, made up for where it was missed, and one part holds up no other."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import structlog

from bot.errors import StoreError
from bot.upkeep import Nightly
from tests import make

HOUR = timedelta(hours=1)


async def _nights(last: datetime | None, hours: list[int]) -> list[datetime]:
    """When the work was done, on a clock that shows those hours after `make.NOW`, which is 09:00, one after another."""
    now, done = [make.NOW], list[datetime]()

    async def work(moment: datetime) -> None:
        done.append(moment)

    stop = asyncio.Event()
    nightly = Nightly({"work": work}, zone="UTC", clock=lambda: now[0], last=last)
    running = asyncio.create_task(nightly.run(stop, look_seconds=0.001))
    for hour in hours:
        now[0] = make.NOW + hour * HOUR
        await asyncio.sleep(0.02)
    stop.set()
    await running
    return done


async def test_once_a_night() -> None:
    """Work begins when it is three o'clock, once, and is not done again after a restart the same day."""
    assert await _nights(make.NOW, [0, 17, 18, 19, 41, 42, 43]) == [make.NOW + hour * HOUR for hour in (18, 42)]


async def test_a_missed_night_is_made_up_for() -> None:
    """At the start after a night in which nothing ran, and where nobody knows of any, it is done at once."""
    assert await _nights(make.NOW - 24 * HOUR, [0, 1]) == [make.NOW]
    assert await _nights(None, [0, 1]) == [make.NOW]


async def test_a_part_that_fails_holds_up_no_other() -> None:
    """A full disk or a fault of our own is told in the log, and the rest is done."""
    done = list[str]()

    async def full(_now: datetime) -> None:
        raise StoreError("the disk is full")

    async def broken(_now: datetime) -> None:
        raise ValueError("a fault")

    async def fine(_now: datetime) -> str:
        done.append("fine")
        return "3 articles"

    stop = asyncio.Event()
    nightly = Nightly({"full": full, "broken": broken, "fine": fine}, zone="UTC", clock=lambda: make.NOW)
    with structlog.testing.capture_logs() as logged:
        running = asyncio.create_task(nightly.run(stop, look_seconds=0.001))
        await asyncio.sleep(0.02)
        stop.set()
        await running
    assert done == ["fine"]
    assert [(entry["part"], entry["log_level"]) for entry in logged] == [
        ("full", "error"),
        ("broken", "error"),
        ("fine", "info"),
    ]
