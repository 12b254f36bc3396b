"""The night's work, each part by itself: one that fails is told in the log, and holds up nothing."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

import structlog

from bot.errors import BotError
from bot.schedules import next_due

HOUR = "0 3 * * *"  #: when few digests are due
_LOOK_SECONDS = 60.0
_log = structlog.get_logger(__name__)

Part = Callable[[datetime], Awaitable[object]]


class Nightly:
    """Does its parts every night at three o'clock of a zone, and at once where the last night's work was not done.

    last: when it was done last, where anybody knows.
    """

    def __init__(
        self, parts: Mapping[str, Part], *, zone: str, clock: Callable[[], datetime], last: datetime | None = None
    ) -> None:
        self._parts, self._zone, self._clock, self._last = parts, zone, clock, last

    async def run(self, stop: asyncio.Event, *, look_seconds: float = _LOOK_SECONDS) -> None:
        """Work until told to stop."""
        while not stop.is_set():
            now = self._clock()
            if self._last is None or not self._last <= now < next_due(HOUR, self._zone, self._last):
                await self._work()
                self._last = now
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), look_seconds)

    async def _work(self) -> None:
        for name, part in self._parts.items():
            try:
                outcome = await part(self._clock())
            except BotError as error:
                _log.error("the night's work failed", part=name, error=str(error))
            except Exception:  # noqa: BLE001 - the other parts are none the worse for it
                _log.exception("the night's work failed", part=name)
            else:
                _log.info("the night's work is done", part=name, outcome=str(outcome))
