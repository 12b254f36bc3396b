"""Recognising in a text the places that it names."""

from __future__ import annotations

from collections.abc import Sequence

from digests.models import Place, PlaceMention, Span
from digests.places.gazetteer import Gazetteer
from digests.places.lexicon import ACTING, LOCATIVE
from digests.places.persons import Words
from digests.places.resolve import Resolver
from digests.places.spots import Spot, find_spots


def find_places(
    text: str, gazetteer: Gazetteer, *, persons: Sequence[Span] = (), home: str | None = None
) -> tuple[PlaceMention, ...]:
    """The places that a text names, in order, each with the place that is meant.

    Peoples (“Ukrainian forces”) and the names of persons are no places. A state that is named by itself or its
    capital as somebody who speaks or acts (“Kyiv said”) is marked as a metonym.

    persons: where the text names persons, as far as that is known; more are found here.
    home: the country, by ISO code, that the text's readers are at home in.
    """
    found = find_spots(text, gazetteer, persons)
    resolver = Resolver(found, gazetteer, home)
    resolved = ((spot, resolver.resolve(spot)) for spot in found.spots)
    return tuple(_mention(text, found.words, spot, place) for spot, place in resolved if place is not None)


def _mention(text: str, words: Words, spot: Spot, place: Place) -> PlaceMention:
    start, end = words.tokens[spot.first].start, words.tokens[spot.last].end
    capital = any(name.capital and name.place_id == place.id for name in spot.names)
    state = place.kind == "country" or capital
    metonym = state and _speaks(words, spot)
    return PlaceMention(place=place, surface=text[start:end], start=start, end=end, metonym=metonym)


def _speaks(words: Words, spot: Spot) -> bool:
    """Whether a name is the subject of a verb of saying or acting."""
    before = words.before(spot.first)
    return (
        before not in LOCATIVE | {"of"} and not words.tokens[spot.last].possessive and words.after(spot.last) in ACTING
    )
