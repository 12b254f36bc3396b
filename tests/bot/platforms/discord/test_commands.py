"""The commands and buttons, used through the real discord.py client on a Discord on loopback."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from bot.errors import RequestError
from bot.models import Answer, ScheduleChanges, Suggestion
from bot.platforms.discord.client import DiscordClient
from bot.platforms.limits import Allowance, Rate
from digests.models import EVERYTHING
from tests import make
from tests.bot.platforms.discord.running import SlowUseCases, running
from tests.fakes import FakeUseCases, digest, item
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer

HOSTILE = "@everyone <@123> **b** ||s|| [x](https://evil.example) https://evil.example `c`"


async def test_commands_are_registered(peer: DiscordPeer, client: DiscordClient) -> None:
    """Readers' and admins' commands are separate, and Discord hides the latter from everybody else."""
    rights = {command["name"]: command["default_member_permissions"] for command in peer.commands}

    assert rights == {
        "claims": None,
        "compare": None,
        "figures": None,
        "Claims in this message": None,
        "follow": None,
        "source": None,
        "dateline": None,
        "digest": str(values.MANAGE_GUILD),
        "desk": str(values.MANAGE_GUILD),
        "Add to Dateline": str(values.MANAGE_GUILD),
    }
    assert peer.gateway.intents == 1


async def test_claims_are_answered(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """`/claims` answers the asker alone, with lines, links and buttons."""
    answer = await peer.slash("claims", {"about": "Kursk", "by": "General Staff", "since": "7d", "show": 5})

    assert use_cases.asked("claims") == [('Kursk by:"General Staff" since:7d show:5', None)]
    assert answer.private
    assert answer.callback["data"]["allowed_mentions"] == {"parse": []}
    assert "**ISW**: Ukrainian forces advanced up to 5 km SE of Sudzha" in answer.text
    assert list(answer.buttons) == ["Next", "Sources", "Share here", "Wrong?"]


async def test_subjects_are_suggested(peer: DiscordPeer, client: DiscordClient) -> None:
    """What is typed is completed, for both subjects of the command."""
    for option in ("about", "by"):
        choices = await peer.autocomplete("claims", option, "kur")
        assert [choice["value"] for choice in choices] == ["Kursk Oblast"]


async def test_zones_are_suggested(peer: DiscordPeer, client: DiscordClient) -> None:
    """Time zones are found by any part of their name."""
    choices = await peer.autocomplete("digest schedule", "zone", "new york")

    assert [choice["value"] for choice in choices] == ["America/New_York"]


async def test_a_failing_suggestion_is_empty(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """An error while typing gives no choices, not a broken command."""
    use_cases.failure = RequestError("no")

    assert await peer.autocomplete("claims", "about", "kur") == []


async def test_next_shows_the_next_page(peer: DiscordPeer, client: DiscordClient) -> None:
    """Next shows what follows, and offers no further page where there is none."""
    first = await peer.slash("claims", {"about": "Kursk"})
    second = await peer.press(first.buttons["Next"])

    assert second.private
    assert "South Korean intelligence" in second.text
    assert list(second.buttons) == ["Sources", "Share here", "Wrong?"]


async def test_sources_name_each_line(peer: DiscordPeer, client: DiscordClient) -> None:
    """Sources names the lines with their outlets, and `/source` shows a passage."""
    first = await peer.slash("claims", {"about": "Kursk"})
    sources = await peer.press(first.buttons["Sources"])
    passage = await peer.slash("source", {"claim": "c1"})

    assert sources.private
    assert "1. **ISW** Ukrainian forces advanced up to 5 km SE of Sudzha [Example Wire]" in sources.text
    assert "**Ukrainian forces advanced up to five kilometers southeast of Sudzha**" in passage.text


async def test_differing_claims_stand_side_by_side(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """`/compare` shows each pair with its reason, and each line can be opened at its passage."""
    answer = await peer.slash("compare", {"about": "Kursk", "since": "7d"})
    await peer.press("dateline:passage", "c2")

    assert use_cases.asked("comparison") == [("Kursk since:7d",)]
    assert answer.private
    assert "denies: the advance" in answer.text
    assert use_cases.asked("source") == [("c2",)]


async def test_figures_come_with_their_picture(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """`/figures` lists amounts under their measures, with a picture where one can be drawn."""
    answer = await peer.slash("figures", {"about": "Kursk", "measure": "troops lost"})

    assert use_cases.asked("figures") == [("Kursk", "troops lost")]
    assert answer.private
    assert "**troops lost" in answer.text
    assert [file["filename"] for file in answer.callback["data"]["attachments"]] == ["figures.png"]


async def test_a_message_leads_to_claims(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """On one of our digests the menu shows its sources, on another message what is held on what it names."""
    delivery = make.delivery("d1", digest=digest(item("c1")), destination=make.destination(channel=values.CHANNEL))
    await client.post(delivery)
    [message] = peer.messages()
    sources = await peer.use_on("Claims in this message", message)
    another = values.message(values.CHANNEL, {"content": "On Kursk"}) | {"author": values.user("77", "reader")}
    other = await peer.use_on("Claims in this message", another)

    assert use_cases.asked("posted") == [(f"discord:{values.GUILD}", "d1")]
    assert "1. **ISW**" in sources.text
    [(text,)] = use_cases.asked("claims_in")
    assert "On Kursk" in text
    assert other.private


async def test_too_much_is_answered_kindly(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient], use_cases: FakeUseCases
) -> None:
    """Who asks too much is told for how long to wait, and nothing is looked up."""
    client = make_client()
    client._replier._allowance = Allowance(user=Rate(2, 0.01), tenant=Rate(100, 1))
    async with running(client):
        await peer.gateway.ready(identified=1)
        answers = [await peer.slash("claims", {"about": "Kursk"}) for _ in range(3)]

    assert ["Please wait" in answer.text for answer in answers] == [False, False, True]
    assert len(use_cases.asked("claims")) == 2


async def test_share_posts_in_the_channel(peer: DiscordPeer, client: DiscordClient) -> None:
    """Share here shows the same lines to everybody, once, and names who shared them."""
    first = await peer.slash("claims", {"about": "Kursk"})
    shared = await peer.press(first.buttons["Share here"])

    assert not shared.private
    assert len(peer.messages()) == 1
    assert "Shared by reader" in shared.text
    assert shared.buttons == {}


async def test_buttons_outlive_a_restart(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> None:
    """A button that was sent before a restart works after it."""
    async with running(make_client()):
        await peer.gateway.ready(identified=1)
        first = await peer.slash("claims", {"about": "Kursk"})
    async with running(make_client()):
        await peer.gateway.ready(identified=2)
        second = await peer.press(first.buttons["Next"])

    assert "South Korean intelligence" in second.text


async def test_a_forgotten_button_says_so(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> None:
    """A button whose request was too long to carry asks the reader to ask again."""
    async with running(make_client()):
        await peer.gateway.ready(identified=1)
        first = await peer.slash("claims", {"about": "Kursk " + "and more " * 20})
    async with running(make_client()):
        await peer.gateway.ready(identified=2)
        second = await peer.press(first.buttons["Next"])

    assert "Ask again" in second.text


async def test_choices_are_buttons(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """Other subjects that were perhaps meant can be pressed."""
    use_cases.pages[None] = Answer(digest=digest(item()), choices=(Suggestion(label="Kursk (city)", value="place:1"),))
    answer = await peer.slash("claims", {"about": "Kursk"})
    await peer.press(answer.buttons["Kursk (city)"])

    assert use_cases.asked("claims")[-1] == ("place:1", None)


async def test_a_long_answer_takes_several_messages(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """Twenty-five long lines all arrive, and the buttons stand under the last message."""
    lines = [item(f"c{n}", body=f"line {n} " + "word " * 60) for n in range(25)]
    use_cases.pages[None] = Answer(digest=digest(*lines), next_page="p2")
    answer = await peer.slash("claims", {"about": "Kursk", "show": 25})
    await answer.until(lambda e: "line 24" in e.text)

    assert all(f"line {n} " in answer.text for n in range(25))
    assert all(message["flags"] & values.EPHEMERAL for message in answer.followups)
    assert list(answer.buttons) == ["Next", "Sources", "Share here", "Wrong?"]


async def test_an_unknown_subject_is_answered_with_the_nearest(peer: DiscordPeer, client: DiscordClient) -> None:
    """An error that is meant for the reader is shown to the reader alone."""
    answer = await peer.slash("claims", {"about": "Atlantis"})

    assert answer.private
    assert "Nearest: Kursk Oblast" in answer.text


async def test_an_unexpected_error_gives_a_reference(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reader gets a reference that the log has too, and neither holds the error's text."""
    use_cases.failure = RuntimeError("password=hunter2")
    answer = await peer.slash("claims", {"about": "Kursk"})
    reference = answer.text.rsplit(maxsplit=1)[-1]
    logged = "".join(capsys.readouterr())

    assert answer.private
    assert reference in logged
    assert "hunter2" not in answer.text + logged


