"""The link that brings the bot into a server with the least rights that it needs."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

import aiohttp

from bot.errors import RequestError
from bot.platforms.checks import Asker
from bot.platforms.discord.diagnose import API, RIGHTS
from bot.settings import Settings

#: Beside what it needs everywhere, what it needs in threads.
_IN_THREADS: Final = 1 << 38
PERMISSIONS: Final = sum(RIGHTS) | _IN_THREADS


def invite_link(application_id: int | str) -> str:
    """The link for an application."""
    query = {"client_id": application_id, "scope": "bot applications.commands", "permissions": PERMISSIONS}
    return f"https://discord.com/oauth2/authorize?{urlencode(query)}"


async def invitation(settings: Settings) -> list[str]:
    """The link for the application whose token is set; raises RequestError where Discord does not tell."""
    if settings.discord_token is None:
        raise RequestError("Set DATELINE_DISCORD_TOKEN, so that Discord can be asked which application it is.")
    token = settings.discord_token.get_secret_value()
    try:
        async with Asker(settings.discord_api or API, f"Bot {token}") as asker:
            reply = await asker.ask("oauth2/applications/@me")
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise RequestError(f"Discord cannot be reached ({type(error).__name__}).") from error
    if reply.status != 200 or not isinstance(reply.body, dict):
        raise RequestError(f"Discord refuses DATELINE_DISCORD_TOKEN (HTTP {reply.status}).")
    return [invite_link(str(reply.body["id"]))]
