"""The desk on Slack: what is typed is read as meant, for those who may use the desk, and done once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.models import DeskRequest
from bot.platforms.slack.commands.desk import parse_desk
from tests.bot.platforms.slack.clients import make_client, running
from tests.fakes import FakeUseCases
from tests.peers.slack import SlackPeer

REQUESTS: dict[str, dict[str, Any]] = {
    "": {"verb": "help"},
    "queue": {"verb": "queue"},
    "Show 3f": {"verb": "show", "subject": "3f"},
    "approve 3f seen it myself": {"verb": "approve", "subject": "3f", "reason": "seen it myself"},
    "reject 3f a hoax": {"verb": "reject", "subject": "3f", "reason": "a hoax"},
    "add https://wire.example/a?publisher:x": {"verb": "add", "text": "https://wire.example/a?publisher:x"},
    "add publisher:“Example Wire” The mayor said 14 houses fell.": {
        "verb": "add", "publisher": "Example Wire", "text": "The mayor said 14 houses fell.",
    },
    "edit 3f c1 claimant:\"Ida Holm\" said:2025-02-07": {
        "verb": "edit", "subject": "3f", "other": "c1", "claimant": "Ida Holm", "said_on": "2025-02-07",
    },
    "correct c1 hide:yes confirm:yes misread": {
        "verb": "correct", "subject": "c1", "hidden": True, "confirmed": True, "reason": "misread",
    },
    "withdraw c1 retracted": {"verb": "withdraw", "subject": "c1", "reason": "retracted"},
    "merge a b the same": {"verb": "merge", "subject": "a", "other": "b", "reason": "the same"},
    "feeds": {"verb": "feeds"},
    "feeds add https://wire.example/feed": {"verb": "feeds", "subject": "add", "text": "https://wire.example/feed"},
    "feeds pause Example Wire": {"verb": "feeds", "subject": "pause", "text": "Example Wire"},
    "audit": {"verb": "audit"},
}  # fmt: skip


@pytest.fixture
async def slack() -> AsyncIterator[tuple[SlackPeer, FakeUseCases]]:
    """A Slack with a client, and what it asks of."""
    use_cases = FakeUseCases()
    async with SlackPeer() as peer, running(make_client(peer, use_cases, "socket", desk=frozenset({"UDESK"})), peer):
        yield peer, use_cases
        assert peer.violations == []


@pytest.mark.parametrize("text", REQUESTS)
def test_what_is_typed_is_read_as_meant(text: str) -> None:
    """Ids first, options anywhere, and the rest is the reason or the text."""
    assert parse_desk(text) == DeskRequest.model_validate(REQUESTS[text])


@pytest.mark.parametrize("user", ["UDESK", "UADMIN"])
async def test_the_desk_answers_those_who_may(slack: tuple[SlackPeer, FakeUseCases], user: str) -> None:
    """The named, and the workspace's admins, are answered in private."""
    peer, use_cases = slack
    reply = await peer.slash("/desk", "queue", user=user)

    assert use_cases.asked("ask_desk") == [(DeskRequest(verb="queue"), f"<@{user}>", "slack:T1")]
    assert reply.payload["response_type"] == "ephemeral"
    assert "3f9a · waiting · River rises" in reply.seen


@pytest.mark.parametrize("text", [text for text in REQUESTS if text])
async def test_others_are_refused(slack: tuple[SlackPeer, FakeUseCases], text: str) -> None:
    """Nothing is asked of the desk for anybody else."""
    peer, use_cases = slack
    reply = await peer.slash("/desk", text)

    assert "Only workspace admins and owners" in reply.seen
    assert use_cases.calls == []


async def test_help_and_refusals_are_answers(slack: tuple[SlackPeer, FakeUseCases]) -> None:
    """No words at all ask for help; what the desk refuses is told."""
    peer, _ = slack
    assert "/desk queue" in (await peer.slash("/desk", "")).seen
    assert "Nothing in the queue is called" in (await peer.slash("/desk", "approve none", user="UDESK")).seen


