"""How fast articles come in: files with one worker and two, ten thousand that are held, and five hundred feeds.

`DATELINE_BENCH_SIZE` sets the number of records and of feeds.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from bot.cli.add import add_files
from bot.extraction import Extractor
from bot.feeds.fetch import Fetcher
from bot.feeds.polling import Notice
from bot.feeds.watcher import FeedWatcher
from bot.knowledge.load import build_knowledge
from bot.models import Feed
from bot.service.service import Service
from bot.settings import Settings
from bot.store import open_store
from digests.knowledge import Knowledge
from digests.models import Article
from tests import make
from tests.bench.pulse import Pulse
from tests.bench.result import Result, size
from tests.bench.texts import news
from tests.peers.feeds import Item, serve_feeds

_RECORDS = 80
_UNCHANGED = 10_000
_FEEDS = 500
_ITEMS = 2  # of each
_BRIEF = 40  # words of each, as feeds have them
_SHOWN = 4_096  # bytes a page of memory has


def run() -> Iterator[Result]:
    """Each way in."""
    yield from _files()
    yield _unchanged()
    yield from _feeds()


def _files() -> Iterator[Result]:
    records = news(size(_RECORDS))
    paces = {}
    for workers in (1, 2):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "records.jsonl"
            file.write_text("\n".join(record.model_dump_json(exclude_defaults=True) for record in records))
            start, used = time.perf_counter(), _cpu_seconds()
            tally = add_files(Settings(data=Path(folder)), [str(file)], {}, workers=workers)
            assert tally.new == len(records)
            paces[workers] = tally.new / (time.perf_counter() - start)
            yield Result(
                f"intake.cpu, {workers} workers", 1_000 * (_cpu_seconds() - used) / tally.new, "CPU ms a record"
            )
    yield Result("intake.pace, two workers", paces[2], "records/s", "one worker", paces[1])


def _unchanged() -> Result:
    """A file of records that are all held: added once without reading, then again as people do."""
    with tempfile.TemporaryDirectory() as folder:
        settings, file = Settings(data=Path(folder)), Path(folder) / "records.jsonl"
        rows = [make.article(f"The mayor said {n} houses fell.", id=f"a{n}", url=f"https://wire.example/{n}")
                for n in range(_UNCHANGED)]  # fmt: skip
        asyncio.run(_hold(settings, rows))
        file.write_text("\n".join(row.model_dump_json(exclude_defaults=True) for row in rows))
        first = file.with_name("first.jsonl")
        first.write_text(rows[0].model_dump_json(exclude_defaults=True))
        used = time.process_time()
        add_files(settings, [str(first)], {})  # what starting takes is told elsewhere
        started = time.process_time() - used
        used = time.process_time()
        tally = add_files(settings, [str(file)], {})
        assert tally.duplicates == _UNCHANGED
        return Result("intake.unchanged, 10,000 records", time.process_time() - used - started, "CPU s")


async def _hold(settings: Settings, rows: list[Article]) -> None:
    store = await open_store(settings.database_url)
    for start in range(0, len(rows), 500):
        await store.add_articles([(row, []) for row in rows[start : start + 500]], now=make.NOW)
    await store.close()


def _feeds() -> Iterator[Result]:
    parent, child = multiprocessing.Pipe()
    context = multiprocessing.get_context("spawn")
    peer = context.Process(target=_serve, args=(child, size(_FEEDS)), daemon=True)
    peer.start()
    host = parent.recv()
    try:
        with tempfile.TemporaryDirectory() as folder:
            settings = Settings(data=Path(folder))
            knowledge = build_knowledge(settings)
            read = Extractor(knowledge)
            read(news(1)[0])  # the tagger is loaded
            yield from asyncio.run(_watch(settings, knowledge, read, host))
    finally:
        peer.terminate()


async def _watch(settings: Settings, knowledge: Knowledge, read: Extractor, host: str) -> list[Result]:
    store = await open_store(settings.database_url)
    service = Service(store, read, knowledge, clock=_now, allowed_places=[host])
    fetcher = Fetcher([host])
    watcher = FeedWatcher(store.feeds, service, fetcher, tell=_tell, clock=_now, gap_seconds=0)
    for number in range(size(_FEEDS)):
        await service.feeds.add(f"http://{host}/o{number}/feed")
    before, start, pulse = _memory(), time.perf_counter(), Pulse()
    while tasks := await watcher.start_due():
        await asyncio.gather(*tasks)
    stall, first = await pulse.end(), time.perf_counter() - start
    for feed in await service.feeds.all():
        await service.feeds.pause(feed.id, paused=False)
    pulse, used = Pulse(), time.process_time()
    while tasks := await watcher.start_due():
        await asyncio.gather(*tasks)
    again, quiet = time.process_time() - used, await pulse.end()
    held = (await store.counts())["articles"]
    await fetcher.close()
    await store.close()
    return [
        Result("intake.feeds: memory more", _memory() - before, "MB"),
        Result("intake.feeds: longest stall while all is new", stall, "ms"),
        Result("intake.feeds: work on the loop itself", pulse.own * 1_000, "ms"),
        Result("intake.feeds: longest stall while nothing is", quiet, "ms"),
        Result("intake.feeds: a look at all, nothing new", again, "CPU s"),
        Result("intake.feeds: articles", held / first, "articles/s"),
    ]


def _serve(connection: Connection, count: int) -> None:
    async def serve() -> None:
        async with serve_feeds() as peer:
            rows = [Item(row.id, row.body, row.headline) for row in news(count * _ITEMS, _BRIEF)]
            for number in range(count):
                peer.add(f"o{number}", *rows[number * _ITEMS : (number + 1) * _ITEMS])
            connection.send(peer.host)
            await asyncio.Event().wait()

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve())


async def _tell(feed: Feed, notice: Notice) -> None:
    raise AssertionError(f"{feed.url} {notice.text}")


def _now() -> datetime:
    return datetime.now(UTC)


def _memory() -> float:
    """What this process holds now, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _SHOWN / 1e6


def _cpu_seconds() -> float:
    usages = [resource.getrusage(scope) for scope in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
