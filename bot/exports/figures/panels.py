"""One measure laid out: a scale of amounts, one of days, the readings between them, and who gives them below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.exports.figures import marks
from bot.exports.figures.marks import Mark
from bot.exports.figures.scales import Scale, amount_label, amount_scale, day_number, day_scale, day_text
from digests.models import Measure, Reading
from digests.series import amount_text

_PLOT: Final = 168  #: pixels of height
_LOW: Final = 84  #: the same where there is a single reading
_LABELS: Final = 64  #: pixels left of the plot
_TITLE: Final = 34
_LANE: Final = 22.0  #: pixels between readings of one day
_LINE: Final = 20  #: pixels of a line of the legend
_LETTER: Final = 6.6  #: pixels of a letter, at most
_LEAST: Final = 12.0  #: pixels between labels above each other
_OPEN: Final = frozenset({"at_least", "more_than"})
_DOWN: Final = frozenset({"up_to", "less_than"})


class Panel(NamedTuple):
    """A measure's marks, and how high they are together."""

    title: str
    height: float
    marks: list[Mark]


class _Spot(NamedTuple):
    """A reading at its place."""

    reading: Reading
    x: float
    y: float


class _Frame(NamedTuple):
    """The plot's scales and edges."""

    amounts: Scale
    days: Scale
    edge: float  #: the left one
    right: float
    top: float
    bottom: float


def panel_of(measure: Measure, *, top: float, x: float, width: float, colours: int) -> Panel:
    """A measure laid out below `top`; what cannot be drawn is counted under it."""
    drawable = [reading for reading in measure.readings if reading.day and reading.has_number]
    colour_of = {name: number % colours for number, name in enumerate(measure.claimants)}
    laid = [marks.words(measure.title, x, top + 18, kind="ink", size=14)]
    bottom = top + _TITLE
    if drawable:
        frame = _frame(drawable, x + _LABELS, x + width - 12, top + _TITLE)
        spots = _spots(drawable, frame)
        laid += [*_axes(frame, drawable), *_joins(spots, colour_of)]
        for spot in spots:
            laid += _drawn(spot, frame, colour_of[spot.reading.claimant], measure)
        laid += _labels(spots, frame, measure)
        bottom = frame.bottom + 30
    lines = list(_legend(measure, colour_of, x, bottom, width))
    missing = len(measure.readings) - len(drawable)
    if missing:
        note = f"{missing} without a number or a date: in the table"
        lines.append([marks.words(note, x, bottom + _LINE * (len(lines) + 0.5))])
    return Panel(
        measure.title, bottom - top + _LINE * len(lines) + 14, laid + [mark for line in lines for mark in line]
    )


def _frame(readings: list[Reading], edge: float, right: float, top: float) -> _Frame:
    numbers = [n for reading in readings for n in (reading.value, reading.low, reading.high) if n is not None]
    days = [reading.day for reading in readings if reading.day]
    bottom = top + (_PLOT if len(readings) > 1 else _LOW)
    return _Frame(amount_scale(numbers, bottom, top), day_scale(days, edge, right), edge, right, top, bottom)


def _axes(frame: _Frame, readings: list[Reading]) -> Iterator[Mark]:
    for tick in frame.amounts.ticks:
        y = frame.amounts.place(tick)
        yield marks.rule(frame.edge, y, frame.right, y)
        yield marks.words(amount_label(tick), frame.edge - 8, y + 4, anchor="end", size=11)
    with_year = len({reading.day.year for reading in readings if reading.day}) > 1
    for tick in frame.days.ticks:
        text = day_text(tick, with_year=with_year or tick == frame.days.ticks[0])
        yield marks.words(text, frame.days.place(tick), frame.bottom + 18, anchor="middle", size=11)


