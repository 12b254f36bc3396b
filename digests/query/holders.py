"""Who has the office that a question names: “French president”, “Britain's ambassador to Iran”."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from digests.knowledge import Knowledge
from digests.lexicon import Lexicon
from digests.places import place_candidates
from digests.places.gazetteer import Gazetteer
from digests.query.name_index import Directory, Known
from digests.query.offices import lands_of
from digests.text.folding import fold

_MOST_WORDS = 12  #: a longer question names no office
_LONGEST_NAME = 3  #: words of a place


class _Office(NamedTuple):
    """An office as two ways to name it are held against each other: whose it is and where, by places' names."""

    words: frozenset[str]
    owners: frozenset[str]
    seats: frozenset[str]  #: what stands behind “to”, “in” or “at”


def holders(
    name: str, known: Directory, knowledge: Knowledge, lexicon: Lexicon, rest: Sequence[str] = ()
) -> list[Known]:
    """Those whom claims give the office that some words name, most claims first; rest: the words beside those.

    Where different people have had it, as their last names tell, the words mean none of them. Words that do not say
    whose it is may mean anybody's: “prime minister” is nobody where two countries have one, or beside a place.
    """
    gazetteer = knowledge.gazetteer
    office = _office(name, gazetteer, lexicon) if not _roles(lexicon).isdisjoint(fold(name).split()) else None
    if office is None or not office.words:
        return []
    if not (office.owners or office.seats) and (
        len(office.words) == 1 or any(_place(w, gazetteer, lexicon) for w in rest)
    ):
        return []
    short_forms = {long: short for short, long in lexicon.persons.short_titles.items()}
    forms = [{word, short_forms.get(word, word)} for word in office.words]
    bearers: list[Known] = []
    for entity in known.titled(forms):
        if any(_is_one(office, _office(title, gazetteer, lexicon)) for title in entity.titles):
            bearers.append(entity)
            if _last_name(entity) != _last_name(bearers[0]):
                return []
    return bearers


def _last_name(entity: Known) -> str:
    return fold(entity.name).rpartition(" ")[2]


def _is_one(office: _Office, other: _Office | None) -> bool:
    """Whether an office, or one that does not say whose it is, is another one."""
    if other is None or office.words != other.words:
        return False
    return office == other or not (office.owners or office.seats)


@functools.lru_cache(maxsize=65_536)
def _office(name: str, gazetteer: Gazetteer, lexicon: Lexicon) -> _Office | None:
    """What office some words name; none where they say that somebody no longer has it."""
    persons, grammar = lexicon.persons, lexicon.grammar
    tokens = [token.strip(',;()“”"').removesuffix("'s").removesuffix("’s") for token in name.split()]
    keys = [fold(token) for token in tokens]
    if len(tokens) > _MOST_WORDS or not persons.left_office.isdisjoint(keys):
        return None
    words, owners, seats = set[str](), set[str](), set[str]()
    is_seat, i = False, 0
    while i < len(tokens):
        place, length = _place_at(tokens[i : i + _LONGEST_NAME], keys[i : i + _LONGEST_NAME], gazetteer, lexicon)
        if place:
            (seats if is_seat else owners).add(place)
        elif keys[i] in grammar.prepositions:
            is_seat = keys[i] not in persons.of_office
        elif keys[i] and keys[i] not in grammar.articles | grammar.coordinators | persons.stand_ins:
            words.add(persons.short_titles.get(keys[i], keys[i]))
        i += length
    return _Office(frozenset(words), frozenset(owners), frozenset(seats))


def _place_at(tokens: Sequence[str], keys: Sequence[str], gazetteer: Gazetteer, lexicon: Lexicon) -> tuple[str, int]:
    """The name of the place, or of a people's land, that some words begin with, and of how many words it is."""
    bounds = _roles(lexicon) | lexicon.grammar.prepositions
    longest = next((n for n, key in enumerate(keys) if key in bounds), len(tokens))
    for length in range(longest, 0, -1):
        if place := _place(" ".join(tokens[:length]), gazetteer, lexicon):
            return place, length
    return "", 1


@functools.lru_cache(maxsize=65_536)
def _place(name: str, gazetteer: Gazetteer, lexicon: Lexicon) -> str:
    """The name of the place, or of a people's land, that goes by a name; a lone ordinary word is none."""
    if lands := lands_of(name, gazetteer):
        return fold(lands[0].name)
    if state := lexicon.places.states.get(fold(name)) if not name.islower() else None:
        return state
    if " " not in name and not name.isupper() and gazetteer.traits([name])[0].word:
        return ""
    return next((fold(place.name) for place in place_candidates(name, gazetteer, lexicon)), "")


@functools.cache
def _roles(lexicon: Lexicon) -> frozenset[str]:
    """What an office has one of: “minister”, “ambassador”, “chair”."""
    persons = lexicon.persons
    return lexicon.descriptions.roles.union(persons.titles, persons.occupations)
