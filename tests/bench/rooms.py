"""How often the work goes from room to room on its way: of one line, of an answer to `/claims`, of an added article.

A room is the first two parts of a module's name, such as `digests.lines`. Every function counts once, in the order of
first calls, so that the figure is one of the code and not of how much there is to read; a change is where a function is
called first whose room is not that of the function before it.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Final

from bot.app import open_app
from bot.extraction import Extractor
from bot.knowledge.load import build_knowledge
from bot.records import open_records
from bot.settings import Settings
from digests.lines.line import claim_line
from digests.models import Article, Request
from tests.bench.result import Result
from tests.paths import SAMPLES

_NOW: Final = datetime(2025, 2, 8, 12, 0, tzinfo=UTC)
_WORDS: Final = "North Korean troops are fighting in the Kursk area again"


class Way:
    """The rooms that work went through, in order, each as often as it was come to."""

    def __init__(self) -> None:
        self._codes: dict[CodeType, str] = {}
        self.ended = False  #: a thread that goes on keeps its profile function

    def __call__(self, frame: FrameType, event: str, _: Any) -> None:
        """Note a call, as a profile function."""
        code = frame.f_code
        if event == "call" and not self.ended and code not in self._codes and not code.co_name.startswith("<"):
            name = str(frame.f_globals.get("__name__"))
            if name.startswith(("bot.", "digests.")):
                self._codes[code] = ".".join(name.split(".")[:2])

    @property
    def rooms(self) -> list[str]:
        """The rooms on the way; one may come again."""
        return [room for room, _ in groupby(self._codes.values())]


@contextmanager
def watched() -> Iterator[Way]:
    """Note the way of all that is called meanwhile, in every thread that begins meanwhile."""
    way = Way()
    threading.setprofile(way)
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor())  # its threads begin under the watch
    sys.setprofile(way)
    try:
        yield way
    finally:
        way.ended = True
        sys.setprofile(None)
        threading.setprofile(None)


def run() -> Iterator[Result]:
    """The three ways, over the sample records in SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        ways = asyncio.run(_ways(Settings(data=Path(folder))))
    for name, way in ways.items():
        yield Result(f"{name}: changes of room", len(way.rooms) - 1, "changes")
        yield Result(f"{name}: rooms", len(set(way.rooms)), "rooms")


async def _ways(settings: Settings) -> dict[str, Way]:
    records = [record for record in open_records(str(SAMPLES)) if isinstance(record, Article)]
    telling = next(record for record in records if _WORDS in record.body)
    async with open_app(settings, clock=lambda: _NOW) as app:
        # What is loaded or compiled once is no part of the way.
        await app.service.add_article(next(record for record in records if record is not telling))
        await app.service.claims(Request(about="Russia"))
        with watched() as added:
            await app.service.add_article(telling)
        for record in records:
            await app.service.add_article(record)
        with watched() as answered:
            await app.service.claims(Request(about="Kursk"))
    claim = next(c for c in Extractor(build_knowledge(settings))(telling).claims if _WORDS in c.passage.exact)
    claim_line(claim, telling, now=_NOW)
    with watched() as drawn:
        claim_line(claim, telling, now=_NOW)
    return {"a line": drawn, "/claims Kursk": answered, "an added article": added}
