"""The feeds that are watched, and what was taken from each."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, exists, select, update

from bot.models import Feed, FeedHealth
from bot.store import schema as s
from bot.store.access import Access
from bot.store.dialect import add_new

_columns = s.feed.c
_HEALTH = frozenset(FeedHealth.model_fields)


class FeedTable:
    """The table of feeds; each method is one transaction."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def add(self, feed: Feed) -> bool:
        """Add a feed; False if one with its address is watched already."""
        return await self._access.write(lambda c: add_new(c, s.feed, _row(feed) | {"seen": "[]"}))

    async def all(self) -> list[Feed]:
        """Every feed, by address."""
        return await self._access.read(lambda c: _feeds(c, select(*_SHOWN).order_by(_columns.url)))

    async def are_due(self, now: datetime) -> bool:
        """Whether a feed is due."""
        return await self._access.read(lambda c: bool(c.execute(select(exists().where(*_due(now)))).scalar_one()))

    async def take(self, now: datetime, *, lease_end: datetime, limit: int) -> list[Feed]:
        """The feeds that are due, longest first; nobody else is given them until the lease ends."""
        return await self._access.write(lambda c: _take(c, now, lease_end, limit))

    async def seen(self, feed_id: str) -> frozenset[str]:
        """The hashes of the entries that were taken from a feed at the last look."""
        row = await self._access.read(lambda c: c.execute(select(_columns.seen).where(_columns.id == feed_id)).scalar())
        return frozenset(json.loads(row or "[]"))

    async def note(self, feed: Feed, hashes: Collection[str] | None = None) -> bool:
        """Note how a feed is doing, and where it has moved to; what an operator has set meanwhile stays.

        False if it is gone, or another one is watched there.
        """
        values: dict[str, Any] = feed.health.model_dump() | {"url": feed.url, "sites": json.dumps(feed.sites)}
        if hashes is not None:
            values["seen"] = json.dumps(sorted(hashes))
        return await self._access.write(lambda c: _change(c, feed, values))

    async def update(self, feed: Feed) -> bool:
        """Replace what an operator sets of a feed, and when it is due; False if it is gone."""
        values = {name: value for name, value in _row(feed).items() if name not in _HEALTH}
        values |= {"next_due": feed.health.next_due, "retired": feed.health.retired}
        return await self._access.write(lambda c: _change(c, feed, values))

    async def remove(self, feed_id: str) -> bool:
        """Remove a feed; its articles stay."""
        return await self._access.write(lambda c: c.execute(delete(s.feed).where(_columns.id == feed_id)).rowcount == 1)


_SHOWN = [column for column in _columns if column.name != "seen"]


def _due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return ~_columns.paused, ~_columns.retired, _columns.mode != "off", _columns.next_due <= now


def _take(connection: Connection, now: datetime, lease_end: datetime, limit: int) -> list[Feed]:
    rows = select(*_SHOWN).where(*_due(now)).order_by(_columns.next_due).limit(limit)
    feeds = _feeds(connection, rows.with_for_update(skip_locked=True))
    if feeds:
        leased = update(s.feed).where(_columns.id.in_([feed.id for feed in feeds]))
        connection.execute(leased.values(next_due=lease_end))
    return feeds


def _change(connection: Connection, feed: Feed, values: dict[str, Any]) -> bool:
    other = s.feed.alias().c
    is_taken = exists().where(other.url == feed.url, other.id != feed.id)
    return connection.execute(update(s.feed).where(_columns.id == feed.id, ~is_taken).values(values)).rowcount == 1


def _feeds(connection: Connection, rows: Any) -> list[Feed]:
    return [_feed(row) for row in connection.execute(rows).mappings()]


def _row(feed: Feed) -> dict[str, Any]:
    return feed.model_dump(exclude={"health"}) | feed.health.model_dump() | {"sites": json.dumps(feed.sites)}


def _feed(row: Any) -> Feed:
    health = FeedHealth(**{name: row[name] for name in _HEALTH})
    fields = {name: value for name, value in row.items() if name not in _HEALTH}
    return Feed(**{**fields, "sites": tuple(json.loads(row["sites"])), "health": health})
