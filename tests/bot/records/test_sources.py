"""Records come from files, folders and streams."""

from __future__ import annotations

import dataclasses
import io
import json
import sys
from pathlib import Path

import pytest

from bot.errors import RecordError
from bot.records import open_records, read_records
from digests.models import Article
from tests.bot.records.record_texts import MINIMAL


def test_a_folder_is_read_by_name(tmp_path: Path) -> None:
    """The record files of a folder come in the order of their names; hidden and other files are left alone."""
    for name in ("b.json", "a.JSONL", ".hidden.json", "picture.png", "c.txt"):
        (tmp_path / name).write_text(json.dumps(MINIMAL | {"id": name}))
    (tmp_path / "d.json").mkdir()

    assert [one.id for one in open_records(str(tmp_path)) if isinstance(one, Article)] == ["a.JSONL", "b.json", "c.txt"]


@pytest.mark.parametrize("make", ["missing", "empty folder"])
def test_nothing_to_open_is_one_error(tmp_path: Path, make: str) -> None:
    """A path that leads nowhere, or to a folder without records, is told in one line."""
    path = tmp_path / "nowhere.json" if make == "missing" else tmp_path

    (found,) = open_records(str(path))

    assert isinstance(found, RecordError)
    assert str(path) in str(found)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash stands for standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(MINIMAL).encode())))

    (found,) = open_records("-")

    assert isinstance(found, Article)


@dataclasses.dataclass
class Endless:
    """A stream of records that never ends, and counts what was taken from it."""

    line: bytes
    taken: int = 0

    def read(self, size: int = -1) -> bytes:
        """Bytes of as many lines as fit."""
        self.taken += size
        return (self.line * (size // len(self.line) + 1))[:size] if size >= 0 else b""


def test_json_lines_are_read_as_they_come() -> None:
    """The first records of an endless stream are there before much of it was read."""
    line = json.dumps(MINIMAL).encode() + b"\n"
    stream = Endless(line.ljust(64, b" ")[:-1] + b"\n")
    records = read_records(Path("a.jsonl"), stream, name="-")  # type: ignore[arg-type]  # reads, and no more

    assert all(isinstance(next(records), Article) for _ in range(5_000))
    assert stream.taken < 1_000_000
