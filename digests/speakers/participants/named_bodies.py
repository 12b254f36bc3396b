"""The bodies that a text names: listed ones, and those that a noun shows to be one; what they are short for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from digests.actors import ActorIndex, ActorMatch, PersonName
from digests.lexicon import Lexicon, either
from digests.models import Actor, ActorMention, Claimant, Role, Span
from digests.speakers.claimants import claimant_of, local_body
from digests.speakers.participants.aliases import aliases
from digests.speakers.participants.body_names import head_of, is_body_name, without_article
from digests.speakers.persons.descriptions import body_name
from digests.text.folding import fold

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?][”\"’']*\s|\n")
_TWO_SPELLINGS = re.compile(r"iz(?=ation)")
_LONGEST_NAME = 120  #: characters of a body's name, so that a text of capitals costs no more than others


class _Patterns(NamedTuple):
    officer: re.Pattern[str]  #: at the beginning, somebody's office in the body: “CEO of the Larn Association”
    place_before: re.Pattern[str]  #: “Ohio ” before the name of a party
    day_at_end: re.Pattern[str]  #: “ on Tuesday” behind a name


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    words = lexicon.descriptions
    definite_article = either(lexicon.grammar.definite_articles)
    days = either(name.capitalize() for name in (*lexicon.calendar.weekdays, *lexicon.calendar.months))
    return _Patterns(
        officer=re.compile(
            rf"^(?:[A-Z][\w-]*\s)?(?:{either(lexicon.persons.titles)})\s(?:{either(words.body_prepositions)})\s"
            rf"(?:(?:{definite_article})\s)?(?=\S+\s)",
            re.IGNORECASE,
        ),
        day_at_end=re.compile(rf"(?:\s(?:{either(lexicon.calendar.before_days)}))?\s(?:{days})$"),
        place_before=re.compile(rf"\b(?P<place>(?:{either(map(str.title, lexicon.places.states.values()))})\s)$"),
    )


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A place in the text where a body is named."""

    start: int
    end: int
    names: tuple[str, ...]  #: folded
    claimant: Claimant


class NamedBodies:
    """The bodies of one text."""

    def __init__(
        self,
        text: str,
        index: ActorIndex,
        mentions: Iterable[ActorMention],
        names: Sequence[PersonName],
        lexicon: Lexicon,
    ) -> None:
        self._text, self._index, self._lexicon = text, index, lexicon
        self._names = names
        self.all = self._found(mentions)

    def latest(self, short: str, end: int) -> Claimant | None:
        """The latest body named before a place that some folded words are short for, such as “general staff”.

        None where the same sentence names two of them: “The fund has urged the other fund to lend.”.
        """
        fitting = [b for b in self.all if b.end <= end and any(self._shortens(short, name) for name in b.names)]
        if not fitting:
            return None
        last = fitting[-1]
        names = {b.claimant.name for b in fitting if _SENTENCE_END.search(self._text, b.end, last.start) is None}
        return last.claimant if names == {last.claimant.name} else None

    def ending_at(self, end: int) -> Claimant | None:
        """The body whose name ends at a place."""
        return next((body.claimant for body in self.all if body.end == end), None)

    def of_role(self, role: Role, end: int) -> Claimant | None:
        """The latest body of a role named before a place."""
        return next((b.claimant for b in reversed(self.all) if b.end <= end and b.claimant.role == role), None)

    def called(self, alias: str) -> str | None:
        """The body of which the text says that it is known by another name."""
        return self._aliases.get(alias)

    @cached_property
    def _aliases(self) -> dict[str, str]:
        """The bodies of the text by what it says that they are called: “…, or XYZ,”, “…, known as XYZ”."""
        return aliases(self._text, self._lexicon)

    def spelt_out(self, acronym: str) -> str | None:
        """The body in the text whose initials an acronym is."""
        return self._by_initials.get(re.sub(r"\W", "", acronym))

    @cached_property
    def _by_initials(self) -> dict[str, str]:
        """The names of several words that may be bodies', by their initials; the first of the same initials."""
        names: dict[str, str] = {}
        for start, end in self._capitalised:
            for word in _WORD.finditer(self._text, max(start, end - _LONGEST_NAME), end):
                name = self._text[word.start() : end]
                for initials in self._initials(name) if word[0][0].isupper() else ():
                    names.setdefault(initials, name)
        return names

    @cached_property
    def _capitalised(self) -> Sequence[Span]:
        """Where capitalised words stand in a row that may be a body's name, persons before it left out."""
        spans: list[Span] = []
        persons = {name.start: name.end for name in self._names}
        place = 0
        pattern = body_name(self._lexicon)
        while match := pattern.search(self._text, place):
            place = match.end()
            if match.start() in persons:
                place = persons[match.start()]
            else:
                day = _patterns(self._lexicon).day_at_end.search(self._text, *match.span())
                spans.append((match.start(), day.start() if day else match.end()))
        return spans

    def _found(self, mentions: Iterable[ActorMention]) -> tuple[NamedBody, ...]:
        bodies: list[NamedBody] = []
        for mention in mentions:
            if mention.actor.kind not in {"person", "group", "state"}:
                match = ActorMatch(mention.actor, mention.resolved_by)
                names = (fold(mention.surface), fold(mention.actor.name), *map(fold, mention.actor.aliases))
                claimant = self.branch(mention.start, mention.actor) or claimant_of(match, self._index)
                bodies.append(NamedBody(mention.start, mention.end, names, claimant))
        spans = [(body.start, body.end) for body in bodies]
        for start, end in self._capitalised:
            if self._is_local_body(self._text[start:end], (start, end), spans):
                name = without_article(self._text[start:end], self._lexicon)
                name = _patterns(self._lexicon).officer.sub("", name)
                bodies.append(NamedBody(start, end, (fold(name),), local_body(name, self._lexicon)))
        return tuple(sorted(bodies, key=lambda body: body.start))

    def branch(self, start: int, actor: Actor) -> Claimant | None:
        """The branch of a party that a place before the party's name tells: “the Ohio Democratic Party”."""
        if fold(actor.name).split()[-1] not in self._lexicon.bodies.parties:
            return None
        place = _patterns(self._lexicon).place_before.search(self._text, max(0, start - _LONGEST_NAME), start)
        return local_body(f"{place['place']}{actor.name}", self._lexicon, "alias") if place else None

    def _is_local_body(self, name: str, span: Span, spans: list[Span]) -> bool:
        name = without_article(name, self._lexicon)
        return (
            " " in fold(name)
            and is_body_name(name, self._lexicon)
            and all(span[1] <= start or end <= span[0] for start, end in spans)
        )

    def _shortens(self, short: str, name: str) -> bool:
        """Whether words end a folded name, or what stands before its “of” or “for”."""
        name, short = _spelt_alike(name), _spelt_alike(short)
        return name != short and any(f" {part}".endswith(f" {short}") for part in (name, head_of(name, self._lexicon)))

    def _initials(self, name: str) -> set[str]:
        """The initials by which a name of several words may be called, with and without those of its small words."""
        words = re.split(r"[\s\-]+", name)
        if len(words) < 2:
            return set()
        left_out = self._lexicon.grammar.definite_articles | self._lexicon.descriptions.joining
        full = "".join(word[0] for word in words if word and word not in left_out)
        return {"".join(c for c in full if c.isupper()), full.upper()}


def _spelt_alike(words: str) -> str:
    """Words with one spelling of those that have two: “organization” as “organisation”."""
    return _TWO_SPELLINGS.sub("is", words)
