"""A small gazetteer written by hand, for rules that need no real one."""

from __future__ import annotations

from collections.abc import Sequence

from digests.models import Place
from digests.places import PlaceName, Trait
from digests.text.folding import fold

_COUNTRIES = {"RU": 1, "UA": 2, "US": 3, "FR": 4}
_WORDS = frozenset("police march reading split may the in county president analyst court".split())
_GIVEN = frozenset("martha paris george".split())
_SURNAMES = frozenset("evans washington doe".split())


def _country(place_id: int, name: str, iso: str, population: int) -> Place:
    return Place(id=place_id, name=name, kind="country", country=iso, population=population)


def _inside(place_id: int, name: str, kind: str, population: int, *ancestors: int) -> Place:
    iso = next(iso for iso, country in _COUNTRIES.items() if country == ancestors[-1])
    return Place.model_validate(
        {
            "id": place_id,
            "name": name,
            "kind": kind,
            "country": iso,
            "ancestors": ancestors,
            "population": population,
        }
    )


_PLACES = {
    place.id: place
    for place in (
        _country(1, "Russia", "RU", 144_000_000),
        _country(2, "Ukraine", "UA", 40_000_000),
        _country(3, "United States", "US", 327_000_000),
        _country(4, "France", "FR", 67_000_000),
        _inside(10, "Kursk Oblast", "admin1", 1_100_000, 1),
        _inside(11, "Kursk", "city", 450_000, 10, 1),
        _inside(12, "Sudzha", "city", 6_900, 10, 1),
        _inside(13, "Moscow", "city", 10_000_000, 1),
        _inside(20, "Kharkiv Oblast", "admin1", 2_600_000, 2),
        _inside(21, "Kharkiv", "city", 1_400_000, 20, 2),
        _inside(22, "Kyiv", "city", 2_900_000, 2),
        _inside(23, "Pokrovsk", "city", 60_000, 2),
        _inside(14, "Pokrovsk", "city", 9_000, 1),
        _inside(30, "Texas", "admin1", 29_000_000, 3),
        _inside(31, "Paris", "city", 24_000, 30, 3),
        _inside(32, "Evans", "city", 35_000, 3),
        _inside(33, "Reading", "city", 95_000, 3),
        _inside(34, "Nevada", "admin1", 3_000_000, 3),
        _inside(35, "Reno", "city", 250_000, 34, 3),
        _inside(40, "Paris", "city", 2_100_000, 4),
        _inside(41, "Reno", "city", 300_000, 4),
    )
}
_NAMES = {
    "russia": (1,),
    "ukraine": (2,),
    "united states": (3,),
    "us": (3,),
    "u s": (3,),
    "france": (4,),
    "kursk": (10, 11),
    "kursk oblast": (10,),
    "sudzha": (12,),
    "moscow": (13,),
    "kharkiv": (20, 21),
    "kyiv": (22,),
    "kiev": (22,),
    "pokrovsk": (23, 14),
    "texas": (30,),
    "paris": (40, 31),
    "evans": (32,),
    "reading": (33,),
    "nevada": (34,),
    "reno": (41, 35),
}
_PEOPLES = {"ukrainian": 2, "russian": 1, "russians": 1}
_CAPITALS = frozenset({13, 22, 40})


class SmallGazetteer:
    """Twenty-odd places, as a `Gazetteer`."""

    def place(self, place_id: int) -> Place | None:
        """The place of that id."""
        return _PLACES.get(place_id)

    def find(self, names: Sequence[str]) -> Sequence[tuple[PlaceName, ...]]:
        """The places that bear each name."""
        return [self._entries(fold(name)) for name in names]

    def traits(self, names: Sequence[str]) -> Sequence[Trait]:
        """What else each name is."""
        keys = [fold(name) for name in names]
        return [Trait(word=key in _WORDS, given=key in _GIVEN, surname=key in _SURNAMES) for key in keys]

    def towns(self, box: tuple[float, float, float, float], limit: int) -> Sequence[tuple[float, float, int]]:
        """The towns in a box that have a point."""
        west, south, east, north = box
        points = [(p.lon, p.lat, p.population) for p in _PLACES.values() if p.lon is not None and p.lat is not None]
        inside = [p for p in points if west <= p[0] <= east and south <= p[1] <= north]
        return sorted(inside, key=lambda town: -town[2])[:limit]

    @staticmethod
    def _entries(key: str) -> tuple[PlaceName, ...]:
        if key in _PEOPLES:
            return (PlaceName(_PEOPLES[key], canonical=False, prior=9.0, demonym=True),)
        return tuple(
            PlaceName(place_id, prior=_prior(_PLACES[place_id]), capital=place_id in _CAPITALS)
            for place_id in _NAMES.get(key, ())
        )


def _prior(place: Place) -> float:
    digits = len(str(place.population)) - 1 + int(str(place.population)[0]) / 10
    return digits + 3.0 * (place.kind == "country") + 1.5 * (place.id in _CAPITALS)
