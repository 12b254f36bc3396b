"""Under a posted digest: its sources, what did not fit, and what else may be asked about it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.errors import RequestError
from bot.models import Delivery
from bot.platforms.discord import posted
from bot.platforms.discord.client import DiscordClient
from digests.models import Request, Section, Subject
from digests.query.request import write_request
from tests import make
from tests.fakes import FakeUseCases, digest, item
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer

TENANT = f"discord:{values.GUILD}"
SUBJECTS = (Subject(kind="place", id="538560", name="Kursk"), Subject(kind="actor", id="org:isw", name="ISW"))


def delivery(*bodies: str, **fields: Any) -> Delivery:
    """A delivery to the peer's channel."""
    where = make.destination(tenant=TENANT, channel=values.CHANNEL)
    lines = [item(f"c{n}", body=body) for n, body in enumerate(bodies)]
    return make.delivery(destination=where, digest=digest(*lines, subjects=SUBJECTS), **fields)


def controls(message: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What stands under a message, by its words."""
    parts = [part for row in message["components"] for part in row["components"]]
    return {part.get("label") or part["placeholder"]: part for part in parts}


async def test_a_digest_leads_to_its_sources_and_to_the_rest(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """Each press answers the asker alone and looks up the server's own digest; a passage is one choice away."""
    await client.post(delivery("a line"))
    [message] = peer.messages()
    under = controls(message)
    sources = await peer.press(under["Sources"]["custom_id"])
    assert use_cases.asked("posted") == [(TENANT, "d1")]
    assert "Example Wire" in sources.text
    assert "/source" not in sources.text
    [row] = sources.original["components"] if sources.original else []
    passage = await peer.press(row["components"][0]["custom_id"], row["components"][0]["options"][0]["value"])
    assert use_cases.asked("source") == [("c1",)]
    assert "advanced up to five kilometers" in passage.text

    more = await peer.press(under["More"]["custom_id"])
    await peer.press(more.buttons["Next"])
    assert use_cases.asked("more") == [(TENANT, "d1", None), (TENANT, "d1", "p2")]
    assert sources.private
    assert passage.private
    assert more.private


async def test_a_line_of_a_digest_is_reported_from_a_list(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """Wrong? under a digest opens a form that lists its lines, and the desk hears which one it is."""
    await client.post(delivery("a line"))
    form = await peer.press(controls(peer.messages()[0])["Wrong?"]["custom_id"])
    assert form.callback["type"] == 9
    line = form.callback["data"]["components"][0]["component"]["options"][0]
    assert line["label"].startswith("1. ISW: Ukrainian forces advanced")
    await peer.fill(form.callback["data"]["custom_id"], {"claim": line["value"], "text": "It was 4 km."})
    [(claim_id, text, _, tenant)] = use_cases.asked("report_claim")
    assert (claim_id, text, tenant) == ("c1", "It was 4 km.", TENANT)
    use_cases.failure = RequestError("I no longer know that digest.")
    gone = await peer.press(controls(peer.messages()[0])["Wrong?"]["custom_id"])
    assert gone.private
    assert "no longer know" in gone.text


async def test_a_digest_is_explained_with_one_tap(peer: DiscordPeer, client: DiscordClient) -> None:
    """Legend under a digest says privately what its own small words mean, and no others."""
    await client.post(delivery("a line"))
    legend = await peer.press(controls(peer.messages()[0])["Legend"]["custom_id"])
    assert legend.private
    assert "**unconfirmed**: " in legend.text
    assert "own side" not in legend.text


async def test_a_story_of_a_digest_is_followed_with_one_choice(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """The list of stories names those that go on, and has the asker follow the one that is chosen."""
    sections = (
        Section(heading="Alone", items=(item("c1"),)),
        Section(heading="A flood", items=(item("c2"),), story="a"),
    )
    sent = delivery("a line")
    await client.post(sent.model_copy(update={"digest": sent.digest.model_copy(update={"sections": sections})}))
    select = controls(peer.messages()[0])["Follow a story …"]
    assert [(option["label"], option["value"]) for option in select["options"]] == [("A flood", "1")]
    answer = await peer.press(select["custom_id"], "1")
    assert use_cases.asked("follow_story") == [(TENANT, "d1", 1, "")]
    assert answer.private
    assert "You follow A flood in Sudzha by direct message" in answer.text
    await peer.press(select["custom_id"], "9" * 30)
    assert use_cases.asked("follow_story")[1] == (TENANT, "d1", -1, "")


async def test_a_subject_of_a_digest_is_asked_about_with_one_choice(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """The list under a digest names what it is about, and answers the asker alone."""
    await client.post(delivery("a line"))
    select = controls(peer.messages()[0])["What is claimed about …"]
    assert [option["label"] for option in select["options"]] == ["Kursk", "ISW"]
    answer = await peer.press(select["custom_id"], select["options"][1]["value"])
    assert use_cases.asked("claims") == [(write_request(Request(about="actor:org:isw")), None)]
    assert answer.private


async def test_another_servers_digest_stays_its_own(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """A custom id that is forged, or carried elsewhere, is looked up under the server in which it is pressed."""
    await client.post(delivery("a line"))
    custom_id = controls(peer.messages()[0])["Sources"]["custom_id"]
    await peer.press(custom_id, guild_id="7777")
    assert use_cases.asked("posted") == [("discord:7777", "d1")]


async def test_no_reference_is_printed(peer: DiscordPeer, client: DiscordClient) -> None:
    """A digest says nothing that only developers read, also where it has no lines; a note has its sources alone."""
    first = await client.post(delivery("a line"))
    await client.post(delivery(delivery_id="d2"))
    await client.post(make.delivery("n1", destination=delivery().destination, digest=digest(item("c9")), thread=first))
    footers = [(embed.get("footer") or {}).get("text", "") for m in peer.messages() for embed in m["embeds"]]
    assert not any("ref " in footer for footer in footers)
    assert [set(controls(message)) for message in peer.messages()] == [
        {"Sources", "More", "Legend", "Wrong?", "What is claimed about …"},
        {"What is this?"},
        {"Sources"},
    ]


@given(st.text(max_size=120))
def test_any_custom_id_is_read_or_none(text: str) -> None:
    """Whatever is sent as a custom id gives a press of ours or none."""
    press = posted.read(text)
    assert press is None or text.startswith(f"{posted.PREFIX}:")
