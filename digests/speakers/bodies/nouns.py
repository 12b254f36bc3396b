"""Which body “it”, “they”, “the company” and “the statement” stand for: the one that has the word near by."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.bodies.body_nouns import is_other_body
from digests.speakers.bodies.companies import Companies, Named
from digests.speakers.bodies.papers import Papers
from digests.speakers.bodies.parties import Parties
from digests.speakers.bodies.speaker import Number, Speaker
from digests.speakers.claimants import by_short_form
from digests.speakers.layout import Layout
from digests.speakers.noun_phrases import plain
from digests.speakers.participants import Cast
from digests.text.folding import fold
from digests.text.whole_words import has_words, places_of, stands_amid

_NEAR: Final = 800  #: characters over which a company may be meant
_NAME_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z]")
_SUBJECT_FOLLOWS = re.compile(r",|\s+[a-z]")
_OFTEN: Final = 3  #: mentions of a body that a text tells much of
_FEW: Final = 2  #: words before a sentence's subject
_RECENT: Final = 3  #: sentences in which a body that is meant has been named


class _Patterns(NamedTuple):
    company: re.Pattern[str]
    noun: re.Pattern[str]  #: “the diocese”
    paper: re.Pattern[str]  #: “a 2001 memorandum”, which “it” may be
    other_body: re.Pattern[str]  #: “the club” or “a union” in a sentence


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, companies = lexicon.grammar, either(lexicon.descriptions.companies)
    definite = either(grammar.definite_articles)
    return _Patterns(
        company=re.compile(
            rf"(?:{definite}) (?:\w+(?:{either(lexicon.clauses.aside_endings)}) (?:[a-z-]+ )?)?(?:{companies})",
            re.IGNORECASE,
        ),
        noun=re.compile(rf"(?:{definite.capitalize()}|{definite}) (?P<noun>[A-Za-z][a-z]{{2,}}[a-rt-z])"),
        paper=re.compile(
            rf"\b(?:{either(grammar.indefinite_articles)}) (?:[\w-]+ ){{0,2}}"
            rf"(?:{either(lexicon.claimants.documents)})\b"
        ),
        other_body=re.compile(
            rf"\b(?:{either(grammar.articles)}) (?:[\w-]+ ){{0,2}}"
            rf"(?:{either(lexicon.descriptions.bodies, lexicon.descriptions.companies, lexicon.bodies.teams)})\b"
        ),
    )


class Bodies:
    """Reads the pronouns and nouns of bodies against those who have spoken so far."""

    def __init__(self, cast: Cast, layout: Layout) -> None:
        self._cast = cast
        self._text = cast.text
        self._layout = layout
        self._lexicon = cast.lexicon
        self._patterns = _patterns(cast.lexicon)
        self.companies = Companies(cast, layout)
        self._papers = Papers(cast, layout)
        self.parties = Parties(cast, layout)

    def named(self, surface: str, place: int, speakers: Sequence[Speaker]) -> Claimant | None:
        """Whom “the company” or “the statement” stands for."""
        if self._patterns.company.fullmatch(surface):
            return self.company(place, speakers)
        return self._papers.author(surface, place, speakers)

    def company_names(self) -> list[str]:
        """The companies that the text names, one for each time."""
        return self.companies.names()

    def opening_company(self) -> str | None:
        """The company that a text begins with as a subject, if it calls any “the firm”."""
        is_called = self._patterns.company.search(self._text) is not None
        return self.companies.opening() if is_called else None

    def of_words(self, surface: str, place: int, speakers: Sequence[Speaker]) -> Claimant | None:
        """The body whose full name a short one begins, or has a noun for its head: “Alto”, “the diocese”."""
        noun = self._patterns.noun.fullmatch(surface)
        if noun is None:
            return self.companies.called(surface)
        word, is_name = noun["noun"].lower(), noun["noun"][0].isupper()
        if word not in self._lexicon.descriptions.bodies | self._lexicon.places.settlements:
            return self.companies.called(surface) if is_name else self._team(word, place)
        party = self.parties.meant(place) if word in self._lexicon.bodies.parties else None
        body = party or self._team(word, place) or self.companies.with_noun(word, place)
        if body is None and not is_name and word in self._lexicon.claimants.bodies:
            body = self._authority(word, place, speakers)
        return body

    def _team(self, noun: str, place: int) -> Claimant | None:
        return self.companies.team(place) if noun in self._lexicon.bodies.teams else None

    def _authority(self, noun: str, place: int, speakers: Sequence[Speaker]) -> Claimant | None:
        """The only body of the sentences before that may be called an agency: one that has spoken, or been named."""
        begin = self._layout.sentence(place, back=_RECENT)[0]
        if self._cast.is_introduced(noun, (begin, place)):
            return None
        claimants = [s.claimant for s in speakers if s.number == "body" and begin <= s.place < place]
        bodies = [body.claimant for body in self._cast.bodies.all if begin <= body.start < place]
        nouns = self._lexicon.descriptions.role_nouns["official"] | self._lexicon.claimants.bodies
        fitting = {c.name: c for c in (*claimants, *bodies) if not nouns.isdisjoint(fold(c.name).split())}
        if not fitting:
            return self.companies.acronym(begin, place)
        return by_short_form(next(iter(fitting.values()))) if len(fitting) == 1 else None

    def near(self, numbers: tuple[Number, ...], place: int, speakers: Sequence[Speaker]) -> Claimant | None:
        """The speaker of a fitting number in this sentence or the narrator's before, if there is but one.

        A sentence before that begins with “it” too leads on to the one before that; one that brings in a paper, to
        nobody before it.
        """
        anchor = self._anchor(place)
        start = self._layout.sentence(anchor, back=1)[0]
        is_paper = "many" not in numbers and self._patterns.paper.search(self._text, start, anchor)
        first_place = start if is_paper else 0
        recent = [
            speaker
            for speaker in speakers
            if first_place <= speaker.place < place and self._layout.sentences_between(speaker.place, anchor) <= 1
        ]
        fitting = {s.claimant.name: s.claimant for s in recent if s.number in numbers}
        if "many" in numbers and fitting and self._may_be_last(recent[-1], fitting, place):
            return None
        number = self._layout.number_of(place)
        in_sentence = {
            s.claimant.name for s in speakers if s.place < place and self._layout.number_of(s.place) == number
        }
        fitting = {name: claimant for name, claimant in fitting.items() if name in in_sentence} or fitting
        bearers = [claimant for claimant in fitting.values() if claimant.resolved_by != "unresolved"]
        bodies = bearers if len(bearers) == 1 else list(fitting.values())
        return bodies[0] if len(bodies) == 1 else None

    def _may_be_last(self, last: Speaker, fitting: Mapping[str, Claimant], place: int) -> bool:
        """Whether “they” behind a quotation may be whoever spoke right before, one or of unknown number."""
        is_other = last.claimant.resolved_by == "unresolved" and len(fitting) > 1
        return (is_other or last.claimant.name not in fitting) and self._layout.ends_quotation(place)

    def _anchor(self, place: int) -> int:
        """The place itself, or where the first of the sentences right before it begins that go on about one body."""
        number = self._layout.number_of(place)
        for earlier in range(number - 1, max(-1, number - 1 - _RECENT), -1):
            start = self._layout.sentences[earlier][0]
            if not self._layout.goes_on(start):
                break
            place = start
        return place

    def opening(self, place: int) -> Claimant | None:
        """The only body of the sentence before, if that begins with it."""
        start, end = self._layout.sentence(place, back=1)[0], self._layout.sentence(place)[0]
        bodies = [body for body in self._cast.bodies.all if start <= body.start < end]
        opens = len(bodies) == 1 and len(self._text[start : bodies[0].start].split()) < _FEW
        follows = opens and _SUBJECT_FOLLOWS.match(self._text, bodies[0].end) is not None
        return bodies[0].claimant if follows else None

    def owner(self, place: int) -> Claimant | None:
        """Whose “its” is at the beginning of a sentence: the body that the one before begins with, if alone in it."""
        start, end = self._layout.sentence(place, back=1)[0], self._layout.sentence(place)[0]
        all_bodies = self._cast.bodies.all
        bodies = {
            body.start: body.claimant for body in all_bodies if start <= body.start < end
        } or self.companies.named(start, end)
        first = min(bodies, default=end)
        is_alone = len({claimant.name for claimant in bodies.values()}) == 1 and "\n" not in self._text[start:end]
        opens = is_alone and len(self._text[start:first].split()) < _FEW
        return bodies[first] if opens and not self._patterns.other_body.search(self._text, first, end) else None

    def alone_before(self, place: int, speakers: Sequence[Speaker]) -> str | None:
        """The name of the body that the sentence right before begins with, if it speaks there and nobody else is named.

        The place begins a sentence of the same paragraph.
        """
        start, end = self._layout.sentence(place, back=1)[0], self._layout.sentence(place)[0]
        if not start < end == place or "\n" in self._text[start:end]:
            return None
        body = next((s for s in speakers if start <= s.place < end and s.number != "one"), None)
        name = plain(body.claimant.surface, self._lexicon) if body and body.claimant.role != "unnamed" else ""
        name_start = self._text.find(name, start, end)
        opens = bool(name) and name[0].isupper() and len(self._text[start:name_start].split()) < _FEW
        is_alone = opens and not _NAME_INSIDE.search(self._text, name_start + len(name), end)
        return name if is_alone and name.rpartition(" ")[2][0].isupper() else None

    def company(self, place: int, speakers: Sequence[Speaker]) -> Claimant | None:
        """Which company “the company” stands for: the only one that the sentences before name, or that has spoken."""
        companies = [s for s in speakers if s.number != "one" and self._may_be_company(s.claimant)]
        speaking = [Named(s.place, s.place + len(s.claimant.surface), s.claimant) for s in companies]
        nearest = self.companies.nearest(place, speaking)
        if nearest is not None or _NAME_INSIDE.search(self._text, self._layout.sentence(place)[0], place):
            return nearest  # “Alto fell after the company said”: a name nearer by may be meant
        nearby = [s for s in companies if s.place > place - _NEAR]
        names = {s.claimant.name for s in nearby or companies}
        is_only = len(names) == 1 and not self.companies.follows_other(place)
        return by_short_form(companies[-1].claimant) if is_only else self.companies.subject(place)

    def is_name(self, claimant: Claimant) -> bool:
        """Whether an unresolved claimant is one word that the text writes with a capital amid its sentences."""
        is_word = claimant.resolved_by == "unresolved" and " " not in claimant.name and claimant.name[:1].isupper()
        if is_word and has_words(claimant.name.lower(), self._text):
            return False  # “Delegates” of “the delegates”
        return is_word and stands_amid(claimant.name, self._text)

    def speaks_as_one(self, claimant: Claimant, start: int, end: int) -> bool:
        """Whether words of a text say “we”, and for a name of one word that it has again and again."""
        first_person = self._lexicon.grammar.first_person
        forms = either(first_person, map(str.capitalize, first_person))
        is_told = sum(1 for _ in places_of(claimant.name, self._text)) >= _OFTEN
        return is_told and self.is_name(claimant) and re.search(rf"\b(?:{forms})\b", self._text[start:end]) is not None

    def _may_be_company(self, claimant: Claimant) -> bool:
        words = self._lexicon.descriptions
        last = fold(claimant.name).split(" ")[-1]
        if claimant.resolved_by == "unresolved":
            return self.is_name(claimant)
        local = claimant.role == "party" and claimant.resolved_by in {"local", "acronym", "short form"}
        is_other = last in words.bodies - words.company_bodies or is_other_body(claimant.name, self._lexicon)
        return local and bool(claimant.actor_id) and not is_other
