"""What is looked up: articles by id, and claims by id or by the rows that a search has found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select

from bot.models import Entity
from bot.store import schema as s
from bot.store.claims.keys import first_key, moment_of_key
from bot.store.claims.relations import add_relations
from bot.store.claims.rows import ARTICLE_ROWS, CLAIM_ROWS, KeyedClaim, article_of, claim_of
from bot.store.claims.versions import Version, version_rows
from bot.store.dialect import chunks
from digests.models import Article, Claim

_TITLES = select(s.actor_title.c.actor_id, s.actor_title.c.title).where(s.actor_title.c.claims > 0)


def related_claims(connection: Connection, rows: Sequence[Any], now: datetime) -> list[KeyedClaim]:
    """The claims of rows of `CLAIM_ROWS` as readers see them, with their relations."""
    return add_relations(connection, [KeyedClaim(row.claim_key, claim_of(row)) for row in rows], now=now)


def recent_keys(connection: Connection, conditions: Sequence[ColumnElement[bool]], limit: int) -> list[int] | None:
    """The keys of the claims of the articles added then; None where there are more articles than that."""
    article, claim = s.article.c, s.claim.c
    recent = select(article.id, article.version).where(*conditions).limit(limit + 1)
    versions = connection.execute(recent).all()
    if len(versions) > limit:
        return None
    stands_in = (article.id == claim.article_id) & (article.version == claim.version)
    rows = select(claim.claim_key).join_from(s.article, s.claim, stands_in).where(*conditions)
    return list(connection.execute(rows).scalars()) if versions else []


def has_article(connection: Connection, article_id: str, version: int) -> bool:
    """Whether that version of the article is stored."""
    stored = select(s.article.c.id).where(s.article.c.id == article_id, s.article.c.version == version)
    return connection.execute(stored).first() is not None


def is_news(connection: Connection, article_id: str) -> bool:
    """Whether scheduled digests take up the newest version of an article."""
    newest = select(s.article.c.news).where(s.article.c.id == article_id).order_by(s.article.c.version.desc())
    return bool(connection.execute(newest.limit(1)).scalar())


def article_version(connection: Connection, article_id: str, version: int) -> Article | None:
    """One version of an article."""
    row = connection.execute(ARTICLE_ROWS.where(s.article.c.id == article_id, s.article.c.version == version)).first()
    return None if row is None else article_of(row)


def articles_with_ids(connection: Connection, article_ids: Sequence[str]) -> dict[Version, Article]:
    """Those articles in all stored versions."""
    articles = [
        article_of(row)
        for chunk in chunks(article_ids)
        for row in connection.execute(ARTICLE_ROWS.where(s.article.c.id.in_(chunk)))
    ]
    return {(article.id, article.version): article for article in articles}


def article_versions(connection: Connection, versions: Sequence[Version]) -> dict[Version, Article]:
    """Those versions of articles."""
    articles = map(article_of, version_rows(connection, ARTICLE_ROWS, versions))
    return {(article.id, article.version): article for article in articles}


def list_articles(connection: Connection, cursor: Version | None, limit: int) -> list[Article]:
    """Articles in all versions, by id and version; cursor: the last one seen."""
    key = (s.article.c.id, s.article.c.version)
    rows = ARTICLE_ROWS.order_by(*key).limit(limit)
    later = or_(key[0] > cursor[0], and_(key[0] == cursor[0], key[1] > cursor[1])) if cursor else None
    return [article_of(row) for row in connection.execute(rows if later is None else rows.where(later))]


def claims_of_version(connection: Connection, article_id: str, version: int) -> list[Claim]:
    """The claims of one version of an article, in their order."""
    rows = CLAIM_ROWS.where(s.claim.c.article_id == article_id, s.claim.c.version == version)
    return [claim_of(row) for row in connection.execute(rows.order_by(s.claim.c.ordinal))]


def claim_by_id(connection: Connection, claim_id: str, now: datetime) -> Claim | None:
    """One claim; where several versions have it, the current one or else the newest."""
    newest = CLAIM_ROWS.where(s.claim.c.id == claim_id).order_by(s.claim.c.current.desc(), s.claim.c.version.desc())
    rows = connection.execute(newest.limit(1)).all()
    return next((claim for _, claim in related_claims(connection, rows, now)), None)


def claims_with_ids(connection: Connection, claim_ids: Sequence[str], now: datetime) -> list[Claim]:
    """Claims by their ids, in that order; where several versions have one, the current one or else the newest."""
    newest_last = CLAIM_ROWS.order_by(s.claim.c.current, s.claim.c.version)
    rows = (connection.execute(newest_last.where(s.claim.c.id.in_(ids))) for ids in chunks(sorted(set(claim_ids))))
    by_id = {row.id: row for chunk in rows for row in chunk}
    return [claim for _, claim in related_claims(connection, [by_id[i] for i in claim_ids if i in by_id], now)]


def days(connection: Connection, count: int) -> list[date]:
    """The newest days on which something was said, newest first, at most so many."""
    key, dates = s.claim.c.claim_key, list[date]()
    while len(dates) < count:
        end = [key < first_key(datetime.combine(dates[-1], time(), UTC))] if dates else []
        newest = connection.execute(select(key).where(s.claim.c.current, *end).order_by(key.desc()).limit(1)).scalar()
        if newest is None:
            break
        dates.append(moment_of_key(newest).date())
    return dates


def stored_ids(connection: Connection, claim_ids: Sequence[str]) -> set[str]:
    """Those of some ids that are claims'."""
    rows = (connection.execute(select(s.claim.c.id).where(s.claim.c.id.in_(ids))) for ids in chunks(claim_ids))
    return {claim_id for chunk in rows for claim_id in chunk.scalars()}


