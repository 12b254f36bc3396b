"""Whole answers to `/claims` on one store of made-up claims, with and without the platforms.

From the request to the lines that Discord is sent; and from an interaction to its answer, on both platforms' loopback
peers, while articles are read in. A process that only opens the filled database answers, so that its memory is the
bot's. `DATELINE_BENCH_SIZE=1000000` measures at a million, `DATELINE_BENCH_DATABASE=sqlite` or
`postgres` on one alone.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator

from bot.store import open_store
from tests.bench.databases import databases
from tests.bench.filling import fill
from tests.bench.result import Result, size
from tests.bench.world import World

_CLAIMS = 100_000
_ANSWERS = 200


def run() -> Iterator[Result]:
    """Fill a store of each kind, then ask it as readers do."""
    for database, url in databases():
        yield from _measure(database, url)


def _measure(database: str, url: str) -> Iterator[Result]:
    asyncio.run(_fill(url))
    for module in ("answering", "chatting"):
        command, questions = [sys.executable, "-m", f"tests.bench.{module}", url], json.dumps(_questions())
        process = subprocess.run(command, check=True, input=questions, stdout=subprocess.PIPE, text=True)  # noqa: S603
        for line in process.stdout.splitlines():
            name, value, unit = json.loads(line)
            yield Result(f"{database}.{name}", value, unit)


def _questions() -> dict[str, list[str]]:
    world = World()
    return {
        "place": [f"place:{world.draw_place().id}" for _ in range(_ANSWERS)],
        "actor": [f"actor:{world.draw_actor().id}" for _ in range(_ANSWERS)],
        "words": [world.draw_word().name for _ in range(_ANSWERS)],
    }


async def _fill(url: str) -> None:
    store = await open_store(url)
    try:
        await fill(store, World(), size(_CLAIMS))
    finally:
        await store.close()
