"""Everything that is held can move to a database of the other kind and back, and works there as it did."""

from __future__ import annotations

import pytest

from bot.errors import StoreError
from bot.store import SqlStore, move, open_store
from tests import make
from tests.bot.stores import DUE, MINUTE, add, ids, take


async def _fill(store: SqlStore) -> None:
    """Versions, relations, schedules, and messages that are sent, waiting and being sent."""
    await add(store, make.claim("Drones flew\0 near Sudzha", claim_id="old"), id="a")
    newer = make.claim("Drones flew over Sudzha", claim_id="new", places=(make.place_mention(make.SUDZHA),))
    passage = newer.passage.model_copy(update={"article_id": "a", "version": 2})
    await add(store, newer.model_copy(update={"passage": passage}), id="a", version=2)
    await store.add_schedule(make.schedule(quiet_hours="22:00-07:00"))
    parts = [make.delivery(f"d{n}", part=n) for n in range(3)]
    await store.queue_run(make.run(), parts, ["new"], next_due=DUE + 60 * MINUTE)
    (first,) = await take(store, DUE)
    assert await store.mark_sent(first, "m1")
    assert len(await take(store, DUE)) == 1


async def _state(store: SqlStore) -> object:
    return (
        await store.counts(),
        await store.list_articles(),
        await ids(store, make.query()),
        await ids(store, make.query("drones")),
        await ids(store, make.query(make.RUSSIA)),
        await store.schedules(),
        await store.deliveries("discord:1"),
        [entity.id for entity in await store.entities()],
    )


@pytest.mark.parametrize("kinds", [("sqlite", "new_postgres"), ("new_postgres", "sqlite")])
async def test_all_moves_and_works_there(
    kinds: tuple[str, str], request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What was found, posted and scheduled is so in the new database too; what is taken next goes on from there."""
    first, second = (str(request.getfixturevalue(f"{kind}_url")) for kind in kinds)
    store = await open_store(first)
    await _fill(store)
    before = await _state(store)
    await store.close()

    counts = move(first, second)
    assert (counts["article"], counts["outbox"], counts["posted_claim"]) == (2, 3, 1)
    moved = await open_store(second)
    assert await _state(moved) == before
    assert await ids(moved, make.query(), posted_by="s1") == []
    assert await moved.queue_run(make.run("r2", due=DUE + MINUTE), [make.delivery("d9", run_id="r2")], [], next_due=DUE)
    assert (await moved.deliveries("discord:1"))[0].id == "d9"  # it is numbered after the others
    await add(moved, make.claim("Drones again", claim_id="later"), id="b")
    assert sorted(await ids(moved, make.query("drones"))) == ["later", "new"]
    await moved.close()

    third = f"sqlite:///{tmp_path_factory.mktemp('back')}/dateline.db"
    assert move(second, third)["article"] == 3


async def test_nothing_moves_where_something_is(sqlite_url: str, postgres_url: str) -> None:
    """A database that holds anything, or is in use, is neither a target nor a source, and stays as it is."""
    store = await open_store(sqlite_url)
    await add(store, make.claim())
    with pytest.raises(StoreError, match="is in use"):
        move(sqlite_url, postgres_url)
    await store.close()
    target = await open_store(postgres_url)
    await target.add_schedule(make.schedule())
    await target.close()
    with pytest.raises(StoreError, match=r"is not empty \(schedule\)"):
        move(sqlite_url, postgres_url)
    with pytest.raises(StoreError, match="nothing to move"):
        move(sqlite_url, sqlite_url)
