"""A folder whose files are added: what went in moves to `done`, what did not to `failed`, with the reason beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Protocol

import structlog

from bot.errors import BotError, RecordError, RequestError, SettingsError, StoreError
from bot.records import open_records
from digests.models import Article

DONE, FAILED = "done", "failed"
_TICK_SECONDS = 2.0
_BATCH = 50  #: records that are read before others have their turn
_UNFINISHED = (".part", ".tmp", ".crdownload", ".filepart")
_MOST_REASONS = 1_000

_log = structlog.get_logger(__name__)


class Adding(Protocol):
    """Where articles go."""

    async def add_article(self, article: Article) -> bool:
        """Read and keep an article; False if it is held already."""
        ...


@dataclass
class _Count:
    """What has become of a file's records."""

    new: int = 0
    already_there: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The counts, then a line for each record that did not go in."""
        counts = f"{self.new} added, {self.already_there} already held, {len(self.problems)} not readable"
        return "\n".join([counts, *self.problems[:_MOST_REASONS], ""])


def prepare_inbox(folder: Path) -> None:
    """Make the folders; raises SettingsError where that cannot be."""
    try:
        for path in (folder, folder / DONE, folder / FAILED):
            path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"DATELINE_INBOX: {folder} cannot be made ({error.strerror}).") from error


class Inbox:
    """Adds the files that lie in a folder, once nobody writes to them any more."""

    def __init__(self, folder: Path, intake: Adding) -> None:
        self._folder, self._intake = folder, intake
        self._marks: dict[Path, tuple[int, int]] = {}

    async def run(self, stop: asyncio.Event) -> None:
        """Look again and again until told to stop; a file that is cut short then is read again, and nothing twice."""
        while not stop.is_set():
            try:
                await self.look()
            except (BotError, OSError) as error:
                _log.warning("inbox not read", folder=str(self._folder), error=str(error))
            try:
                async with asyncio.timeout(_TICK_SECONDS):
                    await stop.wait()
            except TimeoutError:
                continue

    async def look(self) -> None:
        """Add the files that have not changed since the last look; raises StoreError, and the file stays."""
        for path in await asyncio.to_thread(self._settled):
            count = await self._add(path)
            await asyncio.to_thread(self._put_away, path, count)
            _log.info("inbox", file=path.name, added=count.new, not_readable=len(count.problems))

    def _settled(self) -> list[Path]:
        marks = {}
        for path in sorted(self._folder.iterdir()):
            is_record = path.is_file() and not path.name.startswith(".") and not path.name.endswith(_UNFINISHED)
            if is_record:
                facts = path.stat()
                marks[path] = facts.st_size, facts.st_mtime_ns
        settled = [path for path, mark in marks.items() if self._marks.get(path) == mark]
        self._marks = marks
        return settled

    async def _add(self, path: Path) -> _Count:
        count, records = _Count(), open_records(str(path))
        while batch := await asyncio.to_thread(_some, records):
            for record in batch:
                await self._add_one(record, count)
        return count

    async def _add_one(self, record: Article | RecordError, count: _Count) -> None:
        if isinstance(record, RecordError):
            count.problems.append(str(record))
            return
        try:
            is_new = await self._intake.add_article(record)
        except StoreError:
            raise
        except RequestError as error:
            count.problems.append(f"{record.headline or record.url or record.id}: {error}")
            return
        count.new += is_new
        count.already_there += not is_new

    def _put_away(self, path: Path, count: _Count) -> None:
        folder = self._folder / (FAILED if count.problems else DONE)
        target = next(place for place in _places(folder, path) if not place.exists())
        if count.problems:
            target.with_name(f"{target.name}.txt").write_text(count.text, encoding="utf-8")
        path.replace(target)
        self._marks.pop(path, None)


def _some(records: Iterator[Article | RecordError]) -> list[Article | RecordError]:
    return list(islice(records, _BATCH))


def _places(folder: Path, path: Path) -> Iterator[Path]:
    """Names for a file in a folder, until one is free."""
    yield folder / path.name
    for number in range(2, 10**6):
        yield folder / f"{path.stem}-{number}{path.suffix}"
