"""`/desk`: what waits is decided there, and what stands corrected, by those whom the operator names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Literal

import discord
from discord import app_commands
from discord.app_commands import Range

from bot.errors import RequestError
from bot.models import DeskRequest
from bot.platforms.discord import render
from bot.platforms.discord.commands.reports import show_form
from bot.platforms.discord.controls import desk_items
from bot.platforms.discord.controls.desk_items import DeskPress
from bot.platforms.discord.permissions import may_manage
from bot.platforms.discord.render import Reply
from bot.platforms.discord.replies import Interaction, Replier
from bot.protocols import UseCases

Id = Range[str, 1, 200]
Reason = Range[str, 1, 1000]
Doing = Literal["list", "test", "add", "pause", "resume", "remove"]


class DeskGroup(app_commands.Group):
    """`/desk`, for roles and users whom the operator names, or else those who may manage the server."""

    def __init__(self, use_cases: UseCases, replier: Replier, users: Collection[str]) -> None:
        super().__init__(
            name="desk",
            description="What waits for a decision, and corrections of what stands",
            default_permissions=None if users else discord.Permissions(manage_guild=True),
            guild_only=True,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        self._use_cases, self._replier, self._users = use_cases, replier, frozenset(users)

    @app_commands.command()
    async def queue(self, interaction: Interaction) -> None:
        """See what waits."""
        await self.ask(interaction, DeskRequest(verb="queue"))

    @app_commands.command()
    @app_commands.describe(item="Its id in the queue")
    async def show(self, interaction: Interaction, item: Id) -> None:
        """See what waits, with its claims."""
        await self.ask(interaction, DeskRequest(verb="show", subject=item))

    @app_commands.command()
    @app_commands.describe(item="Its id in the queue", reason="The reason")
    @app_commands.rename(reason="why")
    async def approve(self, interaction: Interaction, item: Id, reason: Reason | None = None) -> None:
        """Let what waits go in."""
        await self.ask(interaction, DeskRequest(verb="approve", subject=item, reason=reason or ""))

    @app_commands.command()
    @app_commands.describe(item="Its id in the queue", reason="The reason")
    @app_commands.rename(reason="why")
    async def hold(self, interaction: Interaction, item: Id, reason: Reason | None = None) -> None:
        """Leave what waits for later."""
        await self.ask(interaction, DeskRequest(verb="hold", subject=item, reason=reason or ""))

    @app_commands.command()
    @app_commands.describe(item="Its id in the queue", reason="The reason")
    @app_commands.rename(reason="why")
    async def reject(self, interaction: Interaction, item: Id, reason: Reason) -> None:
        """Keep what waits out."""
        await self.ask(interaction, DeskRequest(verb="reject", subject=item, reason=reason))

    @app_commands.command()
    @app_commands.describe(
        item="Its id in the queue",
        claim="The claim's id",
        claimant="Who claims it, in the article's words",
        said_on="When it was said, as in 2025-02-07",
        hidden="Whether it is left out",
    )
    @app_commands.rename(said_on="said", hidden="hide")
    async def edit(
        self,
        interaction: Interaction,
        item: Id,
        claim: Id,
        claimant: Id | None = None,
        said_on: Id | None = None,
        hidden: bool = False,
    ) -> None:
        """Set how a claim that waits is read."""
        fields = {"claimant": claimant or "", "said_on": said_on or "", "hidden": hidden}
        await self.ask(
            interaction, DeskRequest.model_validate({"verb": "edit", "subject": item, "other": claim} | fields)
        )

    @app_commands.command()
    @app_commands.describe(text="An address, or an article's text", publisher="Who published that text")
    @app_commands.rename(text="what")
    async def add(
        self, interaction: Interaction, text: Range[str, 1, 6000] | None = None, publisher: Id | None = None
    ) -> None:
        """Put an address or a text into the queue; with nothing said, a form asks for it."""
        if text is None:
            await self.press(interaction, DeskPress("add"))
            return
        await self.ask(interaction, DeskRequest(verb="add", text=text, publisher=publisher or ""))

    @app_commands.command()
    @app_commands.describe(
        claim="The claim's id",
        reason="The reason",
        claimant="Who claims it, in the article's words",
        said_on="When it was said, as in 2025-02-07",
        hidden="Whether it is left out",
        confirmed="Whether to edit the messages that were listed",
    )
    @app_commands.rename(reason="why", said_on="said", hidden="hide", confirmed="confirm")
    async def correct(  # noqa: PLR0913, PLR0917 - as above
        self,
        interaction: Interaction,
        claim: Id,
        reason: Reason,
        claimant: Id | None = None,
        said_on: Id | None = None,
        hidden: bool = False,
        confirmed: bool = False,
    ) -> None:
        """Set how a claim that stands is read; lists the messages that this edits first."""
        fields = {"claimant": claimant or "", "said_on": said_on or "", "hidden": hidden, "confirmed": confirmed}
        base = {"verb": "correct", "subject": claim, "reason": reason}
        await self.ask(interaction, DeskRequest.model_validate(base | fields))

    @app_commands.command()
    @app_commands.describe(
        subject="A claim's or an article's id",
        reason="The reason",
        confirmed="Whether to edit the messages that were listed",
    )
    @app_commands.rename(reason="why", confirmed="confirm")
    async def withdraw(self, interaction: Interaction, subject: Id, reason: Reason, confirmed: bool = False) -> None:
        """Take back a claim or an article; lists the messages that this edits first."""
        await self.ask(interaction, DeskRequest(verb="withdraw", subject=subject, reason=reason, confirmed=confirmed))

    @app_commands.command()
    @app_commands.describe(
        article="The id of the article that stays", other="The id of the one that it replaces", reason="The reason",
        confirmed="Whether to edit the messages that were listed",
    )  # fmt: skip
    @app_commands.rename(reason="why", confirmed="confirm")
    async def merge(
        self, interaction: Interaction, article: Id, other: Id, reason: Reason, confirmed: bool = False
    ) -> None:
        """Let one article replace another; lists the messages that this edits first."""
        request = DeskRequest(verb="merge", subject=article, other=other, reason=reason, confirmed=confirmed)
        await self.ask(interaction, request)

    @app_commands.command()
    @app_commands.describe(doing="What to do", feed="Its address, or its id or name as the list has it")
    @app_commands.rename(doing="do")
    async def feeds(self, interaction: Interaction, doing: Doing = "list", feed: Id | None = None) -> None:
        """See the feeds that are watched, try one, add it, let it rest or remove it."""
        await self.ask(interaction, DeskRequest(verb="feeds", subject=doing, text=feed or ""))

    @app_commands.command()
    @app_commands.describe(subject="The id of an item, a claim or an article")
    async def audit(self, interaction: Interaction, subject: Id | None = None) -> None:
        """See who decided what."""
        await self.ask(interaction, DeskRequest(verb="audit", subject=subject or ""))

    async def press(self, interaction: Interaction, press: DeskPress) -> None:
        """Do what a button under an item says, or open the form that it needs."""
        if press.has_form and self._refusal(interaction) is None:
            await show_form(interaction, desk_items.form(press))
            return
        await self.ask(interaction, desk_items.request_of(press, {}))

    async def ask(self, interaction: Interaction, request: DeskRequest) -> None:
        """Ask the desk in the server's name, if the asker may."""

        async def work() -> Reply:
            if refusal := self._refusal(interaction):
                raise RequestError(refusal)
            tenant = f"discord:{interaction.guild_id}"
            lines = await self._use_cases.ask_desk(request, actor=f"<@{interaction.user.id}>", tenant=tenant)
            reply = render.lines(f"Desk: {request.verb}", lines)
            return replace(reply, item=request.subject) if request.verb == "show" else reply

        await self._replier.give(interaction, work())

    def _refusal(self, interaction: Interaction) -> str | None:
        """Why somebody may not use the desk here."""
        if interaction.guild_id is None:
            return "The desk belongs to a server. Use /desk in one of its channels."
        return None if self._may_use(interaction) else _REFUSAL

    def _may_use(self, interaction: Interaction) -> bool:
        if not self._users:
            return may_manage(interaction)
        # the ids as they came; the library's roles need a server that it has read whole
        roles = {str(role_id) for role_id in getattr(interaction.user, "_roles", ())}
        return str(interaction.user.id) in self._users or not self._users.isdisjoint(roles)


_REFUSAL = (
    "You may not use the desk. Its operator names the roles and users who may (DATELINE_DESK); where none is named, "
    "those who may manage the server do."
)
