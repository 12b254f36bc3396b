"""Which body “it”, “they”, “the company” and “the statement” stand for: the one that has the word near by."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, TypeAlias

from digests.lexicon import Lexicon, either
from digests.models import Claimant, Pronoun
from digests.speakers.claimants import local_body
from digests.speakers.layout import Layout
from digests.speakers.participants import Cast
from digests.text.folding import fold
from digests.text.name_words import UPPER

_NEAR: Final = 800  #: characters over which a company may be meant
_NAME_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z]")
_SUBJECT_FOLLOWS = re.compile(r",|\s+[a-z]")
_FEW: Final = 2  #: words before a sentence's subject
_RECENT: Final = 3  #: sentences of the narrator since somebody gave a statement

Number: TypeAlias = Literal["one", "unsure", "many", "body"]  #: unsure: a name that may be a person's or a body's


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who has spoken at a place of the text."""

    place: int
    claimant: Claimant
    number: Number
    pronoun: Pronoun | None = None


class _Patterns(NamedTuple):
    company: re.Pattern[str]
    company_name: re.Pattern[str]  #: “the carmaker Alto”
    document: re.Pattern[str]  #: “the statement”
    giving: re.Pattern[str]  #: “in a written ” before it


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, companies = lexicon.grammar, either(lexicon.descriptions.companies)
    definite, demonstratives = either(grammar.definite_articles), either(grammar.demonstratives)
    return _Patterns(
        company=re.compile(rf"(?:{definite}) (?:{companies})", re.IGNORECASE),
        company_name=re.compile(rf"\b(?:{companies}) (?P<name>{UPPER}[\w&]+(?: {UPPER}[\w&]+){{0,3}})\b(?!-)"),
        giving=re.compile(
            rf"\b(?:{either(grammar.prepositions)}) (?:{either(grammar.articles, grammar.third_possessives)}) "
            r"(?:[\w-]+ ){0,2}"
        ),
        document=re.compile(
            rf"(?:{definite}|{demonstratives}) (?P<noun>{either(lexicon.claimants.documents)})", re.IGNORECASE
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

    def named(self, surface: str, place: int, speakers: Sequence[Speaker]) -> Claimant | None:
        """Whom “the company” or “the statement” stands for."""
        if self._patterns.company.fullmatch(surface):
            return self._company(place, speakers)
        document = self._patterns.document.fullmatch(surface)
        return self._author(document["noun"].lower(), place, speakers) if document else None

    def near(self, numbers: tuple[Number, ...], place: int, speakers: Sequence[Speaker]) -> Claimant | None:
        """The speaker of a fitting number in this sentence or the narrator's before, if there is but one."""
        fitting = {
            speaker.claimant.name: speaker.claimant
            for speaker in speakers
            if speaker.place < place
            and speaker.number in numbers
            and self._layout.sentences_between(speaker.place, place) <= 1
        }
        bearers = [claimant for claimant in fitting.values() if claimant.resolved_by != "unresolved"]
        bodies = bearers if len(bearers) == 1 else list(fitting.values())
        return bodies[0] if len(bodies) == 1 else None

    def opening(self, place: int) -> Claimant | None:
        """The only body of the sentence before, if that begins with it."""
        start, end = self._layout.sentence(place, back=1)[0], self._layout.sentence(place)[0]
        bodies = [body for body in self._cast.bodies if start <= body.start < end]
        opens = len(bodies) == 1 and len(self._text[start : bodies[0].start].split()) < _FEW
        follows = opens and _SUBJECT_FOLLOWS.match(self._text, bodies[0].end) is not None
        return bodies[0].claimant if follows else None

    def _company(self, place: int, speakers: Sequence[Speaker]) -> Claimant | None:
        """The only body that has spoken which may be a company."""
        if _NAME_INSIDE.search(self._text, self._layout.sentence(place)[0], place):
            return None  # “Alto fell after the company said”: a name nearer by may be meant
        company_names = list(self._patterns.company_name.finditer(self._text, max(0, place - _NEAR), place))
        if company_names:
            return local_body(company_names[-1]["name"], self._lexicon, "short form")
        companies = [s for s in speakers if s.number != "one" and self._may_be_company(s.claimant)]
        nearby = [s for s in companies if s.place > place - _NEAR]
        names = {s.claimant.name for s in nearby or companies}
        return _as_short_form(companies[-1].claimant) if len(names) == 1 else None

    def _author(self, noun: str, place: int, speakers: Sequence[Speaker]) -> Claimant | None:
        """Who said something in a statement, a letter or a report right before."""
        authors = [
            speaker
            for speaker in speakers
            if speaker.number in {"one", "body"}
            and self._layout.sentences_between(speaker.place, place) <= _RECENT
            and re.search(rf"{self._patterns.giving.pattern}{noun}\b", self._sentence(speaker.place))
        ]
        return _as_short_form(authors[-1].claimant) if len({a.claimant.name for a in authors}) == 1 else None

    def _sentence(self, place: int) -> str:
        return self._text[slice(*self._layout.sentence(place))].lower()

    def _may_be_company(self, claimant: Claimant) -> bool:
        words = self._lexicon.descriptions
        tokens = claimant.name.split()
        last = fold(claimant.name).split(" ")[-1]
        if claimant.resolved_by == "unresolved":
            is_name = re.search(rf"[a-z,] {re.escape(claimant.name)}\b", self._text) is not None
            return len(tokens) == 1 and tokens[0][0].isupper() and is_name
        local = claimant.role == "party" and claimant.resolved_by in {"local", "acronym", "short form"}
        return local and bool(claimant.actor_id) and last not in words.bodies - words.company_bodies


def _as_short_form(claimant: Claimant) -> Claimant:
    return claimant.model_copy(update={"resolved_by": "short form"})
