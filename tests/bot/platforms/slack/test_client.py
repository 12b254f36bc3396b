"""The real slack-bolt app against a loopback Slack, over Socket Mode and signed HTTP."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr

from bot.errors import DeliveryError, SettingsError, StoreError
from bot.models import Answer, Delivery, Destination, Suggestion
from bot.platforms.slack.client import SlackClient
from bot.platforms.slack.posted import posted_messages
from digests.models import Subject
from tests import make
from tests.fakes import NOW, FakeUseCases, digest, item
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import APP_TOKEN, BOT_TOKEN, SECRET, Fault, Reply

SCHEDULE = 'schedule at:08:00 days:weekdays zone:Europe/Kyiv about:"north korea" max:8 if-empty:say name:morning'


@pytest.fixture
async def peer() -> AsyncIterator[SlackPeer]:
    """A loopback Slack that has nothing to complain of at the end."""
    async with SlackPeer() as slack:
        yield slack
        assert slack.violations == []


@pytest.fixture
def use_cases() -> FakeUseCases:
    """The use cases, asked by one client."""
    return FakeUseCases()


def make_client(peer: SlackPeer, use_cases: FakeUseCases, mode: str = "socket", **more: Any) -> SlackClient:
    """Return a client of the peer in one of the two modes."""
    way: dict[str, Any] = (
        {"app_token": SecretStr(APP_TOKEN)}
        if mode == "socket"
        else {"signing_secret": SecretStr(SECRET), "http_port": 0}
    )
    return SlackClient(SecretStr(BOT_TOKEN), use_cases, **({"api": peer.api, **way} | more))


@contextlib.asynccontextmanager
async def running(client: SlackClient, peer: SlackPeer) -> AsyncIterator[SlackClient]:
    """Run a client until the block ends; what ends it earlier is raised."""
    task = asyncio.create_task(client.run())
    ready = asyncio.create_task(client.ready.wait())
    try:
        await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED, timeout=10)
        if task.done():
            await task
        assert client.ready.is_set()
        if client.http_address:
            peer.http = "http://{}:{}/slack/events".format(*client.http_address)
        yield client
    finally:
        ready.cancel()
        await client.close()
        await asyncio.wait_for(task, 10) if not task.done() else None


@pytest.fixture(params=["socket", "http"])
async def slack(request: pytest.FixtureRequest, peer: SlackPeer, use_cases: FakeUseCases) -> AsyncIterator[SlackPeer]:
    """The peer with a client connected to it in each mode."""
    async with running(make_client(peer, use_cases, request.param, admins=frozenset({"UEXTRA", "SEDITORS"})), peer):
        yield peer


# --- commands -------------------------------------------------------------------------------------------------


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


# --- schedules ------------------------------------------------------------------------------------------------


def chosen(menu: dict[str, Any], words: str) -> dict[str, Any]:
    """A list with one of its options chosen."""
    option = next(option for option in menu["options"] if words in option["text"]["text"])
    return menu | {"selected_option": option}


async def shown(slack: SlackPeer, text: str = SCHEDULE, user: str = "UADMIN") -> tuple[str, Reply]:
    """What `/digest schedule` shows: the digest, and below it the plan with its buttons."""
    command = slack.command("/digest", text, user=user)
    digest_reply = await slack.answer(command)
    return digest_reply.seen, await slack.reply(command)


async def test_an_admin_sees_a_digest_before_it_is_scheduled(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """`/digest schedule` shows what would be posted and the next three sends; nothing is kept until Save."""
    above, plan = await shown(slack, f"{SCHEDULE} <#C2|news>")
    ((draft,),) = use_cases.asked("propose")
    assert draft.destination == Destination(platform="slack", tenant="slack:T1", channel="C2")
    assert (draft.name, draft.at, draft.days, draft.zone) == ("morning", "08:00", "weekdays", "Europe/Kyiv")
    assert (draft.request.about, draft.max_lines, draft.if_empty) == ("north korea", 8, "say")
    assert "*ISW*" in above
    assert "Sat 8 Feb 08:00, Sun 9 Feb 08:00, Mon 10 Feb 08:00" in plan.seen
    assert use_cases.kept == {}
    saved = await slack.press(plan.buttons["plan.save"], user="UADMIN")
    assert saved.payload["replace_original"] is True
    assert list(use_cases.kept) == [("slack:T1", "morning")]
    again = await slack.press(plan.buttons["plan.post"], user="UADMIN")
    assert "settled already" in again.seen


async def test_a_proposal_can_be_changed_posted_and_forgotten(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """How far the first digest reaches back is chosen below it; Cancel keeps nothing, Post now sends it."""
    _, plan = await shown(slack)
    wider = slack.action(chosen(plan.buttons["plan.first"], "7 days"), user="UADMIN")
    await slack.answer(wider, "interactive")
    plan = await slack.reply(wider)
    assert "the last 7 days" in plan.seen
    await slack.press(plan.buttons["plan.cancel"], user="UADMIN")
    assert use_cases.kept == {}
    _, plan = await shown(slack)
    posted = await slack.press(plan.buttons["plan.post"], user="UADMIN")
    assert "on its way" in posted.seen


async def test_a_proposal_is_settled_by_admins_alone(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """Another's press of Save is refused when they may not schedule."""
    _, plan = await shown(slack)
    assert "Only workspace admins" in (await slack.press(plan.buttons["plan.save"])).seen
    assert use_cases.asked("settle") == []


