"""What a text says a place lies in: “Paris, Texas”, “Tripoli in northern Lebanon”, “Lebanon’s Tripoli”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from digests.models import Place, Span
from digests.places.gazetteer import Gazetteer, PlaceName
from digests.places.words import Words

#: No more places than these are weighed for the name of what holds, and for the name of what is held.
_LIKELY, _WEIGHED = 6, 400
#: Where “in” ties two names, the place inside may be less likely than its namesakes by so many powers of ten.
_LESS = 2.5
_LANDS = frozenset({"country", "admin1"})


class Contained(NamedTuple):
    """That the text tells a name apart by what its place lies in."""

    place: Place | None  #: the likeliest place of that name inside; none where no known place is meant
    container: Place
    span: Span  #: the words of the container


Names = Mapping[str, tuple[PlaceName, ...]]


class Containers:
    """Reads of a text's names which of them are told apart by a name beside them."""

    def __init__(self, words: Words, ranges: Mapping[Span, str], names: Names, gazetteer: Gazetteer) -> None:
        self._words, self._gazetteer = words, gazetteer
        self._named = {span: names[key] for span, key in ranges.items() if key in names}
        self._places_held: dict[tuple[int, int, int], Place | None] = {}
        self._longest: dict[int, int] = {}
        self._ending: dict[int, int] = {}
        for first, last in self._named:
            self._longest[first] = max(last, self._longest.get(first, last))
            self._ending[last] = min(first, self._ending.get(last, first))

    def find(self) -> dict[Span, Contained]:
        """The names that are told apart, by their words."""
        pairs = ((span, self._contained(span)) for span in self._named)
        return {span: contained for span, contained in pairs if contained is not None}

    def _contained(self, span: Span) -> Contained | None:
        for container_span, comma in self._beside(span):
            for container in self._lands(container_span):
                place = self._held(span, container)
                if place is not None and self._tells(span, place, container, container_span, comma=comma):
                    return Contained(place, container, container_span)
            if comma and (state := self._elsewhere(span, container_span)) is not None:
                return Contained(None, state, container_span)
        return None

    def _beside(self, span: Span) -> Iterator[tuple[Span, bool]]:
        """The names that may tell this one apart, and whether they follow it after a comma, as in a list."""
        tokens, (first, last) = self._words.tokens, span
        token = tokens[last]
        if not token.possessive and token.gap == ", " and last + 1 in self._longest:
            yield (last + 1, self._longest[last + 1]), True
        if not token.possessive and self._words.after(last) in self._words.lexicon.places.holding:
            start = last + 2
            if start < len(tokens) and tokens[start].key in self._words.lexicon.places.directions:
                start += 1
            if start in self._longest and tokens[start - 1].gap == " ":
                yield (start, self._longest[start]), False
        if first and tokens[first - 1].possessive and first - 1 in self._ending:
            yield (self._ending[first - 1], first - 1), False

    def _lands(self, span: Span) -> list[Place]:
        places = (self._gazetteer.place(name.place_id) for name in self._named[span][:_LIKELY] if not name.demonym)
        district = span[1] > span[0] and self._words.tokens[span[1]].key in self._words.lexicon.places.lands
        return [place for place in places if place and (place.kind in _LANDS or (district and place.kind == "admin2"))]

    def _held(self, span: Span, container: Place) -> Place | None:
        """The likeliest place of a name that lies in a container."""
        names = self._named[span]
        key = (names[0].place_id, len(names), container.id)  # the same name may stand in a text thousands of times
        if key not in self._places_held:
            places = (self._gazetteer.place(name.place_id) for name in names[:_WEIGHED] if not name.demonym)
            self._places_held[key] = next(
                (place for place in places if place and container.id in place.ancestors), None
            )
        return self._places_held[key]

    def _elsewhere(self, span: Span, container_span: Span) -> Place | None:
        """The state that follows the name of a city, none of which is known in it (“Berlin, Connecticut”)."""
        names, following = self._named[span], self._named[container_span]
        city, state = (self._gazetteer.place(entries[0].place_id) for entries in (names, following))
        if city is None or state is None or city.kind != "city" or state.kind != "admin1" or names[0].demonym:
            return None
        if self._held(span, state) is not None or self._following(container_span) is not None:
            return None
        return state if city.country != state.country else None

    def _tells(self, span: Span, place: Place, container: Place, container_span: Span, *, comma: bool) -> bool:
        """Whether a name beside another tells it apart, rather than stands in a row with it."""
        name = next(name for name in self._named[span] if not name.demonym)
        best = self._gazetteer.place(name.place_id)
        if best is None or container.id in best.ancestors:
            return True
        if not comma:
            prior = next(entry.prior for entry in self._named[span] if entry.place_id == place.id)
            return best.kind not in {"country", "region"} and prior > name.prior - _LESS
        if best.kind == "city" or container.kind == "admin2":
            return True
        return container.kind == "admin1" and not self._in_row(span, container, container_span)

    def _in_row(self, span: Span, container: Place, container_span: Span) -> bool:
        """Whether a land and what follows it are two of a row of provinces (“Georgia, Texas and Florida”)."""
        likely = (self._gazetteer.place(name.place_id) for name in self._named[span][:_LIKELY])
        if not any(place and place.kind == "admin1" and place.country == container.country for place in likely):
            return False
        following = self._following(container_span)
        return following is not None and any(place.kind == "admin1" for place in self._lands(following))

    def _following(self, span: Span) -> Span | None:
        """The name that comes next in a row."""
        tokens, start = self._words.tokens, span[1] + 1
        if start < len(tokens) and tokens[start].key in self._words.lexicon.grammar.choosing:
            start += 1
        elif tokens[span[1]].gap != ", ":
            return None
        return (start, self._longest[start]) if start in self._longest else None
