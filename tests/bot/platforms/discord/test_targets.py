"""Forums and announcement channels as targets: a post each time, with its tag; or published to those who follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.errors import DeliveryError
from bot.models import Delivery, ScheduleChanges
from bot.platforms.discord.client import DiscordClient
from bot.platforms.discord.forums import PUBLISH, in_forum
from tests import make
from tests.bot.platforms.discord.running import running
from tests.bot.platforms.grid import filled
from tests.fakes import NOW, digest, item
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer
from tests.peers.discord_rest import Fault

FORUM, NEWS = "4000000000000000015", "4000000000000000005"
TENANT = f"discord:{values.GUILD}"


def delivery(delivery_id: str, channel: str, posting: str, *, lines: int = 1, **fields: Any) -> Delivery:
    """A digest of some lines on its way to a channel."""
    where = make.destination(tenant=TENANT, channel=channel, posting=posting)
    items = [item(f"c{n}", body=f"line {n} " + "word " * (200 if lines > 1 else 1)) for n in range(lines)]
    return make.delivery(delivery_id, destination=where, tenant=TENANT, digest=digest(*items), **fields)


async def test_a_digest_is_a_post_of_a_forum(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> None:
    """Each digest opens a post under its title, with its tag; what does not fit follows in it, as corrections do."""
    client = make_client()
    ids = [await client.post(delivery(f"d{n}", FORUM, in_forum("77"), lines=n)) for n in (1, 12)]

    assert [thread["id"] for thread in peer.threads] == ids
    assert {(thread["parent_id"], *thread["applied_tags"]) for thread in peer.threads} == {(FORUM, "77")}
    assert peer.threads[0]["name"] == "Kursk · 31 Jan to 7 Feb 2025 · UTC"
    assert len(peer.messages(ids[0])) == 1
    assert len(peer.messages(ids[1])) > 1
    assert peer.messages(FORUM) == []

    await client.post(delivery("d3", FORUM, in_forum("77"), edits=ids[0]))
    await client.post(delivery("d4", FORUM, in_forum("77"), thread=ids[0]))
    assert [bool(message["edited_timestamp"]) for message in peer.messages(ids[0])] == [False, False]
    assert len(peer.messages(ids[0])) == 2
    assert len(peer.threads) == 2


@pytest.mark.parametrize("fault", [Fault(status=500), Fault(status=500, stored=True), Fault(reset=True, stored=True)])
async def test_a_post_is_opened_once(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient], fault: Fault
) -> None:
    """A post whose answer was lost is found again, and one that was not opened is opened."""
    client = make_client(clock=lambda: NOW)
    peer.faults.append(fault)
    with pytest.raises(DeliveryError):
        await client.post(delivery("d1", FORUM, in_forum("")))
    lost = [thread["id"] for thread in peer.threads][:1]
    message_id = await client.post(delivery("d1", FORUM, in_forum(""), maybe_posted_since=NOW))

    assert len(lost) == fault.stored
    assert [message_id] == (lost or [peer.threads[-1]["id"]])


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (Fault(status=400, code=40067), "asks for a tag"),
        (Fault(status=400, code=50008), "a forum is scheduled with /digest schedule"),
        (Fault(status=403, code=50013), "may not post there"),
        (Fault(status=429, retry_after=7.0), "answered 429"),
        (Fault(status=502), "answered 502"),
    ],
)
async def test_why_no_post_was_opened_is_told(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient], fault: Fault, says: str
) -> None:
    """The reason names the cure where there is one; nothing is opened, and Discord is heard when it asks to wait."""
    peer.faults.append(fault)
    with pytest.raises(DeliveryError, match=says) as caught:
        await make_client().post(delivery("d1", FORUM, in_forum("")))
    assert caught.value.retry_after == fault.retry_after
    assert peer.threads == []


async def test_an_announcement_is_published(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> None:
    """Followers get what is to be published and nothing else; one that is published already is no failure."""
    client = make_client()
    first = await client.post(delivery("d1", NEWS, PUBLISH))
    await client.post(delivery("d2", NEWS, ""))
    again = await client.post(delivery("d1", NEWS, PUBLISH))

    assert peer.published == [first]
    assert again == first
    assert len(peer.messages(NEWS)) == 2


@pytest.mark.parametrize(
    ("options", "posting", "says"),
    [
        ({"channel": FORUM, "tag": "war"}, "post:", "a post each time"),
        ({"channel": FORUM}, "", "asks for a tag on each post. Say which: War, Trade"),
        ({"channel": FORUM, "tag": "sport"}, "", "has no tag “sport”. Its tags: War, Trade"),
        ({"channel": NEWS, "publish": True}, "publish", "published"),
        ({"channel": NEWS}, "", "Preview"),
        ({"publish": True}, "", "Only an announcement channel"),
        ({"tag": "war"}, "", "A tag is for the posts of a forum"),
    ],
)
async def test_how_it_is_posted_is_asked_for_and_checked(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient], options: dict[str, Any], posting: str, says: str
) -> None:
    """A tag is taken by its name where it is a forum's, publishing where there are followers; else the cure is told."""
    [server] = peer.gateway.guilds
    forum = values.forum(FORUM, "War", "Trade", needs_tag=True)
    server["channels"] += [forum, values.channel(NEWS) | {"type": 5}]
    everyone = server["roles"][0]
    everyone["permissions"] = str(int(everyone["permissions"]) | (1 << 38))
    use_cases = filled("discord", TENANT, values.CHANNEL, values.READER)
    async with running(make_client(use_cases=use_cases)):
        await peer.gateway.ready(identified=1)
        answer = await peer.slash("digest schedule", options)
        if use_cases.asked("propose"):
            await answer.until(lambda e: e.followups)
        changed = await peer.slash("digest edit", {"name": "morning", **options})
    assert says in answer.text
    proposed = [draft.destination.posting for (draft,) in use_cases.asked("propose")]
    tag = forum["available_tags"][0]["id"] if posting == "post:" else ""
    is_refused = says[0] == "O" or "ask" in says or "tag" in says.casefold()
    assert proposed == ([] if is_refused else [f"{posting}{tag}"])
    edits: list[ScheduleChanges] = [changes for (_, _, changes) in use_cases.asked("edit_schedule")]
    assert [changes.posting for changes in edits] == proposed
    assert not is_refused or says in changed.text
