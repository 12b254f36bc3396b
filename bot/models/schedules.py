"""Where digests go, when, and who is told: schedules before and after they are kept."""

from __future__ import annotations

import hashlib
from typing import Literal

from pydantic import AwareDatetime, Field

from digests.models import MAX_LINES, Digest, Request, Value

PlatformName = str  #: the name of a row of `bot.platforms.PLATFORMS`, or “terminal”


class Destination(Value):
    """A channel of a workspace on a platform; `tenant` is the workspace ("discord:<guild id>", "slack:<team id>")."""

    platform: PlatformName
    tenant: str
    channel: str
    posting: str = ""  #: how it is posted there, in the platform's own words; nothing: as a message


class ScheduleDraft(Value):
    """What an admin asks for; the service checks it and makes a Schedule of it."""

    destination: Destination
    name: str | None = None
    at: str = "08:00"  #: one or more wall-clock times, "08:00" or "08:00,18:30"
    days: str = "daily"  #: "daily", "weekdays", "weekends", or "mon,wed,fri"
    zone: str = ""  #: an IANA time zone; where none is named, that of the workspace's latest schedule
    request: Request = Request()  #: what it is about, and by whom; empty for everything
    max_lines: int = Field(default=MAX_LINES, ge=1, le=MAX_LINES)
    if_empty: Literal["skip", "say"] = "skip"
    quiet_hours: str = ""  #: when nothing is posted, "22:00-07:00"; empty for none
    grace: str = ""  #: how late it may still be sent, "2h" or "30m"; empty for however late
    first: str = ""  #: how far its first digest reaches back, "7d"; a day where nothing is said
    made_by: str = ""  #: the id of who asks


class ScheduleChanges(Value):
    """What an admin wants to be different about a schedule; none: as it is."""

    name: str | None = None
    at: str | None = None
    days: str | None = None
    zone: str | None = None
    request: Request | None = None
    channel: str | None = None
    posting: str | None = None
    max_lines: int | None = Field(default=None, ge=1, le=MAX_LINES)
    if_empty: Literal["skip", "say"] | None = None
    quiet_hours: str | None = None
    grace: str | None = None


class QuietWindow(Value):
    """The hours of the day in which nothing is posted, on the clock of a zone."""

    hours: str  #: "22:00-07:00"
    zone: str  #: an IANA time zone


class Schedule(Value):
    """A digest that is due at wall-clock times in a zone; `cron` is a five-field crontab text."""

    id: str
    tenant: str
    name: str
    destination: Destination
    cron: str
    zone: str
    about: str = ""  #: the request, as `write_request` writes it
    max_lines: int = MAX_LINES
    if_empty: Literal["skip", "say"] = "skip"
    paused: bool = False
    paused_why: str | None = None  #: where it was not an admin who paused it
    created_at: AwareDatetime
    covered_until: AwareDatetime  #: claims added later than this are new to this schedule
    next_due: AwareDatetime
    quiet_hours: str | None = None  #: "22:00-07:00" on the clock of `zone`: what falls between is held until the end
    grace: int | None = None  #: minutes; one that is later than this is left to the next digest
    made_by: str | None = None  #: the id of who made it, and is told where it fails


class Proposal(Value):
    """A schedule before it is kept, with just what it would post now."""

    token: str  #: what it is settled by
    schedule: Schedule
    digest: Digest | None  #: none where it would stay silent
    sends: tuple[AwareDatetime, ...]  #: when it will be due
    first: str  #: how far its first digest reaches back
    zone_named: bool  #: whether somebody has ever said in which zone


class Settlement(Value):
    """What became of a proposal: the schedule that is kept, if one is, and whether a digest is on its way."""

    schedule: Schedule | None
    posted: bool = False


class RunResult(Value):
    """What became of one due time of a schedule."""

    due: AwareDatetime
    state: Literal["posted", "waiting", "held", "failed", "silent"]
    error: str | None = None


class ScheduleReport(Value):
    """A schedule and how it is doing."""

    schedule: Schedule
    sends: tuple[AwareDatetime, ...]  #: none while it is paused
    results: tuple[RunResult, ...] = ()  #: newest first
    last_right: AwareDatetime | None = None  #: the due time of the latest digest that was posted whole


def person_channel(person: str) -> str:
    """The channel of somebody's direct messages, by their id; a platform opens it when it posts there."""
    return f"@{person}"


def person_of(channel: str) -> str:
    """Whose direct messages a channel is; nobody's where it is an ordinary one."""
    return channel[1:] if channel.startswith("@") else ""


def follower(workspace: str, person: str) -> str:
    """The tenant of what one person follows: nobody else's, and of the workspace in which they said so."""
    return f"{workspace}/{person_channel(person)}"


def key_of(*parts: str) -> str:
    """A key that is the same wherever it is made of the same parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
