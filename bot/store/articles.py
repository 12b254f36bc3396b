"""Articles and their claims: what is written when one is read, and what is looked up by id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Insert, Select, exists, func, literal, not_, or_, select, text, update

from bot.models import Entity
from bot.store import schema as s
from bot.store.dialect import add_new, insert_new, upsert
from bot.store.words import stems
from digests.models import Article, Claim

_SEQUENCE_BITS = 20
_LONGEST_WORDS = 20_000  # Postgres indexes at most 1 MB
_ADDING = 0x61646420  # the lock that lets one process add at a time


def first_key(moment: datetime) -> int:
    """The lowest claim key of a second."""
    return int(moment.timestamp() // 1) << _SEQUENCE_BITS


def add_article(connection: Connection, article: Article, claims: Sequence[Claim], now: datetime) -> bool:
    """Write one version of an article with its claims; False if it is held already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ADDING})
    row = {
        "id": article.id,
        "version": article.version,
        "current": False,
        "status": article.status,
        "supersedes": article.supersedes,
        "added_at": now,
        "body": article.model_dump_json(),
    }
    if not add_new(connection, s.article, row):
        return False
    _add_claims(connection, article, claims, now)
    _settle_current(connection, article)
    return True


def _add_claims(connection: Connection, article: Article, claims: Sequence[Claim], now: datetime) -> None:
    # Last first, so that newest first gives the claims of one moment in the order of the text.
    keyed = list(zip(_keys(connection, article, claims[::-1], now), claims[::-1], strict=True))
    _insert(connection, s.claim.insert(), [_claim_row(key, claim, article, now) for key, claim in keyed])
    _insert(connection, s.claim_place.insert(), [row for key, claim in keyed for row in _place_links(key, claim)])
    _insert(connection, s.claim_actor.insert(), [row for key, claim in keyed for row in _actor_links(key, claim)])
    _insert(connection, upsert(connection, s.place), [row for claim in claims for row in _place_names(claim)])
    _insert(connection, insert_new(connection, s.actor), [row for claim in claims for row in _claimant_names(claim)])
    _insert(connection, upsert(connection, s.actor), [row for claim in claims for row in _actor_names(claim)])


def _insert(connection: Connection, statement: Insert, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)


def _keys(connection: Connection, article: Article, claims: Sequence[Claim], now: datetime) -> Iterator[int]:
    last: dict[int, int] = {}
    key = s.claim.c.claim_key
    for claim in claims:
        first = first_key(claim.said_at or article.date_published or now)
        if first not in last:
            held = select(func.max(key)).where(key >= first, key < first + (1 << _SEQUENCE_BITS))
            last[first] = connection.execute(held).scalar() or first - 1
        last[first] += 1
        yield last[first]


def _claim_row(key: int, claim: Claim, article: Article, now: datetime) -> dict[str, Any]:
    mentions = [m.place.name for m in (*claim.places, *claim.context_places)] + [m.actor.name for m in claim.actors]
    words = stems(" ".join([claim.passage.exact, claim.claimant.label, *mentions]))
    return {
        "claim_key": key,
        "id": claim.id,
        "article_id": article.id,
        "version": article.version,
        "current": False,
        "kind": claim.kind,
        "status": claim.status,
        "added_at": now,
        "claimant": " ".join(stems(f"{claim.claimant.label} {claim.claimant.surface}")),
        "words": " ".join(words)[:_LONGEST_WORDS],
        "body": claim.model_dump_json(),
    }


def _place_links(key: int, claim: Claim) -> list[dict[str, Any]]:
    named = {mention.place.id for mention in claim.places}
    around = {mention.place.id for mention in claim.context_places}
    around |= {place for mention in (*claim.places, *claim.context_places) for place in mention.place.ancestors}
    return [{"place_id": place, "direct": place in named, "claim_key": key} for place in named | around]


def _actor_links(key: int, claim: Claim) -> list[dict[str, Any]]:
    by = {claim.claimant.actor_id, claim.claimant.affiliation_id, *claim.claimant_within} - {None}
    concerned = by | {mention.actor.id for mention in claim.actors} | set(claim.actors_within)
    links = [(actor, "by") for actor in by] + [(actor, "any") for actor in concerned]
    return [{"actor_id": actor, "relation": relation, "claim_key": key} for actor, relation in links]


def _place_names(claim: Claim) -> Iterator[dict[str, Any]]:
    for mention in (*claim.places, *claim.context_places):
        place = mention.place
        detail = f"{place.kind}, {place.country}" if place.country else place.kind
        yield {"id": place.id, "name": place.name, "detail": detail}


def _claimant_names(claim: Claim) -> Iterator[dict[str, Any]]:
    claimant = claim.claimant
    if claimant.actor_id:
        yield {"id": claimant.actor_id, "name": claimant.name, "detail": claimant.role}
    if claimant.affiliation_id:
        name = claimant.affiliation or claimant.affiliation_id
        yield {"id": claimant.affiliation_id, "name": name, "detail": ""}


