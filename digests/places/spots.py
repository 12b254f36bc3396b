"""Where in a text the name of a place may stand: the longest names of the gazetteer, less what is no place."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from digests.lexicon import Lexicon
from digests.models import Span
from digests.places.containers import Containers, Inside
from digests.places.gazetteer import Gazetteer, PlaceName
from digests.places.tokens import Token, joins, tokenise
from digests.places.words import Words, within

_LONGEST = 6
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


class Spots(NamedTuple):
    """What `find_spots` finds."""

    words: Words
    told: dict[Span, Inside]  #: what is told apart by what it lies in, by its words
    spots: list[Spot]
    peoples: list[Spot]  #: names of peoples (“Ukrainian”), the likeliest one's country or region first


def find_spots(text: str, gazetteer: Gazetteer, persons: Sequence[Span], lexicon: Lexicon) -> Spots:
    """The names in a text that may be places, in order and without overlap."""
    tokens = tokenise(text, lexicon)
    ranges = {(first, last): key for first, last, key in _ranges(tokens, lexicon)}
    states = {at: state for at in range(1, len(tokens)) if (state := _state(tokens[at - 1], tokens[at], lexicon))}
    ranges |= {(at, at): state for at, state in states.items()}
    keys = list(dict.fromkeys(ranges.values()))
    names = {key: entries for key, entries in zip(keys, gazetteer.find(keys), strict=True) if entries}
    single = list({token.key for token in tokens if token.capital})
    words = Words(tokens, dict(zip(single, gazetteer.traits(single), strict=True)), names, states, lexicon)
    told = Containers(words, ranges, names, gazetteer).find()
    known = within(tokens, persons) | _storms(words)
    doubtless = _doubtless(words, ranges, names) | {at for first, last in told for at in range(first, last + 1)}
    barred = known | _named_again(words, known, doubtless)
    spots = list(_longest(words, ranges, names, barred, told))
    return Spots(
        words,
        told,
        [spot for spot in spots if not spot.names[0].demonym],
        [spot for spot in spots if spot.names[0].demonym],
    )


def _named_again(words: Words, known: set[int], doubtless: set[int]) -> set[int]:
    """Later mentions of known persons by one of their names alone, unless something is said to be there."""
    keys = {words.tokens[at].key for at in known}
    return {
        at
        for at, token in enumerate(words.tokens)
        if token.capital and token.key in keys and at not in doubtless and words.prior(at) < _FAMOUS
        if words.before(at) not in words.lexicon.places.sure_locatives
    }


def _storms(words: Words) -> set[int]:
    """The names of storms, which are persons’ names too."""
    storms = words.lexicon.places.storms
    return {at for at, token in enumerate(words.tokens) if token.capital and words.before(at) in storms}


def _doubtless(words: Words, ranges: Mapping[Span, str], names: Mapping[str, tuple[PlaceName, ...]]) -> set[int]:
    """The words of names of several words that are places beyond doubt."""
    return {
        at
        for (first, last), key in ranges.items()
        if last > first and key in names and _is_doubtless(words, first, last, names[key])
        for at in range(first, last + 1)
    }


def _is_doubtless(words: Words, first: int, last: int, names: tuple[PlaceName, ...]) -> bool:
    """Whether a name of several words is a place rather than a person of that name."""
    person = words.trait(first).given and words.trait(last).surname
    return names[0].prior > (_LARGE if person else 3.0)


def _state(before: Token, token: Token, lexicon: Lexicon) -> str | None:
    """The state that a word stands for if it is shortened (“Reno, Nev.”, “Reno, NV”, “in N.J.”)."""
    state = lexicon.places.states.get(token.key) if token.capital else None
    if state is None:
        return None
    if before.capital and before.gap.startswith(".") and len(before.key) == 1:
        return lexicon.places.states.get(f"{before.key} {token.key}")  # “W. Va.”
    dotted = token.text.endswith(".")
    after_comma = before.gap == ", " and before.capital
    pointed = token.gap.startswith(".") or (token.text.isupper() and len(token.key) == 2)
    return state if dotted or (after_comma and pointed) else None


def _ranges(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Every run of words that is written like a name: first and last word, and its key."""
    joined, connectors = lexicon.persons.joined_particles, _connectors(lexicon)
    for first, token in enumerate(tokens):
        if not token.capital and not (token.key in joined and token.gap == "-"):
            continue
        key = ""
        for last in range(first, min(first + _LONGEST, len(tokens))):
            word = tokens[last]
            if not word.capital and word.key not in connectors:
                break
            key = f"{key} {word.key}" if key else word.key
            if word.capital:
                yield first, last, key
            if word.possessive and word.gap == " " and first == last:
                key += "s"  # “People’s Republic”
            elif not joins(word, lexicon):
                break


