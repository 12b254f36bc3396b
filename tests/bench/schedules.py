"""Ten thousand schedules, a thousand due at once: how soon all runs are durable, how long the loop stands still."""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.schedules import Scheduler
from bot.store import SqlStore, open_store
from bot.store.sending.schedules import add
from tests import make
from tests.bench.pulse import Pulse
from tests.bench.result import Result, size

DUE = datetime(2025, 2, 9, 8, 0, tzinfo=UTC)
SHARE = 10  #: one in so many is due


IDLE_SECONDS = 12  #: at rest, in which the schedules are looked at twice


@dataclass
class Seen:
    """What a scheduler took."""

    start: float = 0.0
    memory: float = 0.0
    durable: float = 0.0
    stall: float = 0.0
    own: float = 0.0
    idle: float = 0.0


def run() -> Iterator[Result]:
    """Seconds and memory to start, seconds until the runs are durable, the longest stall, and the work at rest."""
    count = size(10_000)
    with tempfile.TemporaryDirectory() as folder:
        ours = asyncio.run(_ours(Path(folder), count))
        peer = f"APScheduler, SQLAlchemyJobStore, {count // SHARE:,} jobs"
        theirs = asyncio.run(_peers(Path(folder), count // SHARE))
    yield Result(f"start with {count:,} schedules", ours.start, "s")
    yield Result("memory that they take", ours.memory, "MB")
    yield Result(f"{count // SHARE:,} due at once, all durable", ours.durable, "s", peer, theirs.durable)
    yield Result("longest stall of the event loop", ours.stall, "ms", peer, theirs.stall)
    yield Result("longest work on the loop itself", ours.own, "ms")
    yield Result("processor at rest", ours.idle, "%")


def _resident() -> float:
    """The memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def _ours(folder: Path, count: int) -> Seen:
    store = await open_store(f"sqlite:///{folder}/dateline.db")
    later = DUE + timedelta(hours=5)
    await store.write(
        lambda c: [add(c, make.schedule(f"s{n}", next_due=later if n % SHARE else DUE)) for n in range(count)]
    )
    left, done = [count // SHARE], asyncio.Event()

    async def fire(schedule_id: str, due: datetime) -> None:
        run = make.run(schedule_id, schedule_id=schedule_id, due=due)
        await store.queue_run(run, [make.delivery(schedule_id, run_id=run.id)], [], next_due=later)
        left[0] -= 1
        if not left[0]:
            done.set()

    seen, before = Seen(), _resident()
    loop, begin = Pulse(), time.perf_counter()
    scheduler = Scheduler(store, clock=lambda: DUE + timedelta(minutes=1))
    await scheduler.start(fire)
    started = time.perf_counter()
    seen.memory, seen.start = _resident() - before, started - begin
    await done.wait()
    seen.durable, seen.stall, seen.own = time.perf_counter() - started, await loop.end(), loop.own * 1_000
    await asyncio.sleep(6)  # what has changed is read
    worked = time.process_time()
    await asyncio.sleep(IDLE_SECONDS)
    seen.idle = (time.process_time() - worked) / IDLE_SECONDS * 100
    await _stopped(scheduler, store)
    return seen


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


async def _peers(folder: Path, count: int) -> Seen:
    _left[:], _done[:] = [count], [asyncio.Event()]
    engine = AsyncIOScheduler(timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True})
    engine.add_jobstore(SQLAlchemyJobStore(url=f"sqlite:///{folder}/jobs.db"))
    engine.start(paused=True)
    for _ in range(count):
        engine.add_job(_job, "cron", hour=8, next_run_time=datetime.now(UTC))
    loop, begin = Pulse(), time.perf_counter()
    engine.resume()
    await _done[0].wait()
    durable = time.perf_counter() - begin
    stall = await loop.end()
    engine.shutdown(wait=False)
    await asyncio.sleep(0)
    return Seen(durable=durable, stall=stall)
