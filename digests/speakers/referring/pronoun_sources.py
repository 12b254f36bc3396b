"""Who the sources are that are pronouns: “he”, “they”, “who”, “his campaign”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from digests.models import Attribution, Claimant, Pronoun, Span
from digests.speakers.bodies import Bodies, Number
from digests.speakers.claimants import by_pronoun, unresolved
from digests.speakers.joint import together
from digests.speakers.kinds import person_noun
from digests.speakers.layout import Layout
from digests.speakers.names import Naming
from digests.speakers.noun_phrases import owned
from digests.speakers.participants import Cast
from digests.speakers.persons.person import Person
from digests.speakers.persons.roles import last_word
from digests.speakers.pronouns import pronoun_patterns, pronouns
from digests.speakers.referring.heard import Heard
from digests.speakers.referring.meant import Meant
from digests.speakers.referring.told_of import all_told_of
from digests.speakers.salience import Reference
from digests.text.quotations import open_mark_before
from digests.text.whole_words import places_of

_PAIR: Final = 2
_OWNER: Final = 0.94  #: how sure one must be whose “his campaign” is, as little in it tells


class _Nameless(NamedTuple):
    """A pronoun for which no name was clear."""

    place: int
    pronoun: Pronoun


class PronounSources:
    """Whom the pronouns of a text mean, read in the order of their places."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a text's pronouns are read with
        self,
        cast: Cast,
        layout: Layout,
        attributions: Sequence[Attribution],
        naming: Naming,
        bodies: Bodies,
        speakers: Heard,
        choice: Meant,
    ) -> None:
        self._text, self._lexicon = cast.text, cast.lexicon
        self._cast, self._layout, self._naming, self._bodies = cast, layout, naming, bodies
        self._heard, self._meant = speakers, choice
        self._pronouns = pronouns(cast.lexicon)
        self._patterns = pronoun_patterns(cast.lexicon)
        self._others = all_told_of(cast, layout, attributions)
        self._adding = {a.source[0][0] for a in attributions if a.source and self._is_adding(a)}
        self._nameless: _Nameless | None = None  # the last “she” for whom no name was clear

    def claimant(self, surface: str, place: int, *, quoted: bool) -> Claimant | None:
        """The claimant behind a pronoun; none where the source is no pronoun."""
        word, pronouns = surface.lower(), self._pronouns
        if word in pronouns.persons:
            claimant = self._third_person(pronouns.persons[word], place, quoted=quoted)
        elif word in pronouns.plural:
            claimant = self._body_near(("many", "body", "unsure"), place) or self._pair_opening(place)
        elif word in pronouns.neuter:
            claimant = self._body_near(("body", "unsure"), place) or self._body_opening(place)
            is_other = claimant is not None and (self._holds_office(claimant) or self._reports(claimant, place))
            claimant = None if is_other else claimant
        elif word in pronouns.relative:
            claimant = self._antecedent(place)
        elif (pair := self._patterns.pair.fullmatch(surface)) is not None:
            claimant = self._with_another(pair, place, quoted=quoted)
        else:
            possession = self._patterns.possession.fullmatch(surface)
            return self._owned(possession[1].lower(), possession[2], place, quoted=quoted) if possession else None
        return claimant or unresolved(surface, self._lexicon)

    def _holds_office(self, claimant: Claimant) -> bool:
        """Whether what is taken for a body is a person by their office: “High Commissioner”."""
        is_listed = self._cast.index.get(claimant.actor_id or "") is not None
        return not is_listed and last_word(claimant.name) in self._lexicon.persons.titles

    def _reports(self, claimant: Claimant, place: int) -> bool:
        """Whether a body has last but reported what another does: “Alto News reports that the state had … It noted”."""
        names = list(places_of(claimant.name, self._text[:place]))
        follows = self._text[names[-1] + len(claimant.name) : place] if names else ""
        return self._patterns.reports.match(follows) is not None

    def _with_another(self, words: re.Match[str], place: int, *, quoted: bool) -> Claimant | None:
        """Those whom “he and the deputy mayor, Ann Bo,” means; nobody where the one is not known."""
        first = self._third_person(self._pronouns.persons[words["pronoun"].lower()], place, quoted=quoted)
        start = place + words.start("other")
        second = self._naming.name(words["other"], [(start, start + len(words["other"]))])
        return together(f"{first.name} and {second.name}", (first, second)) if first is not None else None

    def _third_person(self, pronoun: Pronoun, place: int, *, quoted: bool) -> Claimant | None:
        """The latest person speaking before a place, or made a sentence's subject since, whom the pronoun fits."""
        if quoted:
            return self._inside_quotation(pronoun, place)
        mark = open_mark_before(self._text, place)
        if mark is not None and not self._cast.names_in((mark, place)):
            return None  # “I met him. He said …. “And he was”: nothing tells where the quotation ends
        if self._goes_on(pronoun, place) or self._adds_as_described(place):
            return None
        is_questioned, is_object = self._patterns.questioned, self._patterns.object
        speaker = self._meant.by(
            Reference(
                place,
                "pronoun",
                pronoun,
                ends_quotation=self._layout.ends_quotation(place),
                is_questioned=is_questioned.match(self._text, place) is not None,
                is_object=is_object.match(self._text, place) is not None,
                others=self._others.get(place, frozenset()),
            )
        )
        if speaker is not None and self._meant.doubts.is_doubtful(speaker, pronoun, place):
            speaker = None
        speaker = speaker or (self._just_told(pronoun, place) if place in self._adding else None)
        if speaker is not None:
            self._heard.call(speaker, pronoun)
        self._nameless = _Nameless(place, pronoun) if speaker is None else None
        return speaker

    def _just_told(self, pronoun: Pronoun, place: int) -> Claimant | None:
        """The only one of whom the sentence before says that they spoke: “Bo told us no. He added”."""
        start, end = self._layout.sentence(place, back=1)[0], self._layout.sentence(place)[0]
        names = self._cast.names_in((start, end)) if "\n" not in self._text[start:end] else ()
        speaking = [name for name in names if self._patterns.speaking.match(self._text, name.end)]
        person = self._cast.person(speaking[0]) if len(speaking) == 1 else None
        if person is None or (self._heard.pronoun(person.claimant) or person.pronoun) not in {None, pronoun}:
            return None
        return by_pronoun(person.claimant)

    def _goes_on(self, pronoun: Pronoun, place: int) -> bool:
        """Whether somebody for whom no name was clear goes on speaking in the next sentence: “She said …”."""
        last = self._nameless
        if last is None or last.pronoun != pronoun or self._layout.sentences_between(last.place, place) > 1:
            return False
        is_same = not self._cast.names_in((last.place, place))
        self._nameless = _Nameless(place, pronoun) if is_same else None
        return is_same

    def _is_adding(self, attribution: Attribution) -> bool:
        words = (word for start, end in attribution.cue for word in self._text[start:end].lower().split())
        return not self._lexicon.verbs.adding.isdisjoint(words)

    def _adds_as_described(self, place: int) -> bool:
        """Whether one who goes on speaking is whoever spoke last by a mere description: “the envoy … he added”."""
        last = self._heard.speakers[-1] if self._heard.speakers and place in self._adding else None
        if last is None or self._layout.sentences_between(last.place, place) > 1:
            return False
        return person_noun(last.claimant, self._lexicon) is not None

    def _inside_quotation(self, pronoun: Pronoun, place: int) -> Claimant | None:
        """The only person that a quotation names before a pronoun within it."""
        quotation = self._layout.quotations.at(place)
        return self._only_person((quotation[0], place), pronoun) if quotation else None

    def _only_person(self, span: Span, pronoun: Pronoun) -> Claimant | None:
        people: dict[str, Person] = {}
        for name in self._cast.names_in(span):
            person = self._cast.person(name)
            if person is not None and self._heard.pronoun(person.claimant) in {None, person.pronoun, pronoun}:
                people[person.claimant.name] = person
        fitting = [p for p in people.values() if (self._heard.pronoun(p.claimant) or p.pronoun) in {None, pronoun}]
        return by_pronoun(fitting[0].claimant) if len(fitting) == 1 else None

    def _body_near(self, numbers: tuple[Number, ...], place: int) -> Claimant | None:
        claimant = self._bodies.near(numbers, place, self._heard.speakers)
        return by_pronoun(claimant) if claimant else None

    def _pair_opening(self, place: int) -> Claimant | None:
        """The two persons of whom alone a sentence tells up to its “they”: “As Bo and Ek ran, …, they said”."""
        names = self._cast.names_in((self._layout.sentence(place)[0], place))
        if len(names) != _PAIR or not self._patterns.joint.fullmatch(self._text, names[0].end, names[1].start):
            return None
        people = [person.claimant for name in names if (person := self._cast.person(name)) is not None]
        is_pair = len({claimant.name for claimant in people}) == _PAIR
        return together(f"{people[0].name} and {people[1].name}", people) if is_pair else None

    def _body_opening(self, place: int) -> Claimant | None:
        claimant = self._bodies.opening(place)
        return by_pronoun(claimant) if claimant else None

    def _antecedent(self, place: int) -> Claimant | None:
        """What stands right before a relative pronoun: a person, a body, or the words of a description."""
        sentence = self._layout.sentence(place)
        head = self._text[sentence[0] : place].rstrip(" ,—–-")
        end = sentence[0] + len(head)
        is_neuter = self._patterns.neuter_relative.match(self._text, place) is not None
        if is_neuter and (place_phrase := self._patterns.whereabouts.search(head)) is not None:
            body = self._naming.body_ending(sentence[0] + place_phrase.start())  # “Orvan Group in Norway, which says”
            return by_pronoun(body) if body is not None else None
        speaker = next(
            (s.claimant for s in reversed(self._heard.speakers) if s.place + len(s.claimant.surface) == end), None
        )
        claimant = speaker or self._naming.ending_at(sentence[0], end)
        is_person = claimant is not None and self._naming.is_person(claimant)
        if (is_person or claimant is None) and is_neuter:
            claimant = self._naming.body_ending(end)
        elif is_person and self._patterns.plural_verb.match(self._text, place):
            return None  # “young voters such as Ann Bo, who are …”
        return by_pronoun(claimant) if claimant is not None else None

    def _owned(self, word: str, rest: str, place: int, *, quoted: bool) -> Claimant | None:
        """“His campaign” as somebody's campaign; none for a description that names its person."""
        person = self._naming.inside(rest, place + len(word))
        if person is not None:
            return person
        owner = self.claimant(word, place, quoted=quoted)
        if owner is None or owner.resolved_by == "unresolved" or owner.role == "unnamed":
            return None
        if owner.confidence < _OWNER or self._meant.doubts.is_of_subject(owner, word, place):
            return None
        label = owner.short or owner.name
        return Claimant(
            name=f"{label}’s {owned(rest, self._lexicon)}",
            affiliation_id=owner.actor_id,
            side=owner.side,
            resolved_by="pronoun",
        )
