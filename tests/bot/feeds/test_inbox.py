"""An inbox: what is dropped there goes in once it is whole, and lies in `done` or `failed` after."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import SettingsError, StoreError
from bot.feeds.inbox import Inbox, prepare_inbox
from bot.store import open_store
from digests.models import Article
from tests.bot.keeping import Keeper

RECORD = {"publisher": "Example Wire", "id": "a", "body": "The mayor said 14 houses fell."}


class Drop:
    """A folder that is looked at."""

    def __init__(self, folder: Path, keeper: Keeper) -> None:
        self.folder, self.keeper, self.inbox = folder, keeper, Inbox(folder, keeper)

    async def look(self) -> None:
        """Look twice, as a file must not have changed in between."""
        await self.inbox.look()
        await self.inbox.look()

    def files(self) -> list[str]:
        """What lies where."""
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())


@pytest.fixture
async def drop(tmp_path: Path) -> AsyncIterator[Drop]:
    """An empty inbox on a store in memory."""
    store = await open_store("sqlite://")
    prepare_inbox(tmp_path / "in")
    yield Drop(tmp_path / "in", Keeper(store))
    await store.close()


async def test_a_file_goes_in_and_away(drop: Drop) -> None:
    """Its records are added; a second file of that name keeps both."""
    for _ in range(2):
        (drop.folder / "a.json").write_text(json.dumps(RECORD))
        await drop.look()

    assert [article.id for article in drop.keeper.added] == ["a"]
    assert drop.files() == ["done/a-2.json", "done/a.json"]


async def test_what_cannot_be_read_says_why(drop: Drop) -> None:
    """The reason lies beside the file, a line for each record; the sound records are in."""
    (drop.folder / "b.jsonl").write_text(json.dumps(RECORD) + '\n{"publisher": "Example Wire", "body": ""}\n')
    await drop.look()

    assert drop.files() == ["failed/b.jsonl", "failed/b.jsonl.txt"]
    counts, problem = (drop.folder / "failed" / "b.jsonl.txt").read_text().splitlines()
    assert counts == "1 added, 0 already held, 1 not readable"
    assert problem.endswith("b.jsonl:2: body: is empty")


async def test_a_file_that_is_still_written_waits(drop: Drop) -> None:
    """Neither what grows, nor what its writer calls unfinished, is read."""
    path, other = drop.folder / "c.json", drop.folder / "d.json.part"
    other.write_text(json.dumps(RECORD))
    path.write_text(json.dumps(RECORD)[:20])
    await drop.inbox.look()
    path.write_text(json.dumps(RECORD))
    await drop.inbox.look()
    assert drop.keeper.added == []
    await drop.inbox.look()
    assert drop.files() == ["d.json.part", "done/c.json"]


async def test_a_database_that_fails_loses_no_file(drop: Drop, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file stays, and goes in later."""

    async def broken(_: Article) -> bool:
        raise StoreError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(drop.keeper, "add_article", broken)
        (drop.folder / "a.json").write_text(json.dumps(RECORD))
        with pytest.raises(StoreError):
            await drop.look()
    await drop.look()
    assert drop.files() == ["done/a.json"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """The setting is named."""
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="DATELINE_INBOX"):
        prepare_inbox(tmp_path / "file")
