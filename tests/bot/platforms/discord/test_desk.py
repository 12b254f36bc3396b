"""The desk on Discord: each command asks what it says, for those who may use the desk, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.models import DeskRequest
from bot.platforms.discord.client import DiscordClient
from bot.platforms.discord.controls import desk_items
from tests.bot.platforms.discord.running import running
from tests.fakes import FakeUseCases
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer

COMMANDS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "queue": ({}, {}),
    "show": ({"item": "3f"}, {"subject": "3f"}),
    "approve": ({"item": "3f", "why": "seen"}, {"subject": "3f", "reason": "seen"}),
    "hold": ({"item": "3f"}, {"subject": "3f"}),
    "reject": ({"item": "3f", "why": "a hoax"}, {"subject": "3f", "reason": "a hoax"}),
    "edit": (
        {"item": "3f", "claim": "c1", "claimant": "Ida Holm", "hide": True},
        {"subject": "3f", "other": "c1", "claimant": "Ida Holm", "hidden": True},
    ),
    "add": ({"what": "https://wire.example/a"}, {"text": "https://wire.example/a"}),
    "correct": (
        {"claim": "c1", "why": "misread", "said": "2025-02-07", "confirm": True},
        {"subject": "c1", "reason": "misread", "said_on": "2025-02-07", "confirmed": True},
    ),
    "withdraw": ({"subject": "c1", "why": "retracted"}, {"subject": "c1", "reason": "retracted"}),
    "merge": ({"article": "a", "other": "b", "why": "same"}, {"subject": "a", "other": "b", "reason": "same"}),
    "feeds": (
        {"do": "add", "feed": "https://wire.example/feed"},
        {"subject": "add", "text": "https://wire.example/feed"},
    ),
    "audit": ({"subject": "c1"}, {"subject": "c1"}),
}


@pytest.mark.parametrize("command", COMMANDS)
async def test_each_command_asks_what_it_says(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases, command: str
) -> None:
    """The desk is asked in the server's name, and its lines come back to the asker alone."""
    options, fields = COMMANDS[command]
    answer = await peer.slash(f"desk {command}", options)

    request = DeskRequest.model_validate({"verb": command} | fields)
    assert use_cases.asked("ask_desk") == [(request, f"<@{values.READER}>", f"discord:{values.GUILD}")]
    assert answer.private
    assert "3f9a · waiting · River rises" in answer.text


async def test_named_users_may_use_it(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient], use_cases: FakeUseCases
) -> None:
    """Where users or roles are named, they may, and managers may not any more."""
    for number, users in enumerate([frozenset({values.READER}), frozenset({"77"})], start=1):
        async with running(make_client(desk=users)):
            await peer.gateway.ready(identified=number)
            await peer.slash("desk queue")
        assert len(use_cases.asked("ask_desk")) == 1


async def test_a_reader_reports_a_line(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """Wrong? opens a form; what is filled in goes to the desk, and the reader is thanked in private."""
    answer = await peer.slash("claims", {"about": "Kursk"})
    form = await peer.press(answer.buttons["Wrong?"])
    assert form.callback["type"] == 9
    thanks = await peer.fill(form.callback["data"]["custom_id"], {"claim": " c1 ", "text": "It was 12."}, permissions=0)

    assert use_cases.asked("report_claim") == [("c1", "It was 12.", f"<@{values.READER}>", f"discord:{values.GUILD}")]
    assert thanks.private
    assert "Thank you" in thanks.text
    assert peer.violations == []


async def test_a_form_outlives_a_restart(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient], use_cases: FakeUseCases
) -> None:
    """A form that was opened before is taken by the next process."""
    async with running(make_client()):
        await peer.gateway.ready(identified=1)
        answer = await peer.slash("claims", {"about": "Kursk"})
        form = await peer.press(answer.buttons["Wrong?"])
    async with running(make_client()):
        await peer.gateway.ready(identified=2)
        await peer.fill(form.callback["data"]["custom_id"], {"claim": "c1", "text": "No."}, channel_id=None)
    assert use_cases.asked("report_claim") == [("c1", "No.", f"<@{values.READER}>", "discord")]


async def test_an_item_is_decided_below_it(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """Approve and Hold do so at once, Reject asks why first, and each looks anew whether the presser may."""
    shown = await peer.slash("desk show", {"item": "3f"})
    await peer.press(shown.buttons["Approve"], permissions=values.MANAGE_GUILD)
    form = await peer.press(shown.buttons["Reject …"], permissions=values.MANAGE_GUILD)
    reason = {"reason": " a hoax "}
    await peer.fill(form.callback["data"]["custom_id"], reason, permissions=values.MANAGE_GUILD)
    refused = await peer.press(shown.buttons["Hold"], permissions=0)
    await peer.fill(form.callback["data"]["custom_id"], reason, permissions=0)

    asked = [request for request, *_ in use_cases.asked("ask_desk")]
    assert asked[1:] == [
        DeskRequest(verb="approve", subject="3f"),
        DeskRequest(verb="reject", subject="3f", reason="a hoax"),
    ]
    assert "may not use the desk" in refused.text
    assert peer.violations == []


async def test_a_form_asks_what_to_add(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """`/desk add` with nothing said opens a form, for those who may use the desk."""
    form = await peer.slash("desk add", {}, permissions=values.MANAGE_GUILD)
    answers = {"text": "The mayor said 14 houses fell.", "publisher": "Example Wire"}
    await peer.fill(form.callback["data"]["custom_id"], answers, permissions=values.MANAGE_GUILD)

    [(request, *_)] = use_cases.asked("ask_desk")
    assert request == DeskRequest.model_validate({"verb": "add"} | answers)
    assert "may not use the desk" in (await peer.slash("desk add", {}, permissions=0)).text
    assert peer.violations == []


@pytest.mark.parametrize("custom_id", ["desk:eat:3f", "desk:approve:", "desk:add:3f", f"desk:hold:{'x' * 90}", "desk"])
def test_a_forged_press_is_none_of_the_desks(custom_id: str) -> None:
    """What no button of ours says is not understood."""
    assert desk_items.read(custom_id) is None


async def test_what_the_desk_refuses_is_told(peer: DiscordPeer, client: DiscordClient) -> None:
    """The reason is the answer."""
    answer = await peer.slash("desk approve", {"item": "none"})

    assert "Nothing in the queue is called “none”" in answer.text


@pytest.mark.parametrize("permissions", [values.MANAGE_GUILD, 0])
async def test_a_message_is_put_into_the_queue(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases, permissions: int
) -> None:
    """The shortcut hands the desk a message's words with its author, for those who may use the desk."""
    message = values.message(values.CHANNEL, {"content": "The mayor said 14 houses fell."})
    answer = await peer.use_on("Add to Dateline", message, permissions=permissions)

    requests = [request for request, *_ in use_cases.asked("ask_desk")]
    author = message["author"]["username"]
    expected = DeskRequest(verb="add", text="The mayor said 14 houses fell.", publisher=author)
    assert requests == ([expected] if permissions else [])
    assert answer.private
    assert ("may not use the desk" in answer.text) == (not permissions)
    assert peer.violations == []
