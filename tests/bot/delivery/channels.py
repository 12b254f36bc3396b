"""A channel on paper, workers that post to it, and what they have to post."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from bot.delivery.worker import DeliveryWorker
from bot.models import Delivery, PlatformName
from bot.store import SqlStore
from tests import make

DUE = datetime(2025, 2, 9, 8, 0, tzinfo=UTC)
LATER = DUE + timedelta(hours=1)

Behaviour = Callable[[Delivery], Awaitable[None]]


class Channel:
    """A platform on paper: keeps one message for each delivery id, and misbehaves as told."""

    name: PlatformName = "discord"

    def __init__(self, behave: Behaviour | None = None) -> None:
        self.behave = behave
        self.calls: list[str] = []
        self.messages: dict[str, str] = {}

    async def post(self, delivery: Delivery) -> str:
        """Keep the message, unless told to fail before."""
        self.calls.append(delivery.id)
        if self.behave:
            await self.behave(delivery)
        self.messages.setdefault(delivery.id, delivery.destination.channel)
        return f"m-{delivery.id}"


def failing(*errors: Exception, channel: str | None = None) -> Behaviour:
    """Fail with each of the errors in turn, then work; in one channel only, if it is named."""
    left = list(errors)

    async def behave(delivery: Delivery) -> None:
        if left and channel in {None, delivery.destination.channel}:
            raise left.pop(0)

    return behave


def worker(store: SqlStore, platform: Channel, *, post_seconds: float = 30) -> DeliveryWorker:
    """A worker whose back-off is always the longest."""
    return DeliveryWorker(store, {"discord": platform}, random=lambda: 1.0, post_seconds=post_seconds)


async def queue(store: SqlStore, *deliveries: Delivery) -> None:
    """Queue one run with those deliveries."""
    await store.add_schedule(make.schedule())
    assert await store.queue_run(make.run(), deliveries, [], next_due=LATER)


async def state(store: SqlStore) -> dict[str, str]:
    """What became of each delivery."""
    return {delivery.id: delivery.state for delivery in await store.deliveries("discord:1", limit=100)}


def parts(count: int) -> list[Delivery]:
    """The parts of one digest in one channel."""
    return [make.delivery(f"d{n}", part=n) for n in range(count)]
