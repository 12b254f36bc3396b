"""What a store remembers, so that it need not ask the database again.

Claims are kept as text: of objects there would be a hundred thousand, and the garbage collector would stop everything
for as long as it takes to look at them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K")
V = TypeVar("V")

_MOST_NAMES = 50_000
_MOST_CLAIMS = 8_000  # some 12 MB


class Name(NamedTuple):
    """How an entity is shown."""

    name: str = ""
    detail: str = ""


class Held(Generic[K, V]):
    """What was last looked up of something that never changes once it is committed."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: dict[K, V] = {}

    def fetch(self, wanted: Iterable[K], load: Callable[[list[K]], Mapping[K, V]]) -> dict[K, V]:
        """Those of them that there are, looking up what is not held; `load` must see only what is committed."""
        held, wanted = self._held, list(dict.fromkeys(wanted))  # another thread may put a new one in its place
        found = {key: value for key in wanted if (value := held.get(key)) is not None}
        missing = [key for key in wanted if key not in found]
        if missing:
            loaded = load(missing)
            if len(held) + len(loaded) > self._most:
                held = self._held = {}
            held.update(loaded)
            found |= loaded
        return {key: found[key] for key in wanted if key in found}

    def forget(self, keys: Iterable[K]) -> None:
        """Look these up again: they are changing after all."""
        for key in keys:
            self._held.pop(key, None)


class Memory:
    """All that a store remembers."""

    def __init__(self) -> None:
        #: places, actors and claimants by their numbers, and the numbers by what is kept of them
        self.values = Held[int, str](_MOST_NAMES)
        self.numbers = Held[str, int](_MOST_NAMES)
        #: by their ids, the numbers of entities and how they are shown
        self.entities = Held[str, tuple[int, Name]](_MOST_NAMES)
        #: by their keys, as JSON, as readers ask for the same ones
        self.claims = Held[int, bytes](_MOST_CLAIMS)