def _spots(readings: list[Reading], frame: _Frame) -> list[_Spot]:
    """The readings at their days; those of one day stand beside each other."""
    of_day: defaultdict[float, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.day:
            of_day[day_number(reading.day)].append(reading)
    spots = []
    for number, group in of_day.items():
        lane = min(_LANE, (frame.right - frame.edge) / 2 / len(group))
        for n, reading in enumerate(group):
            x = frame.days.place(number) + (n - (len(group) - 1) / 2) * lane
            spots.append(_Spot(reading, x, frame.amounts.place(_height(reading))))
    return spots


def _height(reading: Reading) -> float:
    """The amount that a label stands at."""
    numbers = [number for number in (reading.value, reading.high, reading.low) if number is not None]
    return numbers[0]


def _drawn(spot: _Spot, frame: _Frame, colour: int, measure: Measure) -> Iterator[Mark]:
    """A dot for an amount, a bar for a bound or a range."""
    reading, place = spot.reading, frame.amounts.place
    tip = f"{reading.claimant}: {amount_text(reading, measure.unit)} ({reading.date})"
    hollow = reading.unconfirmed
    if reading.low is not None and reading.high is not None:
        ends = (place(reading.low), place(reading.high))
        yield marks.bar(spot.x, ends, (True, True), colour, hollow=hollow, tip=tip)
    elif reading.bound in _OPEN:
        yield marks.bar(spot.x, (spot.y, frame.top), (True, False), colour, hollow=hollow, tip=tip)
    elif reading.bound in _DOWN:
        yield marks.bar(
            spot.x, (spot.y, place(min(0.0, _height(reading)))), (True, False), colour, hollow=hollow, tip=tip
        )
    else:
        yield marks.dot(spot.x, spot.y, colour, hollow=hollow, tip=tip, ringed=reading.bound == "about")


def _joins(spots: list[_Spot], colour_of: dict[str, int]) -> Iterator[Mark]:
    """A line from each reading to the one that its own claimant has brought up to date with it."""
    by_claim = {claim_id: spot for spot in spots for claim_id in spot.reading.claim_ids}
    for spot in spots:
        earlier_spots = {id(by_claim[i]): by_claim[i] for i in spot.reading.updates if i in by_claim}
        for earlier in earlier_spots.values():
            if earlier is not spot and earlier.reading.claimant == spot.reading.claimant:
                yield marks.join(earlier.x, earlier.y, spot.x, spot.y, colour_of[spot.reading.claimant])


def _labels(spots: list[_Spot], frame: _Frame, measure: Measure) -> Iterator[Mark]:
    """Each amount beside its mark, where there is room; the table has them all."""
    rows: list[tuple[float, float, float]] = []
    updates = {claim_id for spot in spots for claim_id in spot.reading.updates}
    for spot in sorted(spots, key=lambda spot: (spot.y, spot.x)):
        text = amount_text(spot.reading, measure.unit)
        size = len(text) * _LETTER
        if updates.intersection(spot.reading.claim_ids):  # a line leads on from here
            rows.append((spot.x - size / 2, spot.x + size / 2, spot.y - _LEAST))
            yield marks.words(text, spot.x, spot.y - 11, kind="ink halo", anchor="middle")
            continue
        to_right = spot.x + 13 + size <= frame.right + 8
        start = spot.x + 13 if to_right else spot.x - 13 - size
        if any(start < end and begin < start + size and abs(spot.y - y) < _LEAST for begin, end, y in rows):
            continue
        rows.append((start, start + size, spot.y))
        x, anchor = (spot.x + 13, "start") if to_right else (spot.x - 13, "end")
        yield marks.words(text, x, spot.y + 4, kind="ink halo", anchor=anchor)


def _legend(measure: Measure, colour_of: dict[str, int], edge: float, top: float, width: float) -> Iterator[list[Mark]]:
    """Who gives the readings, and what the marks mean that are not plain dots; as many to a line as fit."""
    line: list[Mark] = []
    x, y = edge, top + _LINE / 2
    for text, colour in [*((name, colour_of[name]) for name in measure.claimants), *_signs(measure)]:
        size = len(text) * _LETTER + 34
        if line and x + size > edge + width:
            yield line
            line, x, y = [], edge, y + _LINE
        if colour is not None:
            line.append(marks.dot(x + 6, y - 4, colour, hollow=False))
        line.append(
            marks.words(text, x + (17 if colour is not None else 0), y, kind="soft" if colour is None else "ink")
        )
        x += size
    if line:
        yield line


def _signs(measure: Measure) -> Iterator[tuple[str, None]]:
    readings = measure.readings
    if any(reading.bound in _OPEN | _DOWN for reading in readings):
        yield "bar: a bound, with all that it leaves open", None
    if any(reading.bound == "about" for reading in readings):
        yield "dashed ring: about", None
    if any(reading.unconfirmed for reading in readings):
        yield "hollow: unconfirmed", None
    if any(reading.disputes for reading in readings):
        yield "claimants differ: see the table", None
