"""Platforms that answer late, twice, never, with refusals, or with a failure after they have accepted."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Any

from aiohttp import web

from bot.platforms.discord.posting import nonce
from tests.acceptance.chaos.victim import POST_SECONDS
from tests.acceptance.kill.harness import KillingDiscord, KillingSlack
from tests.peers import discord_values as values

#: What may happen to a new message, and how often of a hundred.
FAULTS = {"late": 10, "never": 1, "limited": 4, "refused": 4, "lost request": 3, "lost answer": 4, "failed after": 4}


class Weather:
    """What goes wrong, as a seed draws it, until it is calm."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.is_calm = False
        self.count = Counter[str]()

    def draw(self) -> str:
        """What happens to the next message; “” for nothing."""
        if self.is_calm:
            return ""
        fault = self._random.choices([*FAULTS, ""], [*FAULTS.values(), 100 - sum(FAULTS.values())])[0]
        self.count[fault] += bool(fault)
        return fault

    async def delay(self, fault: str) -> None:
        """Let a message wait that is late, or that nobody answers in time."""
        if fault in {"late", "never"}:
            await asyncio.sleep(POST_SECONDS * (1.5 if fault == "never" else self._random.random() / 2))


def _lost(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response(status=500)


class StormyDiscord(KillingDiscord):
    """A Discord in bad weather; now and then something on the way to it repeats a request."""

    def __init__(self, weather: Weather) -> None:
        super().__init__()
        self._weather = weather

    async def _post_message(self, request: web.Request) -> web.StreamResponse:
        fault = self._weather.draw()
        if fault == "limited":
            return _json({"message": "slow", "retry_after": 0.2, "global": False}, status=429, **_VIA)
        if fault == "refused":
            return web.Response(status=502)
        if fault == "lost request":
            return _lost(request)
        await self._weather.delay(fault)
        answer = await super()._post_message(request)
        if fault == "lost answer":
            return _lost(request)
        if fault == "late":  # and then twice
            self._store(request.match_info["channel"], await request.json())
        return web.Response(status=500) if fault == "failed after" else answer

    async def _channel(self, request: web.Request) -> web.Response:
        """A channel, and what was said last in it."""
        channel = request.match_info["channel"]
        last = self.messages(channel)[-1]["id"] if self.messages(channel) else None
        return _json(values.channel(channel) | {"last_message_id": last})

    def order(self, channel: str, keys: Sequence[str]) -> list[str]:
        """Which deliveries the messages of a channel are, in their order."""
        by_nonce = {nonce(key): key for key in keys}
        return [by_nonce.get(message.get("nonce", ""), "unknown") for message in self.messages(channel)]


def _json(value: object, *, status: int = 200, **headers: str) -> web.Response:
    """An answer as Discord's client takes it: it knows the plain type of JSON alone."""
    return web.Response(
        body=json.dumps(value).encode(), status=status, headers={"Content-Type": "application/json", **headers}
    )


_VIA = {"Via": "1.1 peer", "Retry-After": "0.2", "X-RateLimit-Reset-After": "0.2"}


class StormySlack(KillingSlack):
    """A Slack in bad weather."""

    def __init__(self, weather: Weather) -> None:
        super().__init__()
        self._weather = weather

    async def _api(self, request: web.Request) -> web.StreamResponse:
        fault = self._weather.draw() if request.match_info["method"] == "chat.postMessage" else ""
        if fault == "limited":
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": "1"})
        if fault == "refused":
            return web.Response(status=502)
        if fault == "lost request":
            return _lost(request)
        await self._weather.delay(fault)
        answer = await super()._api(request)
        if fault == "lost answer":
            return _lost(request)
        return web.Response(status=500) if fault == "failed after" else answer

    def order(self) -> list[str]:
        """The keys of the messages that stand here, in their order."""
        return [_key(message) for message in self.messages]


def _key(message: dict[str, Any]) -> str:
    return str(((message.get("metadata") or {}).get("event_payload") or {}).get("key"))
