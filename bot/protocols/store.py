"""What is remembered: the store that the use cases need."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from bot.protocols.claim_store import ClaimStore
from bot.protocols.sending_store import SendingStore
from bot.protocols.store_rooms import DeskStore, FeedStore, NoteStore
from digests.models import Article, Claim


class Store(ClaimStore, SendingStore, Protocol):
    """Everything that is remembered. Each method is one transaction; errors are `StoreError`."""

    @property
    def desk(self) -> DeskStore:
        """The desk's queue and decisions."""
        ...

    @property
    def feeds(self) -> FeedStore:
        """The feeds that are watched."""
        ...

    @property
    def notes(self) -> NoteStore:
        """What workspaces have set, by name."""
        ...

    async def bring_back(self, now: datetime, limit: datetime, *, sure: bool) -> int:
        """Bring back what a clock that was ahead has noted as later than the limit, and say how many rows that is.

        sure: whether the clock is right now.
        """
        ...

    async def reword(self, work: Callable[[Claim, Article], Claim]) -> int:
        """Let `work` put in words every current claim that another program has worded; gives how many there were."""
        ...

    async def forget(self, limit: datetime, now: datetime) -> int:
        """Forget what is older, apart from what a digest or a correction may still need; gives how many articles."""
        ...

    async def close(self) -> None:
        """Let go of the database."""
        ...
