"""Whose officer somebody is of whom a text tells but the office: “Chief executive Ann Bo” in one about a firm."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.bodies.nouns import Bodies, Speaker
from digests.speakers.participants import Cast
from digests.speakers.persons.roles import has_owner, last_word, role_nouns
from digests.text.name_words import UPPER

_OFTEN: Final = 3  #: mentions of the company that a text is about


@functools.cache
def _kind_before(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf".*\b(?:{either(lexicon.descriptions.companies)}) (?={UPPER})")


class Employers:
    """Tells a company's officers by the company that their text is about."""

    def __init__(self, cast: Cast, bodies: Bodies) -> None:
        self._text, self._lexicon, self._bodies = cast.text, cast.lexicon, bodies

    def employed(self, claimant: Claimant, place: int, speakers: Sequence[Speaker]) -> Claimant:
        """A company's officer with the company, where the one meant at a place is the text's; others as they are."""
        if self._is_its_own(claimant):
            owner = self._bodies.owner(place)
            return claimant.model_copy(update={"affiliation": owner.name}) if owner else claimant
        if self._is_next_in_line(claimant) and (name := self._bodies.alone_before(place, speakers)):
            return claimant.model_copy(update={"affiliation": name})
        if not self._is_officer(claimant) or (claimant.title or "") not in claimant.surface:
            return claimant
        company = self._bodies.company(place, speakers)
        name = self._bare(company.name) if company is not None else None
        return claimant.model_copy(update={"affiliation": name}) if name == self._subject else claimant

    def everywhere(self, claimants: Sequence[Claimant]) -> list[Claimant]:
        """Claimants, those who are a body's in one place the same in all."""
        companies = {c.name: c.affiliation for c in claimants if c.title and c.affiliation}
        return [
            c.model_copy(update={"affiliation": companies.get(c.name)}) if c.title and not c.affiliation else c
            for c in claimants
        ]

    def _is_its_own(self, claimant: Claimant) -> bool:
        """Whether somebody is told to be a body's by a pronoun, and nothing more: “Its lawyer, Ann Bo,”."""
        grammar, title = self._lexicon.grammar, claimant.title or ""
        pronouns = grammar.neuter_pronouns & grammar.third_possessives
        is_bare = bool(title) and claimant.affiliation is None and not has_owner(title, self._lexicon)
        return is_bare and claimant.surface.lower().startswith(tuple(f"{word} {title.lower()}" for word in pronouns))

    def _is_next_in_line(self, claimant: Claimant) -> bool:
        """Whether an office without a name in it begins a source, so that it is of the body that has just spoken.

        “The Larn Trust said no. Safety head Ann Bo said why.”
        """
        title = claimant.title or ""
        if not title or claimant.affiliation is not None or not claimant.surface.startswith(f"{title} "):
            return False
        is_office = last_word(title) in self._lexicon.descriptions.body_offices and title[1:].islower()
        first = title.split(" ", 1)[0].lower()
        nouns = role_nouns(self._lexicon) | self._lexicon.bodies.parties
        is_plain = first in nouns or re.search(rf"\b{first}\b", self._text) is not None
        return is_office and is_plain

    def _is_officer(self, claimant: Claimant) -> bool:
        return claimant.title is not None and claimant.affiliation is None and self._is_office(claimant.title)

    def _is_office(self, title: str) -> bool:
        return title.lower() in self._lexicon.descriptions.company_offices

    @cached_property
    def _subject(self) -> str:
        """The company that a text names clearly oftenest; empty where there is none."""
        names = Counter(map(self._bare, self._bodies.company_names())).most_common(2)
        first, second = (*names, ("", 0), ("", 0))[:2]
        return first[0] if first[1] >= max(_OFTEN, second[1] + 1) else ""

    def _bare(self, name: str) -> str:
        """A company's name without what it is: “Alto” of “US phone company Alto”."""
        return _kind_before(self._lexicon).sub("", name)
