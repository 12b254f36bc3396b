"""Finding claims, newest first: every branch of a query walks an index by claim key and stops at its limit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, cast, column, exists, func, or_, select, union_all
from sqlalchemy import literal_column as sql
from sqlalchemy import table as virtual_table
from sqlalchemy.dialects.postgresql import TSQUERY

from bot.errors import RequestError
from bot.store import schema as s
from bot.store.articles import CLAIM_ROWS, claims_of, first_key, recent_keys
from bot.store.packing import Values
from bot.store.words import claimant_word, stems
from digests.models import Claim, Query, Subject

#: Counting stops here; a reader is told “200 or more”.
COUNT_LIMIT = 200
_FEW = 1_000  # so many are quicker looked at one by one than found by their words
_RECENT = 300  # articles: so many are quicker opened than found among all claims of a subject

_PAGE = re.compile(r"-?[0-9]{1,18}")
_WORDS = virtual_table("claim_words", column("rowid", s.Big), column("claim_key", s.Big), column("words"))

Keys = Select[Any]
Condition = ColumnElement[bool]


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
    connection: Connection, memory: Values, query: Query, window: Window, page: Page
) -> tuple[list[tuple[str, Claim]], int | None]:
    """The page after a page key, and how many claims there are in all, where that is known or soon counted."""
    keys = newest(connection, query, window, page).subquery("newest")
    rows = CLAIM_ROWS.join(keys, keys.c.key == s.claim.c.claim_key).order_by(s.claim.c.claim_key.desc())
    found = [(str(key), claim) for key, claim in claims_of(connection, memory, connection.execute(rows).all())]
    if page.after is None and len(found) < page.limit:
        return found, len(found)
    return found, _count(connection, query, window)


def _count(connection: Connection, query: Query, window: Window) -> int | None:
    """How many claims there are, up to the limit, where that can be told without looking at each."""
    if (query.about and query.by) or query.kinds or query.status is not None or window != Window():
        return None
    if len(query.about) == 1 and query.about[0].kind != "words" and query.since is None:
        return min(_size(connection, query.about[0]), COUNT_LIMIT)
    keys = newest(connection, query, window, Page(COUNT_LIMIT)).subquery("newest")
    return connection.execute(select(func.count()).select_from(keys)).scalar_one()


def newest(connection: Connection, query: Query, window: Window, page: Page) -> Keys:
    """The keys of the newest claims: the newest of each branch, then the newest of those."""
    recent = _few_recent(connection, window)
    branches = [
        rows
        for about, by in product(query.about or (None,), query.by or (None,))
        for rows in _branches(connection, _terms(about, by), recent)
    ]
    cut = [
        rows.where(*_filters(key, query, window), *_bounds(key, query.since, page.after))
        .order_by(key.desc())
        .limit(page.limit)
        for key, rows in branches
    ]
    if len(cut) == 1:
        return cut[0]
    either = union_all(*(select(rows.subquery().c.key) for rows in cut)).subquery("either")
    return select(either.c.key).distinct().order_by(either.c.key.desc()).limit(page.limit)


def _terms(about: Subject | None, by: Subject | None) -> list[_Term]:
    terms = [_Term(about, False)] if about else []
    return [*terms, _Term(by, True)] if by else terms


# --- what leads the walk --------------------------------------------------------------------------------------


def _branches(connection: Connection, terms: list[_Term], recent: Keys | None) -> list[tuple[ColumnElement[int], Keys]]:
    """Walks that together give all claims with those terms, each by the narrowest index that there is."""
    words = [word for term in terms if term.subject.kind == "words" for word in term.words or [""]]
    links = [term for term in terms if term.subject.kind != "words"]
    if len(terms) > 1 and links:
        sizes = {term: _size(connection, term.subject) for term in links}
        links.sort(key=lambda term: sizes[term])
        by_words = bool(words) and sizes[links[0]] > _FEW
    else:
        by_words = bool(words)
    led: list[tuple[ColumnElement[int], Keys]]
    if recent is not None:
        led = [(s.claim.c.claim_key, recent)]
    elif by_words:
        led = [_by_words(connection, words)]
        words = []
    elif links:
        led = _by_link(links.pop(0))
    else:
        led = [(s.claim.c.claim_key, select(s.claim.c.claim_key.label("key")).where(s.claim.c.current))]
    return [(key, rows.where(*_also(connection, key, links, words))) for key, rows in led]


def _also(connection: Connection, key: ColumnElement[int], links: list[_Term], words: list[str]) -> list[Condition]:
    """What a claim that leads the walk must have besides."""
    conditions = [_linked(term, key) for term in links]
    if words:
        other, rows = _by_words(connection, words)
        conditions.append(rows.where(other == key).exists())
    return conditions


def _size(connection: Connection, subject: Subject) -> int:
    counted = select(s.entity.c.claims).where(s.entity.c.id == f"{subject.kind}:{subject.id}")
    return connection.execute(counted).scalar() or 0


def _by_link(term: _Term) -> list[tuple[ColumnElement[int], Keys]]:
    links = s.claim_entity.c
    return [
        (links.claim_key, select(links.claim_key.label("key")).where(links.entity == number))
        for number in _link_numbers(term)
    ]


def _linked(term: _Term, key: ColumnElement[int]) -> Condition:
    other = s.claim_entity.alias("other").c
    either = (exists().where(other.entity == number, other.claim_key == key) for number in _link_numbers(term))
    return or_(*either)


def _link_numbers(term: _Term) -> list[Any]:
    """What stands for a subject in links: one number for places, which have no claims of their own, two for actors."""
    number = select(s.entity.c.no).where(s.entity.c.id == f"{term.subject.kind}:{term.subject.id}").scalar_subquery()
    others, own = number * 2, number * 2 + 1
    return [own] if term.own else [others] if term.subject.kind == "place" else [others, own]


def _by_words(connection: Connection, words: Sequence[str]) -> tuple[ColumnElement[int], Keys]:
    """The claims with all those words; words are letters and digits alone, so no syntax can slip in."""
    if connection.dialect.name == "postgresql":
        key = _WORDS.c.claim_key
        wanted = cast(" & ".join(_phrase(word, "'", " | ") for word in words if word), TSQUERY)
        return key, select(key.label("key")).where(_WORDS.c.words.op("@@")(wanted))
    key = _WORDS.c.rowid
    # An empty phrase matches nothing, as an empty tsquery does.
    phrases = " AND ".join(_phrase(word, '"', " OR ") for word in words)
    return key, select(key.label("key")).where(sql("claim_words").op("MATCH")(phrases))


def _phrase(word: str, mark: str, either: str) -> str:
    """A word of the text or of the claimant's name; a claimant's word is that alone."""
    spellings = (word,) if not word or word == claimant_word(word) else (word, claimant_word(word))
    return "(" + either.join(f"{mark}{spelling}{mark}" for spelling in spellings) + ")"


# --- what narrows it ------------------------------------------------------------------------------------------


def _few_recent(connection: Connection, window: Window) -> Keys | None:
    """The claims that were added in the window, if they are few: then they lead the walk."""
    keys = None if window.added_after is None else recent_keys(connection, _added(window), _RECENT)
    if keys is None:
        return None
    return select(s.claim.c.claim_key.label("key")).where(s.claim.c.claim_key.in_(keys), s.claim.c.current)


def _added(window: Window) -> list[Condition]:
    conditions: list[Condition] = []
    if window.added_after is not None:
        conditions.append(s.article.c.added_at > window.added_after)
    if window.added_until is not None:
        conditions.append(s.article.c.added_at <= window.added_until)
    return conditions


def _filters(key: ColumnElement[int], query: Query, window: Window) -> list[Condition]:
    """Conditions on the claim's own row and its article's, which are looked at for each key."""
    claim = s.claim.alias("own")
    rows: list[Condition] = []
    if query.kinds:
        rows.append(claim.c.kind.in_(query.kinds))
    if query.status is not None:
        rows.append(claim.c.status == query.status)
    if window.posted_by is not None:
        posted = s.posted_claim.c
        rows.append(~exists().where(posted.schedule_id == window.posted_by, posted.claim_id == claim.c.id))
    added = _added(window)
    if added:
        rows.append(exists().where(s.article.c.no == claim.c.article_no, *added))
    return [exists().where(claim.c.claim_key == key, *rows)] if rows else []


def _bounds(key: ColumnElement[int], since: datetime | None, after: str | None) -> list[Condition]:
    bounds: list[Condition] = []
    if since is not None:
        bounds.append(key >= first_key(since))
    if after is not None:
        if not _PAGE.fullmatch(after):
            raise RequestError("That page is no longer there. Ask again from the start.")
        bounds.append(key < int(after))
    return bounds
