"""What readers ask in Slack beside `/claims`: comparisons, figures, messages, the Home, mentions; and too much."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.platforms.limits import Allowance, Rate
from bot.platforms.slack.posted import posted_messages
from tests import make
from tests.bot.platforms.slack.clients import make_client, running
from tests.fakes import FakeUseCases, digest, item
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import Fault


@pytest.fixture
async def slack(use_cases: FakeUseCases) -> AsyncIterator[SlackPeer]:
    """A Slack with a client connected to it, which has nothing to complain of at the end."""
    async with SlackPeer() as peer, running(make_client(peer, use_cases), peer):
        yield peer
        assert peer.violations == []


async def test_differing_claims_stand_side_by_side(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """`/compare` shows each pair with its reason, and leads from each line to its passage."""
    reply = await slack.slash("/compare", "kursk since:7d")
    assert use_cases.asked("comparison") == [("kursk since:7d",)]
    assert "denies: the advance" in reply.seen
    select = reply.buttons["source.show.0"]
    await slack.press(select | {"selected_option": select["options"][1]})
    assert use_cases.asked("source") == [("c2",)]


async def test_figures_are_listed_by_measure(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """`/figures` lists amounts under their measures; a measure is named by words."""
    reply = await slack.slash("/figures", 'kursk measure:"troops lost" by:isw')
    assert use_cases.asked("figures") == [("kursk by:isw", "troops lost")]
    assert "*troops lost" in reply.seen
    assert "source.show.0" in reply.buttons


@pytest.mark.parametrize(("command", "text"), [("/compare", ""), ("/figures", "help"), ("/compare", "x" * 800)])
async def test_what_cannot_be_asked_says_how(
    slack: SlackPeer, use_cases: FakeUseCases, command: str, text: str
) -> None:
    """Nothing, or too much, is answered with how to ask, before anything is looked up."""
    reply = await slack.slash(command, text)
    assert "as in" in reply.seen or "too long" in reply.seen
    assert use_cases.calls == []


async def test_a_message_leads_to_claims(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """On a digest the shortcut shows its sources, on another message what is held on what it names."""
    [message] = posted_messages(make.delivery("d1", digest=digest(item("c1"))))
    sources = await slack.answer(slack.use_on(message.payload(), "dateline_claims"), "interactive")
    assert use_cases.asked("posted") == [("slack:T1", "d1")]
    assert "source.show.1" in sources.buttons
    other = {"text": "See <https://wire.example/a?x=1&amp;y=2|this> on Kursk"}
    reply = await slack.answer(slack.use_on(other, "dateline_claims"), "interactive")
    assert use_cases.asked("claims_in") == [("See https://wire.example/a?x=1&y=2 on Kursk",)]
    assert "*ISW*" in reply.seen


async def test_the_home_lists_ones_own(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """The Home says how to ask, lists what one follows and, for admins alone, the workspace's digests."""
    here = make.destination(platform="slack", tenant="slack:T1", channel="C1")
    use_cases.kept["slack:T1", "morning"] = make.schedule("morning", tenant="slack:T1", destination=here)
    mine = make.destination(platform="slack", tenant="slack:T1/@UREADER", channel="@UREADER")
    use_cases.kept[mine.tenant, "kursk"] = make.schedule("kursk", tenant=mine.tenant, destination=mine)
    views = []
    for user in ("UREADER", "UADMIN"):
        await slack.deliver(slack.event("app_home_opened", tab="home", user=user), "events_api")
        views.append(await slack.opened())
    texts = [json.dumps(view, ensure_ascii=False) for view in views]
    assert [("*morning*" in text, "*kursk*" in text) for text in texts] == [(False, True), (True, False)]
    button = next(block for block in views[0]["blocks"] if block["type"] == "actions")["elements"][0]
    await slack.deliver(slack.action(button), "interactive")
    assert (await slack.opened())["callback_id"] == "claims.ask"


