"""Posting to a loopback Slack: one message for each delivery, whatever is lost on the way."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import SecretStr

from bot.errors import DeliveryError, DestinationError, UnknownOutcomeError
from bot.models import Delivery, Destination
from bot.platforms.slack.client import SlackClient
from bot.protocols import Client
from tests.bot.platforms.slack.clients import make_client
from tests.fakes import NOW, FakeUseCases, digest, item
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import Fault

SINCE = datetime(2023, 11, 14, 22, 0, tzinfo=UTC)  #: shortly before the peer's first message


def client_of(peer: SlackPeer) -> SlackClient:
    """Return a client of the peer, of which nothing is asked."""
    return make_client(peer, FakeUseCases())


def delivery(key: str = "d1", **changes: Any) -> Delivery:
    """Return a delivery to the peer's channel."""
    values: dict[str, Any] = {
        "id": key,
        "tenant": "slack:T1",
        "run_id": "r1",
        "destination": Destination(platform="slack", tenant="slack:T1", channel="C1"),
        "digest": digest(item()),
        "attempts": 1,
        "not_before": NOW,
    }
    return Delivery(**(values | changes))


async def test_a_delivery_is_posted_with_its_key(peer: SlackPeer) -> None:
    """A delivery becomes one message with blocks, fallback text, no unfurls and its id as metadata."""
    client: Client = client_of(peer)
    ts = await client.post(delivery())
    (message,) = peer.messages
    assert ts == message["ts"]
    assert message["metadata"] == {"event_type": "dateline_delivery", "event_payload": {"key": "d1"}}
    assert (message["unfurl_links"], message["unfurl_media"]) == (False, False)
    assert "ISW: Ukrainian forces" in message["text"]


@pytest.mark.parametrize("same_process", [True, False])
@pytest.mark.parametrize(
    "fault", [Fault(reset=True, after=True), Fault(status=500, after=True), Fault(status=200, error="internal_error")]
)
async def test_a_lost_answer_does_not_post_twice(peer: SlackPeer, fault: Fault, same_process: bool) -> None:
    """After an answer was lost, posting the delivery again looks for it first: one message in all."""
    peer.faults["chat.postMessage"].append(fault)
    client = client_of(peer)
    with pytest.raises(DeliveryError) as caught:
        await client.post(delivery())
    assert caught.value.maybe_posted
    assert not caught.value.permanent
    again = client if same_process else client_of(peer)
    ts = await again.post(delivery(maybe_posted_since=SINCE))
    assert [message["ts"] for message in peer.messages] == [ts]


async def test_posting_again_after_success_returns_the_same_message(peer: SlackPeer) -> None:
    """A delivery already posted is not posted again, in this process or after a restart."""
    client = client_of(peer)
    ts = await client.post(delivery())
    assert await client.post(delivery()) == ts
    assert await client_of(peer).post(delivery(maybe_posted_since=SINCE)) == ts
    assert len(peer.messages) == 1


async def test_without_the_right_to_look_nothing_is_posted_again(peer: SlackPeer) -> None:
    """Where an earlier outcome is unknown and the channel cannot be read, nothing is posted and the error says so."""
    peer.faults["conversations.history"].append(Fault(error="missing_scope"))
    with pytest.raises(UnknownOutcomeError, match="cannot be read"):
        await client_of(peer).post(delivery(maybe_posted_since=SINCE))
    assert peer.messages == []


async def test_a_late_retry_looks_past_the_latest_messages(peer: SlackPeer) -> None:
    """A message that was posted before an outage is found behind all that others have written since."""
    await client_of(peer).post(delivery())
    ts = peer.messages[0]["ts"]
    for number in range(2, 252):
        peer.messages.append({"channel": "C1", "text": "chatter", "ts": f"1700000000.{number:06}"})
    assert await client_of(peer).post(delivery(maybe_posted_since=SINCE)) == ts
    assert len(peer.messages) == 251


async def test_a_clean_refusal_needs_no_look(peer: SlackPeer) -> None:
    """After a refusal that certainly posted nothing, the retry posts without reading the channel."""
    peer.faults["chat.postMessage"].append(Fault(status=429, headers={"Retry-After": "60"}))
    client = client_of(peer)
    with pytest.raises(DeliveryError) as caught:
        await client.post(delivery())
    assert caught.value.retry_after == 60
    assert not caught.value.maybe_posted
    await client.post(delivery(maybe_posted_since=SINCE))
    assert [method for method, _ in peer.calls] == ["chat.postMessage", "chat.postMessage"]


@pytest.mark.parametrize("header", ["0", "soon"])
async def test_a_short_rate_limit_is_waited_out(peer: SlackPeer, header: str) -> None:
    """A rate limit of a moment is waited for within the call."""
    peer.faults["chat.postMessage"].append(Fault(status=429, error="ratelimited", headers={"Retry-After": header}))
    await client_of(peer).post(delivery())
    assert len(peer.messages) == 1


