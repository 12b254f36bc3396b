"""Who has the office that a question names: “French president”, “Britain's ambassador to Iran”."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digests.knowledge import Knowledge
from digests.lexicon import Lexicon
from digests.places import place_candidates
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


def holders(name: str, known: Directory, knowledge: Knowledge, lexicon: Lexicon) -> list[Known]:
    """Those whom claims give the office that some words name, most claims first.

    Where different people have had it, as their last names tell, the words mean none of them. Words that do not say
    whose it is may mean anybody's: “prime minister” is nobody where two countries have one.
    """
    office = _office(name, knowledge, lexicon)
    if office is None or not office.words or not (office.owners | office.seats or len(office.words) > 1):
        return []
    short_forms = {long: short for short, long in lexicon.persons.short_titles.items()}
    forms = [{word, short_forms.get(word, word)} for word in office.words]
    entities = [
        entity
        for entity in known.titled(forms)
        if any(_is_one(office, _office(title, knowledge, lexicon)) for title in entity.titles)
    ]
    return entities if len({fold(entity.name).rpartition(" ")[2] for entity in entities}) == 1 else []


def _is_one(office: _Office, other: _Office | None) -> bool:
    """Whether an office, or one that does not say whose it is, is another one."""
    if other is None or office.words != other.words:
        return False
    return office == other or not (office.owners or office.seats)


def _office(name: str, knowledge: Knowledge, lexicon: Lexicon) -> _Office | None:
    """What office some words name; none where they say that somebody no longer has it."""
    persons, grammar = lexicon.persons, lexicon.grammar
    tokens = [token.strip(',;()“”"').removesuffix("'s").removesuffix("’s") for token in name.split()]
    words, owners, seats = set[str](), set[str](), set[str]()
    if len(tokens) > _MOST_WORDS or not persons.left_office.isdisjoint(fold(token) for token in tokens):
        return None
    is_seat, i = False, 0
    while i < len(tokens):
        key = fold(tokens[i])
        place, length = _place_at(tokens, i, knowledge, lexicon)
        if place:
            (seats if is_seat else owners).add(place)
        elif key in grammar.prepositions:
            is_seat = key not in lexicon.persons.of_office
        elif key and key not in grammar.articles | grammar.coordinators | persons.stand_ins:
            words.add(persons.short_titles.get(key, key))
        i += length
    return _Office(frozenset(words), frozenset(owners), frozenset(seats))


def _place_at(tokens: Sequence[str], first: int, knowledge: Knowledge, lexicon: Lexicon) -> tuple[str, int]:
    """The name of the place, or of a people's land, that begins there, and of how many words it is."""
    for length in range(min(_LONGEST_NAME, len(tokens) - first), 0, -1):
        name = " ".join(tokens[first : first + length])
        lands = lands_of(name, knowledge.gazetteer)
        is_word = length == 1 and not name.isupper() and knowledge.gazetteer.traits([name])[0].word
        places = lands or ([] if is_word else place_candidates(name, knowledge.gazetteer, lexicon))
        if places:
            return fold(places[0].name), length
    return "", 1
