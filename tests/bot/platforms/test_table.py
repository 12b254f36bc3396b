"""The table of platforms: the parts that serve a platform know it by its row alone."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path

import pytest

from bot.app import alert_channel, configured, open_app
from bot.errors import SettingsError
from bot.models import Delivery, Destination, ScheduleDraft
from bot.platforms import PLATFORMS, Platform
from bot.run import run_bot
from bot.settings import Settings
from digests.composing.splitting import split_digest
from digests.models import Digest
from tests import make

CHANNEL = Destination(platform="pigeon", tenant="pigeon:loft", channel="roof")


class Pigeon:
    """A third platform's client: it keeps what it is given."""

    name = "pigeon"

    def __init__(self) -> None:
        self.carried: list[Digest] = []
        self.arrived = asyncio.Event()

    def is_connected(self) -> bool:
        """It is, as far as anybody asks."""
        return True

    async def run(self) -> None:
        """Stay until cancelled."""
        await asyncio.Event().wait()

    async def close(self) -> None:
        """Nothing is open."""

    async def post(self, delivery: Delivery) -> str:
        """Keep a delivery."""
        self.carried.append(delivery.digest)
        self.arrived.set()
        return f"p{len(self.carried)}"


def row(client: Pigeon) -> Platform:
    """The third platform's row."""
    return Platform(
        name="pigeon",
        setting="a loft",
        channel=re.compile(".+"),
        channel_example="roof",
        is_configured=lambda settings: settings.zone == "UTC",
        build=lambda *_: client,
        split=lambda digest: split_digest(digest, lambda part: len(part.items) <= 1),
        preview=lambda digest: [item.line for item in digest.items],
    )


async def test_a_third_platform_is_a_row(tmp_path: Path) -> None:
    """A platform that only a row describes is served like the others: scheduled, queued and delivered."""
    client = Pigeon()
    settings = Settings(data=tmp_path)
    async with open_app(settings, splitters={"pigeon": row(client).split}) as app:
        await app.service.add_schedule(ScheduleDraft(destination=CHANNEL, name="daily", if_empty="say"))
        assert await app.service.send_now(CHANNEL.tenant, "daily")
    stop = asyncio.Event()
    bot = asyncio.create_task(run_bot(settings, stop=stop, platforms=(row(client),)))
    await asyncio.wait_for(client.arrived.wait(), 30)
    stop.set()
    await bot
    assert [digest.notice for digest in client.carried] == ["Nothing new."]


async def test_without_a_platform_the_error_says_what_to_set(tmp_path: Path) -> None:
    """Where no row is configured, the error names each row's setting."""
    with pytest.raises(SettingsError) as refused:
        await run_bot(Settings(data=tmp_path))
    assert all(platform.setting in str(refused.value) for platform in PLATFORMS)


def test_alerts_go_to_any_platform_of_the_table(tmp_path: Path) -> None:
    """The operator's channel may be on a platform that only a row describes."""
    settings = Settings(data=tmp_path, alerts="pigeon:roof")
    channel = alert_channel(settings, (row(Pigeon()),))
    assert channel is not None
    assert (channel.platform, channel.channel) == ("pigeon", "roof")


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: platform.name)
def test_each_row_splits_and_previews(platform: Platform) -> None:
    """A platform's parts hold all lines in order, and its preview is JSON of as many messages."""
    digest = make.digest("Kursk", *("word " * 40 for _ in range(60)))
    parts = platform.split(digest)
    assert [item for part in parts for item in part.items] == list(digest.items)
    assert len(json.loads(json.dumps(platform.preview(digest)))) == len(parts) > 1


def test_nothing_is_configured_without_tokens(tmp_path: Path) -> None:
    """A platform is configured by its tokens alone."""
    assert configured(Settings(data=tmp_path)) == []
