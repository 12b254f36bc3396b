"""Who appears in a text: its persons with their roles and bodies, and the bodies it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from digests.actors import ActorIndex, ActorMatch, PersonName, find_actors, find_persons
from digests.actors.words import ANALYST_ROLES, NOT_NAMES, OFFICIAL_ROLES, TITLES
from digests.models import Actor, Claimant, Pronoun, ResolvedBy, Role, Span
from digests.text import fold

_LEAD = re.compile(r"(?:[\w’'‘.\-]+[ \u00a0]){1,9}$")
_APPOSITION = re.compile(r"[ ]?(?:,|—|–|\(|-)[ ]?([^.;:“”\"()\n]{3,160})")
_OF_A_BODY = re.compile(r"\b(?:of|at|for|with|from|in)\s+(?:the\s+)?(?:(?:[a-z]+|\w+-based)\s+){0,2}(?=[A-Z])")
_RELATIVE = re.compile(r"\b(?:who|whose|whom|which|that|where|and (?:a )?former)\b")
_FORMER = re.compile(r"\b(?:former|retired|ex|late)\b", re.IGNORECASE)
_BODY_NAME = re.compile(
    r"[A-Z][\w’'&\-]*(?:\s+(?:(?:of|for|and|on|the|in|de)\s+){0,2}[A-Z][\w’'&\-]*)*(?:\s+(?:service|department|office))?"
)
_BODY_NOUNS: Final = frozenset(
    "institute institution university college school center centre foundation council committee commission ministry "
    "department agency service bureau office authority bank group association union league society corporation company "
    "observatory fund network alliance court hospital federation federations initiative programme program project "
    "police directorate administration board parliament congress senate party movement brigade".split()
)
_MODIFIERS: Final = frozenset(
    "senior former foreign political military policy research chief deputy acting lead principal junior veteran "
    "security defence defense national campaign press vice assistant retired and".split()
)
#: Words that make a role another one: a vice president is not “the president”.
_LESSENING: Final = frozenset("vice former deputy acting assistant ex candidate nominee spokesman spokeswoman".split())
_ROLES: Final = TITLES.keys() | frozenset(
    "head member boss executive lecturer scholar official teacher student".split()
)
_ABBREVIATED: Final = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "gen": "general",
    "col": "colonel",
    "pres": "president",
    "prof": "professor",
    "congresswoman": "representative",
    "congressman": "representative",
}


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the text: who they are, what they are called by role, and their pronoun where known."""

    claimant: Claimant
    last: str
    words: frozenset[str]  #: the folded words that describe them, abbreviated titles written out
    pronoun: Pronoun | None


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A place in the text where a body is named."""

    start: int
    end: int
    names: tuple[str, ...]  #: folded
    claimant: Claimant


class Cast:
    """The persons and bodies of one text."""

    def __init__(self, text: str, index: ActorIndex) -> None:
        self.text = text
        self.index = index
        self.names = tuple(map(self._without_headline, find_persons(text)))
        self.persons = self._meet()
        self.bodies = self._bodies()

    def person(self, name: PersonName) -> Person | None:
        """Who a name in the text stands for; a last name is the one person of that name met in full."""
        if not name.bare and (key := person_id(name.name)) in self.persons:
            return self.persons[key]
        return self.by_last_name(name.last, name.start, name.pronoun)

    def by_last_name(self, last: str, before: int, pronoun: Pronoun | None = None) -> Person | None:
        """The person of a last name; of several, the one that a list or the pronoun singles out, else the latest."""
        known = [p for p in self.persons.values() if p.last == last and pronoun in {None, p.pronoun or pronoun}]
        if len(known) > 1:
            listed = [
                p for p in known if (match := self.index.recognise(last)) and match.actor.id == p.claimant.actor_id
            ]
            return listed[0] if listed else self._latest(known, before)
        return known[0] if known else None

    def by_role(self, role: str, before: int) -> Person | None:
        """The one person described so far with all the words of a role; nobody where two are."""
        words = frozenset(role.split())
        met = {person_id(name.name) for name in self.names if name.start < before and not name.bare}
        described = (p for key, p in self.persons.items() if key in met and words <= p.words)
        holders = [person for person in described if not (person.words - words) & _LESSENING]
        return holders[0] if len(holders) == 1 else None

    def body(self, short: str, before: int) -> Claimant | None:
        """The latest body named before a place whose name ends with some folded words, such as “general staff”."""
        for body in reversed(self.bodies):
            if body.end <= before and any(name != short and f" {name}".endswith(f" {short}") for name in body.names):
                return body.claimant
        return None

    def body_ending(self, end: int) -> Claimant | None:
        """The body whose name ends at a place."""
        return next((body.claimant for body in self.bodies if body.end == end), None)

    def body_of_role(self, role: Role, before: int) -> Claimant | None:
        """The latest body of a role named before a place."""
        return next((b.claimant for b in reversed(self.bodies) if b.end <= before and b.claimant.role == role), None)

    def spelt_out(self, acronym: str) -> str | None:
        """The body in the text whose initials an acronym is."""
        letters = re.sub(r"\W", "", acronym)
        for found in _BODY_NAME.finditer(self.text):
            words = [word for word in re.split(r"[\s\-]+", found[0]) if word]
            capitals = "".join(word[0] for word in words if word[0].isupper())
            everything = "".join(word[0] for word in words if word not in {"the", "and"}).upper()
            if len(words) > 1 and letters in {capitals, everything, capitals.removeprefix("T")}:
                return found[0].removeprefix("The ")
        return None

    def _without_headline(self, name: PersonName) -> PersonName:
        """A name cut down to a listed person's where a headline's capitals go on after it."""
        words = name.name.split()
        short = " ".join(words[:2])
        match = self.index.recognise(short) if len(words) > 2 and not self.index.recognise(name.name) else None
        if match is None or match.actor.kind != "person":
            return name
        return replace(name, name=short, end=name.start + len(short))

    def _latest(self, known: list[Person], before: int) -> Person | None:
        for name in reversed(self.names):
            if name.start < before and not name.bare:
                for person in known:
                    if person is self.persons.get(person_id(name.name)):
                        return person
        return None

    def _meet(self) -> dict[str, Person]:
        """The persons named in full, in order, each with all that the text says of them at any of their names."""
        people: dict[str, list[PersonName]] = {}
        for name in self.names:
            if not name.bare:
                people.setdefault(person_id(name.name), []).append(name)
        return {key: self._introduce(key, names) for key, names in people.items()}

    def _introduce(self, key: str, names: list[PersonName]) -> Person:
        descriptions = [description for name in names for description in self._descriptions(name)]
        words = frozenset(_described(words for words, _ in descriptions))
        now = [said for said, _ in descriptions if not _FORMER.search(said)]
        affiliation = next((body for said, body in descriptions if body and said in now), None)
        pronoun = next((p for name in names if (p := name.pronoun)), None)
        match = self.index.recognise(names[0].name)
        if match is not None and match.actor.kind == "person":
            claimant = claimant_of(match, self.index)
            pronoun = match.actor.pronoun or pronoun
        else:
            claimant = _local_person(key, names[0].name, _described(now), affiliation)
        return Person(claimant, names[0].last, words, pronoun)

    def _descriptions(self, name: PersonName) -> Iterator[tuple[str, Actor | None]]:
        """What stands before and after a name that says who this is, with the body it names."""
        lead = _LEAD.search(self.text, max(0, name.start - 90), name.start)
        words: list[str] = []
        for word in reversed(lead[0].split() if lead else []):
            plain = word.lower().rstrip(".")
            if not (word[0].isupper() or plain in TITLES or plain in _MODIFIERS) or plain in NOT_NAMES - TITLES.keys():
                break
            words.insert(0, word)
        if words:
            yield " ".join(words), self._body_before(words)
        after = _APPOSITION.match(self.text, name.end)
        if (
            after
            and not after[1].startswith(("who", "and ", "but ", "whose"))
            and _described([after[1].split(",")[0]]) & _ROLES
        ):
            yield after[1].split(",")[0], self._body_after(after[1])

    def _body_before(self, words: list[str]) -> Actor | None:
        """The body that the words before a name name: “ISW analyst”, “CNN's”, “Ukrainian Foreign Minister”."""
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                match = self.index.recognise(" ".join(words[start:end]))
                if match is not None and match.actor.kind != "person":
                    return match.actor
        return next((state for word in words if (state := self.index.state_of(word))), None)

    def _body_after(self, words: str) -> Actor | None:
        """The body that an apposition names: “an analyst at the Institute for the Study of War”."""
        words = _RELATIVE.split(words, maxsplit=1)[0]
        for of in _OF_A_BODY.finditer(words):
            named = _BODY_NAME.match(words, of.end())
            if named is None:
                continue
            match = self.index.recognise(named[0])
            if match is not None and match.actor.kind != "person":
                return match.actor
            if not _BODY_NOUNS.isdisjoint(fold(named[0]).split()):
                return Actor(id=f"org:{slug(named[0])}", name=named[0], kind="org", role="agency")
        return None

    def _bodies(self) -> tuple[NamedBody, ...]:
        found: list[NamedBody] = []
        for mention in find_actors(self.text, self.index):
            if mention.actor.kind not in {"person", "group", "state"}:
                match = ActorMatch(mention.actor, mention.resolved_by)
                names = (fold(mention.surface), fold(mention.actor.name), *map(fold, mention.actor.aliases))
                found.append(NamedBody(mention.start, mention.end, names, claimant_of(match, self.index)))
        taken = [(body.start, body.end) for body in found]
        for named in _BODY_NAME.finditer(self.text):
            if self._is_local_body(named[0], named.span(), taken):
                name = named[0].removeprefix("The ")
                found.append(NamedBody(named.start(), named.end(), (fold(name),), local_body(name)))
        return tuple(sorted(found, key=lambda body: body.start))

    def _is_local_body(self, name: str, span: Span, taken: list[Span]) -> bool:
        words = fold(name).removeprefix("the ").split()
        return (
            len(words) > 1
            and words[-1] in _BODY_NOUNS
            and all(span[1] <= start or end <= span[0] for start, end in taken)
        )