async def test_the_form_offers_the_askers_zone(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """`/digest schedule` alone opens a form with the zone that Slack knows, which leads to the same preview."""
    command = slack.command("/digest", "schedule", user="UADMIN")
    await slack.deliver(command, "slash_commands")
    view = await slack.opened()
    zone = next(block for block in view["blocks"] if block["block_id"] == "zone")
    assert zone["element"]["initial_option"]["value"] == "Europe/Riga"
    await slack.submit(view, {"at": "9am", "days": "weekdays", "zone": "Europe/Riga"}, user="UADMIN")
    await slack.reply(command)
    ((draft,),) = use_cases.asked("propose")
    assert (draft.at, draft.days, draft.zone, draft.destination.channel) == ("9am", "weekdays", "Europe/Riga", "C1")


@pytest.mark.parametrize(
    ("channel", "says"),
    [("<#C3|shut>", "Type /invite in it"), ("<#C4|old>", "is archived"), ("<#C9|gone>", "I do not see that channel")],
)
async def test_a_channel_we_cannot_post_in_is_refused(
    slack: SlackPeer, use_cases: FakeUseCases, channel: str, says: str
) -> None:
    """The refusal names what is missing and the cure, before anything is proposed."""
    reply = await slack.slash("/digest", f"{SCHEDULE} {channel}", user="UADMIN")
    assert says in reply.seen
    assert use_cases.asked("propose") == []


async def test_an_admin_of_another_workspace_is_none_here(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """Who is an admin elsewhere, and a guest in a shared channel, changes nothing here."""
    slack.users["UGUEST"] = {"is_admin": True, "team_id": "T2"}
    assert "Only workspace admins" in (await slack.slash("/digest", SCHEDULE, user="UGUEST")).seen
    assert use_cases.calls == []


@pytest.mark.parametrize("user", ["UEXTRA", "UEDITOR"])
async def test_configured_users_and_groups_may_schedule(slack: SlackPeer, use_cases: FakeUseCases, user: str) -> None:
    """A user named in the settings, or in a group named there, may schedule without being an admin."""
    await slack.slash("/digest", SCHEDULE, user=user)
    assert len(use_cases.asked("propose")) == 1


@pytest.mark.parametrize("text", [SCHEDULE, "list", "pause morning", "remove morning", "now morning"])
async def test_others_are_refused(slack: SlackPeer, use_cases: FakeUseCases, text: str) -> None:
    """Who is no admin is refused, privately, and told who can."""
    reply = await slack.slash("/digest", text)
    assert "Only workspace admins and owners" in reply.seen
    assert "<@UEXTRA>" in reply.seen
    assert use_cases.calls == []


async def test_without_the_right_to_see_admins_the_refusal_says_so(slack: SlackPeer) -> None:
    """Where the app may not look users up, the refusal names the missing scope."""
    slack.faults["users.info"].append(Fault(error="missing_scope"))
    reply = await slack.slash("/digest", SCHEDULE, user="UADMIN")
    assert "users:read" in reply.seen


async def test_a_redelivered_schedule_is_shown_once(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """The same `/digest schedule` delivered three times makes one proposal and reports no conflict."""
    command = slack.command("/digest", SCHEDULE, user="UADMIN")
    first = await slack.answer(command)
    await slack.reply(command)
    await slack.deliver(command, "slash_commands", retry=1)
    again = await slack.answer(command)
    assert len(use_cases.asked("propose")) == 1
    assert first.seen == again.seen


async def test_a_lost_first_delivery_is_handled_at_the_retry(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """A request that first reaches us as a retry is done, not dropped."""
    command = slack.command("/digest", SCHEDULE, user="UADMIN")
    await slack.deliver(command, "slash_commands", retry=1)
    await slack.reply(command)
    assert len(use_cases.asked("propose")) == 1


async def test_schedules_are_listed_changed_paused_sent_and_removed(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """An admin can see, change, pause, resume, send, try and remove a schedule by its name."""
    _, plan = await shown(slack)
    await slack.press(plan.buttons["plan.save"], user="UADMIN")
    texts = ["list", "edit morning zone:Asia/Tokyo about:everything name:evening", "pause morning", "show morning"]
    texts += ["resume name:morning", "pause morning", "resume all", "now morning", "test morning", "remove morning"]
    said = [(await slack.slash("/digest", text, user="UADMIN")).seen for text in (*texts, "list")]
    assert "*morning* → <#C1>: north korea\\n" in said[0]
    assert "at most 8 lines" in said[0]
    assert "Asia/Tokyo" in said[1]
    assert "held back: the channel is gone" in said[3]
    assert "paused" in said[3]
    assert ["Resumed" in said[4], "morning" in said[6]] == [True, True]
    assert use_cases.asked("send_now") == use_cases.asked("send_test") == [("slack:T1", "morning")]
    assert "Removed morning" in said[9]
    assert "No digests" in said[10]
    [(_, name, changes)] = use_cases.asked("edit_schedule")
    assert (name, changes.name, changes.zone, changes.request.about) == ("morning", "evening", "Asia/Tokyo", "")


# --- the connection -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["refresh", "kill"])
async def test_the_socket_comes_back(peer: SlackPeer, use_cases: FakeUseCases, how: str) -> None:
    """After Slack asks to reconnect, or the line drops, commands are answered again."""
    async with running(make_client(peer, use_cases), peer):
        await peer.connected()
        await (peer.refresh() if how == "refresh" else peer.drop_sockets())
        await peer.connected(2)
        assert "ISW" in (await peer.slash("/claims", "Kursk")).seen


async def test_signing_in_waits_for_slack(peer: SlackPeer, use_cases: FakeUseCases) -> None:
    """A Slack that is down at the start is asked again until it answers."""
    peer.faults["auth.test"].append(Fault(status=503))
    async with running(make_client(peer, use_cases), peer):
        assert "ISW" in (await peer.slash("/claims", "Kursk")).seen


@pytest.mark.parametrize(
    ("changes", "setting"),
    [
        ({"bot_token": "xoxb-wrong"}, "DATELINE_SLACK_BOT_TOKEN"),
        ({"app_token": "xapp-wrong"}, "DATELINE_SLACK_APP_TOKEN"),
    ],
)
async def test_refused_tokens_end_the_run(
    peer: SlackPeer, use_cases: FakeUseCases, changes: dict[str, str], setting: str
) -> None:
    """A token that Slack refuses ends the run with the setting's name and the cure, without the token."""
    tokens = {"bot_token": BOT_TOKEN, "app_token": APP_TOKEN} | changes
    client = SlackClient(
        SecretStr(tokens["bot_token"]), use_cases, app_token=SecretStr(tokens["app_token"]), api=peer.api.rstrip("/")
    )
    with pytest.raises(SettingsError, match=setting) as caught:
        await asyncio.wait_for(client.run(), 10)
    assert "wrong" not in str(caught.value)


@pytest.mark.parametrize("empty", [None, SecretStr(""), SecretStr("  ")])
def test_a_client_needs_a_way_to_listen(use_cases: FakeUseCases, empty: SecretStr | None) -> None:
    """Without an app token and a signing secret the error names both settings."""
    with pytest.raises(SettingsError, match=r"DATELINE_SLACK_APP_TOKEN.*DATELINE_SLACK_SIGNING_SECRET"):
        SlackClient(SecretStr("xoxb-1"), use_cases, app_token=empty, signing_secret=empty)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, 200),
        ({"secret": "another"}, 401),
        ({"timestamp": str(int(time.time()) - 600)}, 401),
        ({"timestamp": "soon"}, 401),
        ({"timestamp": ""}, 401),
        ({"timestamp": "9" * 5000}, 401),
    ],
)
async def test_only_fresh_signatures_are_taken(
    peer: SlackPeer, use_cases: FakeUseCases, changes: dict[str, Any], status: int
) -> None:
    """A request with a wrong, stale or unreadable signature is refused before it is read."""
    async with running(make_client(peer, use_cases, "http"), peer):
        answered, _ = await peer.send_signed(peer.command("/claims", "Kursk"), **changes)
        assert answered == status
    assert len(use_cases.asked("claims")) == (status == 200)


async def test_slack_can_verify_the_address(peer: SlackPeer, use_cases: FakeUseCases) -> None:
    """The challenge that Slack sends when the address is entered is answered."""
    async with running(make_client(peer, use_cases, "http"), peer):
        challenge = {"type": "url_verification", "challenge": "abc", "token": "legacy"}
        status, text = await peer.send_signed(challenge, "events_api")
        assert (status, json.loads(text)) == (200, {"challenge": "abc"})


async def test_what_slack_escaped_is_read_as_typed(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """Slack's escaping of a command's text is undone before the text is looked up."""
    await slack.slash("/claims", "R&amp;D &lt;3")
    assert use_cases.asked("claims") == [("R&D <3", None)]


async def test_requests_that_cannot_be_read_are_refused(peer: SlackPeer, use_cases: FakeUseCases) -> None:
    """A body or signature that is no text is refused, not an internal error."""
    async with running(make_client(peer, use_cases, "http"), peer), aiohttp.ClientSession() as session:
        headers = {"X-Slack-Request-Timestamp": str(int(time.time())), "X-Slack-Signature": "v0=é"}
        for body in (b"\xff\xfe", b"{", b""):
            async with session.post(peer.http or "", data=body, headers=headers) as response:
                assert response.status == 401


async def test_secrets_stay_out_of_the_log(
    peer: SlackPeer, use_cases: FakeUseCases, caplog: pytest.LogCaptureFixture
) -> None:
    """At debug level, with faults, no token, secret or socket ticket is logged or shown by the client."""
    caplog.set_level(logging.DEBUG)
    client = make_client(peer, use_cases, signing_secret=SecretStr(SECRET))
    async with running(client, peer):
        await peer.slash("/claims", "Kursk")
        peer.faults["chat.postMessage"].append(Fault(reset=True))
        with contextlib.suppress(DeliveryError):
            await client.post(
                Delivery(
                    id="d1",
                    tenant="slack:T1",
                    run_id="r1",
                    destination=Destination(platform="slack", tenant="slack:T1", channel="C1"),
                    digest=digest(item()),
                    not_before=NOW,
                )
            )
        peer.faults["apps.connections.open"].append(Fault(status=500))
        await peer.drop_sockets()
        await peer.connected(2)
    for secret in (BOT_TOKEN, APP_TOKEN, SECRET, "peer-ticket"):
        assert secret not in caplog.text + repr(client) + str(vars(client))
