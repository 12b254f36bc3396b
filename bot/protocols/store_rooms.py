"""What is remembered beside articles and schedules: feeds, the desk and notes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from bot.models import AuditRow, ClaimEdit, DeskItem, DeskState, Feed


class FeedStore(Protocol):
    """The feeds that are watched. Each method is one transaction; errors are `StoreError`."""

    async def add(self, feed: Feed) -> bool:
        """Add a feed; False if one with its address is watched already."""
        ...

    async def all(self) -> list[Feed]:
        """Every feed, by address."""
        ...

    async def are_due(self, now: datetime) -> bool:
        """Whether a feed is due."""
        ...

    async def take(self, now: datetime, *, lease_end: datetime, limit: int) -> list[Feed]:
        """The feeds that are due, longest first; nobody else is given them until the lease ends."""
        ...

    async def seen(self, feed_id: str) -> frozenset[str]:
        """The hashes of the entries that were taken from a feed at the last look."""
        ...

    async def note(self, feed: Feed, hashes: Collection[str] | None = None) -> bool:
        """Note how a feed is doing, where it has moved to, and what was taken of it.

        False if it is gone, or another one is watched there.
        """
        ...

    async def update(self, feed: Feed) -> bool:
        """Replace what an operator sets of a feed, and when it is due; False if it is gone."""
        ...

    async def remove(self, feed_id: str) -> bool:
        """Remove a feed; its articles stay."""
        ...


class DeskStore(Protocol):
    """The desk's queue and decisions. Each method is one transaction; errors are `StoreError`."""

    async def add(self, item: DeskItem, row: AuditRow) -> bool:
        """Let something wait; False if it waits or was decided already."""
        ...

    async def item(self, item_id: str) -> DeskItem | None:
        """One item."""
        ...

    async def items(self, tenant: str | None, states: tuple[DeskState, ...], *, limit: int = 100) -> list[DeskItem]:
        """A tenant's items in some states, oldest first; or, for the operator alone, everybody's."""
        ...

    async def unfinished(self) -> list[DeskItem]:
        """What was approved and not put in, as the process ended in between."""
        ...

    async def waiting(self) -> int:
        """How many items wait, everybody's together."""
        ...

    async def decide(self, item: DeskItem, row: AuditRow) -> bool:
        """Put an item in the place of itself as it was read; False if somebody else has decided meanwhile."""
        ...

    async def edits(self, article_id: str) -> list[ClaimEdit]:
        """What the desk has set of an article's claims."""
        ...

    async def edit(self, edits: list[ClaimEdit], row: AuditRow) -> None:
        """Set how claims are read, in the place of what was set of them."""
        ...

    async def note(self, row: AuditRow) -> None:
        """Note a decision that changes nothing here."""
        ...

    async def forget(self, limit: datetime) -> int:
        """Forget decisions that are older, and say how many."""
        ...

    async def audit(self, tenant: str | None = None, *, subject: str | None = None, limit: int = 100) -> list[AuditRow]:
        """The latest decisions, newest first, of a tenant or of everybody."""
        ...


class NoteStore(Protocol):
    """What workspaces have set, by name. Each method is one transaction; errors are `StoreError`."""

    async def read(self, tenant: str, name: str) -> str:
        """What is noted under a name; nothing where nothing is."""
        ...

    async def write(self, tenant: str, name: str, text: str) -> None:
        """Note something in the place of what was noted; nothing forgets it."""
        ...

    async def take(self, tenant: str, name: str) -> str:
        """What is noted under a name, which is then no more; of two who take it at once one gets nothing."""
        ...

    async def prune(self, prefix: str, limit: str) -> None:
        """Forget notes of names with a prefix whose texts sort before the limit."""
        ...
