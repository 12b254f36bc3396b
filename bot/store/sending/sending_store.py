"""Schedules, runs and messages, as the store gives and takes them: each method is one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from bot.models import Delivery, Destination, DigestRun, PlatformName, PostedRun, RunResult, Schedule
from bot.store import stories as story_rows
from bot.store.access import Access
from bot.store.group_commit import Batch
from bot.store.sending import messages, outbox, results, runs, schedules
from digests.composing.past import ChannelLine
from digests.models import Article, Claim


class SendingStore(Access):
    """A `SendingStore` in SQLite or Postgres."""

    _runs: Batch[bool]  #: runs that come at the same time are written together

    async def add_schedule(self, schedule: Schedule) -> bool:
        """Add a schedule; False if the tenant already has one of that name."""
        return await self.write(lambda c: schedules.add(c, schedule))

    async def schedules(self, tenant: str | None = None) -> list[Schedule]:
        """A tenant's schedules by name, or, for the scheduler alone, everybody's."""
        return await self.read(lambda c: schedules.of_tenant(c, tenant))

    async def changed_schedules(self, known: Mapping[str, int]) -> tuple[list[tuple[Schedule, int]], set[str]]:
        """The schedules whose revision is not the known one, with it, and the ids of those that are gone."""
        return await self.read(lambda c: schedules.changed(c, known))

    async def schedule(self, schedule_id: str) -> Schedule | None:
        """One schedule by its id, for the scheduler alone."""
        return await self.read(lambda c: schedules.by_id(c, schedule_id))

    async def update_schedule(self, schedule: Schedule) -> bool:
        """Replace a schedule of the same tenant and id; False if it is gone or its new name is taken."""
        return await self.write(lambda c: schedules.replace(c, schedule))

    async def remove_schedule(self, tenant: str, schedule_id: str) -> bool:
        """Remove a schedule; what it has posted stays known."""
        return await self.write(lambda c: schedules.remove(c, tenant, schedule_id))

    async def results(self, tenant: str, schedule_id: str, *, limit: int) -> tuple[list[RunResult], datetime | None]:
        """What became of a schedule's latest due times, newest first, and the latest that was posted."""
        return await self.read(
            lambda c: (
                results.results(c, tenant, schedule_id, limit),
                results.last_right(c, tenant, schedule_id),
            )
        )

    async def queue_run(
        self,
        run: DigestRun,
        deliveries: Sequence[Delivery],
        claim_ids: Sequence[str],
        *,
        next_due: datetime,
        stories: Mapping[str, str] = MappingProxyType({}),
    ) -> bool:
        """Write a run, its deliveries and the claims they carry, and advance the schedule; False if it exists.

        stories: of the claims that have a line, by their ids.
        """
        return await self._runs.add(lambda c: runs.add(c, run, deliveries, claim_ids, next_due, stories))

    async def recent_articles(self, start: datetime, *, limit: int) -> list[tuple[Article, str | None]]:
        """The latest of the articles that were added since then, with the stories they are in; oldest first."""
        return await self.read(lambda c: story_rows.recent(c, start, limit))

    async def place_articles(self, placements: Mapping[str, str]) -> None:
        """Note the stories of articles, by their ids; one that has a story keeps it."""
        await self.write(lambda c: story_rows.place(c, placements))

    async def stories_of(self, article_ids: Sequence[str]) -> dict[str, str]:
        """The stories of articles, by their ids."""
        return await self.read(lambda c: story_rows.stories_of(c, article_ids))

    async def channel_lines(self, destination: Destination, start: datetime) -> list[ChannelLine]:
        """The lines that a channel has had since then, oldest first."""
        return await self.read(lambda c: story_rows.channel_lines(c, destination, start))

    async def take_deliveries(
        self, now: datetime, *, platforms: Sequence[PlatformName], limit: int, lease_seconds: float
    ) -> list[Delivery]:
        """Lease deliveries that are due, oldest first and one at a time per channel, and mark them `sending`.

        `attempts` counts the attempt that the lease is for.
        """
        return await self.write(lambda c: outbox.take(c, now, platforms, limit, lease_seconds))

    async def mark_sent(self, delivery: Delivery, remote_id: str) -> bool:
        """Note that a leased delivery was posted; False if the lease is no longer ours."""
        return await self.write(lambda c: outbox.mark_sent(c, delivery, remote_id))

    async def holds_lease(self, delivery: Delivery, lease_end: datetime) -> bool:
        """Whether the lease is still ours and lasts until then."""
        return await self.read(lambda c: outbox.holds_lease(c, delivery, lease_end))

    async def mark_failed(
        self, delivery: Delivery, error: str, *, retry_at: datetime | None, maybe_posted: bool = True
    ) -> bool:
        """Note a failure: `pending` or `maybe_posted` until `retry_at`, or `dead` if that is None.

        maybe_posted: whether this attempt may have been posted all the same.
        """
        return await self.write(lambda c: outbox.mark_failed(c, delivery, error, retry_at, maybe_posted=maybe_posted))

    async def mark_held(self, delivery: Delivery, error: str | None, *, until: datetime | None) -> bool:
        """Note that an attempt posted nothing and the delivery waits: until then, or, if None, until it is let go."""
        return await self.write(lambda c: outbox.mark_held(c, delivery, error, until))

    async def release(self, tenant: str, schedule_id: str, now: datetime) -> int:
        """Let what a schedule has held for its channel go out, and say how many messages that is."""
        return await self.write(lambda c: outbox.release(c, tenant, schedule_id, now))

    async def pause_destination(self, destination: Destination, reason: str) -> int:
        """Pause the schedules that post to a channel, and say how many there were."""
        return await self.write(lambda c: schedules.pause_destination(c, destination, reason))

    async def posted_with(self, claim_ids: Sequence[str]) -> list[Delivery]:
        """What stands in each message that carries one of those claims: its delivery, or the latest edit of it."""
        return await self.read(lambda c: messages.posted_with(c, claim_ids))

    async def rewrite(self, deliveries: Sequence[Delivery]) -> int:
        """Give messages that were never tried other digests, and say how many of them that reached in time."""
        return await self.write(lambda c: messages.rewrite(c, deliveries))

    async def queue_edits(self, edits: Sequence[Delivery], replacing: Mapping[str, Claim]) -> int:
        """Queue edits with their notes, and let the claims that replace others, by their ids, count as posted."""
        return await self.write(lambda c: messages.queue_edits(c, edits, replacing))

    async def posted_run(self, tenant: str, delivery_id: str) -> PostedRun | None:
        """What a tenant's delivery has become, with its run; None where the tenant has no such delivery."""
        return await self.read(lambda c: messages.posted_run(c, tenant, delivery_id))

    async def deliveries(self, tenant: str, *, limit: int = 20) -> list[Delivery]:
        """A tenant's latest deliveries, newest first."""
        return await self.read(lambda c: outbox.latest(c, tenant, limit))

    async def unsent(self) -> list[Delivery]:
        """Everybody's deliveries that are not sent, newest first, for the operator alone."""
        return await self.read(outbox.unsent)

    async def send_again(self, delivery: Delivery, now: datetime, *, anyway: bool) -> bool:
        """Let an unsent delivery go out, held or dead as it may be; False if it is being sent or was.

        anyway: without looking whether it is there already.
        """
        return await self.write(lambda c: outbox.send_again(c, delivery, now, anyway=anyway))

    async def drop(self, delivery: Delivery) -> bool:
        """Give an unsent delivery up; False if it is being sent or was."""
        return await self.write(lambda c: outbox.drop(c, delivery))
