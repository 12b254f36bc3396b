"""A small map: some places in a box around them, with the towns that show where the land is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from digests.models import Place
from digests.places.gazetteer import Gazetteer

TOWNS = 320  #: the towns that show where the land is
_LEAST_SPAN = 2.5  #: degrees of latitude that a box has at least, so that one place has surroundings
_MARGIN = 0.18  #: of the box on each side
_MOST_SPAN = 150.0


class Box(NamedTuple):
    """The edges of a map in degrees; it does not go round the back of the earth."""

    west: float
    south: float
    east: float
    north: float


class Atlas(NamedTuple):
    """A box with the places that are asked for and the towns around them, as (longitude, latitude, people)."""

    box: Box
    places: tuple[Place, ...]
    towns: tuple[tuple[float, float, int], ...]


def atlas_of(places: Sequence[Place], gazetteer: Gazetteer) -> Atlas | None:
    """The map of some places; none where the gazetteer knows no point of any of them."""
    known = tuple(place for place in places if place.lat is not None and place.lon is not None)
    if not known:
        return None
    box = _box([(place.lon or 0.0, place.lat or 0.0) for place in known])
    return Atlas(box, known, tuple(gazetteer.towns(box, TOWNS)))


def _box(points: Sequence[tuple[float, float]]) -> Box:
    """A box around points that is wider than high, as maps are; degrees of longitude shrink with the latitude."""
    lons, lats = zip(*points, strict=True)
    middle = (max(lats) + min(lats)) / 2
    stretch = 1 / max(0.2, math.cos(math.radians(middle)))
    high = min(max((max(lats) - min(lats)) * (1 + 2 * _MARGIN), _LEAST_SPAN), _MOST_SPAN)
    wide = min(max((max(lons) - min(lons)) * (1 + 2 * _MARGIN), high * 1.8 * stretch), 360.0)
    high = max(high, wide / 1.8 / stretch)
    center = (max(lons) + min(lons)) / 2
    return Box(center - wide / 2, middle - high / 2, center + wide / 2, middle + high / 2)
