"""What belongs together through time: the versions of records that took each other's place, and claims restated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, or_, select

from bot.store import schema as s
from bot.store.claims.lookup import articles_with_ids
from bot.store.claims.relations import add_relations
from bot.store.claims.rows import CLAIM_ROWS, KeyedClaim, claim_of
from bot.store.dialect import chunks
from digests.composing.corrections import Restated
from digests.models import Article, Claim

_GENERATIONS = 20  #: records that took each other's place one after the other


def records_around(connection: Connection, article_ids: Sequence[str]) -> list[Article]:
    """All versions of those articles, and of all that they supersede or are superseded by, one through another."""
    article = s.article.c
    known, new = set[str](), set(article_ids)
    for _ in range(_GENERATIONS):
        if not new:
            break
        known |= new
        links = select(article.id, article.supersedes).where(
            article.supersedes.is_not(None), or_(article.id.in_(new), article.supersedes.in_(new))
        )
        new = {one for row in connection.execute(links) for one in (row.id, row.supersedes)} - known
    return [versions for _, versions in sorted(articles_with_ids(connection, sorted(known)).items())]


def restated(connection: Connection, article_ids: Sequence[str], since: datetime) -> list[Restated]:
    """The current claims whose relations have changed since then through claims of those articles."""
    claim, relation = s.claim.c, s.claim_relation.c
    own = select(claim.claim_key).where(claim.article_id.in_(article_ids))
    changed = or_(relation.until >= since, relation.since >= since)
    pairs = select(relation.claim_key, relation.other_key).where(relation.claim_key.in_(own), changed)
    keys = {key for pair in connection.execute(pairs) for key in pair}
    rows = [
        row
        for chunk in chunks(sorted(keys))
        for row in connection.execute(CLAIM_ROWS.where(claim.claim_key.in_(chunk), claim.current))
    ]
    claims = [KeyedClaim(row.claim_key, claim_of(row)) for row in rows]
    forms = [_forms(connection, claim) for _, claim in claims]
    earlier = iter(add_relations(connection, [form for group in forms for form in group], since))
    before = [[next(earlier).claim for _ in group] for group in forms]
    after = add_relations(connection, claims)
    changed_claims = (_restated(then, now.claim) for then, now in zip(before, after, strict=True))
    return [change for change in changed_claims if change.before.relations != change.after.relations]


def _forms(connection: Connection, claim: Claim) -> list[KeyedClaim]:
    """The same claim in all versions of its article that have the same passage, itself among them."""
    rows = CLAIM_ROWS.where(
        s.claim.c.article_id == claim.passage.article_id,
        s.claim.c.passage == claim.passage.exact,
        s.claim.c.claimant == claim.claimant.name,
    )
    return [KeyedClaim(row.claim_key, claim_of(row)) for row in connection.execute(rows.order_by(s.claim.c.version))]


def _restated(forms: Sequence[Claim], claim: Claim) -> Restated:
    before = max(forms, key=lambda form: len(form.relations))  # at any time one form alone is related to others
    return Restated(tuple(sorted({claim.id, *(form.id for form in forms)})), before, claim)
