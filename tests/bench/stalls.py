"""How long the event loop stands still while records are read and digests made, beside the same work done on it."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from bot.extraction import Extractor
from bot.knowledge.load import build_knowledge
from bot.service.service import Service
from bot.settings import load_settings
from bot.store import open_store
from digests.knowledge import Knowledge
from tests import make
from tests.bench.pulse import Pulse
from tests.bench.result import Result, size
from tests.bench.texts import articles

WORDS = 3_000  #: of a long article


def run() -> Iterator[Result]:
    """The longest stall in each kind of work."""
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"DATELINE_DATA": folder})
        knowledge = build_knowledge(settings)
        read = Extractor(knowledge)
        read(articles(1)[0])  # the tagger is loaded
        yield from asyncio.run(_measure(Path(folder), read, knowledge))


async def _measure(folder: Path, read: Extractor, knowledge: Knowledge) -> list[Result]:
    store = await open_store(f"sqlite:///{folder}/stalls.db")
    service = Service(store, read, knowledge, clock=lambda: make.NOW, splitters={})
    long = [article.model_copy(update={"id": f"long-{article.id}"}) for article in articles(2, WORDS)]
    results: list[Result] = []
    for name, items in (("reading articles", articles(size(60))), ("reading long articles", long)):
        pulse = Pulse()
        for item in items:
            await service.add_article(item)
        stall = await pulse.end()
        results += _stalls(name, stall, pulse.own, _slowest([partial(read, item) for item in items[:10]]))
    pulse = Pulse()
    for _ in range(10):
        await service.preview()
    results += _stalls("making digests", await pulse.end(), pulse.own, None)
    await store.close()
    return results


def _slowest(calls: Sequence[Callable[[], object]]) -> float:
    """The longest that one of them takes, in milliseconds of processor time."""
    taken = []
    for call in calls:
        begin = time.process_time()
        call()
        taken.append(time.process_time() - begin)
    return max(taken) * 1_000


def _stalls(name: str, stall: float, own: float, on_loop: float | None) -> list[Result]:
    peer = "" if on_loop is None else "read on the loop"
    return [
        Result(f"{name}: longest stall", stall, "ms", peer, on_loop),
        Result(f"{name}: work on the loop itself", own * 1_000, "ms", peer, on_loop),
    ]
