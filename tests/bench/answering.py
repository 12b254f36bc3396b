"""A process that opens a filled store and answers `/claims` from it: `python -m tests.bench.answering URL`.

The questions come as JSON, by their kind; it writes a JSON line a figure for `tests/bench/commands.py`.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime

from bot.knowledge.load import build_knowledge
from bot.platforms.discord import render
from bot.service.service import Service
from bot.settings import Settings
from bot.store import SqlStore, open_store
from digests.extraction.extract import Extraction
from digests.models import Article
from digests.query.request import read_request
from tests.bench.result import most_memory, percentile

_AT_ONCE = 50
_MANY = 1_000
_NOW = datetime(2025, 2, 8, tzinfo=UTC)

Figure = tuple[str, float, str]  # a name, a value and its unit


async def main(url: str, requests_by_kind: dict[str, list[str]]) -> None:
    """Open the store, ask it, and write what that took."""
    store = await open_store(url)
    try:
        async for figure in _ask(store, requests_by_kind):
            print(json.dumps(figure), flush=True)  # noqa: T201 - read by the benchmark
    finally:
        await store.close()


async def _ask(store: SqlStore, requests_by_kind: dict[str, list[str]]) -> AsyncIterator[Figure]:
    """Each kind of question one after the other, then many at once, then what all of that has cost in memory."""
    service = Service(store, _no_reading, build_knowledge(Settings()), clock=lambda: _NOW)
    gc.freeze()  # as the bot does once everything is loaded
    await _answer(service, requests_by_kind["place"][0])
    for name, requests in requests_by_kind.items():
        taken = sorted([await _answer(service, request) for request in requests])
        for percent in (50, 99):
            yield f"claims.{name}.p{percent}", percentile(taken, percent), "ms"
    begin = time.perf_counter()
    await asyncio.gather(*(_answer(service, request) for request in requests_by_kind["place"][:_AT_ONCE]))
    yield f"claims.{_AT_ONCE}_at_once", (time.perf_counter() - begin) * 1_000, "ms"
    for n in range(_MANY):
        await _answer(service, requests_by_kind["place"][n % len(requests_by_kind["place"])])
    yield "memory", most_memory(), "MB at most"


async def _answer(service: Service, request: str) -> float:
    begin = time.perf_counter()
    question = read_request(request)
    render.answer(await service.claims(question), question)
    return (time.perf_counter() - begin) * 1_000


def _no_reading(_article: Article) -> Extraction:
    raise NotImplementedError


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], json.load(sys.stdin)))
