"""Finding claims, newest first: every branch of a query scans an index by claim key and stops at its limit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Any

from sqlalchemy import Connection, select

from bot.errors import RequestError
from bot.store import schema as s
from bot.store.claims.keys import first_key
from bot.store.claims.lookup import recent_keys, related_claims
from bot.store.claims.rows import CLAIM_ROWS
from bot.store.claims.stemming import claimant_word, stems
from bot.store.dialect import chunks
from bot.store.search.conditions import Link, added
from bot.store.search.statements import (
    CLAIMS_OF_ACTOR,
    CLAIMS_OF_PLACE,
    DrivingIndex,
    IndexScan,
    Keys,
    StatementKey,
    claim_rows,
    counted,
    newest_keys,
)
from digests.models import DISPUTES, Claim, Query, Subject

#: Counting stops here; a reader is told “200 or more”.
COUNT_LIMIT = 200
_LOOKED_THROUGH = 2_000  # claims of a subject among which those that others dispute are looked for
_FEW = 1_000  # so many are quicker looked at one by one than found by their words
_RECENT = 300  # articles: so many are quicker opened than found among all claims of a subject

_PAGE = re.compile(r"-?[0-9]{1,18}")
_PLACE = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True)
class Window:
    """What a scheduled digest adds to a query: when claims were stored, and whose are left out."""

    added_after: datetime | None = None
    added_until: datetime | None = None
    posted_by: str | None = None


@dataclass(frozen=True)
class Page:
    """How many claims to give, and after which page key."""

    limit: int
    cursor: str | None = None


@dataclass(frozen=True)
class _Term:
    """One thing that a claim must have: a place, an actor, or words."""

    subject: Subject
    speaks: bool

    @property
    def words(self) -> list[str]:
        words = stems(self.subject.id)
        return [claimant_word(word) for word in words] if self.speaks else words

    @property
    def link(self) -> Link:
        return "place" if self.subject.kind == "place" else "speaks" if self.speaks else "actor"

    @property
    def leads(self) -> tuple[DrivingIndex, ...]:
        """The indexes that together give all of its claims."""
        return ("mentioned", "speaks") if self.link == "actor" else (self.link,)

    @property
    def key(self) -> int | str:
        """What stands for the subject in the tables; no place has the number -1."""
        if self.subject.kind == "place":
            return int(self.subject.id) if _PLACE.fullmatch(self.subject.id) else -1
        return self.subject.id


def find_claims(
    connection: Connection, query: Query, window: Window, page: Page, now: datetime
) -> tuple[list[tuple[str, Claim]], int | None]:
    """The page after a page key, and how many claims there are in all, where that is known or soon counted."""
    totals = _totals(connection, query)
    statement, values = _plan(connection, query, window, totals, page.cursor)
    rows = connection.execute(claim_rows(connection.dialect.name, statement), values | {"limit": page.limit}).all()
    matches = [(str(key), claim) for key, claim in related_claims(connection, rows, now)]
    if page.cursor is None and len(matches) < page.limit:
        return matches, len(matches)
    return matches, _count(connection, query, window, totals) if query.counted else None


def find_disputed(connection: Connection, query: Query, limit: int, now: datetime) -> list[Claim]:
    """The newest claims that others exclude or deny, of the newest that a query asks for."""
    statement, values = newest(connection, query, Window(), Page(_LOOKED_THROUGH))
    relation, key_set = s.claim_relation.c, set[int]()
    for chunk in chunks(connection.execute(statement, values).scalars().all()):
        standing = (relation.claim_key.in_(chunk), relation.kind.in_(sorted(DISPUTES)), relation.until.is_(None))
        key_set |= set(connection.execute(select(relation.claim_key).where(*standing)).scalars())
        if len(key_set) >= limit:
            break
    keys = sorted(key_set, reverse=True)[:limit]
    rows = connection.execute(CLAIM_ROWS.where(s.claim.c.claim_key.in_(keys)).order_by(s.claim.c.claim_key.desc()))
    return [claim for _, claim in related_claims(connection, rows.all(), now)]


def newest(connection: Connection, query: Query, window: Window, page: Page) -> tuple[Keys, dict[str, Any]]:
    """The statement for the keys of the newest claims, and its parameters."""
    statement, values = _plan(connection, query, window, _totals(connection, query), page.cursor)
    return newest_keys(connection.dialect.name, statement), values | {"limit": page.limit}


def _count(connection: Connection, query: Query, window: Window, totals: Mapping[Subject, int]) -> int | None:
    """How many claims there are, up to the limit, where that can be told without looking at each."""
    if (query.about and (query.by or query.topic)) or _is_narrowed(query) or window != Window():
        return None
    known = [totals[subject] for subject in query.about if subject in totals and query.since is None]
    if len(query.about) == len(known) == 1 or max(known, default=0) >= COUNT_LIMIT:
        return min(max(known), COUNT_LIMIT)
    statement, values = _plan(connection, query, window, totals, None)
    limit = {"limit": COUNT_LIMIT}
    return int(connection.execute(counted(connection.dialect.name, statement), values | limit).scalar_one())


def _is_narrowed(query: Query) -> bool:
    """Whether a claim's own row has to be looked at."""
    return bool(query.kinds) or query.status is not None or query.measured


