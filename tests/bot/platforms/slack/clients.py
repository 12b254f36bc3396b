"""Clients of a loopback Slack."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

from pydantic import SecretStr

from bot.platforms.slack.client import SlackClient
from tests.fakes import FakeUseCases
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import APP_TOKEN, BOT_TOKEN, SECRET


def make_client(peer: SlackPeer, use_cases: FakeUseCases, mode: str = "socket", **more: Any) -> SlackClient:
    """Return a client of the peer in one of the two modes."""
    way: dict[str, Any] = (
        {"app_token": SecretStr(APP_TOKEN)}
        if mode == "socket"
        else {"signing_secret": SecretStr(SECRET), "http_port": 0}
    )
    return SlackClient(SecretStr(BOT_TOKEN), use_cases, **({"api": peer.api, **way} | more))


@contextlib.asynccontextmanager
async def running(client: SlackClient, peer: SlackPeer) -> AsyncIterator[SlackClient]:
    """Run a client until the block ends; what ends it earlier is raised."""
    task = asyncio.create_task(client.run())
    ready = asyncio.create_task(client.ready.wait())
    try:
        await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED, timeout=10)
        if task.done():
            await task
        assert client.ready.is_set()
        if client.http_address:
            peer.http = "http://{}:{}/slack/events".format(*client.http_address)
        yield client
    finally:
        ready.cancel()
        await client.close()
        await asyncio.wait_for(task, 10) if not task.done() else None
