"""The worker: does jobs until told to stop, outlives its database, and takes over what a dead worker had begun."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable, Mapping

import structlog
from procrastinate import BaseRetryStrategy, JobContext, RetryDecision, RetryStrategy
from procrastinate.exceptions import ConnectorException, ProcrastinateException, UniqueViolation
from procrastinate.jobs import Job, Status
from procrastinate.worker import Worker
from psycopg import Error
from psycopg.errors import RaiseException
from psycopg_pool import PoolTimeout

from bot.errors import BotError, StoreError
from bot.jobs.queue import JobQueue, TaskName

Handler = Callable[..., Awaitable[object]]  #: takes a job's arguments by name

MOST_ATTEMPTS = 8  #: the waits between them grow threefold, from 3 seconds to 2 hours
MOST_TAKEOVERS = 24  #: a job that has ended so many workers ends no more of them
_AGAIN_SECONDS = (2, 20)  #: after which a job is tried again that failed as the database was gone
STALLED_SECONDS = 20.0  #: a worker that was not heard of for so long is dead, and its jobs are another's
_POLL_SECONDS = 2.0
_BACK_SECONDS = (0.5, 1.0, 2.0, 4.0)  #: how long to wait for a database that is gone, longer each time
_DRAIN_SECONDS = 10.0
_DAY_HOURS = 24
_GONE = (ProcrastinateException, PoolTimeout, Error, OSError)  #: what is raised where the database is gone

_log = structlog.get_logger(__name__)


class _Retry(BaseRetryStrategy):
    """A job that fails is tried again some times; one whose database was gone, for as long as that takes."""

    _failing = RetryStrategy(max_attempts=MOST_ATTEMPTS, exponential_wait=3)

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """When to try again; None where the job is given up."""
        if isinstance(exception, StoreError) and exception.retry:
            return RetryDecision(retry_in={"seconds": random.randint(*_AGAIN_SECONDS)})  # noqa: S311 - spreads tries
        return self._failing.get_retry_decision(exception=exception, job=job)


class JobWorker:
    """Does the jobs that have a handler, several at once.

    stalled_seconds: after how long a silent worker counts as dead.
    """

    def __init__(
        self,
        queue: JobQueue,
        handlers: Mapping[TaskName, Handler],
        *,
        at_once: int,
        stalled_seconds: float = STALLED_SECONDS,
    ) -> None:
        self._queue, self._names, self._at_once, self._stalled_seconds = queue, list(handlers), at_once, stalled_seconds
        self._running: set[int | None] = set()
        self._dropped: set[int | None] = set()  #: jobs that are ours and that nobody does, at the last look
        self._worker: Worker | None = None
        retry = _Retry()
        for name, handler in handlers.items():
            queue.app.task(name=name, queue=name, retry=retry, pass_context=True)(self._noted(handler))

    async def run(self, stop: asyncio.Event, *, until_done: bool = False) -> None:
        """Work until told to stop; the database may come and go.

        until_done: end where no job is left that could be done now.
        """
        sweep = asyncio.create_task(self._sweep(stop), name="stalled jobs")
        failures = 0
        try:
            while not stop.is_set():
                is_well = await self._work(stop, until_done=until_done)
                if until_done and is_well:
                    return
                failures = 0 if is_well else failures + 1
                await _wait(stop, _BACK_SECONDS[min(failures, len(_BACK_SECONDS) - 1)])
        finally:
            sweep.cancel()
            await asyncio.gather(sweep, return_exceptions=True)

    def _noted(self, handler: Handler) -> Handler:
        """A handler of which we know when it works."""

        async def call(context: JobContext, **arguments: object) -> None:
            self._running.add(context.job.id)
            try:
                await handler(**arguments)
            except BotError as error:
                _log.warning("job failed", task=context.job.task_name, job=context.job.id, error=str(error))
                raise
            except Exception:
                _log.exception("job failed", task=context.job.task_name, job=context.job.id)
                raise
            finally:
                self._running.discard(context.job.id)

        return call

    async def _work(self, stop: asyncio.Event, *, until_done: bool) -> bool:
        """Work until told to stop or the database is gone; gives whether it ended well."""
        self._worker = worker = Worker(
            self._queue.app,
            queues=self._names,
            name="dateline",
            concurrency=self._at_once,
            wait=not until_done,
            fetch_job_polling_interval=_POLL_SECONDS,
            shutdown_graceful_timeout=_DRAIN_SECONDS,
            delete_jobs="successful",
            install_signal_handlers=False,
            update_heartbeat_interval=self._stalled_seconds / 4,
            stalled_worker_timeout=self._stalled_seconds,
        )
        working: asyncio.Task[None] = asyncio.create_task(worker.run())  # type: ignore[no-untyped-call]
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        worker.stop()  # type: ignore[no-untyped-call]
        try:
            await working
        except _GONE as error:
            _log.warning("worker starts again", error=str(error.__cause__ or error) or type(error).__name__)
            return False
        return True

    async def _sweep(self, stop: asyncio.Event) -> None:
        """Again and again, let jobs that nobody does wait anew, and forget what has long ended."""
        while not stop.is_set():
            try:
                await self.take_over()
                await self._queue.app.job_manager.delete_old_jobs(nb_hours=_DAY_HOURS, include_aborted=True)
            except _GONE as error:
                _log.warning("stalled jobs not looked for", error=str(error.__cause__ or error))
            spread = random.uniform(0.5, 1)  # noqa: S311 - so that workers do not all look at once
            await _wait(stop, self._stalled_seconds / 4 * spread)

    async def take_over(self) -> int:
        """Let the jobs of dead workers, and those that we have dropped, wait anew; gives how many there were."""
        manager, jobs = self._queue.app.job_manager, list[Job]()
        for name in self._names:
            jobs += await manager.get_stalled_jobs(queue=name, seconds_since_heartbeat=self._stalled_seconds)
        jobs += await self._dropped_jobs()
        for job in jobs:
            _log.warning("job taken over", task=job.task_name, job=job.id, attempts=job.attempts)
            await self._again(job)
        return len(jobs)

    async def _dropped_jobs(self) -> list[Job]:
        """Jobs that are ours by the database, and that we have not been doing for two looks.

        Their end could not be written, as the database was gone just then or an equal job waits.
        """
        worker_id = self._worker.worker_id if self._worker else None
        if worker_id is None:
            return []
        ours = await self._queue.app.job_manager.list_jobs_async(status=Status.DOING.value, worker_id=worker_id)
        dropped = {job.id: job for job in ours if job.id not in self._running}
        seen_twice = [job for job_id, job in dropped.items() if job_id in self._dropped]
        self._dropped = set(dropped)
        return seen_twice

    async def _again(self, job: Job) -> None:
        """Let a job wait anew; one that has ended too many workers is given up, and one that waits already dropped."""
        manager = self._queue.app.job_manager
        if job.attempts >= MOST_TAKEOVERS:
            await manager.finish_job(job, Status.FAILED, delete_job=False)
            return
        try:
            await manager.retry_job(job)
        except UniqueViolation:
            await manager.finish_job(job, Status.SUCCEEDED, delete_job=True)
        except ConnectorException as error:
            if not isinstance(error.__cause__, RaiseException):  # by which procrastinate says that another was quicker
                raise


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
