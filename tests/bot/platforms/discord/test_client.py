"""Posting and staying connected: the real discord.py client on a Discord on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp
import discord
import pytest
import structlog
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.errors import DeliveryError, SettingsError
from bot.models import Delivery
from bot.platforms.discord.client import DiscordClient
from bot.platforms.discord.connection.addresses import point_at
from bot.platforms.discord.errors import as_delivery_error
from bot.platforms.discord.posting import nonce
from tests import make
from tests.bot.platforms.discord.running import SlowUseCases, running
from tests.fakes import FakeUseCases, digest, item
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer
from tests.peers.discord_rest import Fault


def delivery(delivery_id: str = "d1", **fields: Any) -> Delivery:
    """A delivery to the peer's channel."""
    where = fields.pop("destination", None) or make.destination(channel=values.CHANNEL)
    return make.delivery(delivery_id, destination=where, **fields)


async def test_a_digest_is_posted_without_a_gateway(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient]
) -> None:
    """A delivery becomes a message with nobody notified, also while the gateway is away."""
    sent = await make_client().post(delivery())
    [message] = peer.messages()

    assert message["id"] == sent
    assert message["nonce"] == nonce("d1")
    assert "a line" in message["embeds"][0]["description"]
    assert peer.gateway.identified == 0


async def test_a_delivery_is_posted_once(peer: DiscordPeer, client: DiscordClient) -> None:
    """The same delivery gives the same message, another delivery another."""
    first, again = await client.post(delivery()), await client.post(delivery())
    other = await client.post(delivery("d2"))

    assert first == again != other
    assert len(peer.messages()) == 2


async def test_a_digest_that_was_not_split_is_posted_whole(peer: DiscordPeer, client: DiscordClient) -> None:
    """A digest of several messages arrives complete, and once even if delivered twice."""
    lines = [item(f"c{n}", body="word " * 60) for n in range(25)]
    long = delivery(digest=digest(*lines))
    first = await client.post(long)
    again = await client.post(long)

    assert first == again == peer.messages()[0]["id"]
    assert sum(e["description"].count("**ISW**") for message in peer.messages() for e in message["embeds"]) == 25


FAULTS = [
    (Fault(429, retry_after=0.05), None),
    (Fault(429, retry_after=0.05, stored=True), None),
    (Fault(500, stored=True), None),
    (Fault(503, stored=True), DeliveryError("", maybe_posted=True)),
    (Fault(reset=True), DeliveryError("", maybe_posted=True)),
    (Fault(reset=True, stored=True), DeliveryError("", maybe_posted=True)),
    (Fault(429, retry_after=7, via=False), DeliveryError("", retry_after=7)),
    (Fault(429, retry_after=90), DeliveryError("", retry_after=90)),
    (Fault(400, code=50035), DeliveryError("", permanent=True)),
    (Fault(401), DeliveryError("")),
    (Fault(403, code=50001), DeliveryError("", permanent=True)),
    (Fault(403, code=50013), DeliveryError("", permanent=True)),
    (Fault(404, code=10003), DeliveryError("", permanent=True)),
    (Fault(400, code=50083), DeliveryError("", permanent=True)),
]


@pytest.mark.parametrize(("fault", "error"), FAULTS, ids=lambda value: str(value)[:60])
async def test_faults_are_told_apart_and_posted_once(
    peer: DiscordPeer, client: DiscordClient, fault: Fault, error: DeliveryError | None
) -> None:
    """Each fault says whether trying again helps, and a retry of the delivery leaves one message."""
    peer.faults.append(fault)
    if error is None:
        await client.post(delivery())
    else:
        with pytest.raises(DeliveryError) as caught:
            await client.post(delivery())
        said = caught.value
        assert (said.permanent, said.maybe_posted, said.retry_after) == (
            error.permanent,
            error.maybe_posted,
            error.retry_after,
        )
        assert values.TOKEN not in str(said)
    await client.post(delivery())

    assert len(peer.messages()) == 1


async def test_a_dead_address_is_no_ambiguity(make_client: Callable[..., DiscordClient]) -> None:
    """Where nobody listens, nothing was sent, and trying again is safe."""
    with pytest.raises(DeliveryError) as caught:
        await make_client(api="http://127.0.0.1:9/api/v10").post(delivery())

    assert (caught.value.permanent, caught.value.maybe_posted) == (False, False)


