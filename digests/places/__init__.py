"""Places: the gazetteer, and recognising in a text the places that it names."""

from __future__ import annotations

from digests.places.atlas import Atlas, Box, atlas_of
from digests.places.find import find_places, find_toponyms
from digests.places.gazetteer import Gazetteer, PlaceName, Trait, describe, place_candidates
from digests.places.table import COLUMNS, Table
from digests.places.unpack import TEXTS, unpack

__all__ = [
    "COLUMNS",
    "TEXTS",
    "Atlas",
    "Box",
    "Gazetteer",
    "PlaceName",
    "Table",
    "Trait",
    "atlas_of",
    "describe",
    "find_places",
    "find_toponyms",
    "place_candidates",
    "unpack",
]
