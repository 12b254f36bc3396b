"""What is offered while somebody types an option: subjects, time zones, and the names of schedules."""

from __future__ import annotations

import asyncio

import discord
from discord.app_commands import Choice

from bot.errors import BotError
from bot.platforms.discord.replies import Interaction, describe, log
from bot.platforms.wording import zones
from bot.protocols import UseCases
from digests.errors import DigestError

_MOST = 25  #: choices that Discord takes
_LONGEST = 100  #: characters of each


async def subject_choices(use_cases: UseCases, query_text: str, *, speakers: bool = False) -> list[Choice[str]]:
    """Places and actors that have claims; none rather than late. speakers: those whose own claims they are."""
    try:
        async with asyncio.timeout(2.5):
            subjects = await use_cases.suggest(query_text[:200], limit=_MOST, speakers=speakers)
    except (BotError, DigestError, TimeoutError) as error:
        log.warning("no suggestions", error=type(error).__name__)
        return []
    return [
        Choice(name=subject.label, value=subject.value)
        for subject in subjects
        if subject.label.strip() and subject.value
    ][:_MOST]


async def schedule_choices(use_cases: UseCases, tenant: str, query_text: str) -> list[Choice[str]]:
    """The names of a workspace's schedules, or of what somebody follows."""
    try:
        entries = await use_cases.schedules(tenant)
    except BotError as error:
        log.warning("no suggestions", error=type(error).__name__)
        return []
    names = [entry.name for entry in entries if query_text.casefold() in entry.name.casefold()]
    return [Choice(name=name, value=name) for name in names if 0 < len(name) <= _LONGEST][:_MOST]


def zone_choices(query_text: str) -> list[Choice[str]]:
    """Time zones that have those letters in their names."""
    return [Choice(name=zone, value=zone) for zone in zones(query_text[:60])]


async def offer_nothing(interaction: Interaction) -> None:
    """Answer somebody who types with no choices."""
    try:
        await interaction.response.autocomplete([])
    except (discord.DiscordException, TypeError, KeyError) as error:
        log.warning("no suggestions", error=describe(error))
