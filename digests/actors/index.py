"""Looking up actors by any of their names."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from digests.actors.bodies import bodies, body_named, body_words, code_of
from digests.lexicon import ENGLISH, Lexicon
from digests.models import Actor, ResolvedBy
from digests.text.folding import fold
from digests.text.name_words import of_the

_POSSESSIVE = re.compile(r"[’'‘`](?:s\b)?$")
_ROMANISED = re.compile(r"[iyj]+")
_DOUBLED = re.compile(r"(\w)\1")
_LONGEST_OWNER = 6  #: words in "the Democratic People's Republic of Korea", and some to spare


@dataclass(frozen=True, slots=True)
class ActorMatch:
    """The actor that a name stands for, and by what kind of name."""

    actor: Actor
    resolved_by: ResolvedBy


@dataclass(frozen=True, slots=True)
class _Name:
    actor_id: str
    resolved_by: ResolvedBy
    surface: str


class ActorIndex:
    """Actors by id and by name; the bodies of states need no entry of their own."""

    def __init__(self, actors: Iterable[Actor], lexicon: Lexicon = ENGLISH) -> None:
        self.lexicon = lexicon
        self._genitive = re.compile(rf"\s+{of_the(lexicon)}", re.IGNORECASE)
        self._actors: dict[str, Actor] = {}
        for actor in actors:
            if actor.id in self._actors:
                raise ValueError(f"actor {actor.id} is given twice")
            self._actors[actor.id] = actor
        self._owners = {code_of(actor): actor.id for actor in self._actors.values() if _owns_bodies(actor)}
        self._names: dict[str, _Name] = {}
        self._spellings: dict[str, _Name] = {}
        self._last_names: dict[str, str | None] = {}
        self._adjectives: dict[str, str] = {}
        self._speaking: dict[str, str] = {}
        for actor in self._actors.values():
            self._add_names(actor)
        tables = (self._names, self._adjectives, self._speaking, body_words(lexicon))
        keys = [key.split() for table in tables for key in table]
        self._first_words = frozenset(_spelling(words[0]) for words in keys)
        self._last_words = frozenset(_spelling(words[-1]) for words in keys)
        self._recognised = functools.lru_cache(maxsize=16_384)(self._recognise)
        self._check_parents()

    def _add_names(self, actor: Actor) -> None:
        for surface, resolved_by in _names_of(actor):
            name = _Name(actor.id, resolved_by, surface)
            key = fold(surface)
            self._names.setdefault(key, name)
            self._spellings.setdefault(_spelling(key), name)
            if resolved_by == "metonym":
                self._speaking.setdefault(key, actor.id)
        for demonym in actor.demonyms:
            self._adjectives.setdefault(fold(demonym), actor.id)
        if _owns_bodies(actor):
            for surface in (actor.name, actor.label, *actor.aliases):
                self._speaking.setdefault(fold(surface), actor.id)
        if actor.kind == "person" and " " in actor.name:
            last = _spelling(fold(actor.name).split()[-1])
            known = self._last_names.setdefault(last, actor.id)
            self._last_names[last] = actor.id if known == actor.id else None

    def _check_parents(self) -> None:
        for actor in self._actors.values():
            if actor.parent is not None and self.get(actor.parent) is None:
                raise ValueError(f"actor {actor.id} has an unknown parent, {actor.parent}")
            if actor.id in self._line(actor):
                raise ValueError(f"actor {actor.id} is its own ancestor")

    def get(self, actor_id: str) -> Actor | None:
        """The actor of an id, be it an entry or the body of a state ("mil:ua")."""
        if actor_id in self._actors:
            return self._actors[actor_id]
        prefix, _, rest = actor_id.partition(":")
        code, dash, _ = rest.partition("-")
        owner = self._owners.get(code)
        pattern = f"{prefix}:{{}}{rest[len(code) :] if dash else ''}"
        body = bodies(self.lexicon).get(pattern)
        return body.of(self._actors[owner]) if body is not None and owner is not None else None

    def find(self, name: str) -> ActorMatch | None:
        """The actor that a reader means by a name, in any spelling; a last name will do where it is the only one."""
        match = self.recognise(name) or self._titled(name)
        if match is None:
            last = self._last_names.get(_spelling(fold(_bare(name, self.lexicon))))
            match = ActorMatch(self._actors[last], "last name") if last else None
        return match

    def recognise(self, name: str) -> ActorMatch | None:
        """The actor that a name stands for by itself; unlike `find`, a last name has to be a listed name."""
        return self._recognised(name)

    def may_begin(self, word: str) -> bool:
        """Whether some name begins with a folded word; spares readers of running text most look-ups."""
        return _spelling(word) in self._first_words

    def may_end(self, word: str) -> bool:
        """Whether some name ends with a folded word."""
        return _spelling(word) in self._last_words

    def ancestors(self, actor_id: str) -> tuple[Actor, ...]:
        """What an actor belongs to, nearest first: a general staff, then the military, then the state."""
        actor = self.get(actor_id)
        parents = [self.get(parent) for parent in self._line(actor)] if actor else []
        return tuple(parent for parent in parents if parent is not None)

    def all(self) -> tuple[Actor, ...]:
        """The actors that have an entry, in the order given."""
        return tuple(self._actors.values())

    def state_of(self, adjective: str) -> Actor | None:
        """The state, or the union of states, that an adjective such as “Ukrainian” belongs to."""
        owner = self._adjectives.get(fold(adjective))
        return self._actors[owner] if owner else None

    def _line(self, actor: Actor) -> tuple[str, ...]:
        """The ids of an actor's ancestors, nearest first, without going round in a circle."""
        line: list[str] = []
        parent = actor.parent
        while parent is not None and parent not in line:
            line.append(parent)
            ancestor = self.get(parent)
            parent = ancestor.parent if ancestor else None
        return tuple(line)

    def _recognise(self, name: str) -> ActorMatch | None:
        return self._named(name) or self._body(name) or self._of_state(name)

    def _named(self, name: str) -> ActorMatch | None:
        name = _POSSESSIVE.sub("", name.strip())
        for text in (name, _bare(name, self.lexicon)):
            key = fold(text.replace(".", "") if is_acronym(text) else text)
            entry = self._names.get(key) or (self._spellings.get(_spelling(key)) if len(key) > 4 else None)
            if entry is not None:
                return ActorMatch(self._actors[entry.actor_id], entry.resolved_by)
        return None

    def _of_state(self, name: str) -> ActorMatch | None:
        """The listed body of the state whose adjective stands before its name: “U.S. State Department”."""
        adjective, _, rest = name.partition(" ")
        state = self.state_of(adjective) if rest else None
        match = self._named(rest) if state is not None else None
        if match is None or state is None or match.actor.kind in {"person", "state"}:
            return None
        return match if state.id in {actor.id for actor in self.ancestors(match.actor.id)} else None

    def _titled(self, name: str) -> ActorMatch | None:
        """The person named after a title: “Russian President Vladimir Putin”."""
        words = name.split()
        titles = self.lexicon.persons.titles
        name_start = max((i + 1 for i, word in enumerate(words) if word.lower().strip(".") in titles), default=0)
        match = self._named(" ".join(words[name_start:])) if 0 < name_start < len(words) else None
        return match if match is not None and match.actor.kind == "person" else None

    def _body(self, name: str) -> ActorMatch | None:
        for owner_id, words in self._owner_and_words(_bare(_POSSESSIVE.sub("", name.strip()), self.lexicon)):
            body = body_named(words, self.lexicon)
            if body is not None:
                actor = body.of(self._actors[owner_id])
                actor = self._actors.get(actor.id, actor)
                key = fold(name).removeprefix("the ")
                return ActorMatch(actor, "exact" if key in {fold(actor.name), fold(actor.label)} else "alias")
        return None

    def _owner_and_words(self, name: str) -> Iterator[tuple[str, str]]:
        """The ways to read a name as a state's body: “Ukrainian W”, “Ukraine's W”, “W of Ukraine”."""
        tokens = name.split()
        for count in range(min(len(tokens) - 1, _LONGEST_OWNER), 0, -1):
            head = " ".join(tokens[:count])
            plain = _POSSESSIVE.sub("", head)
            owner, words = (
                self._adjectives.get(fold(head)) or self._speaking.get(fold(plain)),
                fold(" ".join(tokens[count:])),
            )
            if owner is not None and not self._is_citys(plain, words):
                yield owner, words
        for preposition in reversed(list(self._genitive.finditer(name))):
            place, words = name[preposition.end() :], fold(name[: preposition.start()])
            owner = self._speaking.get(fold(place))
            if owner is not None and not self._is_citys(place, words):
                yield owner, words

    def _is_citys(self, place: str, words: str) -> bool:
        """Whether a capital has such a body for itself: “London police” are no nation's."""
        name = self._names.get(fold(place))
        return name is not None and name.resolved_by == "metonym" and words in self.lexicon.bodies.municipal


