"""`/digest` and `/follow`, used through the real discord.py client on a Discord on loopback."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.models import ScheduleChanges
from bot.platforms.discord.client import DiscordClient
from digests.models import EVERYTHING
from tests import make
from tests.bot.platforms.discord.running import running
from tests.fakes import FakeUseCases, digest, item
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer


async def test_a_schedule_is_shown_before_it_is_kept(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """`/digest schedule` shows just what would be posted and the next sends; nothing is kept until Save."""
    options = {"at": "08:00", "days": "weekdays", "zone": "Europe/Kyiv", "channel": values.CHANNEL, "about": "Kursk"}
    answer = await peer.slash("digest schedule", options | {"max": 6, "if-empty": "say", "name": "morning"})
    await answer.until(lambda e: e.followups)
    [(draft,)] = use_cases.asked("propose")

    assert answer.private
    assert (draft.destination.tenant, draft.destination.channel) == (f"discord:{values.GUILD}", values.CHANNEL)
    assert (draft.at, draft.days, draft.zone, draft.request.about) == ("08:00", "weekdays", "Europe/Kyiv", "Kursk")
    assert (draft.max_lines, draft.if_empty, draft.name) == (6, "say", "morning")
    assert "daily at 08:00, Europe/Kyiv" in answer.text
    assert "**ISW**" in answer.text
    assert answer.text.count("<t:") == 3
    assert list(answer.buttons) == ["Post now", "Save", "Cancel"]
    assert use_cases.kept == {}

    saved = await peer.press(answer.buttons["Save"])
    assert saved.callback["type"] == 7
    assert saved.buttons == {}
    assert "Scheduled" in saved.text
    assert list(use_cases.kept) == [(f"discord:{values.GUILD}", "morning")]
    again = await peer.press(answer.buttons["Post now"])
    assert "settled already" in again.text
    assert again.private


@pytest.mark.parametrize(("button", "says"), [("Post now", "on its way"), ("Cancel", "Nothing was scheduled")])
async def test_a_proposal_is_posted_or_forgotten(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases, button: str, says: str
) -> None:
    """Post now keeps the schedule and sends its first digest; Cancel leaves no trace."""
    answer = await peer.slash("digest schedule", {"name": "morning"})
    await answer.until(lambda e: e.followups)
    settled = await peer.press(answer.buttons[button])

    assert says in settled.text
    assert len(use_cases.kept) == (button == "Post now")


async def test_a_proposal_can_reach_back_and_asks_for_the_zone(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """How far the first digest reaches back, and a zone that nobody has named, are chosen below the preview."""
    first = await peer.slash("digest schedule")
    await first.until(lambda e: e.followups)
    second = await peer.press("plan:first:token1", "7d")
    await second.until(lambda e: e.followups)
    third = await peer.press("plan:zone:token2", "Europe/Kyiv")
    await third.until(lambda e: e.followups)

    assert "choose yours below" in first.text
    assert "the last 7 days" in second.text
    assert "Europe/Kyiv" in third.text
    assert "choose yours below" not in third.text


@pytest.mark.parametrize("how", [{"permissions": 0}, {"channel_id": None}])
async def test_a_proposal_is_settled_by_admins_alone(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases, how: dict[str, Any]
) -> None:
    """Who may not schedule cannot press Save either, nor can anybody outside the server."""
    answer = await peer.slash("digest schedule", {"name": "morning"})
    await answer.until(lambda e: e.followups)
    await peer.press(answer.buttons["Save"], **how)

    assert use_cases.asked("settle") == []


async def test_a_schedule_defaults_to_this_channel(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """Without options a daily digest of everything comes to the channel of the command."""
    await peer.slash("digest schedule")
    [(draft,)] = use_cases.asked("propose")

    assert (draft.destination.channel, draft.at, draft.days, draft.request) == (
        values.CHANNEL,
        "08:00",
        "daily",
        EVERYTHING,
    )


async def test_a_refusal_names_right_channel_and_cure(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """The handler checks again what Discord lets admins override, and says what to do about it."""
    answer = await peer.slash("digest list", permissions=0)

    assert use_cases.calls == []
    assert all(word in answer.text for word in ("Manage Server", "#news", "Server Settings"))


@pytest.mark.parametrize(("parent", "says"), [(values.CHANNEL, "**ISW**"), (values.CLOSED, "I lack Send Messages in")])
async def test_a_thread_can_be_a_target(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient], use_cases: FakeUseCases, parent: str, says: str
) -> None:
    """A thread, or a forum's post, is looked at by the rights that threads take, which its channel gives."""
    [server] = peer.gateway.guilds
    server["threads"] = [values.thread("4000000000000000077", parent)]
    everyone = server["roles"][0]
    everyone["permissions"] = str(int(everyone["permissions"]) | (1 << 38))
    for shut in server["channels"][1:]:
        shut["permission_overwrites"][0]["deny"] = str(1 << 38)
    async with running(make_client()):
        await peer.gateway.ready(identified=1)
        answer = await peer.slash("digest schedule", {"channel": "4000000000000000077"})
        assert says in answer.text
    assert len(use_cases.asked("propose")) == (parent == values.CHANNEL)


