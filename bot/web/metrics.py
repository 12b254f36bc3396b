"""The bot's figures for Prometheus: counted as things happen, and read from the database when they are asked for."""

from __future__ import annotations

import functools
import time
from collections import Counter as Tally
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, Final, Protocol, cast, get_args

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.errors import BotError, DeliveryError, DestinationError, UnknownOutcomeError
from bot.models import Delivery, FeedState, PlatformName
from bot.protocols import Client, Store, UseCases
from digests.errors import DigestError

STATES: Final = ("pending", "sending", "maybe_posted", "held", "dead")
_COUNT_SECONDS = 60.0  #: counting articles and claims takes a while where there are millions
_LATENCIES = (1, 2, 5, 10, 30, 60, 300, 900, 3600)
_ANSWERS = (0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class QueueState(Protocol):
    """How a queue of jobs is doing."""

    @property
    def waiting(self) -> int:
        """How many wait; `doing` and `failed` stand beside it."""
        ...

    @property
    def oldest_seconds(self) -> float:
        """How long that has waited which waits longest."""
        ...


Jobs = Callable[[], Awaitable[Mapping[str, QueueState]]]


class Metrics:
    """Every figure, each under a name that begins with `dateline_`."""

    def __init__(self, *, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._counted_at: float | None = None
        self._ask_jobs: Jobs | None = None
        self.registry = CollectorRegistry()
        counter, gauge, histogram = (functools.partial(kind, registry=self.registry) for kind in _KINDS)
        self._posts = counter("dateline_posts", "Attempts to post a message", ["platform", "outcome"])
        self._latency = histogram("dateline_delivery_seconds", "From due to posted", ["platform"], buckets=_LATENCIES)
        self._answers = histogram("dateline_command_seconds", "Answering a command", ["command"], buckets=_ANSWERS)
        self._refusals = counter("dateline_command_errors", "Commands that failed or were refused", ["command", "kind"])
        self._outbox = gauge("dateline_outbox_messages", "Messages that are not sent", ["state"])
        self._oldest = gauge("dateline_outbox_oldest_seconds", "How long the oldest message that is due waits")
        self._schedules = gauge("dateline_schedules", "Schedules", ["state"])
        self._overdue = gauge("dateline_schedule_overdue_seconds", "How long the latest schedule is overdue")
        self._feeds = gauge("dateline_feeds", "Feeds that are watched", ["state"])
        self._unread = gauge("dateline_feed_overdue_seconds", "How long the latest feed is overdue")
        self._desk = gauge("dateline_desk_items", "What waits for the desk")
        self._held = gauge("dateline_held", "What the database holds", ["what"])
        self._jobs = gauge("dateline_jobs", "Jobs for workers", ["queue", "state"])
        self._oldest_job = gauge("dateline_jobs_oldest_seconds", "How long the oldest job has waited", ["queue"])
        self._connected = gauge("dateline_connected", "Whether a platform is connected", ["platform"])
        self._lag = gauge("dateline_loop_lag_seconds", "The event loop's longest delay of the last minute")

    def watch_client(self, client: Client) -> Client:
        """A client whose posts are counted."""
        return _WatchedClient(client, self)

    def watch_use_cases(self, use_cases: UseCases) -> UseCases:
        """Use cases whose answers are timed."""
        return cast("UseCases", _TimedUseCases(use_cases, self))

    def watch_jobs(self, jobs: Jobs) -> None:
        """Tell of jobs too; jobs: what tells how each queue is doing."""
        self._ask_jobs = jobs

    async def render(self, store: Store, clients: Mapping[PlatformName, Client], lag: float) -> bytes:
        """All figures as Prometheus reads them; raises StoreError."""
        self._lag.set(lag)
        for name, client in clients.items():
            self._connected.labels(name).set(client.is_connected())
        await self._read_outbox(store)
        await self._read_schedules(store)
        await self._read_feeds(store)
        await self._read_jobs()
        if self._counted_at is None or time.monotonic() - self._counted_at > _COUNT_SECONDS:
            for thing, count in (await store.counts()).items():
                self._held.labels(thing).set(count)
            self._counted_at = time.monotonic()
        return generate_latest(self.registry)

    async def _read_outbox(self, store: Store) -> None:
        rows, now = await store.unsent(), self._clock()
        states = Tally[str](row.state for row in rows)
        for state in STATES:
            self._outbox.labels(state).set(states[state])
        waits = [now - row.not_before for row in rows if row.state not in {"held", "dead"}]
        self._oldest.set(max((wait.total_seconds() for wait in waits if wait.total_seconds() > 0), default=0))

    async def _read_schedules(self, store: Store) -> None:
        rows, now = await store.schedules(), self._clock()
        active = [row for row in rows if not row.paused]
        self._schedules.labels("active").set(len(active))
        self._schedules.labels("paused").set(len(rows) - len(active))
        self._overdue.set(max(0.0, *((now - row.next_due).total_seconds() for row in active), 0.0))

    async def _read_feeds(self, store: Store) -> None:
        rows, now = await store.feeds.all(), self._clock()
        states = Tally[str](row.state for row in rows)
        for state in get_args(FeedState):
            self._feeds.labels(state).set(states[state])
        waits = [now - row.health.next_due for row in rows if row.state not in {"paused", "off", "gone"}]
        self._unread.set(max((wait.total_seconds() for wait in waits if wait.total_seconds() > 0), default=0))
        self._desk.set(await store.desk.waiting())

    async def _read_jobs(self) -> None:
        for queue, state in (await self._ask_jobs()).items() if self._ask_jobs else ():
            for name in ("waiting", "doing", "failed"):
                self._jobs.labels(queue, name).set(getattr(state, name))
            self._oldest_job.labels(queue).set(state.oldest_seconds)

    def count_post(self, delivery: Delivery, outcome: str) -> None:
        """Count an attempt, and how long a message that was posted had been due."""
        platform = delivery.destination.platform
        self._posts.labels(platform, outcome).inc()
        if outcome == "posted" and not delivery.edits:
            self._latency.labels(platform).observe((self._clock() - delivery.not_before).total_seconds())

    def count_answer(self, command: str, seconds: float, error: Exception | None) -> None:
        """Count an answer to a command, and whether it was one."""
        self._answers.labels(command).observe(seconds)
        if error is not None:
            refused = isinstance(error, BotError | DigestError)
            self._refusals.labels(command, "refused" if refused else "failed").inc()


_KINDS: Final[tuple[Any, Any, Any]] = (Counter, Gauge, Histogram)


class _WatchedClient:
    """A client that tells of its posts."""

    def __init__(self, client: Client, metrics: Metrics) -> None:
        self.name: PlatformName = client.name
        self._client, self._metrics = client, metrics
        self.run, self.close, self.is_connected = client.run, client.close, client.is_connected

    async def post(self, delivery: Delivery) -> str:
        """Post a delivery and count how that ended."""
        try:
            remote_id = await self._client.post(delivery)
        except DeliveryError as error:
            self._metrics.count_post(delivery, _outcome(error))
            raise
        self._metrics.count_post(delivery, "posted")
        return remote_id


def _outcome(error: DeliveryError) -> str:
    if isinstance(error, DestinationError | UnknownOutcomeError):
        return "held"
    return "dead" if error.permanent else "failed"


class _TimedUseCases:
    """Use cases that tell how long they took."""

    def __init__(self, use_cases: UseCases, metrics: Metrics) -> None:
        self._use_cases, self._metrics = use_cases, metrics

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._use_cases, name)
        if name == "next_sends":  # it waits for nothing
            return method

        @functools.wraps(method)
        async def timed(*arguments: Any, **options: Any) -> Any:
            start, failure = time.monotonic(), None
            try:
                return await method(*arguments, **options)
            except Exception as error:
                failure = error
                raise
            finally:
                self._metrics.count_answer(name, time.monotonic() - start, failure)

        return timed