async def test_a_redelivered_decision_is_made_once(slack: tuple[SlackPeer, FakeUseCases]) -> None:
    """The same `/desk approve` delivered twice decides once."""
    peer, use_cases = slack
    command = peer.command("/desk", "approve 3f", user="UDESK")
    first = await peer.answer(command)
    await peer.deliver(command, "slash_commands", retry=1)
    again = await peer.answer(command)

    assert len(use_cases.asked("ask_desk")) == 1
    assert first.seen == again.seen


async def test_a_reader_reports_a_line(slack: tuple[SlackPeer, FakeUseCases]) -> None:
    """Wrong? opens a form with the answer's lines; what is filled in goes to the desk, and the reader is thanked."""
    peer, use_cases = slack
    answer = await peer.slash("/claims", "Kursk")
    pressed = peer.action(answer.buttons["claims.wrong"])
    view = await _opened(peer, pressed, "interactive")
    options = view["blocks"][0]["element"]["options"]
    assert [option["value"] for option in options] == ["c1", "c2"]
    await peer.submit(view, {"claim": "c1", "text": "It was 12."})
    thanks = await peer.reply(pressed)

    assert use_cases.asked("report_claim") == [("c1", "It was 12.", "<@UREADER>", "slack:T1")]
    assert "Thank you" in thanks.seen
    assert thanks.payload["response_type"] == "ephemeral"


async def test_an_item_is_decided_below_it(slack: tuple[SlackPeer, FakeUseCases]) -> None:
    """Approve does so at once, Reject asks why first, and others are refused at the press."""
    peer, use_cases = slack
    shown = await peer.slash("/desk", "show 3f", user="UDESK")
    await peer.press(shown.buttons["desk.approve"], user="UDESK")
    refused = await peer.press(shown.buttons["desk.hold"])
    pressed = peer.action(shown.buttons["desk.reject"], user="UDESK")
    view = await _opened(peer, pressed, "interactive")
    await peer.submit(view, {view["blocks"][0]["block_id"]: " a hoax "}, user="UDESK")
    await peer.reply(pressed)

    asked = [request for request, *_ in use_cases.asked("ask_desk")]
    assert asked[1:] == [
        DeskRequest(verb="approve", subject="3f"),
        DeskRequest(verb="reject", subject="3f", reason="a hoax"),
    ]
    assert "Only workspace admins and owners" in refused.seen


async def test_a_form_asks_what_to_add(slack: tuple[SlackPeer, FakeUseCases]) -> None:
    """`/desk add` alone opens a form, for those who may use the desk."""
    peer, use_cases = slack
    command = peer.command("/desk", "add", user="UDESK")
    view = await _opened(peer, command, "slash_commands")
    await peer.submit(view, {"text": "The mayor said 14 houses fell.", "publisher": "Example Wire"}, user="UDESK")
    await peer.reply(command)

    [(request, *_)] = use_cases.asked("ask_desk")
    assert request == DeskRequest(verb="add", text="The mayor said 14 houses fell.", publisher="Example Wire")
    assert "Only workspace admins and owners" in (await peer.slash("/desk", "add")).seen


async def _opened(peer: SlackPeer, request: dict[str, Any], kind: str) -> dict[str, Any]:
    """The form that a request opens."""
    await peer.deliver(request, kind)
    for _ in range(500):
        await asyncio.sleep(0 if peer.views else 0.01)
    [view] = peer.views
    return view


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The mayor said 14 houses fell &amp; burnt.", "The mayor said 14 houses fell & burnt."),
        ("<https://wire.example/a?b=1&amp;c=2|wire.example>", "https://wire.example/a?b=1&c=2"),
    ],
)
async def test_a_message_is_put_into_the_queue(slack: tuple[SlackPeer, FakeUseCases], text: str, meant: str) -> None:
    """The shortcut hands the desk a message's address, or its words with their author, for those who may."""
    peer, use_cases = slack
    message = {"type": "message", "user": "UAUTHOR", "text": text, "ts": "1.0"}
    refused = await peer.answer(peer.use_on(message), "interactive")
    assert "Only workspace admins and owners" in refused.seen
    taken = await peer.answer(peer.use_on(message, user="UDESK"), "interactive")

    request = DeskRequest(verb="add", text=meant, publisher="UAUTHOR")
    assert use_cases.asked("ask_desk") == [(request, "<@UDESK>", "slack:T1")]
    assert "3f9a" in taken.seen
