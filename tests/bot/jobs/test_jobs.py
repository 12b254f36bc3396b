"""Jobs on a real Postgres: each is done, in its order, whoever dies and whatever ends."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bot.errors import SettingsError, StoreError
from bot.jobs.queue import JobQueue
from bot.jobs.tables import missing
from bot.jobs.worker import JobWorker
from bot.store import move, open_store
from bot.web import Metrics
from tests import make
from tests.bot.conftest import new_database, own_server
from tests.paths import REPO


@pytest.fixture
async def queue(postgres_url: str) -> AsyncIterator[JobQueue]:
    """The queue of an empty database."""
    async with JobQueue.opened(postgres_url) as opened:
        yield opened


class _Hand:
    """Does jobs, and notes them."""

    def __init__(self, *, fails: int = 0) -> None:
        self.done: list[str] = []
        self.tries = 0
        self._fails = fails

    async def __call__(self, name: str) -> None:
        self.tries += 1
        if self.tries <= self._fails:
            raise ValueError("not just now")
        self.done.append(name)


async def _add(queue: JobQueue, name: str, priority: Any = "news") -> bool:
    return await queue.add("read", {"name": name}, key=name, priority=priority)


async def _work_off(queue: JobQueue, hand: _Hand) -> list[str]:
    await JobWorker(queue, {"read": hand}, at_once=1).run(asyncio.Event(), until_done=True)
    return hand.done


async def test_what_corrects_goes_first(queue: JobQueue) -> None:
    """Jobs are done by their priority and then as they came, each once however often it was added."""
    for name, priority in (("a", "archive"), ("b", "news"), ("c", "news"), ("d", "correction"), ("e", "feed")):
        assert await _add(queue, name, priority)
    assert not await _add(queue, "b", "correction")
    assert await _work_off(queue, _Hand()) == ["d", "e", "b", "c", "a"]
    assert (await queue.state())[:3] == (0, 0, 0)
    assert await _add(queue, "b")


async def test_each_queue_is_seen_from_outside(queue: JobQueue) -> None:
    """What waits, fails and has waited longest is told for each kind of work, also where there is nothing."""
    await _add(queue, "a")
    await queue.add("look", {"name": "b"}, key="b", priority="feed")
    await JobWorker(queue, {"read": _Hand(fails=1)}, at_once=1).run(asyncio.Event(), until_done=True)
    store = await open_store("sqlite://")
    metrics = Metrics(clock=lambda: make.NOW)
    metrics.watch_jobs(queue.states)
    text = (await metrics.render(store, {}, 0.0)).decode()
    await store.close()
    for task, waiting in (("read", 1), ("look", 1), ("tell", 0)):
        assert f'dateline_jobs{{queue="{task}",state="waiting"}} {waiting}.0' in text
        assert f'dateline_jobs_oldest_seconds{{queue="{task}"}} ' in text
    assert (await queue.state())[:3] == (2, 0, 0)


async def test_nothing_moves_while_jobs_wait(queue: JobQueue, postgres_url: str, tmp_path: Path) -> None:
    """What workers have still to do is not left behind unasked; asked, all the rest moves."""
    await (await open_store(postgres_url)).close()
    await _add(queue, "a")
    with pytest.raises(StoreError, match="1 jobs wait for workers there"):
        await asyncio.to_thread(move, postgres_url, f"sqlite:///{tmp_path}/a.db")
    await asyncio.to_thread(move, postgres_url, f"sqlite:///{tmp_path}/b.db", leave_jobs=True)
    await _work_off(queue, _Hand())
    await asyncio.to_thread(move, postgres_url, f"sqlite:///{tmp_path}/c.db")


async def test_what_fails_waits_and_is_tried_again(queue: JobQueue, postgres_url: str) -> None:
    """A job that fails waits seconds, then longer, for the next try, and is given up after the last until asked for."""
    await _add(queue, "a")
    hand = _Hand(fails=9)
    worker = JobWorker(queue, {"read": hand}, at_once=1)
    for tries in range(1, 10):
        await worker.run(asyncio.Event(), until_done=True)
        assert hand.tries == tries
        await worker.run(asyncio.Event(), until_done=True)
        assert hand.tries == tries  # it waits
        with psycopg.connect(postgres_url) as connection:
            connection.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE scheduled_at IS NOT NULL")
    assert (await queue.state())[:3] == (0, 0, 1)
    assert await queue.try_failed_again() == 1
    await worker.run(asyncio.Event(), until_done=True)
    assert hand.done == ["a"]


async def test_a_database_that_is_gone_costs_no_job(queue: JobQueue, postgres_url: str) -> None:
    """A job whose database was gone, for however many tries, is not given up."""
    await _add(queue, "a")
    with psycopg.connect(postgres_url) as connection:
        connection.execute("UPDATE procrastinate_jobs SET attempts = 20")

    async def fail(name: str) -> None:
        error = StoreError("gone")
        error.retry = True
        raise error

    await JobWorker(queue, {"read": fail}, at_once=1).run(asyncio.Event(), until_done=True)
    assert (await queue.state())[:3] == (1, 0, 0)


async def test_a_dead_workers_job_is_taken_over(postgres_url: str) -> None:
    """What a worker had begun that is not heard of any more is done by another, and given up if it ends too many."""
    async with JobQueue.opened(postgres_url) as queue, JobQueue.opened(postgres_url) as other:
        await _add(queue, "a")
        begun = asyncio.Event()

        async def hang(name: str) -> None:
            begun.set()
            await asyncio.Event().wait()

        dying = asyncio.create_task(JobWorker(queue, {"read": hang}, at_once=1).run(asyncio.Event()))
        await begun.wait()
        with psycopg.connect(postgres_url) as connection:
            connection.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")
        stop, hand = asyncio.Event(), _Hand()
        living = asyncio.create_task(JobWorker(other, {"read": hand}, at_once=1, stalled_seconds=1).run(stop))
        await _until(lambda: hand.done == ["a"])
        stop.set()
        await living
        dying.cancel()
        await asyncio.gather(dying, return_exceptions=True)


async def test_a_job_that_ends_its_workers_is_given_up(queue: JobQueue, postgres_url: str) -> None:
    """A job whose worker has died at every try stands as failed, and ends no more of them."""
    await _add(queue, "a")
    with psycopg.connect(postgres_url) as connection:
        connection.execute("UPDATE procrastinate_jobs SET status = 'doing', attempts = 24")
    assert await JobWorker(queue, {"read": _Hand()}, at_once=1).take_over() == 1
    assert (await queue.state())[:3] == (0, 0, 1)


async def test_a_job_whose_end_was_not_written_waits_anew(queue: JobQueue, postgres_url: str) -> None:
    """A job that the database counts as a living worker's, and that it does not do, is done again."""
    stop, hand = asyncio.Event(), _Hand()
    await _add(queue, "a")
    working = asyncio.create_task(JobWorker(queue, {"read": hand}, at_once=1, stalled_seconds=1).run(stop))
    await _until(lambda: hand.done == ["a"])
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, args, queueing_lock, worker_id)"
            " SELECT 'read', 'read', 'doing', '{\"name\": \"b\"}', 'b', id FROM procrastinate_workers"
        )
    await _until(lambda: hand.done == ["a", "b"])
    stop.set()
    await working


