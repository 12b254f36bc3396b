"""A word to the operator, in a channel of theirs, when messages wait for a person or are given up."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta

import structlog

from bot.errors import DeliveryError
from bot.models import Delivery, Destination, PlatformName, key_of
from bot.protocols import Poster
from digests.models import Digest

AGAIN = timedelta(hours=1)  #: a channel's next trouble of the same kind is told after so long
_SECONDS = 10.0
_MOST = 1_000  # channels that are remembered

_log = structlog.get_logger(__name__)


class Alerts:
    """Tells the operator what went wrong with a channel; best effort, as the log and the outbox have it all.

    channel: where to tell it; None: nowhere.
    """

    def __init__(self, platforms: Mapping[PlatformName, Poster], channel: Destination | None) -> None:
        self._platforms, self._channel = platforms, channel
        self._told: dict[tuple[Destination, str], datetime] = {}

    async def tell(self, delivery: Delivery, happened: str, cure: str, now: datetime) -> None:
        """Say what happened to a delivery and what to do; never raises."""
        if self._channel is None or not self._is_news(delivery.destination, happened, now):
            return
        where = f"{delivery.tenant}, channel {delivery.destination.channel}"
        notice = f"“{delivery.digest.title}” for {where}: {happened}. {cure}"
        key = key_of("alert", delivery.id, happened, now.isoformat())
        alert = Delivery(
            id=key,
            tenant=self._channel.tenant,
            run_id="alert",
            destination=self._channel,
            digest=Digest(title="Dateline needs you", notice=notice),
            not_before=now,
        )
        try:
            async with asyncio.timeout(_SECONDS):
                await self._platforms[self._channel.platform].post(alert)
        except (DeliveryError, TimeoutError) as error:
            _log.error("alert not posted", channel=self._channel.channel, reason=str(error) or type(error).__name__)
        except Exception:  # noqa: BLE001 - an alert must not disturb what it tells of
            _log.exception("alert not posted", channel=self._channel.channel)

    def _is_news(self, channel: Destination, happened: str, now: datetime) -> bool:
        last = self._told.get((channel, happened))
        if last is not None and last <= now < last + AGAIN:
            return False
        if len(self._told) >= _MOST:
            self._told.clear()
        self._told[channel, happened] = now
        return True