async def test_a_closed_client_posts_nothing(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> None:
    """After closing, a post fails at once and can be tried by the next process."""
    client = make_client()
    await client.close()
    with pytest.raises(DeliveryError) as caught:
        await client.post(delivery())

    assert not caught.value.permanent
    assert peer.requests == []


@pytest.mark.parametrize("channel", ["news", "", "１２x"])
async def test_a_destination_must_be_a_channel_id(make_client: Callable[..., DiscordClient], channel: str) -> None:
    """A destination that is no Discord id is a permanent failure."""
    with pytest.raises(DeliveryError) as caught:
        await make_client().post(delivery(destination=make.destination(channel=channel)))

    assert caught.value.permanent


@pytest.mark.parametrize(
    ("event", "data"),
    [("GUILD_CREATE", {}), ("INTERACTION_CREATE", {"id": "1"}), ("INTERACTION_CREATE", None), ("GUILD_UPDATE", [])],
)
async def test_a_malformed_event_costs_a_line_in_the_log(
    peer: DiscordPeer, client: DiscordClient, event: str, data: Any
) -> None:
    """An event that breaks the library's parser is named in the log, and the connection stays however many come."""
    with structlog.testing.capture_logs() as lines:
        for _ in range(10):
            await peer.gateway.dispatch(event, data)
        answer = await peer.slash("claims", {"about": "Kursk"})

    assert "ISW" in answer.text
    assert (peer.gateway.identified, peer.gateway.resumed) == (1, 0)
    told = [line for line in lines if line["event"] == "discord event not read"]
    assert [line["discord_event"] for line in told] == [event] * 10
    assert {line.get("id") for line in told} == {data.get("id") if isinstance(data, dict) else None}


async def test_a_server_that_cannot_be_read_makes_nobody_wait(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient]
) -> None:
    """A server whose description is broken from the start is left out; commands of it and of others are answered."""
    peer.gateway.guilds = [{"id": values.GUILD, "channels": 7}, values.guild() | {"id": "7001"}]
    async with running(make_client()):
        await peer.gateway.ready(identified=1)
        assert "ISW" in (await peer.slash("claims", {"about": "Kursk"})).text
    assert peer.gateway.identified == 1


async def test_an_answer_under_way_outlives_its_connection(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient]
) -> None:
    """A reader who waits while the gateway reconnects still gets the answer."""
    slow = SlowUseCases()
    async with running(make_client(use_cases=slow, patience=0.01)):
        await peer.gateway.ready(identified=1)
        answer = await peer.slash("claims", {"about": "Kursk"})
        await peer.gateway.send(9, False)
        await peer.gateway.ready(identified=2)
        slow.released.set()
        await answer.until(lambda e: "ISW" in e.text)


async def test_a_dropped_connection_is_resumed(peer: DiscordPeer, client: DiscordClient) -> None:
    """A request to reconnect and a dropped socket are both followed by a resumed session."""
    await peer.gateway.send(7)
    await peer.gateway.ready(resumed=1)
    await peer.gateway.drop(4000)
    await peer.gateway.ready(resumed=2)

    assert "ISW" in (await peer.slash("claims", {"about": "Kursk"})).text


async def test_commands_are_registered_once(peer: DiscordPeer, client: DiscordClient) -> None:
    """Reconnecting does not spend Discord's daily allowance of command creations."""
    await peer.gateway.send(9, False)
    await peer.gateway.ready(identified=2)

    assert [method for method, path in peer.requests if path.endswith("/commands")] == ["PUT"]


async def test_a_refused_token_stops_the_bot(make_client: Callable[..., DiscordClient]) -> None:
    """A wrong token is the operator's to mend; the error says where and does not repeat it."""
    with pytest.raises(SettingsError, match="DATELINE_DISCORD_TOKEN") as caught:
        await make_client("wrong-token.abc").run()

    assert "wrong-token" not in str(caught.value)


async def test_a_token_refused_by_the_gateway_stops_the_bot(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient]
) -> None:
    """A token that is revoked while the bot runs ends it as well."""
    running = asyncio.create_task(make_client().run())
    await peer.gateway.ready(identified=1)
    await peer.gateway.drop(4004)
    with pytest.raises(SettingsError, match="DATELINE_DISCORD_TOKEN"):
        await running


