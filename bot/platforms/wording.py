"""What every platform says of schedules in the same words; each draws them in its own idiom."""

from __future__ import annotations

import functools
import zoneinfo
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.models import Proposal, RunResult, Schedule, ScheduleReport, Settlement, SourceView
from bot.schedules import describe
from digests.errors import BadQueryError
from digests.models import Digest, DigestItem, Figures, Measure, Reading, Section
from digests.query.request import read_request
from digests.series import amount_text

#: How far a first digest may reach back.
WINDOWS: Final = {
    "24h": "the last 24 hours",
    "7d": "the last 7 days",
    "30d": "the last 30 days",
    "365d": "the last year",
}
USUAL_ZONES: Final = (
    "UTC", "Europe/London", "Europe/Berlin", "Europe/Kyiv", "Europe/Istanbul", "Asia/Dubai", "Asia/Kolkata",
    "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "America/Sao_Paulo", "America/New_York", "America/Chicago",
    "America/Denver", "America/Los_Angeles",
)  # fmt: skip
ASK_ZONE: Final = "Your time zone (asked once)"
FOLLOW_STORY: Final = "Follow a story …"
READ_LINE: Final = "Read a line in its passage …"
ABOUT: Final = (
    "Dateline posts news digests in which every line says who claims it. It attributes and never rates: nothing here "
    "is marked true or false. Each line links to the passage that it stands on."
)
HELP: Final = (
    ("/claims about", "what is claimed about a place or an actor, and by whom"),
    ("/compare about", "claims that differ or deny each other, side by side"),
    ("/figures about", "the amounts that claims give over time"),
    (
        "/source claim",
        "the passage behind a line; “Claims in this message” in a message's menu opens those of a digest",
    ),
    ("/follow", "what is new on a place, an actor or a digest's story by direct message, once a day at most"),
    ("/digest schedule", "see what a digest would post, then have it posted (for those who manage this place)"),
    (
        "/digest list, show, edit, pause, resume, quiet, remove, preview, now, test, follows",
        "look after those schedules",
    ),
    ("/desk queue, show, approve, hold, reject, edit, add, correct, withdraw, merge, feeds, audit", "the desk"),
    ("/dateline about", "what Dateline is, and what the small words below a line mean"),
)
_MOST_READINGS: Final = 8  #: of a measure, the newest
_MOST_MEASURES: Final = 4
_STATES: Final = {
    "posted": "posted",
    "waiting": "is on its way",
    "held": "held back",
    "failed": "given up",
    "silent": "nothing new",
}


def stories_of(digest: Digest) -> Iterator[tuple[int, str]]:
    """The stories of a digest that can be followed: the number of the section, and its headline."""
    yield from ((n, section.heading) for n, section in enumerate(digest.sections) if section.story and section.heading)


def without_repetition(section: Section) -> tuple[str, tuple[DigestItem, ...]]:
    """Who and when tells just what the heading says, where the first line does, and the lines that are left to draw."""
    first, *others = section.items
    is_repeated = first.body.casefold() == section.heading.casefold() and not first.was and bool(first.body.strip())
    if not is_repeated or (others and others[0].answers_previous):
        return "", section.items
    return " · ".join((first.claimant, *details_of(first))), tuple(others)


def details_of(item: DigestItem, heading: str = "") -> Iterator[str]:
    """The date and the flags of a line; not the date, where the heading that it stands under says that one."""
    day = item.when.strip()
    if day and not heading.endswith(day.removeprefix("article ").removeprefix("said ")):
        yield day
    yield from item.flags


def proposal_lines(proposal: Proposal) -> Iterator[str]:
    """What a proposal is, and what is left to choose."""
    window = WINDOWS.get(proposal.first, f"since {proposal.first}")
    if proposal.digest is None:
        yield f"Nothing would be posted now: nothing was added in {window}. The first digest comes once something is."
    else:
        yield f"Above is what would be posted now, from what was added in {window}."
    if not proposal.zone_named:
        yield f"The times are in {proposal.schedule.zone}, as nobody here has named a zone yet: choose yours below."


def settlement_line(settlement: Settlement) -> str:
    """What became of a proposal, for where a schedule is kept."""
    if settlement.schedule is None:
        return "Nothing was scheduled."
    return "Scheduled, and the first digest is on its way" if settlement.posted else "Scheduled"


