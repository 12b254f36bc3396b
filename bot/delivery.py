"""The outbox worker: take what is due, post it, mark what became of it, try again later."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import structlog

from bot.errors import DeliveryError, StoreError
from bot.models import Delivery, PlatformName
from bot.protocols import Platform, Store

Clock = Callable[[], datetime]

MAX_ATTEMPTS = 100  #: enough to outlast an outage of some twelve hours
POISON_ATTEMPTS = 8  #: a digest that we fail to draw is given up sooner, as it holds up its channel
MAX_WAIT = timedelta(minutes=15)
LONGEST_WAIT = timedelta(days=1)  #: however long a platform asks us to wait
POST_SECONDS = 30.0
LEASE_SECONDS = 90.0  #: longer than a post may take, so that nobody takes over while it is on its way
IN_FLIGHT = 16

_log = structlog.get_logger(__name__)
_RANDOM = secrets.SystemRandom()


def retry_at(delivery: Delivery, error: DeliveryError, now: datetime, random: float) -> datetime | None:
    """When to try again, or None to give up; `random` in [0, 1) spreads the tries.

    The platform's own wish is the lower bound.
    """
    if error.permanent or delivery.attempts >= MAX_ATTEMPTS:
        return None
    wait = random * min(2.0**delivery.attempts, MAX_WAIT.total_seconds())
    wished = error.retry_after or 0.0
    return now + timedelta(seconds=min(max(wait, wished), LONGEST_WAIT.total_seconds()))


class DeliveryWorker:
    """Posts deliveries, several channels at once and each channel in order.

    A delivery is never lost and, as far as the platforms drop a second post of one id, never doubled. Any number of
    workers may share a database.
    """

    def __init__(
        self,
        store: Store,
        platforms: Mapping[PlatformName, Platform],
        *,
        random: Callable[[], float] = _RANDOM.random,
        post_seconds: float = POST_SECONDS,
    ) -> None:
        self._store, self._platforms = store, platforms
        self._random, self._post_seconds = random, post_seconds

    async def deliver_due(self, now: datetime) -> int:
        """Post everything that is due and return how many were posted."""
        sent = 0
        while taken := await self._take(now, IN_FLIGHT):
            sent += sum(await asyncio.gather(*(self._deliver(delivery, now, lambda: now) for delivery in taken)))
        return sent

    async def run(self, clock: Clock, idle_seconds: float, stop: asyncio.Event) -> None:
        """Deliver until told to stop, then let what is in flight end."""
        in_flight: set[asyncio.Task[bool]] = set()
        stopping = asyncio.ensure_future(stop.wait())
        try:
            while not stop.is_set():
                in_flight |= await self._begin(clock, IN_FLIGHT - len(in_flight))
                done, _ = await asyncio.wait(
                    {*in_flight, stopping}, timeout=idle_seconds, return_when=asyncio.FIRST_COMPLETED
                )
                in_flight -= done
                for task in done - {stopping}:
                    task.result()
        finally:
            stopping.cancel()
            await asyncio.gather(*in_flight)

    async def _begin(self, clock: Clock, free: int) -> set[asyncio.Task[bool]]:
        now = clock()
        try:
            taken = await self._take(now, free) if free else []
        except StoreError as error:
            _log.warning("outbox not read", error=str(error))
            return set()
        return {asyncio.create_task(self._deliver(delivery, now, clock)) for delivery in taken}

    async def _take(self, now: datetime, limit: int) -> list[Delivery]:
        return await self._store.take_deliveries(
            now, platforms=tuple(self._platforms), limit=limit, lease_seconds=LEASE_SECONDS
        )

    async def _deliver(self, delivery: Delivery, taken_at: datetime, clock: Clock) -> bool:
        """Post a leased delivery and mark the outcome; False if it was not posted."""
        log = _log.bind(delivery=delivery.id, run=delivery.run_id, attempt=delivery.attempts)
        if (clock() - taken_at).total_seconds() >= LEASE_SECONDS:
            log.warning("delivery left to others: we were asleep")
            return False
        try:
            remote_id = await self._post(delivery)
            if not await self._store.mark_sent(delivery, remote_id):
                log.warning("delivery posted after its lease was lost")
        except DeliveryError as error:
            await self._failed(delivery, error, clock)
            return False
        except StoreError:
            # The lease lapses and the same id is posted again, which the platform drops.
            log.warning("delivery posted but not marked")
        return True

    async def _post(self, delivery: Delivery) -> str:
        if delivery.attempts > MAX_ATTEMPTS:
            raise DeliveryError("every attempt ended before its outcome was known", permanent=True)
        try:
            async with asyncio.timeout(self._post_seconds):
                return await self._platforms[delivery.destination.platform].post(delivery)
        except TimeoutError as error:
            raise DeliveryError(f"no answer within {self._post_seconds:g} s", ambiguous=True) from error
        except DeliveryError:
            raise
        except Exception as error:
            # A digest that cannot be drawn must end as dead, and never stop the others.
            _log.exception("delivery cannot be posted", delivery=delivery.id)
            poison = delivery.attempts >= POISON_ATTEMPTS
            reason = f"cannot be posted: {type(error).__name__}"
            raise DeliveryError(reason, permanent=poison, ambiguous=True) from error

    async def _failed(self, delivery: Delivery, error: DeliveryError, clock: Clock) -> None:
        again = retry_at(delivery, error, clock(), self._random())
        log = _log.bind(delivery=delivery.id, run=delivery.run_id, attempt=delivery.attempts)
        log.warning("delivery failed", ambiguous=error.ambiguous, again=again and again.isoformat())
        try:
            await self._store.mark_failed(delivery, error.reason, retry_at=again)
        except StoreError:
            log.warning("delivery failed but not marked")
