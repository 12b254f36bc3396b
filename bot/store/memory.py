"""What a store remembers of values and entities, so that it need not ask the database again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from bot.store.packing import Value, read_value
from digests.models import Claim

_MOST_HELD = 50_000
_MOST_CLAIMS = 4_000  # some 20 MB


class Name(NamedTuple):
    """How an entity is shown."""

    name: str = ""
    detail: str = ""


class Entities:
    """The entities that were last looked at: their numbers, which stand for good, and how they are shown."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[int, Name]] = {}

    def fetch(
        self, wanted: Iterable[str], load: Callable[[list[str]], Mapping[str, tuple[int, Name]]]
    ) -> dict[str, tuple[int, Name]]:
        """Those of them that are stored, looking up what is not held; `load` sees only what is committed."""
        held, wanted = self._held, list(wanted)
        missing = [entity for entity in wanted if entity not in held]
        if len(held) > _MOST_HELD:
            held, missing = {}, wanted
        if missing:
            held.update(load(missing))
            self._held = held
        return {entity: held[entity] for entity in wanted if entity in held}

    def forget(self, entities: Iterable[str]) -> None:
        """Look these up again: they are being renamed."""
        for entity in entities:
            self._held.pop(entity, None)


class Values:
    """The places, actors and claimants that were last looked at, by their numbers, which stand for them for good."""

    def __init__(self) -> None:
        self._held: dict[int, Value] = {}
        self._numbers: dict[str, int] = {}

    def numbers(self, bodies: Iterable[str], load: Callable[[list[str]], Mapping[str, int]]) -> dict[str, int]:
        """The numbers of values that are stored, looking up what is not held; `load` sees only what is committed."""
        held, wanted = self._numbers, list(dict.fromkeys(bodies))
        missing = [body for body in wanted if body not in held]
        if len(held) > _MOST_HELD:
            held, missing = {}, wanted
        if missing:
            held.update(load(missing))
            self._numbers = held
        return {body: held[body] for body in wanted if body in held}

    def fetch(self, wanted: set[int], load: Callable[[list[int]], Iterable[tuple[int, str]]]) -> dict[int, Value]:
        """The values of those numbers, loading what is not held."""
        held = self._held  # another thread may put a new one in its place
        found = {number: value for number in wanted if (value := held.get(number)) is not None}
        missing = sorted(wanted - found.keys())
        if missing:
            loaded = {number: read_value(body) for number, body in load(missing)}
            if len(held) > _MOST_HELD:
                self._held = {}
            self._held.update(loaded)
            found |= loaded
        return found


class Claims:
    """The claims that were last opened, by their keys, which stand for them for good: readers ask for the same ones."""

    def __init__(self) -> None:
        self._held: dict[int, Claim] = {}

    def get(self, key: int) -> Claim | None:
        """A claim, if it is held."""
        return self._held.get(key)

    def hold(self, key: int, claim: Claim) -> Claim:
        """Hold a claim that is committed."""
        if len(self._held) >= _MOST_CLAIMS:
            self._held = {}
        self._held[key] = claim
        return claim


class Memory:
    """All that a store remembers."""

    def __init__(self) -> None:
        self.values = Values()
        self.entities = Entities()
        self.claims = Claims()
