"""Whether a message of an earlier attempt is in a channel, as far as its history can be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import discord
from discord.http import Route

from bot.errors import UnknownOutcomeError
from bot.platforms.discord.posted import keys_of

NONCE_WINDOW = timedelta(minutes=2)  #: Discord drops a repeated nonce for “a few minutes”; we rely on fewer
_SKEW = timedelta(minutes=5)  #: how far our clock may be from Discord's
_PAGE, _PAGES = 100, 20
_UNREADABLE = "an earlier attempt may have been posted, and the channel's history cannot be read to see"


async def find(client: discord.Client, channel: int, keys: Sequence[str], since: datetime) -> dict[str, str]:
    """The ids of our messages since then, by their keys; raises UnknownOutcomeError where we cannot look."""
    wanted_keys = set(keys)
    message_ids: dict[str, str] = {}
    start, params = discord.utils.time_snowflake(since - _SKEW), {"limit": _PAGE}
    for _ in range(_PAGES):
        page = await _read(client, channel, params)
        if not page and not await _can_read_history(client, channel):
            raise UnknownOutcomeError(_UNREADABLE)
        own_messages = (message for message in page if client.user and message["author"]["id"] == str(client.user.id))
        message_ids |= {
            key: str(message["id"]) for message in own_messages for key in keys_of(message) if key in wanted_keys
        }
        params["before"] = min((int(message["id"]) for message in page), default=0)
        if len(page) < _PAGE or len(message_ids) == len(wanted_keys) or params["before"] < start:
            return message_ids
    raise UnknownOutcomeError("an earlier attempt may have been posted, and too much has been said since to see")


async def _read(client: discord.Client, channel: int, params: dict[str, int]) -> list[dict[str, Any]]:
    try:
        route = Route("GET", "/channels/{channel_id}/messages", channel_id=channel)
        page: list[dict[str, Any]] = await client.http.request(route, params=params)
    except discord.Forbidden:
        raise UnknownOutcomeError(_UNREADABLE) from None
    return page


async def _can_read_history(client: discord.Client, channel: int) -> bool:
    """Whether an empty page means that there is nothing: without the right to read it, a history is empty too."""
    cached_channel = client.get_channel(channel)
    if isinstance(cached_channel, discord.abc.GuildChannel) and cached_channel.guild.me is not None:
        return cached_channel.permissions_for(cached_channel.guild.me).read_message_history
    details = await client.http.request(Route("GET", "/channels/{channel_id}", channel_id=channel))
    return details.get("last_message_id") is None  # nobody has ever said anything there
