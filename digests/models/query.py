"""What a reader asks, resolved."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Literal, get_args

from pydantic import AwareDatetime, Field

from digests.models.claims import Status
from digests.models.mentions import Kind
from digests.models.values import Value

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
SHOWN: Final = 10  #: how many claims a page of answers shows where nobody says
MOST_SHOWN: Final = 25


class Request(Value):
    """What a reader asks for, not yet looked up: names as they were typed, and the options."""

    about: str = ""  #: a place or an actor, also as autocomplete sends it (`place:538555`)
    by: str = ""
    story: str = ""  #: the id of a kept story, which `about` only names then
    since: AwareDatetime | timedelta | None = None  #: a moment, or how long ago
    kinds: tuple[Kind, ...] = ()
    status: Status | None = None
    show: int = Field(default=SHOWN, ge=1, le=MOST_SHOWN)

    def since_when(self, now: datetime) -> datetime | None:
        """The moment since which claims are asked for."""
        return now - self.since if isinstance(self.since, timedelta) else self.since


EVERYTHING: Final = Request()


class Subject(Value):
    """What a reader asks about: a place, an actor, or, where neither is known, words."""

    kind: Literal["place", "actor", "words"]
    id: str  #: the place's or actor's id; the folded words themselves
    name: str


class Query(Value):
    """A reader's question, resolved."""

    about: tuple[Subject, ...] = ()  #: any of these; a country is both a place and an actor
    topic: Subject | None = None  #: words that a claim must have besides
    by: tuple[Subject, ...] = ()  #: any of these, as the claimant or the body they speak for
    since: datetime | None = None
    kinds: tuple[Kind, ...] = ()
    status: Status | None = None
    show: int = Field(default=SHOWN, ge=1, le=MOST_SHOWN)
    until: datetime | None = None  #: only what was said before then
    measured: bool = False  #: only claims that give a figure
    counted: bool = True  #: whether it is asked how many there are in all
