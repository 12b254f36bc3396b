"""What claims say of one thing over time, as a table or a picture shows it."""

from __future__ import annotations

from pydantic import AwareDatetime

from digests.models.mentions import Bound
from digests.models.values import Value


class Reading(Value):
    """One figure as a claimant gives it; copies of it on one day are one reading."""

    claim_ids: tuple[str, ...]
    claimant: str
    value: float | None  #: none where only a range is given
    low: float | None = None
    high: float | None = None
    bound: Bound = "exact"
    surface: str  #: the passage's own words for it
    passage: str  #: what stands there, word for word
    day: AwareDatetime | None  #: where it stands in time: when it was said, else published; none where nobody knows
    date: str  #: the same as a line prints it, such as “article Wed 5 Feb 2025”
    flags: tuple[str, ...] = ()
    unconfirmed: bool = False
    updates: tuple[str, ...] = ()  #: the ids of the claimant's own claims that it brings up to date
    disputes: tuple[str, ...] = ()  #: the ids of the claims that it differs from, contradicts or denies
    source: str = ""  #: the outlet and the chain behind it
    url: str | None = None

    @property
    def has_number(self) -> bool:
        """Whether the words give a number that can be drawn."""
        return any(number is not None for number in (self.value, self.low, self.high))


class Measure(Value):
    """Readings of one thing: the same counted, of the same party, doing the same, at the same place."""

    name: str  #: such as “Russian troops stationed”
    unit: str | None = None
    place: str | None = None
    readings: tuple[Reading, ...]  #: oldest first; what has no date comes last

    @property
    def title(self) -> str:
        """The name with its place."""
        return " · ".join(part for part in (self.name, self.place) if part)

    @property
    def claimants(self) -> tuple[str, ...]:
        """Who gives readings, in the order in which they first do."""
        return tuple(dict.fromkeys(reading.claimant for reading in self.readings))


class Figures(Value):
    """The measures that claims on a subject give, most telling first."""

    title: str
    subtitle: str = ""
    measures: tuple[Measure, ...] = ()
    notice: str = ""  #: a sentence where there is nothing to draw
