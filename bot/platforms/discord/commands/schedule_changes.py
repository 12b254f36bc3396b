"""What several commands of `/digest` do with a schedule, and how they answer."""

from __future__ import annotations

from bot.models import Schedule
from bot.platforms.discord import render, schedules
from bot.platforms.discord.render import Reply
from bot.protocols import UseCases


async def channel_of(use_cases: UseCases, tenant: str, name: str) -> int:
    """Where a schedule posts."""
    return int((await use_cases.schedule(tenant, name)).destination.channel)


async def pause_schedule(use_cases: UseCases, name: str, tenant: str) -> Reply:
    """Stop a schedule until it is resumed."""
    return schedule_reply(use_cases, await use_cases.pause_schedule(tenant, name, paused=True), "Paused")


async def resume_schedules(use_cases: UseCases, name: str, tenant: str) -> Reply:
    """Go on with a paused schedule, or with `all` that are paused."""
    if name != "all":
        return schedule_reply(use_cases, await use_cases.pause_schedule(tenant, name, paused=False), "Resumed")
    resumed = await use_cases.resume_schedules(tenant)
    return schedules.schedules(resumed, title="Resumed") if resumed else render.notice("Nothing is paused here.")


def schedule_reply(use_cases: UseCases, entry: Schedule, title: str) -> Reply:
    """A schedule as it is now, with its next sends where it has any."""
    sends = () if entry.paused else use_cases.next_sends(entry)
    return schedules.schedule(entry, sends, title=title)
