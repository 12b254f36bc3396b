"""Whether a name of the gazetteer that stands in a text is meant as a place, and not as a word, a person or a body."""

from __future__ import annotations

import functools
from typing import NamedTuple

from digests.lexicon import Lexicon
from digests.models import Span
from digests.places.gazetteer import PlaceName
from digests.places.tokens import Token
from digests.places.words import Words

#: In powers of ten: a country, a place that no surname is, a large city, a town; less needs something in the text
_GREAT, _FAMOUS, _LARGE, _TOWN = 7.5, 6.0, 5.5, 4.3
#: A country, which is meant even where its name follows another that nobody knows.
_SURELY = 9.0


class Spot(NamedTuple):
    """A run of words, `tokens[first:last + 1]`, that may name one of several places."""

    first: int
    last: int
    key: str
    names: tuple[PlaceName, ...]
    weak: bool  #: needs the rest of the text to speak for it


def judge(words: Words, span: Span, key: str, names: tuple[PlaceName, ...], *, contained: bool = False) -> Spot | None:
    """The spot that a name makes; none if it is no place.

    contained: whether the text says what the place lies in, which no other thing does.
    """
    first, last = span
    if names[0].demonym:
        return None if contained else Spot(first, last, key, names, weak=False)
    if not _written_as_place(words, first, last, key, names) or _part_of_body(words, first, last):
        return None
    names = tuple(name for name in names if not name.demonym)
    prior, spoken_for = names[0].prior, contained or _spoken_for(words, first, last)
    if not contained and _of_people(words, first, last):
        return None
    if not contained and not _more_than_word(words, first, last, names[0], spoken_for=spoken_for):
        return None
    return Spot(first, last, key, names, weak=prior < _LARGE and not spoken_for)


def _more_than_word(words: Words, first: int, last: int, name: PlaceName, *, spoken_for: bool) -> bool:
    """Whether a name that is also an ordinary word, or a part of another name, is meant as a place."""
    if first == last and (_before_unknown(words, first) or (name.prior < _SURELY and _after_unknown(words, first))):
        return False
    if name.prior > _GREAT:
        return True
    if _ends_longer_name(words, first, last, name) or _begins_other_name(words, first, last, name):
        return False
    if all(words.trait(index).word for index in range(first, last + 1)):
        return _more_than_words(words, first, last, name, spoken_for=spoken_for)
    return first < last or _no_person(words, first, name, spoken_for=spoken_for)


def _of_people(words: Words, first: int, last: int) -> bool:
    """Whether ordinary words stand behind the name of a people, as in “the American Red Cross”."""
    is_wordy = first < last and all(words.trait(index).word for index in range(first, last + 1))
    return is_wordy and first > 0 and words.people(first - 1) and bool(words.before(first))


def _no_person(words: Words, index: int, name: PlaceName, *, spoken_for: bool) -> bool:
    """Whether a lone word, which may be a person's name, is meant as a place."""
    previous, places, personal = words.before(index), words.lexicon.places, words.trait(index).personal
    speaks = words.after(index) in words.lexicon.verbs.saying and previous not in places.locatives
    if speaks and name.prior < (_FAMOUS if personal else _LARGE):
        return False  # “Evans said”
    if not personal:
        return True
    surely = previous in places.sure_locatives or (spoken_for and previous not in places.locatives)
    return not _between_names(words, index) and (surely or name.prior > (_TOWN if name.canonical else _LARGE))


def _more_than_words(words: Words, first: int, last: int, name: PlaceName, *, spoken_for: bool) -> bool:
    """The same for a name that is made of ordinary words alone."""
    opens = words.tokens[first].opens
    land = first < last and words.tokens[last].key in words.lexicon.places.lands
    if _continues_run(words, first):
        return spoken_for and land
    if first < last and name.canonical:
        return land or name.prior > _LARGE or not (opens or words.follows_on(last))
    return spoken_for and (land or (name.prior > _TOWN and not opens))


def _continues_run(words: Words, first: int) -> bool:
    """Whether a capitalised word before it may belong to the same name."""
    if first == 0 or not words.tokens[first - 1].capital or not words.follows_on(first - 1):
        return False
    return not (words.people(first - 1) or _small_word(words.tokens[first - 1], words))


def _ends_longer_name(words: Words, first: int, last: int, name: PlaceName) -> bool:
    """Whether a small place's name ends that of something else (“Wells Fargo”)."""
    index, places = first - 1, words.lexicon.places
    if first == 0 or name.prior > _LARGE or not _named_before(words, first) or words.prior(index) > _TOWN:
        return False
    previous = words.tokens[index]
    return not previous.opens and previous.key not in places.directions and words.tokens[last].key not in places.lands


def _named_before(words: Words, first: int) -> bool:
    """Whether a capitalised word, no people and no acronym, stands right before."""
    previous = words.tokens[first - 1]
    return (
        first > 0
        and previous.capital
        and previous.gap == " "
        and not previous.possessive
        and previous.text[1:].islower()
        and not words.people(first - 1)
    )


def _begins_other_name(words: Words, first: int, last: int, name: PlaceName) -> bool:
    """Whether a lesser name of a place begins that of something else (“the Quds Force”)."""
    lesser = first == last and not name.canonical and words.tokens[first].text[1:].islower()
    return lesser and words.follows_on(last) and words.tokens[last].gap == " "


