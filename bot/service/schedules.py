"""Schedules as admins keep them: added, listed, paused, made quiet, removed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.errors import RequestError
from bot.models import Schedule, ScheduleDraft, key_of
from bot.protocols import Store
from bot.schedules import next_due, parse_days_at, parse_grace, parse_quiet_hours, parse_zone
from bot.service.lookup import ClaimLookup
from digests.query.request import write_request
from digests.text.printable import printable

FIRST_WINDOW = timedelta(days=1)  #: a new schedule's first digest reaches back this far


class ScheduleService:
    """Keeps the schedules of workspaces."""

    def __init__(self, store: Store, lookup: ClaimLookup, *, clock: Callable[[], datetime]) -> None:
        self._store, self._lookup, self._clock = store, lookup, clock

    async def add(self, draft: ScheduleDraft) -> Schedule:
        """Check and store a schedule; raises RequestError that says what to write instead."""
        now = self._clock()
        cron = parse_days_at(draft.at, draft.days)
        zone = parse_zone(draft.zone)
        due = next_due(cron, zone, now)
        draft = draft.model_copy(update={"request": await self._lookup.in_names(draft.request)})
        tenant = draft.destination.tenant
        names = {schedule.name for schedule in await self._store.schedules(tenant)}
        name = _schedule_name(draft, names)
        schedule = Schedule(
            id=key_of(tenant, name, now.isoformat()),
            tenant=tenant,
            name=name,
            destination=draft.destination,
            cron=cron,
            zone=zone,
            about=write_request(draft.request),
            max_lines=draft.max_lines,
            if_empty=draft.if_empty,
            quiet_hours=parse_quiet_hours(draft.quiet_hours),
            grace=parse_grace(draft.grace),
            created_at=now,
            covered_until=now - FIRST_WINDOW,
            next_due=due,
        )
        if not await self._store.add_schedule(schedule):
            raise RequestError(f"There is already a digest called “{name}”; choose another name or remove it first.")
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

    async def remove(self, tenant: str, name: str) -> Schedule:
        """Remove a schedule by its name; raises RequestError that names those there are."""
        schedule = await self.find(tenant, name)
        await self._store.remove_schedule(tenant, schedule.id)
        return schedule

    async def pause(self, tenant: str, name: str, *, paused: bool) -> Schedule:
        """Pause or resume a schedule by its name.

        A resumed one goes on at its next time, and what its channel refused in the meantime is sent again.
        """
        schedule = await self.find(tenant, name)
        now = self._clock()
        due = next_due(schedule.cron, schedule.zone, now)
        new_schedule = await self._change(schedule, {"paused": paused, "paused_why": None, "next_due": due})
        if not paused:
            await self._store.release(tenant, schedule.id, now)
        return new_schedule

    async def quiet(self, tenant: str, name: str, hours: str) -> Schedule:
        """Set the hours in which a schedule posts nothing; what is due between them is held until their end."""
        return await self._change(await self.find(tenant, name), {"quiet_hours": parse_quiet_hours(hours)})

    async def _change(self, schedule: Schedule, fields: dict[str, object]) -> Schedule:
        new_schedule = schedule.model_copy(update=fields)
        if not await self._store.update_schedule(new_schedule):
            raise RequestError(f"The digest “{schedule.name}” has just been removed.")
        return new_schedule

    def next_sends(self, schedule: Schedule, count: int = 3) -> tuple[datetime, ...]:
        """The next instants at which a schedule is due, in its own zone."""
        sends = [schedule.next_due]
        while len(sends) < count:
            sends.append(next_due(schedule.cron, schedule.zone, sends[-1]))
        return tuple(send.astimezone(ZoneInfo(schedule.zone)) for send in sends)


def _schedule_name(draft: ScheduleDraft, names: set[str]) -> str:
    base_name = (
        re.sub(r"[^\w-]+", "-", (draft.name or draft.request.about or "digest").strip().lower()).strip("-")[:40]
        or "digest"
    )
    if draft.name or base_name not in names:
        return base_name
    return next(f"{base_name}-{n}" for n in range(2, len(names) + 3) if f"{base_name}-{n}" not in names)
