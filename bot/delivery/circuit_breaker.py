"""A rest for channels that fail again and again: open after some failures, then one probe at a time."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.models import Destination

FAILURES = 5  #: in a row, and the channel rests
FIRST_REST = timedelta(seconds=15)
LONGEST_REST = timedelta(minutes=15)


class Breaker:
    """Knows of each channel how often it failed in a row, and until when it rests.

    After the rest the outbox hands out one delivery of the channel, as it always does: the probe. If that fails too,
    the next rest is twice as long.
    """

    def __init__(self) -> None:
        self._failures: dict[Destination, int] = {}
        self._rests: dict[Destination, datetime] = {}

    def rests_until(self, channel: Destination, now: datetime) -> datetime | None:
        """When the channel may be tried again; None if that is now."""
        rest_end = self._rests.get(channel, now)
        return rest_end if now < rest_end <= now + LONGEST_REST else None  # a clock set back must not prolong it

    def failed(self, channel: Destination, now: datetime) -> None:
        """Note a failure that may pass."""
        count = self._failures[channel] = self._failures.get(channel, 0) + 1
        if count >= FAILURES:
            self._rests[channel] = now + min(FIRST_REST * 2 ** min(count - FAILURES, 10), LONGEST_REST)

    def worked(self, channel: Destination) -> None:
        """Note that the channel takes messages again, or refuses for good: either way it answers."""
        self._failures.pop(channel, None)
        self._rests.pop(channel, None)
