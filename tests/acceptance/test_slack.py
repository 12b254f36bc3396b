"""The whole bot on Slack: a record in, a message out; a command in, an answer out."""

from __future__ import annotations

import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.running import RECORD, Dateline, until
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import APP_TOKEN, BOT_TOKEN, SECRET


@pytest.fixture
async def peer() -> AsyncIterator[SlackPeer]:
    """A Slack that finds nothing wrong with what it was sent."""
    async with SlackPeer() as peer:
        yield peer
        assert peer.violations == []


def listens(port: int) -> bool:
    """Whether somebody listens on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("mode", ["socket", "http"])
async def test_a_record_becomes_a_message_and_an_answer(mode: str, peer: SlackPeer, tmp_path: Path) -> None:
    """A record file is added; `/claims` finds it; a digest scheduled in chat posts it, once; in both modes."""
    (tmp_path / "flood.json").write_text(RECORD)
    port = free_port()
    way = (
        {"DATELINE_SLACK_APP_TOKEN": APP_TOKEN}
        if mode == "socket"
        else {"DATELINE_SLACK_SIGNING_SECRET": SECRET, "DATELINE_SLACK_HTTP_PORT": str(port)}
    )
    dateline = Dateline(tmp_path / "data", DATELINE_SLACK_BOT_TOKEN=BOT_TOKEN, DATELINE_SLACK_API=peer.api, **way)
    assert (await dateline("add", str(tmp_path / "flood.json")))[0] == 0

    async with dateline.running() as process:
        if mode == "socket":
            await until(lambda: peer.sockets, process)
        else:
            peer.http = f"http://127.0.0.1:{port}/slack/events"
            await until(lambda: listens(port), process)

        found = await peer.slash("/claims", "kursk since:2025-01-01")
        assert "40 houses were flooded in Kursk" in found.seen

        command = peer.command("/digest", "schedule at:08:00 zone:Europe/Kyiv about:kursk", user="UADMIN")
        assert "40 houses were flooded in Kursk" in (await peer.answer(command)).seen
        planned = await peer.reply(command)
        assert "08:00" in planned.seen
        await peer.press(planned.buttons["plan.save"], user="UADMIN")
        await dateline.make_due("slack:T1")
        await until(lambda: peer.messages, process)

    [message] = peer.messages
    assert "40 houses were flooded in Kursk" in json.dumps(message)
    assert not any(secret in dateline.log for secret in (BOT_TOKEN, APP_TOKEN, SECRET))
