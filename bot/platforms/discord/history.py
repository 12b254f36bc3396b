"""Whether a message of an earlier attempt is in a channel, as far as its history can be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import discord
from discord.http import Route

from bot.errors import UnknownOutcomeError

NONCE_WINDOW = timedelta(minutes=2)  #: Discord drops a repeated nonce for “a few minutes”; we rely on fewer
_SKEW = timedelta(minutes=5)  #: how far our clock may be from Discord's
_PAGE, _PAGES = 100, 20
_UNREADABLE = "an earlier attempt may have been posted, and the channel's history cannot be read to see"


def mark(cards: Sequence[discord.Embed], nonce: str) -> list[dict[str, Any]]:
    """Embeds with a short reference in the last footer: a nonce is not given back in a channel's history."""
    embeds: list[Any] = [card.to_dict() for card in cards]
    shown = embeds[-1].get("footer", {}).get("text", "")
    text = " · ".join(filter(None, (shown, _reference(nonce))))
    return [*embeds[:-1], {**embeds[-1], "footer": {"text": text}}]


async def find(client: discord.Client, channel: int, nonces: Sequence[str], since: datetime) -> dict[str, str]:
    """The ids of our messages since then, by nonce; raises UnknownOutcomeError where we cannot look."""
    wanted = {_reference(nonce): nonce for nonce in nonces}
    found: dict[str, str] = {}
    first, asked = discord.utils.time_snowflake(since - _SKEW), {"limit": _PAGE}
    for _ in range(_PAGES):
        page = await _read(client, channel, asked)
        if not page and not await _readable(client, channel):
            raise UnknownOutcomeError(_UNREADABLE)
        own = (message for message in page if client.user and message["author"]["id"] == str(client.user.id))
        found |= {wanted[reference]: str(message["id"]) for message in own if (reference := _marked(message)) in wanted}
        asked["before"] = min((int(message["id"]) for message in page), default=0)
        if len(page) < _PAGE or len(found) == len(wanted) or asked["before"] < first:
            return found
    raise UnknownOutcomeError("an earlier attempt may have been posted, and too much has been said since to see")


async def _read(client: discord.Client, channel: int, asked: dict[str, int]) -> list[dict[str, Any]]:
    try:
        route = Route("GET", "/channels/{channel_id}/messages", channel_id=channel)
        page: list[dict[str, Any]] = await client.http.request(route, params=asked)
    except discord.Forbidden:
        raise UnknownOutcomeError(_UNREADABLE) from None
    return page


async def _readable(client: discord.Client, channel: int) -> bool:
    """Whether an empty page means that there is nothing: without the right to read it, a history is empty too."""
    known = client.get_channel(channel)
    if isinstance(known, discord.abc.GuildChannel) and known.guild.me is not None:
        return known.permissions_for(known.guild.me).read_message_history
    asked = await client.http.request(Route("GET", "/channels/{channel_id}", channel_id=channel))
    return asked.get("last_message_id") is None  # nobody has ever said anything there


def _reference(nonce: str) -> str:
    return f"ref {nonce[:12]}"


def _marked(message: dict[str, Any]) -> str:
    footers = [(embed.get("footer") or {}).get("text", "") for embed in message.get("embeds", [])]
    return footers[-1].rpartition(" · ")[2] if footers else ""
