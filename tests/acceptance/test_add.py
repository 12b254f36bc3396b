"""`dateline add` as people use it: texts that say nothing of themselves, folders, several processes, a correction."""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import pty
import sys
from pathlib import Path

import pytest

from bot.records import open_records
from tests.acceptance.running import Dateline

TEXT = """River rises at Sudzha

The mayor of Sudzha, Ida Holm, said on Friday that the river had damaged 14 houses in the town.
"""


@pytest.fixture
def dateline(tmp_path: Path) -> Dateline:
    """Dateline with an empty data folder."""
    return Dateline(tmp_path / "data")


async def test_a_plain_text_goes_in_with_what_is_said_of_it(dateline: Dateline, tmp_path: Path) -> None:
    """A text alone is refused with the three lines to write; with publisher and date it is held, once."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    described = ("--publisher", "Example Wire", "--date", "2025-02-08", "--url", "https://wire.example/river")

    code, _, problem = await dateline("add", str(path))
    assert code == 1
    assert 'begin the file with three lines: "---", "publisher: NAME" and "---"' in problem
    assert (await dateline("add", str(path), *described))[:2] == (0, "1 added, 0 already held, 0 not readable\n")
    assert (await dateline("add", "-", *described, given=TEXT))[1].startswith("0 added, 1 already held")

    _, answer, _ = await dateline("claims", "Sudzha")
    assert "Example Wire" in answer
    assert "14 houses" in answer


async def test_a_date_that_is_none_is_refused(dateline: Dateline) -> None:
    """An option is not a record: what cannot be read is an error at once."""
    code, _, problem = await dateline("add", "-", "--date", "soon", given=TEXT)

    assert code == 2
    assert "is not a date" in problem


async def test_a_person_at_a_terminal_is_asked(tmp_path: Path) -> None:
    """Who published a text, when and where is asked for; its first line is the headline where nobody says another."""
    (tmp_path / "article.txt").write_text(TEXT)
    controller, terminal = pty.openpty()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "add", str(tmp_path / "article.txt"),
        stdin=terminal, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "DATELINE_DATA": str(tmp_path / "data")},
    )  # fmt: skip
    os.close(terminal)
    os.write(controller, b"Example Wire\n2025-02-08\n\n\n")
    try:
        out, _ = await asyncio.wait_for(process.communicate(), 60)
    finally:
        os.close(controller)

    assert out.decode().strip() == "1 added, 0 already held, 0 not readable"


async def test_folders_are_read_whole_and_what_is_skipped_is_named(dateline: Dateline, tmp_path: Path) -> None:
    """Files in folders below go in, packed ones too, with two processes as with one; other files are named."""
    folder = tmp_path / "in"
    (folder / "below").mkdir(parents=True)
    records = [
        {"publisher": "Example Wire", "id": f"a{n}", "body": f"The mayor said {n} houses fell."} for n in range(6)
    ]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, records[:3])))
    (folder / "below" / "b.json.gz").write_bytes(gzip.compress(json.dumps(records[3:]).encode()))
    (folder / "picture.png").write_bytes(b"\x89PNG")

    code, out, problem = await dateline("add", str(folder), "--workers", "2")

    assert (code, out) == (0, "6 added, 0 already held, 0 not readable\n")
    assert problem == f"{folder}/picture.png: skipped, as its name is not that of a record file\n"


def feed(count: int) -> str:
    """A feed of one entry, whose address stays and whose text gives a number of houses."""
    return (
        "<rss version='2.0'><channel><title>Example Wire</title><link>https://wire.example/</link><item>"
        "<title>River</title><link>https://wire.example/river</link><pubDate>Sat, 08 Feb 2025 09:00:00 CET</pubDate>"
        f"<description>The mayor of Sudzha, Ida Holm, said on Friday that the river had damaged {count} houses."
        "</description></item></channel></rss>"
    )


async def test_a_feeds_correction_replaces_what_it_said(dateline: Dateline) -> None:
    """The same entry with another number is a new version, without any made by hand."""
    for count, out in ((14, "1 added"), (12, "1 added"), (12, "0 added, 1 already held")):
        assert (await dateline("add", "-", given=feed(count)))[1].startswith(out)

    _, answer, _ = await dateline("claims", "Sudzha")
    assert "12 houses" in answer
    assert "14 houses" not in answer


async def test_nobody_replaces_another_publishers_article(dateline: Dateline) -> None:
    """A record with another house's id is one line on standard error."""
    held = {"id": "x", "publisher": {"name": "Example Wire", "domain": "wire.example"}, "body": "Twelve houses fell."}
    other = {"id": "x", "publisher": {"name": "Evil Blog", "domain": "evil.example"}, "body": "No house fell."}
    await dateline("add", "-", given=json.dumps(held))

    code, out, problem = await dateline("add", "-", given=json.dumps(other))

    assert (code, out) == (1, "0 added, 0 already held, 1 not readable\n")
    assert "that of an article of Example Wire" in problem


def test_a_pipe_and_an_empty_path_are_told(tmp_path: Path) -> None:
    """A pipe in a folder hangs nothing, and no path is not the current folder."""
    os.mkfifo(tmp_path / "pipe.json")

    assert [str(one).partition(": ")[2] for one in open_records(str(tmp_path))] == [
        "cannot be read: is no regular file; give a pipe as standard input (-)"
    ]
    assert "the path is empty" in str(next(iter(open_records(""))))
