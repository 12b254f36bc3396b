"""What posts digests, and what may order their lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from bot.models import Delivery, PlatformName
from digests.models import SourcedClaim

if TYPE_CHECKING:
    from digests.composing.ranking import Selection


class Ranker(Protocol):
    """Something that may choose a digest's lines among those that are fit to print."""

    async def choose(self, claims: Sequence[SourcedClaim], *, now: datetime, limit: int) -> Selection | None:
        """At most `limit` lines, or none where the digest shall be made by rule; never raises."""
        ...


class Poster(Protocol):
    """Something that posts digests to a platform."""

    name: PlatformName

    async def post(self, delivery: Delivery) -> str:
        """Post a delivery and return the platform's message id; raises `DeliveryError`.

        The delivery's id is the idempotency key: a second call for one delivery must not post twice
        where the platform gives a way to prevent it. One that `edits` a message takes its place; one with a
        `thread` is a note to that message.
        """
        ...


class Client(Poster, Protocol):
    """A platform with a connection to keep."""

    def is_connected(self) -> bool:
        """Whether commands can arrive now."""
        ...

    async def run(self) -> None:
        """Connect, serve commands and stay connected until cancelled or closed."""
        ...

    async def close(self) -> None:
        """End the connection cleanly."""
        ...
