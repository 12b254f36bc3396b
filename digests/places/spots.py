"""Where in a text the name of a place may stand: the longest names of the gazetteer, less what is no place."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from digests.lexicon import Lexicon
from digests.models import Span
from digests.places.containers import Contained, Containers
from digests.places.gazetteer import Gazetteer, PlaceName
from digests.places.judge import Spot, judge
from digests.places.tokens import Token, joins, tokenise
from digests.places.words import Words, within

_LONGEST = 6
#: In powers of ten: a place that no surname is, a large city.
_FAMOUS, _LARGE = 6.0, 5.5


class Spots(NamedTuple):
    """What `find_spots` finds."""

    words: Words
    contained: dict[Span, Contained]  #: what is told apart by what it lies in, by its words
    spots: list[Spot]
    peoples: list[Spot]  #: names of peoples (“Ukrainian”), the likeliest one's country or region first


def find_spots(text: str, gazetteer: Gazetteer, persons: Sequence[Span], lexicon: Lexicon) -> Spots:
    """The names in a text that may be places, in order and without overlap."""
    tokens = tokenise(text, lexicon)
    ranges = {(first, last): key for first, last, key in _ranges(tokens, lexicon)}
    states = {
        index: state for index in range(1, len(tokens)) if (state := _state(tokens[index - 1], tokens[index], lexicon))
    }
    ranges |= {(index, index): state for index, state in states.items()}
    keys = list(dict.fromkeys(ranges.values()))
    names = {key: entries for key, entries in zip(keys, gazetteer.find(keys), strict=True) if entries}
    single = list({token.key for token in tokens if token.capital})
    words = Words(tokens, dict(zip(single, gazetteer.traits(single), strict=True)), names, states, lexicon)
    contained = Containers(words, ranges, names, gazetteer).find()
    known = within(tokens, persons) | _storms(words)
    doubtless = _doubtless(words, ranges, names) | {
        index for first, last in contained for index in range(first, last + 1)
    }
    person_words = known | _named_again(words, known, doubtless)
    spots = list(_longest(words, ranges, names, person_words, contained))
    return Spots(
        words,
        contained,
        [spot for spot in spots if not spot.names[0].demonym],
        [spot for spot in spots if spot.names[0].demonym],
    )


def _named_again(words: Words, known: set[int], doubtless: set[int]) -> set[int]:
    """Later mentions of known persons by one of their names alone, unless something is said to be there."""
    keys = {words.tokens[index].key for index in known}
    return {
        index
        for index, token in enumerate(words.tokens)
        if token.capital and token.key in keys and index not in doubtless and words.prior(index) < _FAMOUS
        if words.before(index) not in words.lexicon.places.sure_locatives
    }


def _storms(words: Words) -> set[int]:
    """The names of storms, which are persons’ names too."""
    storms = words.lexicon.places.storms
    return {index for index, token in enumerate(words.tokens) if token.capital and words.before(index) in storms}


def _doubtless(words: Words, ranges: Mapping[Span, str], names: Mapping[str, tuple[PlaceName, ...]]) -> set[int]:
    """The words of names of several words that are places beyond doubt."""
    return {
        index
        for (first, last), key in ranges.items()
        if last > first and key in names and _is_doubtless(words, first, last, names[key])
        for index in range(first, last + 1)
    }


def _is_doubtless(words: Words, first: int, last: int, names: tuple[PlaceName, ...]) -> bool:
    """Whether a name of several words is a place rather than a person of that name."""
    person = words.trait(first).given and words.trait(last).surname
    return names[0].prior > (_LARGE if person else 3.0)


def _state(preceding: Token, token: Token, lexicon: Lexicon) -> str | None:
    """The state that a word stands for if it is shortened (“Reno, Nev.”, “Reno, NV”, “in N.J.”)."""
    state = lexicon.places.states.get(token.key) if token.capital else None
    if state is None:
        return None
    if preceding.capital and preceding.gap.startswith(".") and len(preceding.key) == 1:
        return lexicon.places.states.get(f"{preceding.key} {token.key}")  # “W. Va.”
    dotted = token.text.endswith(".")
    after_comma = preceding.gap == ", " and preceding.capital
    pointed = token.gap.startswith(".") or (token.text.isupper() and len(token.key) == 2)
    return state if dotted or (after_comma and pointed) else None


def _ranges(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Every run of words that is written like a name: first and last word, and its key."""
    particles, connectors = lexicon.persons.joined_particles, _connectors(lexicon)
    for first, token in enumerate(tokens):
        if not token.capital and not (token.key in particles and token.gap == "-"):
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
    person_words: set[int],
    contained: Mapping[Span, Contained],
) -> Iterator[Spot]:
    """From left to right the longest names that stand clear of persons."""
    past = 0
    for first, last in sorted((span for span, key in ranges.items() if key in names), key=lambda s: (s[0], -s[1])):
        if first < past or not person_words.isdisjoint(range(first, last + 1)):
            continue
        past = last + 1
        key, container = ranges[first, last], contained.get((first, last))
        if container is not None and container.place is None:
            continue
        spot = judge(words, (first, last), key, names[key], contained=container is not None)
        if spot is not None:
            yield spot
