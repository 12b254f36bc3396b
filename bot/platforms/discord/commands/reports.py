"""The form behind “Wrong?”: a reader says what is wrong with a line, and the desk gets to know."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterator, Mapping
from typing import Any

import discord

from bot.errors import BotError
from bot.platforms.discord import render
from bot.platforms.discord.render import Reply
from bot.platforms.discord.replies import Interaction, Replier, describe, discard, immediate, log
from bot.platforms.limits import wait_notice
from bot.protocols import UseCases
from digests.errors import DigestError
from digests.models import Digest

FORM = "dateline:report"
_PATIENCE = 2.0  #: seconds to find the lines, as the form must be the first answer
_MOST_WORDS = 1_500  #: characters of a report


async def open_form(interaction: Interaction, work: Awaitable[Digest], replier: Replier) -> None:
    """Ask which line of what the work comes to it is, and what is wrong with it; a form cannot come late."""
    if delay := replier.wait(interaction):
        discard(work)
        await replier.give(interaction, immediate(render.notice(wait_notice(delay))))
        return
    try:
        async with asyncio.timeout(_PATIENCE):
            digest = await work
    except (BotError, DigestError, TimeoutError) as error:
        text = str(error) or "That took too long just now; please press again."
        await replier.give(interaction, immediate(render.notice(text)))
        return
    choices = render.choices(digest.items)
    if not choices:
        await replier.give(interaction, immediate(render.notice("There are no lines to report.")))
        return
    await show_form(interaction, _form(choices))


async def show_form(interaction: Interaction, form: discord.ui.Modal) -> None:
    """Open a form, if it is not too late for that."""
    try:
        await interaction.response.send_modal(form)
    except (discord.DiscordException, TypeError, KeyError) as error:
        log.warning("form not opened", error=describe(error))
    finally:
        form.stop()  # what is submitted comes through `on_interaction`


def _form(choices: list[discord.SelectOption]) -> discord.ui.Modal:
    form = discord.ui.Modal(title="What is wrong?", custom_id=FORM)
    line = discord.ui.Select[discord.ui.Modal](custom_id="claim", placeholder="A line", options=choices)
    words = discord.ui.TextInput[discord.ui.Modal](
        custom_id="text", max_length=_MOST_WORDS, style=discord.TextStyle.paragraph
    )
    form.add_item(discord.ui.Label(text="Which line", component=line))
    form.add_item(discord.ui.Label(text="What is wrong with it", component=words))
    return form


async def take_form(interaction: Interaction, use_cases: UseCases, replier: Replier) -> None:
    """Hand a filled form to the desk; it still works after a restart."""
    if interaction.custom_id != FORM:
        return
    answers = answers_of(interaction)
    place = f"discord:{interaction.guild_id}" if interaction.guild_id else "discord"

    async def work() -> Reply:
        claim_id, text = answers.get("claim", "").strip(), answers.get("text", "")
        lines = await use_cases.report_claim(claim_id, text, actor=f"<@{interaction.user.id}>", tenant=place)
        return render.notice("\n".join(lines))

    await replier.give(interaction, work())


def answers_of(interaction: Interaction) -> dict[str, str]:
    """What was filled into a form, by the ids of its fields."""
    data: Mapping[str, Any] = interaction.data or {}
    return dict(_answers(data.get("components")))


def _answers(parts: Any) -> Iterator[tuple[str, str]]:
    """What stands in the fields of a form, which may lie in rows or below labels."""
    for part in parts if isinstance(parts, list) else ():
        if "value" in part:
            yield str(part.get("custom_id")), str(part["value"])
        elif isinstance(part.get("values"), list):
            yield str(part.get("custom_id")), str(next(iter(part["values"]), ""))
        inner_parts = [part["component"]] if "component" in part else part.get("components")
        yield from _answers(inner_parts)
