"""When digests are due: wall-clock times in a zone, and the scheduler that wakes us for them.

A schedule's `cron` is crontab text; several entries are separated by ";". APScheduler's own trigger loses and doubles
times where clocks change, so it is only asked about wall-clock time, and the instant is found here.
"""

from __future__ import annotations

import asyncio
import difflib
import functools
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger

from bot.errors import BotError, RequestError
from bot.models import Schedule
from bot.protocols import Store

Fire = Callable[[str, datetime], Awaitable[None]]

AT_ONCE = 32  #: digests being made at a time
_CHUNK = 20  #: schedules to look at before others have their turn

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SETS = {
    "daily": "*",
    "every day": "*",
    "weekdays": "mon-fri",
    "weekends": "sat,sun",
}
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?")
_EVERY = re.compile(r"hourly|every hour|every (\d{1,3}) ?(?:h|hours?)|(\d{1,3})-hourly")
_STEPS = (1, 2, 3, 4, 6, 8, 12)  #: those that divide a day, so that its last gap is like the others
_CRONTAB = re.compile(r"[\d*/,-]+\s+[\d*/,-]+\s+[\dL*/,-]+\s+[\w*/,-]+\s+[\w*/,-]+")
_REGULAR = re.compile(r"0 \*(?:/(\d+))? \* \* (\S+)")
_SIMPLE = re.compile(r"(\d+) ([\d,]+) \* \* (\S+)")
_TICK = timedelta(microseconds=1)
_SECOND = timedelta(seconds=1)
_HOUR = timedelta(hours=1)

_log = structlog.get_logger(__name__)


# --- what an admin writes -------------------------------------------------------------------------------------


def parse_days_at(at: str, days: str) -> str:
    """Make crontab text of times ("08:00,18:30", "every 6 hours") and days ("weekdays", "mon,wed").

    Crontab text is taken as it is, and names its own days.
    """
    if _CRONTAB.fullmatch(at.strip()):
        if days != "daily":
            raise RequestError(f"“{at.strip()[:40]}” names its days itself; leave out the other days.")
        _crontab(" ".join(at.split()))
        return " ".join(at.split())
    on = _parse_days(days)
    every = _EVERY.fullmatch(" ".join(at.casefold().split()))
    if every:
        return f"0 {_hours(int(every[1] or every[2] or 1))} * * {on}"
    hours: dict[int, set[int]] = {}
    for part in at.split(","):
        hour, minute = _parse_time(part)
        hours.setdefault(minute, set()).add(hour)
    return ";".join(f"{minute} {','.join(map(str, sorted(hours[minute])))} * * {on}" for minute in sorted(hours))


def _hours(step: int) -> str:
    if step not in _STEPS:
        raise RequestError(
            f"Every {step} hours does not fit into a day. Write 08:00, or every 1, 2, 3, 4, 6, 8 or 12 hours."
        )
    return "*" if step == 1 else f"*/{step}"


def _parse_time(text: str) -> tuple[int, int]:
    match = _TIME.fullmatch(text.strip().casefold())
    if match:
        hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
        if half:
            hour = hour % 12 + 12 * (half == "pm") if 1 <= hour <= 12 else 24
        if (match[2] or half) and hour < 24 and minute < 60:
            return hour, minute
    raise RequestError(
        f"“{text.strip()[:40]}” is not a time of day. Write it as 08:00, several as 08:00,18:30, or every 6 hours."
    )


def _parse_days(text: str) -> str:
    days = " ".join(text.casefold().split())
    if days in _SETS:
        return _SETS[days]
    chosen: set[int] = set()
    for part in days.replace(" and ", ",").split(","):
        ends = [_DAYS.index(end) if (end := name.strip()[:3]) in _DAYS else -1 for name in part.split("-")]
        if not 1 <= len(ends) <= 2 or -1 in ends:
            raise RequestError(
                f"“{part.strip()[:40]}” is not a day. Write daily, weekdays, weekends, or days such as mon,wed,fri."
            )
        chosen |= {day % 7 for day in range(ends[0], ends[-1] + 1 + 7 * (ends[-1] < ends[0]))}
    named = ",".join(day for number, day in enumerate(_DAYS) if number in chosen)
    return {"mon,tue,wed,thu,fri": "mon-fri", ",".join(_DAYS): "*"}.get(named, named)


