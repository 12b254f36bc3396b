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
    after, seen = discord.utils.time_snowflake(since - _SKEW), False
    for _ in range(_PAGES):
        page = await _read(client, channel, after=after, limit=_PAGE)
        seen = seen or bool(page)
        own = (message for message in page if client.user and message["author"]["id"] == str(client.user.id))
        found |= {wanted[reference]: str(message["id"]) for message in own if (reference := _marked(message)) in wanted}
        if len(page) < _PAGE or len(found) == len(wanted):
            break
        after = max(int(message["id"]) for message in page)
    else:
        raise UnknownOutcomeError("an earlier attempt may have been posted, and too much has been said since to see")
    if not seen and not await _readable(client, channel):
        raise UnknownOutcomeError(_UNREADABLE)
    return found


async def _read(client: discord.Client, channel: int, **asked: int) -> list[dict[str, Any]]:
    try:
        route = Route("GET", "/channels/{channel_id}/messages", channel_id=channel)
        page: list[dict[str, Any]] = await client.http.request(route, params=asked)
    except discord.Forbidden:
        raise UnknownOutcomeError(_UNREADABLE) from None
    return page


async def _readable(client: discord.Client, channel: int) -> bool:
    """Whether an empty history is one: without the right to read it, Discord shows an empty one too."""
    known = client.get_channel(channel)
    if isinstance(known, discord.abc.GuildChannel) and known.guild.me is not None:
        return known.permissions_for(known.guild.me).read_message_history
    return bool(await _read(client, channel, limit=1))


def _reference(nonce: str) -> str:
    return f"ref {nonce[:12]}"


def _marked(message: dict[str, Any]) -> str:
    footers = [embed.get("footer", {}).get("text", "") for embed in message.get("embeds", [])]
    return footers[-1].rpartition(" · ")[2] if footers else ""
