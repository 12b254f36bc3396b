"""The outbox worker."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.delivery.alerts import Alerts
from bot.delivery.circuit_breaker import Breaker
from bot.delivery.makers import Makers
from bot.delivery.retry import MAX_ATTEMPTS, retry_at
from bot.errors import DeliveryError, DestinationError, StoreError, UnknownOutcomeError
from bot.models import Delivery, PlatformName
from bot.protocols import Poster, Store
from bot.schedules import quiet_until

Clock = Callable[[], datetime]
POISON_ATTEMPTS = 8  #: a digest that we fail to draw is given up sooner, as it holds up its channel
POST_SECONDS = 30.0
LEASE_SECONDS = 90.0  #: longer than a post may take, so that nobody takes over while it is on its way
IN_FLIGHT = 16
_log = structlog.get_logger(__name__)
_RANDOM = secrets.SystemRandom()


class _DrawingError(DeliveryError):
    """We fail to draw the digest; its channel has done nothing wrong."""


class DeliveryWorker:
    """Posts deliveries, several channels at once and each channel in order.

    A delivery is never lost and, as far as the platforms can tell what they have, never doubled. Where one cannot tell,
    the delivery is held for a person, or sent again if the operator prefers that. Any number of workers may share a
    database.
    """

    def __init__(  # noqa: PLR0913 - what it is built of, by name
        self,
        store: Store,
        platforms: Mapping[PlatformName, Poster],
        *,
        alerts: Alerts | None = None,
        resend_unknown: bool = False,
        random: Callable[[], float] = _RANDOM.random,
        post_seconds: float = POST_SECONDS,
        is_up: Callable[[PlatformName], bool] = lambda _: True,
    ) -> None:
        self._store, self._platforms = store, platforms
        self._alerts, self._makers = alerts or Alerts({}, None), Makers(store, platforms)
        self._resend_unknown = resend_unknown
        self._random, self._post_seconds = random, post_seconds
        self._breaker = Breaker()
        self._is_up = is_up  # what is due on a platform that is down waits, and costs no attempts

    async def deliver_due(self, now: datetime) -> int:
        """Post everything that is due and return how many were posted."""
        count = 0
        while deliveries := await self._take(now, IN_FLIGHT):
            count += sum(await asyncio.gather(*(self._deliver(delivery, lambda: now) for delivery in deliveries)))
        return count

    async def run(self, clock: Clock, idle_seconds: float, stop: asyncio.Event) -> None:
        """Deliver until told to stop, then let what is in flight end."""
        in_flight: set[asyncio.Task[bool]] = set()
        stopping = asyncio.ensure_future(stop.wait())
        try:
            while not stop.is_set():
                in_flight |= await self._begin(clock, IN_FLIGHT - len(in_flight))
                finished_tasks, _ = await asyncio.wait(
                    {*in_flight, stopping}, timeout=idle_seconds, return_when=asyncio.FIRST_COMPLETED
                )
                in_flight -= finished_tasks
                for task in finished_tasks - {stopping}:
                    task.result()
        finally:
            stopping.cancel()
            await asyncio.gather(*in_flight)

    async def _begin(self, clock: Clock, limit: int) -> set[asyncio.Task[bool]]:
        now = clock()
        try:
            deliveries = await self._take(now, limit) if limit else []
        except StoreError as error:
            _log.warning("outbox not read", error=str(error))
            return set()
        return {asyncio.create_task(self._deliver(delivery, clock)) for delivery in deliveries}

    async def _take(self, now: datetime, limit: int) -> list[Delivery]:
        platforms = tuple(name for name in self._platforms if self._is_up(name))
        return await self._store.take_deliveries(now, platforms=platforms, limit=limit, lease_seconds=LEASE_SECONDS)

    async def _deliver(self, delivery: Delivery, clock: Clock) -> bool:
        """Post a leased delivery and mark the outcome; False if it was not posted."""
        log = _log.bind(delivery=delivery.id, run=delivery.run_id, attempt=delivery.attempts)
        try:
            if await self._must_wait(delivery, clock(), log):
                return False
            remote_id = await self._post(delivery)
            self._breaker.worked(delivery.destination)
            if not await self._store.mark_sent(delivery, remote_id):
                log.warning("delivery posted after its lease was lost")
        except DeliveryError as error:
            await self._handle_failure(delivery, error, clock(), log)
            return False
        except StoreError as error:
            # The lease lapses, and whoever takes the delivery then looks whether it is there.
            log.warning("delivery not marked", error=str(error))
        return True

    async def _must_wait(self, delivery: Delivery, now: datetime, log: Any) -> bool:
        """Whether the delivery is not ours to post, or not now."""
        # An edit wakes nobody.
        window = None if delivery.edits else delivery.quiet_window
        quiet_end = quiet_until(window, now) if window else None
        if quiet_end is not None:
            log.info("delivery held for quiet hours", until=quiet_end.isoformat())
            await self._store.mark_held(delivery, delivery.error, until=quiet_end)
            return True
        rest = self._breaker.rests_until(delivery.destination, now)
        if rest is not None:
            reason = delivery.error or "the channel fails again and again"
            await self._store.mark_failed(delivery, reason, retry_at=rest, maybe_posted=False)
            return True
        # We may have been asleep since we took it; what is begun now must also end within the lease.
        if await self._store.holds_lease(delivery, now + timedelta(seconds=self._post_seconds)):
            return False
        log.warning("delivery left to others: its lease is over")
        return True

    async def _post(self, delivery: Delivery) -> str:
        if delivery.attempts > MAX_ATTEMPTS:
            raise DeliveryError("every attempt ended before its outcome was known", permanent=True)
        platform = self._platforms[delivery.destination.platform]
        try:
            async with asyncio.timeout(self._post_seconds):
                try:
                    return await platform.post(delivery)
                except UnknownOutcomeError:
                    if not self._resend_unknown:
                        raise
                    return await platform.post(delivery.model_copy(update={"maybe_posted_since": None}))
        except TimeoutError as error:
            raise DeliveryError(f"no answer within {self._post_seconds:g} s", maybe_posted=True) from error
        except DeliveryError:
            raise
        except Exception as error:
            # A digest that cannot be drawn must end as dead, and never stop the others.
            _log.exception("delivery cannot be posted", delivery=delivery.id)
            poison = delivery.attempts >= POISON_ATTEMPTS
            reason = f"cannot be posted: {type(error).__name__}"
            raise _DrawingError(reason, permanent=poison, maybe_posted=True) from error

    async def _handle_failure(self, delivery: Delivery, error: DeliveryError, now: datetime, log: Any) -> None:
        try:
            if isinstance(error, DestinationError):
                await self._hold(delivery, error)
                paused = await self._store.pause_destination(delivery.destination, error.reason)
                log.error(
                    "channel refused: its digests are paused", reason=error.reason, **_location(delivery), paused=paused
                )
                event = f"its channel refuses messages ({error.reason}), and its digests are paused"
                await self._tell(delivery, event, "Open the channel, then resume the digest.", now)
            elif isinstance(error, UnknownOutcomeError):
                log.error("delivery outcome unknown: look into the channel", reason=error.reason, **_location(delivery))
                await self._hold(delivery, error)
                event = f"nobody can tell whether it was posted ({error.reason})"
                await self._tell(delivery, event, "Look into the channel, then use dateline outbox.", now)
            else:
                await self._mark_failed(delivery, error, now, log)
        except StoreError:
            log.warning("delivery failed but not marked")

    async def _hold(self, delivery: Delivery, error: DeliveryError) -> None:
        """Keep it for a person: it goes out once they open the channel, or let us look, and resume the digest."""
        await self._store.mark_held(delivery, error.reason, until=None)
        self._breaker.worked(delivery.destination)

    async def _mark_failed(self, delivery: Delivery, error: DeliveryError, now: datetime, log: Any) -> None:
        channel = delivery.destination
        if error.permanent:
            self._breaker.worked(channel)
        elif not isinstance(error, _DrawingError):
            self._breaker.failed(channel, now)
        retry_time = retry_at(delivery, error, now, self._random())
        if retry_time is not None:
            retry_time = max(retry_time, self._breaker.rests_until(channel, now) or retry_time)
        log.warning(
            "delivery failed",
            reason=error.reason,
            maybe_posted=error.maybe_posted,
            again=retry_time and retry_time.isoformat(),
        )
        await self._store.mark_failed(delivery, error.reason, retry_at=retry_time, maybe_posted=error.maybe_posted)
        if retry_time is None and not (delivery.edits or delivery.thread):  # somebody has taken the message down
            cure = "Mend the cause, then send it again with dateline outbox."
            await self._tell(delivery, f"it was given up ({error.reason})", cure, now)

    async def _tell(self, delivery: Delivery, event: str, cure: str, now: datetime) -> None:
        """Tell the operator, and whoever made the schedule."""
        await self._alerts.tell(delivery, event, cure, now)
        await self._makers.tell(delivery, event, cure, now)


def _location(delivery: Delivery) -> dict[str, str]:
    return {"workspace": delivery.tenant, "channel": delivery.destination.channel}