async def test_a_mention_is_answered_once_and_in_private(slack: SlackPeer) -> None:
    """Whoever mentions the bot is told how to ask; the same event delivered again is not answered again."""
    event = slack.event("app_mention", text="<@UBOT> hello")
    for _ in range(3):
        await slack.deliver(event, "events_api")
    await slack.slash("/dateline", "about")  # answered behind them
    told = [arguments for method, arguments in slack.calls if method == "chat.postEphemeral"]
    assert [(one["channel"], one["user"]) for one in told] == [("C1", "UREADER")]
    assert "/claims" in json.dumps(told)


async def test_too_much_is_answered_kindly(use_cases: FakeUseCases) -> None:
    """Who asks too much is told for how long to wait, and nothing is looked up; others are answered."""
    async with SlackPeer() as peer:
        client = make_client(peer, use_cases)
        client._commands._allowance = Allowance(user=Rate(2, 0.01), tenant=Rate(100, 1))
        async with running(client, peer):
            answers: list[Any] = [await peer.slash("/claims", "Kursk") for _ in range(3)]
            other = await peer.slash("/claims", "Kursk", user="UADMIN")
    assert ["*ISW*" in answer.seen for answer in (*answers, other)] == [True, True, False, True]
    assert "Please wait" in answers[2].seen
    assert len(use_cases.asked("claims")) == 3


async def test_what_is_followed_can_be_stopped_by_one_tap(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """`/follow` takes the asker's zone; what comes is a direct message with Stop, which stops it for its reader."""
    slack.users["UREADER"]["tz"] = "Europe/Riga"
    told = await slack.slash("/follow", "north korea at:7:30")
    assert use_cases.asked("follow") == [("north korea", "slack", "slack:T1", "UREADER", "7:30", "Europe/Riga")]
    assert "*north korea* by direct message" in told.seen
    assert "north korea" in (await slack.slash("/follow", "list")).seen

    tenant = "slack:T1/@UREADER"
    where = make.destination(platform="slack", tenant=tenant, channel="@UREADER")
    [message] = posted_messages(make.delivery("d1", tenant=tenant, destination=where, digest=digest(item("c1"))))
    controls = {part["action_id"]: part for block in message.payload()["blocks"] for part in block.get("elements", [])
                if "action_id" in part}  # fmt: skip
    stopped = await slack.answer(slack.action(controls["digest.stop"], channel="DREADER"), "interactive")
    assert use_cases.asked("stop_following") == [(tenant, "d1")]
    assert "no longer follow north korea" in stopped.seen
    assert "You follow nothing yet" in (await slack.slash("/follow", "list")).seen


async def test_a_direct_message_is_opened_before_it_is_posted(use_cases: FakeUseCases) -> None:
    """A channel that is a person's is asked of Slack once; what is posted there stands there."""
    async with SlackPeer() as peer:
        client = make_client(peer, use_cases)
        where = make.destination(platform="slack", tenant="slack:T1/@UREADER", channel="@UREADER")
        for delivery_id in ("d1", "d2"):
            await client.post(make.delivery(delivery_id, tenant=where.tenant, destination=where))
        assert [message["channel"] for message in peer.messages] == ["DREADER", "DREADER"]
        assert [method for method, _ in peer.calls].count("conversations.open") == 1


async def test_follows_are_switched_off_by_admins(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """`/digest follows off` is the admins' alone, and says what it has changed."""
    assert "Only workspace admins" in (await slack.slash("/digest", "follows off")).seen
    assert "2 follows paused" in (await slack.slash("/digest", "follows off", user="UADMIN")).seen
    assert use_cases.asked("switch_follows") == [("slack:T1", False)]


async def test_the_doctor_names_what_is_missing(slack: SlackPeer) -> None:
    """`/dateline doctor` says that all is well, or what is missing where it is asked, with the cure."""
    assert "I may post here" in (await slack.slash("/dateline", "doctor")).seen
    assert "Type /invite in it" in (await slack.slash("/dateline", "doctor", channel_id="C3")).seen
    slack.faults["conversations.info"].append(Fault(error="missing_scope"))
    assert "channels:read" in (await slack.slash("/dateline", "doctor")).seen
