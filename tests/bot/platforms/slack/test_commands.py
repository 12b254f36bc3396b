"""Commands, buttons and menus of a real slack-bolt app, over Socket Mode and signed HTTP."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.errors import StoreError
from bot.models import Answer, Suggestion
from bot.platforms.slack.posted import posted_messages
from digests.models import Subject
from tests import make
from tests.fakes import FakeUseCases, digest, item
from tests.peers.slack import SlackPeer


async def test_claims_are_answered_privately(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """`/claims` passes its text on as it is and answers to the asker alone, with the claims and four buttons."""
    reply = await slack.slash("/claims", "Kursk since:7d by:isw")
    assert use_cases.asked("claims") == [("Kursk by:isw since:7d", None)]
    assert reply.payload["response_type"] == "ephemeral"
    assert "*ISW*: Ukrainian forces advanced up to 5 km SE of Sudzha" in reply.seen
    assert set(reply.buttons) == {"claims.next", "claims.sources", "claims.share", "claims.wrong"}


async def test_the_next_page_replaces_the_first(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """Next asks for the page that the answer named and puts it in the old one's place; the last page has no Next."""
    first = await slack.slash("/claims", "Kursk")
    second = await slack.press(first.buttons["claims.next"])
    assert use_cases.asked("claims")[-1] == ("Kursk", "p2")
    assert second.payload["replace_original"] is True
    assert "South Korean intelligence" in second.seen
    assert "claims.next" not in second.buttons


