"""Who appears in a text: its persons with their roles, and the bodies it names."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from functools import cached_property

from digests.actors import ActorIndex, Named, PersonName
from digests.actors.runs import plain_word
from digests.lexicon import Lexicon, either
from digests.models import Pronoun, Span
from digests.speakers.claimants import person_id
from digests.speakers.participants.eponyms import firms_called_like_persons
from digests.speakers.participants.introducing import Introductions
from digests.speakers.participants.named_bodies import NamedBodies
from digests.speakers.participants.trades import are_apart, titles_apart
from digests.speakers.persons.namesakes import Namesakes
from digests.speakers.persons.person import Person
from digests.text.folding import fold
from digests.text.spans import Located

_PARTY = re.compile(r",?\s\(?([A-Z])(?:-[A-Z]|\))")  #: “, R-Ohio”, “ (D-N.Y.)”, “ (R)”


@functools.lru_cache(maxsize=512)
def _introduction(noun: str, lexicon: Lexicon) -> re.Pattern[str]:
    """“A young woman” that is no apposition, and not what somebody is said to be or works as."""
    grammar, single = lexicon.grammar, lexicon.descriptions.single
    small = either(grammar.be_finite, grammar.be_other, grammar.comparing)
    phrase = rf"(?:(?!(?:{either(grammar.prepositions)})\b)[\w-]+\s){{0,3}}{re.escape(noun)}\b"
    no_verb = either(grammar.prepositions, grammar.relative_pronouns, lexicon.descriptions.joining)
    return re.compile(
        rf"\b(?!(?:{small})\b)(?:\w+(?:[.!?”\"]?|(?P<comma>,))\s|^)(?:{either(grammar.indefinite_articles, single)})\s"
        rf"{phrase}(?(comma)\s(?!(?:{no_verb})\b)\w)",
        re.IGNORECASE | re.MULTILINE,
    )


class Cast:
    """The persons and bodies of one text."""

    def __init__(self, text: str, index: ActorIndex, mentions: Named, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.index = index
        self.names = tuple(map(self._without_headline, mentions.persons))
        self._placed = Located(self.names)
        self._full_names = self._in_full()
        self._introductions = Introductions(text, self.names, self._full_names, index, lexicon)
        self.persons = {key: self._introductions.person(names) for key, names in self._full_names.items()}
        self._namesakes = Namesakes(text, self.persons, self._full_names, self.names, index, lexicon)
        self.bodies = NamedBodies(text, index, mentions.actors, self.names, lexicon)

    def person(self, name: PersonName) -> Person | None:
        """Who a name in the text stands for; a last name is the one person of that name met in full."""
        if not name.bare and (key := self._key(name)) in self.persons:
            if " " not in name.name and titles_apart(name, self._full_names[key], self.lexicon):
                return None
            if (knight := self._knighted(name)) is not None:
                return knight
            is_short = " " not in name.name and self.index.recognise(name.name) is None
            other = self.by_misspelt(name.last, name.start) if is_short else self._by_office(name)
            return other or self.persons[key]
        if not self.lexicon.persons.initial_titles.keys().isdisjoint(map(plain_word, name.titles)):
            return self._by_initials(name)
        person = self._namesakes.wife(name) or self._namesakes.by_last_name(
            name.last, name.pronoun, name.start, surname=fold(name.name)
        )
        return None if person and are_apart(map(fold, name.titles), person.words, self.lexicon) else person

    def _knighted(self, name: PersonName) -> Person | None:
        """Who is called by a given name behind the title of their full one before: “Sir Hugh”, “President Osko”.

        A president or a king is then called so behind “Mr” too, and “Chief Minister Osko Lindt” is “CM Osko”.
        """
        if " " in name.name or not name.titles:
            return None
        titles = {plain_word(title) for title in name.titles} & self.lexicon.persons.knightly
        mentions = self._full_names[self._key(name)]
        all_titles = {plain_word(title) for mention in mentions for title in mention.titles}
        titles |= all_titles & self.lexicon.persons.sole_titles
        bearers = {
            key
            for key, names in self._full_names.items()
            for other in names
            if other.start < name.start and other.name.startswith(f"{name.name} ")
            if titles & {plain_word(title) for title in other.titles} or self._has_office(self.persons[key], name)
        }
        return self.persons[bearers.pop()] if len(bearers) == 1 else None

    def _has_office(self, person: Person, name: PersonName) -> bool:
        """Whether the initials before a name are those of somebody's office: “CM” of a “Larn Chief Minister”."""
        offices = self.lexicon.persons.initial_titles
        return any(offices[title] <= person.words for title in map(plain_word, name.titles) if title in offices)

    def _by_initials(self, name: PersonName) -> Person | None:
        """Whom a last name behind the initials of an office means, be it written first: “PM Lee” of Lee Hsien Loong."""
        holders = (person for person in self.persons.values() if self._has_office(person, name))
        bearers = [person for person in holders if name.last in fold(person.claimant.name).split()]
        return bearers[0] if len(bearers) == 1 else None

    def introduced(self, name: str) -> Person | None:
        """Somebody whom but their use as a source tells to be a person, by what stands beside where they are named."""
        start = self.text.find(name)
        place = PersonName(start, start + len(name), name, lexicon=self.lexicon)
        return self._introductions.person([place]) if start >= 0 else None

    def _by_office(self, name: PersonName) -> Person | None:
        """Whom an office before a last name means that looks like a given name: “Dean Bo” of “Ann Bo, dean of”."""
        office, _, last = fold(name.name).partition(" ")
        if office not in self.lexicon.persons.occupations and office not in self.lexicon.persons.titles:
            return None
        bearers = [person for person in self.persons.values() if person.last == last and office in person.words]
        return bearers[0] if len(bearers) == 1 else None

    def names_in(self, span: Span) -> tuple[PersonName, ...]:
        """The names of persons that begin in a stretch of the text."""
        return self._placed.within(span)

    def by_name(self, name: str) -> Person | None:
        """The person whom a claimant's name stands for."""
        return self._by_name.get(name)

    @cached_property
    def _by_name(self) -> dict[str, Person]:
        return {person.claimant.name: person for person in self.persons.values()}

    def by_last_name(self, last: str, pronoun: Pronoun | None = None, place: int | None = None) -> Person | None:
        """The person whom a last name means at a place of the text, at its end unless told."""
        return self._namesakes.by_last_name(last, pronoun, len(self.text) if place is None else place)

    def is_doubtful(self, name: PersonName) -> bool:
        """Whether a name is but a last name that several have, or a firm, and none of them is clearly meant."""
        is_firms = not name.titles and name.last in firms_called_like_persons(self.text, self.lexicon)
        return name.bare and (is_firms or self._namesakes.is_doubtful(name))

    def by_misspelt(self, last: str, place: int) -> Person | None:
        """The person named in full before a place whose last name a word is, but for a slip of the pen."""
        return self._namesakes.by_misspelt(last, place)

    def by_first_word(self, word: str, place: int) -> Person | None:
        """The person named in full before a place whose name begins with a word."""
        return self._namesakes.by_first_word(word, place)

    def by_joined_name(self, word: str, place: int) -> Person | None:
        """The person whose name ends with a word of two parts: “Al-Awlaki” of Anwar al-Awlaki."""
        words = fold(word).replace("-", " ")
        person = self.by_last_name(words.split(" ")[-1], None, place) if "-" in word else None
        return person if person and fold(person.claimant.name).replace("-", " ").endswith(f" {words}") else None

    def by_role(self, role: str, end: int) -> Person | None:
        """The one person described so far with all the words of a role; nobody where two are."""
        words = frozenset(role.split())
        candidates = (person for person in self.named_before(end) if words <= person.words)
        holders = [person for person in candidates if not (person.words - words) & self.lexicon.descriptions.lessening]
        return holders[0] if len(holders) == 1 else None

    def named_before(self, end: int) -> list[Person]:
        """Everybody named in full before a place."""
        return [person for key, person in self.persons.items() if self._full_names[key][0].start < end]

    def may_be_partisan(self, person: Person, noun: str) -> bool:
        """Whether a person is a politician, of whom no letter after the name tells another party: “Ann Bo, D-Iowa”."""
        names = self._full_names.get(person.claimant.actor_id or "", [])
        letters = {match[1] for name in names if (match := _PARTY.match(self.text, name.end))}
        return not person.words.isdisjoint(self.lexicon.persons.titles) and letters <= {noun[0].upper()}

    def is_introduced(self, noun: str, span: Span) -> bool:
        """Whether a stretch of the text brings in somebody new of a noun: “a woman”, “a state commission”."""
        start, end = max(0, span[0]), span[1]
        return _introduction(noun, self.lexicon).search(self.text, start, end) is not None

    def _without_headline(self, name: PersonName) -> PersonName:
        """A name cut down to a listed person's where a headline's capitals go on after it."""
        words = name.name.split()
        short = " ".join(words[:2])
        match = self.index.recognise(short) if len(words) > 2 and not self.index.recognise(name.name) else None
        if match is None or match.actor.kind != "person":
            return name
        return replace(name, name=short, end=name.start + len(short))

    def _in_full(self) -> dict[str, list[PersonName]]:
        """Where each person is named in full, in order."""
        people: dict[str, list[PersonName]] = {}
        for name in self.names:
            if not name.bare:
                people.setdefault(self._key(name), []).append(name)
        return people

    def _key(self, name: PersonName) -> str:
        """The id of whom a full name is of: “Holm Bo” is Ann Holm Bo, where the text has named her before."""
        key = person_id(name.name)
        return self._longer_ids.get(key, key)

    @cached_property
    def _longer_ids(self) -> dict[str, str]:
        """The ids of names without their first word, where they stand behind the one whole name that ends so."""
        first = {person_id(name.name): name for name in reversed(self.names) if not name.bare}
        longer: dict[str, str] = {}
        for key, name in first.items():
            rest = person_id(name.name.partition(" ")[2])
            short = first.get(rest) if name.name.count(" ") > 1 else None
            if short is not None and short.start > name.start and self.index.recognise(short.name) is None:
                longer[rest] = "" if rest in longer else key
        return {rest: key for rest, key in longer.items() if key}
