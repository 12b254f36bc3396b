"""The seams: what the use cases need of a store and a platform, and what the platforms need of the use cases."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, Protocol

from bot.models import (
    Answer,
    AuditRow,
    ClaimEdit,
    Delivery,
    DeskItem,
    DeskRequest,
    DeskState,
    Destination,
    DigestRun,
    Entity,
    Feed,
    PlatformName,
    PostedRun,
    Proposal,
    RunResult,
    Schedule,
    ScheduleChanges,
    ScheduleDraft,
    ScheduleReport,
    Settlement,
    SourceView,
    Suggestion,
)
from digests.models import EVERYTHING, MAX_LINES, Article, Claim, Digest, Figures, Query, Request, SourcedClaim

if TYPE_CHECKING:
    from digests.composing.corrections import Restated
    from digests.composing.past import ChannelLine
    from digests.composing.ranking import Selection


class FeedStore(Protocol):
    """The feeds that are watched. Each method is one transaction; errors are `StoreError`."""

    async def add(self, feed: Feed) -> bool:
        """Add a feed; False if one with its address is watched already."""
        ...

    async def all(self) -> list[Feed]:
        """Every feed, by address."""
        ...

    async def are_due(self, now: datetime) -> bool:
        """Whether a feed is due."""
        ...

    async def take(self, now: datetime, *, lease_end: datetime, limit: int) -> list[Feed]:
        """The feeds that are due, longest first; nobody else is given them until the lease ends."""
        ...

    async def seen(self, feed_id: str) -> frozenset[str]:
        """The hashes of the entries that were taken from a feed at the last look."""
        ...

    async def note(self, feed: Feed, hashes: Collection[str] | None = None) -> bool:
        """Note how a feed is doing, where it has moved to, and what was taken of it.

        False if it is gone, or another one is watched there.
        """
        ...

    async def update(self, feed: Feed) -> bool:
        """Replace what an operator sets of a feed, and when it is due; False if it is gone."""
        ...

    async def remove(self, feed_id: str) -> bool:
        """Remove a feed; its articles stay."""
        ...


class DeskStore(Protocol):
    """The desk's queue and decisions. Each method is one transaction; errors are `StoreError`."""

    async def add(self, item: DeskItem, row: AuditRow) -> bool:
        """Let something wait; False if it waits or was decided already."""
        ...

    async def item(self, item_id: str) -> DeskItem | None:
        """One item."""
        ...

    async def items(self, tenant: str | None, states: tuple[DeskState, ...], *, limit: int = 100) -> list[DeskItem]:
        """A tenant's items in some states, oldest first; or, for the operator alone, everybody's."""
        ...

    async def unfinished(self) -> list[DeskItem]:
        """What was approved and not put in, as the process ended in between."""
        ...

    async def waiting(self) -> int:
        """How many items wait, everybody's together."""
        ...

    async def decide(self, item: DeskItem, row: AuditRow) -> bool:
        """Put an item in the place of itself as it was read; False if somebody else has decided meanwhile."""
        ...

    async def edits(self, article_id: str) -> list[ClaimEdit]:
        """What the desk has set of an article's claims."""
        ...

    async def edit(self, edits: list[ClaimEdit], row: AuditRow) -> None:
        """Set how claims are read, in the place of what was set of them."""
        ...

    async def note(self, row: AuditRow) -> None:
        """Note a decision that changes nothing here."""
        ...

    async def forget(self, limit: datetime) -> int:
        """Forget decisions that are older, and say how many."""
        ...

    async def audit(self, tenant: str | None = None, *, subject: str | None = None, limit: int = 100) -> list[AuditRow]:
        """The latest decisions, newest first, of a tenant or of everybody."""
        ...


