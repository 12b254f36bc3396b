"""Forgetting what is too old, some at a time: never what a digest or a correction may still need."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, exists, func, select

from bot.store import schema as s
from bot.store.claims.articles import hide_version
from bot.store.claims.lineage import records_around
from bot.store.dialect import by_first, chunks
from bot.store.sending.messages import posted_with

_RUNS, _ARTICLES = 200, 20  # at a time: others write in between
_MARGIN = timedelta(days=1)  # digests read a little again
_DONE = ("sent", "dead")


def limit_of(connection: Connection, limit: datetime) -> datetime:
    """What may be forgotten: older than that, and than all that an active schedule has not covered yet."""
    schedule = s.schedule.c
    covered_until = connection.execute(select(func.min(schedule.covered_until)).where(~schedule.paused)).scalar()
    return limit if covered_until is None else min(limit, covered_until - _MARGIN)


def forget_runs(connection: Connection, limit: datetime) -> int:
    """Forget some runs whose messages are all posted or given up, and say how many."""
    run, box = s.digest_run.c, s.outbox.c
    is_open = exists().where(box.tenant == run.tenant, box.run_id == run.id, box.state.not_in(_DONE))
    rows = connection.execute(select(run.tenant, run.id).where(run.window_to < limit, ~is_open).limit(_RUNS))
    keys = [(row.tenant, row.id) for row in rows]
    for tenant, run_ids in by_first(keys).items():
        connection.execute(delete(s.outbox).where(box.tenant == tenant, box.run_id.in_(run_ids)))
        connection.execute(delete(s.digest_run).where(run.tenant == tenant, run.id.in_(run_ids)))
    return len(keys)


def forget_articles(connection: Connection, limit: datetime, skip: int, now: datetime) -> tuple[int, int]:
    """Forget some articles in all their versions; gives how many, and how many more have to stay.

    skip: how many older ones are known to stay.
    """
    article = s.article.c
    oldest = select(article.id).group_by(article.id).having(func.max(article.added_at) < limit)
    ordered = oldest.order_by(func.max(article.added_at), article.id).offset(skip).limit(_ARTICLES)
    ids = list(connection.execute(ordered).scalars())
    forgotten_ids = [article_id for article_id in ids if not _is_needed(connection, article_id, limit)]
    for article_id in forgotten_ids:
        _forget(connection, article_id, now)
    if not ids:
        _forget_names(connection)
    return len(forgotten_ids), len(ids) - len(forgotten_ids)


def _is_needed(connection: Connection, article_id: str, limit: datetime) -> bool:
    """Whether something that stays leans on an article: a version, a successor, or a message with its claims."""
    article = s.article.c
    family = {record.id for record in records_around(connection, [article_id])}
    is_newer = select(article.id).where(article.id.in_(family), article.added_at >= limit).limit(1)
    if connection.execute(is_newer).first() is not None:
        return True
    claim_ids = select(s.claim.c.id).where(s.claim.c.article_id == article_id)
    return bool(posted_with(connection, list(connection.execute(claim_ids).scalars())))


def _forget(connection: Connection, article_id: str, now: datetime) -> None:
    article, claim = s.article.c, s.claim.c
    for version in connection.execute(select(article.version).where(article.id == article_id)).scalars().all():
        hide_version(connection, (article_id, version), now)
    rows = connection.execute(select(claim.claim_key, claim.id).where(claim.article_id == article_id)).all()
    for chunk in chunks(rows):
        _forget_claims(connection, [row.claim_key for row in chunk])
        ids = [row.id for row in chunk]
        connection.execute(delete(s.posted_claim).where(s.posted_claim.c.claim_id.in_(ids)))
        connection.execute(delete(s.channel_line).where(s.channel_line.c.claim_id.in_(ids)))
    connection.execute(delete(s.article_story).where(s.article_story.c.article_id == article_id))
    connection.execute(delete(s.claim_edit).where(s.claim_edit.c.article_id == article_id))
    connection.execute(delete(s.claim).where(claim.article_id == article_id))
    connection.execute(delete(s.article).where(article.id == article_id))


def _forget_claims(connection: Connection, keys: Sequence[int]) -> None:
    relation = s.claim_relation.c
    other_keys = connection.execute(select(relation.other_key).where(relation.claim_key.in_(keys))).scalars()
    for chunk in chunks(sorted(set(other_keys))):
        back = (relation.claim_key.in_(chunk), relation.other_key.in_(keys))
        connection.execute(delete(s.claim_relation).where(*back))
    connection.execute(delete(s.claim_relation).where(relation.claim_key.in_(keys)))
    connection.execute(delete(s.claim_figure).where(s.claim_figure.c.claim_key.in_(keys)))


def _forget_names(connection: Connection) -> None:
    """Places and actors that no claim concerns any more, and what none calls them."""
    for table in (s.place, s.actor, s.actor_title):
        connection.execute(delete(table).where(table.c.claims <= 0))
