"""What a benchmark says, and the few measures that they share."""

from __future__ import annotations

import os
import re
import resource
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Result:
    """One figure, with the figure of a peer (another way to do the same) taken in the same run."""

    bench: str
    value: float
    unit: str
    peer: str = ""
    peer_value: float | None = None

    @property
    def ratio(self) -> float | None:
        """How the figure stands to the peer's."""
        return self.value / self.peer_value if self.peer_value else None


def size(default: int) -> int:
    """How much data to measure on: `DATELINE_BENCH_SIZE` makes a quick run of a long benchmark."""
    return int(os.environ.get("DATELINE_BENCH_SIZE", default))


def alone() -> str | None:
    """The database to measure on, where that is one alone: `DATELINE_BENCH_DATABASE=sqlite`."""
    return os.environ.get("DATELINE_BENCH_DATABASE")


def most_memory() -> float:
    """The most memory that this process has had at once, in MB.

    `getrusage` counts what the process that started it had, so it is asked only where the system tells nothing better.
    """
    try:
        status = Path("/proc/self/status").read_text("ascii", "replace")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    [kilobytes] = re.findall(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
    return int(kilobytes) / 1024


def milliseconds(calls: Iterable[Callable[[], object]]) -> list[float]:
    """How long each call takes, sorted."""
    taken = []
    for call in calls:
        start = time.perf_counter()
        call()
        taken.append((time.perf_counter() - start) * 1_000)
    return sorted(taken)


def per_second(work: Callable[[], object], count: int) -> float:
    """How many of something a second of CPU time does."""
    start = time.process_time()
    work()
    return count / (time.process_time() - start)


def percentile(ordered: list[float], percent: float) -> float:
    """The value that so many of a hundred do not exceed."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]
