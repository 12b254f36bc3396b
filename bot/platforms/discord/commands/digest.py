"""The admins' command `/digest`: schedules, previews, and the permissions that they need."""

from __future__ import annotations

import functools
from typing import Literal

import discord
from discord import app_commands
from discord.app_commands import AppCommandChannel, Choice, Range

from bot.models import Destination, ScheduleChanges, ScheduleDraft
from bot.platforms.discord import render, schedules
from bot.platforms.discord.commands import schedule_changes
from bot.platforms.discord.commands.choices import schedule_choices, subject_choices, zone_choices
from bot.platforms.discord.commands.managers import Managers
from bot.platforms.discord.commands.options import EDITS, OPTIONS, TextChannel
from bot.platforms.discord.commands.targets import posting_of
from bot.platforms.discord.permissions import check_channel, may_manage
from bot.platforms.discord.render import Reply
from bot.platforms.discord.replies import Interaction
from bot.platforms.wording import follows_line
from bot.protocols import UseCases
from digests.models import MAX_LINES, Request
from digests.query.request import read_request

Name = Range[str, 1, 100]
Lines = Range[int, 1, MAX_LINES]


class DigestGroup(app_commands.Group):
    """`/digest`, for those who may manage the server."""

    def __init__(self, use_cases: UseCases, managers: Managers) -> None:
        super().__init__(
            name="digest",
            description="Digests that this server gets on a schedule",
            default_permissions=discord.Permissions(manage_guild=True),
            guild_only=True,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        self._use_cases, self._managers = use_cases, managers

    @app_commands.command()
    @app_commands.describe(**OPTIONS)
    @app_commands.rename(max_lines="max", if_empty="if-empty", grace="late")
    async def schedule(  # noqa: PLR0913, PLR0917 - each option of the command is a parameter
        self,
        interaction: Interaction,
        at: Range[str, 1, 100] = "08:00",
        days: Range[str, 1, 60] = "daily",
        zone: Range[str, 1, 60] | None = None,
        channel: app_commands.Transform[AppCommandChannel, TextChannel] | None = None,
        about: Range[str, 1, 200] | None = None,
        max_lines: Lines = MAX_LINES,
        if_empty: Literal["skip", "say"] = "skip",
        name: Range[str, 1, 60] | None = None,
        quiet: Range[str, 1, 30] | None = None,
        grace: Range[str, 1, 30] | None = None,
        first: Range[str, 1, 30] | None = None,
        tag: Range[str, 1, 20] | None = None,
        publish: bool = False,
    ) -> None:
        """See what a digest would post here, then have it posted on a schedule."""
        target = channel.id if channel else interaction.channel_id
        fields = {"at": at, "days": days, "zone": zone or "", "max_lines": max_lines, "if_empty": if_empty}
        fields |= {"name": name, "quiet_hours": quiet or "", "grace": grace or "", "first": first or ""}

        async def work(tenant: str) -> Reply:
            check_channel(interaction, target)
            posting = posting_of(interaction, target, tag=tag or "", is_published=publish)
            destination = Destination(platform="discord", tenant=tenant, channel=str(target), posting=posting)
            fields["request"], fields["made_by"] = Request(about=about or ""), str(interaction.user.id)
            draft = ScheduleDraft.model_validate({**fields, "destination": destination})
            return schedules.proposal_reply(await self._use_cases.propose(draft))

        await self._managers.give(interaction, work)

    @app_commands.command()
    @app_commands.describe(**EDITS)
    @app_commands.rename(max_lines="max", if_empty="if-empty", grace="late", new_name="new-name")
    async def edit(  # noqa: PLR0913, PLR0917 - each option of the command is a parameter
        self,
        interaction: Interaction,
        name: Name,
        at: Range[str, 1, 100] | None = None,
        days: Range[str, 1, 60] | None = None,
        zone: Range[str, 1, 60] | None = None,
        channel: app_commands.Transform[AppCommandChannel, TextChannel] | None = None,
        about: Range[str, 1, 200] | None = None,
        max_lines: Lines | None = None,
        if_empty: Literal["skip", "say"] | None = None,
        new_name: Range[str, 1, 60] | None = None,
        quiet: Range[str, 1, 30] | None = None,
        grace: Range[str, 1, 30] | None = None,
        tag: Range[str, 1, 20] | None = None,
        publish: bool | None = None,
    ) -> None:
        """Change a schedule; what it has posted stays known to it."""
        fields = {"at": at, "days": days, "zone": zone, "max_lines": max_lines, "if_empty": if_empty}
        fields |= {"name": new_name, "quiet_hours": quiet, "grace": grace}

        async def work(tenant: str) -> Reply:
            if channel:
                check_channel(interaction, channel.id)
            request = None if about is None else read_request("" if about == "everything" else about)
            target = str(channel.id) if channel else None
            if channel or tag or publish is not None:
                target_id = channel.id if channel else await schedule_changes.channel_of(self._use_cases, tenant, name)
                fields["posting"] = posting_of(interaction, target_id, tag=tag or "", is_published=bool(publish))
            changes = ScheduleChanges.model_validate({**fields, "request": request, "channel": target})
            entry = await self._use_cases.edit_schedule(tenant, name, changes)
            return schedule_changes.schedule_reply(self._use_cases, entry, "Changed")

        await self._managers.give(interaction, work)

    @app_commands.command(name="list")
    async def list_all(self, interaction: Interaction) -> None:
        """List the schedules of this server."""

        async def work(tenant: str) -> Reply:
            return schedules.schedules(await self._use_cases.schedules(tenant))

        await self._managers.give(interaction, work)

    @app_commands.command()
    @app_commands.describe(name="The schedule")
    async def show(self, interaction: Interaction, name: Name) -> None:
        """Show a schedule, its next sends and how it has done lately."""

        async def work(tenant: str) -> Reply:
            return schedules.report_reply(await self._use_cases.report_schedule(tenant, name))

        await self._managers.give(interaction, work)

    @app_commands.command()
    @app_commands.describe(name="The schedule")
    async def pause(self, interaction: Interaction, name: Name) -> None:
        """Stop a schedule until it is resumed."""
        work = functools.partial(schedule_changes.pause_schedule, self._use_cases, name)
        await self._managers.give(interaction, work)

    @app_commands.command()
    @app_commands.describe(name="The schedule, or all")
    async def resume(self, interaction: Interaction, name: Name) -> None:
        """Go on with a paused schedule, or with all that are paused."""
        work = functools.partial(schedule_changes.resume_schedules, self._use_cases, name)
        await self._managers.give(interaction, work)

    @app_commands.command()
    @app_commands.describe(allow="Whether people of this server may follow subjects by direct message")
    async def follows(self, interaction: Interaction, allow: Literal["on", "off"]) -> None:
        """Let people of this server use /follow, or not."""

        async def work(tenant: str) -> Reply:
            count = await self._use_cases.switch_follows(tenant, allowed=allow == "on")
            return render.notice(follows_line(count, allowed=allow == "on"))

        await self._managers.give(interaction, work)

    @app_commands.command()
    @app_commands.describe(name="The schedule")
    async def test(self, interaction: Interaction, name: Name) -> None:
        """Post what a schedule would post now, marked as a test; nothing counts as posted."""

        async def work(tenant: str) -> Reply:
            await self._use_cases.send_test(tenant, name)
            return render.notice("The test is on its way. What it shows will come again when it is due.")

        await self._managers.give(interaction, work)

    @app_commands.command()
    @app_commands.describe(name="The schedule", hours="Hours such as 22:00-07:00, or off")
    async def quiet(self, interaction: Interaction, name: Name, hours: Range[str, 1, 30]) -> None:
        """Hold what is due in quiet hours until they end."""

        async def work(tenant: str) -> Reply:
            entry = await self._use_cases.quiet_schedule(tenant, name, hours)
            return schedule_changes.schedule_reply(self._use_cases, entry, "Quiet hours")

        await self._managers.give(interaction, work)

    @app_commands.command()
    @app_commands.describe(name="The schedule")
    async def remove(self, interaction: Interaction, name: Name) -> None:
        """Remove a schedule; what it has posted stays."""

        async def work(tenant: str) -> Reply:
            entry = await self._use_cases.remove_schedule(tenant, name)
            return render.notice(f"Removed “{entry.name}”. What it has posted stays.")

        await self._managers.give(interaction, work)

    @app_commands.command()
    @app_commands.describe(about="A place or an actor (default: everything)", max_lines="At most so many lines")
    @app_commands.rename(max_lines="max")
    async def preview(
        self,
        interaction: Interaction,
        about: Range[str, 1, 200] | None = None,
        max_lines: Lines = MAX_LINES,
    ) -> None:
        """See the digest as it would be posted now; only you see it."""

        async def work(tenant: str) -> Reply:
            del tenant
            digest = await self._use_cases.preview(Request(about=about or ""), max_lines=max_lines)
            return Reply(render.messages(digest))

        await self._managers.give(interaction, work)

    @app_commands.command()
    @app_commands.describe(name="The schedule")
    async def now(self, interaction: Interaction, name: Name) -> None:
        """Send a schedule's digest at once."""

        async def work(tenant: str) -> Reply:
            has_news = await self._use_cases.send_now(tenant, name)
            nothing = "There is nothing new, so nothing is sent."
            return render.notice("The digest is on its way." if has_news else nothing)

        await self._managers.give(interaction, work)

    @schedule.autocomplete("zone")
    @edit.autocomplete("zone")
    async def _zones(self, interaction: Interaction, query_text: str) -> list[Choice[str]]:
        del interaction
        return zone_choices(query_text)

    @schedule.autocomplete("about")
    @edit.autocomplete("about")
    @preview.autocomplete("about")
    async def _subjects(self, interaction: Interaction, query_text: str) -> list[Choice[str]]:
        del interaction
        return await subject_choices(self._use_cases, query_text)

    @show.autocomplete("name")
    @edit.autocomplete("name")
    @test.autocomplete("name")
    @pause.autocomplete("name")
    @resume.autocomplete("name")
    @quiet.autocomplete("name")
    @remove.autocomplete("name")
    @now.autocomplete("name")
    async def _names(self, interaction: Interaction, query_text: str) -> list[Choice[str]]:
        if not may_manage(interaction):
            return []
        return await schedule_choices(self._use_cases, f"discord:{interaction.guild_id}", query_text)
