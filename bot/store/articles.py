"""Articles and their claims: what is written when one is read, and what is looked up by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, exists, func, insert, not_, or_, select, text, update, values
from sqlalchemy import column as named

from bot.models import Entity
from bot.store import schema as s
from bot.store.dialect import chunks
from bot.store.marks import Keyed, hide, show
from bot.store.packing import Packed, Packing, Values
from digests.models import Article, Claim

_SEQUENCE_BITS = 10
_SECOND = 1 << _SEQUENCE_BITS
_ADDING = 0x61646420  # the lock that lets one process add at a time

Item = tuple[Article, Sequence[Claim]]


def first_key(moment: datetime) -> int:
    """The lowest claim key of a second."""
    return int(moment.timestamp() // 1) << _SEQUENCE_BITS


# --- adding ---------------------------------------------------------------------------------------------------


def add_articles(connection: Connection, memory: Values, items: Sequence[Item], now: datetime) -> list[bool]:
    """Write versions of articles with their claims; False for each one that is held already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ADDING})
    wanted = _not_held(connection, items)
    new = list(wanted.values())
    keyed = _keyed(connection, new, now)
    packings = [Packing(article, claims) for article, claims in new]
    numbers = _number_values(connection, memory, packings)
    blobs = [p.blob([c.key for c in claims], numbers) for p, claims in zip(packings, keyed, strict=True)]
    added = [_add_article(connection, article, blob, now) for (article, _), blob in zip(new, blobs, strict=True)]
    shown, hidden = _settle(connection, {article.id for article, _ in new})
    rows = [
        row for no, claims in zip(added, keyed, strict=True) for row in _claim_rows(no, claims, current=no in shown)
    ]
    if rows:
        connection.execute(insert(s.claim), rows)
    _change(connection, memory, hidden, current=False)
    _change(connection, memory, shown - set(added), current=True)
    show(connection, [claim for no, claims in zip(added, keyed, strict=True) if no in shown for claim in claims])
    return [at in wanted for at in range(len(items))]


def _not_held(connection: Connection, items: Sequence[Item]) -> dict[int, Item]:
    """The items to add, by their place: the first of each version that is not held."""
    own = s.article.c
    seen: set[tuple[str, int]] = set()
    for ids in chunks(sorted({article.id for article, _ in items})):
        seen |= {
            (row.id, row.version) for row in connection.execute(select(own.id, own.version).where(own.id.in_(ids)))
        }
    wanted = {}
    for at, (article, claims) in enumerate(items):
        if (article.id, article.version) not in seen:
            seen.add((article.id, article.version))
            wanted[at] = article, claims
    return wanted


def _keyed(connection: Connection, items: Sequence[Item], now: datetime) -> list[list[Keyed]]:
    """Each article's claims with new keys, in the order of the text."""
    # Last first, so that newest first gives the claims of one moment in the order of the text.
    listed = [(article, claim) for article, claims in items for claim in reversed(claims)]
    moments = [first_key(claim.said_at or article.date_published or now) for article, claim in listed]
    keys = iter(list(_keys(connection, moments)))
    return [
        [Keyed(key, claim) for claim, key in zip(claims, [next(keys) for _ in claims][::-1], strict=True)]
        for _, claims in items
    ]


def _number_values(connection: Connection, memory: Values, packings: Iterable[Packing]) -> dict[str, int]:
    """The numbers of everything that claims name; adds what has none yet."""
    bodies = list(dict.fromkeys(chain.from_iterable(packing.names for packing in packings)))
    numbers = memory.numbers(bodies, lambda some: _value_numbers(connection, some))
    new = [body for body in bodies if body not in numbers]
    if new:
        connection.execute(insert(s.value), [{"body": body, "hash": body} for body in new])
    return numbers | _value_numbers(connection, new)


def _value_numbers(connection: Connection, bodies: Sequence[str]) -> dict[str, int]:
    own = s.value.c
    found: dict[str, int] = {}
    for some in chunks(bodies):
        found |= {row.body: row.no for row in connection.execute(select(own.no, own.body).where(own.hash.in_(some)))}
    return found