class NoteStore(Protocol):
    """What workspaces have set, by name. Each method is one transaction; errors are `StoreError`."""

    async def read(self, tenant: str, name: str) -> str:
        """What is noted under a name; nothing where nothing is."""
        ...

    async def write(self, tenant: str, name: str, text: str) -> None:
        """Note something in the place of what was noted; nothing forgets it."""
        ...

    async def take(self, tenant: str, name: str) -> str:
        """What is noted under a name, which is then no more; of two who take it at once one gets nothing."""
        ...

    async def prune(self, prefix: str, limit: str) -> None:
        """Forget notes of names with a prefix whose texts sort before the limit."""
        ...


class Store(Protocol):
    """Everything that is remembered. Each method is one transaction; errors are `StoreError`."""

    @property
    def desk(self) -> DeskStore:
        """The desk's queue and decisions."""
        ...

    @property
    def feeds(self) -> FeedStore:
        """The feeds that are watched."""
        ...

    @property
    def notes(self) -> NoteStore:
        """What workspaces have set, by name."""
        ...

    async def add_article(self, article: Article, claims: Sequence[Claim], *, now: datetime, news: bool = True) -> bool:
        """Add one version of an article with its claims; False if that id and version is already held.

        A newer version takes the place of the older ones: their claims are no longer found.
        news: whether scheduled digests take it up.
        """
        ...

    async def has_article(self, article_id: str, version: int) -> bool:
        """Whether that version of the article is held."""
        ...

    async def is_news(self, article_id: str) -> bool:
        """Whether scheduled digests take up the newest version of an article."""
        ...

    async def article(self, article_id: str, version: int) -> Article | None:
        """One version of an article."""
        ...

    async def claim(self, claim_id: str) -> Claim | None:
        """One claim with its relations, also one of an older version."""
        ...

    async def stored_ids(self, claim_ids: Sequence[str]) -> set[str]:
        """Those of some ids that are claims'; an outlet's own report in a digest is none."""
        ...

    async def claims_of(self, article_id: str, version: int) -> list[Claim]:
        """The claims of one version of an article, in their order."""
        ...

    async def find_claims(
        self,
        query: Query,
        *,
        limit: int,
        after: str | None = None,
        added_after: datetime | None = None,
        added_until: datetime | None = None,
        posted_by: str | None = None,
    ) -> tuple[list[tuple[str, Claim]], int | None]:
        """(page key, claim) pairs of current versions with their relations, newest first, and how many in all.

        The number is counted up to 200, and is None where counting would take longer than finding.
        after: the page key of the last claim seen; added_after/added_until: only claims stored in that window;
        posted_by: leave out claims that this schedule has already posted.
        """
        ...

    async def article_versions(self, versions: Sequence[tuple[str, int]]) -> dict[tuple[str, int], Article]:
        """Those versions of articles, by (id, version)."""
        ...

    async def articles_of(self, article_ids: Sequence[str]) -> dict[tuple[str, int], Article]:
        """Those articles in all held versions, by (id, version)."""
        ...

    async def records_around(self, article_ids: Sequence[str]) -> list[Article]:
        """All versions of those articles, and of all that they supersede or are superseded by."""
        ...

    async def latest_changes(self, limit: int) -> list[tuple[Article, datetime]]:
        """The latest records that took another one's place, or a version's, with when they were added; oldest first."""
        ...

    async def restated(self, article_ids: Sequence[str], *, start: datetime) -> list[Restated]:
        """The current claims whose relations have changed since `start` through claims of those articles."""
        ...

    async def list_articles(self, *, after: tuple[str, int] | None = None, limit: int = 100) -> list[Article]:
        """Articles in all versions, by (id, version); after: the last one seen."""
        ...

    async def entities(self) -> list[Entity]:
        """The places (ancestors included) and actors that have current claims, most claims first."""
        ...

    async def counts(self) -> dict[str, int]:
        """How many articles, claims, schedules and deliveries are held, by name."""
        ...

    async def state(self, now: datetime) -> str:
        """What changes whenever an article comes, goes or is read otherwise."""
        ...

    async def add_schedule(self, schedule: Schedule) -> bool:
        """Add a schedule; False if the tenant already has one of that name."""
        ...

    async def schedules(self, tenant: str | None = None) -> list[Schedule]:
        """A tenant's schedules, or, for the scheduler alone, everybody's."""
        ...

    async def changed_schedules(self, known: Mapping[str, int]) -> tuple[list[tuple[Schedule, int]], set[str]]:
        """Everybody's schedules whose revision is not the known one, with it, and the ids of those that are gone."""
        ...

    async def schedule(self, schedule_id: str) -> Schedule | None:
        """One schedule by its id, for the scheduler alone."""
        ...

    async def update_schedule(self, schedule: Schedule) -> bool:
        """Replace a schedule of the same tenant and id; False if it is gone."""
        ...

    async def remove_schedule(self, tenant: str, schedule_id: str) -> bool:
        """Remove a schedule; what it has posted stays known."""
        ...

    async def results(self, tenant: str, schedule_id: str, *, limit: int) -> tuple[list[RunResult], datetime | None]:
        """What became of a schedule's latest due times, newest first, and the latest that was posted."""
        ...

    async def queue_run(
        self,
        run: DigestRun,
        deliveries: Sequence[Delivery],
        claim_ids: Sequence[str],
        *,
        next_due: datetime,
        stories: Mapping[str, str] = MappingProxyType({}),
    ) -> bool:
        """Write a run, its deliveries and the claims they carry, and advance the schedule, in one transaction.

        False, with nothing written, if a run for that schedule and due time exists. stories: of the claims that have a
        line, by their ids.
        """
        ...

    async def recent_articles(self, start: datetime, *, limit: int) -> list[tuple[Article, str | None]]:
        """The latest of the articles that were added since then, with the stories they are in; oldest first."""
        ...

    async def place_articles(self, placements: Mapping[str, str]) -> None:
        """Note the stories of articles, by their ids; one that has a story keeps it."""
        ...

    async def stories_of(self, article_ids: Sequence[str]) -> dict[str, str]:
        """The stories of articles, by their ids."""
        ...

    async def channel_lines(self, destination: Destination, start: datetime) -> list[ChannelLine]:
        """The lines that a channel has had since then, oldest first."""
        ...

    async def take_deliveries(
        self, now: datetime, *, platforms: Sequence[PlatformName], limit: int, lease_seconds: float
    ) -> list[Delivery]:
        """Lease deliveries that are due, oldest first and one at a time per channel, and mark them `sending`."""
        ...

    async def mark_sent(self, delivery: Delivery, remote_id: str) -> bool:
        """Note that a leased delivery was posted; False if the lease is no longer ours."""
        ...

    async def holds_lease(self, delivery: Delivery, lease_end: datetime) -> bool:
        """Whether the lease is still ours and lasts until then."""
        ...

    async def mark_failed(
        self, delivery: Delivery, error: str, *, retry_at: datetime | None, maybe_posted: bool = True
    ) -> bool:
        """Note a failure: `pending` or `maybe_posted` until `retry_at`, or `dead` if that is None.

        maybe_posted: whether this attempt may have been posted all the same.
        """
        ...

    async def mark_held(self, delivery: Delivery, error: str | None, *, until: datetime | None) -> bool:
        """Note that an attempt posted nothing and the delivery waits: until then, or, if None, until it is let go."""
        ...

    async def release(self, tenant: str, schedule_id: str, now: datetime) -> int:
        """Let what a schedule has held for its channel go out, and say how many messages that is."""
        ...

    async def pause_destination(self, destination: Destination, reason: str) -> int:
        """Pause the schedules that post to a channel, and say how many there were."""
        ...

    async def posted_with(self, claim_ids: Sequence[str]) -> list[Delivery]:
        """What stands in each message that carries one of those claims: its delivery, or the latest edit of it.

        A message that waits to be posted, and was never tried, counts as one too.
        """
        ...

    async def rewrite(self, deliveries: Sequence[Delivery]) -> int:
        """Give messages that were never tried other digests, and say how many of them that reached in time."""
        ...

    async def queue_edits(self, edits: Sequence[Delivery], replacing: Mapping[str, Claim]) -> int:
        """Queue edits of posted messages and notes to them, each once, and say how many edits are new.

        replacing: new claims by the ids of the old ones; where the old one was posted, the new one counts as posted.
        """
        ...

    async def posted_run(self, tenant: str, delivery_id: str) -> PostedRun | None:
        """What a tenant's delivery has become, with its run; None where the tenant has no such delivery."""
        ...

    async def deliveries(self, tenant: str, *, limit: int = 20) -> list[Delivery]:
        """A tenant's latest deliveries, newest first."""
        ...

    async def unsent(self) -> list[Delivery]:
        """Everybody's deliveries that are not sent, newest first, for the operator alone."""
        ...

    async def send_again(self, delivery: Delivery, now: datetime, *, anyway: bool) -> bool:
        """Let an unsent delivery go out, held or dead as it may be; False if it is being sent or was.

        anyway: without looking whether it is there already.
        """
        ...

    async def drop(self, delivery: Delivery) -> bool:
        """Give an unsent delivery up; False if it is being sent or was."""
        ...

    async def bring_back(self, now: datetime, limit: datetime, *, sure: bool) -> int:
        """Bring back what a clock that was ahead has noted as later than the limit, and say how many rows that is.

        sure: whether the clock is right now.
        """
        ...

    async def reword(self, work: Callable[[Claim, Article], Claim]) -> int:
        """Let `work` put in words every current claim that another program has worded; gives how many there were."""
        ...

    async def forget(self, limit: datetime, now: datetime) -> int:
        """Forget what is older, apart from what a digest or a correction may still need; gives how many articles."""
        ...

    async def close(self) -> None:
        """Let go of the database."""
        ...


