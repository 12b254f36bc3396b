"""The scheduler: woken on time, catching up once, and reading from the database only what has changed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
import structlog

from bot.errors import StoreError
from bot.models import Schedule
from bot.schedules import Scheduler, next_due
from bot.store import SqlStore, open_store
from tests import make

DAY = timedelta(days=1)
DUE = datetime(2025, 2, 9, 8, 0, tzinfo=UTC)


class Desk:
    """Fires as the service does: queues a run and advances the schedule; refuses the first few times if told to."""

    def __init__(self, store: SqlStore, refusals: int = 0, cron: str = "0 8 * * *") -> None:
        self.store, self.refusals, self.cron = store, refusals, cron
        self.fired: list[tuple[str, datetime]] = []
        self.seen = asyncio.Event()

    async def fire(self, schedule_id: str, due: datetime) -> None:
        """Queue the run."""
        if self.refusals:
            self.refusals -= 1
            raise StoreError("locked")
        run = make.run(f"{schedule_id}-{due}", schedule_id=schedule_id, due=due)
        if await self.store.queue_run(run, [], [], next_due=next_due(self.cron, "UTC", due)):
            self.fired.append((schedule_id, due))
            self.seen.set()


@pytest.fixture
async def memory() -> SqlStore:
    """A store in memory."""
    return await open_store("sqlite://")


async def test_missed_digests_are_caught_up_once(memory: SqlStore) -> None:
    """After an outage each schedule fires once, for its latest due time; paused and future ones do not."""
    now = DUE + 3 * DAY + timedelta(hours=1)
    for schedule in (
        make.schedule("missed"),
        make.schedule("paused", paused=True),
        make.schedule("future", next_due=now + DAY),
    ):
        await memory.add_schedule(schedule)
    desk = Desk(memory)
    scheduler = Scheduler(memory, clock=lambda: now, poll_seconds=0.01)
    await scheduler.start(desk.fire)
    await desk.seen.wait()
    await asyncio.sleep(0.05)
    await scheduler.stop()
    assert desk.fired == [("missed", DUE + 3 * DAY)]
    await memory.close()


async def test_three_hours_of_outage_are_one_digest(memory: SqlStore) -> None:
    """A digest that is due every hour, and was not for three hours, is made once, and then every hour again."""
    await memory.add_schedule(make.schedule(cron="0 * * * *"))
    now = [DUE + timedelta(hours=3, minutes=20)]
    desk = Desk(memory, cron="0 * * * *")
    scheduler = Scheduler(memory, clock=lambda: now[0], poll_seconds=0.01)
    await scheduler.start(desk.fire)
    await desk.seen.wait()
    desk.seen.clear()
    now[0] = DUE + timedelta(hours=4)
    await desk.seen.wait()
    await scheduler.stop()
    assert [due for _, due in desk.fired] == [DUE + timedelta(hours=3), DUE + timedelta(hours=4)]


async def test_firing_that_queues_nothing_is_not_repeated(memory: SqlStore) -> None:
    """A due time that is left to another process fires here once, however often the database is read."""
    await memory.add_schedule(make.schedule())
    calls = []

    async def leave(_schedule_id: str, due: datetime) -> None:
        calls.append(due)

    scheduler = Scheduler(memory, clock=lambda: DUE, poll_seconds=0.01)
    await scheduler.start(leave)
    await asyncio.sleep(0.1)
    await scheduler.stop()
    assert calls == [DUE]
    await memory.close()


async def test_schedule_of_another_process_is_picked_up(memory: SqlStore) -> None:
    """A schedule that is added to the database while we run fires without anybody telling us."""
    desk = Desk(memory)
    scheduler = Scheduler(memory, clock=lambda: DUE, poll_seconds=0.01)
    await scheduler.start(desk.fire)
    await memory.add_schedule(make.schedule())
    await asyncio.wait_for(desk.seen.wait(), 30)
    await scheduler.stop()
    assert desk.fired == [("s1", DUE)]
    await memory.close()


async def test_refused_firing_is_tried_again(memory: SqlStore) -> None:
    """A firing that the database refuses is tried again, and fires once."""
    await memory.add_schedule(make.schedule())
    desk = Desk(memory, refusals=2)
    scheduler = Scheduler(memory, clock=lambda: DUE, poll_seconds=0.01)
    with structlog.testing.capture_logs() as logged:
        await scheduler.start(desk.fire)
        await asyncio.wait_for(desk.seen.wait(), 30)
        await scheduler.stop()
    assert desk.fired == [("s1", DUE)]
    assert [entry["event"] for entry in logged] == ["schedule not fired"] * 2
    await memory.close()


async def test_two_schedulers_make_one_run(store_url: str) -> None:
    """Two processes that both fire leave one run."""
    stores = [await open_store(store_url), await open_store(store_url)]
    await stores[0].add_schedule(make.schedule())
    desks = [Desk(store) for store in stores]
    schedulers = [Scheduler(store, clock=lambda: DUE, poll_seconds=0.01) for store in stores]
    await asyncio.gather(*[s.start(desk.fire) for s, desk in zip(schedulers, desks, strict=True)])
    await asyncio.sleep(0.1)
    await asyncio.gather(*[scheduler.stop() for scheduler in schedulers])
    assert [fired for desk in desks for fired in desk.fired] == [("s1", DUE)]
    await asyncio.gather(*[store.close() for store in stores])


async def test_stop_waits_for_what_is_being_fired(memory: SqlStore) -> None:
    """Stopping lets a firing end, and fires nothing more."""
    await memory.add_schedule(make.schedule())
    begun, release, ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def slow(_schedule_id: str, _due: datetime) -> None:
        begun.set()
        await release.wait()
        ended.set()

    scheduler = Scheduler(memory, clock=lambda: DUE)
    await scheduler.start(slow)
    await begun.wait()
    stopping = asyncio.create_task(scheduler.stop())
    await asyncio.sleep(0.01)
    assert not stopping.done()
    release.set()
    await stopping
    assert ended.is_set()
    await scheduler.stop()
    await memory.close()


async def test_stop_does_not_wait_for_ever(memory: SqlStore) -> None:
    """A firing that hangs is cut short when its time is up; as it has written nothing, the next start fires it."""
    await memory.add_schedule(make.schedule())
    begun = asyncio.Event()

    async def hang(_schedule_id: str, _due: datetime) -> None:
        begun.set()
        await asyncio.Event().wait()

    scheduler = Scheduler(memory, clock=lambda: DUE)
    await scheduler.start(hang)
    await begun.wait()
    await scheduler.stop(0.01)
    desk, again = Desk(memory), Scheduler(memory, clock=lambda: DUE)
    await again.start(desk.fire)
    await again.stop()
    assert desk.fired == [("s1", DUE)]


class Polled:
    """A store that knows how often its schedules were asked for."""

    def __init__(self, store: SqlStore) -> None:
        self.store, self.count = store, 0

    async def changed_schedules(self, known: Mapping[str, int]) -> tuple[list[tuple[Schedule, int]], set[str]]:
        """Count, and read."""
        self.count += 1
        return await self.store.changed_schedules(known)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)

    async def times(self, more: int) -> None:
        """Wait until they were asked for a few times more."""
        end = self.count + more
        while self.count < end:  # noqa: ASYNC110 - a few milliseconds
            await asyncio.sleep(0.005)


async def test_clock_that_jumps_doubles_nothing(memory: SqlStore) -> None:
    """A clock that is set back fires nothing a second time; one that leaps ahead fires once, for the latest time."""
    await memory.add_schedule(make.schedule())
    now, polled = [DUE], Polled(memory)
    desk = Desk(memory)
    scheduler = Scheduler(cast("SqlStore", polled), clock=lambda: now[0], poll_seconds=0.01)
    await scheduler.start(desk.fire)
    for moment, fires in ((DUE, True), (DUE - 3 * DAY, False), (DUE + 9 * DAY, True), (DUE, False)):
        now[0] = moment
        if fires:
            await desk.seen.wait()
        await polled.times(3)
        desk.seen.clear()
    await scheduler.stop()
    assert [due for _, due in desk.fired] == [DUE, DUE + 9 * DAY]


async def test_only_changes_are_read_again(store_url: str) -> None:
    """What has not changed is not read a second time; a change, a removal and a newcomer are."""
    store = await open_store(store_url)
    for name in "abc":
        await store.add_schedule(make.schedule(name))
    first, gone = await store.changed_schedules({})
    known = {schedule.id: revision for schedule, revision in first}
    assert (sorted(known), gone) == (["a", "b", "c"], set())
    assert await store.changed_schedules(known) == ([], set())

    await store.remove_schedule("discord:1", "a")
    await store.update_schedule(make.schedule("b", zone="Asia/Tokyo"))
    await store.queue_run(make.run(schedule_id="c"), [], [], next_due=DUE + DAY)
    await store.add_schedule(make.schedule("d", destination=make.destination(channel="200")))
    changed, gone = await store.changed_schedules(known)
    assert (sorted(schedule.id for schedule, _ in changed), gone) == (["b", "c", "d"], {"a"})

    known = {**known, **{schedule.id: revision for schedule, revision in changed}}
    del known["a"]
    assert await store.pause_destination(make.destination(channel="200"), "gone") == 1
    changed, _ = await store.changed_schedules(known)
    assert [(schedule.id, schedule.paused_why) for schedule, _ in changed] == [("d", "gone")]
    await store.close()


async def test_changes_are_planned_anew(memory: SqlStore) -> None:
    """A change of time moves the next firing, a pause or removal ends it, and a bad zone stops nobody else."""
    await memory.add_schedule(make.schedule("bad", zone="Nowhere/Atlantis"))
    scheduler = Scheduler(memory, clock=lambda: DUE - DAY)
    with structlog.testing.capture_logs() as logged:
        await scheduler.start(Desk(memory).fire)
    assert [entry.get("schedule") for entry in logged] == ["bad"]

    def planned() -> list[str]:
        jobs = (job for job in scheduler._engine.get_jobs() if "|" in job.id)
        return [f"{job.next_run_time:%H:%M}" for job in jobs]

    scheduler.set(make.schedule())
    assert planned() == ["08:00"]
    scheduler.set(make.schedule(cron="30 9 * * *"))
    assert planned() == ["09:30"]
    scheduler.set(make.schedule("s2", cron="30 9 * * *"))
    assert planned() == ["09:30"]
    scheduler.remove("s2")
    assert planned() == ["09:30"]
    scheduler.set(make.schedule(paused=True))
    assert planned() == []
    scheduler.set(make.schedule())
    assert planned() == ["08:00"]
    scheduler.remove("s1")
    assert planned() == []
    scheduler.remove("s1")
    await scheduler.stop()
    await memory.close()
