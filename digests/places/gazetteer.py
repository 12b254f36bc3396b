"""What the house asks of a gazetteer, and answers drawn from it: candidates for a name, and plain descriptions."""

from __future__ import annotations

import functools
import re
from collections.abc import Hashable, Sequence
from typing import NamedTuple, Protocol

from digests.lexicon import ENGLISH, Lexicon, either
from digests.models import Place

#: A city of this many people is meant by its bare name, even where its own province bears the same name.
MILLION = 1_000_000


class PlaceName(NamedTuple):
    """That a place bears a name, and how likely it is meant by it."""

    place_id: int
    canonical: bool = True  #: a main name rather than an alternate one
    prior: float = 0.0  #: powers of ten: of population, more for countries and capitals, less for alternate names
    capital: bool = False
    demonym: bool = False  #: not the place's name but its people's (“Ukrainian”)


class Trait(NamedTuple):
    """What a name also is in English text."""

    word: bool = False
    given: bool = False
    surname: bool = False

    @property
    def personal(self) -> bool:
        """Whether it is part of persons' names."""
        return self.given or self.surname


class Gazetteer(Hashable, Protocol):
    """Places by id and by name; names may come as written or folded."""

    def place(self, place_id: int) -> Place | None:
        """The place of that GeoNames id."""
        ...

    def find(self, names: Sequence[str]) -> Sequence[tuple[PlaceName, ...]]:
        """The places that bear each name, best first: by population, country before city, main names first."""
        ...

    def traits(self, names: Sequence[str]) -> Sequence[Trait]:
        """What else each name is in English: a common word, a given name, a surname."""
        ...

    def towns(self, box: tuple[float, float, float, float], limit: int) -> Sequence[tuple[float, float, int]]:
        """The largest towns between west, south, east and north, as longitude, latitude and people."""
        ...


def place_candidates(name: str, gazetteer: Gazetteer, lexicon: Lexicon = ENGLISH) -> tuple[Place, ...]:
    """The places that a reader may mean by a name, best first.

    Where a city and a province around it share the name, the province comes first: it holds the city too. A kind of
    place in the name decides: “Kursk city”, “the Kursk region”; so does what follows a comma: “Lebanon, Ohio”.
    """
    if ", " in name:
        inner, _, outer = name.partition(", ")
        return _within(inner, outer, gazetteer, lexicon)
    city, land = _city(lexicon).sub("", name.strip()), _land(lexicon).sub("", name.strip())
    whole, bare, wide = (_named(entries, gazetteer) for entries in gazetteer.find([name, city, land]))
    if whole:
        provinces = namesakes_above(whole[0], gazetteer) if whole[0].kind == "city" else ()
        return (*provinces, *(place for place in whole if place not in provinces))
    if bare:
        return tuple(place for place in bare if place.kind == "city") or tuple(bare)
    return tuple(place for place in wide if place.kind != "city") or tuple(wide)


def _within(name: str, container: str, gazetteer: Gazetteer, lexicon: Lexicon) -> tuple[Place, ...]:
    """The places of a name that lie in what another name means."""
    container_ids = {place.id for place in place_candidates(container, gazetteer, lexicon)}
    return tuple(p for p in place_candidates(name, gazetteer, lexicon) if not container_ids.isdisjoint(p.ancestors))


def _named(entries: Sequence[PlaceName], gazetteer: Gazetteer) -> list[Place]:
    places = (gazetteer.place(entry.place_id) for entry in entries if not entry.demonym)
    return [place for place in places if place is not None]


def namesakes_above(city: Place, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The provinces that a city lies in and that share its name, nearest first."""
    (entries,) = gazetteer.find([city.name])
    namesake_ids = {entry.place_id for entry in entries}
    containers = (gazetteer.place(place_id) for place_id in city.ancestors if place_id in namesake_ids)
    return tuple(place for place in containers if place is not None and place.kind != "country")


@functools.cache
def _city(lexicon: Lexicon) -> re.Pattern[str]:
    """What says of a name that a town is meant."""
    kinds, article, genitive = either(lexicon.places.settlements), *_of_names(lexicon)
    return re.compile(rf"^(?:{article} )?(?:{kinds}) {genitive} | (?:{kinds})$", re.IGNORECASE)


@functools.cache
def _land(lexicon: Lexicon) -> re.Pattern[str]:
    """What says of a name that the land around is meant."""
    kinds, article, genitive = either(lexicon.places.lands), *_of_names(lexicon)
    return re.compile(
        rf"^(?:{article} )?(?:{kinds}) {genitive} (?:{article} )?|^{article} | (?:{kinds})$", re.IGNORECASE
    )


def _of_names(lexicon: Lexicon) -> tuple[str, str]:
    """What may stand before a name, and between what a place is and its name, as patterns: “the”, “of”."""
    grammar = lexicon.grammar
    return f"(?:{either(grammar.definite_articles)})", f"(?:{either(grammar.genitives)})"


def describe(place: Place, gazetteer: Gazetteer) -> str:
    """A place with what tells it apart, such as “Sudzha, Kursk Oblast, Russia”."""
    containers = [container for place_id in place.ancestors if (container := gazetteer.place(place_id)) is not None]
    telling = [container.name for container in containers if container.kind in {"admin1", "country"}]
    parts = [place.name, *telling]
    return ", ".join(part for index, part in enumerate(parts) if part not in parts[:index])
