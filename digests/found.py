"""What was found in a text, by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from digests.models import Span


class Placed(Protocol):
    """Something at a place of a text."""

    @property
    def start(self) -> int:
        """The offset of its first character."""
        ...


T = TypeVar("T", bound=Placed)


class Found(Generic[T]):
    """Things in the order of their places, for look-up by where they begin."""

    def __init__(self, things: Sequence[T]) -> None:
        self._things = things
        self._starts = [thing.start for thing in things]

    def within(self, *spans: Span) -> tuple[T, ...]:
        """What begins in some spans, in order."""
        numbers = {n for start, end in spans for n in range(*(bisect_left(self._starts, at) for at in (start, end)))}
        return tuple(self._things[number] for number in sorted(numbers))
