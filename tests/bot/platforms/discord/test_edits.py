"""Corrections on Discord: the message that was posted is edited."""

from __future__ import annotations

import pytest

from bot.errors import DeliveryError, DestinationError
from bot.models import Delivery
from bot.platforms.discord.client import DiscordClient
from tests import make
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer
from tests.peers.discord_rest import Fault


def delivery(delivery_id: str, body: str, **fields: str) -> Delivery:
    """A delivery to the peer's channel."""
    where = make.destination(tenant=f"discord:{values.GUILD}", channel=values.CHANNEL)
    return make.delivery(delivery_id, destination=where, digest=make.digest("Kursk", body), **fields)


async def test_an_edit_takes_the_place_of_its_message(peer: DiscordPeer, client: DiscordClient) -> None:
    """A correction changes the message that it names, mentions nobody, and posts no other."""
    posted = await client.post(delivery("d1", "an old line"))

    assert await client.post(delivery("d2", "a new line", edits=posted)) == posted
    (message,) = peer.messages()
    assert "a new line" in message["embeds"][0]["description"]
    assert "an old line" not in message["embeds"][0]["description"]


async def test_an_edit_of_a_message_that_is_gone_is_given_up(peer: DiscordPeer, client: DiscordClient) -> None:
    """Nobody tries for hours to correct what was deleted, and its channel is not held to be closed."""
    with pytest.raises(DeliveryError, match="is gone") as failed:
        await client.post(delivery("d1", "a line", edits="1234567890"))

    assert failed.value.permanent
    assert not isinstance(failed.value, DestinationError)
    assert peer.messages() == []


async def test_a_note_replies_to_its_message(peer: DiscordPeer, client: DiscordClient) -> None:
    """A note refers to the message that it is about, and mentions nobody."""
    posted = await client.post(delivery("d1", "an old line"))

    await client.post(delivery("n1", "what has changed", thread=posted))
    _, note = peer.messages()
    assert note["message_reference"]["message_id"] == posted


@pytest.mark.parametrize("fault", [None, Fault(403, code=160002)])
async def test_a_note_that_cannot_be_posted_closes_no_channel(
    peer: DiscordPeer, client: DiscordClient, fault: Fault | None
) -> None:
    """Where the message is gone, or the bot may not reply, the note is given up, and digests go on."""
    peer.faults.extend([fault] if fault else [])
    with pytest.raises(DeliveryError) as failed:
        await client.post(delivery("n1", "what has changed", thread="1234567890"))

    assert failed.value.permanent
    assert not isinstance(failed.value, DestinationError)
    assert peer.messages() == []
