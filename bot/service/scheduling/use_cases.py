"""The use cases of schedules, and of what people follow by direct message."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.models import PlatformName, Proposal, Schedule, ScheduleChanges, ScheduleDraft, ScheduleReport, Settlement
from bot.protocols import Store
from bot.service.digests import DigestService
from bot.service.lookup import ClaimLookup
from bot.service.posted import PostedDigests
from bot.service.scheduling.follows import Follows
from bot.service.scheduling.proposals import Choice, Proposals
from bot.service.scheduling.schedules import ScheduleService
from digests.models import Request


class ScheduleUseCases:
    """What can be asked of a workspace's schedules; one part of all that the service does."""

    def __init__(
        self,
        store: Store,
        lookup: ClaimLookup,
        digests: DigestService,
        posted_digests: PostedDigests,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._schedule_service = ScheduleService(store, lookup, clock=clock)
        self._proposals = Proposals(store, self._schedule_service, digests, clock=clock)
        self._follows = Follows(store, self._schedule_service, posted_digests)

    async def add_schedule(self, draft: ScheduleDraft) -> Schedule:
        """Check and store a schedule; raises RequestError that says what to write instead."""
        return await self._schedule_service.add(draft)

    async def propose(self, draft: ScheduleDraft) -> Proposal:
        """Show what a draft would become and post now; raises RequestError that says what to write instead."""
        return await self._proposals.propose(draft)

    async def change_proposal(
        self, token: str, *, actor: str, tenant: str, first: str = "", zone: str = ""
    ) -> Proposal:
        """Show a proposal anew, reaching further back or in another zone; raises RequestError for an unknown one."""
        return await self._proposals.change(token, actor=actor, tenant=tenant, first=first, zone=zone)

    async def settle(self, token: str, choice: Choice, *, actor: str, tenant: str) -> Settlement:
        """Keep what was proposed, and post it if that is wanted, or forget it; raises RequestError, once it is done."""
        return await self._proposals.settle(token, choice, actor=actor, tenant=tenant)

    async def schedules(self, tenant: str) -> tuple[Schedule, ...]:
        """A workspace's schedules by name."""
        return await self._schedule_service.all_of(tenant)

    async def schedule(self, tenant: str, name: str) -> Schedule:
        """A workspace's schedule by its name; raises RequestError that names those there are."""
        return await self._schedule_service.find(tenant, name)

    async def report_schedule(self, tenant: str, name: str) -> ScheduleReport:
        """A workspace's schedule and how it is doing; raises RequestError that names those there are."""
        return await self._schedule_service.report(tenant, name)

    async def edit_schedule(self, tenant: str, name: str, changes: ScheduleChanges) -> Schedule:
        """Change anything about a schedule but what it has posted; raises RequestError."""
        return await self._schedule_service.edit(tenant, name, changes)

    async def resume_schedules(self, tenant: str) -> tuple[Schedule, ...]:
        """Resume all that is paused in a workspace."""
        return await self._schedule_service.resume_all(tenant)

    async def remove_schedule(self, tenant: str, name: str) -> Schedule:
        """Remove a schedule by its name; raises RequestError that names those there are."""
        return await self._schedule_service.remove(tenant, name)

    async def pause_schedule(self, tenant: str, name: str, *, paused: bool) -> Schedule:
        """Pause or resume a schedule by its name; what its channel refused is sent again when it is resumed."""
        return await self._schedule_service.pause(tenant, name, paused=paused)

    async def quiet_schedule(self, tenant: str, name: str, hours: str) -> Schedule:
        """Set the hours in which a schedule posts nothing, as in `22:00-07:00`; `off` for none."""
        return await self._schedule_service.quiet(tenant, name, hours)

    def next_sends(self, schedule: Schedule, count: int = 3) -> tuple[datetime, ...]:
        """The next instants at which a schedule is due, in its own zone."""
        return self._schedule_service.next_sends(schedule, count)

    # --- follows ----------------------------------------------------------------------------------------------

    async def follow(
        self, request: Request, *, platform: PlatformName, workspace: str, person: str, times: str, zone: str
    ) -> Schedule:
        """Send somebody what is new on a subject by direct message, once a day at most; raises RequestError."""
        return await self._follows.follow(
            request, platform=platform, workspace=workspace, person=person, times=times, zone=zone
        )

    async def follow_story(
        self, tenant: str, delivery_id: str, number: int, *, platform: PlatformName, person: str, zone: str
    ) -> Schedule:
        """Send somebody what is new in a story of a digest that stands in their workspace; raises RequestError.

        number: which of the digest's sections it is.
        """
        return await self._follows.follow_story(
            tenant, delivery_id, number, platform=platform, person=person, zone=zone
        )

    async def change_follow(self, tenant: str, name: str, *, times: str | None, zone: str | None) -> Schedule:
        """Send what somebody follows at another time of day, or on another clock; raises RequestError."""
        return await self._follows.change(tenant, name, times=times, zone=zone)

    async def stop_following(self, tenant: str, delivery_id: str) -> Schedule:
        """Stop what has sent somebody a digest; raises RequestError where it has stopped."""
        return await self._follows.stop(tenant, delivery_id)

    async def switch_follows(self, workspace: str, *, allowed: bool) -> int:
        """Let the people of a workspace follow, or not; gives how many follows that has paused or resumed."""
        return await self._follows.switch(workspace, allowed=allowed)
