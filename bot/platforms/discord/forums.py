"""Forums and announcement channels: a digest is a post of its own there, or is published to those who follow."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import aiohttp
import discord
from discord.http import Route

from bot.errors import UnknownOutcomeError
from bot.platforms.discord.escaping import plain
from bot.platforms.discord.history import find
from digests.models import Digest

PUBLISH: Final = "publish"  #: how it is posted: in an announcement channel, for those who follow it elsewhere
POST: Final = "post"  #: in a forum, each digest as a post; after a colon the id of its tag
_LONGEST_NAME: Final = 100
_MINUTES: Final = 10_080  #: until a post on which nobody says anything is archived: a week, the longest there is
_LISTED: Final = timedelta(days=6)  #: how long it is certainly in the list of active ones


def is_post(posting: str) -> bool:
    """Whether each digest is a post of a forum."""
    return posting.partition(":")[0] == POST


def in_forum(tag: str) -> str:
    """How it is posted in a forum, with a tag's id or without."""
    return f"{POST}:{tag}" if tag else POST


async def open_post(
    client: discord.Client, forum: int, digest: Digest, posting: str, message: dict[str, Any]
) -> dict[str, Any]:
    """Open a post of a forum; gives the thread that it is, whose id is that of its first message too."""
    tag = posting.partition(":")[2]
    name = plain(" · ".join(filter(None, (digest.title, digest.subtitle))), _LONGEST_NAME) or "Digest"
    payload = {
        "name": name,
        "auto_archive_duration": _MINUTES,
        "applied_tags": [tag] if tag else [],
        "message": {key: value for key, value in message.items() if key not in {"nonce", "enforce_nonce"}},
    }
    return await _send_once(client, Route("POST", "/channels/{channel_id}/threads", channel_id=forum), payload)


async def _send_once(client: discord.Client, route: Route, payload: dict[str, Any]) -> dict[str, Any]:
    """Send without the library, which sends again after a lost answer: a post has no nonce, and would stand twice."""
    headers = {"Authorization": f"Bot {client.http.token}", "User-Agent": client.http.user_agent}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.request(route.method, route.url, json=payload) as response,
    ):
        if response.status >= 300:
            raise discord.HTTPException(response, _read(await response.text()))
        answer: dict[str, Any] = await response.json(content_type=None)
        return answer


def _read(text: str) -> Any:
    """What Discord says of a failure, or what somebody between us says."""
    try:
        return json.loads(text)
    except ValueError:
        return text


async def find_post(
    client: discord.Client, server: str, forum: int, keys: Sequence[str], since: datetime, now: datetime
) -> dict[str, str]:
    """What an earlier attempt has posted, by key; a post that is opened anew is not known by a nonce."""
    if now - since > _LISTED:
        raise UnknownOutcomeError("an earlier attempt may have been posted, too long ago to see")
    route = Route("GET", "/guilds/{guild_id}/threads/active", guild_id=server)
    threads: list[dict[str, Any]] = (await client.http.request(route))["threads"]
    start = discord.utils.time_snowflake(since - timedelta(minutes=5))
    for thread in threads:
        is_ours = client.user is not None and thread.get("owner_id") == str(client.user.id)
        if is_ours and thread.get("parent_id") == str(forum) and int(thread["id"]) >= start:
            message_ids = await find(client, int(thread["id"]), keys, since)
            if keys[0] in message_ids:
                return message_ids
    return {}


async def publish(client: discord.Client, channel: int, message_id: str) -> None:
    """Publish a message of an announcement channel; once it is, nothing changes."""
    path = "/channels/{channel_id}/messages/{message_id}/crosspost"
    await client.http.request(Route("POST", path, channel_id=channel, message_id=message_id))
