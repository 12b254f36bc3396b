"""Ten thousand schedules, a thousand due at once: how soon all runs are durable, how long the loop stands still."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.schedules import Scheduler
from bot.store import SqlStore, open_store
from bot.store.schedules import add
from tests import make
from tests.bench.result import Result, size

DUE = datetime(2025, 2, 9, 8, 0, tzinfo=UTC)
SHARE = 10  #: one in so many is due
_BEAT = 0.002


class Loop:
    """Feels the pulse of the event loop."""

    def __init__(self) -> None:
        self.stall = 0.0
        self._task = asyncio.create_task(self._beat())

    async def _beat(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(_BEAT)
            self.stall = max(self.stall, time.perf_counter() - before - _BEAT)

    async def end(self) -> float:
        """The longest stall in milliseconds."""
        await asyncio.sleep(2 * _BEAT)
        self._task.cancel()
        return self.stall * 1_000


def run() -> Iterator[Result]:
    """Seconds to start, seconds until the runs are durable, and the longest stall."""
    count = size(10_000)
    with tempfile.TemporaryDirectory() as folder:
        start, durable, stall = asyncio.run(_ours(Path(folder), count))
        peer = f"APScheduler, SQLAlchemyJobStore, {count // SHARE:,} jobs"
        peer_durable, peer_stall = asyncio.run(_peers(Path(folder), count // SHARE))
    yield Result(f"start with {count:,} schedules", start, "s")
    yield Result(f"{count // SHARE:,} due at once, all durable", durable, "s", peer, peer_durable)
    yield Result("longest stall of the event loop", stall, "ms", peer, peer_stall)


async def _ours(folder: Path, count: int) -> tuple[float, float, float]:
    store = await open_store(f"sqlite:///{folder}/dateline.db")
    later = DUE + timedelta(hours=5)
    await store._write(
        lambda c: [add(c, make.schedule(f"s{n}", next_due=later if n % SHARE else DUE)) for n in range(count)]
    )
    left, done = [count // SHARE], asyncio.Event()

    async def fire(schedule_id: str, due: datetime) -> None:
        run = make.run(schedule_id, schedule_id=schedule_id, due=due)
        await store.queue_run(run, [make.delivery(schedule_id, run_id=run.id)], [], next_due=later)
        left[0] -= 1
        if not left[0]:
            done.set()

    loop, begin = Loop(), time.perf_counter()
    scheduler = Scheduler(store, clock=lambda: DUE + timedelta(minutes=1))
    await scheduler.start(fire)
    started = time.perf_counter()
    await done.wait()
    durable = time.perf_counter() - started
    stall = await loop.end()
    await _stopped(scheduler, store)
    return started - begin, durable, stall


async def _stopped(scheduler: Scheduler, store: SqlStore) -> None:
    await scheduler.stop()
    await store.close()


_left: list[int] = []
_done: list[asyncio.Event] = []


async def _job() -> None:
    """What a pickled job may be: a function of a module."""
    _left[0] -= 1
    if not _left[0]:
        _done[0].set()


async def _peers(folder: Path, count: int) -> tuple[float, float]:
    _left[:], _done[:] = [count], [asyncio.Event()]
    engine = AsyncIOScheduler(timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True})
    engine.add_jobstore(SQLAlchemyJobStore(url=f"sqlite:///{folder}/jobs.db"))
    engine.start(paused=True)
    for _ in range(count):
        engine.add_job(_job, "cron", hour=8, next_run_time=datetime.now(UTC))
    loop, begin = Loop(), time.perf_counter()
    engine.resume()
    await _done[0].wait()
    durable = time.perf_counter() - begin
    stall = await loop.end()
    engine.shutdown(wait=False)
    await asyncio.sleep(0)
    return durable, stall
