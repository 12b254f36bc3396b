"""What a reader asks, resolved."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from digests.models.mentions import Kind
from digests.models.values import Value


class Subject(Value):
    """What a reader asks about: a place, an actor, or, where neither is known, words."""

    kind: Literal["place", "actor", "words"]
    id: str  #: the place's or actor's id; the folded words themselves
    name: str


class Query(Value):
    """A reader's question, resolved."""

    about: tuple[Subject, ...] = ()  #: any of these; a country is both a place and an actor
    by: tuple[Subject, ...] = ()  #: any of these, as the claimant or the body they speak for
    since: datetime | None = None
    kinds: tuple[Kind, ...] = ()
    status: str | None = None
    show: int = Field(default=10, ge=1, le=25)
