"""Finding actors anywhere in a text."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from digests.actors.index import ActorIndex, ActorMatch, is_acronym
from digests.actors.person_name import PersonName
from digests.actors.persons import find_persons
from digests.lexicon import ENGLISH, Lexicon, either
from digests.models import ActorMention, Span
from digests.text.folding import fold
from digests.text.name_words import POSSESSIVE_END, word_before

_TOKEN = re.compile(r"[^\s“”\"(),;:!?…—–\[\]]+")
_AFTER = re.compile(r"([’'‘`]s?)?\s+([\w\-]+)")
_LONGEST = 10  #: words in "Main Directorate of Intelligence of the Ministry of Defence of Ukraine"


class Named(NamedTuple):
    """Whom a text names: the persons by their names alone, and the actors."""

    persons: tuple[PersonName, ...]
    actors: tuple[ActorMention, ...]


class _Token(NamedTuple):
    start: int
    end: int  #: without a possessive
    full_end: int
    key: str


def find_named(text: str, index: ActorIndex, *, lexicon: Lexicon = ENGLISH) -> Named:
    """The persons and the actors that a text names, found together because the one helps to find the other."""
    persons = find_persons(text, lexicon)
    acting = [mention for mention in _mentions(text, persons, index) if _acts(text, mention, lexicon)]
    shared = [other for mention in acting for other in _sharing_noun(text, mention, index, lexicon)]
    return Named(persons, tuple(sorted([*acting, *shared], key=lambda mention: mention.start)))


def find_actors(text: str, index: ActorIndex, *, lexicon: Lexicon = ENGLISH) -> tuple[ActorMention, ...]:
    """The actors that a text names, the longest name first; countries and capitals that are but places are left out."""
    return find_named(text, index, lexicon=lexicon).actors


def _mentions(text: str, persons: Sequence[PersonName], index: ActorIndex) -> Iterator[ActorMention]:
    persons_by_start = {person.start: person for person in persons}
    known = _known_persons(persons, index)
    words = [token.span() for token in _TOKEN.finditer(text)]
    past = 0
    for place, (start, full_end) in enumerate(words):
        if start < past or not _may_be_name(text[start:full_end]):
            continue
        person = persons_by_start.get(start)
        if person is not None:
            match, end = _person(person, known, index), person.end
        else:
            match, end = _longest(text, words[place : place + _LONGEST], index)
        if match is not None:
            surface = text[start:end]
            yield ActorMention(actor=match.actor, surface=surface, start=start, end=end, resolved_by=match.resolved_by)
        past = end


def _may_be_name(word: str) -> bool:
    """Whether a word may begin a name: it has a capital, or is an article."""
    return not word.islower() or "the" in word


@functools.cache
def _joined_people(lexicon: Lexicon) -> re.Pattern[str]:
    joining = either(lexicon.grammar.choosing)
    return re.compile(rf"([A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:,|,? (?:{joining})) $")


def _sharing_noun(text: str, mention: ActorMention, index: ActorIndex, lexicon: Lexicon) -> Iterator[ActorMention]:
    """The peoples before “and Russian soldiers” that share the noun: “North Korean and Russian soldiers”."""
    words = mention.surface.split()
    people_length = next((n for n in range(len(words) - 1, 0, -1) if index.state_of(" ".join(words[:n]))), 0)
    place = mention.start
    while people_length and (preceding := _joined_people(lexicon).search(text, max(0, place - 60), place)):
        people = next((p for n in (0, 1) if index.state_of(p := " ".join(preceding[1].split()[n:]))), "")
        match = index.recognise(f"{people} {' '.join(words[people_length:])}") if people else None
        if match is None:
            return
        start = preceding.end(1) - len(people)
        yield ActorMention(
            actor=match.actor, surface=people, start=start, end=preceding.end(1), resolved_by=match.resolved_by
        )
        place = start


def _token(text: str, span: Span, lexicon: Lexicon) -> _Token:
    start, end = span
    bare, full, key = _parts(text[start:end], lexicon)
    return _Token(start, start + bare, start + full, key)


@functools.cache
def _abbreviation(lexicon: Lexicon) -> re.Pattern[str]:
    """A word whose last point is its own: “U.S.”, “No.”."""
    return re.compile(rf"(?:\w\.){{2,}}|(?:{either(map(str.capitalize, lexicon.texts.numbering_names))})\.")


@functools.lru_cache(maxsize=16_384)
def _parts(word: str, lexicon: Lexicon) -> tuple[int, int, str]:
    """Where a word ends without a possessive and without a sentence's point, and its key."""
    end = len(word)
    if word[-1] == "." and not _abbreviation(lexicon).fullmatch(word):
        end -= 1
    possessive = POSSESSIVE_END.search(word, 0, end)
    bare = possessive.start() if possessive else end
    return bare, end, fold(word[:bare])


