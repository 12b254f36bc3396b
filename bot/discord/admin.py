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

from bot.discord import render
from bot.discord.answers import Answers, Interaction, log, suggestions
from bot.discord.render import Reply
from bot.errors import BotError, RequestError
from bot.models import Destination, Schedule, ScheduleDraft
from bot.protocols import UseCases

#: What the bot needs in a channel, by discord.py's name and by Discord's.
NEEDED = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "embed_links": "Embed Links",
    "read_message_history": "Read Message History",
}
NEEDED_IN_THREADS = {
    "view_channel": "View Channel",
    "send_messages_in_threads": "Send Messages in Threads",
    "embed_links": "Embed Links",
    "read_message_history": "Read Message History",
}
_MANAGERS = discord.Permissions(manage_guild=True, administrator=True).value
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

    def __init__(self, use_cases: UseCases, answers: Answers) -> None:
        super().__init__(
            name="digest",
            description="Digests that this server gets on a schedule",
            default_permissions=discord.Permissions(manage_guild=True),
            guild_only=True,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        self._use_cases, self._answers = use_cases, answers

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
    )
    @app_commands.rename(max_lines="max", if_empty="if-empty")
    async def schedule(  # noqa: PLR0913, PLR0917 - each option of the command is a parameter
        self,
        interaction: Interaction,
        at: Range[str, 1, 100] = "08:00",
        days: Range[str, 1, 60] = "daily",
        zone: Range[str, 1, 60] = "UTC",
        channel: app_commands.Transform[AppCommandChannel, TextChannel] | None = None,
        about: Range[str, 1, 200] | None = None,
        max_lines: Range[int, 1, 12] = 12,
        if_empty: Literal["skip", "say"] = "skip",
        name: Range[str, 1, 60] | None = None,
    ) -> None:
        """Post a digest in a channel on a schedule."""
        target = channel.id if channel else interaction.channel_id
        wish = {"at": at, "days": days, "zone": zone, "max_lines": max_lines, "if_empty": if_empty, "name": name}

        async def work(tenant: str) -> Reply:
            _check_channel(interaction, target)
            destination = Destination(platform="discord", tenant=tenant, channel=str(target))
            draft = ScheduleDraft.model_validate({**wish, "about": about or "", "destination": destination})
            return self._shown(await self._use_cases.add_schedule(draft), "Scheduled")

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
            known = await self._use_cases.schedules(tenant)
            for entry in known:
                if entry.name.casefold() == name.strip().casefold():
                    return self._shown(entry, "Schedule")
            names = ", ".join(entry.name for entry in known) or "none yet"
            raise RequestError(f"No schedule is called “{name}”. Those of this server: {names}.")

        await self._manage(interaction, work)

    @app_commands.command()
    @app_commands.describe(name="The schedule")
    async def pause(self, interaction: Interaction, name: Range[str, 1, 100]) -> None:
        """Stop a schedule until it is resumed."""
        await self._manage(interaction, functools.partial(self._paused, name, True))

    @app_commands.command()
    @app_commands.describe(name="The schedule")
    async def resume(self, interaction: Interaction, name: Range[str, 1, 100]) -> None:
        """Go on with a paused schedule."""
        await self._manage(interaction, functools.partial(self._paused, name, False))

    @app_commands.command()
    @app_commands.describe(name="The schedule")
    async def remove(self, interaction: Interaction, name: Range[str, 1, 100]) -> None:
        """Remove a schedule; what it has posted stays."""

        async def work(tenant: str) -> Reply:
            gone = await self._use_cases.remove_schedule(tenant, name)
            return render.notice(f"Removed “{gone.name}”. What it has posted stays.")

        await self._manage(interaction, work)

    @app_commands.command()
    @app_commands.describe(about="A place or an actor (default: everything)", max_lines="At most so many lines")
    @app_commands.rename(max_lines="max")
    async def preview(
        self, interaction: Interaction, about: Range[str, 1, 200] | None = None, max_lines: Range[int, 1, 12] = 12
    ) -> None:
        """See the digest as it would be posted now; only you see it."""

        async def work(tenant: str) -> Reply:
            del tenant
            return Reply(render.messages(await self._use_cases.preview(about or "", max_lines=max_lines)))

        await self._manage(interaction, work)

    @app_commands.command()
    @app_commands.describe(name="The schedule")
    async def now(self, interaction: Interaction, name: Range[str, 1, 100]) -> None:
        """Send a schedule's digest at once."""

        async def work(tenant: str) -> Reply:
            queued = await self._use_cases.send_now(tenant, name)
            return render.notice("The digest is on its way." if queued else "There is nothing new, so nothing is sent.")

        await self._manage(interaction, work)

    @schedule.autocomplete("zone")
    async def _zones(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        del interaction
        return [Choice(name=zone, value=zone) for zone in await asyncio.to_thread(zones, typed)]

    @schedule.autocomplete("about")
    @preview.autocomplete("about")
    async def _subjects(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        del interaction
        return await suggestions(self._use_cases, typed)

    @show.autocomplete("name")
    @pause.autocomplete("name")
    @resume.autocomplete("name")
    @remove.autocomplete("name")
    @now.autocomplete("name")
    async def _names(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        if not _may_manage(interaction):
            return []
        try:
            known = await self._use_cases.schedules(f"discord:{interaction.guild_id}")
        except BotError as error:
            log.warning("no suggestions", error=type(error).__name__)
            return []
        names = [entry.name for entry in known if typed.casefold() in entry.name.casefold()]
        return [Choice(name=name, value=name) for name in names if 0 < len(name) <= 100][:25]

    async def _manage(self, interaction: Interaction, work: Callable[[str], Awaitable[Reply]]) -> None:
        """Do the work for this server if the asker may manage it; Discord's own check can be overridden by admins."""

        async def checked() -> Reply:
            if interaction.guild_id is None:
                raise RequestError("Schedules belong to a server. Use /digest in one of its channels.")
            if not _may_manage(interaction):
                raise RequestError(_refusal(interaction))
            return await work(f"discord:{interaction.guild_id}")

        await self._answers.give(interaction, checked())

    async def _paused(self, name: str, paused: bool, tenant: str) -> Reply:
        entry = await self._use_cases.pause_schedule(tenant, name, paused=paused)
        return self._shown(entry, "Paused" if paused else "Resumed")

    def _shown(self, entry: Schedule, title: str) -> Reply:
        sends = () if entry.paused else self._use_cases.next_sends(entry)
        return render.schedule(entry, sends, title=title)


def zones(typed: str) -> tuple[str, ...]:
    """IANA time zones that hold what was typed; the usual ones first."""
    wanted = typed.strip().casefold().replace(" ", "_")
    known = (*_USUAL_ZONES, *_all_zones()) if wanted else _USUAL_ZONES
    return tuple(dict.fromkeys(zone for zone in known if wanted in zone.casefold()))[:25]


@functools.cache
def _all_zones() -> tuple[str, ...]:
    return tuple(sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone))


def _may_manage(interaction: Interaction) -> bool:
    return bool(interaction.permissions.value & _MANAGERS)


def _refusal(interaction: Interaction) -> str:
    channel = getattr(interaction.channel, "name", None)
    where = f" in #{channel}" if channel else ""
    return (
        f"You need the permission Manage Server to use /digest{where}. Somebody who has it can grant it in "
        "Server Settings > Roles, by switching Manage Server on for one of your roles."
    )


def _check_channel(interaction: Interaction, channel_id: int | None) -> None:
    """Refuse a channel in which the bot could not post, naming what is missing and how to grant it."""
    if channel_id is None:
        raise RequestError("Name the channel to post in, as in /digest schedule channel:#news.")
    rights = _own_rights(interaction, channel_id)
    if rights is None or rights.administrator:
        return
    in_thread = channel_id == interaction.channel_id and isinstance(interaction.channel, discord.Thread)
    needed = NEEDED_IN_THREADS if in_thread else NEEDED
    missing = [label for name, label in needed.items() if not getattr(rights, name)]
    if missing:
        channel = interaction.guild.get_channel(channel_id) if interaction.guild else None
        where = f"#{channel.name}" if channel else "that channel"
        raise RequestError(
            f"I cannot post in {where}: I lack {', '.join(missing)}. Grant it in Edit Channel > Permissions: "
            "add Dateline (or its role) and allow what is missing, then schedule again."
        )


def _own_rights(interaction: Interaction, channel_id: int) -> discord.Permissions | None:
    """The bot's own permissions in a channel; None where they cannot be known, and posting will tell."""
    if channel_id == interaction.channel_id and interaction.app_permissions.value:
        return interaction.app_permissions
    guild = interaction.guild
    channel = guild.get_channel(channel_id) if guild else None
    if guild is None or channel is None or guild.get_role(guild.id) is None:
        return None
    own = guild.get_member(interaction.client.user.id) if interaction.client.user else None
    # without a date of joining, the library has made up this member without its roles
    return channel.permissions_for(own) if own and own.joined_at else None