def parse_zone(text: str) -> str:
    """Find an IANA time zone by its name, in whatever case."""
    wanted = text.strip().replace(" ", "_").casefold()
    names = _zones()
    if wanted in names:
        return names[wanted]
    cities = {name.rpartition("/")[2]: full for name, full in sorted(names.items(), reverse=True)}
    near = [names[name] for name in difflib.get_close_matches(wanted, names, n=3, cutoff=0.75)]
    near += [cities[city] for city in difflib.get_close_matches(wanted.rpartition("/")[2], cities, n=3, cutoff=0.75)]
    hint = f" Nearest: {', '.join(dict.fromkeys(near))}." if near else ""
    raise RequestError(f"“{text.strip()[:40]}” is not a time zone. Write an IANA name such as Europe/Kyiv.{hint}")


@functools.cache
def _zones() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


def describe(cron: str, zone: str) -> str:
    """Say when a schedule is due, as in “weekdays at 08:00, Europe/Kyiv”."""
    regular = _REGULAR.fullmatch(cron)
    if regular:
        every = f"every {regular[1]} hours" if regular[1] else "every hour"
        return f"{_said(regular[2])}, {every}, {zone}"
    entries = [_SIMPLE.fullmatch(entry) for entry in cron.split(";")]
    days = {entry[3] for entry in entries if entry}
    if None in entries or len(days) != 1:
        return f"at cron times {cron}, {zone}"
    times = sorted(f"{int(hour):02}:{int(entry[1]):02}" for entry in entries if entry for hour in entry[2].split(","))
    (on,) = days
    return f"{_said(on)} at {_listed(times)}, {zone}"


def _said(on: str) -> str:
    named = next((name for name, text in _SETS.items() if text == on), None)
    return named or _listed([day.title() for day in on.split(",")])