def _known_persons(persons: Iterable[PersonName], index: ActorIndex) -> dict[str, set[str]]:
    """The ids behind each last name whose full name the text gives; an empty id is somebody without an entry."""
    known: dict[str, set[str]] = {}
    for person in persons:
        if not person.bare:
            match = index.recognise(person.name)
            known.setdefault(person.last, set()).add(match.actor.id if match else "")
    return known


def _person(person: PersonName, known: Mapping[str, set[str]], index: ActorIndex) -> ActorMatch | None:
    """Who a person's name stands for; a last name is the one whose full name the text gives."""
    match = index.recognise(person.name)
    ids = known.get(person.last, set())
    if not person.bare or (match is not None and match.actor.id in ids):
        return match
    actor = index.get(next(iter(ids))) if len(ids) == 1 else None
    return ActorMatch(actor, "last name") if actor is not None else None


def _longest(text: str, words: Sequence[Span], index: ActorIndex) -> tuple[ActorMatch | None, int]:
    """The longest name that begins at the first of some words, and where it ends; none, and that word's end."""
    first = _token(text, words[0], index.lexicon)
    article = first.key in index.lexicon.grammar.definite_articles
    if (text[first.start : first.full_end].islower() and not article) or not index.may_begin(first.key.split(" ")[0]):
        return None, first.full_end
    for token in reversed(_joined(text, first, words[1:], index.lexicon)):
        surface = text[first.start : token.end]
        match = index.recognise(surface) if index.may_end(token.key.split(" ")[-1]) else None
        if match is not None and _as_written(surface, match, article=article):
            return match, token.end
    return None, first.full_end


def _joined(text: str, first: _Token, words: Sequence[Span], lexicon: Lexicon) -> list[_Token]:
    """A token with those that follow it with only white space between."""
    tokens = [first]
    for span in words:
        token = _token(text, span, lexicon)
        if not token.key or not text[tokens[-1].full_end : token.start].isspace():
            break
        tokens.append(token)
    return tokens


def _as_written(surface: str, match: ActorMatch, *, article: bool) -> bool:
    """Whether a name is written as it has to be: initials in capitals, an article only where it is part of the name."""
    if article and not match.actor.name.startswith("The "):
        return False
    return match.resolved_by != "acronym" or is_acronym(surface)


def _acts(text: str, mention: ActorMention, lexicon: Lexicon) -> bool:
    """Whether a mention is an actor's: “the county Department of Labor” is not, and a country may be but a place.

    Nor is one that only begins the name of another body: “Department of State Services”.
    """
    actor, key = mention.actor, fold(mention.surface)
    preceding_word = word_before(lexicon).search(text, max(0, mention.start - 30), mention.start)
    if preceding_word and preceding_word[1] in lexicon.descriptions.smaller_governments:
        return not actor.country
    if actor.kind == "government" and _body_behind(lexicon).match(text, mention.end):
        return False
    capital = key in map(fold, actor.capitals)
    if (not capital and actor.kind != "state") or key in map(fold, actor.seats):
        return True
    continuation = _AFTER.match(text, mention.end)
    following = continuation[2].lower() if continuation else ""
    if (preceding_word and preceding_word[1].lower() in _before_places(lexicon)) or following in _after_places(lexicon):
        return False
    if not capital or continuation is None:
        return not capital
    acts = following in _acting(lexicon) or following.endswith(lexicon.calendar.past_endings)
    return continuation[2].islower() and (bool(continuation[1]) or acts)


@functools.cache
def _body_behind(lexicon: Lexicon) -> re.Pattern[str]:
    """A noun for a body, with a capital, right behind a name."""
    return re.compile(rf"\s(?:{either(map(str.title, lexicon.descriptions.bodies))})(?:e?s)?\b")


@functools.cache
def _before_places(lexicon: Lexicon) -> frozenset[str]:
    """Words before the name of a country or a capital that make it a place."""
    places = lexicon.places
    return places.sure_locatives | places.doubtful_locatives | places.directions


@functools.cache
def _after_places(lexicon: Lexicon) -> frozenset[str]:
    """Words after it that do."""
    places = lexicon.places
    return places.town_nouns.union(places.place_nouns, places.settlements, places.lands) - places.bodies_too


@functools.cache
def _acting(lexicon: Lexicon) -> frozenset[str]:
    """Verbs of which a capital is the subject where it stands for its state."""
    return lexicon.places.acting.union(lexicon.verbs.saying, lexicon.grammar.have_finite, lexicon.grammar.modals)