def is_acronym(name: str) -> bool:
    """Whether a name is written as initials are: “ISW”, “U.N.”, “RFE/RL”."""
    letters = [c for c in name if c.isalpha()]
    return 2 <= len(letters) <= 6 and " " not in name and all(c.isupper() for c in letters)


def _names_of(actor: Actor) -> Iterator[tuple[str, ResolvedBy]]:
    yield actor.name, "exact"
    for surface in (actor.short or actor.name, *actor.aliases):
        yield surface, _kind_of_name(actor, surface)
    for surface in (*actor.seats, *actor.capitals):
        yield surface, "metonym"


def _kind_of_name(actor: Actor, surface: str) -> ResolvedBy:
    if is_acronym(surface):
        return "acronym"
    last_name = actor.kind == "person" and fold(actor.name).endswith(f" {fold(surface)}")
    return "last name" if last_name else "alias"


def _owns_bodies(actor: Actor) -> bool:
    return actor.kind == "state" or bool(actor.demonyms)


def _bare(name: str, lexicon: Lexicon) -> str:
    """A name without the words before it that are no part of it."""
    words, leading = name.split(), _leading(lexicon)
    while len(words) > 1 and words[0].lower() in leading:
        words.pop(0)
    return " ".join(words)


@functools.cache
def _leading(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.bodies.leading.union(lexicon.grammar.articles, lexicon.numbers.quantifiers, lexicon.numbers.units)


@functools.lru_cache(maxsize=65_536)
def _spelling(key: str) -> str:
    """A folded name with the ways of writing й, и and double letters in Latin made one."""
    return _DOUBLED.sub(r"\1", _ROMANISED.sub("i", key)).replace("ks", "x")