def entities(connection: Connection) -> list[Entity]:
    """The places and actors that have current claims; one that is only ever an ancestor has no name here."""
    return sorted(_entities(connection), key=lambda entity: (-entity.claims, entity.name, entity.id))


def _entities(connection: Connection) -> Iterator[Entity]:
    for place in connection.execute(select(s.place).where(s.place.c.claims > 0)):
        detail = ", ".join(filter(None, (place.kind, place.country)))
        yield Entity(kind="place", id=str(place.id), name=place.name, detail=detail, claims=place.claims)
    titles: defaultdict[str, list[str]] = defaultdict(list)
    for actor_id, title in connection.execute(_TITLES):
        titles[actor_id].append(title)
    own_claim = exists().where(s.claim_actor.c.actor_id == s.actor.c.id, s.claim_actor.c.speaks)
    for actor in connection.execute(select(s.actor, own_claim.label("speaks")).where(s.actor.c.claims > 0)):
        fields = {"id": actor.id, "name": actor.name, "detail": actor.kind, "claims": actor.claims}
        yield Entity(kind="actor", speaks=bool(actor.speaks), titles=tuple(titles.get(actor.id, ())), **fields)


def counts(connection: Connection) -> dict[str, int]:
    """How many current articles and claims, schedules and deliveries there are."""
    tables = {
        "articles": select(func.count()).select_from(s.article).where(s.article.c.current),
        "claims": select(func.count()).select_from(s.claim).where(s.claim.c.current),
        "schedules": select(func.count()).select_from(s.schedule),
        "deliveries": select(func.count()).select_from(s.outbox),
    }
    return {name: connection.execute(rows).scalar_one() for name, rows in tables.items()}


def state(connection: Connection, now: datetime) -> str:
    """What changes whenever an article comes, goes or is read otherwise; cheap, as no claim is counted."""
    added_at = s.article.c.added_at
    articles = select(func.count(), func.max(added_at)).where(added_at <= now)
    edits = select(func.count()).select_from(s.claim_edit)
    decisions = select(func.max(s.audit.c.seq))
    rows = [connection.execute(query).one() for query in (articles, edits, decisions)]
    return "/".join(str(value) for row in rows for value in row)