def _add_article(connection: Connection, article: Article, blob: bytes, now: datetime) -> int:
    row = {
        "id": article.id,
        "version": article.version,
        "current": False,
        "status": article.status,
        "supersedes": article.supersedes,
        "added_at": now,
        "packed": blob,
    }
    return int(connection.execute(insert(s.article).returning(s.article.c.no), row).scalar_one())


def _claim_rows(number: int, keyed: Sequence[Keyed], *, current: bool) -> Iterator[dict[str, Any]]:
    if len({claim.id for _, claim in keyed}) < len(keyed):
        raise ValueError("the ids of an article's claims must be unique")
    for ordinal, (key, claim) in enumerate(keyed):
        row = {"claim_key": key, "id": claim.id, "article_no": number, "ordinal": ordinal, "current": current}
        yield row | {"kind": claim.kind, "status": claim.status}


def _keys(connection: Connection, moments: Sequence[int]) -> Iterator[int]:
    """The next free key of each moment, or of a second after it once that one is full."""
    last = dict(_last_keys(connection, set(moments)))
    for moment in moments:
        first = moment
        while last[first] == first + _SECOND - 1:
            first += _SECOND
            if first not in last:
                last |= dict(_last_keys(connection, {first}))
        last[first] += 1
        yield last[first]


def _last_keys(connection: Connection, firsts: Iterable[int]) -> Iterator[tuple[int, int]]:
    key = s.claim.c.claim_key
    for some in chunks(sorted(firsts)):
        seconds = values(named("first", s.Big)).data([(second,) for second in some]).cte("seconds")
        first = seconds.c.first
        held = select(func.max(key)).where(key >= first, key < first + _SECOND).scalar_subquery()
        for moment, last in connection.execute(select(first, held)):
            yield moment, moment - 1 if last is None else last


# --- which versions count -------------------------------------------------------------------------------------


def _settle(connection: Connection, article_ids: set[str]) -> tuple[set[int], set[int]]:
    """Work out anew which versions are current, whatever the order of adding; gives those that became (in)visible."""
    shown: set[int] = set()
    hidden: set[int] = set()
    for some in chunks(sorted(article_ids)):
        replaced = select(s.article.c.supersedes).where(s.article.c.id.in_(some), s.article.c.supersedes.is_not(None))
        touched = s.article.c.id.in_({*some, *connection.execute(replaced).scalars()})
        visible = select(s.article.c.no).where(touched, s.article.c.current, s.article.c.status == "usable")
        before = set(connection.execute(visible).scalars())
        current = _is_current()
        connection.execute(update(s.article).where(touched, s.article.c.current != current).values(current=current))
        after = set(connection.execute(visible).scalars())
        shown |= after - before
        hidden |= before - after
    return shown - hidden, hidden - shown


def _is_current() -> Any:
    other, newer = s.article.alias("other"), s.article.alias("newer")
    outdated = exists().where(newer.c.id == s.article.c.id, newer.c.version > s.article.c.version)
    replaced = exists().where(
        other.c.supersedes == s.article.c.id,
        other.c.id != s.article.c.id,
        ~exists().where(newer.c.id == other.c.id, newer.c.version > other.c.version),
    )
    return not_(or_(outdated, replaced))


def _change(connection: Connection, memory: Values, numbers: set[int], *, current: bool) -> None:
    """Let the claims of articles be found, or no more."""
    for number in sorted(numbers):
        own = s.article.c
        packed = _open(connection.execute(select(own.id, own.version, own.packed).where(own.no == number)).one())
        for keys in chunks(packed.keys):
            of = s.claim.c.claim_key.in_(keys)
            connection.execute(update(s.claim).where(of).values(current=current))
            rows = connection.execute(CLAIM_ROWS.where(of)).all()
            (show if current else hide)(connection, list(claims_of(connection, memory, rows)))


# --- looking up -----------------------------------------------------------------------------------------------

#: What `claims_of` takes.
CLAIM_ROWS = select(
    s.claim.c.ordinal, s.claim.c.id.label("code"), s.article.c.id, s.article.c.version, s.article.c.packed
).join_from(s.claim, s.article, s.article.c.no == s.claim.c.article_no)


