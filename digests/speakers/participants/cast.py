"""Who appears in a text: its persons with their roles, and the bodies it names."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain

from digests.actors import ActorIndex, Named, PersonName
from digests.actors.runs import plain_word
from digests.lexicon import Lexicon, either
from digests.models import Actor, Pronoun, Span
from digests.speakers.claimants import claimant_of, local_person, person_id
from digests.speakers.participants.named_bodies import NamedBodies
from digests.speakers.persons.descriptions import described, descriptions
from digests.speakers.persons.introductions import introduction_of
from digests.speakers.persons.namesakes import Namesakes
from digests.speakers.persons.origins import origin_of
from digests.speakers.persons.person import Person
from digests.speakers.persons.titles import is_former, office_of, says_little, title_of
from digests.speakers.persons.trades import are_apart, titles_apart
from digests.text.folding import fold
from digests.text.spans import Located

_PARTY = re.compile(r",?\s\(?([A-Z])(?:-[A-Z]|\))")  #: “, R-Ohio”, “ (D-N.Y.)”, “ (R)”
_FIRST = 2  #: mentions of a person beside which a title is looked for first
_MENTIONS = 6  #: mentions beside which a fuller one is


@functools.cache
def _former(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(lexicon.descriptions.former)})\b", re.IGNORECASE)


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
        self.persons = {key: self._introduce(names) for key, names in self._full_names.items()}
        self._namesakes = Namesakes(text, self.persons, self._full_names, self.names, index, lexicon)
        self.bodies = NamedBodies(text, index, mentions.actors, self.names, lexicon)

    def person(self, name: PersonName) -> Person | None:
        """Who a name in the text stands for; a last name is the one person of that name met in full."""
        if not name.bare and (key := person_id(name.name)) in self.persons:
            if " " not in name.name and titles_apart(name, self._full_names[key], self.lexicon):
                return None
            if (knight := self._knighted(name)) is not None:
                return knight
            is_short = " " not in name.name and self.index.recognise(name.name) is None
            other = self.by_misspelt(name.last, name.start) if is_short else self._by_office(name)
            return other or self.persons[key]
        person = self._namesakes.wife(name) or self.by_last_name(name.last, name.pronoun, name.start)
        return None if person and are_apart(map(fold, name.titles), person.words, self.lexicon) else person

    def _knighted(self, name: PersonName) -> Person | None:
        """Who is called by a given name behind the title that stood before their full one: “Sir Hugh”."""
        titles = {plain_word(title) for title in name.titles} & self.lexicon.persons.knightly
        if not titles or " " in name.name:
            return None
        bearers = {
            key
            for key, names in self._full_names.items()
            for other in names
            if other.start < name.start and other.name.startswith(f"{name.name} ")
            if titles & {plain_word(title) for title in other.titles}
        }
        return self.persons[bearers.pop()] if len(bearers) == 1 else None

    def introduced(self, name: str) -> Person | None:
        """Somebody whom but their use as a source tells to be a person, by what stands beside where they are named."""
        start = self.text.find(name)
        place = PersonName(start, start + len(name), name, lexicon=self.lexicon)
        return self._introduce([place]) if start >= 0 else None

    def _by_office(self, name: PersonName) -> Person | None:
        """Whom an office before a last name means that looks like a given name: “Dean Bo” of “Ann Bo, dean of”."""
        office, _, last = fold(name.name).partition(" ")
        if office not in self.lexicon.persons.occupations | self.lexicon.persons.titles.keys():
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
        """Whether a name is but a last name that several have, and none of them is clearly meant."""
        return name.bare and self._namesakes.is_doubtful(name)

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
                people.setdefault(person_id(name.name), []).append(name)
        return people

    def _introduce(self, names: list[PersonName]) -> Person:
        introductions = [
            description for name in names for description in descriptions(self.text, name, self.index, self.lexicon)
        ]
        words = frozenset(described((words for words, _ in introductions), self.lexicon))
        former = _former(self.lexicon)
        now = [role for role, _ in introductions if not former.search(role)]
        affiliation = next((body for role, body in introductions if body and role in now), None)
        pronoun = next((p for name in names if (p := name.pronoun)), None)
        match = self.index.recognise(names[0].name)
        if match is not None and match.actor.kind == "person":
            claimant = claimant_of(match, self.index)
            pronoun = match.actor.pronoun or pronoun
        else:
            claimant = local_person(_as_called(names[0]), self.lexicon, described(now, self.lexicon), affiliation)
        title = self._title(names)
        if title is not None and claimant.name.startswith(f"{title} "):
            title = None  # of “Lord Mornay”, which has it
        if title is None and match is None and affiliation is None:
            title = self._introduction(names[:_FIRST])
        if title is not None and affiliation is not None and self._tells_more(title, affiliation):
            claimant = claimant.model_copy(update={"affiliation": None})
        return Person(claimant.model_copy(update={"title": title}), names[0].last, words, pronoun)

    def _introduction(self, names: Sequence[PersonName]) -> str | None:
        """What the text tells beside a name of somebody who has no title: a clause, a phrase, or whose they are."""
        introductions = (introduction_of(self.text, name, self.lexicon) for name in names)
        origins = (origin_of(self.text, name, self.index, self.lexicon) for name in names)
        return next(filter(None, chain(introductions, origins)), None)

    def _title(self, names: list[PersonName]) -> str | None:
        """The first title beside a name of a person that says of what, else the first, unless it says nothing.

        Further on an office alone counts, and one that somebody has left not beside one that they have.
        """
        last, lexicon = names[0].last, self.lexicon
        first = [title_of(self.text, name, lexicon) for name in (*names[:_FIRST], *self._titled(last))]
        title = next(iter(sorted(filter(None, first), key=lambda title: says_little(title, lexicon))), None)
        if title is None or says_little(title, lexicon):
            later = (*names[_FIRST:_MENTIONS], *self._alone(last)[:_MENTIONS])
            offices = filter(None, (office_of(self.text, name, lexicon) for name in later))
            title = next((office for office in offices if title is None or not is_former(office, lexicon)), title)
        return None if title in lexicon.descriptions.bare_offices else title

    def _tells_more(self, title: str, body: Actor) -> bool:
        """Whether a title tells more than its bearer's body: any does than a party, an office of many in a chamber."""
        bodies, parent = self.lexicon.bodies, self.index.get(body.parent or "")
        names = [fold(actor.name).split() for actor in (body, parent) if actor is not None]
        names_chamber = not bodies.chambers.isdisjoint({*names[0]} & {*fold(title).split()})
        is_office = names_chamber and not says_little(title, self.lexicon)
        is_office = is_office or self._leads_with(title, body)
        return is_office or any(name[-1] in bodies.parties for name in names)

    def _leads_with(self, title: str, body: Actor) -> bool:
        """Whether a title is a head's, with the body's name before it: “Alto chief”."""
        name, _, office = title.rpartition(" ")
        match = self.index.recognise(name) if office in self.lexicon.descriptions.heads_of_bodies else None
        return match is not None and match.actor.id == body.id

    def _titled(self, last: str) -> Sequence[PersonName]:
        """Where a last name that one person has stands alone behind a title: “President Bo”."""
        in_full = [name for names in self._full_names.values() if names[0].last == last for name in names]
        names = (name for name in self._alone(last) if name.titles)
        return [name for name in names if not titles_apart(name, in_full, self.lexicon)][:_FIRST]

    def _alone(self, last: str) -> Sequence[PersonName]:
        """Where a last name that one person has stands alone."""
        bearers = [key for key, names in self._full_names.items() if names[0].last == last]
        return [name for name in self.names if name.bare and name.last == last] if len(bearers) == 1 else ()


def _as_called(name: PersonName) -> str:
    """A name with the title that belongs to it where it is of one word: “Lord Mornay”."""
    title = name.titles[-1] if name.titles and " " not in name.name else ""
    return f"{title} {name.name}" if title.lower() in name.lexicon.persons.peerage else name.name
