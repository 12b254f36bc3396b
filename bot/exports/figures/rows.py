"""Figures as rows: what a spreadsheet and a program take."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import chain

from bot.exports.csv import safe_cell
from bot.exports.links import web_address
from digests.models import Figures, Measure, Reading
from digests.series import amount_text

COLUMNS = (
    "measure", "place", "claimant", "amount", "value", "low", "high", "bound", "unit", "date", "day", "flags",
    "passage", "source", "url", "claims",
)  # fmt: skip


def readings_of(figures: Figures) -> Iterator[tuple[Measure, Reading]]:
    """Every reading with its measure, in the order of the measures."""
    return chain.from_iterable(((measure, reading) for reading in measure.readings) for measure in figures.measures)


def as_csv(figures: Figures) -> str:
    """One row a reading, under a heading (RFC 4180); no spreadsheet takes a cell for a formula."""
    buffer = io.StringIO()
    rows = csv.writer(buffer, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    rows.writerow(COLUMNS)
    for measure, reading in readings_of(figures):
        rows.writerow([safe_cell(text) for text in _cells(measure, reading)])
    return buffer.getvalue()


def as_json(figures: Figures) -> str:
    """The values themselves, indented."""
    return figures.model_dump_json(indent=2) + "\n"


def _cells(measure: Measure, reading: Reading) -> tuple[str, ...]:
    numbers = ("" if number is None else f"{number:.15g}" for number in (reading.value, reading.low, reading.high))
    return (
        measure.name,
        measure.place or "",
        reading.claimant,
        amount_text(reading, measure.unit),
        *numbers,
        reading.bound,
        measure.unit or "",
        reading.date,
        reading.day.date().isoformat() if reading.day else "",
        "; ".join(reading.flags),
        reading.passage,
        reading.source,
        web_address(reading.url) or "",
        " ".join(reading.claim_ids),
    )
