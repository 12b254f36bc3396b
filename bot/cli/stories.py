"""`dateline stories`: records in, their stories out; nothing is kept."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from bot.cli.output import write_json
from bot.errors import RecordError
from bot.records import open_records
from digests.models import Article
from digests.stories.clustering import group


class _Records:
    """The readable records of some files; what is not readable is told and counted."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = paths
        self.unreadable = 0

    def __iter__(self) -> Iterator[Article]:
        for record in (record for path in self._paths for record in open_records(path)):
            if isinstance(record, RecordError):
                self.unreadable += 1
                print(record, file=sys.stderr)  # noqa: T201 - the command's own output
            else:
                yield record


def write_stories(paths: Iterable[str]) -> int:
    """Write a line for each record with its story and what it is a copy of, and return how many were unreadable."""
    records = _Records(paths)
    for placement in group(list(records)):
        write_json({"id": placement.id, "story": placement.story, "copy_of": placement.copy_of})
    return records.unreadable
