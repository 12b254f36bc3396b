"""What is looked up: articles by id, and claims by id or by the rows that a search has found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, func, select

from bot.models import Entity
from bot.store import schema as s
from bot.store.blobs import Packed
from bot.store.cache import Memory
from bot.store.dialect import chunks
from bot.store.search_index import Keyed
from digests.models import Article, Claim

#: What `claims_of` takes.
CLAIM_ROWS = select(
    s.claim.c.ordinal,
    s.claim.c.id.label("code"),
    s.article.c.id,
    s.article.c.version,
    s.article.c.packed,
    s.claim.c.claim_key,
).join_from(s.claim, s.article, s.article.c.no == s.claim.c.article_no)

_VALUES = select(s.value.c.no, s.value.c.body).where(s.value.c.no.in_(bindparam("numbers", expanding=True)))


def claims_of(connection: Connection, memory: Memory, rows: Sequence[Row[Any, Any, Any, Any, Any, Any]]) -> list[Keyed]:
    """The claims of rows of `CLAIM_ROWS`, with their keys; the rows must be committed."""
    by_key = {row.claim_key: row for row in rows}
    claims = memory.claims.fetch(by_key, lambda keys: _opened(connection, memory, [by_key[key] for key in keys]))
    return [Keyed(key, Claim.model_validate_json(claim)) for key, claim in claims.items()]


def _opened(
    connection: Connection, memory: Memory, rows: Sequence[Row[Any, Any, Any, Any, Any, Any]]
) -> dict[int, bytes]:
    opened = {of: open_row(article) for of, article in {row[2:4]: row[2:5] for row in rows}.items()}
    named = {number for row in rows for number in opened[row[2:4]].names(row.ordinal)}
    bodies = memory.values.fetch(named, lambda numbers: _values(connection, numbers))
    return {row.claim_key: opened[row[2:4]].claim(row.ordinal, row.code, bodies) for row in rows}


def open_row(row: Sequence[Any]) -> Packed:
    """The blob of a row of id, version and blob."""
    return Packed(*row)


def _values(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    return {no: body for some in chunks(numbers) for no, body in connection.execute(_VALUES, {"numbers": list(some)})}


def recent_keys(connection: Connection, added: Sequence[ColumnElement[bool]], most: int) -> list[int] | None:
    """The keys of the claims of the articles added then; None where there are more articles than that."""
    own = s.article.c
    rows = connection.execute(select(own.id, own.version, own.packed).where(*added).limit(most + 1)).all()
    return None if len(rows) > most else [key for row in rows for key in open_row(row).keys]


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
    return {(row.id, row.version): open_row(row).article() for row in rows}


def claims_of_version(connection: Connection, memory: Memory, article_id: str, version: int) -> list[Claim]:
    """The claims of one version of an article, in their order."""
    rows = CLAIM_ROWS.where(s.article.c.id == article_id, s.article.c.version == version).order_by(s.claim.c.ordinal)
    return [claim for _, claim in claims_of(connection, memory, connection.execute(rows).all())]


def claim_by_id(connection: Connection, memory: Memory, claim_id: str) -> Claim | None:
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
