"""Which of the places that bear a name a text means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from digests.models import Place
from digests.places.gazetteer import MILLION, Gazetteer, PlaceName
from digests.places.spots import Spot, Spots

#: No more places than these are weighed for one name.
_WEIGHED, _LIKELY = 40, 4
#: What the text adds to a place's prior, in powers of ten.
_SAME_COUNTRY, _OFTEN, _SAME_PROVINCE, _SHARED, _AT_HOME = 0.9, 0.6, 1.2, 0.4, 0.4
#: A name is beyond doubt if its likeliest place is this likely, or leads by so much.
_SURE, _LEAD = 7.0, 1.0
#: A place this likely is believed without anything in the text that speaks for it.
_KNOWN, _TOWN = 5.0, 4.3


class Resolver:
    """Weighs the places that bear a name by the other places of the same text."""

    def __init__(self, found: Spots, gazetteer: Gazetteer, home: str | None) -> None:
        self._words, self._gazetteer, self._home = found.words, gazetteer, home
        self._chosen: dict[tuple[str, bool | None], Place | None] = {}
        self._countries: Counter[int] = Counter(spot.names[0].place_id for spot in found.peoples)
        self._provinces: set[int] = set()
        self._shared = self._shared_provinces(found.spots)
        self._told = self._told_apart(found.spots)
        for spot in found.spots:
            if not spot.weak:
                self._note(spot)

    def resolve(self, spot: Spot) -> Place | None:
        """The place that is meant; none where nothing in the text speaks for a small one."""
        if (told := self._told.get(spot.key)) is not None:
            return told
        scale = self._scale_asked(spot)
        if (spot.key, scale) not in self._chosen:
            self._chosen[spot.key, scale] = self._choose(spot, scale)
        return self._chosen[spot.key, scale]

    # --- what the text is about -----------------------------------------------------------------------------------

    def _told_apart(self, spots: Sequence[Spot]) -> dict[str, Place]:
        """Places that the text itself tells apart once, by what they lie in (“Paris, Texas”); it holds from then on."""
        told: dict[str, Place] = {}
        for spot, following in pairwise(spots):
            above = self._container(spot, following)
            if above is None:
                continue
            self._countries[above.ancestors[-1] if above.ancestors else above.id] += 1
            self._provinces.add(above.id)
            inside = [place for place in self._places(spot.names) if above.id in place.ancestors]
            told.setdefault(spot.key, self._to_scale(self._scale_asked(spot), inside[0], inside))
        return told

    def _container(self, spot: Spot, following: Spot) -> Place | None:
        """The country or province that follows after a comma, if the name can lie in it; none in a list of such."""
        token = self._words.tokens[spot.last]
        if following.first != spot.last + 1 or token.possessive or not token.gap.startswith(", "):
            return None
        best = self._gazetteer.place(spot.names[0].place_id)
        mine = {above for place in self._places(spot.names) for above in place.ancestors}
        likely = self._places(following.names[:_LIKELY])
        above = next((place for place in likely if place.id in mine and place.kind in {"country", "admin1"}), None)
        if above is None or best is None or best.kind not in {"country", "admin1", "region"}:
            return above
        return above if above.id in best.ancestors else None

    def _note(self, spot: Spot) -> None:
        """Count the countries and provinces that are named beyond doubt."""
        best = spot.names[0]
        place = self._gazetteer.place(best.place_id)
        runner_up = spot.names[1].prior if len(spot.names) > 1 else 0.0
        if place is None or (best.prior < _SURE and best.prior - runner_up < _LEAD):
            return
        self._countries[place.ancestors[-1] if place.ancestors else place.id] += 1
        if place.kind == "admin1":
            self._provinces.add(place.id)

    def _shared_provinces(self, spots: Sequence[Spot]) -> set[int]:
        """The provinces that several names of the text may lie in or be."""
        shared: Counter[int] = Counter()
        for names in {spot.key: spot.names for spot in spots}.values():
            places = self._places(names[:_LIKELY])
            shared.update({above for place in places for above in (*place.ancestors[:-1], place.id)})
        return {place_id for place_id, count in shared.items() if count > 1}

    # --- one name -------------------------------------------------------------------------------------------------

    def _choose(self, spot: Spot, scale: bool | None) -> Place | None:
        weighed = [(self._weigh(name, place), place) for name, place in self._pairs(spot.names[:_WEIGHED])]
        if not weighed:
            return None
        best = max(weighed, key=lambda pair: pair[0])[1]
        if not self._fits(best, spot):
            return None
        return self._to_scale(scale, best, [place for _, place in weighed])

    def _fits(self, place: Place, spot: Spot) -> bool:
        """Whether a small place lies where the text is about; larger ones need less that speaks for them."""
        prior = max(name.prior for name in spot.names)
        enough = _KNOWN if spot.weak and self._countries else _TOWN
        if prior > enough or not (self._countries or spot.weak):
            return True
        return any(above in self._countries or above in self._shared for above in place.ancestors)

    def _weigh(self, name: PlaceName, place: Place) -> float:
        weight = name.prior
        if place.ancestors and (often := self._countries[place.ancestors[-1]]):
            weight += _SAME_COUNTRY + _OFTEN * often / self._countries.total()
        if self._provinces.intersection(place.ancestors[:-1]):
            weight += _SAME_PROVINCE
        if self._shared.intersection(place.ancestors[:-1]):
            weight += _SHARED
        if self._home is not None and place.country == self._home and place.ancestors:
            weight += _AT_HOME
        return weight

    def _scale_asked(self, spot: Spot) -> bool | None:
        """Whether the words around ask for the land (true) or for the city (false); none if they do not say."""
        before, after = self._words.before(spot.first), self._words.after(spot.last)
        if before == "of" and spot.first > 1:
            before = self._words.before(spot.first - 1)
        places = self._words.lexicon.places
        if before in places.lands or after in places.lands:
            return True
        return False if before in places.settlements or after in places.settlements else None

    @staticmethod
    def _to_scale(land: bool | None, best: Place, places: Sequence[Place]) -> Place:
        """City or province, where both bear the name: as the words around ask, else by how large the city is."""
        cities = [p for p in places if p.kind == "city" and (p.id == best.id or best.id in p.ancestors)]
        if not cities or best.kind not in {"city", "admin1", "admin2"}:
            return best
        provinces = [p for p in places if p.kind == "admin1" and p.id in cities[0].ancestors]
        if provinces and (land or (land is None and cities[0].population < MILLION)):
            return provinces[0]
        return cities[0]

    def _pairs(self, names: Sequence[PlaceName]) -> Iterable[tuple[PlaceName, Place]]:
        for name in names:
            if (place := self._gazetteer.place(name.place_id)) is not None:
                yield name, place

    def _places(self, names: Sequence[PlaceName]) -> list[Place]:
        return [place for _, place in self._pairs(names)]
