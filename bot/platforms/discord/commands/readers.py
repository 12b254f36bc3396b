"""The readers' commands: `/claims`, `/compare`, `/figures`, `/source`, `/dateline`, and “Claims in this message”."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice, Command, Range

from bot.platforms.discord import posted, render
from bot.platforms.discord.commands.choices import subject_choices
from bot.platforms.discord.permissions import diagnosis
from bot.platforms.discord.render import Reply
from bot.platforms.discord.replies import Interaction, Replier, immediate
from bot.platforms.wording import ABOUT, HELP, figures_digest
from bot.protocols import UseCases
from digests.models import KINDS, SHOWN, STATUSES, Request
from digests.query.request import read_kinds, read_since, read_status

_KINDS = [Choice(name=kind, value=kind) for kind in KINDS]
_STATUSES = [Choice(name=status, value=status) for status in STATUSES]
About = Range[str, 1, 200]
Since = Range[str, 1, 40]


class Readers:
    """Answers readers, each alone."""

    def __init__(self, use_cases: UseCases, replier: Replier) -> None:
        self._use_cases, self._replier = use_cases, replier

    def commands(self) -> Iterator[Command[Any, ..., None] | app_commands.Group | app_commands.ContextMenu]:
        """All of them, for the tree."""
        words = "What is claimed about a place or an actor, and by whom"
        claims: Command[Any, ..., None] = Command(name="claims", description=words, callback=self.claims)
        words = "Claims about a place or an actor that differ or deny each other, side by side"
        compare: Command[Any, ..., None] = Command(name="compare", description=words, callback=self.compare)
        words = "The amounts that claims give over time, by measure and claimant"
        figures: Command[Any, ..., None] = Command(name="figures", description=words, callback=self.figures)
        for command in (claims, compare, figures):
            command.autocomplete("about")(self.suggest)
            yield command
        claims.autocomplete("by")(self.suggest_speakers)
        yield Command(name="source", description="The passage behind a line", callback=self.source)
        group = app_commands.Group(name="dateline", description="What this bot is and does")
        group.add_command(Command(name="help", description="The commands", callback=self.help))
        group.add_command(Command(name="about", description="What this bot is", callback=self.about))
        words = "Whether this bot may post here, and else what it lacks"
        group.add_command(Command(name="doctor", description=words, callback=self.doctor))
        yield group
        yield app_commands.ContextMenu(name="Claims in this message", callback=self.claims_in)

    @app_commands.describe(
        about="A place or an actor, such as Kursk",
        by="Only claims by this actor",
        since="Such as 24h, 7d or 2025-02-06",
        kind="Only claims of this kind",
        status="Only claims of this status",
        show="How many lines (5 to 25)",
    )
    @app_commands.choices(kind=_KINDS, status=_STATUSES)
    async def claims(  # noqa: PLR0913, PLR0917 - each option of the command is a parameter
        self,
        interaction: Interaction,
        about: Range[str, 1, 200],
        by: Range[str, 1, 200] | None = None,
        since: Range[str, 1, 40] | None = None,
        kind: str | None = None,
        status: str | None = None,
        show: Range[int, 5, 25] | None = None,
    ) -> None:
        """Answer `/claims`."""

        async def work() -> Reply:
            request = Request(
                about=about,
                by=by or "",
                since=read_since(since) if since else None,
                kinds=read_kinds(kind or ""),
                status=read_status(status or ""),
                show=show or SHOWN,
            )
            return render.answer(await self._use_cases.claims(request), request)

        await self._replier.give(interaction, work())

    @app_commands.describe(claim="A claim's id, as it stands under a passage")
    async def source(self, interaction: Interaction, claim: Range[str, 1, 200]) -> None:
        """Answer `/source`."""
        await self._replier.give(interaction, self._source(claim))

    async def help(self, interaction: Interaction) -> None:
        """List the commands."""
        await self._replier.give(interaction, immediate(render.table("Dateline: commands", HELP)))

    async def about(self, interaction: Interaction) -> None:
        """Say what the bot is."""
        await self._replier.give(interaction, immediate(render.legend(opening=ABOUT, title="Dateline")))

    async def suggest(self, interaction: Interaction, query_text: str) -> list[Choice[str]]:
        """Offer subjects while a reader types."""
        del interaction
        return await subject_choices(self._use_cases, query_text)

    async def suggest_speakers(self, interaction: Interaction, query_text: str) -> list[Choice[str]]:
        """Offer those who have said something."""
        del interaction
        return await subject_choices(self._use_cases, query_text, speakers=True)

    async def doctor(self, interaction: Interaction) -> None:
        """Say whether the bot may post here."""

        async def work() -> Reply:
            return render.notice(diagnosis(interaction))

        await self._replier.give(interaction, work())

    @app_commands.describe(about="A place or an actor, such as Kursk", since="Such as 24h, 7d or 2025-02-06")
    async def compare(self, interaction: Interaction, about: About, since: Since | None = None) -> None:
        """Answer `/compare`."""

        async def work() -> Reply:
            request = Request(about=about, since=read_since(since) if since else None)
            digest = await self._use_cases.comparison(request)
            return Reply(render.messages(digest), passages=digest.items)

        await self._replier.give(interaction, work())

    @app_commands.describe(
        about="A place or an actor, such as Kursk", measure="Only what these words name, such as troops lost"
    )
    async def figures(self, interaction: Interaction, about: About, measure: Range[str, 1, 100] | None = None) -> None:
        """Answer `/figures`."""

        async def work() -> Reply:
            figures = await self._use_cases.figures(Request(about=about), measure=measure or "")
            digest = figures_digest(figures)
            picture = await self._use_cases.picture(figures)
            return Reply(render.messages(digest), passages=digest.items, picture=picture)

        await self._replier.give(interaction, work())

    async def claims_in(self, interaction: Interaction, message: discord.Message) -> None:
        """Show where the lines of one of our digests come from, or what is held on what another message names."""
        await self._replier.give(interaction, self._claims_in(interaction, message))

    async def _claims_in(self, interaction: Interaction, message: discord.Message) -> Reply:
        rows = {"components": [row.to_dict() for row in message.components]}
        key = next(posted.keys_of(rows), "") if message.author == interaction.client.user else ""
        if key:
            delivery_id = key.partition(":")[0]
            return render.sources(await self._use_cases.posted(f"discord:{interaction.guild_id}", delivery_id))
        texts = (message.content, *(f"{embed.title or ''} {embed.description or ''}" for embed in message.embeds))
        answer = await self._use_cases.claims_in("\n".join(texts))
        reply = render.answer(answer, Request())
        return replace(reply, buttons=False, next_page=None, passages=answer.digest.items)

    async def _source(self, claim_id: str) -> Reply:
        return render.source(await self._use_cases.source(claim_id.strip()))
