"""Posting deliveries: once each, as far as Discord can tell what it has."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Final

import discord
from discord.http import Route

from bot.errors import DeliveryError, DestinationError, UnknownOutcomeError
from bot.models import Delivery, person_of
from bot.platforms.discord import posted
from bot.platforms.discord.errors import as_delivery_error
from bot.platforms.discord.forums import PUBLISH, find_post, is_post, open_post, publish
from bot.platforms.discord.history import NONCE_WINDOW, find
from bot.platforms.discord.render import contents, messages
from bot.platforms.discord.replies import describe, log

_POST_TIMEOUT: Final = 60.0
_NO_MENTIONS: Final[dict[str, list[str]]] = {"parse": []}
_MOST_PEOPLE: Final = 10_000  #: whose channels of direct messages are remembered


class Poster:
    """Posts under whatever login there is, with or without a gateway."""

    def __init__(self, login: Callable[[], Awaitable[discord.Client]], *, clock: Callable[[], datetime]) -> None:
        self._login, self._clock = login, clock
        self._people: dict[str, int] = {}

    async def post(self, delivery: Delivery) -> str:
        """Post a delivery and return the (first) message's id.

        The nonce keeps a retry from posting twice; after a longer while we look into the channel.
        """
        channel, posting = await self._channel(delivery.destination.channel), delivery.destination.posting
        parts = messages(delivery.digest)
        is_new_post = is_post(posting) and not (delivery.edits or delivery.thread)
        forum = channel if is_new_post else None
        if is_post(posting) and not is_new_post:
            channel = int(delivery.edits or delivery.thread or 0)  # a post is known by its first message
        if delivery.edits:
            return await self._edit(channel, delivery.edits, contents(parts[0]))
        keys = [posted.key(delivery.id, index) for index in range(len(parts))]
        message_ids = await self._find_posted(delivery, channel, keys, is_new_post=is_new_post)
        for index, (key, part) in enumerate(zip(keys, parts, strict=True)):
            if key not in message_ids:
                payload = {
                    **contents(part),
                    "components": posted.controls(delivery, index, is_last=index == len(parts) - 1),
                    "allowed_mentions": _NO_MENTIONS,
                    "nonce": nonce(delivery.id, index),
                    "enforce_nonce": True,
                    **({"message_reference": {"message_id": delivery.thread}} if delivery.thread else {}),
                }
                if forum is not None and index == 0:
                    message_ids[key] = await self._open_post(forum, delivery, payload)
                else:
                    message_ids[key] = await self._post(channel, payload, first=not message_ids)
            if forum is not None:
                channel = int(message_ids[keys[0]])  # what does not fit the first message follows below it
        if posting == PUBLISH:
            await self._publish(channel, list(message_ids.values()))
        return message_ids[keys[0]]

    async def _find_posted(
        self, delivery: Delivery, channel: int, keys: list[str], *, is_new_post: bool
    ) -> dict[str, str]:
        """What an earlier attempt has posted, by key."""
        start = delivery.maybe_posted_since
        if start is None:
            return {}
        try:
            async with asyncio.timeout(_POST_TIMEOUT):
                connection = await self._login()
                if is_new_post:
                    server = delivery.tenant.partition(":")[2]
                    return await find_post(connection, server, channel, keys, start, self._clock())
                return await find(connection, channel, keys, start)
        except UnknownOutcomeError:
            if not is_new_post and timedelta(0) <= self._clock() - start < NONCE_WINDOW:
                return {}  # Discord still knows the nonce
            raise
        except Exception as error:  # noqa: BLE001 - as below; what was posted before is still not known
            problem = as_delivery_error(error)
            problem.maybe_posted = True
            raise problem from None

    async def _post(self, channel: int, payload: dict[str, Any], *, first: bool) -> str:
        try:
            async with asyncio.timeout(_POST_TIMEOUT):
                connection = await self._login()
                route = Route("POST", "/channels/{channel_id}/messages", channel_id=channel)
                message = await connection.http.request(route, json=payload)
            return str(message["id"])
        except Exception as error:  # noqa: BLE001 - the outbox must hear of anything as a DeliveryError
            problem = as_delivery_error(error)
            problem.maybe_posted |= not first  # some of the delivery is there
            raise problem from None

    async def _open_post(self, forum: int, delivery: Delivery, payload: dict[str, Any]) -> str:
        try:
            async with asyncio.timeout(_POST_TIMEOUT):
                posting = delivery.destination.posting
                thread = await open_post(await self._login(), forum, delivery.digest, posting, payload)
            return str(thread["id"])
        except Exception as error:  # noqa: BLE001 - as above
            raise as_delivery_error(error) from None

    async def _publish(self, channel: int, message_ids: list[str]) -> None:
        """Publish what stands in the channel; where that fails the digest is there all the same."""
        try:
            async with asyncio.timeout(_POST_TIMEOUT):
                for message_id in message_ids:
                    await publish(await self._login(), channel, message_id)
        except Exception as error:  # noqa: BLE001 - the message is posted, so that nothing may be tried again
            log.warning("posted, but not published", channel=channel, error=describe(error))

    async def _edit(self, channel: int, message_id: str, payload: dict[str, Any]) -> str:
        route = Route("PATCH", "/channels/{channel_id}/messages/{message}", channel_id=channel, message=message_id)
        try:
            async with asyncio.timeout(_POST_TIMEOUT):
                connection = await self._login()
                await connection.http.request(route, json=payload | {"allowed_mentions": _NO_MENTIONS})
        except discord.NotFound:
            raise DeliveryError("the message to correct is gone", permanent=True) from None
        except Exception as error:  # noqa: BLE001 - as above
            raise as_delivery_error(error) from None
        return message_id

    async def _channel(self, channel: str) -> int:
        """The id of a channel; that of somebody's direct messages is opened."""
        person = person_of(channel)
        try:
            number = int(person or channel)
        except ValueError:
            raise DestinationError("the channel is no Discord id") from None
        return await self._open(person) if person else number

    async def _open(self, person: str) -> int:
        if person not in self._people:
            try:
                async with asyncio.timeout(_POST_TIMEOUT):
                    connection = await self._login()
                    route = Route("POST", "/users/@me/channels")
                    channel = await connection.http.request(route, json={"recipient_id": person})
            except Exception as error:  # noqa: BLE001 - as below; nothing has been posted
                problem = as_delivery_error(error)
                problem.maybe_posted = False
                raise problem from None
            if len(self._people) >= _MOST_PEOPLE:
                self._people.clear()
            self._people[person] = int(channel["id"])
        return self._people[person]


def nonce(delivery_id: str, part: int = 0) -> str:
    """At most 25 characters that Discord knows a repeated message by."""
    key = delivery_id if part == 0 else f"{delivery_id}#{part}"
    return base64.b32encode(hashlib.sha256(key.encode()).digest())[:25].decode().lower()
