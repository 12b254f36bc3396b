"""Descriptions left for somebody whom their text may name elsewhere: “the former governor”, “the 43-year-old”."""

from __future__ import annotations

from digests.models import Claimant
from digests.speakers.kinds import DOUBTFUL, PersonNoun, person_noun
from digests.speakers.noun_phrases import tells_whose
from digests.speakers.offices import Offices
from digests.speakers.participants import Cast
from digests.speakers.persons.person import Person


class LeftOpen:
    """Tells which claimants of a text are left as a description of one person that names nobody."""

    def __init__(self, cast: Cast) -> None:
        self._cast, self._lexicon = cast, cast.lexicon
        self._offices = Offices(cast)

    def marked(self, claimant: Claimant) -> Claimant:
        """A claimant, so doubtful that no line begins with it where its text may name who is described."""
        return claimant.model_copy(update={"confidence": DOUBTFUL}) if self._is_open(claimant) else claimant

    def _is_open(self, claimant: Claimant) -> bool:
        if claimant.actor_id or claimant.members or tells_whose(claimant.name, self._lexicon):
            return False
        noun = person_noun(claimant.model_copy(update={"resolved_by": "unresolved"}), self._lexicon)
        return noun is not None and any(self._may_be(noun, person) for person in self._cast.persons.values())

    def _may_be(self, noun: PersonNoun, person: Person) -> bool:
        """Whether a description may be of a person: who has its office, or anybody where many may be called so."""
        if noun.pronoun is not None and person.pronoun not in {None, noun.pronoun}:
            return False
        nouns = self._lexicon.claimants
        is_common = not noun.is_office or noun.is_partisan or noun.word in nouns.open_offices | nouns.candidacies
        is_former = not self._lexicon.descriptions.former.isdisjoint(noun.modifiers)
        return is_common or is_former or self._offices.holds(noun, person.claimant)
