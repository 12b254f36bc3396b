"""A database whose file is taken away under us takes nothing more, and says so at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store import open_store
from tests import make
from tests.bot.stores import add, ids


def move_away(path: Path, *, another: bool) -> None:
    """Take a file away, and lay another in its place where that is wanted."""
    path.rename(path.with_suffix(".away"))
    if another:
        path.write_bytes(b"")


def put_back(path: Path) -> None:
    """Lay the file where it was."""
    path.with_suffix(".away").replace(path)


@pytest.mark.parametrize("another", [False, True])
async def test_nothing_is_accepted_into_a_file_that_is_gone(sqlite_url: str, *, another: bool) -> None:
    """Deleted or replaced, reading and writing fail with the cure; once the file is back, all goes on."""
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    store = await open_store(sqlite_url)
    await add(store, make.claim(claim_id="first"), id="first")
    move_away(path, another=another)
    for attempt in (store.add_article(make.article(id="lost"), [], now=make.NOW), store.counts()):
        with pytest.raises(StoreError, match=r"(?:another file|is gone).*put the file back"):
            await attempt
    put_back(path)
    assert await ids(store, make.query()) == ["first"]
    assert await store.add_article(make.article(id="lost"), [], now=make.NOW)
    await store.close()


async def test_a_file_that_goes_during_a_write_takes_nothing(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is committed into a file that has just gone is refused, not lost in silence."""
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    store = await open_store(sqlite_url)

    def take_away(*_arguments: object) -> bool:
        path.unlink()
        return True

    monkeypatch.setattr("bot.store.sending.sending_store.schedules.add", take_away)
    with pytest.raises(StoreError, match="is gone"):
        await store.add_schedule(make.schedule())
    await store.close()
