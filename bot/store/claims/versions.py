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
    shown: set[Version] = set()
    hidden: set[Version] = set()
    for chunk in chunks(sorted(article_ids)):
        replaced = select(s.article.c.supersedes).where(s.article.c.id.in_(chunk), s.article.c.supersedes.is_not(None))
        touched = s.article.c.id.in_({*chunk, *connection.execute(replaced).scalars()})
        usable = s.article.c.status == "usable"
        visible = select(s.article.c.id, s.article.c.version).where(touched, s.article.c.current, usable)
        before = {(row.id, row.version) for row in connection.execute(visible)}
        current = _is_current()
        connection.execute(update(s.article).where(touched, s.article.c.current != current).values(current=current))
        after = {(row.id, row.version) for row in connection.execute(visible)}
        shown |= after - before
        hidden |= before - after
    return shown - hidden, hidden - shown


def _is_current() -> Any:
    other, newer = s.article.alias("other"), s.article.alias("newer")
    outdated = exists().where(newer.c.id == s.article.c.id, newer.c.version > s.article.c.version)
    replaced = exists().where(
        other.c.supersedes == s.article.c.id,
        other.c.id != s.article.c.id,
        ~exists().where(newer.c.id == other.c.id, newer.c.version > other.c.version),
    )
    return not_(or_(outdated, replaced))
