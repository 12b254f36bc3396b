"""The readers' commands: `/claims`, `/source`, `/dateline`, and the buttons under answers."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice, Command, Range

from bot.models import DeskRequest
from bot.platforms.discord import posted, proposals, render
from bot.platforms.discord.buttons import Press, is_passage
from bot.platforms.discord.commands.desk import DeskGroup
from bot.platforms.discord.commands.digest import DigestGroup
from bot.platforms.discord.commands.reports import open_form, take_form
from bot.platforms.discord.render import Reply
from bot.platforms.discord.replies import Interaction, Replier, apology, chosen, describe, immediate, log, suggestions
from bot.protocols import UseCases
from digests.models import KINDS, SHOWN, STATUSES, Digest, Request
from digests.query.request import read_kinds, read_since, read_status

_KINDS = [Choice(name=kind, value=kind) for kind in KINDS]
_STATUSES = [Choice(name=status, value=status) for status in STATUSES]
_ABOUT = (
    "Dateline posts news digests in which every line says who claims it. It attributes and never rates: nothing here "
    "is marked true or false. Each line links to the passage that it stands on."
)
_HELP = (
    "/claims about: what is claimed about a place or an actor, and by whom",
    "/source claim: the passage behind a line",
    "/digest schedule: post a digest in a channel on a schedule (needs Manage Server)",
    "/digest list, show, edit, pause, resume, quiet, remove, preview, now, test: look after those schedules",
    "/desk queue, show, approve, hold, reject, edit, add, correct, withdraw, merge, feeds, audit: the desk",
)


class Commands(app_commands.CommandTree[discord.Client]):
    """The command tree over the use cases."""

    def __init__(
        self, client: discord.Client, use_cases: UseCases, replier: Replier, desk: Collection[str] = ()
    ) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self._use_cases, self._replier = use_cases, replier
        self._add_claims()
        source: Command[Any, ..., None] = Command(
            name="source", description="The passage behind a line", callback=self.source
        )
        self.add_command(source)
        group = app_commands.Group(name="dateline", description="What this bot is and does")
        group.add_command(Command(name="help", description="The commands", callback=self.help))
        group.add_command(Command(name="about", description="What this bot is", callback=self.about))
        self.add_command(group)
        self._digest = DigestGroup(use_cases, replier)
        self.add_command(self._digest)
        self._desk = DeskGroup(use_cases, replier, desk)
        self.add_command(self._desk)
        shortcut = app_commands.ContextMenu(
            name="Add to Dateline",
            callback=self.add_message,
            allowed_contexts=self._desk.allowed_contexts,
            allowed_installs=self._desk.allowed_installs,
        )
        shortcut.default_permissions = self._desk.default_permissions
        self.add_command(shortcut)

    def _add_claims(self) -> None:
        command: Command[Any, ..., None] = Command(
            name="claims", description="What is claimed about a place or an actor, and by whom", callback=self.claims
        )
        command.autocomplete("about")(self.suggest)
        command.autocomplete("by")(self.suggest_speakers)
        self.add_command(command)

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
        await self._replier.give(interaction, immediate(render.lines("Dateline: commands", _HELP)))

    async def about(self, interaction: Interaction) -> None:
        """Say what the bot is."""
        await self._replier.give(interaction, immediate(render.notice(_ABOUT, title="Dateline")))

    async def suggest(self, interaction: Interaction, query_text: str) -> list[Choice[str]]:
        """Offer subjects while a reader types."""
        del interaction
        return await suggestions(self._use_cases, query_text)

    async def add_message(self, interaction: Interaction, message: discord.Message) -> None:
        """Put a message into the desk's queue: its address, or its text with its author as the publisher."""
        request = DeskRequest(verb="add", text=message.content, publisher=message.author.display_name)
        await self._desk.ask(interaction, request)

    async def suggest_speakers(self, interaction: Interaction, query_text: str) -> list[Choice[str]]:
        """Offer those who have said something."""
        del interaction
        return await suggestions(self._use_cases, query_text, speakers=True)

    async def press(self, interaction: Interaction) -> None:
        """Do what a pressed button says."""
        custom_id = interaction.custom_id or ""
        digest_press = posted.read(custom_id)
        if digest_press is not None and digest_press.action == "wrong":
            lines = self._use_cases.posted(f"discord:{interaction.guild_id}", digest_press.delivery_id)
            await open_form(interaction, lines, self._replier)
            return
        if digest_press is not None:
            await self._replier.give(interaction, self._reply_under_digest(digest_press, interaction))
            return
        plan_press = proposals.read(custom_id)
        if plan_press is not None:
            await self._digest.settle(interaction, plan_press)
            return
        if is_passage(custom_id):
            await self._replier.give(interaction, self._source(chosen(interaction)))
            return
        press = self._replier.buttons.read(custom_id)
        if press is None:
            notice = render.notice("This button is too old for me to remember. Ask again with /claims.")
            await self._replier.give(interaction, immediate(notice))
            return
        if press.action == "wrong":
            await open_form(interaction, self._lines(press), self._replier)
            return
        work = self._reply_to_press(press, interaction.user.display_name)
        public = press.action == "share"
        await self._replier.give(interaction, work, public=public)

    async def submit(self, interaction: Interaction) -> None:
        """Take a form that a reader has filled."""
        await take_form(interaction, self._use_cases, self._replier)

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Answer what went wrong before a command began; a command that has answered is left alone."""
        log.warning("command refused", error=describe(error))
        if interaction.response.is_done():
            return
        outdated = isinstance(error, (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch))
        text = "This command has changed. Reload Discord and try again."
        await self._replier.give(interaction, immediate(render.notice(text) if outdated else apology(error)))

    async def _source(self, claim_id: str) -> Reply:
        return render.source(await self._use_cases.source(claim_id.strip()))

    async def _lines(self, press: Press) -> Digest:
        return (await self._use_cases.claims(press.request, page=press.page)).digest

    async def _reply_under_digest(self, press: posted.PostedPress, interaction: Interaction) -> Reply:
        """What a press under a posted digest asks for, looked up under the server in which it was pressed."""
        tenant = f"discord:{interaction.guild_id}"
        if press.action == "about":
            request = Request(about=chosen(interaction))
            return render.answer(await self._use_cases.claims(request), request)
        if press.action == "sources":
            return render.sources(await self._use_cases.posted(tenant, press.delivery_id))
        if press.action == "more":
            answer = await self._use_cases.more(tenant, press.delivery_id, page=press.page)
            return render.more(answer, press.delivery_id)
        return render.lines("Dateline: commands", _HELP)

    async def _reply_to_press(self, press: Press, name: str) -> Reply:
        answer = await self._use_cases.claims(press.request, page=press.page)
        if press.action == "sources":
            return render.sources(answer.digest)
        if press.action == "share":
            credit = f"Shared by {name}"
            return Reply(render.messages(answer.digest.model_copy(update={"footer": (*answer.digest.footer, credit)})))
        return render.answer(answer, press.request, press.page)