async def test_sources_lead_from_each_line_to_its_passage(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """Sources lists the outlet of each line with its link, and a button that opens the passage; nobody types an id."""
    first = await slack.slash("/claims", "Kursk")
    sources = await slack.press(first.buttons["claims.sources"])
    assert "|Example Wire>" in sources.seen
    passage = await slack.press(sources.buttons["source.show.2"])
    assert use_cases.asked("source") == [("c2",)]
    assert passage.payload["response_type"] == "ephemeral"
    assert "*Ukrainian forces advanced up to five kilometers southeast of Sudzha*" in passage.seen


async def test_a_posted_digest_leads_further(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """Under a digest stand its sources, what did not fit, and its subjects; each answers the asker alone."""
    subjects = (Subject(kind="place", id="538560", name="Kursk"),)
    made = digest(item("c1"), subjects=subjects)
    made = made.model_copy(update={"sections": (made.sections[0].model_copy(update={"story": "a1"}),)})
    [message] = posted_messages(make.delivery("d1", digest=made))
    controls = {
        part["action_id"]: part
        for block in message.payload()["blocks"]
        for part in block.get("elements", [])
        if "action_id" in part
    }
    sources = await slack.press(controls["digest.sources"])
    assert use_cases.asked("posted") == [("slack:T1", "d1")]
    assert "source.show.1" in sources.buttons
    more = await slack.press(controls["digest.more"])
    await slack.press(more.buttons["digest.more"])
    assert use_cases.asked("more") == [("slack:T1", "d1", None), ("slack:T1", "d1", "p2")]
    legend = await slack.press(controls["digest.legend"])
    assert "*unconfirmed*: " in legend.seen
    select = controls["digest.follow"]
    story = await slack.press(select | {"selected_option": select["options"][0]})
    assert use_cases.asked("follow_story") == [("slack:T1", "d1", 0, "")]
    assert "*a flood in sudzha* by direct message" in story.seen.lower()
    about = controls["digest.about"]
    answer = await slack.press(about | {"selected_option": about["options"][0]})
    assert use_cases.asked("claims")[-1] == ("place:538560", None)
    assert {reply.payload["response_type"] for reply in (sources, more, legend, story, answer)} == {"ephemeral"}


async def test_sharing_is_public_and_happens_once(slack: SlackPeer) -> None:
    """Share here posts the same page for all, once, however often Slack delivers the press."""
    first = await slack.slash("/claims", "Kursk")
    pressed = slack.action(first.buttons["claims.share"])
    shared = await slack.answer(pressed, "interactive")
    assert shared.payload["response_type"] == "in_channel"
    assert "Shared by <@UREADER>" in shared.seen
    assert not shared.buttons
    await slack.deliver(pressed, "interactive", retry=1)
    with pytest.raises(TimeoutError):
        await slack.reply(pressed, 0.2)


async def test_a_choice_button_asks_for_that_subject(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """Where the answer offers other subjects, each is a button that asks for it."""
    use_cases.pages[None] = Answer(
        digest=digest(notice="Which one?"), choices=(Suggestion(label="Kursk (city)", value="Kursk city"),)
    )
    reply = await slack.slash("/claims", "Kursk")
    await slack.press(reply.buttons["claims.choice.0"])
    assert use_cases.asked("claims")[-1] == ("Kursk city", None)


async def test_claims_alone_opens_a_form(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """`/claims` alone opens a form whose select is fed while typing; submitting it answers where it was typed."""
    command = slack.command("/claims", "")
    await slack.deliver(command, "slash_commands")
    async with asyncio.timeout(3):
        while not slack.views:  # noqa: ASYNC110 - the form is opened after the acknowledgement
            await asyncio.sleep(0.01)
    assert [one["value"] for one in await slack.suggest("kur")] == ["Kursk Oblast"]
    await slack.submit(slack.views[0], {"about": "Kursk Oblast", "since": "7d"})
    reply = await slack.reply(command)
    assert use_cases.asked("claims") == [("Kursk Oblast since:7d", None)]
    assert "ISW" in reply.seen


async def test_failing_suggestions_are_an_empty_list(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """A select whose suggestions fail shows none instead of an error."""
    use_cases.failure = StoreError("locked")
    assert await slack.suggest("kur") == []


async def test_source_shows_the_passage(slack: SlackPeer) -> None:
    """`/source` shows the passage in bold between its neighbours, and where it stands."""
    reply = await slack.slash("/source", "[c1]")
    assert "*Ukrainian forces advanced up to five kilometers southeast of Sudzha*" in reply.seen
    assert "|New attacks in Kursk>" in reply.seen


@pytest.mark.parametrize(
    ("command", "text", "expected"),
    [
        ("/claims", "Atlantis", "Nearest: Kursk Oblast"),
        ("/claims", "help", "/claims kursk"),
        ("/claims", "x" * 1600, "too long"),
        ("/source", "", "/source ID"),
        ("/source", "none", "no claim none"),
        ("/digest", "", "/digest schedule"),
        ("/digest", "help", "/digest schedule"),
        ("/digest", "dance <!channel>", "I do not know “dance”"),
        ("/digest", "preview kursk max:5", "ISW"),
        ("/digest", "preview max:50", "1 to 12"),
        ("/dateline", "", "/claims kursk"),
        ("/dateline", "about", "never rates"),
        ("/nonsense", "", "do not know /nonsense"),
    ],
)
async def test_every_command_is_answered(slack: SlackPeer, command: str, text: str, expected: str) -> None:
    """Each command gets a helpful answer, also where it cannot be met or is unknown."""
    reply = await slack.slash(command, text)
    assert expected in reply.seen
    assert reply.payload["response_type"] == "ephemeral"


async def test_an_unexpected_failure_is_told_and_logged(
    slack: SlackPeer, use_cases: FakeUseCases, caplog: pytest.LogCaptureFixture
) -> None:
    """A command that breaks is acknowledged, the reader is told to try again, and the log has the reason."""
    use_cases.failure = RuntimeError("broken with xoxb-1-secret")
    reply = await slack.slash("/claims", "Kursk")
    assert "try again" in reply.seen
    assert "RuntimeError: broken with [secret]" in caplog.text


async def test_the_libraries_touch_no_other_log(slack: SlackPeer) -> None:
    """What keeps secrets out of the Slack libraries' lines gets no hold of the bot's own, which are no plain text."""
    for command in ("/claims", "/digest", "/nonsense"):
        await slack.slash(command, "list")
    loggers = {
        name: logger for name, logger in logging.root.manager.loggerDict.items() if getattr(logger, "filters", ())
    }
    assert {name.partition(":")[0].partition(".")[0] for name in loggers} <= {"bot", "slack_bolt", "slack_sdk"}


async def test_unknown_interactions_are_acknowledged(slack: SlackPeer) -> None:
    """Buttons, forms and events that we know nothing of are acknowledged, so that Slack does not repeat them."""
    button = {"action_id": "old.button", "value": "", "type": "button"}
    assert await slack.deliver(slack.action(button), "interactive") == {}
    event = {"type": "event_callback", "team_id": "T1", "event": {"type": "message", "text": "hi", "user": "U2"}}
    assert await slack.deliver(event, "events_api") == {}


async def test_what_slack_escaped_is_read_as_typed(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """Slack's escaping of a command's text is undone before the text is looked up."""
    await slack.slash("/claims", "R&amp;D &lt;3")
    assert use_cases.asked("claims") == [("R&D <3", None)]
