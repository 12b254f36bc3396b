"""`/follow`: what is new on a place or an actor, by direct message, as each wants it."""

from __future__ import annotations

from discord import app_commands
from discord.app_commands import Choice, Range

from bot.models import Schedule, follower
from bot.platforms.discord import render, schedules
from bot.platforms.discord.commands.choices import schedule_choices, subject_choices, zone_choices
from bot.platforms.discord.render import Reply
from bot.platforms.discord.replies import Interaction, Replier, workspace_of
from bot.platforms.wording import followed_line, subject_of
from bot.protocols import UseCases
from digests.models import Request

Name = Range[str, 1, 100]


class FollowGroup(app_commands.Group):
    """`/follow`, for everybody; what one follows nobody else sees."""

    def __init__(self, use_cases: UseCases, replier: Replier) -> None:
        super().__init__(name="follow", description="What is new on a place or an actor, by direct message")
        self._use_cases, self._replier = use_cases, replier

    @app_commands.command()
    @app_commands.describe(
        about="A place or an actor, such as Kursk",
        at="A time of day, such as 08:00; once a day at most",
        zone="Your time zone, such as Europe/Kyiv",
    )
    async def add(
        self,
        interaction: Interaction,
        about: Range[str, 1, 200],
        at: Range[str, 1, 60] = "08:00",
        zone: Range[str, 1, 60] | None = None,
    ) -> None:
        """Follow a place or an actor."""

        async def work() -> Reply:
            schedule = await self._use_cases.follow(
                Request(about=about),
                platform="discord",
                workspace=workspace_of(interaction),
                person=str(interaction.user.id),
                times=at,
                zone=zone or "",
            )
            return self._reply(schedule, followed_line(schedule))

        await self._replier.give(interaction, work())

    @app_commands.command(name="list")
    async def list_all(self, interaction: Interaction) -> None:
        """List what you follow from here."""

        async def work() -> Reply:
            entries = await self._use_cases.schedules(_tenant(interaction))
            if not entries:
                return render.notice("You follow nothing from here. Begin with /follow add.")
            return schedules.schedules(entries, title="What you follow")

        await self._replier.give(interaction, work())

    @app_commands.command()
    @app_commands.describe(name="What you follow", at="Another time of day, such as 07:30", zone="Another time zone")
    async def edit(
        self,
        interaction: Interaction,
        name: Name,
        at: Range[str, 1, 60] | None = None,
        zone: Range[str, 1, 60] | None = None,
    ) -> None:
        """Have what you follow come at another time."""

        async def work() -> Reply:
            schedule = await self._use_cases.change_follow(_tenant(interaction), name, times=at, zone=zone)
            return self._reply(schedule, "Changed")

        await self._replier.give(interaction, work())

    @app_commands.command()
    @app_commands.describe(name="What you follow")
    async def stop(self, interaction: Interaction, name: Name) -> None:
        """Stop following."""

        async def work() -> Reply:
            entry = await self._use_cases.remove_schedule(_tenant(interaction), name)
            return render.notice(f"You no longer follow {subject_of(entry)}.")

        await self._replier.give(interaction, work())

    @add.autocomplete("about")
    async def _subjects(self, interaction: Interaction, query_text: str) -> list[Choice[str]]:
        del interaction
        return await subject_choices(self._use_cases, query_text)

    @edit.autocomplete("zone")
    @add.autocomplete("zone")
    async def _zones(self, interaction: Interaction, query_text: str) -> list[Choice[str]]:
        del interaction
        return zone_choices(query_text)

    @edit.autocomplete("name")
    @stop.autocomplete("name")
    async def _names(self, interaction: Interaction, query_text: str) -> list[Choice[str]]:
        return await schedule_choices(self._use_cases, _tenant(interaction), query_text)

    def _reply(self, schedule: Schedule, title: str) -> Reply:
        return schedules.schedule(schedule, self._use_cases.next_sends(schedule), title=title)


def _tenant(interaction: Interaction) -> str:
    return follower(workspace_of(interaction), str(interaction.user.id))
