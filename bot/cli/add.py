"""`dateline add`: records in, and kept with their claims; what is held already is passed over."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import typer

from bot.app import open_app
from bot.cli.output import write_line
from bot.errors import RecordError, RequestError
from bot.extraction import Extractor, ReadingPool
from bot.records import open_records, other_files
from bot.service.service import Service
from bot.settings import Settings
from digests.extraction.extract import Extraction
from digests.knowledge import Knowledge
from digests.models import Article

_BATCH = 64  #: records that are looked up at once
_ASKED = (".txt", ".md", ".pdf", ".docx", ".html", ".htm", "")  #: endings of files that a person may have to describe

Reader = Callable[[Article], Extraction]


@dataclass
class Tally:
    """What has become of the records."""

    new: int = 0
    duplicates: int = 0
    unreadable: int = 0
    claims: int = 0
    start: float = 0.0

    @property
    def counts(self) -> dict[str, int]:
        """The counts by the names that the command gives them."""
        return {"added": self.new, "already_held": self.duplicates, "not_readable": self.unreadable}

    @property
    def progress(self) -> str:
        """How far it is, how fast, and what was found."""
        records = self.new + self.duplicates + self.unreadable
        pace = records / max(time.monotonic() - self.start, 1e-3)
        return f"{records:,} records · {pace:,.1f}/s · {self.new:,} added · {self.claims:,} claims found"


def add_files(
    settings: Settings, paths: Iterable[str], fields: Mapping[str, str], *, workers: int = 1, news: bool = True
) -> Tally:
    """Add the records of files, folders and web addresses, and return what has become of them.

    fields: what stands in for those which a record does not say.
    workers: how many processes read.
    news: whether scheduled digests take them up.
    """
    tally = Tally(start=time.monotonic())
    try:
        with _reader(settings, tally, workers) as build_reader:
            asyncio.run(_add(_Order(settings, paths, fields, news), tally, build_reader))
    except KeyboardInterrupt:
        _say(f"stopped: {tally.new:,} added and kept; the same command again goes on from here")
        raise
    return tally


@contextlib.contextmanager
def _reader(settings: Settings, tally: Tally, workers: int) -> Iterator[Callable[[Knowledge], Reader]]:
    """What builds the reader of articles: here, or in worker processes."""

    def count(reader: Reader) -> Reader:
        def read_and_count(article: Article) -> Extraction:
            extraction = reader(article)
            tally.claims += len(extraction.claims)
            return extraction

        return read_and_count

    if workers == 1:
        yield lambda knowledge: count(Extractor(knowledge, settings.tagger))
        return
    with ReadingPool(settings, workers) as pool:
        yield lambda _: count(pool)


class _Order(NamedTuple):
    """What is to be added, and how."""

    settings: Settings
    paths: Iterable[str]
    fields: Mapping[str, str]
    news: bool


async def _add(order: _Order, tally: Tally, build_reader: Callable[[Knowledge], Reader]) -> None:
    async with open_app(order.settings, build_reader=build_reader) as app:
        with _progress(tally) as show:
            for path in order.paths:
                if not _is_address(path):
                    for file in other_files(path):
                        _say(f"{file}: skipped, as its name is not that of a record file")
                adding = _Adding(app.service, tally, path, news=order.news)
                records = await _fetched(order, path) if _is_address(path) else _records(path, order.fields)
                await adding.add(records, batch=1 if path == "-" else _BATCH, show=show)


def _is_address(path: str) -> bool:
    return path.lower().startswith(("http://", "https://"))


async def _fetched(order: _Order, url: str) -> Iterator[Article | RecordError]:
    """The records at a web address: the only ones that are fetched, as somebody has typed it."""
    from bot.feeds.reading import fetch_records  # noqa: PLC0415 - most is added from files

    return iter(await fetch_records(url, order.fields, allowed_places=order.settings.fetch_allow))


class _Adding:
    """The records of one path on their way in: several articles at once, and the versions of one in their order."""

    def __init__(self, service: Service, tally: Tally, path: str, *, news: bool) -> None:
        self._service, self._tally, self._path, self._news = service, tally, path, news
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def add(self, records: Iterator[Article | RecordError], *, batch: int, show: Callable[[], None]) -> None:
        """Add all; looks many up at once, since most may be held already."""
        while rows := list(islice(records, batch)):
            articles = [row for row in rows if isinstance(row, Article)]
            for error in (row for row in rows if isinstance(row, RecordError)):
                self._refuse(str(error))
            for article, is_held in zip(articles, await self._service.are_held(articles), strict=True):
                if is_held and article.id not in self._tasks:
                    self._tally.duplicates += 1
                else:
                    await self._start(article)
            await self._wait()
            show()

    async def _start(self, article: Article) -> None:
        for article_id in {article.id, article.supersedes or article.id} & self._tasks.keys():
            await self._tasks[article_id]
        self._tasks[article.id] = asyncio.create_task(self._add_one(article))

    async def _wait(self) -> None:
        await asyncio.gather(*self._tasks.values())
        self._tasks.clear()

    async def _add_one(self, article: Article) -> None:
        try:
            is_new = await self._service.add_article(article, news=self._news)
        except RequestError as error:
            self._refuse(f"{self._path}: {article.headline or article.url or article.id}: {error}")
            return
        self._tally.new += is_new
        self._tally.duplicates += not is_new
        for doubt in article.doubts if is_new else ():
            _say(f"{self._path}: {article.url or article.headline or article.id}: {doubt}")

    def _refuse(self, line: str) -> None:
        self._tally.unreadable += 1
        _say(line)


def _records(path: str, fields: Mapping[str, str]) -> Iterator[Article | RecordError]:
    """The records of a path; of one that does not say who published it, a person at a terminal is asked."""
    for record in open_records(path, fields=fields):
        if isinstance(record, RecordError) and record.field == "publisher" and _can_ask(path):
            yield from open_records(path, fields={**_ask(path), **fields})
            return
        yield record


def _can_ask(path: str) -> bool:
    return sys.stdin.isatty() and Path(path).suffix.lower() in _ASKED and Path(path).is_file()


def _ask(path: str) -> dict[str, str]:
    """What a person says of a file that does not."""
    _say(f"{path} does not say who published it.")
    answers = {
        "publisher": typer.prompt("Publisher", err=True),
        "date_published": typer.prompt(
            "Date, as in 2025-02-07 (empty: unknown)", default="", show_default=False, err=True
        ),
        "url": typer.prompt("Address (empty: none)", default="", show_default=False, err=True),
        "headline": typer.prompt("Headline (empty: the first line)", default="", show_default=False, err=True),
    }
    return {name: answer.strip() for name, answer in answers.items() if answer.strip()}


@contextlib.contextmanager
def _progress(tally: Tally) -> Iterator[Callable[[], None]]:
    """A line that says how far it is, where somebody looks; gives what draws it anew."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only at a terminal
    from rich.status import Status  # noqa: PLC0415 - as above

    with Status(tally.progress, console=Console(stderr=True)) as status:
        yield lambda: status.update(tally.progress)


def _say(line: str) -> None:
    write_line(line, error=True)
