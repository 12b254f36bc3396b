"""Claims that another program has put in words: they are looked up, and what this one makes of them is kept."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select, update

from bot.store import schema as s
from bot.store.claims.lookup import article_versions
from bot.store.claims.rows import CLAIM_ROWS, WORDING_COLUMNS, KeyedClaim, claim_of, wording_columns
from bot.store.claims.worded_by import worded_by
from digests.models import Article

_claim = s.claim.c
_REWORD = update(s.claim).where(_claim.claim_key == bindparam("the_key"))


def other_programs(connection: Connection) -> list[str | None]:
    """The marks of other programs that have worded current claims; None where some claims were never worded.

    Each is looked for by the index, one after the other: a million claims have hardly more than one.
    """
    marks: list[str | None] = [""]
    while (mark := marks[-1]) is not None:
        later = select(_claim.worded_by).where(_claim.current, _claim.worded_by > mark).order_by(_claim.worded_by)
        marks.append(connection.execute(later.limit(1)).scalar())
    unworded = select(_claim.claim_key).where(_claim.current, _claim.worded_by.is_(None)).limit(1)
    lacking = [None] if connection.execute(unworded).first() else []
    return [*(mark for mark in marks if mark not in {"", None, worded_by()}), *lacking]


def outworded(
    connection: Connection, mark: str | None, cursor: int | None, limit: int
) -> list[tuple[KeyedClaim, Article]]:
    """Some current claims that a program has worded, newest first, with their articles; cursor: the last key."""
    rows = CLAIM_ROWS.where(_claim.current, _claim.worded_by == mark).order_by(_claim.claim_key.desc()).limit(limit)
    rows = rows if cursor is None else rows.where(_claim.claim_key < cursor)
    claims = [KeyedClaim(row.claim_key, claim_of(row)) for row in connection.execute(rows)]
    passages = [claim.passage for _, claim in claims]
    articles = article_versions(connection, sorted({(passage.article_id, passage.version) for passage in passages}))
    return [
        (claim, articles[passage.article_id, passage.version]) for claim, passage in zip(claims, passages, strict=True)
    ]


def keep_wordings(connection: Connection, claims: Sequence[KeyedClaim]) -> None:
    """Keep how claims are put in lines."""
    rows = [{"the_key": key, **wording_columns(claim)} for key, claim in claims]
    if rows:
        connection.execute(_REWORD.values({name: bindparam(name) for name in WORDING_COLUMNS}), rows)
