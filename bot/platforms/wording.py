"""What every platform says of schedules in the same words; each draws them in its own idiom."""

from __future__ import annotations

import functools
import zoneinfo
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.models import Proposal, RunResult, Schedule, ScheduleReport, Settlement
from bot.schedules import describe

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
_STATES: Final = {
    "posted": "posted",
    "waiting": "is on its way",
    "held": "held back",
    "failed": "given up",
    "silent": "nothing new",
}


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
