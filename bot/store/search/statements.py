"""The statements that scan indexes: each is built once for all queries like it, which takes longer than running it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Dialect,
    FromClause,
    Integer,
    Select,
    Text,
    bindparam,
    column,
    exists,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy import literal_column as sql
from sqlalchemy import table as virtual_table
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.store import schema as s
from bot.store.claims.rows import CLAIM_ROWS
from bot.store.claims.stemming import claimant_word
from bot.store.columns import Big, Flag

_MOST_STATEMENTS = 256  # statements that are kept
_WORDS = virtual_table("claim_words", column("rowid", Big), column("claim_key", Big), column("words"))

_NEAR = 8_000  # so many of the newest claims Postgres looks through for words, in about 2 ms
_LIMIT = bindparam("limit", type_=Integer())

Keys = Select[Any]
Part = tuple[ColumnElement[int], Keys]  # a key and the rows that have it
Condition = ColumnElement[bool]
DrivingIndex = Literal["all", "recent", "words", "place", "speaks", "mentioned"]
Link = Literal["place", "speaks", "actor"]

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
    given: frozenset[str]  #: the filters


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
    cut = [rows.order_by(own.desc()).limit(_LIMIT) for own, rows in _parts(dialect, key)]
    if len(cut) == 1:
        return cut[0]
    keys = _either(cut)
    return keys.order_by(keys.selected_columns.key.desc()).limit(_LIMIT)


def _either(parts: Sequence[Keys]) -> Keys:
    """The keys of all parts, each once."""
    either = union_all(*(select(rows.subquery().c.key) for rows in parts)).subquery("either")
    return select(either.c.key).distinct()


def _parts(dialect: str, key: StatementKey) -> Iterator[Part]:
    """The scans of a statement, each with its key."""
    for at, scan in enumerate(key.scans):
        if dialect == "postgresql" and scan.lead == "words":
            yield from _common_or_rare(at, scan, key.given)
        else:
            yield _scan(dialect, at, scan, key.given)


def _common_or_rare(at: int, scan: IndexScan, given: Set[str]) -> Iterator[Part]:
    """A scan by words in Postgres, which cannot scan its index of words by time.

    Common words are among the newest claims; of rare ones there are few. Only one of the two parts gives anything. Left
    to itself, Postgres looks through all claims by time for a word that comes 50 times in a million.
    """
    columns = _WORDS.c
    newest = (
        select(columns.claim_key, columns.words)
        .where(*_bounded(columns.claim_key, given))
        .order_by(columns.claim_key.desc())
    )
    key, rows = _scan("postgresql", at, scan, given, words=newest.limit(_NEAR).subquery("claim_words"))
    near = rows.order_by(key.desc()).limit(_LIMIT).cte(f"near_{at}").prefix_with("MATERIALIZED")
    enough = select(func.count()).select_from(near).scalar_subquery() >= _LIMIT
    yield near.c.key, select(near.c.key).where(enough)
    _, rows = _scan("postgresql", at, scan, given)
    every = rows.where(~enough).cte(f"every_{at}").prefix_with("MATERIALIZED")
    yield every.c.key, select(every.c.key)


def _scan(dialect: str, at: int, scan: IndexScan, given: Set[str], words: FromClause = _WORDS) -> Part:
    """The key of a scan and all the rows on it; words: where the scan is by words, the claims to look among."""
    key: ColumnElement[int] = s.claim.c.claim_key
    match scan.lead:
        case "place":
            key = s.claim_place.c.claim_key
            rows = select(key.label("key")).where(s.claim_place.c.place_id == bindparam(f"lead_{at}"))
        case "speaks" | "mentioned":
            key, actor = s.claim_actor.c.claim_key, s.claim_actor.c
            speaks = actor.speaks == literal(scan.lead == "speaks", Flag())
            rows = select(key.label("key")).where(actor.actor_id == bindparam(f"lead_{at}"), speaks)
        case "words":
            key, rows = _by_words(dialect, at, words)
        case "recent":
            few = key.in_(bindparam("recent", expanding=True))
            rows = select(key.label("key")).where(few, s.claim.c.current)
        case "all":
            rows = select(key.label("key")).where(s.claim.c.current)
    linked = (_linked(key, how, f"link_{at}_{n}") for n, how in enumerate(scan.links))
    rows = rows.where(*linked, *_narrowed(key, given))
    if scan.words:
        word_key, with_words = _by_words(dialect, at, _WORDS)
        rows = rows.where(with_words.where(word_key == key).exists())
    return key, rows


def _linked(key: ColumnElement[int], how: Link, name: str) -> Condition:
    if how == "place":
        place = s.claim_place.alias().c
        return exists().where(place.place_id == bindparam(name), place.claim_key == key)
    actor = s.claim_actor.alias().c
    wanted = (actor.actor_id == bindparam(name), actor.claim_key == key)
    ways = (True,) if how == "speaks" else (False, True)
    return or_(*(exists().where(*wanted, actor.speaks == literal(speaks, Flag())) for speaks in ways))


def _narrowed(key: ColumnElement[int], given: Set[str]) -> list[Condition]:
    """Bounds of the key, and conditions on the claim's own row and its article's, which are looked at for each key."""
    claim = s.claim.alias("own")
    posted = s.posted_claim.c
    rows = {
        "kinds": claim.c.kind.in_(bindparam("kinds", expanding=True)),
        "status": claim.c.status == bindparam("status"),
        "posted_by": ~exists().where(
            posted.schedule_id == bindparam("posted_by"),
            posted.article_id == claim.c.article_id,
            posted.passage == claim.c.passage,
        ),
    }
    own = [condition for name, condition in rows.items() if name in given]
    when = added({name: bindparam(name) for name in given})
    if when:
        own.append(exists().where(s.article.c.id == claim.c.article_id, s.article.c.version == claim.c.version, *when))
    return [*([exists().where(claim.c.claim_key == key, *own)] if own else []), *_bounded(key, given)]


def _bounded(key: ColumnElement[int], given: Set[str]) -> list[Condition]:
    bounds = {"since": key >= bindparam("since"), "after": key < bindparam("after")}
    return [bound for name, bound in bounds.items() if name in given]


def added(values: Mapping[str, Any]) -> list[Condition]:
    """Conditions on when an article was added, where that is asked."""
    since, until = values.get("added_after"), values.get("added_until")
    conditions = [] if since is None else [s.article.c.added_at > since]
    return conditions if until is None else [*conditions, s.article.c.added_at <= until]


def _by_words(dialect: str, at: int, among: FromClause) -> Part:
    """The claims with all the words of a scan."""
    wanted = bindparam(f"words_{at}", type_=_Phrases())
    if dialect == "postgresql":
        key = among.c.claim_key
        return key, select(key.label("key")).where(among.c.words.op("@@")(wanted))
    key = among.c.rowid
    return key, select(key.label("key")).where(sql("claim_words").op("MATCH")(wanted))


class _Phrases(TypeDecorator[tuple[str, ...]]):
    """Words as each database asks for all of them; words are letters and digits alone, so no syntax can slip in."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Take Postgres's own type there: as a text, it would be read again for each row."""
        return dialect.type_descriptor(TSQUERY() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        """Write the question; an empty phrase matches nothing, as an empty one among several does."""
        if dialect.name == "postgresql":
            return " & ".join(_phrase(word, "'", " | ") for word in value or () if word)
        return " AND ".join(_phrase(word, '"', " OR ") for word in value or ())


def _phrase(word: str, mark: str, either: str) -> str:
    """A word of the text or of the claimant's name; a claimant's word is that alone."""
    spellings = (word,) if not word or word == claimant_word(word) else (word, claimant_word(word))
    return "(" + either.join(f"{mark}{spelling}{mark}" for spelling in spellings) + ")"
