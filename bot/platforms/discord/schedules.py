"""How schedules look on Discord: proposal, kept, listed, and how they are doing. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.models import Proposal, Schedule, ScheduleReport, Settlement, person_of
from bot.platforms import wording
from bot.platforms.discord import render
from bot.platforms.discord.escaping import escape
from bot.platforms.discord.forums import PUBLISH, is_post
from bot.platforms.discord.render import Reply


def proposal_reply(proposal: Proposal) -> Reply:
    """Just what would be posted now, and below it the schedule that waits for a word."""
    facts = [escape(line, 400) for line in wording.proposal_lines(proposal)]
    facts += _facts(proposal.schedule, proposal.sends)
    plan = render.embed("Preview: nothing is scheduled yet", "\n".join(facts))
    digest_messages = render.messages(proposal.digest) if proposal.digest else ()
    return replace(render.single(plan), messages=(*digest_messages, (plan,)), proposal=proposal)


def settlement_reply(settlement: Settlement, sends: Sequence[datetime]) -> Reply:
    """What became of a proposal."""
    line = wording.settlement_line(settlement)
    return render.notice(line) if settlement.schedule is None else schedule(settlement.schedule, sends, title=line)


def schedule(entry: Schedule, sends: Sequence[datetime], *, title: str) -> Reply:
    """A schedule with its next sends."""
    return render.single(render.embed(title, "\n".join(_facts(entry, sends))))


def report_reply(report: ScheduleReport) -> Reply:
    """A schedule, its next sends, and how it has done lately."""
    results = (f"• {escape(line, 300)}" for line in wording.report_lines(report))
    facts = [*_facts(report.schedule, report.sends), "**Lately**", *results]
    return render.single(render.embed("Schedule", "\n".join(facts)))


def schedules(entries: Sequence[Schedule], *, title: str = "Scheduled digests") -> Reply:
    """A workspace's schedules, a line each."""
    if not entries:
        return render.notice("No digest is scheduled here. Begin with /digest schedule.")
    pages = render.pages([_line(entry) for entry in entries])
    return Reply(tuple((render.embed(title, page),) for page in pages))


def _facts(entry: Schedule, sends: Iterable[datetime]) -> Iterator[str]:
    subject = escape(wording.subject_of(entry), 300) or "everything"
    yield f"**{escape(entry.name, 100)}** in {_channel(entry)}" + (f" · {_pause(entry)}" if entry.paused else "")
    yield f"About {subject}, {wording.size(entry)}"
    yield escape(wording.rule(entry), 200)
    yield from (f"• {_moment(send, entry.zone)}" for send in sends)


def _line(entry: Schedule) -> str:
    subject = escape(wording.subject_of(entry), 200) or "everything"
    state = _pause(entry) if entry.paused else f"next {_moment(entry.next_due, entry.zone)}"
    rule = escape(wording.rule(entry), 200)
    return f"• **{escape(entry.name, 100)}** in {_channel(entry)}: {subject} · {rule} · {state}"


def _channel(entry: Schedule) -> str:
    channel = entry.destination.channel
    if person_of(channel):
        return "your direct messages"
    words = {PUBLISH: ", published"}.get(entry.destination.posting, "")
    words = ", a post each time" if is_post(entry.destination.posting) else words
    return f"<#{channel}>{words}" if channel.isascii() and channel.isdigit() else escape(channel, 80)


def _pause(entry: Schedule) -> str:
    return ": ".join(filter(None, ("paused", escape(entry.paused_why or "", 200))))


def _moment(instant: datetime, zone: str) -> str:
    """In the schedule's own zone, and how far away that is."""
    return f"{wording.moment(instant, zone)} (<t:{int(instant.timestamp())}:R>)"
