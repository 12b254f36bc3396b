"""Copies of a database: whole, made while others write, and put back only where that is safe."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store import back_up, last_copy, open_store, restore, rotate
from tests import make
from tests.bot.stores import add, ids


async def test_backup_is_whole_while_others_write(sqlite_url: str, tmp_path: Path) -> None:
    """A copy made during writing holds whole articles alone and opens like the original."""
    store = await open_store(sqlite_url)
    await add(store, make.claim(claim_id="first"), id="first")

    async def write() -> None:
        for n in range(30):
            await add(store, make.claim(claim_id=f"c{n}"), make.claim(claim_id=f"d{n}"), id=f"a{n}")

    writing = asyncio.create_task(write())
    await asyncio.to_thread(back_up, sqlite_url, tmp_path / "copy.db")
    await writing
    await store.close()
    copy = await open_store(f"sqlite:///{tmp_path}/copy.db")
    counts = await copy.counts()
    assert counts["claims"] == 2 * counts["articles"] - 1
    assert "first" in await ids(copy, make.query())
    await copy.close()


async def test_restore_brings_back_what_was(sqlite_url: str, tmp_path: Path) -> None:
    """After restoring, the database holds what it held when the copy was made, and nothing since."""
    store = await open_store(sqlite_url)
    await add(store, make.claim(claim_id="before"), id="before")
    back_up(sqlite_url, tmp_path / "copy.db")
    await add(store, make.claim(claim_id="since"), id="since")
    await store.close()
    safety = restore(sqlite_url, tmp_path / "copy.db")
    store = await open_store(sqlite_url)
    assert await ids(store, make.query()) == ["before"]
    assert await ids(store, make.query("moved")) == ["before"]
    await store.close()
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["dateline.db", "dateline.replaced-1.db"]
    store = await open_store(f"sqlite:///{safety}")
    assert await ids(store, make.query()) == ["since", "before"]
    await store.close()


def damage(url: str) -> None:
    """Write nonsense over a database."""
    Path(url.removeprefix("sqlite:///")).write_bytes(b"damaged" * 2_000)


async def test_restore_makes_a_missing_database(sqlite_url: str, tmp_path: Path) -> None:
    """A copy can be restored on a new machine, and in place of a damaged file."""
    store = await open_store(f"sqlite:///{tmp_path}/old.db")
    await add(store, make.claim())
    await store.close()
    assert restore(sqlite_url, tmp_path / "old.db") is None
    damage(sqlite_url)
    safety = restore(sqlite_url, tmp_path / "old.db")
    assert safety is not None
    assert safety.read_bytes().startswith(b"damaged")
    store = await open_store(sqlite_url)
    assert await ids(store, make.query()) == ["claim"]
    await store.close()


async def test_restore_waits_until_nobody_uses_the_database(sqlite_url: str, tmp_path: Path) -> None:
    """A running bot's database is not taken from under it."""
    store = await open_store(sqlite_url)
    await add(store, make.claim())
    back_up(sqlite_url, tmp_path / "copy.db")
    with pytest.raises(StoreError, match="is in use"):
        restore(sqlite_url, tmp_path / "copy.db")
    assert await ids(store, make.query()) == ["claim"]
    await store.close()


async def test_a_copy_never_overwrites(sqlite_url: str, tmp_path: Path) -> None:
    """A file that is there already is left as it is."""
    await (await open_store(sqlite_url)).close()
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(StoreError, match="exists already"):
        back_up(sqlite_url, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_nothing_to_back_up(sqlite_url: str, tmp_path: Path) -> None:
    """A database that was never made is not copied."""
    with pytest.raises(StoreError, match="nothing to back up"):
        back_up(sqlite_url, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_missing_folder_is_named(sqlite_url: str, tmp_path: Path) -> None:
    """A copy that cannot be written blames its own folder, not the database."""
    Path(sqlite_url.removeprefix("sqlite:///")).parent.mkdir()
    sqlite3.connect(sqlite_url.removeprefix("sqlite:///")).close()
    Path(sqlite_url.removeprefix("sqlite:///")).touch()
    with pytest.raises(StoreError, match="nowhere is no folder"):
        back_up(sqlite_url, tmp_path / "nowhere" / "copy.db")


async def test_our_revision_alone_makes_no_backup(sqlite_url: str, tmp_path: Path) -> None:
    """Another program's tables under our revision, or a file damaged in the middle, are refused and nothing changes."""
    store = await open_store(f"sqlite:///{tmp_path}/old.db")
    await add(store, make.claim())
    await store.close()
    whole = (tmp_path / "old.db").read_bytes()
    (tmp_path / "torn.db").write_bytes(whole[: len(whole) // 2])
    with sqlite3.connect(tmp_path / "old.db") as other:
        other.execute("ALTER TABLE outbox RENAME COLUMN state TO mood")
    other.close()
    for name, says in (("old.db", "not a backup"), ("torn.db", "is damaged")):
        with pytest.raises(StoreError, match=says):
            restore(sqlite_url, tmp_path / name)
    assert not (tmp_path / "data" / "dateline.db").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "is not a file"), (b"notes " * 500, "is not a SQLite database"), ("other", "not a backup")],
)
def test_only_a_backup_is_restored(sqlite_url: str, tmp_path: Path, content: bytes | str | None, says: str) -> None:
    """A missing file, a text and some other program's database are refused and change nothing."""
    source = tmp_path / "source.db"
    if isinstance(content, bytes):
        source.write_bytes(content)
    elif content:
        other = sqlite3.connect(source)
        other.execute("CREATE TABLE notes (text)")
        other.close()
    with pytest.raises(StoreError, match=says):
        restore(sqlite_url, source)
    assert not Path(sqlite_url.removeprefix("sqlite:///")).exists()


@pytest.mark.parametrize(("url", "says"), [("sqlite://", "in memory"), ("postgresql://u:secret@h/d", "pg_dump")])
def test_what_cannot_be_copied_says_what_to_do(url: str, says: str, tmp_path: Path) -> None:
    """Databases that are not a file are refused with the cure and without a password."""
    for copy in (back_up, restore):
        with pytest.raises(StoreError, match=says) as error:
            copy(url, tmp_path / "copy.db")
        assert "secret" not in str(error.value)


async def test_the_last_few_copies_stay(sqlite_url: str, tmp_path: Path) -> None:
    """A copy for each night, of which the last three stay; other files in the folder are nobody's business."""
    await (await open_store(sqlite_url)).close()
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "dateline-mineZ.db").write_text("mine")
    copies = [rotate(sqlite_url, folder, 3, make.NOW + timedelta(days=day)) for day in range(5)]
    assert sorted(folder.iterdir()) == sorted([*copies[2:], folder / "dateline-mineZ.db"])
    assert last_copy(folder) == make.NOW + timedelta(days=4)
    assert copies[-1].stat().st_mode & 0o077 == 0 or os.name != "posix"
    restore(sqlite_url, copies[-1])


async def test_a_copy_that_fails_takes_none_away(sqlite_url: str, tmp_path: Path) -> None:
    """Where the database is damaged the copies of better days stay."""
    await (await open_store(sqlite_url)).close()
    copies = [rotate(sqlite_url, tmp_path / "copies", 1, make.NOW)]
    damage(sqlite_url)
    with pytest.raises(StoreError, match=r"damaged|not a SQLite database"):
        rotate(sqlite_url, tmp_path / "copies", 1, make.NOW + timedelta(days=1))
    assert list((tmp_path / "copies").iterdir()) == copies
