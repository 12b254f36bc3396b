"""Discord: slash commands and digests over the gateway."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.errors import SettingsError
from bot.platforms.platform import Platform
from bot.protocols import Client, UseCases

if TYPE_CHECKING:
    from bot.platforms.checks import Check
    from bot.settings import Settings
    from digests.models import Digest


def _build(settings: Settings, use_cases: UseCases, clock: Callable[[], datetime]) -> Client:
    from bot.platforms.discord.client import DiscordClient  # noqa: PLC0415 - costs a second

    if settings.discord_token is None:
        raise SettingsError("DATELINE_DISCORD_TOKEN is not set.")
    return DiscordClient(
        settings.discord_token,
        use_cases,
        api=settings.discord_api,
        gateway=settings.discord_gateway,
        clock=clock,
        desk=settings.desk,
    )


def _split(digest: Digest) -> list[Digest]:
    from bot.platforms.discord.render import split  # noqa: PLC0415 - costs a second

    return split(digest)


def _preview(digest: Digest) -> list[object]:
    from bot.platforms.discord.render import contents, messages  # noqa: PLC0415 - costs a second

    return [contents(part) for part in messages(digest)]


async def _diagnose(settings: Settings, channels: Sequence[str]) -> list[Check]:
    from bot.platforms.discord.diagnose import diagnose  # noqa: PLC0415 - for one command alone

    return await diagnose(settings, channels)


async def _invite(settings: Settings) -> list[str]:
    from bot.platforms.discord.invite import invitation  # noqa: PLC0415 - for one command alone

    return await invitation(settings)


DISCORD = Platform(
    name="discord",
    setting="DATELINE_DISCORD_TOKEN",
    channel=re.compile(r"[0-9]{1,20}"),
    channel_example="1234567890, from Copy Channel ID in its menu (in developer mode)",
    is_configured=lambda settings: settings.discord_token is not None,
    build=_build,
    split=_split,
    preview=_preview,
    invite=_invite,
    diagnose=_diagnose,
)
