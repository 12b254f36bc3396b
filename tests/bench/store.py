"""Claims in SQLite and Postgres: how fast they go in, how large the file is, and how fast the newest ten are found.

`DATELINE_BENCH_SIZE=1000000` measures at a million, `DATELINE_BENCH_DATABASE=sqlite` or `postgres` on one alone.
"""

from __future__ import annotations

import asyncio
import gc
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from sqlalchemy import make_url

from bot.store import SqlStore, open_store
from bot.store.search.find import Page, Window, find_claims, newest
from digests.models import Query, Subject
from tests.bench.databases import databases
from tests.bench.filling import BULK, Filled, Item, fill, later_articles
from tests.bench.result import Result, milliseconds, percentile, size
from tests.bench.world import CLAIMS_PER_ARTICLE, NOW, World

_CLAIMS = 200_000
_QUERIES = 200
_ALONE = 40  # articles added one by one


def run() -> Iterator[Result]:
    """Fill a store of each kind, then ask it."""
    for database, url in databases():
        yield from _named(database, asyncio.run(_measure(url)))
        if database == "sqlite":
            bytes_held = Path(str(make_url(url).database)).stat().st_size
            yield Result("sqlite.file", bytes_held / size(_CLAIMS), "MB a million claims")


def _named(database: str, results: list[Result]) -> Iterator[Result]:
    return (replace(result, bench=result.bench.replace("store", database, 1)) for result in results)


async def _measure(url: str) -> list[Result]:
    world, naive, store = World(), Naive(), await open_store(url)
    gc.freeze()  # as the bot does once everything is loaded
    try:
        filled = await fill(store, world, size(_CLAIMS), watch=naive.add)
        naive.copy(filled.claims // filled.added)
        return [*await _add(store, world, filled), *_ask(store, world, naive)]
    finally:
        await store.close()
        naive.close()


async def _add(store: SqlStore, world: World, filled: Filled) -> list[Result]:
    """How fast claims go in: those that it was filled with, then some in one transaction and some by article."""
    items = later_articles(world, filled, (BULK + _ALONE) * CLAIMS_PER_ARTICLE, size(_CLAIMS))
    lot = list(islice(items, BULK))
    begin = time.perf_counter(), time.process_time()
    await store.add_articles(lot, now=NOW)
    taken = time.perf_counter() - begin[0], time.process_time() - begin[1]
    single = list(items)
    begin = time.perf_counter(), time.process_time()
    for article, claims in single:
        await store.add_article(article, claims, now=NOW)
    by_one = time.perf_counter() - begin[0], time.process_time() - begin[1]
    lots = {"bulk": (lot, taken), "by_article": (single, by_one)}
    return [
        Result("store.filled", filled.claims, "claims"),
        Result("store.add.first", filled.added / filled.seconds, "claims/s"),
        *(
            Result(f"store.add.{name}", len(some) * CLAIMS_PER_ARTICLE / seconds, unit)
            for name, (some, both) in lots.items()
            for seconds, unit in zip(both, ("claims/s", "claims/s of CPU"), strict=True)
        ),
    ]


def _ask(store: SqlStore, world: World, naive: Naive) -> Iterator[Result]:
    """Each kind of question, as the walk to the ten newest keys, and with the ten claims read."""
    asked = {
        "place": ([_about(world.draw_place()) for _ in range(_QUERIES)], "recursive CTE", naive.place),
        "actor": ([_about(world.draw_actor()) for _ in range(_QUERIES)], "", None),
        "actor_place": (
            [Query(about=(world.draw_place(),), by=(world.draw_actor(),)) for _ in range(_QUERIES)],
            "recursive CTE",
            naive.place,
        ),
        "words": ([_about(world.draw_word()) for _ in range(_QUERIES)], "LIKE", naive.words),
        "all": ([Query() for _ in range(_QUERIES)], "", None),
    }
    for name, (queries, peer, slow) in asked.items():
        slowly = milliseconds(_calls(slow, queries[:20])) if slow else []
        walks = milliseconds(_calls(lambda query: _walk(store, query), queries))
        answers = milliseconds(_calls(lambda query: _answer(store, query), queries))
        for part, found in (("walk", walks), ("answer", answers)):
            for percent in (50, 99):
                other = percentile(slowly, percent) if slowly else None
                yield Result(f"store.{name}.{part}.p{percent}", percentile(found, percent), "ms", peer, other)


def _calls(ask: Callable[[Query], object], queries: Sequence[Query]) -> Iterator[Callable[[], object]]:
    return (partial(ask, query) for query in queries)


def _about(subject: Subject) -> Query:
    return Query(about=(subject,))


def _walk(store: SqlStore, query: Query) -> object:
    with store._engine.begin() as connection:
        return connection.execute(*newest(connection, query, Window(), Page(10))).all()


def _answer(store: SqlStore, query: Query) -> object:
    with store._engine.begin() as connection:
        return find_claims(connection, query, Window(), Page(10), NOW)


class Naive:
    """The same claims in tables as one would first write them: a tree of places, walked at each question."""

    def __init__(self) -> None:
        self._tables = sqlite3.connect(":memory:", check_same_thread=False)
        self._tables.executescript(
            "CREATE TABLE place (id INTEGER PRIMARY KEY, parent INTEGER);"
            "CREATE INDEX place_parent ON place (parent);"
            "CREATE TABLE claim (key INTEGER PRIMARY KEY, words TEXT);"
            "CREATE TABLE named (place INTEGER, claim INTEGER, PRIMARY KEY (place, claim)) WITHOUT ROWID;"
        )
        self._key = 0

    def add(self, items: Sequence[Item]) -> None:
        """Add articles' claims."""
        for claim in (claim for _, claims in items for claim in claims):
            self._key += 1
            self._tables.execute("INSERT INTO claim VALUES (?, ?)", (self._key, claim.passage.exact))
            for place in {mention.place for mention in claim.places}:
                line = (place.id, *place.ancestors)
                pairs = zip(line, (*line[1:], None), strict=True)
                self._tables.executemany("INSERT OR IGNORE INTO place VALUES (?, ?)", pairs)
                self._tables.execute("INSERT INTO named VALUES (?, ?)", (place.id, self._key))

    def copy(self, times: int) -> None:
        """Have all claims so many times."""
        for n in range(1, times):
            shift, end = n * self._key, self._key
            for name, columns in (("claim", "key + ?, words"), ("named", "place, claim + ?")):
                key = "key" if name == "claim" else "claim"
                copied = f"INSERT INTO {name} SELECT {columns} FROM {name} WHERE {key} <= ?"  # noqa: S608 - our names
                self._tables.execute(copied, (shift, end))

    def place(self, query: Query) -> object:
        """The newest claims of a place and all in it."""
        return self._tables.execute(
            "WITH RECURSIVE inside (id) AS"
            " (SELECT ? UNION SELECT place.id FROM place JOIN inside ON parent = inside.id) "
            "SELECT DISTINCT claim FROM named JOIN inside ON place = inside.id ORDER BY claim DESC LIMIT 10",
            (int(query.about[0].id),),
        ).fetchall()

    def words(self, query: Query) -> object:
        """The newest claims with a word."""
        asked = (f"%{query.about[0].id}%",)
        return self._tables.execute(
            "SELECT key FROM claim WHERE words LIKE ? ORDER BY key DESC LIMIT 10", asked
        ).fetchall()

    def close(self) -> None:
        """Let go of the tables."""
        self._tables.close()
