"""The admins' command `/digest`: schedules, previews, and the permissions that they need."""

from __future__ import annotations

import asyncio
import functools
import zoneinfo
from collections.abc import Awaitable, Callable
from typing import Literal

import discord
from discord import app_commands
from discord.app_commands import AppCommandChannel, Choice, Range

from bot.errors import BotError, RequestError
from bot.models import Destination, Schedule, ScheduleDraft
from bot.platforms.discord import render
from bot.platforms.discord.permissions import check_channel, may_manage, refusal
from bot.platforms.discord.render import Reply
from bot.platforms.discord.replies import Interaction, Replier, log, suggestions
from bot.protocols import UseCases
from digests.models import MAX_LINES, Request

_USUAL_ZONES = ("UTC", "Europe/London", "Europe/Berlin", "Europe/Kyiv", "America/New_York", "America/Los_Angeles")


class TextChannel(app_commands.Transformer[discord.Client]):
    """A channel option that offers text and announcement channels, and needs no channel cache."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A channel."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Where a message can be posted."""
        return [discord.ChannelType.text, discord.ChannelType.news]

    async def transform(self, interaction: Interaction, value: AppCommandChannel, /) -> AppCommandChannel:
        """The channel as Discord sent it."""
        del interaction
        return value


class DigestGroup(app_commands.Group):
    """`/digest`, for those who may manage the server."""

    def __init__(self, use_cases: UseCases, replier: Replier) -> None:
        super().__init__(
            name="digest",
            description="Digests that this server gets on a schedule",
            default_permissions=discord.Permissions(manage_guild=True),
            guild_only=True,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        self._use_cases, self._replier = use_cases, replier

    @app_commands.command()
    @app_commands.describe(
        at="Times of day, such as 08:00 or 08:00,18:30",
        days="daily, weekdays, weekends, or mon,wed,fri",
        zone="A time zone, such as Europe/Kyiv",
        channel="Where to post (default: here)",
        about="A place or an actor (default: everything)",
        max_lines="At most so many lines",
        if_empty="What to do when there is nothing new",
        name="A name for the schedule",
        quiet="Hours in which nothing is posted, such as 22:00-07:00",
        grace="How late it may still come after an outage, such as 2h (default: however late)",
    )
    @app_commands.rename(max_lines="max", if_empty="if-empty", grace="late")
    async def schedule(  # noqa: PLR0913, PLR0917 - each option of the command is a parameter
        self,
        interaction: Interaction,
        at: Range[str, 1, 100] = "08:00",
        days: Range[str, 1, 60] = "daily",
        zone: Range[str, 1, 60] = "UTC",
        channel: app_commands.Transform[AppCommandChannel, TextChannel] | None = None,
        about: Range[str, 1, 200] | None = None,
        max_lines: Range[int, 1, MAX_LINES] = MAX_LINES,
        if_empty: Literal["skip", "say"] = "skip",
        name: Range[str, 1, 60] | None = None,
        quiet: Range[str, 1, 30] | None = None,
        grace: Range[str, 1, 30] | None = None,
    ) -> None:
        """Post a digest in a channel on a schedule."""
        target = channel.id if channel else interaction.channel_id
        fields = {"at": at, "days": days, "zone": zone, "max_lines": max_lines, "if_empty": if_empty, "name": name}
        fields |= {"quiet_hours": quiet or "", "grace": grace or ""}

        async def work(tenant: str) -> Reply:
            check_channel(interaction, target)
            destination = Destination(platform="discord", tenant=tenant, channel=str(target))
            request = Request(about=about or "")
            draft = ScheduleDraft.model_validate({**fields, "request": request, "destination": destination})
            return self._schedule_reply(await self._use_cases.add_schedule(draft), "Scheduled")

        await self._manage(interaction, work)

    @app_commands.command(name="list")
    async def list_all(self, interaction: Interaction) -> None:
        """List the schedules of this server."""

        async def work(tenant: str) -> Reply:
            return render.schedules(await self._use_cases.schedules(tenant))

        await self._manage(interaction, work)

    @app_commands.command()
    @app_commands.describe(name="The schedule")
    async def show(self, interaction: Interaction, name: Range[str, 1, 100]) -> None:
        """Show a schedule and its next sends."""

        async def work(tenant: str) -> Reply:
            return self._schedule_reply(await self._use_cases.schedule(tenant, name), "Schedule")

        await self._manage(interaction, work)

    @app_commands.command()
    @app_commands.describe(name="The schedule")
    async def pause(self, interaction: Interaction, name: Range[str, 1, 100]) -> None:
        """Stop a schedule until it is resumed."""
        await self._manage(interaction, functools.partial(self._set_paused, name, True))

    @app_commands.command()
    @app_commands.describe(name="The schedule")
    async def resume(self, interaction: Interaction, name: Range[str, 1, 100]) -> None:
        """Go on with a paused schedule."""
        await self._manage(interaction, functools.partial(self._set_paused, name, False))

    @app_commands.command()
    @app_commands.describe(name="The schedule", hours="Hours such as 22:00-07:00, or off")
    async def quiet(self, interaction: Interaction, name: Range[str, 1, 100], hours: Range[str, 1, 30]) -> None:
        """Hold what is due in quiet hours until they end."""

        async def work(tenant: str) -> Reply:
            return self._schedule_reply(await self._use_cases.quiet_schedule(tenant, name, hours), "Quiet hours")

        await self._manage(interaction, work)

    @app_commands.command()
    @app_commands.describe(name="The schedule")
    async def remove(self, interaction: Interaction, name: Range[str, 1, 100]) -> None:
        """Remove a schedule; what it has posted stays."""

        async def work(tenant: str) -> Reply:
            entry = await self._use_cases.remove_schedule(tenant, name)
            return render.notice(f"Removed “{entry.name}”. What it has posted stays.")

        await self._manage(interaction, work)

    @app_commands.command()
    @app_commands.describe(about="A place or an actor (default: everything)", max_lines="At most so many lines")
    @app_commands.rename(max_lines="max")
    async def preview(
        self,
        interaction: Interaction,
        about: Range[str, 1, 200] | None = None,
        max_lines: Range[int, 1, MAX_LINES] = MAX_LINES,
    ) -> None:
        """See the digest as it would be posted now; only you see it."""

        async def work(tenant: str) -> Reply:
            del tenant
            return Reply(
                render.messages(await self._use_cases.preview(Request(about=about or ""), max_lines=max_lines))
            )

        await self._manage(interaction, work)

    @app_commands.command()
    @app_commands.describe(name="The schedule")
    async def now(self, interaction: Interaction, name: Range[str, 1, 100]) -> None:
        """Send a schedule's digest at once."""

        async def work(tenant: str) -> Reply:
            has_news = await self._use_cases.send_now(tenant, name)
            return render.notice(
                "The digest is on its way." if has_news else "There is nothing new, so nothing is sent."
            )

        await self._manage(interaction, work)

    @schedule.autocomplete("zone")
    async def _zones(self, interaction: Interaction, query_text: str) -> list[Choice[str]]:
        del interaction
        return [Choice(name=zone, value=zone) for zone in await asyncio.to_thread(zones, query_text)]

    @schedule.autocomplete("about")
    @preview.autocomplete("about")
    async def _subjects(self, interaction: Interaction, query_text: str) -> list[Choice[str]]:
        del interaction
        return await suggestions(self._use_cases, query_text)

    @show.autocomplete("name")
    @pause.autocomplete("name")
    @resume.autocomplete("name")
    @quiet.autocomplete("name")
    @remove.autocomplete("name")
    @now.autocomplete("name")
    async def _names(self, interaction: Interaction, query_text: str) -> list[Choice[str]]:
        if not may_manage(interaction):
            return []
        try:
            entries = await self._use_cases.schedules(f"discord:{interaction.guild_id}")
        except BotError as error:
            log.warning("no suggestions", error=type(error).__name__)
            return []
        names = [entry.name for entry in entries if query_text.casefold() in entry.name.casefold()]
        return [Choice(name=name, value=name) for name in names if 0 < len(name) <= 100][:25]

    async def _manage(self, interaction: Interaction, work: Callable[[str], Awaitable[Reply]]) -> None:
        """Do the work for this server if the asker may manage it; Discord's own check can be overridden by admins."""

        async def checked() -> Reply:
            if interaction.guild_id is None:
                raise RequestError("Schedules belong to a server. Use /digest in one of its channels.")
            if not may_manage(interaction):
                raise RequestError(refusal(interaction))
            return await work(f"discord:{interaction.guild_id}")

        await self._replier.give(interaction, checked())

    async def _set_paused(self, name: str, paused: bool, tenant: str) -> Reply:
        entry = await self._use_cases.pause_schedule(tenant, name, paused=paused)
        return self._schedule_reply(entry, "Paused" if paused else "Resumed")

    def _schedule_reply(self, entry: Schedule, title: str) -> Reply:
        sends = () if entry.paused else self._use_cases.next_sends(entry)
        return render.schedule(entry, sends, title=title)


def zones(query_text: str) -> tuple[str, ...]:
    """IANA time zones that hold what was typed; the usual ones first."""
    fragment = query_text.strip().casefold().replace(" ", "_")
    candidates = (*_USUAL_ZONES, *_all_zones()) if fragment else _USUAL_ZONES
    return tuple(dict.fromkeys(zone for zone in candidates if fragment in zone.casefold()))[:25]


@functools.cache
def _all_zones() -> tuple[str, ...]:
    return tuple(sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone))
