"""What is remembered: the store that the use cases need."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from bot.models import Delivery, Destination, DigestRun, Entity, PlatformName, PostedRun, RunResult, Schedule
from bot.protocols.store_rooms import DeskStore, FeedStore, NoteStore
from digests.models import Article, Claim, Query

if TYPE_CHECKING:
    from digests.composing.corrections import Restated
    from digests.composing.past import ChannelLine


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
