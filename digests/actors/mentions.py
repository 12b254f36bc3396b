"""Finding actors anywhere in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from digests.actors.index import ActorIndex, ActorMatch, is_acronym
from digests.actors.persons import PersonName, find_persons
from digests.actors.words import SAYING
from digests.models import ActorMention
from digests.text import fold

_TOKEN = re.compile(r"[^\s“”\"(),;:!?…—–\[\]]+")
_ABBREVIATION = re.compile(r"(?:\w\.){2,}|No\.")
_POSSESSIVE = re.compile(r"[’'‘`]s?$")
_WORD_BEFORE = re.compile(r"([\w\-]+)\s+(?:the\s+)?$")
_JOINED_PEOPLE = re.compile(r"([A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:,| and|, and| or) $")
_AFTER = re.compile(r"([’'‘`]s?)?\s+([\w\-]+)")
_LONGEST = 10  #: words in "Main Directorate of Intelligence of the Ministry of Defence of Ukraine"

#: Words before the name of a country or a capital that make it a place.
_PLACE_BEFORE: Final = frozenset(
    "in into inside near from to toward towards across throughout around outside through within over at off leaving "
    "northern southern eastern western central north south east west northeastern northwestern southeastern "
    "southwestern mainland downtown northeast northwest southeast southwest entering visiting visited".split()
)
_PLACE_AFTER: Final = frozenset(
    "region oblast province city area suburb suburbs outskirts district airport street residents streets time mayor "
    "metro centre center".split()
)
_VERBS: Final = SAYING | frozenset(
    "is was has had will would can could may might must should does did made took sent began wants knows sees held "
    "gave won lost kept let set seeks hopes fears plans needs agrees refuses rejects views regards also".split()
)


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int  #: without a possessive
    full_end: int
    key: str


def find_actors(text: str, index: ActorIndex) -> tuple[ActorMention, ...]:
    """The actors that a text names, the longest name first; countries and capitals that are but places are left out."""
    found = [mention for mention in _mentions(text, index) if _acts(text, mention)]
    shared = [other for mention in found for other in _sharing_noun(text, mention, index)]
    return tuple(sorted([*found, *shared], key=lambda mention: mention.start))


def _mentions(text: str, index: ActorIndex) -> Iterator[ActorMention]:
    tokens = tuple(_tokens(text))
    persons = {person.start: person for person in find_persons(text)}
    known = _known_persons(persons.values(), index)
    place = 0
    while place < len(tokens):
        person = persons.get(tokens[place].start)
        if person is not None:
            match, end = _person(person, known, index), person.end
        else:
            match, end = _longest(text, tokens, place, index)
        start = tokens[place].start
        if match is not None:
            surface = text[start:end]
            yield ActorMention(actor=match.actor, surface=surface, start=start, end=end, resolved_by=match.resolved_by)
        while place < len(tokens) and tokens[place].start < max(end, start + 1):
            place += 1


def _sharing_noun(text: str, mention: ActorMention, index: ActorIndex) -> Iterator[ActorMention]:
    """The peoples before “and Russian soldiers” that share the noun: “North Korean and Russian soldiers”."""
    words = mention.surface.split()
    own = next((n for n in range(len(words) - 1, 0, -1) if index.state_of(" ".join(words[:n]))), 0)
    place = mention.start
    while own and (before := _JOINED_PEOPLE.search(text, max(0, place - 60), place)):
        people = next((p for n in (0, 1) if index.state_of(p := " ".join(before[1].split()[n:]))), "")
        match = index.recognise(f"{people} {' '.join(words[own:])}") if people else None
        if match is None:
            return
        start = before.end(1) - len(people)
        yield ActorMention(
            actor=match.actor, surface=people, start=start, end=before.end(1), resolved_by=match.resolved_by
        )
        place = start


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        if text[end - 1] == "." and not _ABBREVIATION.fullmatch(found[0]):
            end -= 1
        possessive = _POSSESSIVE.search(text, start, end)
        bare = possessive.start() if possessive else end
        if key := fold(text[start:bare]):
            yield _Token(start, bare, end, key)


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
    only = index.get(next(iter(ids))) if len(ids) == 1 else None
    return ActorMatch(only, "last name") if only is not None else None


def _longest(text: str, tokens: Sequence[_Token], place: int, index: ActorIndex) -> tuple[ActorMatch | None, int]:
    """The longest name that begins at a token, and where it ends; none, and the token's end."""
    first = tokens[place]
    word = text[first.start : first.full_end]
    article = first.key == "the"
    if (word.islower() and not article) or not index.may_begin(first.key.split(" ")[0]):
        return None, first.full_end
    for token in reversed(_joined(text, tokens[place : place + _LONGEST])):
        surface = text[first.start : token.end]
        match = index.recognise(surface) if index.may_end(token.key.split(" ")[-1]) else None
        if match is not None and _as_written(surface, match, article=article):
            return match, token.end
    return None, first.full_end


def _joined(text: str, tokens: Sequence[_Token]) -> Sequence[_Token]:
    """The first tokens that follow one another with only white space between."""
    for count, (one, two) in enumerate(pairwise(tokens), start=1):
        if not text[one.full_end : two.start].isspace():
            return tokens[:count]
    return tokens


def _as_written(surface: str, match: ActorMatch, *, article: bool) -> bool:
    """Whether a name is written as it has to be: initials in capitals, an article only where it is part of the name."""
    if article and not match.actor.name.startswith("The "):
        return False
    return match.resolved_by != "acronym" or is_acronym(surface)


def _acts(text: str, mention: ActorMention) -> bool:
    """Whether a mention is an actor's; the name of a country or capital may be but a place."""
    actor, key = mention.actor, fold(mention.surface)
    capital = key in map(fold, actor.capitals)
    if (not capital and actor.kind != "state") or key in map(fold, actor.seats):
        return True
    before = _WORD_BEFORE.search(text, max(0, mention.start - 30), mention.start)
    after = _AFTER.match(text, mention.end)
    following = after[2].lower() if after else ""
    if (before and before[1].lower() in _PLACE_BEFORE) or following in _PLACE_AFTER:
        return False
    if not capital:
        return True
    if after is None or not following.islower() or not after[2].islower():
        return False
    return bool(after[1]) or following in _VERBS or following.endswith("ed")
