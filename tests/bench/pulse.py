"""How long the event loop stands still."""

from __future__ import annotations

import asyncio
import time

_BEAT = 0.002


class Pulse:
    """Feels the pulse of the event loop."""

    def __init__(self) -> None:
        self.stall = 0.0
        self.own = 0.0  #: the longest that the loop itself works in one go, in processor time
        self._task = asyncio.create_task(self._beat())

    async def _beat(self) -> None:
        while True:
            before, worked = time.perf_counter(), time.thread_time()
            await asyncio.sleep(_BEAT)
            self.stall = max(self.stall, time.perf_counter() - before - _BEAT)
            self.own = max(self.own, time.thread_time() - worked)

    async def end(self) -> float:
        """The longest stall in milliseconds."""
        await asyncio.sleep(2 * _BEAT)
        self._task.cancel()
        return self.stall * 1_000