@pytest.mark.parametrize("how", [{"channel_id": values.CLOSED}, {"options": {"channel": values.CLOSED}}])
async def test_a_channel_we_cannot_post_in_is_refused(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases, how: dict[str, Any]
) -> None:
    """The refusal names what the bot lacks and where, and nothing is stored."""
    answer = await peer.slash("digest schedule", how.pop("options", {}), **how)

    assert use_cases.asked("propose") == []
    assert "#closed" in answer.text
    assert "I lack Embed Links" in answer.text


async def keep(peer: DiscordPeer) -> None:
    """Have a schedule called morning kept."""
    answer = await peer.slash("digest schedule", {"name": "morning", "about": "Kursk"})
    await answer.until(lambda e: e.followups)
    await peer.press(answer.buttons["Save"])


async def test_schedules_are_looked_after(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """A schedule can be listed, shown, changed, paused, resumed, sent, tried and removed."""
    await keep(peer)
    answers = [await peer.slash("digest list")]
    answers += [await peer.slash("digest edit", {"name": "morning", "zone": "Asia/Tokyo", "about": "everything"})]
    answers += [
        await peer.slash(f"digest {verb}", {"name": name})
        for verb, name in [
            *((verb, "morning") for verb in ("show", "pause", "resume", "pause")),
            ("resume", "all"),
            *((verb, "morning") for verb in ("now", "test", "remove", "show")),
        ]
    ]
    shown = ["morning", "Asia/Tokyo", "held back: the channel is gone", "Paused", "Resumed", "Paused", "Resumed"]
    shown += ["on its way", "The test is on its way", "Removed", "There is no digest called"]

    assert [word in answer.text for word, answer in zip(shown, answers, strict=True)] == [True] * len(shown)
    assert all(answer.private for answer in answers)
    [(_, _, changes)] = use_cases.asked("edit_schedule")
    assert changes == ScheduleChanges(zone="Asia/Tokyo", request=EVERYTHING)


async def test_schedule_names_are_suggested_to_admins(peer: DiscordPeer, client: DiscordClient) -> None:
    """Names of schedules are offered while typing."""
    await keep(peer)

    assert [choice["value"] for choice in await peer.autocomplete("digest pause", "name", "MOR")] == ["morning"]


async def test_schedules_need_a_server(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """In direct messages `/digest` says where it can be used."""
    answer = await peer.slash("digest list", channel_id=None)

    assert use_cases.calls == []
    assert "in one of its channels" in answer.text


async def test_what_is_followed_can_be_stopped_by_one_tap(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """`/follow` is everybody's; what comes is a direct message with Stop, which stops it for its reader."""
    told = await peer.slash("follow add", {"about": "Kursk", "at": "07:30", "zone": "Europe/Kyiv"}, permissions=0)
    listed = await peer.slash("follow list", permissions=0)
    [(about, _, server, person, times, zone)] = use_cases.asked("follow")
    assert (about, server, times, zone) == ("Kursk", f"discord:{values.GUILD}", "07:30", "Europe/Kyiv")
    assert "your direct messages" in told.text
    assert "Kursk" in listed.text

    tenant = f"{server}/@{person}"
    where = make.destination(tenant=tenant, channel=f"@{person}")
    await client.post(make.delivery("d1", tenant=tenant, destination=where, digest=digest(item("c1"))))
    await client.post(make.delivery("d2", tenant=tenant, destination=where, digest=digest(item("c2"))))
    first, _ = peer.messages(peer.direct[person])
    buttons = {part["label"]: part["custom_id"] for row in first["components"] for part in row["components"]}
    await peer.press(buttons["Sources"], channel_id=None)
    stopped = await peer.press(buttons["Stop"], channel_id=None)
    assert use_cases.asked("posted") == use_cases.asked("stop_following") == [(tenant, "d1")]
    assert "no longer follow Kursk" in stopped.text


async def test_follows_are_switched_off_by_admins(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """`/digest follows` says what it has changed."""
    answer = await peer.slash("digest follows", {"allow": "off"})
    assert use_cases.asked("switch_follows") == [(f"discord:{values.GUILD}", False)]
    assert "2 follows paused" in answer.text