@pytest.mark.parametrize(
    ("code", "permanent"),
    [
        ("channel_not_found", True),
        ("is_archived", True),
        ("not_in_channel", True),
        ("invalid_auth", False),
        ("account_inactive", False),
        ("token_revoked", False),
        ("missing_scope", True),
        ("invalid_blocks", True),
        ("request_timeout", False),
        ("something_new", False),
    ],
)
async def test_refusals_say_whether_trying_again_can_help(peer: SlackPeer, code: str, permanent: bool) -> None:
    """Slack's error codes become errors that name the code and are permanent where only a person can mend it."""
    peer.faults["chat.postMessage"].append(Fault(error=code))
    with pytest.raises(DeliveryError, match=code) as caught:
        await client_of(peer).post(delivery())
    assert (caught.value.permanent, caught.value.maybe_posted) == (permanent, False)


async def test_an_unreachable_slack_is_no_ambiguity() -> None:
    """Where no connection was made nothing can have been posted."""
    client = SlackClient(
        SecretStr("xoxb-1"), FakeUseCases(), app_token=SecretStr("xapp-1"), api="http://127.0.0.1:9/api"
    )
    with pytest.raises(DeliveryError) as caught:
        await client.post(delivery())
    assert (caught.value.permanent, caught.value.maybe_posted) == (False, False)


async def test_a_long_digest_is_posted_in_numbered_parts_once_each(peer: SlackPeer) -> None:
    """A digest too long for a message is posted in parts; a lost answer between them repeats none."""
    long = digest(*(item(f"c{n}", body=f"{n} " + "x" * 500, url=None) for n in range(40)))
    peer.faults["chat.postMessage"].extend(
        [Fault(status=429, headers={"Retry-After": "0"}), Fault(reset=True, after=True)]
    )
    client = client_of(peer)
    with pytest.raises(DeliveryError):
        await client.post(delivery(digest=long))
    first = await client.post(delivery(digest=long, maybe_posted_since=SINCE))
    keys = [message["metadata"]["event_payload"]["key"] for message in peer.messages]
    assert keys == ["d1", *(f"d1/{n}" for n in range(2, len(keys) + 1))]
    assert first == peer.messages[0]["ts"]
    assert f"(1/{len(keys)})" in peer.messages[0]["blocks"][0]["text"]["text"]


async def test_an_edit_takes_the_place_of_its_message(peer: SlackPeer) -> None:
    """A correction changes the message that it names, and posts no other."""
    client = client_of(peer)
    ts = await client.post(delivery())

    assert await client.post(delivery("d2", digest=digest(item(was="the old words")), edits=ts)) == ts
    (message,) = peer.messages
    assert "the old words" in message["text"]


async def test_an_edit_of_a_message_that_is_gone_is_given_up(peer: SlackPeer) -> None:
    """Nobody tries for hours to correct what was deleted, and its channel is not held to be closed."""
    with pytest.raises(DeliveryError) as failed:
        await client_of(peer).post(delivery(edits="1699999999.000001"))

    assert failed.value.permanent
    assert not isinstance(failed.value, DestinationError)


async def test_a_note_stands_in_its_messages_thread(peer: SlackPeer) -> None:
    """A note is a reply to the message that it names, and no message of the channel."""
    client = client_of(peer)
    ts = await client.post(delivery())
    await client.post(delivery("n1", thread=ts))
    assert [message.get("thread_ts") for message in peer.messages] == [None, ts]


async def test_a_note_whose_answer_was_lost_is_found_in_its_thread(peer: SlackPeer) -> None:
    """A note is looked for where it stands, however long the thread is, and not posted twice."""
    ts = await client_of(peer).post(delivery())
    for number in range(2, 252):
        chatter = {"channel": "C1", "text": "chatter", "ts": f"1700000000.{number:06}", "thread_ts": ts}
        peer.messages.append(chatter)
    peer._ids = itertools.count(300)
    peer.faults["chat.postMessage"].append(Fault(reset=True, after=True))
    with pytest.raises(DeliveryError):
        await client_of(peer).post(delivery("n1", thread=ts))
    assert await client_of(peer).post(delivery("n1", thread=ts, maybe_posted_since=SINCE)) == peer.messages[-1]["ts"]
    assert len(peer.messages) == 252


@pytest.mark.parametrize("code", ["thread_not_found", "restricted_action_non_threadable_channel"])
async def test_a_note_that_cannot_be_posted_closes_no_channel(peer: SlackPeer, code: str) -> None:
    """Where a message takes no notes, the note is given up, and digests go on."""
    peer.faults["chat.postMessage"].append(Fault(error=code))
    with pytest.raises(DeliveryError, match=code) as failed:
        await client_of(peer).post(delivery("n1", thread="1.0"))
    assert failed.value.permanent
    assert not isinstance(failed.value, DestinationError)
