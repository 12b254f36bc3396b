"""The statements that walk: each is built once for all queries of its shape, which takes longer than running it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Dialect,
    Integer,
    Select,
    Text,
    bindparam,
    cast,
    column,
    exists,
    func,
    or_,
    select,
    union_all,
)
from sqlalchemy import literal_column as sql
from sqlalchemy import table as virtual_table
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.types import TypeDecorator

from bot.store import schema as s
from bot.store.columns import Big
from bot.store.lookup import CLAIM_ROWS
from bot.store.words import claimant_word

_SHAPES = 256  # statements that are kept
_WORDS = virtual_table("claim_words", column("rowid", Big), column("claim_key", Big), column("words"))

_LIMIT = bindparam("limit", type_=Integer())

Keys = Select[Any]
Condition = ColumnElement[bool]
Lead = Literal["all", "recent", "words", "link"]

#: The number of an entity, and how many claims it has.
ENTITY = select(s.entity.c.no, s.entity.c.claims).where(s.entity.c.id == bindparam("the_id"))


class Walk(NamedTuple):
    """A walk along one index, and what each claim on it must have besides."""

    lead: Lead
    links: tuple[int, ...] = ()  #: of each further subject, how many numbers stand for it
    words: bool = False


class Shape(NamedTuple):
    """What a statement depends on; those of one shape are built once, which takes longer than running them."""

    walks: tuple[Walk, ...]
    given: frozenset[str]  #: the filters


@lru_cache(maxsize=_SHAPES)
def claim_rows(dialect: str, shape: Shape) -> Select[Any]:
    """The rows of the newest claims."""
    keys = newest_keys(dialect, shape).subquery("newest")
    return CLAIM_ROWS.join(keys, keys.c.key == s.claim.c.claim_key).order_by(s.claim.c.claim_key.desc())


@lru_cache(maxsize=_SHAPES)
def counted(dialect: str, shape: Shape) -> Select[Any]:
    """How many there are."""
    return select(func.count()).select_from(newest_keys(dialect, shape).subquery("newest"))


@lru_cache(maxsize=_SHAPES)
def newest_keys(dialect: str, shape: Shape) -> Keys:
    """The keys of the newest claims: the newest of each walk, then the newest of those."""
    walks = [_walk(dialect, at, walk) for at, walk in enumerate(shape.walks)]
    cut = [rows.where(*_narrowed(key, shape.given)).order_by(key.desc()).limit(_LIMIT) for key, rows in walks]
    if len(cut) == 1:
        return cut[0]
    either = union_all(*(select(rows.subquery().c.key) for rows in cut)).subquery("either")
    return select(either.c.key).distinct().order_by(either.c.key.desc()).limit(_LIMIT)


def _walk(dialect: str, at: int, walk: Walk) -> tuple[ColumnElement[int], Keys]:
    key: ColumnElement[int] = s.claim.c.claim_key
    match walk.lead:
        case "link":
            key = s.claim_entity.c.claim_key
            rows = select(key.label("key")).where(s.claim_entity.c.entity == bindparam(f"lead_{at}"))
        case "words":
            key, rows = _by_words(dialect, at)
        case "recent":
            few = key.in_(bindparam("recent", expanding=True))
            rows = select(key.label("key")).where(few, s.claim.c.current)
        case "all":
            rows = select(key.label("key")).where(s.claim.c.current)
    linked = (_linked(key, [f"link_{at}_{n}_{m}" for m in range(count)]) for n, count in enumerate(walk.links))
    rows = rows.where(*linked)
    if walk.words:
        other, found = _by_words(dialect, at)
        rows = rows.where(found.where(other == key).exists())
    return key, rows


def _linked(key: ColumnElement[int], names: Sequence[str]) -> Condition:
    other = s.claim_entity.alias().c
    return or_(*(exists().where(other.entity == bindparam(name), other.claim_key == key) for name in names))


def _narrowed(key: ColumnElement[int], given: Set[str]) -> list[Condition]:
    """Bounds of the key, and conditions on the claim's own row and its article's, which are looked at for each key."""
    bounds = {"since": key >= bindparam("since"), "after": key < bindparam("after")}
    claim = s.claim.alias("own")
    posted = s.posted_claim.c
    rows = {
        "kinds": claim.c.kind.in_(bindparam("kinds", expanding=True)),
        "status": claim.c.status == bindparam("status"),
        "posted_by": ~exists().where(posted.schedule_id == bindparam("posted_by"), posted.claim_id == claim.c.id),
    }
    own = [condition for name, condition in rows.items() if name in given]
    when = added({name: bindparam(name) for name in given})
    if when:
        own.append(exists().where(s.article.c.no == claim.c.article_no, *when))
    narrowed = [bound for name, bound in bounds.items() if name in given]
    return [*([exists().where(claim.c.claim_key == key, *own)] if own else []), *narrowed]


def added(values: Mapping[str, Any]) -> list[Condition]:
    """Conditions on when an article was added, where that is asked."""
    since, until = values.get("added_after"), values.get("added_until")
    conditions = [] if since is None else [s.article.c.added_at > since]
    return conditions if until is None else [*conditions, s.article.c.added_at <= until]


def _by_words(dialect: str, at: int) -> tuple[ColumnElement[int], Keys]:
    """The claims with all the words of a walk."""
    wanted = bindparam(f"words_{at}", type_=_Phrases())
    if dialect == "postgresql":
        key = _WORDS.c.claim_key
        return key, select(key.label("key")).where(_WORDS.c.words.op("@@")(cast(wanted, TSQUERY)))
    key = _WORDS.c.rowid
    return key, select(key.label("key")).where(sql("claim_words").op("MATCH")(wanted))


class _Phrases(TypeDecorator[tuple[str, ...]]):
    """Words as each database asks for all of them; words are letters and digits alone, so no syntax can slip in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        """Write the question; an empty phrase matches nothing, as an empty one among several does."""
        if dialect.name == "postgresql":
            return " & ".join(_phrase(word, "'", " | ") for word in value or () if word)
        return " AND ".join(_phrase(word, '"', " OR ") for word in value or ())


def _phrase(word: str, mark: str, either: str) -> str:
    """A word of the text or of the claimant's name; a claimant's word is that alone."""
    spellings = (word,) if not word or word == claimant_word(word) else (word, claimant_word(word))
    return "(" + either.join(f"{mark}{spelling}{mark}" for spelling in spellings) + ")"
