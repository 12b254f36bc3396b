"""Two digests that are due, a bot that is killed on the way, others that take over, and what the readers then see."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web

from bot.delivery.worker import LEASE_SECONDS
from bot.models import Destination, PlatformName
from bot.store import open_store
from tests import make
from tests.acceptance.kill.nursery import NEVER, Nursery, alive
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import APP_TOKEN, BOT_TOKEN

ABOUT = ("", "kursk")
TITLES = ("News digest", "Kursk digest")


class KillingDiscord(DiscordPeer):
    """A Discord that does something when a message comes, and when it has kept it."""

    on: Callable[[str], None] = staticmethod(lambda _point: None)

    def __init__(self) -> None:
        super().__init__()
        self.answering = asyncio.Event()
        self.answering.set()

    async def _post_message(self, request: web.Request) -> web.StreamResponse:
        self.on("send.begun")
        await self.answering.wait()
        return await super()._post_message(request)

    def _store(self, channel_id: str, sent: dict[str, Any]) -> dict[str, Any]:
        self.on("send.received")
        message = super()._store(channel_id, sent)
        self.on("send.stored")
        return message

    @property
    def seen(self) -> list[str]:
        """The titles of what readers see."""
        return [message["content"].strip("*") for message in self.messages()]

    @property
    def environment(self) -> dict[str, str]:
        """The settings of a bot here."""
        return {
            "DATELINE_DISCORD_TOKEN": values.TOKEN,
            "DATELINE_DISCORD_API": self.api,
            "DATELINE_DISCORD_GATEWAY": self.gateway_url,
        }


class KillingSlack(SlackPeer):
    """A Slack that does something when a message comes, and when it has kept it."""

    on: Callable[[str], None] = staticmethod(lambda _point: None)

    def _chat_postMessage(self, arguments: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - the method's name
        self.on("send.received")
        answer = super()._chat_postMessage(arguments)
        self.on("send.stored")
        return answer

    @property
    def seen(self) -> list[str]:
        """The titles of what readers see."""
        return [title for message in self.messages for title in TITLES if title in json.dumps(message["blocks"][0])]

    @property
    def environment(self) -> dict[str, str]:
        """The settings of a bot here."""
        return {
            "DATELINE_SLACK_BOT_TOKEN": BOT_TOKEN,
            "DATELINE_SLACK_APP_TOKEN": APP_TOKEN,
            "DATELINE_SLACK_API": self.api,
        }


_WHERE: dict[PlatformName, tuple[str, str]] = {
    "discord": (f"discord:{values.GUILD}", values.CHANNEL),
    "slack": ("slack:T1", "C1"),
}


class Drama:
    """One database with two digests that are due in one channel, and one peer to receive them."""

    def __init__(self, nursery: Nursery, url: str, platform: PlatformName, peer: KillingDiscord | KillingSlack) -> None:
        self.nursery, self.url, self.platform, self.peer = nursery, url, platform, peer
        self.killed = 0
        self.rounds = 1
        self._tenant, self._channel = _WHERE[platform]
        self.environment = peer.environment | {"DATELINE_DATABASE": url}

    async def prepare(self) -> None:
        """Make two digests due a minute ago."""
        store = await open_store(self.url)
        where = Destination(platform=self.platform, tenant=self._tenant, channel=self._channel)
        past = datetime.now(UTC) - timedelta(minutes=1)
        await store.add_article(make.article(), [make.claim()], now=past)
        for about in ABOUT:
            name = about or "all"
            fields = {"destination": where, "about": about, "if_empty": "say", "cron": "0 8 29 2 *"}
            await store.add_schedule(make.schedule(name, created_at=past, covered_until=past, next_due=past, **fields))
        await store.close()

    async def make_due_again(self) -> None:
        """Let both digests be due once more, as on the next day."""
        self.rounds += 1
        store = await open_store(self.url)
        past = datetime.now(UTC) - timedelta(seconds=1)
        for schedule in await store.schedules():
            assert await store.update_schedule(schedule.model_copy(update={"next_due": past}))
        await store.close()

    async def begin(self) -> int:
        """Start a bot that nobody kills."""
        return await self._start(NEVER, 1, naive=False)

    async def sent(self, pids: list[int]) -> Counter[str]:
        """Wait until those bots have sent everything, and count what readers see."""
        await self._until(lambda: False, pids)
        return Counter(self.peer.seen)

    async def kill(self, point: str, nth: int = 1, *, naive: bool = False) -> bool:
        """Run a bot until it dies at a point, or has nothing left to do; whether it died."""
        pids: list[int] = []
        left = [nth]

        def at(passed: str) -> None:
            if passed == point and pids:
                left[0] -= 1
                if not left[0]:
                    os.kill(pids[0], signal.SIGKILL)

        self.peer.on = at
        pids.append(await self._start(point, nth, naive=naive))
        await self._until(lambda: not alive(pids[0]), pids)
        await asyncio.sleep(0.05)  # where all is sent, it may still die
        died = not alive(pids[0])
        if not died:
            await self.end(pids)
        self.killed += 1
        return died

    async def recover(self, replicas: int = 1, *, naive: bool = False) -> Counter[str]:
        """Let others take over until nothing is left, end them by SIGTERM, and count what readers see."""
        self.peer.on = lambda _point: None
        pids = [await self._start(NEVER, 1, naive=naive) for _ in range(replicas)]
        seen = await self.sent(pids)
        await self.end(pids)
        return seen

    async def end(self, pids: list[int]) -> None:
        """End bots by SIGTERM."""
        for pid in filter(alive, pids):
            os.kill(pid, signal.SIGTERM)
        for _ in range(1_500):
            if not any(map(alive, pids)):
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"SIGTERM does not end it\n{self.nursery.log}")

    async def stop_while_sending(self, point: str = "send.received") -> list[str]:
        """End a bot by SIGTERM as it sends its first message, and return what became of the deliveries."""
        pids: list[int] = []
        self.peer.on = lambda passed: os.kill(pids[0], signal.SIGTERM) if passed == point else None
        pids.append(await self._start(NEVER, 1, naive=False))
        await self._until(lambda: not alive(pids[0]), pids)
        store = await open_store(self.url)
        states: list[str] = [delivery.state for delivery in await store.deliveries(self._tenant)]
        await store.close()
        return states[::-1]

    async def _start(self, point: str, nth: int, *, naive: bool) -> int:
        ahead = self.killed * (LEASE_SECONDS + 1)
        return await self.nursery.bear(self.environment, point=point, nth=nth, naive=naive, ahead=ahead)

    async def _until(self, ended: Callable[[], bool], pids: list[int]) -> None:
        """Wait until it has ended, or everything is sent."""
        store = await open_store(self.url)
        try:
            async with asyncio.timeout(60):
                while not ended() and not await self._all_sent(store):
                    assert all(map(alive, pids)) or ended(), self.nursery.log  # in this order: it may die in between
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise AssertionError(f"{await store.deliveries(self._tenant)}\n{self.nursery.log}") from None
        finally:
            await store.close()

    async def _all_sent(self, store: Any) -> bool:
        states = [delivery.state for delivery in await store.deliveries(self._tenant)]
        return states == ["sent"] * len(ABOUT) * self.rounds


@contextlib.asynccontextmanager
async def drama(nursery: Nursery, url: str, platform: PlatformName, *, nonces: bool = True) -> AsyncIterator[Drama]:
    """A stage with everything in place; nonces: whether Discord still knows them when a message comes again."""
    peer = KillingDiscord() if platform == "discord" else KillingSlack()
    async with peer:
        if isinstance(peer, KillingDiscord) and not nonces:
            peer.nonce_seconds = 0
        stage = Drama(nursery, url, platform, peer)
        await stage.prepare()
        yield stage
        assert peer.violations == []
