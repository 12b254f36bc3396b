"""Where digests are posted and commands come from: a folder for each platform, and the table of them."""

from __future__ import annotations

from typing import Final

from bot.platforms.discord import DISCORD
from bot.platforms.platform import Platform
from bot.platforms.slack import SLACK

#: Every platform; a new one is a folder and a row here.
PLATFORMS: Final[tuple[Platform, ...]] = (DISCORD, SLACK)

__all__ = ["PLATFORMS", "Platform"]
