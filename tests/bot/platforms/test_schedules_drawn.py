"""Whatever a schedule is called and whatever has become of it, both platforms can draw it, and nobody is notified."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models import Proposal, RunResult, Schedule, ScheduleReport, Settlement
from bot.platforms.discord import schedules
from bot.platforms.discord.controls import proposals
from bot.platforms.discord.render import Reply
from bot.platforms.slack import views
from tests import make
from tests.bot.platforms.slack.drawings import HOSTILE, digests
from tests.peers.discord_rules import broken_in_message
from tests.peers.slack_rules import check_message, check_view

words = (
    st.sampled_from(["", "kursk", HOSTILE, "@everyone <@123> **b** [x](https://evil.example)", "w" * 900]) | st.text()
)
SENDS = tuple(make.NOW + timedelta(days=day) for day in range(3))


@st.composite
def kept(draw: st.DrawFn) -> Schedule:
    """A schedule with anything in it that somebody may have written."""
    channel = draw(st.sampled_from(["100", "C1", "@7", HOSTILE]))
    fields = {"name": draw(words), "about": draw(words), "paused": draw(st.booleans()), "paused_why": draw(words)}
    return make.schedule("s1", destination=make.destination(channel=channel), grace=90, **fields)


def on_discord(reply: Reply) -> list[str]:
    """What Discord would have against a reply."""
    payloads: list[dict[str, Any]] = [{"embeds": [embed.to_dict() for embed in message]} for message in reply.messages]
    if reply.proposal:
        payloads[-1]["components"] = proposals.controls(reply.proposal).to_components()
    messages: list[dict[str, Any]] = [payload | {"allowed_mentions": {"parse": []}} for payload in payloads]
    return [rule for message in messages for rule in broken_in_message(message, new=False)]


@settings(max_examples=40, deadline=None)
@given(kept(), digests | st.none(), words, st.booleans())
def test_a_proposal_can_be_drawn(schedule: Schedule, digest: object, first: str, is_named: bool) -> None:
    """The preview, what stands below it and what becomes of it keep every limit of both platforms."""
    values = {"token": "t" * 22, "schedule": schedule, "digest": digest, "sends": SENDS, "first": first}
    proposal = Proposal.model_validate(values | {"zone_named": is_named})
    assert on_discord(schedules.proposal_reply(proposal)) == []
    for message in views.proposal_messages(proposal, first):
        assert check_message(json.loads(json.dumps(message.payload()))) == []
    for settlement in (Settlement(schedule=None), Settlement(schedule=schedule, posted=is_named)):
        assert on_discord(schedules.settlement_reply(settlement, SENDS)) == []
        message = views.settlement_message(settlement, SENDS)
        assert check_message(json.loads(json.dumps(message.payload()))) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(kept(), max_size=12), words)
def test_reports_lists_and_the_home_can_be_drawn(entries: list[Schedule], error: str) -> None:
    """Results with any error, long lists and the Home keep every limit of both platforms."""
    results = tuple(RunResult(due=make.NOW, state="held", error=error) for _ in range(5))
    for entry in entries[:2]:
        report = ScheduleReport(schedule=entry, sends=SENDS, results=results, last_right=make.NOW)
        assert on_discord(schedules.report_reply(report)) == []
        assert check_message(json.loads(json.dumps(views.report_message(report).payload()))) == []
    assert on_discord(schedules.schedules(entries)) == []
    lines = [views.schedule_line(entry, SENDS) for entry in entries]
    for message in views.schedules_messages(lines * 5):
        assert check_message(json.loads(json.dumps(message.payload()))) == []
    assert check_view(json.loads(json.dumps(views.home_view(lines, lines).to_dict()))) == []
