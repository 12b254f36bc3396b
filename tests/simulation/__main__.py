"""`python -m tests.simulation SEED [SCHEDULES HOURS]`: live a seed through again."""

from __future__ import annotations

import asyncio
import sys

from tests.simulation.world import simulate

if __name__ == "__main__":
    seed, schedules, hours = (int(number) for number in (*sys.argv[1:], *("10", "100")[len(sys.argv) - 2 :]))
    asyncio.run(simulate(seed, schedules=schedules, hours=hours))