async def test_cancelling_ends_cleanly(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> None:
    """A cancelled run leaves the gateway, and closing afterwards leaves no session behind."""
    client = make_client()
    task = asyncio.create_task(client.run())
    await peer.gateway.ready(identified=1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await client.close()


async def test_the_token_is_never_shown(
    peer: DiscordPeer, client: DiscordClient, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the client's repr nor the logs hold the token."""
    caplog.set_level("INFO")
    await client.post(delivery())
    await peer.gateway.send(9, False)
    await peer.gateway.ready(identified=2)

    assert values.TOKEN not in repr(client) + repr(vars(client)) + caplog.text


@pytest.mark.parametrize(
    ("api", "base"),
    [
        ("http://127.0.0.1:1/api/v10", "http://127.0.0.1:1/api/v10"),
        ("http://127.0.0.1:1/api/v10/", "http://127.0.0.1:1/api/v10"),
        ("http://127.0.0.1:1/api", "http://127.0.0.1:1/api/v10"),
        ("http://127.0.0.1:1", "http://127.0.0.1:1/api/v10"),
        ("http://127.0.0.1:1/", "http://127.0.0.1:1/api/v10"),
        ("http://proxy.example/discord/api/v10", "http://proxy.example/discord/api/v10"),
    ],
)
def test_addresses_are_read_forgivingly(monkeypatch: pytest.MonkeyPatch, api: str, base: str) -> None:
    """A missing path or a slash too many does not matter."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    point_at(api, "ws://127.0.0.1:1/gateway/")

    assert base == Route.BASE
    assert URL("ws://127.0.0.1:1/gateway/") == DiscordWebSocket.DEFAULT_GATEWAY


@pytest.mark.parametrize(
    ("api", "gateway", "setting"),
    [("127.0.0.1:1", None, "API"), ("ftp://x.example", None, "API"), (None, "http://x.example/", "GATEWAY")],
)
def test_an_unusable_address_names_its_setting(api: str | None, gateway: str | None, setting: str) -> None:
    """An address of another kind is refused before anything connects."""
    with pytest.raises(SettingsError, match=f"DATELINE_DISCORD_{setting}"):
        point_at(api, gateway)


@pytest.mark.parametrize("delivery_id", ["d1", "", "x" * 500, "é"])
def test_a_nonce_fits(delivery_id: str) -> None:
    """A nonce has at most 25 characters and differs by part."""
    assert 0 < len(nonce(delivery_id)) <= 25
    assert nonce(delivery_id) != nonce(delivery_id, 1)


@pytest.mark.parametrize(
    "error", [TimeoutError(), OSError(104, "reset"), aiohttp.ServerDisconnectedError(), KeyError("id")]
)
def test_a_lost_answer_may_have_been_posted(error: Exception) -> None:
    """Where no answer came, or one that cannot be read, the message may have been accepted."""
    assert as_delivery_error(error).maybe_posted


async def test_closing_during_the_login_leaves_no_session(make_client: Callable[..., DiscordClient]) -> None:
    """A client that is closed before it has logged in does not come up afterwards."""
    client = make_client()
    await asyncio.gather(client.run(), client.close())

    assert client._connection
    assert client._connection.is_closed()


@pytest.mark.parametrize("how", ["asked", "sent away"])
async def test_many_servers_take_several_connections(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient], how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where Discord wants shards, or sends a single connection away, there are as many, and commands are answered."""

    async def at_once(*_: Any, **__: Any) -> None:
        """The peer lets shards come without a pause."""

    monkeypatch.setattr(discord.Client, "before_identify_hook", at_once)
    if how == "asked":
        peer.shards = 2
    else:
        peer.gateway.shards_needed = 2
    async with running(make_client()) as client:
        await peer.gateway.ready(identified=2)
        answer = await peer.slash("claims", {"about": "Kursk"})
        assert "**ISW**" in answer.text
        assert await client.post(delivery()) == peer.messages()[0]["id"]
    assert sorted(peer.gateway.shards) == [[0, 2], [1, 2]]


async def test_commands_are_told_once(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient], use_cases: FakeUseCases
) -> None:
    """A restart with the same commands does not tell them again; with others it does."""
    for times in (1, 2):
        async with running(make_client()):
            await peer.gateway.ready(identified=times)
        assert [method for method, path in peer.requests if path.endswith("/commands")].count("PUT") == 1
    use_cases.notes.clear()
    async with running(make_client()):
        await peer.gateway.ready(identified=3)
    assert [method for method, path in peer.requests if path.endswith("/commands")].count("PUT") == 2