def claimant_of(match: ActorMatch, index: ActorIndex, surface: str = "") -> Claimant:
    """A listed actor as a claimant; a person is shown with the body they belong to unless that is a state."""
    actor = match.actor
    parent = index.get(actor.parent) if actor.parent and actor.kind == "person" else None
    return Claimant(
        actor_id=actor.id,
        name=actor.name,
        short=actor.short,
        surface=surface,
        role=actor.role,
        affiliation_id=parent.id if parent else None,
        affiliation=parent.label if parent and parent.kind != "state" else None,
        side=actor.side,
        resolved_by=match.resolved_by,
    )


def local_body(name: str, resolved_by: ResolvedBy = "local") -> Claimant:
    """A body that only the text knows."""
    return Claimant(actor_id=f"org:{slug(name)}", name=name, role=_body_role(name), resolved_by=resolved_by)


def slug(name: str) -> str:
    """A name as the second half of an id."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:80] or "unnamed"


def person_id(name: str) -> str:
    """The id of a person that only the text knows; spellings with and without a middle initial are one."""
    return f"person:{slug(' '.join(re.sub(r'(?<= )[A-Z][.] ', '', name).split()))}"


def _local_person(key: str, name: str, words: set[str], body: Actor | None) -> Claimant:
    role: Role = "party"
    if not words.isdisjoint(ANALYST_ROLES) or (body is not None and body.role == "analyst"):
        role = "analyst"
    elif not words.isdisjoint(OFFICIAL_ROLES):
        role = "official"
    return Claimant(
        actor_id=key,
        name=name,
        role=role,
        affiliation_id=body.id if body else None,
        affiliation=body.label if body and body.kind != "state" else None,
        side=body.side if body else None,
        resolved_by="local",
    )


def _described(descriptions: Iterable[str]) -> set[str]:
    """The words of descriptions, abbreviated titles written out."""
    return {_ABBREVIATED.get(word, word) for description in descriptions for word in fold(description).split()}


def _body_role(name: str) -> Role:
    words = set(fold(name).split())
    if words & {"institute", "university", "center", "centre", "college", "foundation", "observatory", "poll"}:
        return "analyst"
    if words & {"times", "post", "news", "journal", "gazette", "herald", "tribune", "radio", "tv", "magazine"}:
        return "outlet"
    if words & {"service", "ministry", "department", "police", "agency", "office", "authority", "administration"}:
        return "official"
    return "party"
