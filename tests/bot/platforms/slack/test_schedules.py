"""Schedules are made, shown, changed and removed in Slack, by those who may."""

from __future__ import annotations

from typing import Any

import pytest

from bot.models import Destination
from tests.fakes import FakeUseCases
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import Fault, Reply

SCHEDULE = 'schedule at:08:00 days:weekdays zone:Europe/Kyiv about:"north korea" max:8 if-empty:say name:morning'


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
