"""The whole bot on Discord: a record in, a message out; a command in, an answer out."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests.acceptance.running import RECORD, Dateline, until
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer


@pytest.fixture
async def peer() -> AsyncIterator[DiscordPeer]:
    """A Discord that finds nothing wrong with what it was sent."""
    async with DiscordPeer() as peer:
        yield peer
    assert peer.violations == []


@pytest.fixture
def dateline(peer: DiscordPeer, tmp_path: Path) -> Dateline:
    """Dateline with a token for that Discord."""
    return Dateline(
        tmp_path / "data",
        DATELINE_DISCORD_TOKEN=values.TOKEN,
        DATELINE_DISCORD_API=peer.api,
        DATELINE_DISCORD_GATEWAY=peer.gateway_url,
    )


async def test_a_record_becomes_a_message_and_an_answer(peer: DiscordPeer, dateline: Dateline, tmp_path: Path) -> None:
    """A record file is added; `/claims` finds it; a digest scheduled in chat posts it, once."""
    (tmp_path / "flood.json").write_text(RECORD)
    assert (await dateline("add", str(tmp_path / "flood.json")))[0] == 0

    async with dateline.running() as process:
        await peer.gateway.ready(identified=1)
        await until(lambda: peer.commands, process)

        found = await peer.slash("claims", {"about": "kursk"})
        assert "40 houses were flooded in Kursk" in found.text
        assert found.private

        choices = await peer.autocomplete("claims", "about", "kur")
        assert "Kursk" in choices[0]["name"]

        planned = await peer.slash("digest schedule", {"at": "08:00", "zone": "Europe/Kyiv", "about": "kursk"})
        await planned.until(lambda exchange: exchange.followups)
        assert "40 houses were flooded in Kursk" in planned.text
        assert "08:00" in planned.text
        assert peer.messages() == []
        await peer.press(planned.buttons["Save"])
        await dateline.make_due(f"discord:{values.GUILD}")
        await until(peer.messages, process)

    [message] = peer.messages()
    assert "40 houses were flooded in Kursk" in message["embeds"][0]["description"]
    assert values.TOKEN not in dateline.log


async def test_a_restart_posts_nothing_again(peer: DiscordPeer, dateline: Dateline, tmp_path: Path) -> None:
    """What was posted before a restart is not new after it."""
    (tmp_path / "flood.json").write_text(RECORD)
    await dateline("add", str(tmp_path / "flood.json"))
    workspace = ["--platform", "discord", "--workspace", values.GUILD, "--channel", values.CHANNEL]
    code, _, problem = await dateline("schedule", "add", *workspace, "--name", "daily", "--if-empty", "say")
    assert code == 0, problem

    for held in (peer.messages, lambda: len(peer.messages()) > 1):
        await dateline.make_due(f"discord:{values.GUILD}")
        async with dateline.running() as process:
            await until(held, process)

    first, second = (message["embeds"][0]["description"] for message in peer.messages())
    assert "40 houses" in first
    assert "40 houses" not in second
    assert "Nothing new" in second


async def test_a_corrected_record_corrects_its_message(peer: DiscordPeer, dateline: Dateline, tmp_path: Path) -> None:
    """A new version of a record edits the message that it changes, and a reply to it says what has changed."""
    record = tmp_path / "flood.json"
    record.write_text(RECORD)
    await dateline("add", str(record))
    workspace = ["--platform", "discord", "--workspace", values.GUILD, "--channel", values.CHANNEL]
    await dateline("schedule", "add", *workspace, "--name", "daily")

    async with dateline.running() as process:
        await dateline.make_due(f"discord:{values.GUILD}")
        await until(peer.messages, process)
        record.write_text(RECORD.replace("that 40 houses", "that 14 houses").replace('"id"', '"version": 2, "id"'))
        code, _, problem = await dateline("add", str(record))
        assert code == 0, problem
        await until(lambda: len(peer.messages()) > 1, process)

    message, note = peer.messages()
    corrected = "~~40 houses were flooded in Kursk~~ 14 houses were flooded in Kursk"
    assert corrected in message["embeds"][0]["description"]
    assert corrected in note["embeds"][0]["description"]
    assert note["message_reference"]["message_id"] == message["id"]


async def test_the_bot_is_seen_from_outside(peer: DiscordPeer, tmp_path: Path, unused_tcp_port: int) -> None:
    """Where a port is set, health, readiness and figures are served, and each log line is an event in JSON."""
    dateline = Dateline(
        tmp_path / "data",
        DATELINE_DISCORD_TOKEN=values.TOKEN,
        DATELINE_DISCORD_API=peer.api,
        DATELINE_DISCORD_GATEWAY=peer.gateway_url,
        DATELINE_WEB_PORT=str(unused_tcp_port),
        DATELINE_LOG="json",
    )
    base = f"http://127.0.0.1:{unused_tcp_port}"
    async with dateline.running() as process, aiohttp.ClientSession() as session:
        await peer.gateway.ready(identified=1)
        await until(lambda: peer.commands, process)
        assert (await peer.slash("claims", {"about": "kursk"})).private
        async with asyncio.timeout(20):
            while (await session.get(f"{base}/readyz")).status != 200:  # noqa: ASYNC110 - it is another process
                await asyncio.sleep(0.1)
        assert (await session.get(f"{base}/healthz")).status == 200
        figures = await (await session.get(f"{base}/metrics")).text()

    assert 'dateline_connected{platform="discord"} 1.0' in figures
    assert 'dateline_command_seconds_count{command="claims"} 1.0' in figures
    rows = [json.loads(line) for line in dateline.log.splitlines()]
    events = [row["event"] for row in rows]
    assert events.index("starting") < events.index("connected") < events.index("stopped")
    assert next(row for row in rows if row["event"] == "connected")["servers"] == 1
    assert not any("voice" in event or "PyNaCl" in event for event in events)


async def test_a_refused_token_ends_with_the_cure(peer: DiscordPeer, tmp_path: Path) -> None:
    """A wrong token is one line that names the setting, not a traceback, and never the token."""
    dateline = Dateline(
        tmp_path / "data",
        DATELINE_DISCORD_TOKEN="wrong-token",
        DATELINE_DISCORD_API=peer.api,
        DATELINE_DISCORD_GATEWAY=peer.gateway_url,
    )

    code, _, problem = await dateline("run")

    assert code == 1
    assert "DATELINE_DISCORD_TOKEN" in problem
    assert "wrong-token" not in problem
    assert "Traceback" not in problem


async def test_a_database_that_vanishes_is_noticed(peer: DiscordPeer, dateline: Dateline, tmp_path: Path) -> None:
    """Where somebody takes the database's file away, the log says so within seconds, and no new one is begun."""
    path = tmp_path / "data" / "dateline.db"
    async with dateline.running() as process:
        await peer.gateway.ready(identified=1)
        await until(lambda: peer.commands, process)
        path.rename(tmp_path / "elsewhere.db")
        await asyncio.sleep(6)  # the scheduler looks every five seconds

    assert "dateline.db is gone" in dateline.log
    assert not path.exists()
