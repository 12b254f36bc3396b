"""Recognising in a text the places that it names."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from digests.lexicon import ENGLISH, Lexicon
from digests.models import Place, PlaceMention, Span
from digests.places.gazetteer import Gazetteer
from digests.places.judge import Spot
from digests.places.resolve import Resolver
from digests.places.spots import Spots, find_spots
from digests.places.words import Words


def find_places(
    text: str,
    gazetteer: Gazetteer,
    *,
    persons: Sequence[Span] = (),
    home: str | None = None,
    lexicon: Lexicon = ENGLISH,
) -> tuple[PlaceMention, ...]:
    """The places that a text names, in order, each with the place that is meant.

    Peoples (“Ukrainian forces”) and the names of persons are no places. A state that is named by itself or its
    capital as somebody who speaks or acts (“Kyiv said”) is marked as a metonym.

    persons: where the text names persons; no place is read into them.
    home: the country, by ISO code, that the text's readers are at home in.
    lexicon: the words of the text's language.
    """
    return tuple(_mentions(text, find_spots(text, gazetteer, persons, lexicon), gazetteer, home))


def find_toponyms(
    text: str,
    gazetteer: Gazetteer,
    *,
    persons: Sequence[Span] = (),
    home: str | None = None,
    lexicon: Lexicon = ENGLISH,
) -> tuple[PlaceMention, ...]:
    """What `find_places` finds, and the adjectives of peoples, which annotators of places count too (“Turkish”)."""
    spots = find_spots(text, gazetteer, persons, lexicon)
    peoples = (
        _mention(text, spots.words, spot, place)
        for spot in spots.peoples
        if _describes(spot, lexicon) and (place := gazetteer.place(spot.names[0].place_id)) is not None
    )
    return tuple(sorted([*_mentions(text, spots, gazetteer, home), *peoples], key=lambda mention: mention.start))


def _describes(spot: Spot, lexicon: Lexicon) -> bool:
    """Whether a people's name is not a plural (“Russians”)."""
    things = lexicon.things
    return not spot.key.endswith(things.plural_endings) or spot.key.endswith(things.not_plural_endings)


def _mentions(text: str, spots: Spots, gazetteer: Gazetteer, home: str | None) -> Iterator[PlaceMention]:
    resolver = Resolver(spots, gazetteer, home)
    for spot in spots.spots:
        if (place := resolver.resolve(spot)) is not None:
            yield _mention(text, spots.words, spot, place)


def _mention(text: str, words: Words, spot: Spot, place: Place) -> PlaceMention:
    start, end = words.tokens[spot.first].start, words.tokens[spot.last].end
    capital = any(name.capital and name.place_id == place.id for name in spot.names)
    state = place.kind == "country" or capital
    metonym = state and _speaks(words, spot)
    return PlaceMention(place=place, surface=text[start:end], start=start, end=end, metonym=metonym)


def _speaks(words: Words, spot: Spot) -> bool:
    """Whether a name is the subject of a verb of saying or acting."""
    preceding, following, lexicon = words.before(spot.first), words.after(spot.last), words.lexicon
    if preceding in lexicon.places.locatives or preceding == "of" or words.tokens[spot.last].possessive:
        return False
    return following in _acting(lexicon)


@functools.cache
def _acting(lexicon: Lexicon) -> frozenset[str]:
    grammar = lexicon.grammar
    return lexicon.places.acting.union(lexicon.verbs.saying, grammar.have_finite, grammar.modals)
