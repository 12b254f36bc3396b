"""How many a claimant is: one person, a body, several, or what may be one of either."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.bodies import Bodies, Number
from digests.speakers.kinds import person_noun, type_of
from digests.speakers.names import Naming
from digests.speakers.noun_phrases import has_name, head, is_definite, plain
from digests.speakers.participants import Cast
from digests.text.folding import fold


@functools.cache
def _somebody(lexicon: Lexicon) -> re.Pattern[str]:
    """What a description of one who is not named begins with: “a shepherd”, whom a following “he” means."""
    return re.compile(
        rf"(?:{either(lexicon.grammar.indefinite_articles, lexicon.descriptions.single)})\s", re.IGNORECASE
    )


class _Relatives(NamedTuple):
    """What a description of somebody's relative looks like."""

    relative: re.Pattern[str]  #: “Her father” at the beginning
    name: re.Pattern[str]  #: “his widow, Verona” and nothing more


@functools.cache
def _somebodys(lexicon: Lexicon) -> _Relatives:
    """The patterns for somebody's relatives of a language."""
    relative = rf"(?i:(?:{either(lexicon.grammar.third_possessives)})\s(?:{either(lexicon.persons.kin)}))"
    return _Relatives(re.compile(rf"{relative}\b"), re.compile(rf"{relative}(?:,?\s[A-Z]\w+)?(?:,.*)?"))


class Numbers:
    """Tells claimants apart by number, for the pronouns that may mean them."""

    def __init__(self, cast: Cast, naming: Naming, bodies: Bodies) -> None:
        self._index = cast.index
        self._text = cast.text
        self._lexicon = cast.lexicon
        self._naming = naming
        self._bodies = bodies

    def of(self, claimant: Claimant) -> Number:
        """How many a claimant is."""
        if self._naming.is_person(claimant) or self._is_he(claimant):
            return "one"
        if self._is_body_noun(claimant) or self._is_which(claimant):
            return "body"
        if self._is_apposed(claimant):
            return "one"
        if self._may_be_one(claimant):
            return "unsure"
        if claimant.actor_id and claimant.role != "unnamed":
            return "body"
        return "one" if self._is_kin(claimant) else "many"

    def _is_he(self, claimant: Claimant) -> bool:
        """Whether a claimant is whom “he” or “she” means, be it a relative: “Her father, Brad, 39,”."""
        grammar = self._lexicon.grammar
        is_pronoun = claimant.surface.lower() in grammar.third_subjects & grammar.genders.keys()
        return is_pronoun and claimant.resolved_by == "pronoun"

    def _is_kin(self, claimant: Claimant) -> bool:
        """Whether a claimant is left as somebody's relative: “Her father”, “his widow, Verona”."""
        patterns = _somebodys(self._lexicon)
        if claimant.resolved_by == "pronoun":
            return patterns.name.fullmatch(claimant.surface.rstrip(" ,")) is not None
        is_kin = claimant.resolved_by == "unresolved" and patterns.relative.match(claimant.name) is not None
        return is_kin and type_of(claimant, self._index, self._lexicon) == "unnamed person"

    def _may_be_one(self, claimant: Claimant) -> bool:
        """Whether a claimant of unknown kind is one person or body: “Facebook”, “the striker”."""
        is_one = self._naming.may_be_person(claimant) or self._may_be_somebody(claimant)
        return is_one or self._bodies.is_name(claimant)

    def is_somebody(self, claimant: Claimant) -> bool:
        """Whether a claimant is one person whom the text describes and does not name."""
        is_single = claimant.resolved_by == "none" and _somebody(self._lexicon).match(claimant.name) is not None
        return is_single and type_of(claimant, self._index, self._lexicon) == "unnamed person"

    def _may_be_somebody(self, claimant: Claimant) -> bool:
        """Whether a claimant is left as a description that one person may go by: “the 26-year-old striker”."""
        words, lexicon = self._lexicon.descriptions, self._lexicon
        last = fold(head(claimant.name, lexicon)).split(" ")[-1]
        bodies = words.bodies | words.companies | words.generic.keys() | lexicon.claimants.documents
        is_left = claimant.resolved_by == "unresolved" or (claimant.resolved_by == "none" and ", " in claimant.name)
        if not is_left or last in bodies or last.endswith("s"):
            return False
        is_person = person_noun(claimant, lexicon) is not None
        return is_person and is_definite(claimant.name, lexicon) and not has_name(plain(claimant.name, lexicon))

    def _is_which(self, claimant: Claimant) -> bool:
        """Whether the text calls a claimant that it does not describe “which”: “Alto, which runs the line”."""
        is_left = claimant.resolved_by in {"unresolved", "local"}
        if not is_left or f"{claimant.name}," not in self._text:
            return False
        relatives = either(self._lexicon.grammar.thing_relatives)
        return re.search(rf"\b{re.escape(claimant.name)},\s(?:{relatives})\b", self._text) is not None

    def _is_apposed(self, claimant: Claimant) -> bool:
        """Whether a claimant is left as a noun for one person and a name: “Bo's widow, Marlene”."""
        lead, _, name = claimant.name.partition(", ")
        noun = fold(head(lead, self._lexicon)).split(" ")[-1]
        is_known = noun in self._lexicon.persons.kin or noun in self._lexicon.persons.occupations
        is_person = is_known or noun in self._lexicon.persons.titles or noun in self._lexicon.claimants.persons
        return claimant.resolved_by == "unresolved" and is_person and name[:1].isupper()

    def _is_body_noun(self, claimant: Claimant) -> bool:
        """Whether a claimant is left as “the union”, which “it” may mean."""
        words = self._lexicon.descriptions
        last = fold(claimant.name).split(" ")[-1]
        is_body = last in words.bodies | words.companies | words.generic.keys() and not last.endswith("ies")
        return claimant.resolved_by == "unresolved" and is_body and is_definite(claimant.name, self._lexicon)
