"""A clock that was wrong for a while silences no digest, doubles none, and the log says so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
import structlog

from bot.models import ScheduleDraft
from bot.schedules import Scheduler
from bot.schedules.clock import brought_back
from bot.store import SqlStore
from digests.models import Request
from tests import make
from tests.bot.stores import DUE, take
from tests.bot.telling import START, Claims, Clock, small_service, tell

DAY, YEAR = timedelta(days=1), timedelta(days=365)


@pytest.mark.parametrize("restarted", [False, True])
async def test_a_clock_a_year_ahead_and_back_silences_nothing(store: SqlStore, *, restarted: bool) -> None:
    """What was read and posted under a wrong clock is neither lost nor posted again; the next digest comes in time."""
    clock, claims = Clock(), Claims()
    service = small_service(store, claims, clock)
    await service.add_schedule(
        ScheduleDraft(destination=make.destination(), request=Request(), at="08:00", zone="UTC", name="morning")
    )
    scheduler = Scheduler(store, clock=clock, poll_seconds=0.01)
    await scheduler.start(service.fire)
    await tell(service, claims, "the road was open", article_id="before")
    clock.now = START + YEAR
    await _until_posts(store, clock, 1)
    await tell(service, claims, "the road was closed", article_id="meanwhile")
    if restarted:
        await scheduler.stop()
    with structlog.testing.capture_logs() as logged:
        clock.now = START + timedelta(hours=1)
        if restarted:
            scheduler = Scheduler(store, clock=clock, poll_seconds=0.01)
            await scheduler.start(service.fire)
        await _until(lambda: any("the clock was ahead" in entry["event"] for entry in logged))
    clock.now = START + DAY
    await _until_posts(store, clock, 2)
    await scheduler.stop()

    digests = [row.digest for row in sorted(await store.deliveries("discord:1"), key=lambda row: row.not_before)]
    lines = [sorted(item.body for item in digest.items) for digest in digests]
    assert sorted(lines) == [["the road was closed"], ["the road was open"]]
    (schedule,) = await store.schedules("discord:1")
    assert START + DAY < schedule.next_due <= START + 2 * DAY


async def _until_posts(store: SqlStore, clock: Clock, count: int) -> None:
    """Post what is due until there were so many posts."""
    for _ in range(500):
        for delivery in await take(store, clock()):
            assert await store.mark_sent(delivery, "1")
        if sum(row.state == "sent" for row in await store.deliveries("discord:1")) >= count:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it was not posted")


async def _until(holds: Callable[[], bool]) -> None:
    for _ in range(500):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come to hold")


async def test_a_time_that_comes_again_is_run_again(store: SqlStore) -> None:
    """A run that was made for a time to come gives way, and what it queued goes out, with its lease and its wait."""
    await store.add_schedule(make.schedule(next_due=DUE + YEAR, covered_until=DUE + YEAR))
    early = make.run(due=DUE + YEAR, window_to=DUE + YEAR)
    await store.queue_run(early, [make.delivery(not_before=DUE + YEAR)], [], next_due=DUE + YEAR + DAY)

    assert await store.bring_back(DUE, DUE + timedelta(minutes=15), sure=True) == 2
    (delivery,) = await take(store, DUE)
    assert delivery.id == "d1"
    assert await store.queue_run(early, [], [], next_due=DUE + YEAR + DAY)


async def test_articles_wait_for_their_hour_alone(store: SqlStore) -> None:
    """An embargo lies ahead by right; where most articles do, the clock is rather behind, and they stay as they are."""
    limit = DUE + timedelta(minutes=15)
    for name in "abc":
        await store.add_article(make.article(id=name), [], now=DUE + YEAR)
    await store.add_article(make.article(id="embargoed", embargoed=DUE + 2 * YEAR), [], now=DUE + 2 * YEAR)

    assert await store.bring_back(DUE, limit, sure=False) == 0
    assert await store.bring_back(DUE, limit, sure=True) == 3
    assert await store.bring_back(DUE, limit, sure=True) == 0


def test_what_is_right_is_left_alone() -> None:
    """The next time of a rare schedule is far ahead, and a replica's clock may be a little ahead."""
    for schedule in (
        make.schedule(cron="0 8 1 1 *", next_due=DUE.replace(year=2026, month=1, day=1)),
        make.schedule(next_due=DUE + DAY, covered_until=DUE + timedelta(seconds=30)),
    ):
        assert brought_back(schedule, DUE - timedelta(minutes=1)) is None
    assert brought_back(make.schedule(next_due=DUE + 2 * DAY), DUE - timedelta(minutes=30)) is not None
