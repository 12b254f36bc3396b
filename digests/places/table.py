"""The gazetteer's look-up table: names as sorted 64-bit hashes, places as columns; nothing is held in dictionaries."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from digests.models import Place
from digests.places.gazetteer import PlaceName, Trait
from digests.text import fold

Kind = Literal["country", "admin1", "admin2", "city", "region"]
Array = NDArray[Any]

#: The kinds in the order in which the column `kind` numbers them.
KINDS: tuple[Kind, ...] = get_args(Kind)

#: The columns that a table is made of, each an array.
COLUMNS = (
    "name_keys", "name_first", "name_rows", "trait_keys", "traits",
    "ids", "ids_sorted", "ids_rows", "parents", "kinds", "countries", "populations", "lats", "lons",
    "label_first", "labels",
)  # fmt: skip

_BASE = 0x9E3779B97F4A7C15 | 1  # odd, so that it has an inverse modulo 2**64
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_CHUNK = 1 << 19


@functools.cache
def _powers(size: int) -> tuple[Array, Array]:
    """Powers of the inverse of the base, and of the base itself, modulo 2**64."""
    down = np.full(size, pow(_BASE, -1, 1 << 64), np.uint64)
    up = np.full(size, _BASE, np.uint64)
    down[0] = up[0] = 1
    return np.cumprod(down, dtype=np.uint64), np.cumprod(up, dtype=np.uint64)


def hash_spans(text: Array, starts: Array, ends: Array) -> Array:
    """The 64-bit hashes of the byte strings `text[start:end]`, which must lie in order.

    A polynomial over the bytes, taken for all spans at once from one running sum.
    """
    hashes = np.empty(len(starts), np.uint64)
    done = 0
    while done < len(starts):
        base = int(starts[done])
        stop = max(int(np.searchsorted(ends, base + _CHUNK, "right")), done + 1)
        first, last = starts[done:stop].astype(np.int64) - base, ends[done:stop].astype(np.int64) - base
        size = int(last[-1])
        down, up = _powers(max(1 << (size - 1).bit_length() if size > 1 else 1, 4096))
        sums = np.zeros(size + 1, np.uint64)
        np.cumsum(text[base : base + size].astype(np.uint64) * down[:size], out=sums[1:])
        mixed = (sums[last] - sums[first]) * up[first]
        mixed = (mixed ^ (mixed >> np.uint64(32))) * _MIX
        hashes[done:stop] = mixed ^ (mixed >> np.uint64(29))
        done = stop
    return hashes


def hash_names(names: Sequence[str]) -> Array:
    """The hashes of folded names."""
    encoded = [name.encode() for name in names]
    lengths = np.fromiter((len(name) for name in encoded), np.int64, len(encoded))
    ends = np.cumsum(lengths)
    return hash_spans(np.frombuffer(b"".join(encoded), np.uint8), ends - lengths, ends)


class Table:
    """A gazetteer over arrays, which may be memory maps; it implements `Gazetteer`."""

    def __init__(self, columns: Mapping[str, Array]) -> None:
        self._columns = columns
        self._place = functools.lru_cache(maxsize=4096)(self._read_place)

    def place(self, place_id: int) -> Place | None:
        """The place of that GeoNames id."""
        return self._place(place_id)

    def find(self, names: Sequence[str]) -> Sequence[tuple[PlaceName, ...]]:
        """The places that bear each name, best first; folding is done here."""
        if not names:
            return []
        keys, first, rows = (self._columns[name] for name in ("name_keys", "name_first", "name_rows"))
        wanted = hash_names([fold(name) for name in names])
        at = np.searchsorted(keys, wanted)
        hit = keys[np.minimum(at, len(keys) - 1)] == wanted
        found: list[tuple[PlaceName, ...]] = [()] * len(names)
        for index in np.flatnonzero(hit):
            entries = rows[first[at[index]] : first[at[index] + 1]].tolist()
            found[index] = tuple(PlaceName(int(self._columns["ids"][e >> 1]), bool(e & 1)) for e in entries)
        return found

    def traits(self, names: Sequence[str]) -> Sequence[Trait]:
        """What else each name is in English: a common word, a given name, a surname."""
        if not names:
            return []
        keys = self._columns["trait_keys"]
        wanted = hash_names([fold(name) for name in names])
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        flags = np.where(keys[at] == wanted, self._columns["traits"][at], 0)
        return [Trait(flag) for flag in flags.tolist()]

    def _read_place(self, place_id: int) -> Place | None:
        ids = self._columns["ids_sorted"]
        at = int(np.searchsorted(ids, place_id))
        if at == len(ids) or ids[at] != place_id:
            return None
        row = int(self._columns["ids_rows"][at])
        return self._place_at(row)

    def _place_at(self, row: int) -> Place:
        column = self._columns
        start, end = column["label_first"][row : row + 2].tolist()
        lat, lon = float(column["lats"][row]), float(column["lons"][row])
        country = int(column["countries"][row])
        return Place(
            id=int(column["ids"][row]),
            name=bytes(column["labels"][start:end]).decode(),
            kind=KINDS[int(column["kinds"][row])],
            country=bytes(divmod(country, 256)).decode() if country else None,
            ancestors=tuple(int(column["ids"][above]) for above in self._above(row)),
            population=int(column["populations"][row]),
            lat=None if np.isnan(lat) else round(lat, 3),
            lon=None if np.isnan(lon) else round(lon, 3),
        )

    def _above(self, row: int) -> Iterable[int]:
        """The rows that a row lies in, nearest first; parents stand before their children, so this ends."""
        parents = self._columns["parents"]
        while (parent := int(parents[row])) >= 0:
            yield parent
            row = parent
