"""A store with very many made-up claims: the first of them are read in as ever, the others are copies, later in time.

To read in a million takes most of an hour; copies stand in the same tables, as dense in time, and are found alike.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, text

from bot.store import SqlStore, schema
from bot.store.claims.index import _ADD_WORDS, _words_of
from bot.store.claims.rows import CLAIM_ROWS, claim_of
from bot.store.dialect import run_for_rows
from digests.models import Article, Claim
from tests.bench.world import CLAIMS_PER_ARTICLE, NOW, World, first_moment

ADDED = 100_000  #: claims that are really read in
BULK = 200  #: articles in one transaction
_TABLES = ("article", "claim", "claim_place", "claim_actor", "claim_figure", "claim_event", "claim_terms")
_NAMING = {"id", "article_id", "claimant_id"}  # what each copy has of its own: else its claims count as one claimant's
_KEYS = {"claim_key", "other_key"}
_GENUINE = {"article": "id NOT LIKE '%.%'"}
_AT_ONCE = 10_000

Item = tuple[Article, list[Claim]]


class Filled(NamedTuple):
    """How many claims a store has, and how many of them were read in within how many seconds."""

    claims: int
    added: int
    seconds: float


async def fill(store: SqlStore, world: World, claims: int, *, watch: Any = lambda _: None) -> Filled:
    """Fill a store with about so many claims; `watch` is told of the articles that are read in."""
    items, seconds, count = world.articles(min(claims, ADDED), among=claims), 0.0, 0
    while lot := list(islice(items, BULK)):
        begin = time.perf_counter()
        await store.add_articles(lot, now=NOW)
        seconds += time.perf_counter() - begin
        count += len(lot)
        watch(lot)
    copies = max(0, round(claims / (count * CLAIMS_PER_ARTICLE)) - 1)
    shift = int((first_moment(count, claims) - first_moment(0, claims)).total_seconds()) << 10
    end = int(first_moment(count, claims).timestamp()) << 10
    words = await store.read(lambda c: list(_words(c))) if copies else []
    for copy in range(1, copies + 1):
        await store.write(lambda c, n=copy: _copy(c, n, shift=shift * n, end=end, words=words))  # type: ignore[misc]
    await store.write(lambda c: _count(c, copies + 1))
    return Filled((copies + 1) * count * CLAIMS_PER_ARTICLE, count * CLAIMS_PER_ARTICLE, seconds)


def later_articles(world: World, filled: Filled, claims: int, among: int) -> Iterator[Item]:
    """So many claims that follow on what a store was filled with."""
    return world.articles(claims, among=among, first=filled.claims // CLAIMS_PER_ARTICLE + 1)


def _copy(connection: Connection, number: int, *, shift: int, end: int, words: list[tuple[int, str]]) -> None:
    for name in (*_TABLES, "claim_relation"):
        table = schema.metadata.tables[name]
        where = _GENUINE.get(name, "claim_key < :end")
        statement = f"INSERT INTO {name} SELECT {_cells(table)} FROM {name} WHERE {where}"  # noqa: S608 - our own names
        names = ", ".join(column.name for column in table.columns)
        statement = statement.replace(f"INTO {name} ", f"INTO {name} ({names}) ", 1)
        values = {"shift": shift, "end": end, "mark": f".{number}"}
        used = {key: value for key, value in values.items() if f":{key}" in statement}
        connection.execute(text(statement), used)
    if connection.dialect.name == "postgresql":
        statement = "INSERT INTO claim_words SELECT claim_key + :shift, words FROM claim_words WHERE claim_key < :end"
        connection.execute(text(statement), {"shift": shift, "end": end})
        return
    for start in range(0, len(words), _AT_ONCE):
        run_for_rows(connection, _ADD_WORDS, [(key + shift, said) for key, said in words[start : start + _AT_ONCE]])


def _cells(table: Table) -> str:
    """The columns of a table as a copy has them."""
    return ", ".join(
        f"{column.name} || :mark"
        if column.name in _NAMING
        else f"{column.name} + :shift"
        if column.name in _KEYS
        else column.name
        for column in table.columns
    )


def _words(connection: Connection) -> Iterator[tuple[int, str]]:
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(CLAIM_ROWS):
        yield row.claim_key, _words_of(claim_of(row))


def _count(connection: Connection, times: int) -> None:
    """Count the copies too, and tell Postgres at once how much there is, which it would find out in a minute."""
    for name in ("place", "actor"):
        connection.execute(text(f"UPDATE {name} SET claims = claims * {times}"))  # noqa: S608 - our own names
    if connection.dialect.name == "postgresql":
        connection.execute(text("ANALYZE"))
