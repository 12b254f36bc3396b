"""What an answer, a digest and an article that is added read is found by an index, however much is held."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.store import SqlStore, open_store
from bot.store.schema import metadata
from tests import make
from tests.bot.stores import add

HOUR = timedelta(hours=1)
Work = Callable[[SqlStore], Coroutine[Any, Any, object]]
WORK: dict[str, Work] = {
    "articles of an answer": lambda store: store.article_versions([("a1", 1), ("a2", 1)]),
    "claims of a place": lambda store: store.find_claims(make.query(make.KURSK_OBLAST), limit=10),
    "what is new for a schedule": lambda store: store.find_claims(
        make.query(), limit=10, added_after=make.NOW - HOUR, added_until=make.NOW, posted_by="s"
    ),
    "an article that is added": lambda store: tell(store, "a4"),
    "an article that is replaced": lambda store: add(store, id="a1", version=2),
}
LARGE = tuple(name for name in metadata.tables if name.startswith(("article", "claim")))


async def tell(store: SqlStore, article_id: str) -> None:
    """Add an article that says what the others say."""
    claim = make.claim("Troops moved near Sudzha", f"c-{article_id}", places=(make.place_mention(make.SUDZHA),))
    passage = claim.passage.model_copy(update={"article_id": article_id})
    await add(store, claim.model_copy(update={"passage": passage}), id=article_id)


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
async def test_no_table_is_looked_through(sqlite_url: str, work: Work) -> None:
    """SQLite searches each table of claims and articles by an index, and scans none."""
    store = await open_store(sqlite_url)
    for article_id in ("a1", "a2", "a3"):
        await tell(store, article_id)
    statements: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        if not many and statement.startswith(("SELECT", "UPDATE", "DELETE", "WITH")):
            statements.append((statement, parameters))

    event.listen(store._engine, "before_cursor_execute", note)
    await work(store)
    event.remove(store._engine, "before_cursor_execute", note)
    with store._engine.connect() as connection:
        plans = {
            (row[3], statement)
            for statement, parameters in statements
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        }
    tables = {f"SCAN {table}" for table in LARGE}
    scans = [row for row in plans if " ".join(row[0].split()[:2]) in tables]
    assert not scans
    await store.close()
