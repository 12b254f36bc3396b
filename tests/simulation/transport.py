"""A platform that answers late, never, twice over, with refusals, or dies under us, as a seed draws it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from random import Random

from bot.errors import DeliveryError, DestinationError, UnknownOutcomeError
from bot.models import Delivery, PlatformName

#: What may happen to a post, and how often of a hundred.
FAULTS = {"limited": 4, "refused": 4, "lost request": 4, "lost answer": 6, "closed": 1, "crash": 2, "blind": 2}

_REFUSALS: dict[str | None, Callable[[float], DeliveryError]] = {
    "limited": lambda seconds: DeliveryError("slow down", retry_after=seconds),
    "refused": lambda _: DeliveryError("bad gateway"),
    "lost request": lambda _: DeliveryError("no answer", maybe_posted=True),
    "closed": lambda _: DestinationError("the channel is closed"),
}


class Death(BaseException):
    """The process dies here; nothing catches it."""


class Transport:
    """Keeps what readers see, by channel, in order."""

    name: PlatformName = "discord"

    def __init__(self, random: Random, *, naive: bool = False) -> None:
        self._random, self._naive = random, naive
        self.is_calm = False
        self.seen: dict[str, list[str]] = defaultdict(list)

    async def post(self, delivery: Delivery) -> str:
        """Post, or fail in one of many ways; a message is looked for where an earlier attempt may have posted it."""
        channel, fault = self.seen[delivery.destination.channel], self._fault()
        if delivery.maybe_posted_since is not None and not self._naive:
            if fault == "blind":
                raise UnknownOutcomeError("the history cannot be read")
            if delivery.id in channel:
                return delivery.id
        if fault in _REFUSALS:
            raise _REFUSALS[fault](self._random.choice([0.5, 30.0, 4000.0]))
        channel.append(delivery.id)
        if fault == "lost answer":
            raise DeliveryError("no answer", maybe_posted=True)
        if fault == "crash":
            raise Death
        return delivery.id

    def _fault(self) -> str | None:
        number = 100.0 if self.is_calm else self._random.random() * 100
        for fault, share in FAULTS.items():
            number -= share
            if number < 0:
                return fault
        return None
