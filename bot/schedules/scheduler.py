"""The scheduler that wakes us when digests are due.

APScheduler's own trigger loses and doubles times where clocks change, so it runs on ours, which knows wall-clock time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from bot.errors import BotError, RequestError
from bot.models import Schedule
from bot.protocols import Store
from bot.schedules.clock import STEP, set_right
from bot.schedules.due import latest_due, next_due

Fire = Callable[[str, datetime], Awaitable[None]]

AT_ONCE = 32  #: digests being made at a time
_CHUNK = 20  #: schedules to look at before others have their turn
_TICK = timedelta(microseconds=1)

_log = structlog.get_logger(__name__)


class WallClock(BaseTrigger):  # type: ignore[misc]  # APScheduler 3 ships no types
    """The trigger that APScheduler runs on."""

    def __init__(self, cron: str, zone: str) -> None:
        self.cron, self.zone = cron, zone

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime:
        """The next due instant after the previous one, or from now on."""
        return next_due(self.cron, self.zone, previous_fire_time or now - _TICK)


def _timing(schedule: Schedule) -> tuple[str, str, bool]:
    return schedule.cron, schedule.zone, schedule.paused


class Scheduler:
    """Calls us when a schedule is due. The database is the truth; what is held here can be lost at any time."""

    def __init__(
        self, store: Store, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC), poll_seconds: float = 5
    ) -> None:
        self._store, self._clock, self._poll_seconds = store, clock, poll_seconds
        self._engine = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        )
        self._schedules: dict[str, Schedule] = {}
        self._revisions: dict[str, int] = {}
        self._groups: dict[tuple[str, str], dict[str, None]] = {}
        self._fire_times: dict[str, datetime] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._fire: Fire | None = None
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._polling: asyncio.Task[None] | None = None
        self._latest = clock()

    async def start(self, fire: Fire) -> None:
        """Read all schedules, fire those that were missed once each, and go on from there.

        Schedules that another process adds, changes or removes are noticed every few seconds; so is a clock that goes
        back.
        """
        self._fire = fire
        if await set_right(self._store, await self._store.schedules(), self._clock(), seen=False):
            self._latest = self._clock()
        await self._sync()
        self._engine.start()
        self._polling = asyncio.create_task(self._poll_again_and_again(), name="schedules")

    def set(self, schedule: Schedule) -> None:
        """Take up a schedule, or the change of one."""
        known_schedule = self._schedules.get(schedule.id)
        self._schedules[schedule.id] = schedule
        if schedule.next_due < self._fire_times.get(schedule.id, schedule.next_due):
            del self._fire_times[schedule.id]  # it was brought back
        if known_schedule and _timing(known_schedule) == _timing(schedule):
            return
        if known_schedule:
            self._unplan(known_schedule)
        if not schedule.paused:
            next_due(schedule.cron, schedule.zone, schedule.next_due)  # one that cannot be read fails here
            self._plan(schedule)

    def remove(self, schedule_id: str) -> None:
        """Let go of a schedule."""
        known_schedule = self._schedules.pop(schedule_id, None)
        if known_schedule:
            self._unplan(known_schedule)

    async def stop(self, seconds: float | None = None) -> None:
        """Fire no more, and wait for what is being fired, so many seconds at most.

        A firing that is cut short has written nothing: its schedule is still due at the next start.
        """
        if not self._engine.running:
            return
        self._engine.remove_all_jobs()
        if self._polling:
            self._polling.cancel()
            await asyncio.gather(self._polling, return_exceptions=True)
        if self._tasks:
            _, pending = await asyncio.wait(set(self._tasks), timeout=seconds)
            for firing in pending:
                firing.cancel()
            await asyncio.gather(*pending, return_exceptions=True)
        self._engine.shutdown(wait=False)
        await asyncio.sleep(0)  # APScheduler shuts down in the loop's next turn

    def _plan(self, schedule: Schedule) -> None:
        """Wake up for a schedule; all that are due at the same times share one job."""
        times = (schedule.cron, schedule.zone)
        if times not in self._groups:
            self._engine.add_job(self._all_due, WallClock(*times), args=[times], id="|".join(times))
        self._groups.setdefault(times, {})[schedule.id] = None

    def _unplan(self, schedule: Schedule) -> None:
        times = (schedule.cron, schedule.zone)
        group = self._groups.get(times, {})
        group.pop(schedule.id, None)
        if times in self._groups and not group:
            del self._groups[times]
            self._engine.remove_job("|".join(times))

    async def _poll_again_and_again(self) -> None:
        """Read what has changed every few seconds, by a clock that nobody sets."""
        while True:
            await asyncio.sleep(self._poll_seconds)
            try:
                await self._notice_clock()
                await self._sync()
            except BotError as error:
                _log.warning("schedules not read", error=str(error))
            except Exception:  # noqa: BLE001 - whatever it was, the next reading may do
                _log.exception("schedules not read")

    async def _notice_clock(self) -> None:
        """Where the clock went back, bring back what it had noted, and plan anew."""
        now = self._clock()
        if now < self._latest - STEP:
            await set_right(self._store, await self._store.schedules(), now, seen=True)
            for times in self._groups:
                self._engine.reschedule_job("|".join(times), trigger=WallClock(*times))
        self._latest = now

    async def _sync(self) -> None:
        changes, removed_ids = await self._store.changed_schedules(self._revisions)
        for schedule_id in removed_ids:
            del self._revisions[schedule_id]
            self.remove(schedule_id)
        for number, (schedule, revision) in enumerate(changes):
            self._revisions[schedule.id] = revision
            try:
                self.set(schedule)
            except RequestError as error:
                _log.warning("schedule cannot be read", schedule=schedule.id, error=str(error))
            if number % _CHUNK == 0:
                await asyncio.sleep(0)
        await self._catch_up()

    async def _catch_up(self) -> None:
        """Fire what is open: missed while nobody was awake, or refused by the database."""
        for number, schedule in enumerate(list(self._schedules.values())):
            if schedule.next_due <= self._clock() and (schedule.cron, schedule.zone) in self._groups:
                self._due(schedule.id)
            if number % _CHUNK == 0:
                await asyncio.sleep(0)

    async def _all_due(self, times: tuple[str, str]) -> None:
        for number, schedule_id in enumerate(list(self._groups.get(times, ()))):
            self._due(schedule_id)
            if number % _CHUNK == 0:
                await asyncio.sleep(0)

    def _due(self, schedule_id: str) -> None:
        schedule = self._schedules.get(schedule_id)
        if schedule is None or schedule.paused or self._fire is None:
            return
        due = latest_due(schedule.cron, schedule.zone, schedule.next_due, self._clock())
        if due is None or due <= self._fire_times.get(schedule_id, due - _TICK):
            return
        self._fire_times[schedule_id] = due
        task = asyncio.get_running_loop().create_task(self._fire_one(self._fire, schedule_id, due))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _fire_one(self, fire: Fire, schedule_id: str, due: datetime) -> None:
        try:
            async with self._slots:
                await fire(schedule_id, due)
        except BotError as error:
            _log.warning("schedule not fired", schedule=schedule_id, due=due.isoformat(), error=str(error))
            if error.retry:
                self._fire_times.pop(schedule_id, None)  # the next poll finds it still open