def gaps_of(view: SourceView) -> tuple[str, str]:
    """What stands before and after a passage: a space, but nothing where it touches a quotation mark or a full stop."""
    edges = view.before[-1:], view.after[:1]
    first, last = ("" if edge and not edge.isspace() and not edge.isalnum() else " " for edge in edges)
    return first, last


def subject_of(schedule: Schedule) -> str:
    """What a schedule is about, in words; a story is called by its headline."""
    try:
        request = read_request(schedule.about, kept=True)
    except BadQueryError:  # of an older form
        return schedule.about
    return request.about if request.story else schedule.about


def size(schedule: Schedule) -> str:
    """How many lines it brings, and what it does where there are none."""
    silence = "; where nothing is new, it says so" if schedule.if_empty == "say" else ""
    return f"at most {schedule.max_lines} line{'' if schedule.max_lines == 1 else 's'}{silence}"


def rule(schedule: Schedule) -> str:
    """When it is due, in words: “weekdays at 08:00, Europe/Kyiv, quiet 22:00-07:00”."""
    quiet_hours = f", quiet {schedule.quiet_hours}" if schedule.quiet_hours else ""
    grace = f", at most {_minutes(schedule.grace)} late" if schedule.grace else ""
    return describe(schedule.cron, schedule.zone) + quiet_hours + grace


def report_lines(report: ScheduleReport) -> Iterator[str]:
    """How a schedule has done lately, newest first."""
    zone = report.schedule.zone
    if not report.results:
        yield "Nothing has been due yet."
    for result in report.results:
        yield f"{moment(result.due, zone)}: {_outcome(result)}"
    if report.last_right and not any(result.state == "posted" for result in report.results):
        yield f"Last posted: {moment(report.last_right, zone)}"


def followed_line(schedule: Schedule) -> str:
    """What somebody has begun to follow."""
    return f"You follow {subject_of(schedule)} by direct message"


def follows_line(count: int, *, allowed: bool) -> str:
    """Whether people may follow, and what that has changed."""
    state = "People here may follow by direct message" if allowed else "Nobody here can follow any more"
    change = f"; {count} follow{'' if count == 1 else 's'} {'resumed' if allowed else 'paused'}" if count else ""
    return f"{state}{change}."


def figures_digest(figures: Figures) -> Digest:
    """Figures as lines under their measures, the newest readings of each; what is left out is counted."""
    sections = [
        Section(heading=measure.title, items=tuple(_reading(r, measure) for r in measure.readings[-_MOST_READINGS:]))
        for measure in figures.measures[:_MOST_MEASURES]
    ]
    count = sum(len(measure.readings) for measure in figures.measures)
    rest = count - sum(len(section.items) for section in sections)
    return Digest(
        title=figures.title,
        subtitle=figures.subtitle,
        notice=figures.notice,
        sections=tuple(sections),
        footer=(f"{rest} more; name a measure to see its own",) if rest else (),
    )


def _reading(reading: Reading, measure: Measure) -> DigestItem:
    return DigestItem(
        claim_id=reading.claim_ids[0] if reading.claim_ids else "",
        claimant=reading.claimant,
        body=amount_text(reading, measure.unit),
        when=reading.date,
        flags=reading.flags,
        source=reading.source,
        url=reading.url,
    )


def moment(instant: datetime, zone: str) -> str:
    """An instant on the clock of a zone: “Fri 7 Feb 08:00”."""
    local = instant.astimezone(ZoneInfo(zone))
    return f"{local:%a} {local.day} {local:%b %H:%M}"


def zones(query_text: str) -> tuple[str, ...]:
    """IANA time zones that hold what was typed; the usual ones first."""
    fragment = query_text.strip().casefold().replace(" ", "_")
    candidates = (*USUAL_ZONES, *_all_zones()) if fragment else USUAL_ZONES
    return tuple(dict.fromkeys(zone for zone in candidates if fragment in zone.casefold()))[:25]


def _outcome(result: RunResult) -> str:
    return ": ".join(filter(None, (_STATES[result.state], result.error or "")))


def _minutes(minutes: int) -> str:
    return f"{minutes // 60}h" if minutes % 60 == 0 else f"{minutes}m"


@functools.cache
def _all_zones() -> tuple[str, ...]:
    return tuple(sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone))
