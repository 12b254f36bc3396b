"""Following a place, an actor or a story by direct message: a schedule of one's own, which admins may switch off."""

from __future__ import annotations

from typing import Final

from bot.errors import RequestError
from bot.models import (
    Destination,
    PlatformName,
    Schedule,
    ScheduleChanges,
    ScheduleDraft,
    follower,
    person_channel,
)
from bot.protocols import Store
from bot.schedules import parse_days_at
from bot.service.posted import PostedDigests
from bot.service.scheduling.schedules import ScheduleService
from digests.models import Request
from digests.query.request import read_request

MOST: Final = 20  #: what one person follows in one workspace
FOLLOWED_AT: Final = "08:00"  #: where nobody says when
SWITCH: Final = "follows"  #: the note of a workspace that says whether its people may follow
SWITCHED_OFF: Final = "the admins here have switched follows off"
_DAILY: Final = "What you follow comes once a day at most. Write one time of day, such as 08:00."
_REFUSED: Final = "The admins of this workspace have switched follows off."


class Follows:
    """Keeps what people follow."""

    def __init__(self, store: Store, schedules: ScheduleService, digests: PostedDigests) -> None:
        self._store, self._schedules, self._digests = store, schedules, digests

    async def follow(
        self, request: Request, *, platform: PlatformName, workspace: str, person: str, times: str, zone: str
    ) -> Schedule:
        """Send somebody what is new on a subject, once a day at most; raises RequestError."""
        if await self._store.notes.read(workspace, SWITCH) == "off":
            raise RequestError(_REFUSED)
        if not request.about and not request.by:
            raise RequestError("Say what to follow: a place or an actor, such as Kursk, or a story below a digest.")
        tenant = follower(workspace, person)
        if len(await self._store.schedules(tenant)) >= MOST:
            raise RequestError(f"You follow {MOST} subjects already; stop one of them first.")
        destination = Destination(platform=platform, tenant=tenant, channel=person_channel(person))
        draft = ScheduleDraft(destination=destination, at=times, zone=zone, request=request, first="24h")
        schedule = await self._schedules.make(draft)
        if not _is_daily(schedule.cron):
            raise RequestError(_DAILY)
        if any(_is_same(request, schedule, other) for other in await self._store.schedules(tenant)):
            raise RequestError("You follow that already.")
        await self._store.add_schedule(schedule)
        return schedule

    async def follow_story(
        self, tenant: str, delivery_id: str, number: int, *, platform: PlatformName, person: str, zone: str
    ) -> Schedule:
        """Send somebody what is new in a section of a digest that stands in their workspace; raises RequestError."""
        section = await self._digests.section(tenant, delivery_id, number)
        if not section.story:
            raise RequestError("That is no story that goes on. Follow a place or an actor with /follow.")
        request = Request(about=section.heading, story=section.story)
        workspace = tenant.partition("/")[0]
        return await self.follow(
            request, platform=platform, workspace=workspace, person=person, times=FOLLOWED_AT, zone=zone
        )

    async def change(self, tenant: str, name: str, *, times: str | None, zone: str | None) -> Schedule:
        """Send what somebody follows at another time of day; raises RequestError."""
        if times and not _is_daily(parse_days_at(times, "daily")):
            raise RequestError(_DAILY)
        return await self._schedules.edit(tenant, name, ScheduleChanges(at=times or None, zone=zone or None))

    async def stop(self, tenant: str, delivery_id: str) -> Schedule:
        """Stop what has sent somebody a digest; raises RequestError where it has stopped."""
        posted_run = await self._store.posted_run(tenant, delivery_id)
        schedule = await self._store.schedule(posted_run.run.schedule_id) if posted_run else None
        if schedule is None or not await self._store.remove_schedule(tenant, schedule.id):
            raise RequestError("You no longer follow that.")
        return schedule

    async def switch(self, workspace: str, *, allowed: bool) -> int:
        """Let the people of a workspace follow, or not; gives how many schedules that has paused or resumed."""
        await self._store.notes.write(workspace, SWITCH, "" if allowed else "off")
        prefix, count = follower(workspace, ""), 0
        for schedule in await self._store.schedules():
            if not schedule.tenant.startswith(prefix):
                continue
            if allowed and schedule.paused_why == SWITCHED_OFF:
                await self._schedules.pause(schedule.tenant, schedule.name, paused=False)
                count += 1
            elif not allowed and not schedule.paused:
                fields = {"paused": True, "paused_why": SWITCHED_OFF}
                count += await self._store.update_schedule(schedule.model_copy(update=fields))
        return count


def _is_same(request: Request, schedule: Schedule, other: Schedule) -> bool:
    """Whether somebody follows that already; a story is itself, whatever it is called."""
    other_story = read_request(other.about, kept=True).story
    return other_story == request.story if request.story else other.about == schedule.about


def _is_daily(cron: str) -> bool:
    """Whether it is due once a day at most."""
    minute, hour = cron.split()[:2]
    return ";" not in cron and minute.isdigit() and hour.isdigit()
