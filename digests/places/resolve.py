"""Which of the places that bear a name a text means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from digests.models import Place, Span
from digests.places.context import Candidate, Context
from digests.places.gazetteer import MILLION, Gazetteer, PlaceName
from digests.places.judge import Spot
from digests.places.spots import Spots

#: No more places than these are weighed for one name.
_WEIGHED, _LIKELY = 40, 4
#: What the text adds to a place at home, in powers of ten; a small one needs so much that speaks for it.
_AT_HOME, _ENOUGH = 0.4, 0.6
#: A name is beyond doubt if its likeliest place is this likely, or leads by so much.
_SURE, _LEAD = 7.0, 1.0
#: A place this likely is believed without anything in the text that speaks for it.
_KNOWN, _TOWN = 5.0, 4.3


class Resolver:
    """Weighs the places that bear a name by the other places of the same text."""

    def __init__(self, spots: Spots, gazetteer: Gazetteer, home: str | None) -> None:
        self._words, self._gazetteer, self._home = spots.words, gazetteer, home
        self._pairs = {spot.key: self._candidates(spot.names) for spot in spots.spots}
        self._certain_at, self._certain = self._told_apart(spots)
        peoples = [place for spot in spots.peoples if (place := gazetteer.place(spot.names[0].place_id)) is not None]
        unclear = {key: pairs for key, pairs in self._pairs.items() if key not in self._certain}
        self._context = Context(unclear, list(self._certain.values()), peoples)
        self._speaking = {place.ancestors[-1] if place.ancestors else place.id for place in peoples}
        self._speaking.update(self._sure(spots.spots))
        self._tell_rows(spots.spots)
        self._chosen: dict[tuple[str, bool | None], Place | None] = {}

    def resolve(self, spot: Spot) -> Place | None:
        """The place that is meant; none where nothing in the text speaks for a small one."""
        place = self._certain_at.get((spot.first, spot.last)) or self._certain.get(spot.key)
        if place is not None:
            return place
        scale = self._scale_asked(spot)
        if (spot.key, scale) not in self._chosen:
            self._chosen[spot.key, scale] = self._choose(spot, scale)
        return self._chosen[spot.key, scale]

    # --- what the text is about -----------------------------------------------------------------------------------

    def _told_apart(self, spots: Spots) -> tuple[dict[Span, Place], dict[str, Place]]:
        """What the text tells apart by what it lies in (“Paris, Texas”), by its words; it holds from then on."""
        certain_at: dict[Span, Place] = {}
        for spot in spots.spots:
            contained = spots.contained.get((spot.first, spot.last))
            if contained is not None and contained.place is not None:
                places = [place for _, place in self._pairs[spot.key] if contained.container.id in place.ancestors]
                certain_at[spot.first, spot.last] = self._to_scale(self._scale_asked(spot), contained.place, places)
                certain_at.setdefault(contained.span, contained.container)
        certain: dict[str, Place] = {}
        for spot in spots.spots:
            if (place := certain_at.get((spot.first, spot.last))) is not None:
                certain.setdefault(spot.key, place)
        return certain_at, certain

    def _tell_rows(self, spots: Sequence[Spot]) -> None:
        """Names in one row are of one kind: beside Arizona, Georgia is a state too."""
        rows = [pair for pair in pairwise(spots) if self._in_row(*pair)]
        for neighbour, spot in [*rows, *((spot, neighbour) for neighbour, spot in reversed(rows))]:
            sample, pairs = self._resolve_early(neighbour), self._pairs[spot.key][:_LIKELY]
            if sample is None or sample.kind != "admin1" or spot.key in self._certain or not pairs:
                continue
            likewise = (place for _, place in pairs if place.kind == "admin1" and place.country == sample.country)
            if pairs[0][1].kind != "admin1" and (place := next(likewise, None)) is not None:
                self._certain[spot.key] = place

    def _resolve_early(self, spot: Spot) -> Place | None:
        """What a name means if the text tells it or hardly leaves a choice."""
        pairs = self._pairs[spot.key]
        return self._certain.get(spot.key) or (pairs[0][1] if pairs and pairs[0][0].prior > _KNOWN else None)

    def _in_row(self, spot: Spot, following: Spot) -> bool:
        tokens, joining = self._words.tokens, self._words.lexicon.grammar.choosing
        token = tokens[spot.last]
        if (
            token.possessive
            or (spot.first, spot.last) in self._certain_at
            or (following.first, following.last) in self._certain_at
        ):
            return False
        if following.first == spot.last + 1:
            return token.gap == ", "
        return following.first == spot.last + 2 and token.gap == " " and tokens[spot.last + 1].key in joining

    def _sure(self, spots: Sequence[Spot]) -> Iterator[int]:
        """The countries that are named beyond doubt, or that hold what is."""
        for place in self._certain.values():
            yield place.ancestors[-1] if place.ancestors else place.id
        for spot in spots:
            pairs = self._pairs[spot.key]
            if spot.weak or not pairs or spot.key in self._certain:
                continue
            prior, place = pairs[0][0].prior, pairs[0][1]
            if prior >= _SURE or prior - (pairs[1][0].prior if len(pairs) > 1 else 0.0) >= _LEAD:
                yield place.ancestors[-1] if place.ancestors else place.id

    # --- one name -------------------------------------------------------------------------------------------------

    def _choose(self, spot: Spot, scale: bool | None) -> Place | None:
        pairs = self._pairs[spot.key]
        if not pairs:
            return None
        best = max(pairs, key=lambda pair: self._weigh(spot.key, *pair))[1]
        if not self._fits(best, spot):
            return None
        return self._to_scale(scale, best, [place for _, place in pairs])

    def _fits(self, place: Place, spot: Spot) -> bool:
        """Whether a small place lies where the text is about; larger ones need less that speaks for them."""
        prior = max(name.prior for name in spot.names)
        enough = _KNOWN if spot.weak and self._speaking else _TOWN
        if prior > enough or not (self._speaking or spot.weak):
            return True
        return not self._speaking.isdisjoint(place.ancestors) or self._context.support(spot.key, place) > _ENOUGH

    def _weigh(self, key: str, name: PlaceName, place: Place) -> float:
        weight = name.prior + self._context.support(key, place)
        if self._home is not None and place.country == self._home and place.ancestors:
            weight += _AT_HOME
        return weight

    def _candidates(self, names: Sequence[PlaceName]) -> list[Candidate]:
        pairs = ((name, self._gazetteer.place(name.place_id)) for name in names[:_WEIGHED])
        return [(name, place) for name, place in pairs if place is not None]

    def _scale_asked(self, spot: Spot) -> bool | None:
        """Whether the words around ask for the land (true) or for the city (false); none if they do not say."""
        preceding, following = self._words.before(spot.first), self._words.after(spot.last)
        if preceding == "of" and spot.first > 1:
            preceding = self._words.before(spot.first - 1)
        places = self._words.lexicon.places
        if preceding in places.lands or following in places.lands:
            return True
        return False if preceding in places.settlements or following in places.settlements else None

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
