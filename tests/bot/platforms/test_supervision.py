"""What ends one platform leaves the others alone, and a token that is mended is taken up."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.delivery.alerts import Alerts
from bot.errors import DeliveryError, RefusedTokenError, SettingsError
from bot.models import Delivery, Destination, PlatformName
from bot.platforms import Platform
from bot.platforms.supervision import Supervised
from bot.run import run_bot
from bot.settings import Settings
from tests import make

CURE = "Discord refused DATELINE_DISCORD_TOKEN. Make a new one."


class Line:
    """A platform that lets a good token in."""

    name: PlatformName = "discord"

    def __init__(self, token: str) -> None:
        self.token, self.connected, self.closed = token, asyncio.Event(), asyncio.Event()
        self.posts: list[Delivery] = []

    def is_connected(self) -> bool:
        """Whether it was let in."""
        return self.connected.is_set()

    async def run(self) -> None:
        """Stay until closed, where the token is good."""
        if self.token == "broken":
            raise OSError("no such port")
        if not self.token.startswith("good"):
            raise SettingsError(CURE)
        self.connected.set()
        await self.closed.wait()

    async def close(self) -> None:
        """End it."""
        self.closed.set()

    async def post(self, delivery: Delivery) -> str:
        """Post, until the token is revoked."""
        if self.token == "revoked":
            raise RefusedTokenError(CURE)
        self.posts.append(delivery)
        return "1"


class Desk:
    """An operator with a file of settings, who is told of trouble."""

    def __init__(self, token: str, *, readable: bool = True) -> None:
        self.token, self.told, self.built = token, list[tuple[PlatformName, str]](), list[Line]()
        self.readable = readable

    def settings(self) -> Settings:
        """The settings as they are now."""
        if not self.readable:
            raise SettingsError("half written")
        return Settings(discord_token=SecretStr(self.token))

    def build(self, settings: Settings) -> Line:
        """A client with the token of those settings."""
        assert settings.discord_token
        self.built.append(Line(settings.discord_token.get_secret_value()))
        return self.built[-1]

    async def tell(self, platform: PlatformName, problem: str) -> None:
        """Hear of trouble."""
        self.told.append((platform, problem))

    def supervised(self, reload: Callable[[], Settings] | None) -> Supervised:
        """The platform under this operator."""
        return Supervised("discord", self.settings(), self.build, reload=reload, tell=self.tell, look_seconds=0.01)


async def until(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    for _ in range(1000):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come to hold")


async def stopped(client: Supervised, run: Awaitable[None]) -> None:
    """Close a client, whose `run` must return."""
    await client.close()
    await asyncio.wait_for(run, 10)


async def test_a_refused_token_waits_for_a_new_one_in_its_file() -> None:
    """The problem with its cure is told once, also while the file is half written, and a good token connects."""
    desk = Desk("bad")
    client = desk.supervised(desk.settings)
    run = asyncio.create_task(client.run())
    await until(lambda: client.problem)
    assert client.problem == CURE
    assert not client.is_connected()
    desk.readable = False
    await asyncio.sleep(0.05)
    desk.readable, desk.token = True, "good"
    await until(client.is_connected)
    assert client.problem == ""
    assert desk.told == [("discord", CURE)]
    await stopped(client, run)


async def test_a_token_that_is_changed_in_time_is_taken_up() -> None:
    """A rotated token makes a new connection and ends the old one, though nothing had failed."""
    desk = Desk("good")
    client = desk.supervised(desk.settings)
    run = asyncio.create_task(client.run())
    await until(client.is_connected)
    desk.token = "good anew"
    await until(lambda: len(desk.built) > 1 and client.is_connected())
    assert desk.built[0].closed.is_set()
    assert desk.told == []
    await stopped(client, run)


async def test_a_token_refused_to_a_post_takes_the_platform_down() -> None:
    """What is posted meanwhile waits without an attempt at the platform, and goes out with a new token."""
    desk = Desk("good")
    client = desk.supervised(desk.settings)
    run = asyncio.create_task(client.run())
    await until(client.is_connected)
    desk.built[0].token = "revoked"
    with pytest.raises(RefusedTokenError):
        await client.post(make.delivery())
    await until(lambda: client.problem)
    with pytest.raises(DeliveryError) as waiting:
        await client.post(make.delivery())
    assert (waiting.value.permanent, waiting.value.maybe_posted) == (False, False)
    desk.token = "good anew"
    await until(client.is_connected)
    assert await client.post(make.delivery()) == "1"
    await stopped(client, run)


async def test_what_ends_unexpectedly_is_begun_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that nobody foresaw is told, and tried again."""
    monkeypatch.setattr("bot.platforms.supervision._FIRST_PAUSE", 0.01)
    desk = Desk("broken")
    client = desk.supervised(None)
    run = asyncio.create_task(client.run())
    await until(lambda: len(desk.built) > 2)
    assert desk.told[0][1].startswith("It ended unexpectedly (OSError)")
    await stopped(client, run)


def row(name: PlatformName, client: Line) -> Platform:
    """A platform's row."""
    client.name = name
    return Platform(
        name=name,
        setting=name,
        channel=re.compile(".+"),
        channel_example="roof",
        is_configured=lambda _: True,
        build=lambda *_: client,
        split=lambda digest: [digest],
        preview=lambda _: [],
    )


async def test_one_refused_token_leaves_the_other_platform_running(tmp_path: Path) -> None:
    """The process goes on with the platform that is up, and ends where none is left that could come up."""
    good, bad = Line("good"), Line("bad")
    stop = asyncio.Event()
    bot = asyncio.create_task(
        run_bot(Settings(data=tmp_path), stop=stop, platforms=(row("pigeon", good), row("telegraph", bad)))
    )
    await until(good.is_connected)
    await asyncio.sleep(0.2)
    assert not bot.done()
    stop.set()
    await bot
    with pytest.raises(SettingsError, match="DATELINE_DISCORD_TOKEN"):
        await run_bot(Settings(data=tmp_path), platforms=(row("telegraph", Line("bad")),))


async def test_the_operator_is_told_on_the_other_platform() -> None:
    """The alert names the platform and the cure, once an hour; the platform that is down is not asked to carry it."""
    line = Line("good")
    alerts = Alerts({"discord": line}, Destination(platform="discord", tenant="alerts", channel="1"))
    for _ in range(2):
        await alerts.tell_of_platform("slack", "Copy the token again.", make.NOW)
        await alerts.tell_of_platform("discord", CURE, make.NOW)
    assert [post.digest.notice for post in line.posts] == [
        "slack is down, and what is due there waits. Copy the token again."
    ]