@functools.cache
def _connectors(lexicon: Lexicon) -> frozenset[str]:
    """The words between the capitalised words of one name."""
    return lexicon.places.connectors | lexicon.persons.particles


def _longest(
    words: Words,
    ranges: Mapping[Span, str],
    names: Mapping[str, tuple[PlaceName, ...]],
    barred: set[int],
    told: Mapping[Span, Inside],
) -> Iterator[Spot]:
    """From left to right the longest names that stand clear of persons."""
    past = 0
    for first, last in sorted((span for span, key in ranges.items() if key in names), key=lambda s: (s[0], -s[1])):
        if first < past or not barred.isdisjoint(range(first, last + 1)):
            continue
        key = ranges[first, last]
        inside = told.get((first, last))
        if inside is not None and inside.place is None:
            past = last + 1
            continue
        spot = _told(words, (first, last), key, names[key]) if inside is not None else None
        spot = spot or _judge(words, first, last, key, names[key])
        past = last + 1
        if spot is not None:
            yield spot


def _told(words: Words, span: Span, key: str, names: tuple[PlaceName, ...]) -> Spot | None:
    """The spot of a name that the text says lies somewhere, which is no other thing's."""
    first, last = span
    if names[0].demonym or not _written_as_place(words, first, last, key, names) or _part_of_body(words, first, last):
        return None
    return Spot(first, last, key, tuple(name for name in names if not name.demonym), weak=False)


def _judge(words: Words, first: int, last: int, key: str, names: tuple[PlaceName, ...]) -> Spot | None:
    """The spot that a name makes; none if it is no place."""
    if names[0].demonym:
        return Spot(first, last, key, names, weak=False)
    if not _written_as_place(words, first, last, key, names) or _part_of_body(words, first, last):
        return None
    names = tuple(name for name in names if not name.demonym)
    prior, spoken_for = names[0].prior, _spoken_for(words, first, last)
    if not _more_than_word(words, first, last, names[0], spoken_for=spoken_for):
        return None
    return Spot(first, last, key, names, weak=prior < _LARGE and not spoken_for)


def _more_than_word(words: Words, first: int, last: int, name: PlaceName, *, spoken_for: bool) -> bool:
    """Whether a name that is also an ordinary word, or a part of another name, is meant as a place."""
    if first == last and name.prior < _SURELY and _after_unknown(words, first):
        return False
    if name.prior > _GREAT:
        return True
    if _ends_longer_name(words, first, last, name) or _begins_other_name(words, first, last, name):
        return False
    if all(words.trait(at).word for at in range(first, last + 1)):
        return _more_than_words(words, first, last, name, spoken_for=spoken_for)
    return first < last or _no_person(words, first, name, spoken_for=spoken_for)


def _no_person(words: Words, at: int, name: PlaceName, *, spoken_for: bool) -> bool:
    """Whether a lone word, which may be a person's name, is meant as a place."""
    before, places, personal = words.before(at), words.lexicon.places, words.trait(at).personal
    speaks = words.after(at) in words.lexicon.verbs.saying and before not in places.locatives
    if speaks and name.prior < (_FAMOUS if personal else _LARGE):
        return False  # “Evans said”
    if not personal:
        return True
    surely = before in places.sure_locatives or (spoken_for and before not in places.locatives)
    return not _between_names(words, at) and (surely or name.prior > (_TOWN if name.canonical else _LARGE))


