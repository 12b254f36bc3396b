"""Where Discord is: the library keeps its addresses for the whole process."""

from __future__ import annotations

import re
from typing import Final

from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.errors import SettingsError

_VERSION: Final = re.compile(r"/v\d+$")


def point_at(api: str | None, gateway: str | None) -> None:
    """Send the library's requests to other addresses; it keeps them for the whole process."""
    if api:
        base = str(_address("DATELINE_DISCORD_API", api, {"http", "https"})).rstrip("/")
        base = base.removesuffix("/api")
        Route.BASE = base if _VERSION.search(base) else f"{base}/api/v10"
    if gateway:
        DiscordWebSocket.DEFAULT_GATEWAY = _address("DATELINE_DISCORD_GATEWAY", gateway, {"ws", "wss"})


def _address(setting: str, text: str, schemes: set[str]) -> URL:
    try:
        url = URL(text.strip())
    except ValueError:
        url = URL()
    if url.scheme not in schemes or not url.host:
        raise SettingsError(f"{setting} must be an address that begins with {' or '.join(sorted(schemes))} and ://.")
    return url
