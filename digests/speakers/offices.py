"""Who holds the office that a text speaks of: “the Slovenian president”, “the Ohio Democrat”."""

from __future__ import annotations

import functools
import re

from digests.actors import is_acronym
from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.kinds import PersonNoun
from digests.speakers.participants import Cast
from digests.speakers.participants.trades import are_apart
from digests.speakers.persons.person import Person
from digests.text.folding import fold


@functools.cache
def _states(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(map(str.title, lexicon.places.states.values()))})\b")


class Offices:
    """Reads offices against what a text says of its persons."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._lexicon = cast.lexicon

    def holder(self, noun: PersonNoun, place: int) -> Person | None:
        """The only one near whom the text gives an office, where that alone tells whom it means."""
        person = self._cast.by_role(noun.word, place) if noun.is_plain else self._only_holder(noun, place)
        return person or self.called_otherwise(noun, place)

    def _only_holder(self, noun: PersonNoun, place: int) -> Person | None:
        """The one whom the text gives the office that “the Slovenian president” has, if a state tells it."""
        if noun.is_partisan or not any(map(self._cast.index.state_of, noun.modifiers)):
            return None
        holders = [person for person in self._cast.named_before(place) if self.holds(noun, person.claimant)]
        return holders[0] if len(holders) == 1 else None

    def called_otherwise(self, noun: PersonNoun, place: int) -> Person | None:
        """The only one whose title “the lawmaker” is another word for, where the text brings in no other lawmaker."""
        also_called = self._lexicon.persons.also_called
        words = (*noun.modifiers, noun.word)
        name = next((name for name in (" ".join(words[-2:]), noun.word) if name in also_called), None)
        if name is None or self._is_told_of_others(name, place):
            return None
        titles = [frozenset(title.split()) for title in also_called[name]]
        holders = [
            person for person in self._cast.named_before(place) if any(title <= person.words for title in titles)
        ]
        modifiers = words[: -len(name.split())]
        if len(holders) != 1 or not all(self._fits_modifier(holders[0], word) for word in modifiers):
            return None
        others = self._lexicon.persons.unlike.get(name, frozenset()) | self._lexicon.descriptions.lessening
        is_alike = others.isdisjoint(holders[0].words.difference(*titles))
        return holders[0] if is_alike and noun.pronoun in {None, holders[0].pronoun or noun.pronoun} else None

    def _is_told_of_others(self, name: str, place: int) -> bool:
        """Whether the text has spoken of “a lawmaker” or “his lawyer” before, who may be another."""
        articles = either(self._lexicon.grammar.definite_articles)
        pattern = re.compile(rf"(\b(?:{articles})\s)?\b{re.escape(name)}\b", re.IGNORECASE)
        return any(match[1] is None for match in pattern.finditer(self._cast.text, 0, place))

    def holds(self, noun: PersonNoun, claimant: Claimant) -> bool:
        """Whether the text gives somebody an office that a description names, or one that a politician has."""
        person = self._person(claimant)
        if person is None:
            return False
        if noun.is_partisan:
            return self._cast.may_be_partisan(person, noun.word)
        if (person.words - {*noun.modifiers, noun.word}) & self._lexicon.descriptions.lessening:
            return False
        return noun.word in person.words and all(self._fits_modifier(person, word) for word in noun.modifiers)

    def is_bodys(self, noun: PersonNoun) -> bool:
        """Whether an office is that of a body by its initials, which are no party's, or of one state of a country.

        “The IMF member”, “the Ohio senator”
        """
        is_local = noun.word in self._lexicon.descriptions.local_offices
        if is_local and _states(self._lexicon).search(" ".join(noun.modifiers)):
            return True
        words = (word for word in noun.modifiers if is_acronym(word) and fold(word) != noun.word)
        initials = [word for word in words if self._cast.index.state_of(word) is None]
        matches = [self._cast.index.recognise(word) for word in initials]
        parties = self._lexicon.bodies.parties
        return any(match is None or fold(match.actor.name).split()[-1] not in parties for match in matches)

    def is_given(self, noun: PersonNoun) -> bool:
        """Whether the text says of anybody that they have an office, or had it."""
        return any(noun.word in person.words for person in self._cast.persons.values())

    def may_hold(self, noun: PersonNoun, claimant: Claimant) -> bool:
        """Whether the text gives somebody no other office; nobody who is listed is “the former” something."""
        is_listed = self._cast.index.get(claimant.actor_id or "") is not None
        if is_listed and not self._lexicon.descriptions.former.isdisjoint(noun.modifiers):
            return False
        person = self._person(claimant)
        words, persons = self._lexicon.descriptions, self._lexicon.persons
        offices = (persons.titles.keys() | words.roles | words.lessening) - persons.courtesy - {noun.word}
        if person is None:
            return claimant.actor_id is not None or noun.word in fold(claimant.name).split()
        return person.words.isdisjoint(offices)

    def _is_of_other_party(self, noun: PersonNoun, claimant: Claimant) -> bool:
        """Whether a text calls somebody a member of another party than a description has: “the GOP candidate”."""
        person, words = self._person(claimant), self._lexicon.descriptions
        party = next((names for names in words.parties_called if not {*names}.isdisjoint(noun.modifiers)), None)
        if party is None or person is None:
            return False
        party_nouns = {name for name in person.words if name in words.partisans}
        return bool(party_nouns) and party_nouns.isdisjoint(map(fold, party))

    def _is_asking(self, claimant: Claimant) -> bool:
        """Whether somebody asks others, be it by trade: “Ned Holm, the host”, “Holm asked Orr”."""
        person, last = self._person(claimant), re.escape(claimant.name.rpartition(" ")[2])
        asks = re.search(rf"\b{last} (?:{either(self._lexicon.verbs.questioning)}) [A-Z]", self._cast.text)
        is_trade = person is not None and not person.words.isdisjoint(self._lexicon.persons.interviewers)
        return is_trade or asks is not None

    def is_other(self, noun: PersonNoun, claimant: Claimant) -> bool:
        """Whether somebody is told to have another trade than a description, or another party, or asks a candidate."""
        is_asked = noun.word in self._lexicon.claimants.candidacies
        return (
            (is_asked and self._is_asking(claimant))
            or self._is_of_other_trade(noun, claimant)
            or self._is_of_other_party(noun, claimant)
        )

    def _is_of_other_trade(self, noun: PersonNoun, claimant: Claimant) -> bool:
        """Whether somebody has a trade that one who is called by another hardly has: a nurse, “the doctor”."""
        person = self._person(claimant)
        words = person.words.union(fold(person.claimant.title or "").split()) if person else ()
        return are_apart(words, (noun.word,), self._lexicon)

    def _person(self, claimant: Claimant) -> Person | None:
        return self._cast.persons.get(claimant.actor_id or "") or self._cast.by_name(claimant.name)

    def _fits_modifier(self, person: Person, word: str) -> bool:
        """Whether a word before an office is said of its holder too: a party always is, a state where it is theirs."""
        if fold(word) in person.words | self._lexicon.descriptions.partisans:
            return True
        state, actor = self._cast.index.state_of(word), self._cast.index.get(person.claimant.actor_id or "")
        return state is not None and actor is not None and state.country == actor.country
