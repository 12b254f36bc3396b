"""How soon a page begins to come over HTTP: the first one, and pages that nobody has asked for before.

A process that only opens the filled database serves them. `DATELINE_BENCH_SIZE=1000000` measures at a million,
`DATELINE_BENCH_DATABASE=sqlite` or `postgres` on that database alone.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence, Set
from pathlib import Path

import aiohttp

from bot.app import open_app
from bot.page import serve_pages
from bot.settings import Settings
from bot.store import open_store
from tests.bench.databases import databases
from tests.bench.filling import fill
from tests.bench.result import Result, most_memory, percentile, size
from tests.bench.world import NOW, World

_CLAIMS = 100_000
_EACH = 40  #: pages of each kind
_DAYS = 12


def run() -> Iterator[Result]:
    """Fill a store of each kind, then ask for pages as a browser does."""
    for database, url in databases():
        asyncio.run(_fill(url))
        command = [sys.executable, "-m", "tests.bench.page", url]
        serving = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
        for line in serving.stdout.splitlines():
            name, value, unit = json.loads(line)
            yield Result(f"{database}.{name}", value, unit)


async def main(url: str) -> None:
    """Serve pages from a filled store, ask for some, and print a JSON line for each figure."""
    with tempfile.TemporaryDirectory() as folder:
        async with (
            open_app(Settings(data=Path(folder)), database=url, clock=lambda: NOW) as app,
            serve_pages(app.service, "127.0.0.1", 0, clock=lambda: NOW) as (host, port),
            aiohttp.ClientSession(f"http://{host}:{port}") as session,
        ):
            begin = time.perf_counter()
            await _get(session, "/")
            _tell("front.made", (time.perf_counter() - begin) * 1_000, "ms, once, as the server starts")
            known = {subject.id for subject in await app.service.dossiers.subjects()}
            for name, paths in (await _addresses(session, known)).items():
                await _measure(session, name, paths)
    _tell("memory", most_memory(), "MB at most")


async def _fill(url: str) -> None:
    store = await open_store(url)
    try:
        await fill(store, World(), size(_CLAIMS))
    finally:
        await store.close()


async def _addresses(session: aiohttp.ClientSession, known: Set[str]) -> dict[str, Sequence[str]]:
    """Pages of each kind, none of them twice but the first one; known: the ids of what has claims."""
    world = World()
    places = [id_ for id_ in dict.fromkeys(world.draw_place().id for _ in range(4 * _EACH)) if id_ in known]
    actors = [id_ for id_ in dict.fromkeys(world.draw_actor().id for _ in range(4 * _EACH)) if id_ in known]
    front = (await _get(session, "/"))[1].decode()
    days = dict.fromkeys(part.split('"')[0] for part in front.split('href="./day/')[1:])
    return {
        "front": ["/"] * _EACH,
        "place": [f"/place/{place}/" for place in places][:_EACH],
        "actor": [f"/actor/{actor.replace(':', '-', 1)}/" for actor in actors][:_EACH],
        "claims": [f"/claims/?q=place:{place}" for place in places][:_EACH],
        "day": [f"/day/{day}" for day in days][:_DAYS],
        "subjects": ["/subjects/"],
    }


async def _measure(session: aiohttp.ClientSession, name: str, paths: Sequence[str]) -> None:
    answers = [await _get(session, path) for path in paths]
    taken = sorted(first for first, _ in answers)
    for percent in (50, 99):
        _tell(f"{name}.first_byte.p{percent}", percentile(taken, percent), "ms")
    _tell(f"{name}.weight", max(len(body) for _, body in answers) / 1_000, "kB at most")


async def _get(session: aiohttp.ClientSession, path: str) -> tuple[float, bytes]:
    begin = time.perf_counter()
    async with session.get(path) as response:
        first = (time.perf_counter() - begin) * 1_000
        response.raise_for_status()
        return first, await response.read()


def _tell(name: str, value: float, unit: str) -> None:
    print(json.dumps([name, value, unit]))  # noqa: T201 - read by the process that asks


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
