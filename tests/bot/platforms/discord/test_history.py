"""Posting to Discord after a lost outcome: the channel's history is asked once its nonces are forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import DeliveryError, UnknownOutcomeError
from bot.models import Delivery
from bot.platforms.discord.client import DiscordClient
from tests import make
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer
from tests.peers.discord_rest import Fault

LONG_AGO = datetime.now(UTC) - timedelta(hours=3)


def delivery(delivery_id: str = "d1", *bodies: str, since: datetime | None = None) -> Delivery:
    """A delivery to the peer's channel; since: when an earlier attempt may have posted it."""
    where = make.destination(tenant=f"discord:{values.GUILD}", channel=values.CHANNEL)
    shown = make.digest("Kursk", *(bodies or ("a line",)))
    return make.delivery(delivery_id, destination=where, digest=shown, maybe_posted_since=since)


async def test_a_late_retry_finds_what_was_posted(peer: DiscordPeer, client: DiscordClient) -> None:
    """A message whose answer was lost is found in the history after its nonce is forgotten, among others' messages."""
    peer.nonce_seconds = 0
    await client.post(delivery("before"))
    peer.faults.append(Fault(503, stored=True))
    with pytest.raises(DeliveryError, match="503"):
        await client.post(delivery())
    for number in range(250):
        peer._store(values.CHANNEL, {"content": f"chatter {number}"})

    found = await client.post(delivery(since=LONG_AGO))

    assert found == peer.messages()[1]["id"]
    assert len(peer.messages()) == 252


async def test_a_late_retry_posts_what_is_missing(peer: DiscordPeer, client: DiscordClient) -> None:
    """What the history does not hold is posted, and a long digest is completed rather than repeated."""
    peer.nonce_seconds = 0
    await client.post(delivery("other"))
    whole = delivery("d1", *["long line " * 80] * 20, since=LONG_AGO)
    first = await client.post(whole)
    count = len(peer.messages())
    assert count > 2
    del peer.messages()[-1]

    assert await client.post(whole) == first
    assert len(peer.messages()) == count


async def test_an_unreadable_history_is_no_answer(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> None:
    """Without the right to read the history nothing is posted again, unless the nonce is still known."""
    peer.readable = False
    client = make_client()
    sent = await client.post(delivery())
    with pytest.raises(UnknownOutcomeError, match="cannot be read"):
        await client.post(delivery(since=LONG_AGO))
    assert await client.post(delivery(since=datetime.now(UTC))) == sent
    assert len(peer.messages()) == 1


async def test_a_new_channel_is_not_an_unreadable_one(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient]
) -> None:
    """Where nobody has said anything yet, nothing was posted, also before we know our roles."""
    await make_client().post(delivery(since=LONG_AGO))
    assert len(peer.messages()) == 1


async def test_an_empty_channel_is_not_an_unreadable_one(peer: DiscordPeer, client: DiscordClient) -> None:
    """Where our role may read the history, an empty one means that nothing was posted."""
    for _ in range(1_000):
        if client._connection and client._connection.get_channel(int(values.CHANNEL)):
            break
        await asyncio.sleep(0.01)
    peer._store(values.CHANNEL, {"content": "said and deleted"})
    peer.messages().clear()
    await client.post(delivery(since=LONG_AGO))
    assert len(peer.messages()) == 1


async def test_somebody_elses_message_is_not_ours(peer: DiscordPeer, client: DiscordClient) -> None:
    """A message that repeats our reference, but is another author's, is not taken for the delivery."""
    peer.nonce_seconds = 0
    await client.post(delivery())
    peer.messages()[0]["author"] = values.user(values.READER, "reader")
    await client.post(delivery(since=LONG_AGO))
    assert len(peer.messages()) == 2
