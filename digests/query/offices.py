"""Questions that name an office: “Georgia governor”, “the Iranian foreign minister”, “Senator Graham”."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from digests.lexicon import Lexicon
from digests.models import Place
from digests.places.gazetteer import Gazetteer
from digests.text.folding import fold

_TELLING = 6  #: letters from which a misspelt office is known
_NEAR = 85  #: rapidfuzz score from which it is


def names_office(name: str, lexicon: Lexicon) -> bool:
    """Whether a question names an office, which is no misspelt name: “Iran foreign minister” is not its ministry."""
    return not lexicon.persons.titles.keys().isdisjoint(fold(name).split())


def untitled(name: str, lexicon: Lexicon) -> str:
    """What stands behind the titles that a question begins with: “Graham” of “Senator Graham”; else nothing."""
    words = name.split()
    count = next((i for i, word in enumerate(words) if fold(word) not in lexicon.persons.titles), len(words))
    return " ".join(words[count:]) if count else ""


def with_offices_spelt(name: str, gazetteer: Gazetteer, lexicon: Lexicon) -> str:
    """A question in which an office that is nearly spelt is put right: “Governer of Georgia”."""
    words = name.split()
    traits = gazetteer.traits(words)
    right = (word if trait.word else _office_near(word, lexicon) for word, trait in zip(words, traits, strict=True))
    return " ".join(right)


def _office_near(word: str, lexicon: Lexicon) -> str:
    """The office that a word misspells, else the word."""
    key = fold(word)
    if len(key) < _TELLING or key in lexicon.persons.titles:
        return word
    match = process.extractOne(key, lexicon.persons.titles.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return match[0].capitalize() if match and match[0][0] == key[0] else word


def lands_of(people: str, gazetteer: Gazetteer) -> list[Place]:
    """The country or region that the name of a people means: “Iranian”."""
    entries = gazetteer.find([people])[0]
    places = (gazetteer.place(entry.place_id) for entry in entries if entry.demonym)
    return [place for place in places if place is not None][:1]
