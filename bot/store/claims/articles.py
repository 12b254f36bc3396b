"""Articles and their claims: what is written when one is read, and which versions count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, or_, select, text, update

from bot.store import schema as s
from bot.store.claims.index import index_claims, unindex_claims
from bot.store.claims.keys import SECOND, first_key
from bot.store.claims.lookup import article_version
from bot.store.claims.relations import SourcedKeyedClaim, relate_claims, withdraw_relations
from bot.store.claims.rows import CLAIM_ROWS, KeyedClaim, article_row, claim_of, claim_row
from bot.store.claims.versions import Version, settle_versions, version_of
from bot.store.columns import iso, plain_text
from bot.store.dialect import chunks, insert_statements, run_for_rows
from digests.models import Article, Claim

_ADDING = 0x61646420  # the lock that lets one process add at a time
_ADD_ARTICLES = insert_statements(s.article)
_ADD_CLAIMS = insert_statements(s.claim)
_ADD_FIGURES = insert_statements(s.claim_figure)
_STORED = select(s.article.c.id, s.article.c.version, s.article.c.supersedes).where(
    or_(
        s.article.c.id.in_(bindparam("ids", expanding=True)),
        s.article.c.supersedes.in_(bindparam("ids", expanding=True)),
    )
)
_LAST_KEY = select(func.max(s.claim.c.claim_key)).where(
    s.claim.c.claim_key >= bindparam("first"), s.claim.c.claim_key < bindparam("end")
)

Item = tuple[Article, Sequence[Claim]]


# --- adding ---------------------------------------------------------------------------------------------------


def add_articles(
    connection: Connection, items: Sequence[Item], now: datetime, *, news: bool = True, relate: bool = True
) -> list[bool]:
    """Write versions of articles with their claims; False for each one that is stored already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ADDING})
    new_items, all_current = _not_stored(connection, items)
    new = list(new_items.values())
    keyed_claims = _keyed(connection, new, now)
    rows = [article_row(article, iso(now), current=all_current, news=news) for article, _ in new]
    run_for_rows(connection, _ADD_ARTICLES, rows)
    versions = {version_of(article) for article, _ in new}
    if all_current:
        visible, hidden = versions, set[Version]()
    else:
        visible, hidden = settle_versions(connection, {article.id for article, _ in new})
    _insert_claims(connection, new, keyed_claims, visible)
    for version in sorted(hidden):
        hide_version(connection, version, now)
    again = [item for version in sorted(visible - versions) for item in _show_again(connection, version)]
    first = [
        (article, claim)
        for (article, _), claims in zip(new, keyed_claims, strict=True)
        if version_of(article) in visible
        for claim in claims
    ]
    index_claims(connection, [claim for _, claim in first])
    if relate:
        relate_claims(connection, [*again, *first], now)
    return [index in new_items for index in range(len(items))]


def _not_stored(connection: Connection, items: Sequence[Item]) -> tuple[dict[int, Item], bool]:
    """The items to add, by their place: the first of each version that is not stored.

    Also whether all of them are current, since nothing takes the place of anything.
    """
    ids = sorted({article.id for article, _ in items})
    known: set[tuple[str, int]] = set()
    any_supersedes = False
    for chunk in chunks(ids):
        for article_id, version, supersedes in connection.execute(_STORED, {"ids": list(chunk)}):
            known.add((article_id, version))
            any_supersedes |= supersedes is not None
    stored = {article_id for article_id, _ in known}
    new_items: dict[int, Item] = {}
    for index, (article, claims) in enumerate(items):
        if version_of(article) not in known:
            known.add(version_of(article))
            new_items[index] = article, claims
    new = [article for article, _ in new_items.values()]
    alone = len({plain_text(article.id) for article in new} - stored) == len(new)
    return new_items, alone and not any_supersedes and all(a.supersedes is None and a.status == "usable" for a in new)


def _insert_claims(
    connection: Connection, items: Sequence[Item], keyed_claims: Sequence[Sequence[KeyedClaim]], visible: set[Version]
) -> None:
    rows, figures = [], []
    for (article, _), claims in zip(items, keyed_claims, strict=True):
        if len({claim.id for _, claim in claims}) < len(claims):
            raise ValueError("the ids of an article's claims must be unique")
        current = version_of(article) in visible
        rows += [claim_row(article, claim, ordinal, current=current) for ordinal, claim in enumerate(claims)]
        figures += [row for claim in claims for row in _figure_rows(claim)]
    run_for_rows(connection, _ADD_CLAIMS, rows)
    run_for_rows(connection, _ADD_FIGURES, figures)


def _figure_rows(keyed_claim: KeyedClaim) -> Iterator[tuple[Any, ...]]:
    for ordinal, figure in enumerate(keyed_claim.claim.figures):
        numbers = (figure.value, figure.low, figure.high)
        texts = (figure.unit, figure.what, figure.party, figure.bound, figure.surface)
        yield keyed_claim.key, ordinal, *numbers, *(text and plain_text(text) for text in texts)


def _keyed(connection: Connection, items: Sequence[Item], now: datetime) -> list[list[KeyedClaim]]:
    """Each article's claims with new keys, in the order of the text."""
    # Last first, so that newest first gives the claims of one moment in the order of the text.
    article_claims = [(article, claim) for article, claims in items for claim in reversed(claims)]
    moments = [first_key(claim.said_at or article.date_published or now) for article, claim in article_claims]
    keys = iter(list(_keys(connection, moments)))
    return [
        [KeyedClaim(key, claim) for claim, key in zip(claims, [next(keys) for _ in claims][::-1], strict=True)]
        for _, claims in items
    ]


def _keys(connection: Connection, moments: Sequence[int]) -> Iterator[int]:
    """The next free key of each moment, or of a second after it once that one is full."""
    last = dict(_last_keys(connection, set(moments)))
    for moment in moments:
        first = moment
        while last[first] == first + SECOND - 1:
            first += SECOND
            if first not in last:
                last |= dict(_last_keys(connection, {first}))
        last[first] += 1
        yield last[first]


def _last_keys(connection: Connection, firsts: Iterable[int]) -> Iterator[tuple[int, int]]:
    for first in sorted(firsts):
        last = connection.execute(_LAST_KEY, {"first": first, "end": first + SECOND}).scalar()
        yield first, first - 1 if last is None else last


# --- versions that come and go --------------------------------------------------------------------------------


def hide_version(connection: Connection, version: Version, now: datetime) -> None:
    """Let the claims of a version be found no more, and withdraw their relations."""
    claims = _change(connection, version, current=False)
    unindex_claims(connection, [claim for _, claim in claims])
    withdraw_relations(connection, claims, now)


def _show_again(connection: Connection, version: Version) -> list[SourcedKeyedClaim]:
    """Let the claims of a version be found again; gives them with their article."""
    claims = _change(connection, version, current=True)
    index_claims(connection, [claim for _, claim in claims])
    return claims


def _change(connection: Connection, version: Version, *, current: bool) -> list[SourcedKeyedClaim]:
    claim = s.claim.c
    belongs = (claim.article_id == version[0], claim.version == version[1])
    connection.execute(update(s.claim).where(*belongs).values(current=current))
    rows = connection.execute(CLAIM_ROWS.where(*belongs))
    article = article_version(connection, *version)
    return [(article, KeyedClaim(row.claim_key, claim_of(row))) for row in rows] if article else []
