"""Schedules as admins keep them: added, listed, changed, paused, removed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.errors import RequestError
from bot.models import Schedule, ScheduleChanges, ScheduleDraft, ScheduleReport, key_of
from bot.protocols import Store
from bot.schedules import next_due, parse_days_at, parse_grace, parse_quiet_hours, parse_zone
from bot.service.lookup import ClaimLookup
from bot.service.scheduling.changes import changed
from digests.query.request import read_since, write_request
from digests.text.printable import printable

FIRST_WINDOW = timedelta(days=1)  #: a new schedule's first digest reaches back this far
LONGEST_WINDOW = timedelta(days=366)
_RESULTS = 5  #: due times that are told of
_ZONE = "UTC"  #: where nobody has ever named one


class ScheduleService:
    """Keeps the schedules of workspaces."""

    def __init__(self, store: Store, lookup: ClaimLookup, *, clock: Callable[[], datetime]) -> None:
        self._store, self._lookup, self._clock = store, lookup, clock

    async def make(self, draft: ScheduleDraft) -> Schedule:
        """Check a draft and make a schedule of it, which is not kept yet.

        Raises RequestError that says what to write instead.
        """
        now = self._clock()
        tenant = draft.destination.tenant
        existing = await self._store.schedules(tenant)
        cron = parse_days_at(draft.at, draft.days)
        zone = parse_zone(draft.zone or zone_of(existing) or _ZONE)
        request = await self._lookup.in_names(draft.request)
        names = {schedule.name for schedule in existing}
        name = _schedule_name(draft.name, request.about, names)
        if name in names:
            raise RequestError(_taken(name))
        return Schedule(
            id=key_of(tenant, name, now.isoformat()),
            tenant=tenant,
            name=name,
            destination=draft.destination,
            cron=cron,
            zone=zone,
            about=write_request(request),
            max_lines=draft.max_lines,
            if_empty=draft.if_empty,
            quiet_hours=parse_quiet_hours(draft.quiet_hours),
            grace=parse_grace(draft.grace),
            created_at=now,
            covered_until=now - first_window(draft.first, now=now),
            next_due=next_due(cron, zone, now),
            made_by=draft.made_by or None,
        )

    async def add(self, draft: ScheduleDraft) -> Schedule:
        """Check and keep a schedule; raises RequestError that says what to write instead."""
        schedule = await self.make(draft)
        if not await self._store.add_schedule(schedule):
            raise RequestError(_taken(schedule.name))
        return schedule

    async def all_of(self, tenant: str) -> tuple[Schedule, ...]:
        """A workspace's schedules by name."""
        return tuple(sorted(await self._store.schedules(tenant), key=lambda schedule: schedule.name))

    async def find(self, tenant: str, name: str) -> Schedule:
        """A schedule by its name; raises RequestError that names those there are."""
        schedules, key = await self.all_of(tenant), printable(name).casefold()
        for schedule in schedules:
            if schedule.name.casefold() == key:
                return schedule
        names = ", ".join(schedule.name for schedule in schedules) or "none yet"
        raise RequestError(f"There is no digest called “{name[:60]}”. Digests here: {names}.")

    async def report(self, tenant: str, name: str) -> ScheduleReport:
        """A schedule with its next sends, its latest results and when it was last right."""
        schedule = await self.find(tenant, name)
        results, last_right = await self._store.results(tenant, schedule.id, limit=_RESULTS)
        sends = () if schedule.paused else self.next_sends(schedule)
        return ScheduleReport(schedule=schedule, sends=sends, results=tuple(results), last_right=last_right)

    async def remove(self, tenant: str, name: str) -> Schedule:
        """Remove a schedule by its name; raises RequestError that names those there are."""
        schedule = await self.find(tenant, name)
        await self._store.remove_schedule(tenant, schedule.id)
        return schedule

    async def edit(self, tenant: str, name: str, changes: ScheduleChanges) -> Schedule:
        """Change anything about a schedule but what it has posted; raises RequestError."""
        schedule = await self.find(tenant, name)
        if changes == ScheduleChanges():
            raise RequestError("Say what shall be different, as in at 09:00, zone Europe/Kyiv or about Kursk.")
        if changes.request is not None:
            changes = changes.model_copy(update={"request": await self._lookup.in_names(changes.request)})
        if changes.name is not None:
            names = {other.name for other in await self._store.schedules(tenant) if other.id != schedule.id}
            new_name = _schedule_name(changes.name, "", names)
            if new_name in names:
                raise RequestError(_taken(new_name))
            changes = changes.model_copy(update={"name": new_name})
        return await self._replace(schedule, changed(schedule, changes, now=self._clock()))

    async def pause(self, tenant: str, name: str, *, paused: bool) -> Schedule:
        """Pause or resume a schedule by its name.

        A resumed one goes on at its next time, and what its channel refused in the meantime is sent again.
        """
        return await self._pause(await self.find(tenant, name), paused=paused)

    async def resume_all(self, tenant: str) -> tuple[Schedule, ...]:
        """Resume all that is paused in a workspace."""
        paused = [schedule for schedule in await self.all_of(tenant) if schedule.paused]
        return tuple([await self._pause(schedule, paused=False) for schedule in paused])

    async def quiet(self, tenant: str, name: str, hours: str) -> Schedule:
        """Set the hours in which a schedule posts nothing; what is due between them is held until their end."""
        schedule = await self.find(tenant, name)
        return await self._replace(schedule, schedule.model_copy(update={"quiet_hours": parse_quiet_hours(hours)}))

    async def _pause(self, schedule: Schedule, *, paused: bool) -> Schedule:
        now = self._clock()
        fields = {"paused": paused, "paused_why": None, "next_due": next_due(schedule.cron, schedule.zone, now)}
        new_schedule = await self._replace(schedule, schedule.model_copy(update=fields))
        if not paused:
            await self._store.release(schedule.tenant, schedule.id, now)
        return new_schedule

    async def _replace(self, schedule: Schedule, new_schedule: Schedule) -> Schedule:
        if not await self._store.update_schedule(new_schedule):
            raise RequestError(f"The digest “{schedule.name}” has just been removed.")
        return new_schedule

    def next_sends(self, schedule: Schedule, count: int = 3) -> tuple[datetime, ...]:
        """The next instants at which a schedule is due, in its own zone."""
        sends = [schedule.next_due]
        while len(sends) < count:
            sends.append(next_due(schedule.cron, schedule.zone, sends[-1]))
        return tuple(send.astimezone(ZoneInfo(schedule.zone)) for send in sends)


def zone_of(schedules: Collection[Schedule]) -> str:
    """The zone that a workspace has named last; none where it has named none."""
    latest = max(schedules, key=lambda schedule: schedule.created_at, default=None)
    return latest.zone if latest else ""


def first_window(text: str, *, now: datetime) -> timedelta:
    """How far a first digest reaches back, as in `7d` or since a date; a year at most."""
    if not text:
        return FIRST_WINDOW
    start = read_since(text, option="first:")
    window = start if isinstance(start, timedelta) else now - start
    return min(max(window, timedelta(0)), LONGEST_WINDOW)


def _schedule_name(name: str | None, about: str, names: set[str]) -> str:
    base_name = re.sub(r"[^\w-]+", "-", (name or about or "digest").strip().lower()).strip("-")[:40] or "digest"
    if name or base_name not in names:
        return base_name
    return next(f"{base_name}-{n}" for n in range(2, len(names) + 3) if f"{base_name}-{n}" not in names)


def _taken(name: str) -> str:
    return f"There is already a digest called “{name}”; choose another name or remove it first."
