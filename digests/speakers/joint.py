"""Sources that name several together: “France, Germany and Britain” is one claimant with three members."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Claimant, Role, Span
from digests.speakers.claimants import claimant_of
from digests.speakers.noun_phrases import begins_with_name, plain
from digests.speakers.participants import Cast
from digests.speakers.persons.roles import head_noun
from digests.text.folding import fold
from digests.text.name_words import UPPER, name_words

_LONGEST = 8  #: words of a member
_LONGEST_NAME = 5  #: words of a person's name with a title
_PAIR = 2
_REACH = 200  #: characters before a source in which its list may begin


class _Patterns(NamedTuple):
    joint: re.Pattern[str]  #: between two members
    pairing: re.Pattern[str]  #: “both ” before two
    last_joint: re.Pattern[str]
    foreign: re.Pattern[str]  #: what no member's name holds
    list_before: re.Pattern[str]  #: the members of a list whose end alone was taken for the source
    list_end: re.Pattern[str]  #: a list at the end of words
    pair_end: re.Pattern[str]  #: two at the end of words
    unknown_name: re.Pattern[str]  #: two words with capitals at the end, alone or behind an occupation
    open_apposition: re.Pattern[str]  #: “, the Bo and ” of “Ann Ek, the Bo and Lim chair”
    tail: re.Pattern[str]  #: what is said of the last or of all: “, who met”, “, a Larn Republican”
    person_joined: re.Pattern[str]  #: right before the last of the persons of a list


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words = lexicon.grammar, lexicon.descriptions
    joining, definite = either(words.joining), either(grammar.definite_articles)
    small_words = lexicon.bodies.joining | words.joining
    foreign = (grammar.prepositions | grammar.longer_prepositions) - small_words
    verb = rf"{either(grammar.finite_auxiliaries)}|(?!(?:{either(words.role_participles)})\s)[a-z]+ed"  # “and led Bo”
    name = rf"(?:(?:{definite})\s+)?{UPPER}[\w’'\-]+(?:\s+(?:{name_words(lexicon)}\s+)?{UPPER}[\w’'\-]+){{0,4}}"
    return _Patterns(
        pairing=re.compile(rf"^(?:{either(words.pairing)})\s", re.IGNORECASE),
        joint=re.compile(rf",?\s+(?:{joining})\s+|,\s+"),
        last_joint=re.compile(rf"\s(?:{joining})\s"),
        foreign=re.compile(rf"\b(?:{either(foreign, grammar.relative_pronouns)})\b|\d"),
        list_before=re.compile(rf"(?:^|,\s+)(?P<list>(?:{name},\s+)+)$"),
        list_end=re.compile(rf"(?<!\w)(?P<list>(?:{name},\s+)+{name},?\s+(?:{joining})\s+{name})$"),
        pair_end=re.compile(rf"(?<!\w)(?P<pair>{name}\s+(?:{joining})\s+{name})$"),
        unknown_name=re.compile(r"(?:^|[a-z]\s)[A-Z][a-z’'-]+\s+[A-Z][a-z’'-]+$"),
        person_joined=re.compile(
            rf"\b(?:{joining})\s+(?!(?:{verb})\s)(?:(?!(?:{either(grammar.prepositions)})\s)[\w.]+\s+){{0,3}}$"
        ),
        open_apposition=re.compile(rf",\s+(?:{either(grammar.articles)})\s[^,]*$"),
        tail=re.compile(
            rf"(?<=\w),\s+(?:{either(grammar.indefinite_articles, grammar.relative_pronouns)})\s.*$", re.DOTALL
        ),
    )


class Joint:
    """Reads sources as several persons, bodies or states who speak together."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._lexicon = cast.lexicon
        self._patterns = _patterns(cast.lexicon)

    def claimant(self, surface: str, span: Span) -> Claimant | None:
        """Those whom a source names together; none where it names one, or describes somebody."""
        if not self._patterns.last_joint.search(surface) or self._cast.index.recognise(self._plain(surface)):
            return None
        words = self._list_before(span[0]) + self._plain(surface)
        words = self._without_tail(self._patterns.pairing.sub("", words))
        parts = [self._plain(part) for part in self._patterns.joint.split(words)]
        if self._describes(parts):
            return None
        all_named = all(map(self._may_be_member, parts))
        known = [self._member(part, span[0]) for part in parts] if all_named else []
        if not known or known[0] is None:
            known = [*(self._persons(span) or self._beside_unknown(parts))]
        return together(self._in_full(words, parts, known), known) if known else None

    def _without_tail(self, words: str) -> str:
        tail = self._patterns.tail.search(words)
        return words[: tail.start()] if tail and self._patterns.last_joint.search(words, 0, tail.start()) else words

    def _in_full(self, words: str, parts: Sequence[str], members: Sequence[Claimant | None]) -> str:
        """The words of a list with its persons named in full: “Ann Bo and Carl Dunmore” of “both Bo and Dunmore”."""
        if len(parts) != len(members):
            return words
        whole = words
        for part, member in zip(parts, members, strict=True):
            first, _, last = part.rpartition(" ")
            if member is None or (_is_person(member) and " " not in member.name):
                return words  # rather all by their last names than some
            if _is_person(member) and fold(member.name).endswith(f" {fold(last)}") and member.name not in part:
                is_given = first.split(" ")[0] == member.name.split(" ")[0]  # “Donald J. Bo” of Donald Bo
                is_courtesy = first.lower().rstrip(".") in self._lexicon.persons.courtesy
                titles = "" if is_courtesy or is_given else first
                whole = whole.replace(part, f"{titles} {member.name}".lstrip(), 1)
        return whole

    def _persons(self, span: Span) -> Sequence[Claimant]:
        """The persons of a source that begins with one and ends in “and” with another; nobody if it does not."""
        text, names = self._cast.text, self._cast.names_in(span)
        if len(names) < 2 or self._patterns.foreign.search(text, span[0], names[0].start):
            return []
        if not self._patterns.person_joined.search(text, names[-2].end, names[-1].start):
            return []
        if self._patterns.open_apposition.search(text, names[-2].end, names[-1].start):
            return []
        people = [self._cast.person(name) for name in names]
        return [person.claimant for person in people if person is not None]

    def _beside_unknown(self, parts: Sequence[str]) -> list[Claimant]:
        """The last of two where the first has a name that nobody knows: “Harbour master Inti Quispe and Admiral …”."""
        has_title = parts[-1].split(" ", 1)[0].lower() in self._lexicon.persons.titles
        if len(parts) != 2 or not has_title or not self._patterns.unknown_name.search(parts[0]):
            return []
        member = self._member(parts[1], 0)
        return [member] if member is not None and _is_person(member) else []

    def ending(self, words: str) -> Claimant | None:
        """Those whom a list at the end of some words names; two alone only where they are no persons."""
        if listing := self._patterns.list_end.search(words):
            return self.claimant(listing["list"], (0, 0)) or self._beside_bodies(listing["list"])
        pair = self._patterns.pair_end.search(words)
        members = (
            [self._member(self._plain(part), 0) for part in self._patterns.joint.split(pair["pair"])] if pair else []
        )
        is_bodies = len(members) == _PAIR and not any(member is None or _is_person(member) for member in members)
        return together(pair["pair"], members) if pair and is_bodies else None

    def _beside_bodies(self, listing: str) -> Claimant | None:
        """The bodies of a list of which some are known, the last among them."""
        parts = [self._plain(part) for part in self._patterns.joint.split(listing)]
        known = [member for part in parts if (member := self._member(part, 0)) is not None]
        is_bodies = self._member(parts[-1], 0) is not None and not any(map(_is_person, known))
        return together(listing, known) if is_bodies and all(map(self._may_be_member, parts)) else None

    def _list_before(self, start: int) -> str:
        """The first members of a list that a source is but the end of."""
        text = self._cast.text
        line = text.rfind("\n", 0, start) + 1
        text_before = text[max(line, start - _REACH) : start]
        listing = self._patterns.list_before.search(
            text_before[max(text_before.rfind(". "), text_before.rfind("” ")) + 2 :] or text_before
        )
        if listing is None:
            return ""
        members = self._patterns.joint.split(listing["list"].rstrip(", "))
        return listing["list"] if all(self._member(self._plain(member), start) for member in members) else ""

    def _plain(self, words: str) -> str:
        return plain(words, self._lexicon)

    def _may_be_member(self, part: str) -> bool:
        is_name = begins_with_name(part, self._lexicon) and len(part.split()) <= _LONGEST
        return is_name and self._patterns.foreign.search(part) is None

    def _describes(self, parts: Sequence[str]) -> bool:
        """Whether the parts after a person say what they are: “Ann Bo, Chair and Editor”."""
        roles = self._lexicon.persons.titles.keys() | self._lexicon.descriptions.roles
        return any(head_noun(part, self._lexicon) in roles for part in parts[1:])

    def _member(self, words: str, place: int) -> Claimant | None:
        match = self._cast.index.recognise(words)
        if match is not None:
            return claimant_of(match, self._cast.index)
        person = self._cast.by_last_name(fold(words).split(" ")[-1], place=place or None)
        is_name = len(words.split()) <= _LONGEST_NAME or (person and words.endswith(f" {person.claimant.name}"))
        return person.claimant if person and is_name else None


def _is_person(claimant: Claimant) -> bool:
    return (claimant.actor_id or "").startswith("person:")


def together(words: str, members: Sequence[Claimant | None]) -> Claimant:
    """Several as one claimant under the words that name them all."""
    known = [member for member in members if member is not None]
    sides = {member.side for member in known} if len(known) == len(members) else {None}
    role: Role = next((m.role for m in known if m.role in {"official", "unnamed"}), known[0].role)
    return Claimant(
        name=words,
        role=role,
        side=sides.pop() if len(sides) == 1 else None,
        members=tuple(member.actor_id for member in known if member.actor_id),
        resolved_by="local",
    )
