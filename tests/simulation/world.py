"""Schedules, articles and faults, hour by hour; at the end nothing is lost or doubled."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from random import Random
from typing import Any, cast

from bot.delivery.worker import DeliveryWorker
from bot.errors import BotError, StoreError
from bot.models import Delivery, Schedule, ScheduleDraft
from bot.protocols import Store
from bot.schedules import latest_due
from bot.schedules.clock import set_right
from bot.service.service import Service
from bot.store import SqlStore, open_store
from digests.models import Request
from tests import make
from tests.bot.telling import Claims, Clock, small_service, tell
from tests.simulation.transport import Death, Transport

TENANT = "discord:1"
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
_WRITES = ("queue_run", "take_deliveries", "mark_sent", "mark_failed", "mark_held")
_UNRULY = 0.03  #: of the writes fail, half of them after they were committed
_CALM_HOURS = 72  #: without faults at the end, in which all must go out


class FaultyStore:
    """The real store; now and then a write fails, before it is done or after."""

    def __init__(self, store: SqlStore, random: Random) -> None:
        self._store, self._random = store, random
        self.is_calm = False

    def __getattr__(self, name: str) -> Any:
        work = getattr(self._store, name)
        return self._unruly(work) if name in _WRITES else work

    def _unruly(self, work: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def write(*arguments: Any, **options: Any) -> Any:
            number = 1.0 if self.is_calm else self._random.random()
            if number < _UNRULY / 2:
                raise StoreError("the database is locked")
            outcome = await work(*arguments, **options)
            if number < _UNRULY:
                raise StoreError("the connection broke at commit")
            return outcome

        return write


class World:
    """One bot with its schedules, from a seed."""

    def __init__(self, seed: int, store: SqlStore, *, naive: bool = False) -> None:
        self._random = Random(seed)  # noqa: S311 - it has to be the same for the same seed
        self.store = store
        self._faulty = FaultyStore(store, self._random)
        self.transport = Transport(self._random, naive=naive)
        self.clock, self._claims, self._told = Clock(), Claims(), 0
        self._is_ahead = False
        self._start()

    def _start(self) -> None:
        """Begin as a process does, knowing nothing but what is stored."""
        self._service: Service = small_service(cast("Store", self._faulty), self._claims, self.clock)
        self._worker = DeliveryWorker(
            cast("Store", self._faulty), {"discord": self.transport}, random=self._random.random
        )

    async def run(self, schedules: int, hours: int) -> None:
        """Live through some hours with faults and some without, then look."""
        for number in range(schedules):
            await self._service.add_schedule(self._draft(number))
        for hour in range(hours + _CALM_HOURS):
            if hour == hours:
                self._faulty.is_calm = self.transport.is_calm = True
            await self._hour()
        await self.check()

    def _draft(self, number: int) -> ScheduleDraft:
        return ScheduleDraft(
            destination=make.destination(channel=str(number % 5)),
            request=Request(),
            at=f"{self._random.randrange(24):02}:{self._random.randrange(60):02}",
            zone=self._random.choice(["UTC", "Europe/Kyiv", "America/New_York", "Asia/Kathmandu"]),
            name=f"s{number}",
        )

    async def _hour(self) -> None:
        await self._move_clock()
        if not self.transport.is_calm and self._random.random() < 0.2:
            self._told += 1
            await tell(self._service, self._claims, f"road {self._told} was open", article_id=f"a{self._told}")
        for schedule in await self.store.schedules():
            await self._fire(schedule)
        await self._deliver()
        await self._attend()

    async def _attend(self) -> None:
        """Somebody looks after what waits for a person, sooner or later."""
        held = any(row.state == "held" for row in await self.store.unsent())
        for schedule in await self.store.schedules():
            if (schedule.paused or held) and self._random.random() < 0.3:
                await self._quietly(self._service.pause_schedule(TENANT, schedule.name, paused=False))

    async def _move_clock(self) -> None:
        """An hour passes; now and then the clock is days ahead for a while."""
        self.clock.now += HOUR
        if self._is_ahead and (self._random.random() < 0.3 or self.transport.is_calm):
            self.clock.now -= timedelta(days=40)
            self._is_ahead = False
            await set_right(self.store, await self.store.schedules(), self.clock(), seen=True)
        elif not self._is_ahead and not self.transport.is_calm and self._random.random() < 0.003:
            self.clock.now += timedelta(days=40)
            self._is_ahead = True

    async def _fire(self, schedule: Schedule) -> None:
        due = latest_due(schedule.cron, schedule.zone, schedule.next_due, self.clock())
        if due is not None and not schedule.paused:
            await self._quietly(self._service.fire(schedule.id, due))

    async def _deliver(self) -> None:
        """Deliver what is due; a process that dies is followed by another one."""
        try:
            await self._worker.deliver_due(self.clock())
        except StoreError:
            return
        except Death:
            rest = asyncio.all_tasks() - {asyncio.current_task()}
            await asyncio.gather(*rest, return_exceptions=True)
            self._start()

    @staticmethod
    async def _quietly(work: Awaitable[object]) -> None:
        try:
            await work
        except BotError:
            return

    async def check(self) -> None:
        """Every message stands in its channel once; every claim was new to every schedule once."""
        rows: list[Delivery] = (await self.store.deliveries(TENANT, limit=100_000))[::-1]
        assert rows
        assert {row.state for row in rows} == {"sent"}, "not all were posted"
        for channel, seen in self.transport.seen.items():
            expected_ids = [row.id for row in rows if row.destination.channel == channel]
            assert sorted(seen) == sorted(expected_ids), "lost or doubled"
        for schedule in await self.store.schedules():
            left, _ = await self.store.find_claims(make.query(), limit=10, posted_by=schedule.id)
            assert not left, "a claim was passed over"


async def simulate(seed: int, *, schedules: int, hours: int, naive: bool = False) -> World:
    """Live a seed through; what fails names it."""
    store = await open_store("sqlite://")
    world = World(seed, store, naive=naive)
    try:
        await world.run(schedules, hours)
    except AssertionError as error:
        raise AssertionError(f"seed {seed}: {error}; python -m tests.simulation {seed} replays it") from error
    finally:
        await store.close()
    return world
