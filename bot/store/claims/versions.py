"""Which versions of articles count: the newest of each, unless another article has taken its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, exists, not_, or_, select, update

from bot.store import schema as s
from bot.store.columns import plain_text
from bot.store.dialect import chunks
from digests.models import Article

Version = tuple[str, int]  # an article's id, and which version of it


def version_of(article: Article) -> Version:
    """The version that an article is."""
    return plain_text(article.id), article.version


def version_rows(connection: Connection, rows: Select[Any], versions: Sequence[Version]) -> Iterator[Any]:
    """The rows of those versions, of a query that gives rows of articles with their ids and versions.

    Ids and versions are asked for apart: for pairs of values SQLite would look through the whole table.
    """
    for chunk in chunks(versions):
        versions_asked = set(chunk)
        ids, numbers = sorted({i for i, _ in versions_asked}), sorted({number for _, number in versions_asked})
        for row in connection.execute(rows.where(s.article.c.id.in_(ids), s.article.c.version.in_(numbers))):
            if (row.id, row.version) in versions_asked:
                yield row


def settle_versions(connection: Connection, article_ids: set[str]) -> tuple[set[Version], set[Version]]:
    """Work out anew which versions are current, whatever the order of adding; gives those that became (in)visible."""
    newly_visible: set[Version] = set()
    newly_hidden: set[Version] = set()
    for chunk in chunks(sorted(article_ids)):
        superseded_ids = select(s.article.c.supersedes).where(
            s.article.c.id.in_(chunk), s.article.c.supersedes.is_not(None)
        )
        in_scope = s.article.c.id.in_({*chunk, *connection.execute(superseded_ids).scalars()})
        usable = s.article.c.status == "usable"
        visible = select(s.article.c.id, s.article.c.version).where(in_scope, s.article.c.current, usable)
        earlier = {(row.id, row.version) for row in connection.execute(visible)}
        current = _is_current()
        connection.execute(update(s.article).where(in_scope, s.article.c.current != current).values(current=current))
        later = {(row.id, row.version) for row in connection.execute(visible)}
        newly_visible |= later - earlier
        newly_hidden |= earlier - later
    return newly_visible - newly_hidden, newly_hidden - newly_visible


def _is_current() -> Any:
    other, newer = s.article.alias("other"), s.article.alias("newer")
    outdated = exists().where(newer.c.id == s.article.c.id, newer.c.version > s.article.c.version)
    has_successor = exists().where(
        other.c.supersedes == s.article.c.id,
        other.c.id != s.article.c.id,
        ~exists().where(newer.c.id == other.c.id, newer.c.version > other.c.version),
    )
    return not_(or_(outdated, has_successor))
