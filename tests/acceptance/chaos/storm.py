"""A storm: what is to come through it, what blows, and what must stand when it is over."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import psycopg

from bot.errors import StoreError
from bot.jobs.queue import JobQueue
from bot.models import Destination
from bot.store import SqlStore, open_store
from tests import make
from tests.acceptance.chaos.peers import StormyDiscord, StormySlack, Weather
from tests.acceptance.chaos.victim import LEASE_SECONDS, POST_SECONDS
from tests.acceptance.kill.nursery import Nursery, alive
from tests.bot.conftest import Server
from tests.peers import discord_values as values

CHANNELS = 8
PARTS = 3  #: of each fifth digest
SLACK = Destination(platform="slack", tenant="slack:T1", channel="C1")
#: Whoever posts must see the clock go on by less than their lease is longer than the post.
MOST_STEP = LEASE_SECONDS - 2 * POST_SECONDS - 1.0
ROLES = ("replica one", "replica two", "worker")


class Storm:
    """Digests that come due while replicas, a worker, their database, their clock and the platforms are unruly."""

    def __init__(self, nursery: Nursery, server: Server, url: str, clock: Path, seed: int) -> None:
        self._nursery, self._server, self._url, self._clock = nursery, server, url, clock
        self._random = Random(seed)  # noqa: S311 - the same storm for the same seed
        self.weather = Weather(self._random)
        self.discord, self.slack = StormyDiscord(self.weather), StormySlack(self.weather)
        self.count = Counter[str]()
        self._pids: dict[str, int] = {}
        self._articles: list[str] = []
        self._started, self._over = asyncio.Event(), asyncio.Event()
        self._seconds = self._ahead = 0.0

    async def rage(self, *, digests: int, seconds: float, quiet_seconds: float) -> None:
        """Let digests come due over some seconds of storm, and give the house so long a calm to end its work."""
        self._seconds = seconds
        self._clock.write_text("0")
        async with self.discord, self.slack:
            keeping = asyncio.create_task(self._keep())
            await self._started.wait()
            await self.slack.connected(2, seconds=60)
            await self._prepare(digests, seconds)
            blows = [self._kill(), self._restart(), self._step_clock(), self._bring_articles()]
            tasks = [asyncio.create_task(blow) for blow in blows]
            await asyncio.sleep(seconds)
            self.weather.is_calm = True
            self._over.set()
            await asyncio.gather(*tasks)
            start = asyncio.get_running_loop().time()
            await self._calm(quiet_seconds, digests)
            self.count["seconds of calm"] = round(asyncio.get_running_loop().time() - start)
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)
            for pid in filter(alive, self._pids.values()):
                os.kill(pid, signal.SIGTERM)

    # --- what is to come through --------------------------------------------------------------------------------

    async def _prepare(self, digests: int, seconds: float) -> None:
        store, start = await open_store(self._url), datetime.now(UTC)
        await store.add_article(make.article(), [make.claim()], now=start - timedelta(minutes=1))
        for number in range(digests):
            due = start + timedelta(seconds=3 + number * seconds / digests)
            if number % 5 == 4:
                await self._queue_parts(store, number, due)
            else:
                await self._schedule(store, number, due)
        await store.close()

    @staticmethod
    async def _schedule(store: SqlStore, number: int, due: datetime) -> None:
        """A digest that is due once, in the years of this test."""
        where = SLACK if number % 10 == 3 else _channel(number)
        past = due - timedelta(minutes=1)
        fields = {"destination": where, "if_empty": "say", "cron": "0 8 29 2 *", "created_at": past}
        schedule = make.schedule(f"s{number}", tenant=where.tenant, covered_until=past, next_due=due, **fields)
        assert await store.add_schedule(schedule)

    @staticmethod
    async def _queue_parts(store: SqlStore, number: int, due: datetime) -> None:
        """A digest of several messages, as a service has just made it."""
        where = _channel(number)
        name = f"p{number}"
        run = make.run(name, tenant=where.tenant, schedule_id=name, due=due)
        parts = [
            make.delivery(
                f"{name}.{part}", tenant=where.tenant, destination=where, run_id=name, part=part, not_before=due
            )
            for part in range(PARTS)
        ]
        assert await store.queue_run(run, parts, [], next_due=due + timedelta(days=365))

    async def _bring_articles(self) -> None:
        """Let articles wait for the worker; what was accepted must be held in the end."""
        async with contextlib.AsyncExitStack() as stack:
            queues: list[JobQueue] = []
            while not self._over.is_set():
                await asyncio.sleep(0.5)
                try:
                    if not queues:
                        queues.append(await stack.enter_async_context(JobQueue.opened(self._url)))
                    name = f"article {len(self._articles)}"
                    body = f"The harbour office said on Friday that {len(self._articles) + 2} ships were late."
                    article = make.article(body, id=name).model_dump(mode="json")
                    if await queues[0].add("read", {"article": article, "news": False}, key=name, priority="archive"):
                        self._articles.append(name)
                except StoreError:
                    self.count["refused articles"] += 1

    # --- what blows ---------------------------------------------------------------------------------------------

    async def _keep(self) -> None:
        """Start what is not running, as a service manager does."""
        shared = {"DATELINE_DATABASE": self._url, "DATELINE_JOBS": "workers", "DATELINE_READERS": "1"}
        shared |= {"CHAOS_CLOCK": str(self._clock), **self.discord.environment, **self.slack.environment}
        while True:
            for role in ROLES:
                if role not in self._pids or not alive(self._pids[role]):
                    self._pids[role] = await self._nursery.bear(shared | {"CHAOS_ROLE": role})
                    self.count[f"starts of {role}"] += 1
            self._started.set()
            await asyncio.sleep(0.3)

    async def _kill(self) -> None:
        while not self._over.is_set():
            await self._pause(3, 8)
            role = self._random.choice(ROLES)
            with contextlib.suppress(ProcessLookupError, KeyError):
                os.kill(self._pids[role], signal.SIGKILL)
                self.count["kills"] += 1

    async def _restart(self) -> None:
        """End Postgres as a power cut does, and start it again."""
        while not self._over.is_set():
            await self._pause(min(5, self._seconds / 5), min(40, self._seconds / 2))
            if not self._over.is_set():
                await asyncio.to_thread(self._server.crash)
                await asyncio.sleep(self._random.random())
                await asyncio.to_thread(self._server.start)
                self.count["restarts of Postgres"] += 1

    async def _step_clock(self) -> None:
        """Set the clock forward and back, by less than a lease is longer than a post."""
        while not self._over.is_set():
            await self._pause(POST_SECONDS, 2 * POST_SECONDS)
            self._ahead += self._random.uniform(-MOST_STEP, MOST_STEP)
            self._clock.write_text(str(self._ahead))
            self.count["clock steps"] += 1

    async def _pause(self, least: float, most: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._random.uniform(least, most)):
                await self._over.wait()

    # --- what must stand ----------------------------------------------------------------------------------------

    async def _calm(self, seconds: float, digests: int) -> None:
        """Wait until all is at its end; the clock goes on quickly, so that no retry has to be waited for."""
        expected = digests + (PARTS - 1) * (digests // 5)
        end = asyncio.get_running_loop().time() + seconds
        while asyncio.get_running_loop().time() < end:
            self._ahead += MOST_STEP / POST_SECONDS
            self._clock.write_text(str(self._ahead))
            await asyncio.sleep(1)
            rows = self._rows("SELECT state FROM outbox")
            waiting = self._rows("SELECT 1 FROM procrastinate_jobs WHERE status IN ('todo', 'doing')")
            if len(rows) == expected and not waiting and not {row["state"] for row in rows} - {"sent", "held", "dead"}:
                return

    def check(self, digests: int) -> dict[str, Any]:
        """Everything stands once, in order, and every run is at its end; gives figures of the storm."""
        rows = self._rows("SELECT id, run_id, platform, channel, state, attempts FROM outbox ORDER BY seq")
        runs = Counter(str(row["run_id"]) for row in rows)
        assert len(runs) == digests, f"{digests - len(runs)} digests were lost before they were queued"
        states = Counter(str(row["state"]) for row in rows)
        assert set(states) <= {"sent", "held", "dead"}, f"not all came to an end: {states}"
        order = self.slack.order()
        for channel in {row["channel"] for row in rows if row["platform"] == "discord"}:
            order += self.discord.order(channel, [row["id"] for row in rows])
        seen, sent = Counter(order), {str(row["id"]) for row in rows if row["state"] == "sent"}
        lost = sent - set(seen)
        assert not lost, f"{len(lost)} messages were lost"
        assert max(seen.values()) == 1, f"{sum(seen.values()) - len(seen)} messages were doubled"
        places = {key: place for place, key in enumerate(order)}
        by_channel = defaultdict(list)
        for row in (row for row in rows if row["id"] in sent):
            by_channel[row["channel"]].append(places[row["id"]])
        assert all(found == sorted(found) for found in by_channel.values()), "out of order"
        jobs = Counter(str(row["status"]) for row in self._rows("SELECT status FROM procrastinate_jobs"))
        assert not jobs, f"jobs were given up, or wait: {jobs}"
        held = {row["id"] for row in self._rows("SELECT id FROM article WHERE current")}
        assert not set(self._articles) - held, "articles were accepted and are not held"
        assert self.discord.violations == self.slack.violations == []
        faults = {f"faults: {name}": count for name, count in self.weather.count.items()}
        attempts = sum(row["attempts"] for row in rows)
        sizes = {"digests": digests, "messages": len(rows), "attempts": attempts, "articles": len(self._articles)}
        return {**sizes, **states, **self.count, **faults}

    def _rows(self, query: str) -> list[dict[str, Any]]:
        with psycopg.connect(self._url, row_factory=psycopg.rows.dict_row) as connection:
            return connection.execute(query.encode()).fetchall()


def _channel(number: int) -> Destination:
    channel = str(int(values.CHANNEL) + 1 + number % CHANNELS)
    return Destination(platform="discord", tenant=f"discord:{values.GUILD}", channel=channel)


@contextlib.asynccontextmanager
async def raised(folder: Path, server: Server, url: str, seed: int) -> AsyncIterator[Storm]:
    """A storm with everything it needs; what the processes said is shown where it fails."""
    async with Nursery(folder, "tests.acceptance.chaos.victim") as nursery:
        try:
            yield Storm(nursery, server, url, folder / "clock", seed)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}: {error}\n{nursery.log[-6_000:]}") from error
