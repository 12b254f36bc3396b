"""Finding claims, newest first: every branch of a query walks an index by claim key and stops at its limit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Any, NamedTuple

from sqlalchemy import Connection

from bot.errors import RequestError
from bot.store.articles import first_key
from bot.store.cache import Memory
from bot.store.lookup import claims_of, recent_keys
from bot.store.search_index import link_no
from bot.store.search_statements import ENTITY, Keys, Lead, Shape, Walk, added, claim_rows, counted, newest_keys
from bot.store.stemming import claimant_word, stems
from digests.models import Claim, Query, Subject

#: Counting stops here; a reader is told “200 or more”.
COUNT_LIMIT = 200
_FEW = 1_000  # so many are quicker looked at one by one than found by their words
_RECENT = 300  # articles: so many are quicker opened than found among all claims of a subject

_PAGE = re.compile(r"-?[0-9]{1,18}")


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
    after: str | None = None


@dataclass(frozen=True)
class _Term:
    """One thing that a claim must have: a place, an actor, or words."""

    subject: Subject
    own: bool

    @property
    def words(self) -> list[str]:
        found = stems(self.subject.id)
        return [claimant_word(word) for word in found] if self.own else found


def find_claims(
    connection: Connection, memory: Memory, query: Query, window: Window, page: Page
) -> tuple[list[tuple[str, Claim]], int | None]:
    """The page after a page key, and how many claims there are in all, where that is known or soon counted."""
    known = _known(connection, query)
    shape, values = _plan(connection, query, window, known, page.after)
    rows = connection.execute(claim_rows(connection.dialect.name, shape), values | {"limit": page.limit}).all()
    found = [(str(key), claim) for key, claim in claims_of(connection, memory, rows)]
    if page.after is None and len(found) < page.limit:
        return found, len(found)
    return found, _count(connection, query, window, known)


def newest(connection: Connection, query: Query, window: Window, page: Page) -> tuple[Keys, dict[str, Any]]:
    """The statement for the keys of the newest claims, and its parameters."""
    shape, values = _plan(connection, query, window, _known(connection, query), page.after)
    return newest_keys(connection.dialect.name, shape), values | {"limit": page.limit}


def _count(connection: Connection, query: Query, window: Window, known: Mapping[Subject, _Entity]) -> int | None:
    """How many claims there are, up to the limit, where that can be told without looking at each."""
    if (query.about and query.by) or query.kinds or query.status is not None or window != Window():
        return None
    if len(query.about) == 1 and query.about[0] in known and query.since is None:
        return min(known[query.about[0]].claims, COUNT_LIMIT)
    shape, values = _plan(connection, query, window, known, None)
    return int(
        connection.execute(counted(connection.dialect.name, shape), values | {"limit": COUNT_LIMIT}).scalar_one()
    )


# --- what is asked, as a shape and its values -----------------------------------------------------------------


class _Entity(NamedTuple):
    """A place's or an actor's number, and how many claims concern it."""

    no: int = -1
    claims: int = 0


def _known(connection: Connection, query: Query) -> dict[Subject, _Entity]:
    """The places and actors of a query."""
    found = {}
    for subject in {*query.about, *query.by}:
        if subject.kind != "words":
            row = connection.execute(ENTITY, {"the_id": f"{subject.kind}:{subject.id}"}).first()
            found[subject] = _Entity(*row) if row else _Entity()
    return found


def _plan(
    connection: Connection, query: Query, window: Window, known: Mapping[Subject, _Entity], after: str | None
) -> tuple[Shape, dict[str, Any]]:
    """The shape of a query's statement, and the values that go with it."""
    values = _filters(query, window, after)
    given = frozenset(values)
    recent = _few_recent(connection, window)
    values |= {} if recent is None else {"recent": recent}
    walks: list[Walk] = []
    for about, by in product(query.about or (None,), query.by or (None,)):
        _add_walks(walks, values, _terms(about, by), known, recent=recent is not None)
    return Shape(tuple(walks), given), values


def _add_walks(
    walks: list[Walk], values: dict[str, Any], terms: list[_Term], known: Mapping[Subject, _Entity], *, recent: bool
) -> None:
    """Walks that together give all claims with those terms, each by the narrowest index that there is."""
    words = [word for term in terms if term.subject.kind == "words" for word in term.words or [""]]
    links = sorted((t for t in terms if t.subject.kind != "words"), key=lambda term: known[term.subject].claims)
    by_words = bool(words) and not (links and known[links[0].subject].claims <= _FEW)
    numbers = [_numbers(term, known[term.subject].no) for term in links]
    lead: Lead
    lead = "recent" if recent else "words" if by_words else "link" if links else "all"
    for leader in numbers.pop(0) if lead == "link" else [None]:
        at = len(walks)
        walks.append(Walk(lead, tuple(map(len, numbers)), bool(words) and lead != "words"))
        values |= {f"link_{at}_{n}_{m}": no for n, some in enumerate(numbers) for m, no in enumerate(some)}
        values |= {} if leader is None else {f"lead_{at}": leader}
        values |= {f"words_{at}": tuple(words)} if words else {}


def _terms(about: Subject | None, by: Subject | None) -> list[_Term]:
    terms = [_Term(about, False)] if about else []
    return [*terms, _Term(by, True)] if by else terms


def _numbers(term: _Term, no: int) -> list[int]:
    """What stands for a subject in links: one number for places, which have no claims of their own, two for actors."""
    own, others = link_no(no, own=True), link_no(no, own=False)
    return [own] if term.own else [others] if term.subject.kind == "place" else [others, own]


def _few_recent(connection: Connection, window: Window) -> list[int] | None:
    """The keys of the claims that were added in the window, if they are few: then they lead the walk."""
    if window.added_after is None:
        return None
    return recent_keys(connection, added(vars(window)), _RECENT)


def _filters(query: Query, window: Window, after: str | None) -> dict[str, Any]:
    """What narrows a query, by the names of the statement's parameters."""
    if after is not None and not _PAGE.fullmatch(after):
        raise RequestError("That page is no longer there. Ask again from the start.")
    given = {
        **vars(window),
        "kinds": list(query.kinds) or None,
        "status": query.status,
        "since": query.since and first_key(query.since),
        "after": after and int(after),
    }
    return {name: value for name, value in given.items() if value is not None}
