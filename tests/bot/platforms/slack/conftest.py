"""A loopback Slack, and a client that is connected to it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.bot.platforms.slack.clients import make_client, running
from tests.fakes import FakeUseCases
from tests.peers.slack import SlackPeer


@pytest.fixture
async def peer() -> AsyncIterator[SlackPeer]:
    """A loopback Slack that has nothing to complain of at the end."""
    async with SlackPeer() as slack:
        yield slack
        assert slack.violations == []


@pytest.fixture
def use_cases() -> FakeUseCases:
    """The use cases, asked by one client."""
    return FakeUseCases()


@pytest.fixture(params=["socket", "http"])
async def slack(request: pytest.FixtureRequest, peer: SlackPeer, use_cases: FakeUseCases) -> AsyncIterator[SlackPeer]:
    """The peer with a client connected to it in each mode."""
    async with running(make_client(peer, use_cases, request.param, admins=frozenset({"UEXTRA", "SEDITORS"})), peer):
        yield peer
