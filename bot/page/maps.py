"""A small map as SVG: places as dots with their names, and the towns around as dust."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from html import escape
from typing import Final, NamedTuple

from digests.models import Place
from digests.places import Atlas
from digests.text.printable import printable

_WIDTH: Final = 400
_LETTER: Final = 6.4  #: pixels of a letter
_LINE: Final = 13.0
MOST_PLACES: Final = 40


class _Spot(NamedTuple):
    place: Place
    x: float
    y: float


def as_map(atlas: Atlas, paths: Mapping[int, str], *, label: str) -> str:
    """The map; paths: where each place's page lies, if it has one."""
    return "\n".join(_parts(atlas, paths, label)) + "\n"


def _parts(atlas: Atlas, paths: Mapping[int, str], label: str) -> Iterator[str]:
    box = atlas.box
    shrink = math.cos(math.radians((box.north + box.south) / 2))
    height = round(_WIDTH * (box.north - box.south) / max((box.east - box.west) * shrink, 1e-6))
    height = min(max(height, 180), 420)

    def at(lon: float, lat: float) -> tuple[float, float]:
        return (
            (lon - box.west) / (box.east - box.west) * _WIDTH,
            (box.north - lat) / (box.north - box.south) * height,
        )

    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'class="map" role="group" aria-label="{escape(printable(label))}">'
    )
    yield f'<rect class="sea" width="{_WIDTH}" height="{height}" rx="8"/>'
    for lon, lat, people in atlas.towns:
        x, y = at(lon, lat)
        yield f'<circle class="town" cx="{x:.1f}" cy="{y:.1f}" r="{1 + math.log10(max(people, 1)) / 4:.1f}"/>'
    places = atlas.places[:MOST_PLACES]
    yield from _places([_Spot(place, *at(place.lon or 0.0, place.lat or 0.0)) for place in places], paths)
    yield "</svg>"


def _places(spots: list[_Spot], paths: Mapping[int, str]) -> Iterator[str]:
    """The dots with their names, as far as these have room; what comes first is named first."""
    rows: list[tuple[float, float, float]] = []
    for spot in spots:
        name = printable(spot.place.name)
        size = len(name) * _LETTER
        to_right = spot.x + 8 + size < _WIDTH
        start = spot.x + 8 if to_right else spot.x - 8 - size
        is_free = all(start > end or begin > start + size or abs(spot.y - y) > _LINE for begin, end, y in rows)
        text = ""
        if is_free:
            rows.append((start, start + size, spot.y))
            text = f'<text class="ink" x="{start:.1f}" y="{spot.y + 4:.1f}" font-size="12">{escape(name)}</text>'
        title = f"<title>{escape(name)}</title>"
        mark = f'<circle class="place" cx="{spot.x:.1f}" cy="{spot.y:.1f}" r="5"/>{text}'
        path = paths.get(spot.place.id)
        yield f'<a href="{escape(path)}">{title}{mark}</a>' if path else f"<g>{title}{mark}</g>"
