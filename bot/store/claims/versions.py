"""Which versions of articles count: the newest of each, unless another article has taken its place."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, exists, not_, or_, select, update

from bot.store import schema as s
from bot.store.columns import plain_text
from bot.store.dialect import chunks
from digests.models import Article

Version = tuple[str, int]  # an article's id, and which version of it


def version_of(article: Article) -> Version:
    """The version that an article is."""
    return plain_text(article.id), article.version


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
