"""The statements that scan indexes: each is built once for all queries like it, which takes longer than running it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Integer,
    Select,
    bindparam,
    column,
    func,
    literal,
    select,
    union_all,
)
from sqlalchemy import literal_column as sql
from sqlalchemy import table as virtual_table

from bot.store import schema as s
from bot.store.claims.rows import CLAIM_ROWS
from bot.store.columns import Big, Flag
from bot.store.search.conditions import Link, bounded, linked, narrowed
from bot.store.search.phrases import Phrases

_MOST_STATEMENTS = 256  # statements that are kept
_WORDS = virtual_table("claim_words", column("rowid", Big), column("claim_key", Big), column("words"))

_NEAR = 8_000  # so many of the newest claims Postgres looks through for words, in about 2 ms
_LIMIT = bindparam("limit", type_=Integer())

Keys = Select[Any]
Part = tuple[ColumnElement[int], Keys]  # a key and the rows that have it
DrivingIndex = Literal["all", "recent", "words", "place", "speaks", "mentioned"]

#: How many claims a place or an actor has.
CLAIMS_OF_PLACE = select(s.place.c.claims).where(s.place.c.id == bindparam("the_id"))
CLAIMS_OF_ACTOR = select(s.actor.c.claims).where(s.actor.c.id == bindparam("the_id"))


class IndexScan(NamedTuple):
    """A scan of one index by claim key, and what each claim on it must have besides."""

    lead: DrivingIndex
    links: tuple[Link, ...] = ()  #: how each further subject must come into the claim
    words: bool = False


class StatementKey(NamedTuple):
    """What a statement depends on; one that is built is used for all questions of the same key."""

    scans: tuple[IndexScan, ...]
    filters: frozenset[str]  #: their names


@lru_cache(maxsize=_MOST_STATEMENTS)
def claim_rows(dialect: str, key: StatementKey) -> Select[Any]:
    """The rows of the newest claims."""
    keys = newest_keys(dialect, key).subquery("newest")
    return CLAIM_ROWS.join(keys, keys.c.key == s.claim.c.claim_key).order_by(s.claim.c.claim_key.desc())


@lru_cache(maxsize=_MOST_STATEMENTS)
def counted(dialect: str, key: StatementKey) -> Select[Any]:
    """How many there are; in no order, so that none need be looked for."""
    cut = [rows.limit(_LIMIT) for _, rows in _parts(dialect, key)]
    return select(func.count()).select_from(_either(cut).limit(_LIMIT).subquery("some"))


@lru_cache(maxsize=_MOST_STATEMENTS)
def newest_keys(dialect: str, key: StatementKey) -> Keys:
    """The keys of the newest claims: the newest of each part, then the newest of those."""
    cut = [rows.order_by(claim_key.desc()).limit(_LIMIT) for claim_key, rows in _parts(dialect, key)]
    if len(cut) == 1:
        return cut[0]
    keys = _either(cut)
    return keys.order_by(keys.selected_columns.key.desc()).limit(_LIMIT)


def _either(parts: Sequence[Keys]) -> Keys:
    """The keys of all parts, each once."""
    union = union_all(*(select(rows.subquery().c.key) for rows in parts)).subquery("either")
    return select(union.c.key).distinct()


def _parts(dialect: str, key: StatementKey) -> Iterator[Part]:
    """The scans of a statement, each with its key."""
    for number, scan in enumerate(key.scans):
        if dialect == "postgresql" and scan.lead == "words":
            yield from _common_or_rare(number, scan, key.filters)
        else:
            yield _scan(dialect, number, scan, key.filters)


def _common_or_rare(number: int, scan: IndexScan, filters: Set[str]) -> Iterator[Part]:
    """A scan by words in Postgres, which cannot scan its index of words by time.

    Common words are among the newest claims; of rare ones there are few. Only one of the two parts gives anything. Left
    to itself, Postgres looks through all claims by time for a word that comes 50 times in a million.
    """
    columns = _WORDS.c
    newest = (
        select(columns.claim_key, columns.words)
        .where(*bounded(columns.claim_key, filters))
        .order_by(columns.claim_key.desc())
    )
    key, rows = _scan("postgresql", number, scan, filters, words=newest.limit(_NEAR).subquery("claim_words"))
    common = rows.order_by(key.desc()).limit(_LIMIT).cte(f"near_{number}").prefix_with("MATERIALIZED")
    enough = select(func.count()).select_from(common).scalar_subquery() >= _LIMIT
    yield common.c.key, select(common.c.key).where(enough)
    _, rows = _scan("postgresql", number, scan, filters)
    rare = rows.where(~enough).cte(f"every_{number}").prefix_with("MATERIALIZED")
    yield rare.c.key, select(rare.c.key)


def _scan(dialect: str, number: int, scan: IndexScan, filters: Set[str], words: FromClause = _WORDS) -> Part:
    """The key of a scan and all the rows on it; words: where the scan is by words, the claims to look among."""
    key: ColumnElement[int] = s.claim.c.claim_key
    match scan.lead:
        case "place":
            key = s.claim_place.c.claim_key
            rows = select(key.label("key")).where(s.claim_place.c.place_id == bindparam(f"lead_{number}"))
        case "speaks" | "mentioned":
            key, actor = s.claim_actor.c.claim_key, s.claim_actor.c
            speaks = actor.speaks == literal(scan.lead == "speaks", Flag())
            rows = select(key.label("key")).where(actor.actor_id == bindparam(f"lead_{number}"), speaks)
        case "words":
            key, rows = _by_words(dialect, number, words)
        case "recent":
            is_recent = key.in_(bindparam("recent", expanding=True))
            rows = select(key.label("key")).where(is_recent, s.claim.c.current)
        case "all":
            rows = select(key.label("key")).where(s.claim.c.current)
    link_conditions = (linked(key, link, f"link_{number}_{n}") for n, link in enumerate(scan.links))
    rows = rows.where(*link_conditions, *narrowed(key, filters))
    if scan.words:
        word_key, with_words = _by_words(dialect, number, _WORDS)
        rows = rows.where(with_words.where(word_key == key).exists())
    return key, rows


def _by_words(dialect: str, number: int, word_table: FromClause) -> Part:
    """The claims with all the words of a scan."""
    phrases = bindparam(f"words_{number}", type_=Phrases())
    if dialect == "postgresql":
        key = word_table.c.claim_key
        return key, select(key.label("key")).where(word_table.c.words.op("@@")(phrases))
    key = word_table.c.rowid
    return key, select(key.label("key")).where(sql("claim_words").op("MATCH")(phrases))
