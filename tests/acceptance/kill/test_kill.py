"""Killed at any step, the bot loses no digest and posts none twice."""

from __future__ import annotations

import asyncio
import random
from collections import Counter

import pytest

from bot.models import PlatformName
from tests.acceptance.kill.conftest import Databases
from tests.acceptance.kill.harness import TITLES, KillingDiscord, drama
from tests.acceptance.kill.nursery import Nursery
from tests.acceptance.kill.points import POINTS

ONCE = Counter(TITLES)
#: Discord while it knows a repeated nonce and when it no longer does; Slack never knows one.
MODES: list[tuple[PlatformName, bool]] = [("discord", True), ("discord", False), ("slack", True)]
#: Where the bot that takes over is killed: it has something left to deliver wherever the first one died.
SECOND = ("take.before", "take.commit", "send.before", "send.after", "mark.commit")
CI_KILLS = 100  #: over both platforms and both databases
KILLS = 1_000


def _time(point: str, number: int) -> int:
    """Whether to kill at the first or the second digest; one commit may write both, and so come but once."""
    return 1 if point.endswith(".commit") else 1 + number % 2


@pytest.mark.timeout(600)
@pytest.mark.parametrize("platform", ["discord", "slack"])
@pytest.mark.parametrize("database", ["sqlite", "postgres"])
async def test_every_point(
    nursery: Nursery, database: str, platform: PlatformName, request: pytest.FixtureRequest
) -> None:
    """Killed at each point, and its successor too, every digest is seen once after two replicas start at once.

    Every other time Discord has forgotten its nonces by then.
    """
    new: Databases = request.getfixturevalue(database)
    seen, kills = {}, 0
    for number, point in enumerate(POINTS):
        async with drama(nursery, new(), platform, nonces=number % 2 == 0) as stage:
            kills += await stage.kill(point, nth=_time(point, number // 2))
            kills += await stage.kill(SECOND[number % len(SECOND)])
            seen[point] = await stage.recover(replicas=2)
    assert seen == dict.fromkeys(POINTS, ONCE)
    assert kills >= CI_KILLS / 4


@pytest.mark.timeout(30)
@pytest.mark.parametrize("platform", ["discord", "slack"])
async def test_sigterm_lets_a_message_end(nursery: Nursery, sqlite: Databases, platform: PlatformName) -> None:
    """Told to stop while a message is on its way, the bot marks it, begins no other, and ends."""
    async with drama(nursery, sqlite(), platform) as stage:
        assert await stage.stop_while_sending() == ["sent", "pending"]
        assert await stage.recover() == ONCE


async def test_sigterm_does_not_wait_for_a_platform_that_hangs(nursery: Nursery, sqlite: Databases) -> None:
    """Where the platform never answers, the bot ends soon all the same, and the next one goes on."""
    async with drama(nursery, sqlite(), "discord") as stage:
        assert isinstance(stage.peer, KillingDiscord)
        stage.peer.answering.clear()
        async with asyncio.timeout(30):  # without load it takes six seconds
            first, second = await stage.stop_while_sending("send.begun")
        assert first in {"sending", "maybe_posted"}  # as its connection ends sooner or later than its lease
        assert second == "pending"
        stage.peer.answering.set()
        stage.killed = 1  # its lease must lapse
        assert await stage.recover() == ONCE


@pytest.mark.parametrize("platform", ["discord", "slack"])
async def test_without_looking_there_would_be_doubles(
    nursery: Nursery, sqlite: Databases, platform: PlatformName
) -> None:
    """A bot that forgets that it may have posted, on a platform that forgets too, posts twice: the harness sees it."""
    for point in ("send.stored", "send.after", "mark.commit"):
        async with drama(nursery, sqlite(), platform, nonces=False) as stage:
            assert await stage.kill(point)
            seen = await stage.recover(naive=True)
            assert sum(seen.values()) == len(TITLES) + 1, point


@pytest.mark.soak
@pytest.mark.timeout(7_200)
@pytest.mark.parametrize("database", ["sqlite", "postgres"])
async def test_a_thousand_kills(nursery: Nursery, database: str, request: pytest.FixtureRequest) -> None:
    """Killed again and again, at random points of either digest, every digest is seen once in the end."""
    new: Databases = request.getfixturevalue(database)
    chance = random.Random(11)  # noqa: S311 - the same kills every time
    kills = 0
    while kills < KILLS:
        platform, nonces = chance.choice(MODES)
        async with drama(nursery, new(), platform, nonces=nonces) as stage:
            script = [(chance.choice(POINTS), chance.randint(1, 2)) for _ in range(chance.randint(1, 5))]
            kills += sum([await stage.kill(point, nth) for point, nth in script])
            seen = await stage.recover(replicas=1 if database == "sqlite" else 2)
            assert seen == ONCE, (platform, nonces, script)