def _more_than_words(words: Words, first: int, last: int, name: PlaceName, *, spoken_for: bool) -> bool:
    """The same for a name that is made of ordinary words alone."""
    continued = first > 0 and words.tokens[first - 1].capital and words.follows_on(first - 1)
    continued = continued and not (words.people(first - 1) or _small_word(words.tokens[first - 1], words))
    if first < last and name.canonical and not continued:
        typed = words.tokens[last].key in words.lexicon.places.lands
        return typed or name.prior > _LARGE or not (words.tokens[first].opens or words.follows_on(last))
    typed = first < last and words.tokens[last].key in words.lexicon.places.lands
    return spoken_for and (typed or (name.prior > _TOWN and not words.tokens[first].opens and not continued))


def _ends_longer_name(words: Words, first: int, last: int, name: PlaceName) -> bool:
    """Whether a small place's name ends that of something else (“Wells Fargo”)."""
    at, places = first - 1, words.lexicon.places
    if first == 0 or name.prior > _LARGE or not words.tokens[at].capital or words.tokens[at].gap != " ":
        return False
    before = words.tokens[at]
    if (
        before.possessive
        or before.opens
        or not before.text[1:].islower()
        or words.people(at)
        or words.prior(at) > _TOWN
    ):
        return False
    return before.key not in places.directions and words.tokens[last].key not in places.lands


def _begins_other_name(words: Words, first: int, last: int, name: PlaceName) -> bool:
    """Whether a lesser name of a place begins that of something else (“the Quds Force”)."""
    lesser = first == last and not name.canonical and words.tokens[first].text[1:].islower()
    return lesser and words.follows_on(last) and words.tokens[last].gap == " "


def _spoken_for(words: Words, first: int, last: int) -> bool:
    """Whether the words around, or its own last word, say that this is a place."""
    before, after, places = words.before(first), words.after(last), words.lexicon.places
    if before in places.locatives or before in places.settlements or after in _place_nouns(words.lexicon):
        return True
    if first < last and words.tokens[last].key in places.lands:
        return True
    if before == "of" and first > 1:
        return words.before(first - 1) in _parts(words.lexicon) or words.tokens[first - 2].gap.endswith(", ")
    token = words.tokens[last]
    return token.gap.startswith(", ") and last + 1 < len(words.tokens) and words.prior(last + 1) > _LARGE


def _between_names(words: Words, at: int) -> bool:
    """Whether a person's name stands before a surname or an initial, or a surname after a person's name."""
    if words.follows_on(at):
        following, trait = words.tokens[at + 1], words.trait(at + 1)
        if len(following.key) == 1 and following.text.isupper():
            return words.trait(at).given
        surname = trait.surname and words.prior(at + 1) < _LARGE
        return surname and (not trait.word or words.after(at + 1) in words.lexicon.verbs.saying)
    if not at or not words.tokens[at - 1].capital or not words.follows_on(at - 1):
        return False
    return words.trait(at).surname and words.trait(at - 1).given and not _small_word(words.tokens[at - 1], words)


def _after_unknown(words: Words, at: int) -> bool:
    """Whether a given name stands after a name that is none of a place or a people, nor a word (“Valeska Paris”)."""
    if at == 0 or not words.trait(at).given or words.tokens[at - 1].gap != " ":
        return False
    before, trait = words.tokens[at - 1], words.trait(at - 1)
    named = before.capital and before.text[1:].islower() and not before.possessive
    return named and not (trait.word or words.people(at - 1) or words.prior(at - 1) or _small_word(before, words))


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


def _written_large(words: Words, at: int, names: tuple[PlaceName, ...]) -> bool:
    """A word in capitals is an acronym unless it stands for a large place, or its line is in capitals too."""
    token = words.tokens[at]
    if names[0].prior > _FAMOUS and names[0].canonical:
        return True
    around = [words.tokens[near] for near in (at - 1, at + 1) if 0 <= near < len(words.tokens)]
    dateline = token.opens and (token.gap.strip(" ")[:1] in {"(", "-", "–", "—", ","} or names[0].prior > _LARGE)
    shouted = any(other.text.isupper() and len(other.key) > 1 for other in around)
    return len(token.key) > 3 and (dateline or shouted) and names[0].canonical


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
