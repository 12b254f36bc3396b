"""Answering an interaction: once, in time, and with errors that a reader can use."""

from __future__ import annotations

import asyncio
import inspect
import io
import secrets
import time
import traceback
from collections.abc import Awaitable
from typing import Any

import discord
import structlog

from bot.errors import RequestError
from bot.platforms.discord.buttons import Buttons
from bot.platforms.discord.render import Reply, notice
from bot.platforms.limits import Allowance, typing_allowance, wait_notice
from digests.errors import DigestError

log = structlog.get_logger(__name__)

Interaction = discord.Interaction[discord.Client]
PATIENCE = 2.0  #: seconds to work before the interaction is deferred; Discord gives three


class Replier:
    """Sends replies with their buttons; nothing is answered twice."""

    def __init__(self, buttons: Buttons, *, patience: float = PATIENCE, allowance: Allowance | None = None) -> None:
        self.buttons = buttons
        self._patience, self._allowance = patience, allowance or Allowance()
        self._typing = typing_allowance()

    def wait(self, interaction: Interaction) -> float:
        """Take what somebody asks from what they may, or say in how many seconds they may ask it."""
        return self._allowance.wait(*_asker(interaction), time.monotonic())

    def may_type(self, interaction: Interaction) -> bool:
        """Whether what somebody types may be looked up now; takes it from what they may."""
        return not self._typing.wait(*_asker(interaction), time.monotonic())

    async def give(
        self, interaction: Interaction, work: Awaitable[Reply], *, public: bool = False, replace: bool = False
    ) -> None:
        """Answer with what the work comes to, or with why it did not; defer if it takes long.

        replace: what the work comes to takes the place of the message whose button was pressed.
        """
        delay = self.wait(interaction)
        if delay:
            discard(work)
            work, public, replace = immediate(notice(wait_notice(delay))), False, False
        task = asyncio.ensure_future(_outcome(work))
        try:
            finished_tasks, _ = await asyncio.wait({task}, timeout=self._patience)
            if not finished_tasks:
                waiting = {} if replace else {"ephemeral": not public, "thinking": True}
                await _acknowledge(interaction, interaction.response.defer(**waiting))
            reply, failed = await task
            view = self.buttons.view(reply) if not public else None
            if replace:
                await _replace(interaction, reply, view, failed=failed)
            else:
                await _send(interaction, reply, view, private=failed or not public)
        except Exception as error:  # noqa: BLE001 - too late, already answered or cut off: never answer twice
            log.warning("answer not delivered", error=describe(error), interaction=interaction.id)
        finally:
            task.cancel()


def discard(work: Awaitable[object]) -> None:
    """Let go of work that nobody has begun."""
    if inspect.iscoroutine(work):
        work.close()


async def immediate(reply: Reply) -> Reply:
    """A reply that needs no work."""
    return reply


def _asker(interaction: Interaction) -> tuple[str, str]:
    """Whose allowance an interaction is taken from: a person's, and a server's."""
    return str(interaction.user.id), str(interaction.guild_id or interaction.user.id)


def workspace_of(interaction: Interaction) -> str:
    """The server in which somebody asks; in direct messages there is none."""
    return f"discord:{interaction.guild_id or 'dm'}"


def chosen(interaction: Interaction) -> str:
    """What was chosen from a list."""
    data: Any = interaction.data or {}
    return str(next(iter(data.get("values") or ()), ""))[:200]


async def _outcome(work: Awaitable[Reply]) -> tuple[Reply, bool]:
    try:
        return await work, False
    except (RequestError, DigestError) as error:
        return notice(str(error)), True
    except Exception as error:  # noqa: BLE001 - whatever it is, the reader gets an answer and the log a reference
        return apology(error), True


def apology(error: Exception) -> Reply:
    """A short apology with a reference under which the log holds the error, without its text."""
    reference = secrets.token_hex(4)
    frames = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-5:]]
    log.error("command failed", reference=reference, error=type(error).__name__, frames=frames)
    return notice(f"Sorry, that went wrong. If it happens again, tell the bot's operator this reference: {reference}")


def describe(error: BaseException) -> str:
    """An error in words that hold no address, token or text of ours."""
    if isinstance(error, discord.HTTPException):
        return f"{type(error).__name__} {error.status} (code {error.code})"
    return type(error).__name__


async def _acknowledge(interaction: Interaction, response: Awaitable[object]) -> None:
    """Await a response; an acceptance without a body, as some proxies give, is an acceptance too."""
    try:
        await response
    except (TypeError, KeyError):
        if not interaction.response.is_done():
            raise


async def _send(interaction: Interaction, reply: Reply, view: discord.ui.View | None, *, private: bool) -> None:
    last = len(reply.messages) - 1
    for index, embeds in enumerate(reply.messages):
        buttons = view if view is not None and index == last else discord.utils.MISSING
        files = [_file(reply.picture)] if reply.picture and index == 0 else discord.utils.MISSING
        if index:
            await interaction.followup.send(embeds=embeds, view=buttons, ephemeral=private)
        elif interaction.response.is_done():
            await interaction.edit_original_response(embeds=embeds, view=buttons, attachments=files)
        else:
            sending = interaction.response.send_message(embeds=embeds, view=buttons, files=files, ephemeral=private)
            await _acknowledge(interaction, sending)


def _file(picture: bytes) -> discord.File:
    """A picture below the embeds; the same stands there in words."""
    return discord.File(io.BytesIO(picture), filename="figures.png", description="The figures above, drawn over time")


async def _replace(interaction: Interaction, reply: Reply, view: discord.ui.View | None, *, failed: bool) -> None:
    """Put a reply in the place of the message whose button was pressed; a failure stands beside it."""
    if failed and interaction.response.is_done():
        for embeds in reply.messages:
            await interaction.followup.send(embeds=embeds, ephemeral=True)
    elif failed:
        await _send(interaction, reply, None, private=True)
    elif interaction.response.is_done():
        await interaction.edit_original_response(embeds=reply.messages[0], view=view)
    else:
        await _acknowledge(interaction, interaction.response.edit_message(embeds=reply.messages[0], view=view))