async def test_a_slow_answer_is_deferred(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> None:
    """What takes long is deferred in time and answered in the same place."""
    slow = SlowUseCases()
    async with running(make_client(use_cases=slow, patience=0.01)):
        await peer.gateway.ready(identified=1)
        answer = await peer.slash("claims", {"about": "Kursk"})
        assert answer.callback == {"type": 5, "data": {"flags": values.EPHEMERAL}}
        slow.released.set()
        await answer.until(lambda e: "ISW" in e.text)

    assert len(answer.callbacks) == 1


async def test_an_expired_interaction_is_left_alone(peer: DiscordPeer, client: DiscordClient) -> None:
    """Where Discord says that the answer came too late, no second one is tried, and the next is answered."""
    late = await peer.slash("claims", {"about": "Kursk"}, expired=True)
    good = await peer.slash("claims", {"about": "Kursk"})

    assert (len(late.callbacks), late.followups) == (1, [])
    assert "ISW" in good.text


async def test_a_bodiless_acceptance_is_enough(peer: DiscordPeer, client: DiscordClient) -> None:
    """A proxy that accepts a response without a body gets no second one."""
    peer.bodiless = True
    answer = await peer.slash("claims", {"about": "Kursk"})
    again = await peer.slash("claims", {"about": "Kursk"})

    assert len(answer.callbacks) == len(again.callbacks) == 1


async def test_hostile_text_is_neutral(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """Nothing in an article's text, a name or an address pings, formats or links on Discord."""
    line = item(
        "c1", claimant=HOSTILE, body=HOSTILE, when=HOSTILE, flags=(HOSTILE,), source=HOSTILE, url="javascript:x"
    )
    use_cases.pages[None] = Answer(
        digest=digest(
            line, title=HOSTILE, subtitle=HOSTILE, notice=HOSTILE, footer=("@everyone <@123> https://x.example",)
        )
    )
    answer = await peer.slash("claims", {"about": "Kursk"})

    bare = re.sub(r"\\.", "x", answer.text)
    for markup in ("@everyone", "<@123>", "](", "https://", "javascript", "||s||"):
        assert markup not in bare


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


@pytest.mark.parametrize(
    "command", ["schedule", "list", "show", "edit", "pause", "resume", "remove", "preview", "now", "test"]
)
async def test_admins_commands_are_refused_without_the_permission(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases, command: str
) -> None:
    """The handler checks again what Discord lets admins override; the refusal names right, channel and cure."""
    options = {} if command in {"schedule", "list", "preview"} else {"name": "morning"}
    options = {"allow": "off"} if command == "follows" else options
    answer = await peer.slash(f"digest {command}", options, permissions=0)

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


@pytest.mark.parametrize(
    ("command", "word"),
    [
        ("digest preview", "ISW"),
        ("dateline help", "/claims"),
        ("dateline about", "who claims it"),
        ("dateline doctor", "I may post here"),
    ],
)
async def test_other_commands_answer_in_private(
    peer: DiscordPeer, client: DiscordClient, command: str, word: str
) -> None:
    """Preview, help and about are shown to the asker alone."""
    answer = await peer.slash(command)

    assert answer.private
    assert word in answer.text


async def test_the_doctor_names_what_is_missing(peer: DiscordPeer, client: DiscordClient) -> None:
    """Where a right is lacking, `/dateline doctor` names it with the cure."""
    answer = await peer.slash("dateline doctor", channel_id=values.CLOSED, permissions=0)

    assert "I lack Embed Links" in answer.text


async def test_readers_commands_work_in_direct_messages(peer: DiscordPeer, client: DiscordClient) -> None:
    """`/claims` and its buttons answer in direct messages as well."""
    first = await peer.slash("claims", {"about": "Kursk"}, channel_id=None)
    second = await peer.press(first.buttons["Share here"], channel_id=None)

    assert "ISW" in first.text
    assert "Shared by reader" in second.text


async def test_schedules_need_a_server(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """In direct messages `/digest` says where it can be used."""
    answer = await peer.slash("digest list", channel_id=None)

    assert use_cases.calls == []
    assert "in one of its channels" in answer.text


async def test_buttons_of_a_later_page_keep_to_it(peer: DiscordPeer, client: DiscordClient) -> None:
    """Sources under the second page lists the second page."""
    first = await peer.slash("claims", {"about": "Kursk"})
    second = await peer.press(first.buttons["Next"])
    sources = await peer.press(second.buttons["Sources"])

    assert "South Korean intelligence" in sources.text
    assert "ISW" not in sources.text


async def test_a_failed_share_is_private(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """What goes wrong with sharing is nobody else's business."""
    first = await peer.slash("claims", {"about": "Kursk"})
    use_cases.failure = RequestError("The claims are gone.")
    shared = await peer.press(first.buttons["Share here"])

    assert shared.private
    assert "The claims are gone." in shared.text
    assert peer.messages() == []


async def test_a_slow_button_is_deferred_in_private(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient]
) -> None:
    """A button that takes long shows at once that it was pressed, and its answer is a new message."""
    slow = SlowUseCases()
    async with running(make_client(use_cases=slow, patience=0.01)):
        await peer.gateway.ready(identified=1)
        pressed = await peer.press("dateline:a:2:p2Kursk")
        assert pressed.callback == {"type": 5, "data": {"flags": values.EPHEMERAL}}
        slow.released.set()
        await pressed.until(lambda e: "South Korean intelligence" in e.text)

    assert len(pressed.callbacks) == 1


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
