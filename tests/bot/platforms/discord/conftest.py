"""A Discord on loopback, and real clients connected to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from pydantic import SecretStr

from bot.platforms.discord.client import DiscordClient
from tests.bot.platforms.discord.running import running
from tests.fakes import FakeUseCases
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer


@pytest.fixture
def use_cases() -> FakeUseCases:
    """The service's face."""
    return FakeUseCases()


@pytest.fixture
async def peer(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordPeer]:
    """A Discord that finds nothing wrong with what it was sent."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    async with DiscordPeer() as peer:
        yield peer
    assert peer.violations == []


@pytest.fixture
async def make_client(peer: DiscordPeer, use_cases: FakeUseCases) -> AsyncIterator[Callable[..., DiscordClient]]:
    """Clients that are closed at the end."""
    made: list[DiscordClient] = []

    def build(token: str = values.TOKEN, **how: Any) -> DiscordClient:
        settings: dict[str, Any] = {
            "api": peer.api,
            "gateway": peer.gateway_url,
            "retry_delay": 0.01,
            "use_cases": use_cases,
        } | how
        made.append(DiscordClient(SecretStr(token), **settings))
        return made[-1]

    yield build
    for client in made:
        await client.close()


@pytest.fixture
async def client(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> AsyncIterator[DiscordClient]:
    """A client that serves commands."""
    async with running(make_client()) as client:
        await peer.gateway.ready(identified=1)
        yield client
