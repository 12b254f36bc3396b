"""An oracle for daily schedules: it looks at the clock on the wall at every minute of a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import numpy as np
from numpy.typing import NDArray

BEGIN, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_DAY = 24 * 60
_MARGIN = 2 * _DAY


def changing_zones() -> list[str]:
    """The zones whose offset changes in the year."""
    days = [BEGIN + timedelta(days=n) for n in range((END - BEGIN).days + 1)]
    names = sorted(available_timezones() - {"localtime"})
    return [name for name in names if len({day.astimezone(ZoneInfo(name)).utcoffset() for day in days}) > 1]


class Wall:
    """What the clock on the wall of a zone shows at each minute of the year, and two days around it."""

    def __init__(self, zone: str) -> None:
        place = ZoneInfo(zone)
        self._first = BEGIN - _MARGIN * _MINUTE
        minutes = np.arange((END - BEGIN) // _MINUTE + 2 * _MARGIN)
        shown = minutes + self._offsets(place, len(minutes))
        self._days, self._times = shown // _DAY + 1, shown % _DAY  # a zone may be behind: no day is negative
        self._minutes = minutes

    def due(self, hour: int) -> list[datetime]:
        """When it is first that hour or later, on each day; a day that ends before it has its turn at its end."""
        late = self._firsts(self._times >= 60 * hour)
        begins = self._firsts(self._times >= 0)
        some = range(int(self._days.min()) + 1, int(self._days.max()))
        found = (self._first + int(late[day] if late[day] >= 0 else begins[day + 1]) * _MINUTE for day in some)
        return sorted({moment for moment in found if BEGIN <= moment < END})

    def _firsts(self, wanted: NDArray[np.bool_]) -> NDArray[np.int64]:
        """The first wanted minute of each day, or -1."""
        first: NDArray[np.int64] = np.full(int(self._days.max()) + 1, -1)
        first[self._days[wanted][::-1]] = self._minutes[wanted][::-1]  # what is written last is a day's first minute
        return first

    def _offsets(self, place: ZoneInfo, count: int) -> NDArray[np.int64]:
        """The offset at each minute; between two equal ones a quarter of an hour apart nothing changes."""
        offsets = np.empty(count, np.int64)
        for start in range(0, count, 15):
            ends = {self._offset(place, minute) for minute in (start, start + 15)}
            if len(ends) == 1:
                offsets[start : start + 15] = ends.pop()
            else:
                some = range(start, min(start + 15, count))
                offsets[some.start : some.stop] = [self._offset(place, minute) for minute in some]
        return offsets

    def _offset(self, place: ZoneInfo, minute: int) -> int:
        offset = (self._first + minute * _MINUTE).astimezone(place).utcoffset()
        return (offset or timedelta(0)) // _MINUTE


def lost_and_doubled(expected: list[datetime], found: list[datetime]) -> tuple[int, int]:
    """How many days have no firing of their own, and how many firings too many there are."""
    missing = sum(moment not in set(found) for moment in expected)
    extra = len(found) - (len(expected) - missing)
    return max(0, missing - extra), max(0, extra - missing)


def firings(following: Callable[[datetime], datetime | None]) -> Iterator[datetime]:
    """Every firing of the year of a trigger that says what follows a moment."""
    moment = following(BEGIN - _MINUTE)
    while moment is not None and moment < END:
        if moment >= BEGIN:
            yield moment
        moment = following(moment)