# --- what is asked, as a statement's key and its values --------------------------------------------------------


def _totals(connection: Connection, query: Query) -> dict[Subject, int]:
    """How many claims concern each place and actor of a query."""
    totals = {}
    for subject in {*query.about, *query.by}:
        if subject.kind != "words":
            statement = CLAIMS_OF_PLACE if subject.kind == "place" else CLAIMS_OF_ACTOR
            totals[subject] = connection.execute(statement, {"the_id": _Term(subject, speaks=False).key}).scalar() or 0
    return totals


def _plan(
    connection: Connection, query: Query, window: Window, totals: Mapping[Subject, int], cursor: str | None
) -> tuple[StatementKey, dict[str, Any]]:
    """The key of a query's statement, and the values that go with it."""
    values = _filters(query, window, cursor)
    filters = frozenset(values)
    recent = _few_recent(connection, window)
    values |= {} if recent is None else {"recent": recent}
    scans: list[IndexScan] = []
    for subject, speaker in product(query.about or (None,), query.by or (None,)):
        _add_scans(scans, values, _terms(subject, speaker, query.topic), totals, recent=recent is not None)
    return StatementKey(tuple(scans), filters), values


def _add_scans(
    scans: list[IndexScan], values: dict[str, Any], terms: list[_Term], totals: Mapping[Subject, int], *, recent: bool
) -> None:
    """Scans that together give all claims with those terms, each of the narrowest index that there is."""
    words = [word for term in terms if term.subject.kind == "words" for word in term.words or [""]]
    links = sorted((t for t in terms if t.subject.kind != "words"), key=lambda term: totals[term.subject])
    by_words = bool(words) and not (links and totals[links[0].subject] <= _FEW)
    leads: tuple[DrivingIndex, ...] = ("all",)
    leader = None
    if recent or by_words:
        leads = ("recent",) if recent else ("words",)
    elif links:
        leader = links.pop(0)
        leads = leader.leads
    for lead in leads:
        number = len(scans)
        scans.append(IndexScan(lead, tuple(term.link for term in links), bool(words) and lead != "words"))
        values |= {f"link_{number}_{n}": term.key for n, term in enumerate(links)}
        values |= {} if leader is None else {f"lead_{number}": leader.key}
        values |= {f"words_{number}": tuple(words)} if words else {}


def _terms(subject: Subject | None, speaker: Subject | None, topic: Subject | None) -> list[_Term]:
    terms = [_Term(required, speaks=False) for required in (subject, topic) if required]
    return [*terms, _Term(speaker, speaks=True)] if speaker else terms


def _few_recent(connection: Connection, window: Window) -> list[int] | None:
    """The keys of the claims that were added in the window, if they are few: then they lead the scan."""
    if window.added_after is None:
        return None
    return recent_keys(connection, added(vars(window)), _RECENT)


def _filters(query: Query, window: Window, cursor: str | None) -> dict[str, Any]:
    """What narrows a query, by the names of the statement's parameters."""
    if cursor is not None and not _PAGE.fullmatch(cursor):
        raise RequestError("That page is no longer there. Ask again from the start.")
    values = {
        **vars(window),
        "kinds": list(query.kinds) or None,
        "status": query.status,
        "measured": query.measured or None,
        "since": query.since and first_key(query.since),
        "until": query.until and first_key(query.until),
        "after": cursor and int(cursor),
    }
    return {name: value for name, value in values.items() if value is not None}
