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
from digests.speakers.bodies.nouns import Bodies
from digests.speakers.bodies.owned_offices import goes_on_of, is_company_office, owned_by_noun, owner_opening, party_of
from digests.speakers.bodies.speaker import Speaker
from digests.speakers.layout import Layout
from digests.speakers.participants import Cast
from digests.speakers.persons.roles import has_owner, last_word, role_nouns
from digests.text.name_words import UPPER
from digests.text.whole_words import has_words

_OFTEN: Final = 3  #: mentions of the company that a text is about


@functools.cache
def _kind_before(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf".*\b(?:{either(lexicon.descriptions.companies)}) (?={UPPER})")


class Employers:
    """Tells a company's officers by the company that their text is about."""

    def __init__(self, cast: Cast, bodies: Bodies, layout: Layout) -> None:
        self._index = cast.index
        self._text, self._lexicon, self._bodies, self._layout = cast.text, cast.lexicon, bodies, layout

    def employed(self, claimant: Claimant, place: int, speakers: Sequence[Speaker]) -> Claimant:
        """A company's officer with the company, where the one meant at a place is the text's; others as they are."""
        if self._is_its_own(claimant):
            owner = self._bodies.owner(place)
            return claimant.model_copy(update={"affiliation": owner.name}) if owner else claimant
        if self._is_next_in_line(claimant) and (name := self._bodies.alone_before(place, speakers)):
            return claimant.model_copy(update={"affiliation": name})
        situation = (claimant, place, speakers, self._bodies, self._lexicon)
        if (officer := owned_by_noun(*situation)) is not None:
            return officer
        opening = owner_opening(claimant, self._text, self._index, self._lexicon)
        telling = party_of(*situation) or self._going_on(claimant, place, speakers)
        if name := opening or telling or self._of_subject(claimant, place):
            return claimant.model_copy(update={"affiliation": name})
        if not self._is_officer(claimant) or (claimant.title or "") not in claimant.surface:
            return claimant
        company = self._bodies.company(place, speakers)
        name = self._bare(company.name) if company is not None else self._opening(place)
        is_known = name is not None and name == self._subject and not self._has_other(name, claimant)
        return claimant.model_copy(update={"affiliation": name}) if is_known else claimant

    def everywhere(self, claimants: Sequence[Claimant]) -> list[Claimant]:
        """Claimants, those who are a body's in one place the same in all."""
        employed = [claimant for claimant in claimants if claimant.title and claimant.affiliation]
        updates = {c.name: {"title": c.title, "affiliation": c.affiliation} for c in employed}
        return [c.model_copy(update=updates.get(c.name)) if c.title and not c.affiliation else c for c in claimants]

    def _going_on(self, claimant: Claimant, place: int, speakers: Sequence[Speaker]) -> str | None:
        """The body whose saying an officer's quotation goes on, unless they may be the officer that a text is about."""
        name = goes_on_of(claimant, place, speakers, self._layout, self._bodies, self._lexicon)
        is_rival = self._subject not in {"", self._bare(speakers[-1].claimant.name)} if name else False
        may_be_other = is_rival and is_company_office(claimant.title or "", self._lexicon)
        return None if may_be_other and not self._has_other(self._subject, claimant) else name or None

    def _of_subject(self, claimant: Claimant, place: int) -> str | None:
        """The body that an officer's sentence begins with: “Alto will sell its mill, CEO Ann Bo said”."""
        is_bare = self._is_officer(claimant) and claimant.surface.startswith(claimant.title or "")
        return self._bodies.companies.subject_alone(place) if is_bare else None

    def _has_other(self, company: str, claimant: Claimant) -> bool:
        """Whether a text tells another who has somebody's office in a company: “Alto chief executive Carl Odum”."""
        office, first = re.escape(claimant.title or ""), re.escape(claimant.name.split(" ", 1)[0])
        other = rf"\b{re.escape(company)}(?:[’']s)? (?i:{office}),? (?!{first}\b){UPPER}"
        return re.search(other, self._text) is not None

    def _is_its_own(self, claimant: Claimant) -> bool:
        """Whether somebody is told to be a body's by a pronoun, and nothing more: “Its lawyer, Ann Bo,”."""
        grammar, title = self._lexicon.grammar, claimant.title or ""
        pronouns = grammar.neuter_pronouns & grammar.third_possessives
        is_bare = bool(title) and claimant.affiliation is None and not has_owner(title, self._lexicon)
        return is_bare and claimant.surface.lower().startswith(tuple(f"{word} {title.lower()}" for word in pronouns))

    def _opening(self, place: int) -> str | None:
        """The company that a text begins with, where the sentence before a place is about nobody else."""
        opening = None if self._bodies.companies.follows_other(place) else self._bodies.opening_company()
        return self._bare(opening) if opening else None

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
        is_plain = first in nouns or has_words(first, self._text)
        return is_office and is_plain

    def _is_officer(self, claimant: Claimant) -> bool:
        return (
            claimant.title is not None
            and claimant.affiliation is None
            and is_company_office(claimant.title, self._lexicon)
        )

    @cached_property
    def _subject(self) -> str:
        """The company that a text names clearly oftenest, or begins with and calls one; empty where there is none."""
        names = Counter(map(self._bare, self._bodies.company_names())).most_common(2)
        first, second = (*names, ("", 0), ("", 0))[:2]
        if first[1] >= max(_OFTEN, second[1] + 1):
            return first[0]
        opening = self._bodies.opening_company()
        return self._bare(opening) if opening and {name for name, _ in names} <= {self._bare(opening)} else ""

    def _bare(self, name: str) -> str:
        """A company's name without what it is: “Alto” of “US phone company Alto”."""
        return _kind_before(self._lexicon).sub("", name)