@pytest.mark.soak
@pytest.mark.timeout(90)
async def test_a_worker_outlives_its_database() -> None:
    """Where Postgres ends and starts again, nothing is accepted meanwhile, and everything accepted is done."""
    with own_server() as server, new_database(server.url, "jobs") as url:
        async with JobQueue.opened(url) as queue:
            stop, hand = asyncio.Event(), _Hand()
            working = asyncio.create_task(JobWorker(queue, {"read": hand}, at_once=2, stalled_seconds=2).run(stop))
            assert await _add(queue, "a")
            await _until(lambda: hand.done == ["a"])
            await asyncio.to_thread(server.crash)
            with pytest.raises(StoreError, match="Check that Postgres is up"):
                await _add(queue, "b")
            await asyncio.to_thread(server.start)
            assert await _add(queue, "c")
            await _until(lambda: "c" in hand.done)
            stop.set()
            await asyncio.wait_for(working, 20)
            assert set(hand.done) == {"a", "c"}


async def test_jobs_need_postgres(sqlite_url: str) -> None:
    """A queue on SQLite is refused with the cure."""
    with pytest.raises(SettingsError, match="Jobs need Postgres"):
        async with JobQueue.opened(sqlite_url):
            pass


async def test_two_may_make_the_tables(new_postgres_url: str) -> None:
    """Queues that are opened at once on a new database make its tables once."""

    async def opened() -> int:
        async with JobQueue.opened(new_postgres_url) as queue:
            return (await queue.state()).waiting

    assert await asyncio.gather(*(opened() for _ in range(4))) == [0] * 4


def test_only_later_migrations_are_missing() -> None:
    """Tables of a version get what came after it, in order."""
    names = ["03.04.00_50_post_x.sql", "03.10.01_01_pre_y.sql", "03.10.00_01_z.sql", "04.00.00_01_w.sql"]
    assert missing(names, "3.10.0") == ["03.10.01_01_pre_y.sql", "04.00.00_01_w.sql"]


async def _until(holds: Callable[[], bool]) -> None:
    for _ in range(1_500):
        if holds():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not come to hold")


def test_who_has_no_queue_needs_no_extra() -> None:
    """The program starts without what only queues, archives and Postgres need."""
    words = "import sys, bot.app, bot.cli.main, bot.cli.doctor; print(*{m.partition('.')[0] for m in sys.modules})"
    run = subprocess.run([sys.executable, "-c", words], cwd=REPO, capture_output=True, text=True, check=True)  # noqa: S603
    assert not set(run.stdout.split()) & {"procrastinate", "psycopg", "psycopg_pool", "ray", "pyarrow", "warcio"}
