"""The connection of the real slack-bolt app to a loopback Slack: how it comes, is kept and is checked."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr

from bot.errors import DeliveryError, SettingsError
from bot.models import Delivery, Destination
from bot.platforms.slack.client import SlackClient
from tests.bot.platforms.slack.clients import make_client, running
from tests.fakes import NOW, FakeUseCases, digest, item
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import APP_TOKEN, BOT_TOKEN, SECRET, Fault


@pytest.mark.parametrize("how", ["refresh", "kill"])
async def test_the_socket_comes_back(peer: SlackPeer, use_cases: FakeUseCases, how: str) -> None:
    """After Slack asks to reconnect, or the line drops, commands are answered again."""
    async with running(make_client(peer, use_cases), peer):
        await peer.connected()
        await (peer.refresh() if how == "refresh" else peer.drop_sockets())
        await peer.connected(2)
        assert "ISW" in (await peer.slash("/claims", "Kursk")).seen


async def test_signing_in_waits_for_slack(peer: SlackPeer, use_cases: FakeUseCases) -> None:
    """A Slack that is down at the start is asked again until it answers."""
    peer.faults["auth.test"].append(Fault(status=503))
    async with running(make_client(peer, use_cases), peer):
        assert "ISW" in (await peer.slash("/claims", "Kursk")).seen


@pytest.mark.parametrize(
    ("changes", "setting"),
    [
        ({"bot_token": "xoxb-wrong"}, "DATELINE_SLACK_BOT_TOKEN"),
        ({"app_token": "xapp-wrong"}, "DATELINE_SLACK_APP_TOKEN"),
    ],
)
async def test_refused_tokens_end_the_run(
    peer: SlackPeer, use_cases: FakeUseCases, changes: dict[str, str], setting: str
) -> None:
    """A token that Slack refuses ends the run with the setting's name and the cure, without the token."""
    tokens = {"bot_token": BOT_TOKEN, "app_token": APP_TOKEN} | changes
    client = SlackClient(
        SecretStr(tokens["bot_token"]), use_cases, app_token=SecretStr(tokens["app_token"]), api=peer.api.rstrip("/")
    )
    with pytest.raises(SettingsError, match=setting) as caught:
        await asyncio.wait_for(client.run(), 10)
    assert "wrong" not in str(caught.value)


@pytest.mark.parametrize("empty", [None, SecretStr(""), SecretStr("  ")])
def test_a_client_needs_a_way_to_listen(use_cases: FakeUseCases, empty: SecretStr | None) -> None:
    """Without an app token and a signing secret the error names both settings."""
    with pytest.raises(SettingsError, match=r"DATELINE_SLACK_APP_TOKEN.*DATELINE_SLACK_SIGNING_SECRET"):
        SlackClient(SecretStr("xoxb-1"), use_cases, app_token=empty, signing_secret=empty)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, 200),
        ({"secret": "another"}, 401),
        ({"timestamp": str(int(time.time()) - 600)}, 401),
        ({"timestamp": "soon"}, 401),
        ({"timestamp": ""}, 401),
        ({"timestamp": "9" * 5000}, 401),
    ],
)
async def test_only_fresh_signatures_are_taken(
    peer: SlackPeer, use_cases: FakeUseCases, changes: dict[str, Any], status: int
) -> None:
    """A request with a wrong, stale or unreadable signature is refused before it is read."""
    async with running(make_client(peer, use_cases, "http"), peer):
        answered, _ = await peer.send_signed(peer.command("/claims", "Kursk"), **changes)
        assert answered == status
    assert len(use_cases.asked("claims")) == (status == 200)


async def test_slack_can_verify_the_address(peer: SlackPeer, use_cases: FakeUseCases) -> None:
    """The challenge that Slack sends when the address is entered is answered."""
    async with running(make_client(peer, use_cases, "http"), peer):
        challenge = {"type": "url_verification", "challenge": "abc", "token": "legacy"}
        status, text = await peer.send_signed(challenge, "events_api")
        assert (status, json.loads(text)) == (200, {"challenge": "abc"})


async def test_requests_that_cannot_be_read_are_refused(peer: SlackPeer, use_cases: FakeUseCases) -> None:
    """A body or signature that is no text is refused, not an internal error."""
    async with running(make_client(peer, use_cases, "http"), peer), aiohttp.ClientSession() as session:
        headers = {"X-Slack-Request-Timestamp": str(int(time.time())), "X-Slack-Signature": "v0=é"}
        for body in (b"\xff\xfe", b"{", b""):
            async with session.post(peer.http or "", data=body, headers=headers) as response:
                assert response.status == 401


async def test_secrets_stay_out_of_the_log(
    peer: SlackPeer, use_cases: FakeUseCases, caplog: pytest.LogCaptureFixture
) -> None:
    """At debug level, with faults, no token, secret or socket ticket is logged or shown by the client."""
    caplog.set_level(logging.DEBUG)
    client = make_client(peer, use_cases, signing_secret=SecretStr(SECRET))
    async with running(client, peer):
        await peer.slash("/claims", "Kursk")
        peer.faults["chat.postMessage"].append(Fault(reset=True))
        with contextlib.suppress(DeliveryError):
            await client.post(
                Delivery(
                    id="d1",
                    tenant="slack:T1",
                    run_id="r1",
                    destination=Destination(platform="slack", tenant="slack:T1", channel="C1"),
                    digest=digest(item()),
                    not_before=NOW,
                )
            )
        peer.faults["apps.connections.open"].append(Fault(status=500))
        await peer.drop_sockets()
        await peer.connected(2)
    for secret in (BOT_TOKEN, APP_TOKEN, SECRET, "peer-ticket"):
        assert secret not in caplog.text + repr(client) + str(vars(client))
