"""The commands and buttons, used through the real discord.py client on a Discord on loopback."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from bot.errors import RequestError
from bot.models import Answer, Suggestion
from bot.platforms.discord.client import DiscordClient
from bot.platforms.limits import Allowance, Rate
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
    assert "1. **ISW**: Ukrainian forces advanced up to 5 km SE of Sudzha [Example Wire]" in sources.text
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
    assert "### troops lost" in answer.text
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


async def test_buttons_of_a_later_page_keep_to_it(peer: DiscordPeer, client: DiscordClient) -> None:
    """Sources under the second page lists the second page."""
    first = await peer.slash("claims", {"about": "Kursk"})
    second = await peer.press(first.buttons["Next"])
    sources = await peer.press(second.buttons["Sources"])

    assert "South Korean intelligence" in sources.text
    assert "ISW" not in sources.text
