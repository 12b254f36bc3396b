"""The pages as people get them: built into a folder, and served until stopped."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import aiohttp

from tests.acceptance.running import Dateline
from tests.paths import SAMPLES


async def test_pages_are_built_and_served(tmp_path: Path) -> None:
    """`page build` writes what `page serve` shows; the second has a box for questions besides."""
    dateline, folder = Dateline(tmp_path / "data"), tmp_path / "site"
    dateline.hold_samples()
    code, text, problem = await dateline("page", "build", str(folder), "--max", "30")
    assert (code, text) == (0, f"Wrote 30 files to {folder}.\n"), problem

    async with dateline.serving("page", "serve", "--port", "0") as process:
        assert process.stdout is not None
        line = (await asyncio.wait_for(process.stdout.readline(), 180)).decode()
        [address] = re.findall(r"http://127\.0\.0\.1:\d+/", line)
        async with aiohttp.ClientSession() as session, session.get(address) as response:
            served = await response.text()
    built = (folder / "index.html").read_text("utf-8")

    assert 'role="search"' in served
    assert 'role="search"' not in built
    assert built.split("<main")[1].split("<aside")[0] == served.split("<main")[1].split("<aside")[0]


async def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    """Where no file can be written the reason stands on standard error."""
    (tmp_path / "file").write_text("", "utf-8")
    code, _, problem = await Dateline(tmp_path / "data")("page", "build", str(tmp_path / "file" / "site"))

    assert code == 1
    assert "cannot be written" in problem


async def test_a_schedule_is_previewed(tmp_path: Path) -> None:
    """`preview` writes what a schedule would send now, and it would still send it afterwards."""
    dateline, file = Dateline(tmp_path / "data"), tmp_path / "morning.html"
    where = ("--platform", "discord", "--workspace", "1", "--channel", "5678")
    code, _, problem = await dateline("schedule", "add", *where, "--at", "08:00", "--name", "morning")
    assert code == 0, problem
    assert (await dateline("add", str(SAMPLES / "articles.jsonl")))[0] == 0
    command = ("preview", "morning", "--workspace", "discord:1", "--output", str(file))

    first, again = await dateline(*command), await dateline(*command)

    assert first[0] == again[0] == 0, first[2]
    assert "1 to be sent, next " in first[1] == again[1]
    assert file.read_text("utf-8").count("South Korean intelligence") >= 4
