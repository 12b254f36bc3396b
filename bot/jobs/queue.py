"""The queue: whoever has heavy work puts it here, and whichever worker is free does it."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from psycopg import Error
from psycopg_pool import PoolTimeout

from bot.errors import SettingsError, StoreError
from bot.jobs.tables import make_tables
from bot.store import postgres_address

TaskName = Literal["read", "look", "tell"]  #: read an article, look at a feed, tell the operator something
TASKS: tuple[TaskName, ...] = ("read", "look", "tell")
#: What goes first; within one, what came first.
Priority = Literal["correction", "feed", "news", "archive"]
_PRIORITIES: Mapping[Priority, int] = {"correction": 30, "feed": 20, "news": 10, "archive": 0}
_CONNECTIONS = 8
_LOUD = ("procrastinate", "psycopg.pool")  #: libraries that say for each try what we say once
_WAIT_SECONDS = 3.0


class JobState(NamedTuple):
    """How the queue is doing."""

    waiting: int
    doing: int
    failed: int
    oldest_seconds: float  #: how long that has waited which waits longest


class JobQueue:
    """Jobs in a Postgres database; make one with `JobQueue.opened`."""

    def __init__(self, app: App) -> None:
        self.app = app

    @classmethod
    @contextlib.asynccontextmanager
    async def opened(cls, url: str) -> AsyncIterator[JobQueue]:
        """The queue of a database, whose tables are made where they are missing.

        Raises:
            SettingsError: the database is no Postgres.
            StoreError: it cannot be reached.
        """
        conninfo = postgres_address(url)
        if conninfo is None:
            raise SettingsError("Jobs need Postgres: name one in DATELINE_DATABASE, or leave DATELINE_JOBS as “here”.")
        connector = PsycopgConnector(
            conninfo=conninfo,
            min_size=1,
            max_size=_CONNECTIONS,
            timeout=_WAIT_SECONDS,
            reconnect_timeout=_WAIT_SECONDS,  # else each try waits twice as long, after an outage for minutes more
        )
        app = App(connector=connector)
        for name in _LOUD:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        with told_plainly():
            await make_tables(app, conninfo)
            await app.open_async()
        try:
            yield cls(app)
        finally:
            with contextlib.suppress(ConnectorException):
                await app.close_async()

    async def add(self, task: TaskName, arguments: Mapping[str, Any], *, key: str, priority: Priority) -> bool:
        """Let a job wait; False if one with that key waits already. Raises StoreError, with nothing added."""
        job = self.app.configure_task(
            name=task, queue=task, queueing_lock=key, priority=_PRIORITIES[priority], allow_unknown=True
        )
        with told_plainly():
            try:
                await job.defer_async(**arguments)
            except AlreadyEnqueued:
                return False
        return True

    async def state(self) -> JobState:
        """How many jobs wait, are being done and were given up, and how long the oldest has waited."""
        states = (await self.states()).values()
        waiting, doing, failed = (sum(int(state[column]) for state in states) for column in range(3))
        return JobState(waiting, doing, failed, max((state.oldest_seconds for state in states), default=0.0))

    async def states(self) -> dict[str, JobState]:
        """The same of each queue, one for each kind of work; of a queue in which nothing is, too."""
        query = """
            SELECT queue_name, count(*) FILTER (WHERE status = 'todo') AS waiting,
              count(*) FILTER (WHERE status = 'doing') AS doing,
              count(*) FILTER (WHERE status = 'failed') AS failed,
              coalesce(extract(epoch FROM now() - min(coalesce(scheduled_at,
                (SELECT min(at) FROM procrastinate_events e WHERE e.job_id = j.id)))
                FILTER (WHERE status = 'todo')), 0)::float AS oldest_seconds
            FROM procrastinate_jobs j WHERE status IN ('todo', 'doing', 'failed') GROUP BY queue_name"""
        with told_plainly():
            rows = await self.app.connector.execute_query_all_async(query)
        empty = {str(task): JobState(0, 0, 0, 0.0) for task in TASKS}
        return empty | {row.pop("queue_name"): _state(row) for row in map(dict, rows)}

    async def try_failed_again(self) -> int:
        """Let the jobs that were given up wait once more, with all their attempts; gives how many."""
        query = """
            WITH again AS (
              UPDATE procrastinate_jobs j SET status = 'todo', attempts = 0, scheduled_at = NULL WHERE status = 'failed'
                AND NOT EXISTS (SELECT FROM procrastinate_jobs o WHERE o.queueing_lock = j.queueing_lock
                  AND o.status = 'todo')
                AND id = (SELECT max(id) FROM procrastinate_jobs f WHERE f.status = 'failed'
                  AND f.queueing_lock = j.queueing_lock)
              RETURNING 1)
            SELECT count(*) AS count FROM again"""
        with told_plainly():
            return int((await self.app.connector.execute_query_one_async(query))["count"])


def _state(row: Mapping[str, Any]) -> JobState:
    return JobState(**{**row, "oldest_seconds": max(row["oldest_seconds"], 0.0)})


@contextlib.contextmanager
def told_plainly() -> Iterator[None]:
    """Let what goes wrong with the database be a StoreError, which callers know."""
    try:
        yield
    except (ConnectorException, PoolTimeout, Error, OSError) as error:
        cause = error.__cause__ or error
        failure = StoreError(f"The job queue cannot be reached ({type(cause).__name__}). Check that Postgres is up.")
        failure.retry = True
        raise failure from error
