"""The store: each method is one transaction."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import Engine
from sqlalchemy.engine import URL

from bot.models import Delivery, Destination, DigestRun, Entity, PlatformName, PostedRun, RunResult, Schedule
from bot.store import stories as story_rows
from bot.store.access import Access
from bot.store.claims import articles, lineage, lookup, rewording
from bot.store.claims.rows import KeyedClaim
from bot.store.claims.versions import Version
from bot.store.desk import DeskTable
from bot.store.feeds import FeedTable
from bot.store.group_commit import Batch
from bot.store.notes import NoteTable
from bot.store.search.find import Page, Window, find_claims
from bot.store.sending import outbox, results, schedules
from bot.store.upkeep import retention
from bot.store.upkeep.clock import bring_back
from digests.composing.corrections import Restated
from digests.composing.past import ChannelLine
from digests.models import Article, Claim, Query

_REWORDED = 100  #: claims at a time


class SqlStore(Access):
    """A `Store` in SQLite or Postgres; make one with `open_store`."""

    def __init__(self, engine: Engine, url: URL, clock: Callable[[], datetime]) -> None:
        super().__init__(engine, url)
        self._clock = clock
        self._runs = Batch[bool](self.write)
        self.feeds, self.desk, self.notes = FeedTable(self), DeskTable(self), NoteTable(self)

    async def add_article(self, article: Article, claims: Sequence[Claim], *, now: datetime, news: bool = True) -> bool:
        """Add one version of an article with its claims; False if that id and version is already held.

        news: whether scheduled digests take it up.
        """
        return (await self.write(lambda c: articles.add_articles(c, [(article, claims)], now, news=news)))[0]

    async def add_articles(
        self, items: Sequence[tuple[Article, Sequence[Claim]]], *, now: datetime, news: bool = True, relate: bool = True
    ) -> list[bool]:
        """The same for many at once, which is quicker for each; all are written or none.

        relate: whether their claims are related to others.
        """
        return await self.write(lambda c: articles.add_articles(c, items, now, news=news, relate=relate))

    async def has_article(self, article_id: str, version: int) -> bool:
        """Whether that version of the article is held."""
        return await self.read(lambda c: lookup.has_article(c, article_id, version))

    async def is_news(self, article_id: str) -> bool:
        """Whether scheduled digests take up the newest version of an article."""
        return await self.read(lambda c: lookup.is_news(c, article_id))

    async def article(self, article_id: str, version: int) -> Article | None:
        """One version of an article."""
        return await self.read(lambda c: lookup.article_version(c, article_id, version))

    async def claim(self, claim_id: str) -> Claim | None:
        """One claim, also one of an older version."""
        return await self.read(lambda c: lookup.claim_by_id(c, claim_id, self._clock()))

    async def stored_ids(self, claim_ids: Sequence[str]) -> set[str]:
        """Those of some ids that are claims'."""
        return await self.read(lambda c: lookup.stored_ids(c, claim_ids))

    async def claims_of(self, article_id: str, version: int) -> list[Claim]:
        """The claims of one version of an article, in their order."""
        return await self.read(lambda c: lookup.claims_of_version(c, article_id, version))

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
        """(page key, claim) pairs of current versions, newest said first, and how many in all, if that is known.

        The number is counted up to `COUNT_LIMIT`, and not at all where counting would take longer than finding.
        """
        window = Window(added_after, added_until, posted_by)
        return await self.read(lambda c: find_claims(c, query, window, Page(limit, after), self._clock()))

    async def article_versions(self, versions: Sequence[tuple[str, int]]) -> dict[tuple[str, int], Article]:
        """Those versions of articles, by (id, version)."""
        return await self.read(lambda c: lookup.article_versions(c, versions))

    async def articles_of(self, article_ids: Sequence[str]) -> dict[tuple[str, int], Article]:
        """Those articles in all held versions, by (id, version)."""
        return await self.read(lambda c: lookup.articles_with_ids(c, article_ids))

    async def records_around(self, article_ids: Sequence[str]) -> list[Article]:
        """All versions of those articles, and of all that they supersede or are superseded by."""
        return await self.read(lambda c: lineage.records_around(c, article_ids))

    async def latest_changes(self, limit: int) -> list[tuple[Article, datetime]]:
        """The latest records that took another one's place, or a version's, with when they were added; oldest first."""
        return await self.read(lambda c: lineage.latest_changes(c, limit))

    async def restated(self, article_ids: Sequence[str], *, start: datetime) -> list[Restated]:
        """The current claims whose relations have changed since `start` through claims of those articles."""
        return await self.read(lambda c: lineage.restated(c, article_ids, start, self._clock()))

    async def list_articles(self, *, after: Version | None = None, limit: int = 100) -> list[Article]:
        """Articles in all versions, by (id, version); after: the last one seen."""
        return await self.read(lambda c: lookup.list_articles(c, after, limit))

    async def entities(self) -> list[Entity]:
        """The places (ancestors included) and actors that have current claims, most claims first.

        A place that claims name only through a place inside it comes without its name.
        """
        return await self.read(lookup.entities)

    async def reword(self, work: Callable[[Claim, Article], Claim]) -> int:
        """Let `work` put in words every current claim that another program has worded, and say how many there were.

        It is done some at a time, newest first, so that nobody waits for it.
        """
        count, cursor = 0, None
        while True:
            find = functools.partial(rewording.outworded, cursor=cursor, limit=_REWORDED)
            claims = await asyncio.to_thread(_put_in_words, work, await self.read(find))
            if not claims:
                return count
            await self.write(functools.partial(rewording.keep_wordings, claims=claims))
            count, cursor = count + len(claims), claims[-1].key

    async def counts(self) -> dict[str, int]:
        """How many current articles and claims, schedules and deliveries are held, by name."""
        return await self.read(lookup.counts)

    async def state(self, now: datetime) -> str:
        """What changes whenever an article comes, goes or is read otherwise."""
        return await self.read(lambda c: lookup.state(c, now))

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
        return await self._runs.add(lambda c: outbox.queue_run(c, run, deliveries, claim_ids, next_due, stories))

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
        return await self.read(lambda c: outbox.posted_with(c, claim_ids))

    async def rewrite(self, deliveries: Sequence[Delivery]) -> int:
        """Give messages that were never tried other digests, and say how many of them that reached in time."""
        return await self.write(lambda c: outbox.rewrite(c, deliveries))

    async def queue_edits(self, edits: Sequence[Delivery], replacing: Mapping[str, Claim]) -> int:
        """Queue edits with their notes, and let the claims that replace others, by their ids, count as posted."""
        return await self.write(lambda c: outbox.queue_edits(c, edits, replacing))

    async def posted_run(self, tenant: str, delivery_id: str) -> PostedRun | None:
        """What a tenant's delivery has become, with its run; None where the tenant has no such delivery."""
        return await self.read(lambda c: outbox.posted_run(c, tenant, delivery_id))

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

    async def bring_back(self, now: datetime, limit: datetime, *, sure: bool) -> int:
        """Bring back what a clock that was ahead has noted as later than the limit, and say how many rows that is.

        sure: whether the clock is right now.
        """
        return await self.write(lambda c: bring_back(c, now, limit, sure=sure))

    async def forget(self, limit: datetime, now: datetime) -> int:
        """Forget what is older, apart from what a digest or a correction may still need; gives how many articles.

        It is done in many short transactions, so that nobody waits for it.
        """
        safe_limit = await self.read(lambda c: retention.limit_of(c, limit))
        while await self.write(lambda c: retention.forget_runs(c, safe_limit)):
            pass
        total, skip = 0, 0
        while True:
            work = functools.partial(retention.forget_articles, limit=safe_limit, skip=skip, now=now)
            count, needed_count = await self.write(work)
            if not count and not needed_count:
                return total
            total, skip = total + count, skip + needed_count


def _put_in_words(
    work: Callable[[Claim, Article], Claim], claims: Sequence[tuple[KeyedClaim, Article]]
) -> list[KeyedClaim]:
    return [KeyedClaim(key, work(claim, article)) for (key, claim), article in claims]
