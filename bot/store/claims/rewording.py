"""Claims that another program has put in words: they are looked up, and what this one makes of them is kept."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, or_, update

from bot.store import schema as s
from bot.store.claims.lookup import article_versions
from bot.store.claims.rows import CLAIM_ROWS, WORDING_COLUMNS, KeyedClaim, claim_of, wording_columns
from bot.store.claims.worded_by import worded_by
from digests.models import Article

_claim = s.claim.c
_REWORD = update(s.claim).where(_claim.claim_key == bindparam("the_key"))


def outworded(connection: Connection, cursor: int | None, limit: int) -> list[tuple[KeyedClaim, Article]]:
    """Some current claims that this program has not worded, newest first, with their articles; cursor: the last key."""
    lacking = or_(_claim.worded_by.is_(None), _claim.worded_by != worded_by())
    rows = CLAIM_ROWS.where(_claim.current, lacking).order_by(_claim.claim_key.desc()).limit(limit)
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
