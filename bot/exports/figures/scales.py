"""Where on a picture an amount and a day stand, and which of them are written at its edges."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

_STEPS = (1, 2, 2.5, 5, 10)
_MOST_TICKS = 5
_MOST_DAYS = 6  #: the most days that are written under a picture
_HEADROOM = 1.12  #: how far above the largest amount the picture goes


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values to pixels, with the values that are written along it."""

    low: float
    high: float
    start: float  #: the pixel of `low`
    end: float
    ticks: tuple[float, ...]

    def place(self, value: float) -> float:
        """The pixel of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def amount_scale(values: Sequence[float], start: float, end: float) -> Scale:
    """A scale that begins at zero, so that lengths can be compared; below it only where an amount is negative."""
    low, high = min(0.0, *values) * _HEADROOM, max(0.0, *values) * _HEADROOM
    high = high if high > low else low + 1.0
    step = _step((high - low) / _MOST_TICKS)
    first = math.ceil(low / step)
    ticks = tuple(n * step for n in range(first, math.floor(high / step) + 1))
    return Scale(low, high, start, end, ticks)


def _step(smallest: float) -> float:
    """The smallest round number that is not less."""
    size = 10.0 ** math.floor(math.log10(smallest))
    return next(size * step for step in _STEPS if size * step >= smallest * (1 - 1e-9))


def day_scale(days: Iterable[datetime], start: float, end: float) -> Scale:
    """A scale of whole days with one at either edge; what is written are days of readings, spread evenly."""
    numbers = sorted({day.date().toordinal() for day in days})
    low, high = numbers[0] - 1, numbers[-1] + 1
    smallest, ticks = (high - low) / _MOST_DAYS, list[float]()
    for number in numbers:
        if not ticks or number - ticks[-1] >= smallest:
            ticks.append(number)
    return Scale(low, high, start, end, tuple(ticks))


def day_number(day: datetime) -> float:
    """A day as it stands on its scale."""
    return float(day.date().toordinal())


def day_text(number: float, *, with_year: bool) -> str:
    """A day as it is written under a picture."""
    day = date.fromordinal(int(number))
    return f"{day.day} {day:%b %Y}" if with_year else f"{day.day} {day:%b}"


def amount_label(value: float) -> str:
    """A round amount in as few characters as can be: 40,000, 2.5m."""
    for size, sign in ((1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:,.4g}{sign}"
    return f"{value:,.10g}"
