"""The form behind “Wrong?”: a reader says what is wrong with a line, and the desk gets to know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import discord

from bot.platforms.discord import render
from bot.platforms.discord.render import Reply
from bot.platforms.discord.replies import Interaction, Replier, describe, log
from bot.protocols import UseCases

FORM = "dateline:report"
_MOST_WORDS = 1_500  #: characters of a report


async def open_form(interaction: Interaction) -> None:
    """Ask which line it is, and what is wrong with it."""
    form = discord.ui.Modal(title="What is wrong?", custom_id=FORM)
    form.add_item(discord.ui.TextInput(label="The line's id, as Sources lists it", custom_id="claim", max_length=100))
    words = discord.ui.TextInput[discord.ui.Modal](
        label="What is wrong with it", custom_id="text", max_length=_MOST_WORDS, style=discord.TextStyle.paragraph
    )
    form.add_item(words)
    try:
        await interaction.response.send_modal(form)
    except (discord.DiscordException, TypeError, KeyError) as error:
        log.warning("form not opened", error=describe(error))
    finally:
        form.stop()  # what is submitted comes through `on_interaction`


async def take_form(interaction: Interaction, use_cases: UseCases, replier: Replier) -> None:
    """Hand a filled form to the desk; it still works after a restart."""
    data: Mapping[str, Any] = interaction.data or {}
    if data.get("custom_id") != FORM:
        return
    answers = dict(_answers(data.get("components")))
    place = f"discord:{interaction.guild_id}" if interaction.guild_id else "discord"

    async def work() -> Reply:
        claim_id, text = answers.get("claim", "").strip(), answers.get("text", "")
        lines = await use_cases.report_claim(claim_id, text, actor=f"<@{interaction.user.id}>", tenant=place)
        return render.notice("\n".join(lines))

    await replier.give(interaction, work())


def _answers(parts: Any) -> Iterator[tuple[str, str]]:
    """What stands in the fields of a form, which may lie in rows or below labels."""
    for part in parts if isinstance(parts, list) else ():
        if "value" in part:
            yield str(part.get("custom_id")), str(part["value"])
        inner_parts = [part["component"]] if "component" in part else part.get("components")
        yield from _answers(inner_parts)
