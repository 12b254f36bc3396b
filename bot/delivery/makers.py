"""Telling those who made a schedule what has become of it, by direct message: once, with the cure."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import structlog

from bot.errors import BotError
from bot.models import Delivery, Destination, PlatformName, Schedule, key_of, person_channel
from bot.protocols import Poster, Store
from digests.models import Digest

_POST_SECONDS: Final = 20.0
_REPEAT_AFTER: Final = timedelta(days=1)  #: the same of one schedule is told again after a day
_MOST_REMEMBERED: Final = 1_000
_log = structlog.get_logger(__name__)


class Makers:
    """Tells makers of trouble; whoever cannot be reached is left alone, and the operator hears of it all the same."""

    def __init__(self, store: Store, platforms: Mapping[PlatformName, Poster]) -> None:
        self._store, self._platforms = store, platforms
        self._told_at: dict[tuple[str, str], datetime] = {}

    async def tell(self, delivery: Delivery, event: str, cure: str, now: datetime) -> None:
        """Say what happened to a delivery of a schedule, when it was last right, and what to do; never raises."""
        try:
            schedule = await self._schedule_of(delivery)
            if schedule is None or not schedule.made_by or not self._is_news(schedule, event, now):
                return
            _, last_right = await self._store.results(schedule.tenant, schedule.id, limit=1)
            notice = f"“{schedule.name}”: {event}. {_last(schedule, last_right)}{cure}"
            await self._post(delivery, schedule.made_by, notice, now)
        except (BotError, TimeoutError) as error:
            _log.warning("maker not told", delivery=delivery.id, reason=type(error).__name__)
        except Exception:  # noqa: BLE001 - a notice must not disturb what it tells of
            _log.exception("maker not told", delivery=delivery.id)

    async def _schedule_of(self, delivery: Delivery) -> Schedule | None:
        posted_run = await self._store.posted_run(delivery.tenant, delivery.id)
        return await self._store.schedule(posted_run.run.schedule_id) if posted_run else None

    async def _post(self, delivery: Delivery, person: str, notice: str, now: datetime) -> None:
        platform = delivery.destination.platform
        message = Delivery(
            id=key_of("maker", delivery.id, notice),
            tenant=delivery.tenant,
            run_id="notice",
            destination=Destination(platform=platform, tenant=delivery.tenant, channel=person_channel(person)),
            digest=Digest(title="A digest that you made needs you", notice=notice),
            not_before=now,
        )
        async with asyncio.timeout(_POST_SECONDS):
            await self._platforms[platform].post(message)

    def _is_news(self, schedule: Schedule, event: str, now: datetime) -> bool:
        key = schedule.id, event
        last = self._told_at.get(key)
        if last is not None and last <= now < last + _REPEAT_AFTER:
            return False
        if len(self._told_at) >= _MOST_REMEMBERED:
            self._told_at.clear()
        self._told_at[key] = now
        return True


def _last(schedule: Schedule, last_right: datetime | None) -> str:
    if last_right is None:
        return "It has never been posted yet. "
    moment = last_right.astimezone(ZoneInfo(schedule.zone))
    return f"It was last right on {moment:%a} {moment.day} {moment:%b %H:%M}. "
