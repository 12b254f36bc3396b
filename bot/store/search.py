"""Finding claims, newest first: every branch of a query walks an index by claim key and stops at its limit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Subquery, column, exists, func, literal, select, union
from sqlalchemy import literal_column as sql
from sqlalchemy import table as virtual_table
from sqlalchemy.sql import FromClause

from bot.errors import RequestError
from bot.store import schema as s
from bot.store.articles import first_key
from bot.store.words import stems
from digests.models import Claim, Query, Subject

#: Counting stops here; a reader is told “1,000 or more”.
COUNT_LIMIT = 1_000

_PAGE = re.compile(r"-?[0-9]{1,18}")


@dataclass(frozen=True)
class Window:
    """What a scheduled digest adds to a query: when claims were stored, and whose are left out."""

    added_after: datetime | None = None
    added_until: datetime | None = None
    posted_by: str | None = None


def find_claims(
    connection: Connection, query: Query, window: Window, *, limit: int, after: str | None
) -> tuple[list[tuple[str, Claim]], int]:
    """The page after a page key, and how many claims there are in all (counted up to the limit)."""
    keys = _newest(connection, query, window, limit, after)
    page = select(s.claim.c.claim_key, s.claim.c.body).join(keys, keys.c.key == s.claim.c.claim_key)
    rows = connection.execute(page.order_by(s.claim.c.claim_key.desc())).all()
    total = select(func.count()).select_from(_newest(connection, query, window, COUNT_LIMIT))
    return [(str(key), Claim.model_validate_json(body)) for key, body in rows], connection.execute(total).scalar_one()


def _newest(connection: Connection, query: Query, window: Window, limit: int, after: str | None = None) -> Subquery:
    """The keys of the newest claims: the newest of each branch, then the newest of those."""
    conditions = _conditions(query, window)
    branches = []
    for about, by in product(query.about or (None,), query.by or (None,)):
        links = [_link(connection, about, "any"), _link(connection, by, "by")]
        key, rows = _joined([link for link in links if link is not None])
        rows = rows.where(*conditions, *_bounds(key, query.since, after))
        branches.append(rows.order_by(key.desc()).limit(limit))
    if len(branches) == 1:
        return branches[0].subquery("newest")
    either = union(*(select(branch.subquery().c.key) for branch in branches)).subquery("either")
    return select(either.c.key).order_by(either.c.key.desc()).limit(limit).subquery("newest")


def _conditions(query: Query, window: Window) -> list[ColumnElement[bool]]:
    """The conditions on the claim's own row."""
    claim = s.claim.c
    conditions: list[ColumnElement[bool]] = [claim.current == literal(True, s.Flag)]
    if query.kinds:
        conditions.append(claim.kind.in_(query.kinds))
    if query.status is not None:
        conditions.append(claim.status == query.status)
    if window.added_after is not None:
        conditions.append(claim.added_at > window.added_after)
    if window.added_until is not None:
        conditions.append(claim.added_at <= window.added_until)
    if window.posted_by is not None:
        posted = s.posted_claim.c
        conditions.append(~exists().where(posted.schedule_id == window.posted_by, posted.claim_id == claim.id))
    return conditions


def _bounds(key: ColumnElement[int], since: datetime | None, after: str | None) -> list[ColumnElement[bool]]:
    bounds = []
    if since is not None:
        bounds.append(key >= first_key(since))
    if after is not None:
        if not _PAGE.fullmatch(after):
            raise RequestError("That page is no longer there. Ask again from the start.")
        bounds.append(key < int(after))
    return bounds


def _joined(links: list[Subquery]) -> tuple[ColumnElement[int], Select[Any]]:
    """The key that leads the walk, and the rows that every link agrees on."""
    if not links:
        return s.claim.c.claim_key, select(s.claim.c.claim_key.label("key"))
    key = links[0].c.claim_key
    rows: FromClause = links[0]
    for other in links[1:]:
        rows = rows.join(other, other.c.claim_key == key)
    return key, select(key.label("key")).select_from(rows.join(s.claim, s.claim.c.claim_key == key))


def _link(connection: Connection, subject: Subject | None, relation: str) -> Subquery | None:
    """The keys of the claims that concern a subject, in whatever table has them in order."""
    if subject is None:
        return None
    if subject.kind == "words":
        return _containing(connection, "words" if relation == "any" else "claimant", stems(subject.id)).subquery()
    if subject.kind == "place":
        places = s.claim_place.c
        return select(places.claim_key).where(places.place_id == int(subject.id)).subquery()
    actors = s.claim_actor.c
    return select(actors.claim_key).where(actors.actor_id == subject.id, actors.relation == relation).subquery()


def _containing(connection: Connection, field: str, words: Sequence[str]) -> Select[Any]:
    """The claims with all those words; words are letters and digits alone, so no syntax can slip in."""
    if connection.dialect.name == "postgresql":
        wanted = func.plainto_tsquery(sql("'simple'"), " ".join(words))
        return select(s.claim.c.claim_key).where(sql(f"{field}_vector").op("@@")(wanted))
    matches = virtual_table("claim_words", column("rowid", s.Big), column("claim_words"))
    # An empty phrase matches nothing, as an empty tsquery does.
    phrases = " AND ".join(f'"{word}"' for word in words) or '""'
    keys = select(matches.c.rowid.label("claim_key"))
    return keys.where(matches.c.claim_words.op("MATCH")(f"{field} : ({phrases})"))
