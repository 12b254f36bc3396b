"""Somebody whom a text first describes and names right after: “A judge ruled …” and then “Justice Ann Bo said”."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from digests.actors import PersonName
from digests.lexicon import Lexicon, either
from digests.models import Attribution, Claimant
from digests.speakers.kinds import names_nobody, one_person
from digests.speakers.layout import Layout
from digests.speakers.noun_phrases import head, is_definite, is_indefinite, plain
from digests.speakers.participants import Cast
from digests.speakers.persons.person import Person
from digests.text.folding import fold

_AHEAD: Final = 3  #: sentences after a description in which its bearer may be named
_BEFORE: Final = 2  #: sentences before it in which somebody else is named who may be meant
_TWO: Final = 2
_LEAD: Final = 60  #: characters before a name in which it may be pointed back
_APPOSED: Final = re.compile(r"[a-z],\s$")  #: behind what somebody is, right before their name
_ASIDE: Final = re.compile(r"\s?[,(–—]")


class Announced:
    """Reads descriptions of one person against whoever is brought in next."""

    def __init__(self, cast: Cast, layout: Layout, attributions: Sequence[Attribution]) -> None:
        self._cast = cast
        self._layout = layout
        self._lexicon = cast.lexicon
        self._sources = [span for attribution in attributions for span in attribution.source]

    def person(self, claimant: Claimant, place: int) -> Claimant | None:
        """Whom a description at a place means, where the sentences after it name one of that office, or speak on."""
        if not names_nobody(claimant, self._lexicon):
            return None
        person = self._pointed_at(claimant, place) or self._brought_in(claimant, place)
        return person.claimant.model_copy(update={"resolved_by": "short form"}) if person is not None else None

    def _brought_in(self, claimant: Claimant, place: int) -> Person | None:
        """Who is brought in next, if a description may be of that person."""
        name = self._next(place)
        person = self._cast.person(name) if name is not None else None
        if name is None or person is None:
            return None
        if self._is_repeated(claimant, name) or self._is_called(claimant, person):
            return person
        if self._is_somebodys(claimant) or self._is_of_other_body(claimant, person):
            return None
        noun = one_person(claimant, self._lexicon)
        if noun is None or (noun.pronoun is not None and person.pronoun not in {None, noun.pronoun}):
            return None
        is_alone = self._is_only_described(place) and self._is_only_named(person, name)
        is_local = noun.word in self._lexicon.descriptions.local_offices and is_definite(claimant.name, self._lexicon)
        is_alone = is_alone and not (is_local and self._is_among_others(place))
        is_it = self._told_it(name) or noun.word in person.words or self._is_alike(noun.word, person)
        return person if is_it or is_alone else None

    def _pointed_at(self, claimant: Claimant, place: int) -> Person | None:
        """Who is named where a text points back at somebody it had only described: “The clerk, Ann Bo,”."""
        noun = head(claimant.name, self._lexicon).rpartition(" ")[2]
        if not (noun and is_indefinite(claimant.name, self._lexicon)):
            return None
        pointing = re.compile(
            rf"\b(?:{either(self._lexicon.grammar.definite_articles)})\s+(?:\w+\s+)?{re.escape(noun)},\s$",
            re.IGNORECASE,
        )
        first = self._layout.number_of(place) + 1
        names = (n for span in self._layout.sentences[first : first + _AHEAD] for n in self._told(*span) if not n.bare)
        name = next((n for n in names if pointing.search(self._cast.text, max(0, n.start - _LEAD), n.start)), None)
        return self._cast.person(name) if name is not None else None

    def _is_somebodys(self, claimant: Claimant) -> bool:
        """Whether a description has a name in it, or is of somebody's relative: “Her husband, Taras,”."""
        first = fold(claimant.name).split(" ")[0]
        is_owned = first in self._lexicon.grammar.third_possessives
        return is_owned or claimant.name.partition(", ")[2][:1].isupper()

    def _is_of_other_body(self, claimant: Claimant, person: Person) -> bool:
        """Whether a description names a body that the one named next is not of: “a District Court judge”.

        So does “a Democratic senator” a party that the text does not give that one.
        """
        capitals = {fold(word) for word in claimant.name.split()[1:] if word[0].isupper()}
        bodies, parties = self._lexicon.descriptions.bodies, self._lexicon.descriptions.party_adjectives
        if not (capitals & parties) <= person.words:
            return True
        return not (capitals.isdisjoint(bodies) or person.words.isdisjoint(bodies) or capitals <= person.words)

    def _is_only_described(self, place: int) -> bool:
        """Whether a sentence describes one person only, so that no other of it can be who is named next."""
        return len(somebodies(self._lexicon).findall(self._cast.text, *self._layout.sentence(place))) < _TWO

    def _is_among_others(self, place: int) -> bool:
        """Whether the sentences before a place name somebody whom “the Larn senator” there may mean."""
        return bool(self._cast.names_in((self._layout.sentence(place, back=_BEFORE)[0], place)))

    def _is_alike(self, noun: str, person: Person) -> bool:
        """Whether somebody's title is another word for a noun: “a judge” and “Justice Ann Bo”."""
        title = (person.claimant.title or "").lower().rpartition(" ")[2]
        return title in self._lexicon.persons.also_called.get(noun, ())

    def _is_repeated(self, claimant: Claimant, name: PersonName) -> bool:
        """Whether the name is said to be the same again: “A Larn man says …” and “Ann Bo, a Larn man, …”."""
        words = plain(claimant.name, self._lexicon)
        is_several = " " in words and not words.endswith("s")
        apposition = re.compile(rf",\s(?:\w+\s)?{re.escape(words)}\b", re.IGNORECASE)
        return is_several and apposition.match(self._cast.text, name.end) is not None

    def _is_called(self, claimant: Claimant, person: Person) -> bool:
        """Whether a person's title begins a description: “A former minister critical of the plan”."""
        title = person.claimant.title or ""
        words = plain(claimant.name, self._lexicon).lower()
        is_new = is_indefinite(claimant.name, self._lexicon)
        return is_new and title != "" and f"{words} ".startswith(f"{title.lower()} ")

    def _next(self, place: int) -> PersonName | None:
        """The first name that the narrator brings in after a sentence, if the text has it there for the first time."""
        first = self._layout.number_of(place) + 1
        for start, end in self._layout.sentences[first : first + _AHEAD]:
            name = next(self._told(start, end), None)
            if name is not None:
                return name if self._is_new(name) and self._has_the_word(name) else None
        return None

    def _told(self, start: int, end: int) -> Iterator[PersonName]:
        names = self._cast.names_in((start, end))
        return (name for name in names if self._told_it(name) or not self._layout.is_said(name.start))

    def _is_new(self, name: PersonName) -> bool:
        """Whether a full name, or the last one of it, stands nowhere before."""
        return not name.bare and all(other.last != name.last for other in self._cast.names_in((0, name.start)))

    def _has_the_word(self, name: PersonName) -> bool:
        opening = name.start - sum(len(title) + 1 for title in name.titles)
        has_spoken = self._speaks(name) or self._told_it(name)
        return has_spoken or self._layout.is_subject(max(0, opening), name.end)

    def _told_it(self, name: PersonName) -> bool:
        return _said_so(self._lexicon).match(self._cast.text, name.end) is not None

    def _speaks(self, name: PersonName) -> bool:
        return any(start <= name.start < end and name.end >= end - 1 for start, end in self._sources)

    def _is_only_named(self, person: Person, name: PersonName) -> bool:
        """Whether somebody unknown speaks, and the text says nothing else of who they are."""
        is_listed = self._cast.index.get(person.claimant.actor_id or "") is not None
        title = fold(person.claimant.title or "").split(" ")[-1].rstrip(".")
        has_office = title not in {"", *self._lexicon.descriptions.ranks}
        has_office = has_office or not person.words.isdisjoint(_offices(self._lexicon))
        is_told = has_office or person.claimant.affiliation_id or _ASIDE.match(self._cast.text, name.end)
        opening = name.start - sum(len(title) + 1 for title in name.titles)
        is_told = is_told or _APPOSED.search(self._cast.text, max(0, opening - _LEAD), opening)
        return not is_listed and not is_told and self._speaks(name)