def claims_of(connection: Connection, memory: Values, rows: Sequence[Row[Any, Any, Any, Any, Any]]) -> Iterator[Keyed]:
    """The claims of rows of `CLAIM_ROWS`, with their keys."""
    articles = {row[2:4]: row[2:] for row in rows}
    opened = {of: _open(article) for of, article in articles.items()}
    wanted = [(opened[row[2:4]], row.ordinal, row.code) for row in rows]
    named = {number for packed, ordinal, _ in wanted for number in packed.names(ordinal)}
    values = memory.fetch(named, lambda numbers: _values(connection, numbers))
    return (Keyed(packed.keys[ordinal], packed.claim(ordinal, code, values)) for packed, ordinal, code in wanted)


def _open(row: Sequence[Any]) -> Packed:
    return Packed(*row)


def _values(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    for some in chunks(numbers):
        for row in connection.execute(select(s.value.c.no, s.value.c.body).where(s.value.c.no.in_(some))):
            yield row.no, row.body


def recent_keys(connection: Connection, added: Sequence[ColumnElement[bool]], most: int) -> list[int] | None:
    """The keys of the claims of the articles added then; None where there are more articles than that."""
    own = s.article.c
    rows = connection.execute(select(own.id, own.version, own.packed).where(*added).limit(most + 1)).all()
    return None if len(rows) > most else [key for row in rows for key in _open(row).keys]


def has_article(connection: Connection, article_id: str, version: int) -> bool:
    """Whether that version of the article is held."""
    held = select(s.article.c.no).where(s.article.c.id == article_id, s.article.c.version == version)
    return connection.execute(held).first() is not None


def article_version(connection: Connection, article_id: str, version: int) -> Article | None:
    """One version of an article."""
    held = select(s.article.c.packed).where(s.article.c.id == article_id, s.article.c.version == version)
    blob = connection.execute(held).scalar()
    return None if blob is None else Packed(article_id, version, blob).article()


def articles_of(connection: Connection, article_ids: Sequence[str]) -> dict[tuple[str, int], Article]:
    """Those articles in all held versions."""
    own = s.article.c
    rows = [
        row
        for some in chunks(article_ids)
        for row in connection.execute(select(own.id, own.version, own.packed).where(own.id.in_(some)))
    ]
    return {(row.id, row.version): _open(row).article() for row in rows}


def claims_of_version(connection: Connection, memory: Values, article_id: str, version: int) -> list[Claim]:
    """The claims of one version of an article, in their order."""
    rows = CLAIM_ROWS.where(s.article.c.id == article_id, s.article.c.version == version).order_by(s.claim.c.ordinal)
    return [claim for _, claim in claims_of(connection, memory, connection.execute(rows).all())]


def claim_by_id(connection: Connection, memory: Values, claim_id: str) -> Claim | None:
    """One claim; where several versions have it, the current one or else the newest."""
    held = CLAIM_ROWS.where(s.claim.c.id == claim_id)
    rows = connection.execute(held.order_by(s.claim.c.current.desc(), s.article.c.version.desc())).all()
    return next((claim for _, claim in claims_of(connection, memory, rows) if claim.id == claim_id), None)


def entities(connection: Connection) -> list[Entity]:
    """The places and actors that have current claims; one that is only ever an ancestor has no name here."""
    own = s.entity.c
    rows = connection.execute(select(own.id, own.name, own.detail, own.claims).where(own.claims > 0))
    found = [_entity(*row) for row in rows]
    return sorted(found, key=lambda entity: (-entity.claims, entity.name, entity.id))


def _entity(key: str, name: str, detail: str, claims: int) -> Entity:
    kind, _, own = key.partition(":")
    return Entity.model_validate({"kind": kind, "id": own, "name": name, "detail": detail, "claims": claims})


def counts(connection: Connection) -> dict[str, int]:
    """How many current articles and claims, schedules and deliveries there are."""
    tables = {
        "articles": select(func.count()).select_from(s.article).where(s.article.c.current),
        "claims": select(func.count()).select_from(s.claim).where(s.claim.c.current),
        "schedules": select(func.count()).select_from(s.schedule),
        "deliveries": select(func.count()).select_from(s.outbox),
    }
    return {name: connection.execute(rows).scalar_one() for name, rows in tables.items()}