def _listed(parts: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


# --- when a digest is due -------------------------------------------------------------------------------------


def next_due(cron: str, zone: str, after: datetime) -> datetime:
    """The first instant after `after` at which a schedule is due, in UTC.

    A wall-clock time that does not exist that day is due at the first instant after it; one that exists twice,
    the first time.
    """
    place = ZoneInfo(parse_zone(zone))
    return min(_next_of_entry(entry, place, after) for entry in cron.split(";"))


def latest_due(cron: str, zone: str, due: datetime, now: datetime) -> datetime | None:
    """The latest due instant up to now, where `due` is the earliest that is open; nothing if that lies ahead."""
    if due > now:
        return None
    due = _near(cron, zone, due, now)
    while (following := next_due(cron, zone, due)) <= now:
        due = following
    return due


def _near(cron: str, zone: str, due: datetime, now: datetime) -> datetime:
    """A due instant not long before now, so that nobody has to count through a year of minutes."""
    back = _HOUR
    while now - back > due:
        found = next_due(cron, zone, now - back)
        if found <= now:
            return found
        back *= 2
    return due


def _next_of_entry(entry: str, zone: ZoneInfo, after: datetime) -> datetime:
    # Wall-clock time moves as if it were UTC; the instant of a later wall-clock time is never earlier.
    wall = after.astimezone(zone).replace(tzinfo=UTC)
    while True:
        wall = _crontab(entry).get_next_fire_time(None, wall + _TICK)
        if wall is None:
            raise RequestError(f"“{entry}” is never due.")
        instant = _instant(wall.replace(tzinfo=zone))
        if instant > after:
            return instant


@functools.lru_cache(maxsize=4_096)
def _crontab(entry: str) -> Any:
    try:
        *rest, days = entry.split()
        # Crontab counts days from Sunday, APScheduler from Monday; names mean the same to both.
        named = re.sub(r"(?<!/)[0-7]", lambda day: _DAYS[int(day[0]) - 1], days)
        return CronTrigger.from_crontab(" ".join([*rest, named]), timezone=UTC)
    except ValueError as error:
        raise RequestError(f"“{entry}” is not crontab text: minute, hour, day, month, day of the week.") from error


def _instant(wall: datetime) -> datetime:
    instant = wall.replace(fold=0).astimezone(UTC)
    if instant.astimezone(wall.tzinfo).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return instant
    # The time does not exist: the change lies between its two readings.
    before = wall.replace(fold=1).astimezone(UTC)
    offset = before.astimezone(wall.tzinfo).utcoffset()
    while instant - before > _SECOND:
        middle = before + (instant - before) / 2 // _SECOND * _SECOND
        if middle.astimezone(wall.tzinfo).utcoffset() == offset:
            before = middle
        else:
            instant = middle
    return instant


class WallClock(BaseTrigger):  # type: ignore[misc]  # APScheduler 3 ships no types
    """The trigger that APScheduler runs on."""

    def __init__(self, cron: str, zone: str) -> None:
        self.cron, self.zone = cron, zone

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime:
        """The next due instant after the previous one, or from now on."""
        return next_due(self.cron, self.zone, previous_fire_time or now - _TICK)


def _timing(schedule: Schedule) -> tuple[str, str, bool]:
    return schedule.cron, schedule.zone, schedule.paused


# --- the scheduler --------------------------------------------------------------------------------------------


class Scheduler:
    """Calls us when a schedule is due. The database is the truth; what is held here can be lost at any time."""

    def __init__(
        self, store: Store, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC), poll_seconds: float = 5
    ) -> None:
        self._store, self._clock, self._poll_seconds = store, clock, poll_seconds
        self._engine = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        )
        self._held: dict[str, Schedule] = {}
        self._revisions: dict[str, int] = {}
        self._groups: dict[tuple[str, str], dict[str, None]] = {}
        self._fired: dict[str, datetime] = {}
        self._running: set[asyncio.Task[Any]] = set()
        self._fire: Fire | None = None
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def start(self, fire: Fire) -> None:
        """Read all schedules, fire those that were missed once each, and go on from there.

        Schedules that another process adds, changes or removes are noticed every few seconds.
        """
        self._fire = fire
        await self._sync()
        self._engine.add_job(self._poll, "interval", seconds=self._poll_seconds)
        self._engine.start()

    def set(self, schedule: Schedule) -> None:
        """Take up a schedule, or the change of one."""
        held = self._held.get(schedule.id)
        self._held[schedule.id] = schedule
        if held and _timing(held) == _timing(schedule):
            return
        if held:
            self._unplan(held)
        if not schedule.paused:
            next_due(schedule.cron, schedule.zone, schedule.next_due)  # one that cannot be read fails here
            self._plan(schedule)

    def remove(self, schedule_id: str) -> None:
        """Let go of a schedule."""
        held = self._held.pop(schedule_id, None)
        if held:
            self._unplan(held)

    async def stop(self) -> None:
        """Fire no more, and wait for what is being fired."""
        if not self._engine.running:
            return
        self._engine.remove_all_jobs()
        await asyncio.gather(*self._running, return_exceptions=True)
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

    async def _poll(self) -> None:
        try:
            await self._sync()
        except BotError as error:
            _log.warning("schedules not read", error=str(error))

    async def _sync(self) -> None:
        changed, gone = await self._store.changed_schedules(self._revisions)
        for schedule_id in gone:
            del self._revisions[schedule_id]
            self.remove(schedule_id)
        for number, (schedule, revision) in enumerate(changed):
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
        for number, schedule in enumerate(list(self._held.values())):
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
        schedule = self._held.get(schedule_id)
        if schedule is None or schedule.paused or self._fire is None:
            return
        due = latest_due(schedule.cron, schedule.zone, schedule.next_due, self._clock())
        if due is None or due <= self._fired.get(schedule_id, due - _TICK):
            return
        self._fired[schedule_id] = due
        task = asyncio.get_running_loop().create_task(self._fire_one(self._fire, schedule_id, due))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _fire_one(self, fire: Fire, schedule_id: str, due: datetime) -> None:
        try:
            async with self._turns:
                await fire(schedule_id, due)
        except BotError as error:
            _log.warning("schedule not fired", schedule=schedule_id, due=due.isoformat(), error=str(error))
            if error.retry:
                self._fired.pop(schedule_id, None)  # the next poll finds it still open
