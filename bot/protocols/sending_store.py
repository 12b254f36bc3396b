"""What is remembered of what is sent: what the use cases need of a store to post digests, each once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from bot.models import Delivery, Destination, DigestRun, PlatformName, PostedRun, RunResult, Schedule
from digests.models import Article, Claim

if TYPE_CHECKING:
    from digests.composing.past import ChannelLine


class SendingStore(Protocol):
    """Schedules, runs and messages, and what channels have had."""

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
