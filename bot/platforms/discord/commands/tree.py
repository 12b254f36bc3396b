"""The tree of commands, and what goes wrong before one begins."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection

import discord
from discord import app_commands

from bot.models import DeskRequest
from bot.platforms.discord import render
from bot.platforms.discord.commands.bounds import misfit
from bot.platforms.discord.commands.choices import offer_nothing
from bot.platforms.discord.commands.desk import DeskGroup
from bot.platforms.discord.commands.digest import DigestGroup
from bot.platforms.discord.commands.follow import FollowGroup
from bot.platforms.discord.commands.managers import Managers
from bot.platforms.discord.commands.presses import Presses
from bot.platforms.discord.commands.readers import Readers
from bot.platforms.discord.replies import Interaction, Replier, apology, describe, immediate, log
from bot.protocols import UseCases


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
        self._readers = Readers(use_cases, replier)
        for command in self._readers.commands():
            self.add_command(command)
        self.add_command(FollowGroup(use_cases, replier))
        managers = Managers(replier)
        self.add_command(DigestGroup(use_cases, managers))
        self._desk = DeskGroup(use_cases, replier, desk)
        self.add_command(self._desk)
        presses = Presses(use_cases, replier, managers, self._desk)
        self.press, self.submit = presses.press, presses.submit
        shortcut = app_commands.ContextMenu(
            name="Add to Dateline",
            callback=self.add_message,
            allowed_contexts=self._desk.allowed_contexts,
            allowed_installs=self._desk.allowed_installs,
        )
        shortcut.default_permissions = self._desk.default_permissions
        self.add_command(shortcut)

    async def add_message(self, interaction: Interaction, message: discord.Message) -> None:
        """Put a message into the desk's queue: its address, or its text with its author as the publisher."""
        request = DeskRequest(verb="add", text=message.content, publisher=message.author.display_name)
        await self._desk.ask(interaction, request)

    async def sync_once(self) -> None:
        """Tell Discord the commands, unless it was told just these; a server takes only so many new ones a day."""
        account = self.client.application_id
        payload = [command.to_dict(self) for command in self.get_commands()]
        text = json.dumps(sorted(payload, key=lambda command: (command["type"], command["name"])), sort_keys=True)
        digest = hashlib.sha256(text.encode()).hexdigest()
        name = f"commands of {account}"
        if await self._use_cases.noted("discord", name) != digest:
            await self.sync()
            await self._use_cases.note("discord", name, digest)

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Let through what is as declared; who types faster than anybody can is offered nothing for a while."""
        problem = misfit(interaction)
        if interaction.type is discord.InteractionType.autocomplete:
            if not problem and self._replier.may_type(interaction):
                return True
            await offer_nothing(interaction)
            return False
        if problem:
            await self._replier.give(interaction, immediate(render.notice(problem)))
        return not problem

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Answer what went wrong before a command began; a command that has answered is left alone."""
        log.warning("command refused", error=describe(error))
        if interaction.response.is_done():
            return
        outdated = isinstance(error, (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch))
        text = "This command has changed. Reload Discord and try again."
        await self._replier.give(interaction, immediate(render.notice(text) if outdated else apology(error)))
