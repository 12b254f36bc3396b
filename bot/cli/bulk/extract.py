"""`dateline extract`: records in, what they say out, one JSON object a line; nothing is kept."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from typing import Literal

from bot.cli.bulk.lines import line_rows
from bot.cli.bulk.stats import Counts, Meter
from bot.cli.output import write_json_text
from bot.errors import RecordError
from bot.exports.extracts import NOBODY, extract_line, json_line
from bot.extraction import Extractor, end_with_parent
from bot.knowledge.load import build_knowledge
from bot.logs import set_up_logs
from bot.records import open_records
from bot.settings import Settings
from digests.actors import person_spans
from digests.knowledge import Knowledge
from digests.models import Article
from digests.places import find_toponyms

_AHEAD = 4  #: articles a worker may have waiting, so that no file is read into memory whole

#: What is written of each article: everything that it says, the places that it names, or the line of each claim.
Wanted = Literal["everything", "toponyms", "lines"]
Row = tuple[str, Counts]
Reader = Callable[[Article], Row]


def write_extracts(
    settings: Settings, paths: Iterable[str], *, output: Wanted = "everything", stats: bool = False, workers: int = 1
) -> int:
    """Write a line for each record and return how many could not be read.

    output: what to write of each article.
    stats: write to standard error, at the end, how much was read and what that took.
    workers: how many processes read; the output is the same to the byte.
    """
    meter = Meter()
    with _rows(settings, output=output, workers=workers) as read_rows:
        for row in read_rows(record for path in paths for record in open_records(path, publisher=NOBODY, strict=False)):
            if isinstance(row, RecordError):
                meter.unreadable += 1
                print(row, file=sys.stderr)  # noqa: T201 - the command's own output
            else:
                meter.add(row[1])
                if row[0]:
                    write_json_text(row[0])
    sys.stdout.flush()
    if stats:
        print(meter.report(), file=sys.stderr)  # noqa: T201 - the command's own output
    return meter.unreadable


Records = Iterable[Article | RecordError]
Rows = Iterator[Row | RecordError]


@contextmanager
def _rows(settings: Settings, *, output: Wanted, workers: int) -> Iterator[Callable[[Records], Rows]]:
    """What turns records into rows, in order: here, or in worker processes."""
    if workers == 1:
        yield partial(_in_process, _reader(settings, output=output))
        return
    # started afresh, since a process that runs threads does not survive a fork
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_Worker.start, initargs=(settings, output))
    with pool:
        yield partial(_in_workers, pool, workers)


def _in_process(reader: Reader, records: Records) -> Rows:
    for record in records:
        yield record if isinstance(record, RecordError) else reader(record)


def _in_workers(pool: ProcessPoolExecutor, workers: int, records: Records) -> Rows:
    queue: deque[Future[Row] | RecordError] = deque()
    for record in records:
        queue.append(record if isinstance(record, RecordError) else pool.submit(_Worker.work, record))
        if len(queue) > _AHEAD * workers:
            yield _result(queue.popleft())
    while queue:
        yield _result(queue.popleft())


def _result(row: Future[Row] | RecordError) -> Row | RecordError:
    return row if isinstance(row, RecordError) else row.result()


class _Worker:
    """What a worker process has made ready."""

    reader: Reader

    @classmethod
    def start(cls, settings: Settings, output: Wanted) -> None:
        """Make a process ready to read."""
        end_with_parent()
        set_up_logs(settings.log_level, settings.secrets(), settings.log)
        cls.reader = staticmethod(_reader(settings, output=output))

    @classmethod
    def work(cls, article: Article) -> Row:
        """Read an article."""
        return cls.reader(article)


def _reader(settings: Settings, *, output: Wanted) -> Reader:
    knowledge = build_knowledge(settings)
    if output == "toponyms":
        return partial(_toponym_row, knowledge)
    extractor = Extractor(knowledge, settings.tagger)
    return partial(_line_rows, extractor, settings.floor) if output == "lines" else partial(_extract_row, extractor)


def _extract_row(extractor: Extractor, article: Article) -> Row:
    extraction = extractor(article)
    return extract_line(article, extraction), Counts.from_extraction(extraction)


def _line_rows(extractor: Extractor, floor: float, article: Article) -> Row:
    extraction = extractor(article)
    return "\n".join(map(json_line, line_rows(article, extraction.claims, floor))), Counts.from_extraction(extraction)


def _toponym_row(knowledge: Knowledge, article: Article) -> Row:
    mentions = find_toponyms(article.body, knowledge.gazetteer, persons=person_spans(article.body))
    places = [
        {"start": m.start, "end": m.end, "lat": m.place.lat, "lon": m.place.lon, "geonameid": m.place.id}
        for m in mentions
    ]
    return json_line({"id": article.id, "toponyms": places}), Counts(places=len(places))
