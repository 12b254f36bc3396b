"""Schedules drawn: proposal, kept, listed, how they are doing, and who may change them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, Option, PlainTextObject, StaticSelectElement

from bot.models import Proposal, Schedule, ScheduleReport, Settlement, person_of
from bot.platforms import wording
from bot.platforms.slack.escaping import escape
from bot.platforms.slack.render import (
    MAX_TEXT,
    Message,
    bold,
    context_block,
    digest_message,
    packed,
    section_block,
    split,
)
from bot.platforms.slack.views.parts import channel_mention, mention, notice

_CHOICES = {"post": "Post now", "save": "Save", "cancel": "Cancel"}


def proposal_messages(proposal: Proposal, unknown: str = "") -> list[Message]:
    """Return just what would be posted now, and below it the schedule that waits for a word.

    unknown: what Slack did not tell of the channel.
    """
    lines = [escape(line, 400) for line in wording.proposal_lines(proposal)]
    plan = [
        section_block("*Preview: nothing is scheduled yet*\n" + "\n".join(lines)),
        section_block(schedule_line(proposal.schedule, proposal.sends)),
        *([context_block(text)] if (text := escape(unknown, 500)) else []),
        *_controls(proposal),
    ]
    digest_messages = [digest_message(part) for part in split(proposal.digest)] if proposal.digest else []
    return [*digest_messages, Message(tuple(plan), "Preview: nothing is scheduled yet")]


def settlement_message(settlement: Settlement, sends: Sequence[datetime]) -> Message:
    """Return what became of a proposal."""
    line = wording.settlement_line(settlement)
    return notice(line if settlement.schedule is None else f"{line}\n{schedule_line(settlement.schedule, sends)}")


def schedule_line(schedule: Schedule, sends: Iterable[datetime]) -> str:
    """Return a schedule in words, with its next sends, in three lines."""
    subject = escape(wording.subject_of(schedule), 200) or "everything"
    send_times = ", ".join(wording.moment(send, schedule.zone) for send in sends)
    pause = ": ".join(filter(None, ("paused", escape(schedule.paused_why or "", 200))))
    state = pause if schedule.paused else f"next: {send_times}" if send_times else "no next send"
    return (
        f"{bold(schedule.name, 80)} {_target(schedule, subject)}\n"
        f"{escape(wording.rule(schedule), 200)} · {wording.size(schedule)}\n{state}"
    )


def _target(schedule: Schedule, subject: str) -> str:
    """Where it goes and what it is about; what one follows is mostly called by its subject."""
    channel = schedule.destination.channel
    if not person_of(channel):
        return f"→ {channel_mention(channel)}: {subject}"
    return "by direct message" if subject.casefold() == schedule.name else f"by direct message: {subject}"


def report_message(report: ScheduleReport) -> Message:
    """Return a schedule, its next sends, and how it has done lately."""
    results = "\n".join(f"• {escape(line, 300)}" for line in wording.report_lines(report))
    blocks = (section_block(schedule_line(report.schedule, report.sends)), section_block(f"*Lately*\n{results}"))
    return Message(blocks, "Schedule")


def schedules_messages(lines: Sequence[str]) -> list[Message]:
    """Return a list of schedules, in as many messages as it needs."""
    if not lines:
        return [notice("No digests are scheduled here. `/digest help` says how.")]
    pages: list[list[str]] = [[]]
    for text in lines:
        if sum(map(len, pages[-1])) + len(text) > MAX_TEXT:
            pages.append([])
        pages[-1].append(text)
    return [Message(tuple(packed(page)), "Schedules") for page in pages]


def refusal(admins: frozenset[str], role_unknown: bool) -> str:
    """Return who may do what was refused, and how to be one of them."""
    mentions = [mention(admin) for admin in sorted(admins)[:10]]
    alternatives = f", and {', '.join(mentions)}" if mentions else ""
    scope_hint = " I cannot see who is an admin: the app lacks the scope `users:read`." if role_unknown else ""
    return (
        f"Only workspace admins and owners{alternatives} can change the digests here. "
        f"Ask one of them, or have your user id added to the bot's Slack admins.{scope_hint}"
    )


def _controls(proposal: Proposal) -> list[Block]:
    buttons = [
        ButtonElement(
            text=PlainTextObject(text=name, emoji=False),
            action_id=f"plan.{choice}",
            value=proposal.token,
            style="primary" if choice == "post" else None,
        )
        for choice, name in _CHOICES.items()
    ]
    windows = {f"{proposal.token} {value}": f"First: {words}" for value, words in wording.WINDOWS.items()}
    selects = [_select("first", "How far back the first one reaches", windows)]
    if not proposal.zone_named:
        zones = {f"{proposal.token} {zone}": zone for zone in wording.USUAL_ZONES}
        selects.append(_select("zone", wording.ASK_ZONE, zones))
    return [
        ActionsBlock(block_id="plan", elements=[*buttons]),
        ActionsBlock(block_id="plan.options", elements=[*selects]),
    ]


def _select(name: str, placeholder: str, choices: dict[str, str]) -> StaticSelectElement:
    options = [Option(text=PlainTextObject(text=words, emoji=False), value=value) for value, words in choices.items()]
    return StaticSelectElement(action_id=f"plan.{name}", placeholder=placeholder, options=options)
