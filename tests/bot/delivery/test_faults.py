"""The outbox on a database that fails: nothing half-written, nothing posted twice, and on again once it is mended."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from sqlalchemy import event

from bot.delivery.worker import LEASE_SECONDS, DeliveryWorker
from bot.errors import DeliveryError, StoreError
from bot.models import Delivery, PlatformName
from bot.store import SqlStore, open_store
from tests import make

DUE = datetime(2025, 2, 9, 8, 0, tzinfo=UTC)
LATER = DUE + timedelta(seconds=LEASE_SECONDS)


class Board:
    """A platform that looks for what it may have posted, and says when it was asked to wait."""

    name: PlatformName = "discord"

    def __init__(self, *refusals: DeliveryError) -> None:
        self.refusals, self.seen = list(refusals), list[str]()

    async def post(self, delivery: Delivery) -> str:
        """Post once."""
        if self.refusals:
            raise self.refusals.pop(0)
        if not (delivery.maybe_posted_since and delivery.id in self.seen):
            self.seen.append(delivery.id)
        return delivery.id


class Refusing:
    """A store one of whose methods fails a few times, as a database does that is locked or restarted."""

    def __init__(self, store: SqlStore, method: str, times: int = 1) -> None:
        self._store, self._method, self._left = store, method, times

    def __getattr__(self, name: str) -> Any:
        return self._refuse if name == self._method and self._left else getattr(self._store, name)

    async def _refuse(self, *_: Any, **__: Any) -> None:
        self._left -= 1
        raise StoreError("the database is locked")


async def states(store: SqlStore) -> list[str]:
    """What became of each delivery."""
    return [delivery.state for delivery in await store.deliveries("discord:1")]


@pytest.mark.parametrize("method", ["holds_lease", "mark_sent", "mark_failed"])
async def test_a_failing_database_doubles_nothing(store: SqlStore, method: str) -> None:
    """Whichever step the database refuses, the message is seen once and marked in the end."""
    await store.add_schedule(make.schedule())
    await store.queue_run(make.run(), [make.delivery()], [], next_due=LATER)
    board = Board(*[DeliveryError("lost", maybe_posted=True)] * (method == "mark_failed"))
    worker = DeliveryWorker(cast("SqlStore", Refusing(store, method)), {"discord": board}, random=lambda: 0.0)
    await worker.deliver_due(DUE)
    assert await states(store) == ["sending"]
    await worker.deliver_due(LATER)
    assert (board.seen, await states(store)) == (["d1"], ["sent"])


async def test_a_wait_that_a_platform_asks_for_is_kept(store: SqlStore) -> None:
    """However long a storm of rate limits is, nothing is sent before the time that each of them names."""
    await store.add_schedule(make.schedule())
    await store.queue_run(make.run(), [make.delivery()], [], next_due=LATER)
    waits = [2.5, 60.0, 7_200.0]
    board = Board(*[DeliveryError("wait", retry_after=wait) for wait in waits])
    now = DUE
    for wait in waits:
        worker = DeliveryWorker(store, {"discord": board}, random=lambda: 0.0)
        await worker.deliver_due(now)
        before = len(board.refusals)
        await worker.deliver_due(now + timedelta(seconds=wait - 0.1))
        assert len(board.refusals) == before
        assert board.seen == []
        now += timedelta(seconds=wait)
    assert await DeliveryWorker(store, {"discord": board}).deliver_due(now) == 1


async def test_runs_that_are_written_together_fail_apart(store: SqlStore) -> None:
    """Of many runs that are queued at once, one that cannot be written spoils no other."""
    await store.add_schedule(make.schedule())
    moments = [DUE + n * timedelta(minutes=1) for n in range(20)]
    fine = [store.queue_run(make.run(f"r{n}", due=due), [], [], next_due=LATER) for n, due in enumerate(moments)]
    misdirected = store.queue_run(make.run("x", due=LATER), [make.delivery(run_id="another")], [], next_due=LATER)
    outcomes = await asyncio.gather(*fine[:10], misdirected, *fine[10:], return_exceptions=True)
    assert [outcome for outcome in outcomes if outcome is not True] == [outcomes[10]]
    assert isinstance(outcomes[10], ValueError)


async def test_a_full_disk_loses_no_run(sqlite_url: str) -> None:
    """A run that does not fit on the disk is refused whole with the cure, and accepted once there is space."""
    store = await open_store(sqlite_url)
    await store.add_schedule(make.schedule())
    limit = {"pages": 1}
    event.listen(store._engine, "begin", lambda c: c.exec_driver_sql(f"PRAGMA max_page_count = {limit['pages']}"))
    long = make.delivery(digest=make.digest("Kursk", "a long line " * 50_000))
    short = store.queue_run(make.run("r0", due=LATER), [], [], next_due=LATER)
    together = (short, store.queue_run(make.run(), [long], ["c1"], next_due=LATER))
    first, second = await asyncio.gather(*together, return_exceptions=True)
    assert isinstance(second, StoreError)
    assert "disk is full" in str(second)
    assert first == second
    assert await states(store) == []
    assert (await store.schedules())[0].next_due == DUE
    limit["pages"] = 1_000_000
    assert await store.queue_run(make.run(), [long], ["c1"], next_due=LATER)
    assert await states(store) == ["pending"]
    await store.close()
