"""The bot's own values: where digests go, when, and what is on its way."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Literal

from pydantic import AwareDatetime, Field

from digests.models import MAX_LINES, Article, Digest, Request, Value

PlatformName = str  #: the name of a row of `bot.platforms.PLATFORMS`, or “terminal”
#: `maybe_posted` is looked for before it is posted again; `held` is whole and waits: for the end of quiet hours, or for
#: a person, where its channel is closed or nobody can tell whether it is there.
DeliveryState = Literal["pending", "sending", "sent", "maybe_posted", "held", "dead"]


DeskState = Literal["waiting", "held", "approved", "rejected"]
FeedState = Literal["new", "well", "fails", "silent", "paused", "off", "gone"]
#: Whether a feed's articles go in, wait for the desk, or are not looked for.
FeedMode = Literal["publish", "review", "off"]


class Destination(Value):
    """A channel of a workspace on a platform; `tenant` is the workspace ("discord:<guild id>", "slack:<team id>")."""

    platform: PlatformName
    tenant: str
    channel: str


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


class DigestRun(Value):
    """One firing of a schedule; unique by (schedule, due)."""

    id: str
    tenant: str
    schedule_id: str
    due: AwareDatetime
    window_from: AwareDatetime
    window_to: AwareDatetime


class Delivery(Value):
    """One message on its way: an outbox row, written before it is sent."""

    id: str  #: the idempotency key as well
    tenant: str
    run_id: str
    part: int = 0
    destination: Destination
    digest: Digest
    state: DeliveryState = "pending"
    attempts: int = 0
    not_before: AwareDatetime
    maybe_posted_since: AwareDatetime | None = None  #: when an earlier attempt began that may have been posted
    lease_token: str | None = None
    edits: str | None = None  #: the id of the message whose place it takes, where it corrects one
    thread: str | None = None  #: the id of the message that it is a note to
    remote_id: str | None = None  #: the platform's message id
    error: str | None = None
    quiet_window: QuietWindow | None = None  #: when it is not posted


class PostedRun(Value):
    """A digest that was posted: the message that is asked about as it stands now, and all digests of its run."""

    run: DigestRun
    message: Delivery
    digests: tuple[Digest, ...]


class FeedHealth(Value):
    """How a feed is doing, as its watcher notes it after each look."""

    next_due: AwareDatetime
    etag: str | None = None
    last_modified: str | None = None  #: as the host wrote it
    body_hash: str | None = None  #: of what was read last
    failures: int = 0  #: in a row
    error: str | None = None
    last_try: AwareDatetime | None = None
    last_success: AwareDatetime | None = None
    last_new: AwareDatetime | None = None  #: when it last had an article that was not held
    alert: Literal["broken", "silent"] | None = None  #: of what the operator was told, as long as it lasts
    retired: bool = False  #: its host says that it is gone for good


class Feed(Value):
    """A feed that is watched, and how its articles are taken."""

    id: str
    url: str
    name: str | None = None  #: the publisher's; the feed's own title by default
    language: str | None = None  #: of its articles; what they say of themselves by default
    mode: FeedMode = "publish"
    full_text: bool = False  #: whether the pages of its articles are fetched
    selector: str | None = None  #: where a page has its text, as in `article .body`; found by itself by default
    sites: tuple[str, ...] = ()  #: the domains of its house, beside the one that it lies at
    interval: int = Field(default=15, ge=1, le=1440)  #: minutes between two looks
    silent_after: int = Field(default=72, ge=0, le=8760)  #: hours without a new article that are told; 0: never
    paused: bool = False
    added_at: AwareDatetime
    health: FeedHealth

    @property
    def state(self) -> FeedState:
        """How it is doing, in a word."""
        if self.health.retired or self.paused or self.mode == "off":
            return "gone" if self.health.retired else "paused" if self.paused else "off"
        if self.health.failures:
            return "fails"
        return "silent" if self.health.alert == "silent" else "well" if self.health.last_success else "new"


class DeskItem(Value):
    """What waits for the desk: an article before it goes in, or what a reader says is wrong with a claim."""

    id: str
    tenant: str = ""  #: whose desk decides; the operator's own is nobody's
    kind: Literal["article", "report"] = "article"
    state: DeskState = "waiting"
    origin: str  #: where it came from: a feed's address, or who brought it
    article: Article | None = None  #: as it is to go in
    claim_id: str | None = None  #: the claim that a report is about
    text: str = ""  #: what a report says
    needs: int = Field(default=1, ge=1, le=9)  #: how many must approve
    approvals: tuple[str, ...] = ()  #: who has
    news: bool = True
    added_at: AwareDatetime
    decided_at: AwareDatetime | None = None
    revision: int = 0  #: another number after each decision, so that of two at once one is told

    @property
    def subject(self) -> str:
        """What it is about: an article's headline, or how it begins, or what is said of a claim."""
        if self.article:
            return self.article.headline or self.article.body[:80]
        return f"claim {self.claim_id}: {self.text}"


class DeskRequest(Value):
    """What somebody asks of the desk in chat."""

    verb: str
    subject: str = ""  #: the id of what waits, of a claim or of an article
    other: str = ""  #: the id of another article
    text: str = ""  #: what is to wait: an address, or an article's text
    publisher: str = ""  #: of such a text
    reason: str = ""
    claimant: str = ""
    said_on: str = ""  #: a date such as 2025-02-07
    hidden: bool = False
    confirmed: bool = False  #: whether the messages that will be edited were seen and agreed to


class AuditRow(Value):
    """One decision: who did what to what, when and why."""

    moment: AwareDatetime
    actor: str
    tenant: str = ""
    action: str
    subject: str  #: the id of an item, an article or a claim
    reason: str = ""
    detail: str = ""


class ClaimEdit(Value):
    """What the desk has set of a claim's reading, by the article and the words of its passage."""

    article_id: str
    passage: str  #: empty for the whole article
    hidden: bool = False
    withdrawn: bool = False  #: of the whole article
    claimant: str | None = None
    said_on: date | None = None
    places: tuple[str, ...] | None = None


class Entity(Value):
    """A place or an actor that has claims, as offered while a reader types."""

    kind: Literal["place", "actor"]
    id: str
    name: str
    detail: str = ""  #: "Kursk Oblast, Russia" or "think tank"
    claims: int
    speaks: bool = False  #: whether a claim is its own


class Suggestion(Value):
    """A choice of an autocomplete list: `label` is shown, `value` is sent back as `about`."""

    label: str = Field(max_length=100)
    value: str = Field(max_length=100)


class Answer(Value):
    """The answer to `/claims`: lines to draw, other subjects to offer, and where the next page begins."""

    digest: Digest
    choices: tuple[Suggestion, ...] = ()
    next_page: str | None = None


class SourceView(Value):
    """A claim's passage in its context, for `/source`."""

    claim_id: str
    line: str
    before: str
    exact: str
    after: str
    headline: str
    source: str  #: the outlet and the chain behind it
    published: str
    url: str | None = None
    standing: str = ""  #: what has become of the claim since, if anything


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
