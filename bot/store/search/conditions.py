"""The conditions on a claim by its key: how a subject comes into it, and what else narrows a question."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any, Literal

from sqlalchemy import ColumnElement, FromClause, and_, bindparam, exists, literal, or_

from bot.store import schema as s
from bot.store.columns import Flag

_DENIED = "denied"

Condition = ColumnElement[bool]
Link = Literal["place", "speaks", "actor"]


def linked(key: ColumnElement[int], link: Link, name: str) -> Condition:
    """Whether a subject, whose id is the parameter of that name, comes into a claim in that way."""
    if link == "place":
        place = s.claim_place.alias().c
        return exists().where(place.place_id == bindparam(name), place.claim_key == key)
    actor = s.claim_actor.alias().c
    conditions = (actor.actor_id == bindparam(name), actor.claim_key == key)
    ways = (True,) if link == "speaks" else (False, True)
    return or_(*(exists().where(*conditions, actor.speaks == literal(speaks, Flag())) for speaks in ways))


def narrowed(key: ColumnElement[int], filters: Set[str]) -> list[Condition]:
    """Bounds of the key, and conditions on the claim's own row and its article's, which are looked at for each key."""
    claim = s.claim.alias("own")
    conditions = [*_on_row(claim, filters), *_on_article(claim, filters)]
    own_row = [exists().where(claim.c.claim_key == key, *conditions)] if conditions else []
    figures = [exists().where(s.claim_figure.c.claim_key == key)] if "measured" in filters else []
    return [*own_row, *figures, *bounded(key, filters)]


def _on_row(claim: FromClause, filters: Set[str]) -> list[Condition]:
    """What a claim's own row must be like, and that nothing of it was posted."""
    row, posted_claim = claim.c, s.posted_claim.c
    conditions = {
        "kinds": row.kind.in_(bindparam("kinds", expanding=True)),
        "status": or_(
            row.status == bindparam("status"), and_(bindparam("status") == _DENIED, _denied_by(row.claim_key))
        ),
        "posted_by": ~exists().where(
            posted_claim.schedule_id == bindparam("posted_by"),
            posted_claim.article_id == row.article_id,
            posted_claim.passage == row.passage,
        ),
    }
    return [condition for name, condition in conditions.items() if name in filters]


def _on_article(claim: FromClause, filters: Set[str]) -> list[Condition]:
    """That a claim's article was added in time, where that is asked."""
    conditions = added({name: bindparam(name) for name in filters})
    article = s.article.c
    of_claim = (article.id == claim.c.article_id, article.version == claim.c.version)
    return [exists().where(*of_claim, *conditions)] if conditions else []


def _denied_by(key: ColumnElement[int]) -> Condition:
    """Whether somebody denies a claim, as its line says, though its own text does not."""
    relation = s.claim_relation.alias("answer").c
    conditions = (relation.claim_key == key, relation.kind == "denied by", relation.until.is_(None))
    return exists().where(*conditions)


def bounded(key: ColumnElement[int], filters: Set[str]) -> list[Condition]:
    """Between which keys a claim's must lie: from when and until when it was said, and where the page begins."""
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