@functools.cache
def _said_so(lexicon: Lexicon) -> re.Pattern[str]:
    """Behind a name, that its bearer said what has just been told: “Holm made the comment at”, “Holm said this in”."""
    words, grammar = lexicon.sources, lexicon.grammar
    nouns = either(words.claim_nouns, words.remarks)
    articles = either(grammar.definite_articles)
    demonstratives = either(grammar.demonstratives - grammar.complementizers)
    occasion = either(grammar.prepositions, grammar.settings)
    return re.compile(
        rf"\s(?:(?:{either(lexicon.calendar.delivered)})\s(?:{articles}|{demonstratives})\s(?:[a-z]+\s)?(?:{nouns})\b"
        rf"|(?:{either(lexicon.verbs.saying)})\s(?:{demonstratives})(?:\s(?:{occasion})\s|[.,]))"
    )


@functools.cache
def somebodies(lexicon: Lexicon) -> re.Pattern[str]:
    """“A state trooper” or “a prosecutor” anywhere."""
    persons, indefinite = lexicon.persons, either(lexicon.grammar.indefinite_articles)
    nouns = either(persons.occupations, persons.titles, lexicon.claimants.persons)
    return re.compile(rf"\b(?:{indefinite})\s(?:[\w-]+\s){{0,3}}?(?:{nouns})\b", re.IGNORECASE)


@functools.cache
def _offices(lexicon: Lexicon) -> frozenset[str]:
    words, persons = lexicon.descriptions, lexicon.persons
    offices = persons.titles.keys() - persons.courtesy - words.ranks
    return frozenset(offices.union(words.roles, persons.occupations, persons.kin))
