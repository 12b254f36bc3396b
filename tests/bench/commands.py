"""Whole answers to `/claims`, from the request to the lines that Discord is sent, on one store of made-up claims.

`DATELINE_BENCH_SIZE=1000000` measures at a million; filling takes many minutes.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import resource
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from bot.knowledge.load import build_knowledge
from bot.platforms.discord import render
from bot.service.service import Service
from bot.settings import Settings
from bot.store import SqlStore, open_store
from digests.extraction.extract import Extraction
from digests.models import Article
from digests.query.request import read_request
from tests.bench.result import Result, percentile, size
from tests.bench.world import World
from tests.bot.conftest import new_database, own_server

_CLAIMS = 100_000
_BULK = 200  # articles in one transaction
_ANSWERS = 200
_AT_ONCE = 50
_MANY = 1_000
_NOW = datetime(2025, 2, 8, tzinfo=UTC)


def run() -> Iterator[Result]:
    """Fill a store of each kind, then ask it as readers do."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _named("sqlite", asyncio.run(_measure(f"sqlite:///{Path(folder) / 'dateline.db'}")))
    with contextlib.ExitStack() as ending:
        server = os.environ.get("DATABASE_URL") or ending.enter_context(own_server()).url
        url = ending.enter_context(new_database(server, "dateline_bench"))
        yield from _named("postgres", asyncio.run(_measure(url)))


def _named(database: str, results: Sequence[Result]) -> Iterator[Result]:
    return (replace(result, bench=f"{database}.{result.bench}") for result in results)


async def _measure(url: str) -> list[Result]:
    world, store = World(), await open_store(url)
    try:
        articles = world.articles(size(_CLAIMS))
        while some := list(islice(articles, _BULK)):
            await store.add_articles(some, now=_NOW)
        return [result async for result in ask(store, world)]
    finally:
        await store.close()


async def ask(store: SqlStore, world: World) -> AsyncIterator[Result]:
    """Each kind of question one after the other, then many at once, then what all of that has cost in memory."""
    service = Service(store, _no_reading, build_knowledge(Settings()), clock=lambda: _NOW)
    gc.freeze()  # as the bot does once everything is loaded
    await _answer(service, f"place:{world.draw_place().id}")
    asked = {
        "place": [f"place:{world.draw_place().id}" for _ in range(_ANSWERS)],
        "actor": [f"actor:{world.draw_actor().id}" for _ in range(_ANSWERS)],
        "words": [world.draw_word().name for _ in range(_ANSWERS)],
    }
    for name, requests in asked.items():
        taken = sorted([await _answer(service, request) for request in requests])
        for percent in (50, 99):
            yield Result(f"claims.{name}.p{percent}", percentile(taken, percent), "ms")
    begin = time.perf_counter()
    await asyncio.gather(*(_answer(service, request) for request in asked["place"][:_AT_ONCE]))
    yield Result(f"claims.{_AT_ONCE}_at_once", (time.perf_counter() - begin) * 1_000, "ms")
    for n in range(_MANY):
        await _answer(service, asked["place"][n % _ANSWERS])
    yield Result("memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB at most, with the filling")


async def _answer(service: Service, request: str) -> float:
    begin = time.perf_counter()
    asked = read_request(request)
    render.answer(await service.claims(asked), asked)
    return (time.perf_counter() - begin) * 1_000


def _no_reading(_article: Article) -> Extraction:
    raise NotImplementedError
