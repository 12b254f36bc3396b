"""What `dateline extract --stats` says: how much was read, how fast, and with what memory."""

from __future__ import annotations

import importlib.util
import os
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

from digests.extraction.extract import Extraction

_MAXRSS = 1 if sys.platform == "darwin" else 1024  #: bytes in the unit in which the system gives a process's memory


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found in one article."""

    kinds: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    not_english: bool = False
    places: int | None = None  #: where places were asked for instead

    @classmethod
    def from_extraction(cls, extraction: Extraction) -> Counts:
        """The counts of an extraction."""
        kinds = Counter[str](attribution.kind for attribution in extraction.attributions)
        return cls(kinds, len(extraction.claims), not_english=extraction.unread_language is not None)


class Meter:
    """Adds up what was read, from now on."""

    def __init__(self) -> None:
        self.unreadable = 0
        self._articles = self._claims = self._not_english = 0
        self._places: int | None = None
        self._kinds = Counter[str]()
        self._start_wall, self._start_cpu = time.perf_counter(), _cpu_seconds()

    def add(self, counts: Counts) -> None:
        """Count an article."""
        self._articles += 1
        self._claims += counts.claims
        self._not_english += counts.not_english
        self._kinds += counts.kinds
        if counts.places is not None:
            self._places = (self._places or 0) + counts.places

    def report(self) -> str:
        """The report, one figure a line; workers have to have ended for their share to be in it."""
        elapsed, cpu_seconds = time.perf_counter() - self._start_wall, _cpu_seconds() - self._start_cpu
        pace, cpu_pace = (self._articles / max(seconds, 1e-9) for seconds in (elapsed, cpu_seconds))
        rows = [
            ("articles", f"{self._articles}, {self.unreadable} not readable, {self._not_english} not English"),
            ("pace", f"{pace:.1f} articles/s, {cpu_pace:.1f} articles/CPU-s"),
            ("time", f"{elapsed:.1f} s, {cpu_seconds:.1f} CPU-s"),
            ("memory", _memory()),
        ]
        return "\n".join(f"{name + ':':14}{value}" for name, value in [*rows, *self._figures()])

    def _figures(self) -> list[tuple[str, str]]:
        if self._places is not None:
            return [("places", str(self._places))]
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self._kinds.items()))
        total = self._kinds.total()
        unclaimed = total - self._claims
        return [
            ("attributions", f"{total} ({kinds})"),
            ("claims", f"{self._claims}, {unclaimed} attributions make none"),
        ]


def _cpu_seconds() -> float:
    return sum(os.times()[:4])


def _memory() -> str:
    """The memory of the largest process, this one or a worker."""
    if not importlib.util.find_spec("resource"):
        return "not known on this system"
    import resource  # noqa: PLC0415 - Windows has none

    peaks = [resource.getrusage(scope).ru_maxrss for scope in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return f"{max(peaks) * _MAXRSS / 1e6:.0f} MB at the peak of a process"
