"""The gazetteer's look-up table: names as sorted 64-bit hashes, places as columns; nothing is held in dictionaries."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from digests.models import Place
from digests.places.gazetteer import PlaceName, Trait
from digests.text.folding import fold

Kind = Literal["country", "admin1", "admin2", "city", "region"]
Array = NDArray[Any]

#: The kinds in the order in which the column `kind` numbers them.
KINDS: tuple[Kind, ...] = get_args(Kind)

#: The columns that a table is made of, each an array.
COLUMNS = (
    "name_keys", "name_first", "name_rows", "name_forms", "priors", "capitals", "trait_keys", "traits",
    "ids", "ids_sorted", "ids_rows", "parents", "kinds", "countries", "populations", "lats", "lons",
    "label_first", "labels",
)  # fmt: skip

#: The forms of a name as the column `name_forms` numbers them.
OTHER, MAIN, DEMONYM = range(3)
#: How much less likely an alternate name means its place, in powers of ten.
ALTERNATE = 1.0

#: The traits as the column `traits` numbers them.
TRAITS = tuple(Trait(bool(bits & 1), bool(bits & 2), bool(bits & 4)) for bits in range(8))

_FOLDED = re.compile(r"[a-z]+(?: [a-z]+)*").fullmatch
_BASE = 0x9E3779B97F4A7C15 | 1  # odd, so that it has an inverse modulo 2**64
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_CHUNK = 1 << 19


@functools.cache
def _powers(size: int) -> tuple[Array, Array]:
    """Powers of the inverse of the base, and of the base itself, modulo 2**64."""
    inverse = np.full(size, pow(_BASE, -1, 1 << 64), np.uint64)
    base = np.full(size, _BASE, np.uint64)
    inverse[0] = base[0] = 1
    return np.cumprod(inverse, dtype=np.uint64), np.cumprod(base, dtype=np.uint64)


def hash_spans(text: Array, starts: Array, ends: Array) -> Array:
    """The 64-bit hashes of the byte strings `text[start:end]`, which must lie in order.

    A polynomial over the bytes, taken for all spans at once from one running sum.
    """
    hashes = np.empty(len(starts), np.uint64)
    start = 0
    while start < len(starts):
        base = int(starts[start])
        stop = max(int(np.searchsorted(ends, base + _CHUNK, "right")), start + 1)
        first, last = starts[start:stop].astype(np.int64) - base, ends[start:stop].astype(np.int64) - base
        size = int(last[-1])
        inverse_powers, powers = _powers(max(1 << (size - 1).bit_length() if size > 1 else 1, 4096))
        sums = np.zeros(size + 1, np.uint64)
        np.cumsum(text[base : base + size].astype(np.uint64) * inverse_powers[:size], out=sums[1:])
        mixed = (sums[last] - sums[first]) * powers[first]
        mixed = (mixed ^ (mixed >> np.uint64(32))) * _MIX
        hashes[start:stop] = mixed ^ (mixed >> np.uint64(29))
        start = stop
    return hashes


def hash_names(names: Sequence[str]) -> Array:
    """The hashes of folded names."""
    encoded = [name.encode() for name in names]
    lengths = np.fromiter((len(name) for name in encoded), np.int64, len(encoded))
    ends = np.cumsum(lengths)
    return hash_spans(np.frombuffer(b"".join(encoded), np.uint8), ends - lengths, ends)


def _look_up(keys: Array, names: Sequence[str]) -> list[int]:
    """Where each name stands among the sorted keys; -1 where it does not."""
    if not names:
        return []
    hashes = hash_names([name if _FOLDED(name) else fold(name) for name in names])
    positions = np.searchsorted(keys, hashes)
    positions[keys[np.minimum(positions, len(keys) - 1)] != hashes] = -1
    places: list[int] = positions.tolist()
    return places


class Table:
    """A gazetteer over arrays, which may be memory maps; it implements `Gazetteer`."""

    def __init__(self, columns: Mapping[str, Array]) -> None:
        self._columns = {name: np.asarray(column) for name, column in columns.items()}
        self._entries = functools.lru_cache(maxsize=4096)(self._read_entries)
        self._place = functools.lru_cache(maxsize=4096)(self._read_place)

    def place(self, place_id: int) -> Place | None:
        """The place of that GeoNames id."""
        return self._place(place_id)

    def find(self, names: Sequence[str]) -> Sequence[tuple[PlaceName, ...]]:
        """The places that bear each name, best first."""
        keys = self._columns["name_keys"]
        return [self._entries(index) if index >= 0 else () for index in _look_up(keys, names)]

    def traits(self, names: Sequence[str]) -> Sequence[Trait]:
        """What else each name is in English: a common word, a given name, a surname."""
        traits = self._columns["traits"]
        return [
            TRAITS[traits[index]] if index >= 0 else TRAITS[0] for index in _look_up(self._columns["trait_keys"], names)
        ]

    def towns(self, box: tuple[float, float, float, float], limit: int) -> Sequence[tuple[float, float, int]]:
        """The largest towns between west, south, east and north, as longitude, latitude and people."""
        west, south, east, north = box
        lons, lats, kinds = (self._columns[name] for name in ("lons", "lats", "kinds"))
        is_inside = (lons >= west) & (lons <= east) & (lats >= south) & (lats <= north) & (kinds == KINDS.index("city"))
        rows = np.flatnonzero(is_inside)
        people = self._columns["populations"]
        if len(rows) > limit:  # of the whole earth's towns few are sorted
            rows = np.sort(rows[np.argpartition(people[rows], -limit)[-limit:]])
        rows = rows[np.argsort(people[rows], kind="stable")[::-1]]
        columns = (np.round(lons[rows], 3), np.round(lats[rows], 3), self._columns["populations"][rows])
        return list(zip(*(column.tolist() for column in columns), strict=True))

    def _read_entries(self, index: int) -> tuple[PlaceName, ...]:
        column = self._columns
        entries = slice(*column["name_first"][index : index + 2].tolist())
        rows, forms = column["name_rows"][entries], column["name_forms"][entries]
        return tuple(
            PlaceName(place_id, form == MAIN, prior - ALTERNATE * (form == OTHER), bool(capital), form == DEMONYM)
            for place_id, form, prior, capital in zip(
                column["ids"][rows].tolist(),
                forms.tolist(),
                column["priors"][rows].tolist(),
                column["capitals"][rows].tolist(),
                strict=True,
            )
        )

    def _read_place(self, place_id: int) -> Place | None:
        ids = self._columns["ids_sorted"]
        index = int(np.searchsorted(ids, np.int32(place_id)))
        if index == len(ids) or ids[index] != place_id:
            return None
        row = int(self._columns["ids_rows"][index])
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
            ancestors=tuple(int(column["ids"][container_row]) for container_row in self._above(row)),
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
