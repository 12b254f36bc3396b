"""How late the event loop is: a loop that is blocked answers nobody, and loses its connections."""

from __future__ import annotations

import asyncio
import time
from collections import deque

_STEP_SECONDS = 0.25
_KEPT_SECONDS = 60.0


class LoopLag:
    """Wakes up again and again, and keeps by how much it was late over the last minute."""

    def __init__(self) -> None:
        self._lags: deque[tuple[float, float]] = deque()
        self._due = time.monotonic() + _STEP_SECONDS

    async def run(self) -> None:
        """Measure until cancelled."""
        while True:
            self._due = time.monotonic() + _STEP_SECONDS
            await asyncio.sleep(_STEP_SECONDS)
            now = time.monotonic()
            self._lags.append((now, now - self._due))
            while self._lags[0][0] < now - _KEPT_SECONDS:
                self._lags.popleft()

    def worst(self) -> float:
        """The longest delay of the last minute, in seconds; one that is going on counts."""
        lags = [lag for _, lag in self._lags]
        return max(0.0, time.monotonic() - self._due, *lags)