def _spoken_for(words: Words, first: int, last: int) -> bool:
    """Whether the words around, or its own last word, say that this is a place."""
    preceding, following, places = words.before(first), words.after(last), words.lexicon.places
    if preceding in places.locatives or preceding in places.settlements or following in _place_nouns(words.lexicon):
        return True
    if first < last and words.tokens[last].key in places.lands:
        return True
    if preceding == "of" and first > 1:
        return words.before(first - 1) in _parts(words.lexicon) or words.tokens[first - 2].gap.endswith(", ")
    token = words.tokens[last]
    return token.gap.startswith(", ") and last + 1 < len(words.tokens) and words.prior(last + 1) > _LARGE


def _between_names(words: Words, index: int) -> bool:
    """Whether a person's name stands before a surname or an initial, or a surname after a person's name."""
    if words.follows_on(index):
        following, trait = words.tokens[index + 1], words.trait(index + 1)
        if len(following.key) == 1 and following.text.isupper():
            return words.trait(index).given
        surname = trait.surname and words.prior(index + 1) < _LARGE
        return surname and (not trait.word or words.after(index + 1) in words.lexicon.verbs.saying)
    if not index or not words.tokens[index - 1].capital or not words.follows_on(index - 1):
        return False
    return (
        words.trait(index).surname and words.trait(index - 1).given and not _small_word(words.tokens[index - 1], words)
    )


def _before_unknown(words: Words, index: int) -> bool:
    """Whether a given name stands right before a capitalised word that is nothing else (“Israel Adesanya”)."""
    if not words.trait(index).given or not words.follows(index) or words.tokens[index].possessive:
        return False
    following, trait = words.tokens[index + 1], words.trait(index + 1)
    return following.text[1:].islower() and not (trait.word or words.people(index + 1) or words.prior(index + 1))


def _after_unknown(words: Words, index: int) -> bool:
    """Whether a given name stands after a name that is none of a place or a people, nor a word (“Valeska Paris”)."""
    if not words.trait(index).given or not _named_before(words, index):
        return False
    return not (words.trait(index - 1).word or words.prior(index - 1) or _small_word(words.tokens[index - 1], words))


def _small_word(token: Token, words: Words) -> bool:
    """Whether a word is no name but a preposition or an article that opens a sentence (“In Kursk”)."""
    grammar, places = words.lexicon.grammar, words.lexicon.places
    small = token.key in grammar.prepositions or token.key in grammar.articles or token.key in places.locatives
    return small and token.opens


@functools.cache
def _place_nouns(lexicon: Lexicon) -> frozenset[str]:
    """What shows, said after a name, that it names a place."""
    places = lexicon.places
    return places.place_nouns | places.lands | places.settlements


@functools.cache
def _parts(lexicon: Lexicon) -> frozenset[str]:
    """What shows the same, said with “of” before a name."""
    return _place_nouns(lexicon) | lexicon.places.parts | lexicon.places.directions


@functools.cache
def _no_places(lexicon: Lexicon) -> frozenset[str]:
    """Capitalised words that stand alone without naming a place, though places bear them as names."""
    calendar, places = lexicon.calendar, lexicon.places
    return places.no_places.union(
        places.directions, calendar.weekdays, calendar.months, calendar.weekday_shorts, calendar.month_shorts
    )


def _written_as_place(words: Words, first: int, last: int, key: str, names: tuple[PlaceName, ...]) -> bool:
    """Whether letters and capitals are a place's: no month, no acronym, no lone letter."""
    token = words.tokens[first]
    if first != last or key != token.key:
        return True
    if token.key in _no_places(words.lexicon):
        return False
    if token.text.isupper() and len(token.text) > 1:
        return _written_large(words, first, names)
    return len(token.key.replace(" ", "")) > 2


def _written_large(words: Words, index: int, names: tuple[PlaceName, ...]) -> bool:
    """A word in capitals is an acronym unless it stands for a large place, or its line is in capitals too."""
    token = words.tokens[index]
    if names[0].prior > _FAMOUS and names[0].canonical:
        return True
    neighbours = [words.tokens[neighbour] for neighbour in (index - 1, index + 1) if 0 <= neighbour < len(words.tokens)]
    dateline = token.opens and (token.gap.strip(" ")[:1] in {"(", "-", "–", "—", ","} or names[0].prior > _LARGE)
    in_capitals = any(other.text.isupper() and len(other.key) > 1 for other in neighbours)
    return len(token.key) > 3 and (dateline or in_capitals) and names[0].canonical


def _part_of_body(words: Words, first: int, last: int) -> bool:
    """Whether a name goes on to be that of a body, a paper, a treaty or a church (“the Moscow Times”).

    So it does where a particle ties it to a word beside it (“Santa Cruz de Nowhere”, “Stade de France”).
    """
    places, particles, tokens = words.lexicon.places, words.lexicon.persons.particles, words.tokens
    if words.after(last) in particles and not tokens[last].possessive and words.follows(last + 1):
        return True
    if words.before(first) in particles and first > 1 and tokens[first - 2].capital and words.before(first - 1):
        return True
    saint = first < last and words.tokens[first].key in places.saints and words.tokens[last].possessive
    return saint or (words.follows_on(last) and words.tokens[last + 1].key in places.body_endings)
