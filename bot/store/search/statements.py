"""The statements that scan indexes: each is built once for all queries like it, which takes longer than running it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import Any, Final, Literal, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Dialect,
    FromClause,
    Integer,
    Select,
    Text,
    and_,
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
from digests.lexicon import ENGLISH

_MOST_STATEMENTS = 256  # statements that are kept
_WORDS = virtual_table("claim_words", column("rowid", Big), column("claim_key", Big), column("words"))

_NEAR = 8_000  # so many of the newest claims Postgres looks through for words, in about 2 ms
_DENIED = "denied"
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
        .where(*_bounded(columns.claim_key, filters))
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
    link_conditions = (_linked(key, link, f"link_{number}_{n}") for n, link in enumerate(scan.links))
    rows = rows.where(*link_conditions, *_narrowed(key, filters))
    if scan.words:
        word_key, with_words = _by_words(dialect, number, _WORDS)
        rows = rows.where(with_words.where(word_key == key).exists())
    return key, rows


def _linked(key: ColumnElement[int], link: Link, name: str) -> Condition:
    if link == "place":
        place = s.claim_place.alias().c
        return exists().where(place.place_id == bindparam(name), place.claim_key == key)
    actor = s.claim_actor.alias().c
    conditions = (actor.actor_id == bindparam(name), actor.claim_key == key)
    ways = (True,) if link == "speaks" else (False, True)
    return or_(*(exists().where(*conditions, actor.speaks == literal(speaks, Flag())) for speaks in ways))


def _narrowed(key: ColumnElement[int], filters: Set[str]) -> list[Condition]:
    """Bounds of the key, and conditions on the claim's own row and its article's, which are looked at for each key."""
    claim = s.claim.alias("own")
    posted_claim = s.posted_claim.c
    rows = {
        "kinds": claim.c.kind.in_(bindparam("kinds", expanding=True)),
        "status": or_(
            claim.c.status == bindparam("status"), and_(bindparam("status") == _DENIED, _denied_by(claim.c.claim_key))
        ),
        "posted_by": ~exists().where(
            posted_claim.schedule_id == bindparam("posted_by"),
            posted_claim.article_id == claim.c.article_id,
            posted_claim.passage == claim.c.passage,
        ),
    }
    claim_conditions = [condition for name, condition in rows.items() if name in filters]
    article_conditions = added({name: bindparam(name) for name in filters})
    if article_conditions:
        claim_conditions.append(
            exists().where(
                s.article.c.id == claim.c.article_id, s.article.c.version == claim.c.version, *article_conditions
            )
        )
    figures = [exists().where(s.claim_figure.c.claim_key == key)] if "measured" in filters else []
    return [
        *([exists().where(claim.c.claim_key == key, *claim_conditions)] if claim_conditions else []),
        *figures,
        *_bounded(key, filters),
    ]


def _denied_by(key: ColumnElement[int]) -> Condition:
    """Whether somebody denies a claim, as its line says, though its own text does not."""
    relation = s.claim_relation.alias("answer").c
    conditions = (relation.claim_key == key, relation.kind == "denied by", relation.until.is_(None))
    return exists().where(*conditions)


def _bounded(key: ColumnElement[int], filters: Set[str]) -> list[Condition]:
    bounds = {
        "since": key >= bindparam("since"),
        "until": key < bindparam("until"),
        "after": key < bindparam("after"),
    }
    return [bound for name, bound in bounds.items() if name in filters]


def added(values: Mapping[str, Any]) -> list[Condition]:
    """Conditions on when an article was added, where that is asked."""
    added_after, added_until = values.get("added_after"), values.get("added_until")
    conditions = [] if added_after is None else [s.article.c.added_at > added_after, s.article.c.news]
    return conditions if added_until is None else [*conditions, s.article.c.added_at <= added_until]


def _by_words(dialect: str, number: int, word_table: FromClause) -> Part:
    """The claims with all the words of a scan."""
    phrases = bindparam(f"words_{number}", type_=_Phrases())
    if dialect == "postgresql":
        key = word_table.c.claim_key
        return key, select(key.label("key")).where(word_table.c.words.op("@@")(phrases))
    key = word_table.c.rowid
    return key, select(key.label("key")).where(sql("claim_words").op("MATCH")(phrases))


#: Titles in full by their short forms, and the other way round.
_TITLES: Final = {
    **ENGLISH.persons.short_titles,
    **{full: short for short, full in ENGLISH.persons.short_titles.items()},
}


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


def _written(word: str) -> tuple[str, ...]:
    """A word, and the other form of a title: “governor” finds “Gov.” too."""
    return tuple(dict.fromkeys((word, _TITLES.get(word, word))))


def _phrase(word: str, mark: str, separator: str) -> str:
    """A word of the text or of the claimant's name, long or short; a claimant's word is that alone."""
    is_claimants = not word or word == claimant_word(word)
    spellings = (
        (word,) if is_claimants else [form for title in _written(word) for form in (title, claimant_word(title))]
    )
    return "(" + separator.join(f"{mark}{spelling}{mark}" for spelling in spellings) + ")"
