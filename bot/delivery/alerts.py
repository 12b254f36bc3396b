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

REPEAT_AFTER = timedelta(hours=1)  #: a channel's next trouble of the same kind is told after so long
_POST_SECONDS = 10.0
_MAX_CHANNELS = 1_000  # channels that are remembered

_log = structlog.get_logger(__name__)


class Alerts:
    """Tells the operator what went wrong with a channel; best effort, as the log and the outbox have it all.

    channel: where to tell it; None: nowhere.
    """

    def __init__(self, platforms: Mapping[PlatformName, Poster], channel: Destination | None) -> None:
        self._platforms, self._channel = platforms, channel
        self._alert_times: dict[tuple[Destination, str], datetime] = {}

    async def tell(self, delivery: Delivery, event: str, cure: str, now: datetime) -> None:
        """Say what happened to a delivery and what to do; never raises."""
        if not self._is_news(delivery.destination, event, now):
            return
        location = f"{delivery.tenant}, channel {delivery.destination.channel}"
        notice = f"“{delivery.digest.title}” for {location}: {event}. {cure}"
        await self.say(notice, now, key=key_of("alert", delivery.id, event, now.isoformat()))

    async def tell_of_platform(self, platform: PlatformName, problem: str, now: datetime) -> None:
        """Say that a platform is down, and the cure; never raises. Not where the channel is that platform's."""
        whole = Destination(platform=platform, tenant="", channel="")
        if self._channel is not None and self._channel.platform != platform and self._is_news(whole, problem, now):
            notice = f"{platform} is down, and what is due there waits. {problem}"
            await self.say(notice, now, key=key_of("alert", platform, problem, now.isoformat()))

    async def say(self, notice: str, now: datetime, *, key: str, title: str = "Dateline needs you") -> None:
        """Post a notice where the operator wants it; never raises."""
        channel = self._channel
        if channel is None:
            return
        alert = Delivery(
            id=key,
            tenant=channel.tenant,
            run_id="alert",
            destination=channel,
            digest=Digest(title=title, notice=notice),
            not_before=now,
        )
        try:
            async with asyncio.timeout(_POST_SECONDS):
                await self._platforms[channel.platform].post(alert)
        except (DeliveryError, TimeoutError) as error:
            _log.error("alert not posted", channel=channel.channel, reason=str(error) or type(error).__name__)
        except Exception:  # noqa: BLE001 - an alert must not disturb what it tells of
            _log.exception("alert not posted", channel=channel.channel)

    def _is_news(self, channel: Destination, event: str, now: datetime) -> bool:
        last = self._alert_times.get((channel, event))
        if last is not None and last <= now < last + REPEAT_AFTER:
            return False
        if len(self._alert_times) >= _MAX_CHANNELS:
            self._alert_times.clear()
        self._alert_times[channel, event] = now
        return True