def _actor_names(claim: Claim) -> Iterator[dict[str, Any]]:
    for mention in claim.actors:
        yield {"id": mention.actor.id, "name": mention.actor.name, "detail": mention.actor.kind}


def _settle_current(connection: Connection, article: Article) -> None:
    """Work out anew which versions are current; the outcome does not depend on the order of adding."""
    other, newer = s.article.alias("other"), s.article.alias("newer")
    earlier = select(s.article.c.supersedes).where(s.article.c.id == article.id)
    touched = {article.id, *connection.execute(earlier).scalars()} - {None}
    outdated = exists().where(newer.c.id == s.article.c.id, newer.c.version > s.article.c.version)
    replaced = exists().where(
        other.c.supersedes == s.article.c.id,
        other.c.id != s.article.c.id,
        ~exists().where(newer.c.id == other.c.id, newer.c.version > other.c.version),
    )
    articles = update(s.article).where(s.article.c.id.in_(touched))
    connection.execute(articles.values(current=not_(or_(outdated, replaced))))
    shown = exists().where(
        s.article.c.id == s.claim.c.article_id,
        s.article.c.version == s.claim.c.version,
        s.article.c.current == literal(True, s.Flag),
        s.article.c.status == "usable",
    )
    changed = update(s.claim).where(s.claim.c.article_id.in_(touched), s.claim.c.current != shown)
    connection.execute(changed.values(current=shown))


def has_article(connection: Connection, article_id: str, version: int) -> bool:
    """Whether that version of the article is held."""
    return article_version(connection, article_id, version) is not None


def article_version(connection: Connection, article_id: str, version: int) -> Article | None:
    """One version of an article."""
    held = select(s.article.c.body).where(s.article.c.id == article_id, s.article.c.version == version)
    body = connection.execute(held).scalar()
    return None if body is None else Article.model_validate_json(body)


def articles_of(connection: Connection, article_ids: Sequence[str]) -> dict[tuple[str, int], Article]:
    """Those articles in all held versions."""
    found: dict[tuple[str, int], Article] = {}
    for start in range(0, len(article_ids), 1_000):  # databases limit the parameters of one statement
        held = select(s.article.c.body).where(s.article.c.id.in_(article_ids[start : start + 1_000]))
        articles = map(Article.model_validate_json, connection.execute(held).scalars())
        found |= {(article.id, article.version): article for article in articles}
    return found


def claim_by_id(connection: Connection, claim_id: str) -> Claim | None:
    """One claim; where several versions have it, the current one or else the newest."""
    held = select(s.claim.c.body).where(s.claim.c.id == claim_id)
    body = connection.execute(held.order_by(s.claim.c.current.desc(), s.claim.c.version.desc()).limit(1)).scalar()
    return None if body is None else Claim.model_validate_json(body)


def entities(connection: Connection) -> list[Entity]:
    """The places and actors that have current claims; one that is only ever an ancestor has no name here."""
    count = func.count().label("claims")
    current = s.claim.c.current == literal(True, s.Flag)
    places = (
        select(s.claim_place.c.place_id, s.place.c.name, s.place.c.detail, count)
        .join(s.claim, s.claim.c.claim_key == s.claim_place.c.claim_key)
        .outerjoin(s.place, s.place.c.id == s.claim_place.c.place_id)
        .where(current)
        .group_by(s.claim_place.c.place_id, s.place.c.name, s.place.c.detail)
    )
    actors = (
        select(s.claim_actor.c.actor_id, s.actor.c.name, s.actor.c.detail, count)
        .join(s.claim, s.claim.c.claim_key == s.claim_actor.c.claim_key)
        .outerjoin(s.actor, s.actor.c.id == s.claim_actor.c.actor_id)
        .where(current, s.claim_actor.c.relation == "any")
        .group_by(s.claim_actor.c.actor_id, s.actor.c.name, s.actor.c.detail)
    )
    found = [*_entities(connection, "place", places), *_entities(connection, "actor", actors)]
    return sorted(found, key=lambda entity: (-entity.claims, entity.name, entity.id))


def _entities(connection: Connection, kind: Any, rows: Select[Any]) -> Iterator[Entity]:
    for key, name, detail, claims in connection.execute(rows):
        yield Entity(kind=kind, id=str(key), name=name or "", detail=detail or "", claims=claims)


def counts(connection: Connection) -> dict[str, int]:
    """How many current articles and claims, schedules and deliveries there are."""
    current = literal(True, s.Flag)
    tables = {
        "articles": select(func.count()).select_from(s.article).where(s.article.c.current == current),
        "claims": select(func.count()).select_from(s.claim).where(s.claim.c.current == current),
        "schedules": select(func.count()).select_from(s.schedule),
        "deliveries": select(func.count()).select_from(s.outbox),
    }
    return {name: connection.execute(rows).scalar_one() for name, rows in tables.items()}