class Ranker(Protocol):
    """Something that may choose a digest's lines among those that are fit to print."""

    async def choose(self, claims: Sequence[SourcedClaim], *, now: datetime, limit: int) -> Selection | None:
        """At most `limit` lines, or none where the digest shall be made by rule; never raises."""
        ...


class Poster(Protocol):
    """Something that posts digests to a platform."""

    name: PlatformName

    async def post(self, delivery: Delivery) -> str:
        """Post a delivery and return the platform's message id; raises `DeliveryError`.

        The delivery's id is the idempotency key: a second call for one delivery must not post twice
        where the platform gives a way to prevent it. One that `edits` a message takes its place; one with a
        `thread` is a note to that message.
        """
        ...


class Client(Poster, Protocol):
    """A platform with a connection to keep."""

    def is_connected(self) -> bool:
        """Whether commands can arrive now."""
        ...

    async def run(self) -> None:
        """Connect, serve commands and stay connected until cancelled or closed."""
        ...

    async def close(self) -> None:
        """End the connection cleanly."""
        ...


class UseCases(Protocol):
    """What commands can ask of the service. `RequestError` and `DigestError` texts are meant for the reader."""

    async def claims(self, request: Request, *, page: str | None = None) -> Answer:
        """Answer `/claims`: one page of lines, newest first."""
        ...

    async def suggest(self, query_text: str, *, limit: int = 25, speakers: bool = False) -> tuple[Suggestion, ...]:
        """Subjects that begin with, or are spelt like, what a reader has typed; speakers: those who said something."""
        ...

    async def source(self, claim_id: str) -> SourceView:
        """The passage behind a claim, in its context."""
        ...

    async def posted(self, tenant: str, delivery_id: str) -> Digest:
        """A workspace's digest as it stands now in the message of a delivery."""
        ...

    async def more(self, tenant: str, delivery_id: str, *, page: str | None = None) -> Answer:
        """What was new for a posted digest and has no line in it, a page at a time."""
        ...

    async def figures(self, request: Request, *, measure: str = "") -> Figures:
        """What the claims on a subject give of each measure over time, or of those that some words name."""
        ...

    async def picture(self, figures: Figures) -> bytes | None:
        """Figures as a PNG; none where nothing can be drawn, or nobody draws here."""
        ...

    async def comparison(self, request: Request) -> Digest:
        """The newest claims on a subject that exclude or deny each other, side by side."""
        ...

    async def claims_in(self, text: str) -> Answer:
        """What is held on what somebody's message links to or names."""
        ...

    async def ask_desk(self, request: DeskRequest, *, actor: str, tenant: str) -> list[str]:
        """Do what somebody asks of their workspace's desk, and say what came of it."""
        ...

    async def report_claim(self, claim_id: str, text: str, *, actor: str, tenant: str) -> list[str]:
        """Let the desk know what a reader says is wrong with a claim."""
        ...

    async def preview(self, request: Request = EVERYTHING, *, max_lines: int = MAX_LINES) -> Digest:
        """The digest as it would be posted now; nothing is posted or remembered."""
        ...

    async def add_schedule(self, draft: ScheduleDraft) -> Schedule:
        """Check and store a schedule."""
        ...

    async def propose(self, draft: ScheduleDraft) -> Proposal:
        """Show what a draft would become and post now; nothing is kept but the proposal, for its asker."""
        ...

    async def change_proposal(
        self, token: str, *, actor: str, tenant: str, first: str = "", zone: str = ""
    ) -> Proposal:
        """Show a proposal anew, reaching further back or in another zone."""
        ...

    async def settle(
        self, token: str, choice: Literal["post", "save", "cancel"], *, actor: str, tenant: str
    ) -> Settlement:
        """Keep what was proposed, and post its first digest at once if that is wanted; or forget it."""
        ...

    async def schedules(self, tenant: str) -> tuple[Schedule, ...]:
        """A workspace's schedules by name."""
        ...

    async def schedule(self, tenant: str, name: str) -> Schedule:
        """A workspace's schedule by its name; raises RequestError that names those there are."""
        ...

    async def report_schedule(self, tenant: str, name: str) -> ScheduleReport:
        """A workspace's schedule and how it is doing; raises RequestError that names those there are."""
        ...

    async def edit_schedule(self, tenant: str, name: str, changes: ScheduleChanges) -> Schedule:
        """Change anything about a schedule but what it has posted."""
        ...

    async def remove_schedule(self, tenant: str, name: str) -> Schedule:
        """Remove a schedule by its name."""
        ...

    async def resume_schedules(self, tenant: str) -> tuple[Schedule, ...]:
        """Resume all that is paused in a workspace."""
        ...

    async def pause_schedule(self, tenant: str, name: str, *, paused: bool) -> Schedule:
        """Pause or resume a schedule by its name."""
        ...

    async def quiet_schedule(self, tenant: str, name: str, hours: str) -> Schedule:
        """Set the hours in which a schedule posts nothing, as in `22:00-07:00`; `off` for none."""
        ...

    async def send_now(self, tenant: str, name: str) -> bool:
        """Queue a schedule's digest at once; False if there is nothing new and it is to stay silent."""
        ...

    async def send_test(self, tenant: str, name: str) -> None:
        """Queue what a schedule would post now, marked as a test; nothing counts as posted."""
        ...

    async def follow(
        self, request: Request, *, platform: PlatformName, workspace: str, person: str, times: str, zone: str
    ) -> Schedule:
        """Send somebody what is new on a subject by direct message, once a day at most."""
        ...

    async def stop_following(self, tenant: str, delivery_id: str) -> Schedule:
        """Stop what has sent somebody a digest."""
        ...

    async def switch_follows(self, workspace: str, *, allowed: bool) -> int:
        """Let the people of a workspace follow, or not; gives how many follows that has paused or resumed."""
        ...

    async def noted(self, tenant: str, name: str) -> str:
        """What a platform is to remember under a name; nothing where nothing is noted."""
        ...

    async def note(self, tenant: str, name: str, text: str) -> None:
        """Note something in the place of what was noted."""
        ...

    def next_sends(self, schedule: Schedule, count: int = 3) -> tuple[datetime, ...]:
        """The next instants at which a schedule is due, in its own zone."""
        ...
