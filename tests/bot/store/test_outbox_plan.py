"""What is asked every second stays quick, however much was sent."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event

from bot.store import open_store
from tests import make
from tests.bot.stores import DUE, take


async def test_taking_never_walks_what_was_sent(sqlite_url: str) -> None:
    """SQLite finds what is due, and what comes before it in its channel, by indices of what is not sent alone."""
    store = await open_store(sqlite_url)
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(store._engine, "before_cursor_execute", note)
    await take(store, DUE)
    event.remove(store._engine, "before_cursor_execute", note)
    [(statement, parameters)] = [one for one in asked if one[0].startswith("SELECT outbox")]
    with store._engine.connect() as connection:
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
    assert not [step for step in plan if step.startswith("SCAN")]
    assert [step for step in plan if "outbox_1 USING INDEX outbox_open_ix" in step]
    await store.close()


async def test_what_is_asked_of_messages_walks_none_of_the_others(sqlite_url: str) -> None:
    """Messages are found by their run, by what they carry and by their ids, and forgotten, through indices alone."""
    store = await open_store(sqlite_url)
    run, delivery = make.run(), make.delivery()
    await store.add_schedule(make.schedule())
    await store.queue_run(run, [delivery], ["claim"], next_due=DUE)
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(store._engine, "before_cursor_execute", note)
    await store.posted_with(["claim"])
    await store.posted_run(run.tenant, delivery.id)
    await store.queue_edits([delivery], {})
    event.remove(store._engine, "before_cursor_execute", note)
    with store._engine.connect() as connection:
        plans = [
            row[3]
            for statement, parameters in asked
            if "outbox" in statement
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    assert len(plans) >= 4
    assert not [step for step in plans if step.startswith("SCAN") and step not in {"SCAN anon_1", "SCAN anon_2"}]
    await store.close()
