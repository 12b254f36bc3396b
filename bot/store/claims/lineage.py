"""What belongs together through time: the versions of records that took each other's place, and claims restated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, or_, select

from bot.store import schema as s
from bot.store.claims.lookup import articles_with_ids
from bot.store.claims.relations import add_relations
from bot.store.claims.rows import ARTICLE_COLUMNS, CLAIM_ROWS, KeyedClaim, article_of, claim_of
from bot.store.dialect import chunks
from digests.composing.corrections import Restated
from digests.models import Article, Claim

_GENERATIONS = 20  #: records that took each other's place one after the other


def records_around(connection: Connection, article_ids: Sequence[str]) -> list[Article]:
    """All versions of those articles, and of all that they supersede or are superseded by, one through another."""
    article = s.article.c
    known_ids, new_ids = set[str](), set(article_ids)
    for _ in range(_GENERATIONS):
        if not new_ids:
            break
        known_ids |= new_ids
        links = select(article.id, article.supersedes).where(
            article.supersedes.is_not(None), or_(article.id.in_(new_ids), article.supersedes.in_(new_ids))
        )
        new_ids = {linked_id for row in connection.execute(links) for linked_id in row} - known_ids
    return [article for _, article in sorted(articles_with_ids(connection, sorted(known_ids)).items())]


def latest_changes(connection: Connection, limit: int) -> list[tuple[Article, datetime]]:
    """The latest records that took another one's place, or a version's, each with when it was added; oldest first."""
    article = s.article.c
    changes = or_(article.version > 1, article.supersedes.is_not(None))
    columns = (article[name] for name in ARTICLE_COLUMNS)
    rows = select(*columns, article.added_at).where(article.current, changes).order_by(article.added_at.desc())
    return [(article_of(row), row.added_at) for row in connection.execute(rows.limit(limit))][::-1]


def restated(connection: Connection, article_ids: Sequence[str], start: datetime, now: datetime) -> list[Restated]:
    """The current claims whose relations have changed since `start` through claims of those articles."""
    claim, relation = s.claim.c, s.claim_relation.c
    claim_keys = select(claim.claim_key).where(claim.article_id.in_(article_ids))
    is_changed = or_(relation.until >= start, relation.since >= start)
    pairs = select(relation.claim_key, relation.other_key).where(relation.claim_key.in_(claim_keys), is_changed)
    keys = {key for pair in connection.execute(pairs) for key in pair}
    rows = [
        row
        for chunk in chunks(sorted(keys))
        for row in connection.execute(CLAIM_ROWS.where(claim.claim_key.in_(chunk), claim.current))
    ]
    claims = [KeyedClaim(row.claim_key, claim_of(row)) for row in rows]
    form_groups = [_forms(connection, claim) for _, claim in claims]
    earlier = iter(add_relations(connection, [form for forms in form_groups for form in forms], now=now, moment=start))
    earlier_groups = [[next(earlier).claim for _ in forms] for forms in form_groups]
    present = [claim for _, claim in add_relations(connection, claims, now=now)]
    changes = (_restated(forms, claim) for forms, claim in zip(earlier_groups, present, strict=True))
    return [change for change in changes if change.earlier.relations != change.present.relations]


def _forms(connection: Connection, claim: Claim) -> list[KeyedClaim]:
    """The same claim in all versions of its article that have the same passage, itself among them."""
    rows = CLAIM_ROWS.where(
        s.claim.c.article_id == claim.passage.article_id,
        s.claim.c.passage == claim.passage.exact,
        s.claim.c.claimant == claim.claimant.name,
    )
    return [KeyedClaim(row.claim_key, claim_of(row)) for row in connection.execute(rows.order_by(s.claim.c.version))]


def _restated(forms: Sequence[Claim], claim: Claim) -> Restated:
    earlier = max(forms, key=lambda form: len(form.relations))  # at any time one form alone is related to others
    return Restated(tuple(sorted({claim.id, *(form.id for form in forms)})), earlier, claim)
