"""Figures in words: an amount as short as a table has room for, and a picture for those who do not see it."""

from __future__ import annotations

from typing import Final

from digests.models import Bound, Measure, Reading

BOUNDS: Final[dict[Bound, str]] = {
    "exact": "",
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "up_to": "up to ",
    "less_than": "less than ",
}


def amount_text(reading: Reading, unit: str | None) -> str:
    """An amount with its bound; in the passage's own words where it gives no number."""
    if not reading.has_number:
        return reading.surface
    ends = (reading.low, reading.high) if reading.low is not None and reading.high is not None else (reading.value,)
    numbers = [_number(end) for end in dict.fromkeys(ends) if end is not None]
    if not numbers:
        numbers = [_number(end) for end in (reading.low, reading.high) if end is not None]
    return f"{BOUNDS[reading.bound]}{'–'.join(numbers)}{f' {unit}' if unit else ''}"


def described(measure: Measure) -> str:
    """A measure as a sentence that says all that its picture shows."""
    parts = [
        f"{reading.claimant} {amount_text(reading, measure.unit)} ({', '.join((reading.date, *reading.flags))})"
        for reading in measure.readings
    ]
    return f"{measure.title}: {'; '.join(parts)}."


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"
