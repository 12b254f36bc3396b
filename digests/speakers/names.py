"""Who a source's words name: a person, a listed actor, a body of the text, or nobody in particular."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from digests.actors import PersonName, is_acronym
from digests.lexicon import Lexicon
from digests.models import Attribution, Claimant, Pronoun, Role, Span
from digests.speakers.claimants import claimant_of, local_body, unnamed, unresolved
from digests.speakers.joint import Joint
from digests.speakers.kinds import DOUBTFUL
from digests.speakers.listed import Listed
from digests.speakers.noun_phrases import (
    are_people,
    begins_with_name,
    head,
    holder,
    is_anonymous,
    is_counted,
    is_definite,
    is_indefinite,
    plain,
)
from digests.speakers.participants import Cast
from digests.speakers.participants.apposed_names import apposed_name
from digests.speakers.patterns import source_patterns
from digests.speakers.persons.person import Person
from digests.speakers.short_forms import ShortForms
from digests.speakers.unlisted import NAME_WORD, Unlisted
from digests.text.folding import fold
from digests.text.whole_words import has_words

_TITLE = 20  #: characters of a source before the name in it
_NEAR = 60  #: characters before a source in which its person may stand
_OWNER_END = re.compile(r"\w[’']s?$")  #: “Holm’s” before “wife”
_LAST_COMMA = re.compile(r".*[,—–(:]", re.DOTALL)


@functools.cache
def _outside_names(lexicon: Lexicon) -> frozenset[str]:
    """Words that show that others before them are no name."""
    grammar = lexicon.grammar
    verbs = grammar.be_finite | grammar.have_finite
    return grammar.relative_pronouns | verbs | lexicon.descriptions.outside_names


class Naming:
    """Reads sources against the cast of their text."""

    def __init__(self, cast: Cast, attributions: Sequence[Attribution]) -> None:
        self._cast = cast
        self._index = cast.index
        self._lexicon = cast.lexicon
        self._patterns = source_patterns(cast.lexicon)
        self._persons = cast.lexicon.persons
        self._text = cast.text
        self._people = {person.claimant.name: person for person in cast.persons.values()}
        self._unlisted = Unlisted(cast, attributions)
        self._joint = Joint(cast)
        self._listed = Listed(cast)
        self._short_forms = ShortForms(cast)

    def name(self, surface: str, spans: Sequence[Span]) -> Claimant:
        """The claimant that a source names; its words themselves where we know no better."""
        place = spans[0][0]
        return (
            self._before_body(place)
            or self._anonymous(surface, spans)
            or self._joint.claimant(surface, spans[0])
            or self._person(spans)
            or self._joined(surface, place)
            or self._unlisted.namesake(plain(surface, self._lexicon))
            or self._listed.actor(surface)
            or self._short_forms.claimant(surface, place)
            or self._by_ending(plain(surface, self._lexicon), place)
            or self._unlisted.person(surface, place)
            or apposed_name(surface, self._cast)
            or self._description(surface)
            or (unresolved(surface, self._lexicon) if are_people(surface, self._lexicon) else self._local(surface))
            or unresolved(surface, self._lexicon)
        )

    def _by_ending(self, words: str, place: int) -> Claimant | None:
        """The one person named in full before a place whose name ends with several words: “Van Der Bo”."""
        particles = self._persons.particles
        if " " not in words or not all(NAME_WORD.fullmatch(word) or word in particles for word in words.split()):
            return None
        claimants = (person.claimant for person in self._cast.named_before(place))
        bearers = [claimant for claimant in claimants if fold(claimant.name).endswith(f" {fold(words)}")]
        return bearers[0].model_copy(update={"resolved_by": "last name"}) if len(bearers) == 1 else None

    def is_person(self, claimant: Claimant) -> bool:
        """Whether a claimant is one person."""
        return (claimant.actor_id or "").startswith("person:")

    def may_be_person(self, claimant: Claimant) -> bool:
        """Whether a claimant that only the text knows has a name like a person's."""
        known = self._index.get(claimant.actor_id) if claimant.actor_id else None
        names = claimant.name.split()
        local = claimant.resolved_by in {"local", "unresolved"} and known is None
        looks_personal = len(names) <= 3 and all(
            NAME_WORD.fullmatch(w) and w.lower() not in self._persons.not_names for w in names
        )
        words = fold(claimant.name).split()
        is_plural = any(word.endswith("s") and self._is_person_noun(word[:-1]) for word in words[-1:])
        is_plural = is_plural or (len(names) == 1 and self._is_common(names[0]))
        is_body = not self._persons.place_or_body.isdisjoint(words) or is_definite(claimant.surface, self._lexicon)
        return local and looks_personal and not is_plural and not is_body

    def _is_common(self, word: str) -> bool:
        """Whether a text also writes a word small: “Delegates” of “the delegates”."""
        return has_words(word.lower(), self._text)

    def _is_person_noun(self, word: str) -> bool:
        """Whether a word is one for people: “doctor”, “protester”."""
        return word in self._persons.occupations or self._patterns.person_noun.search(word) is not None

    def pronoun(self, claimant: Claimant) -> Pronoun | None:
        """The pronoun of a claimant, where the text or the listed actors tell it."""
        person = self._people.get(claimant.name)
        actor = self._index.get(claimant.actor_id) if claimant.actor_id else None
        first = fold(claimant.name).split(" ")[0]
        by_given_name = self._persons.given_names.get(first) if self.is_person(claimant) else None
        owner, _, noun = claimant.name.rpartition(" ")
        kin = self._persons.kin.get(noun) if _OWNER_END.search(owner) else None
        return (person.pronoun if person else None) or (actor.pronoun if actor else None) or by_given_name or kin

    def inside(self, words: str, start: int) -> Claimant | None:
        """The person whom words such as “chief policy aide, Jake Sullivan” name."""
        return self._person([(start, start + len(words) + 2)])

    def ending_at(self, start: int, end: int) -> Claimant | None:
        """What the text names right before a place: the antecedent of “who” and “which”."""
        if (group := self._joint.ending(self._text[start:end])) is not None:
            return group
        names = [name for name in self._cast.names_in((start, end)) if name.end <= end]
        if names and self._patterns.tail.fullmatch(self._text, names[-1].end, end):
            person = self._cast.person(names[-1])
            return person.claimant if person else None
        words = self._text[start:end].split()
        for count in range(min(len(words), 8), 0, -1):
            match = self._index.recognise(" ".join(words[-count:]))
            if match is not None and words[-count][:1].isupper():
                longer = self._cast.bodies.branch(end - len(" ".join(words[-count:])), match.actor)
                return longer or claimant_of(match, self._index)
        body = self._cast.bodies.ending_at(end)
        last = words[-2:] if len(words) < 2 or not self._patterns.preposition.fullmatch(words[-2]) else words[-1:]
        return body or self._description(" ".join(last))

    def body_ending(self, end: int) -> Claimant | None:
        """A body that only its name, right before “which”, tells: “Orvan AG, which”."""
        line = self._text.rfind("\n", 0, end) + 1
        name = self._patterns.name_at_end.search(self._text, max(line, end - _NEAR), end)
        is_person = name is not None and bool(self._cast.names_in(name.span()))
        return None if name is None or is_person else self._local(name[0])

    # --- the readings, most certain first -----------------------------------------------------------------------

    def _before_body(self, place: int) -> Claimant | None:
        """The person right before a source that is but the body they are of: “Ann Bo, of | the ministry,”."""
        line = self._text.rfind("\n", 0, place) + 1
        names = self._cast.names_in((max(line, place - _NEAR), place))
        if not names or self._patterns.of_body.fullmatch(self._text, names[-1].end, place) is None:
            return None
        if self._cast.names_in((place, place + _TITLE)):
            return None  # “critics of Mr Bo, with | Mrs Ek saying”
        person = self._cast.person(names[-1])
        return person.claimant if person else None

    def _anonymous(self, surface: str, spans: Sequence[Span]) -> Claimant | None:
        """Somebody whose name is kept back, and not “Ann Bo, said to be close to the mayor”."""
        return self._person(spans) or unnamed(surface, self._lexicon) if is_anonymous(surface, self._lexicon) else None

    def _person(self, spans: Sequence[Span]) -> Claimant | None:
        """The person who is the head of a source: not one whose spokesman, campaign or aide it is."""
        for start, end in spans:
            for name in (*self._cut_by(start), *self._cast.names_in((start, end))):
                if self._is_head(name, start, end):
                    doubt = {"confidence": DOUBTFUL} if self._cast.is_doubtful(name) else {}
                    person = self._cast.person(name)
                    if person is not None:
                        return _called(person, name).model_copy(update=doubt)
                    if doubt and (start, end) == spans[0]:
                        surface = " ".join(self._text[start:end].split())
                        return unresolved(surface, self._lexicon).model_copy(update=doubt)
        return None

    def _joined(self, surface: str, place: int) -> Claimant | None:
        """The person of a last name in two parts: “El-Feki”."""
        person = self._cast.by_joined_name(surface, place) if " " not in surface else None
        return person.claimant.model_copy(update={"resolved_by": "last name"}) if person else None

    def _cut_by(self, start: int) -> tuple[PersonName, ...]:
        """The name that a source begins within: “Sunday | Ekpo”."""
        names = self._cast.names_in((max(0, start - _NEAR), start))
        return names[-1:] if names and names[-1].end > start else ()

    def _is_head(self, name: PersonName, start: int, end: int) -> bool:
        whole = self._text[start : name.start]
        untitled = whole.removesuffix(f"{' '.join(name.titles)} ")
        lead = self._patterns.office.sub("", _LAST_COMMA.sub("", whole))
        lead = self._patterns.holder.sub("", self._patterns.in_charge.sub("", lead))
        tail = self._text[name.end : max(end, name.end)]
        return (
            not self._is_listed(lead)
            and not self._patterns.preposition.search(lead)
            and not self._patterns.no_head.search(lead)
            and not any(map(self._patterns.acting_for.search, (lead, _LAST_COMMA.sub("", untitled))))
            and not self._patterns.in_clause.search(whole)
            and bool(self._patterns.after_person.match(tail))
        )

    def _is_listed(self, lead: str) -> bool:
        """Whether the words before a name end with another's and “and”, or are a first name: “Kata and ”."""
        if (alone := self._patterns.first_name.fullmatch(lead)) is not None:
            return fold(alone["first"]) in self._persons.given_names
        listing = self._patterns.other_name.search(lead)
        return listing is not None and fold(listing["last"]) not in self._persons.titles

    def _description(self, surface: str) -> Claimant | None:
        """Somebody whom the text does not name."""
        word = holder(surface, self._lexicon)
        if not word and not is_counted(surface, self._lexicon):
            return None
        role: Role = "official" if word in self._lexicon.descriptions.spokespersons else "unnamed"
        return unnamed(surface, self._lexicon, role)

    def _local(self, surface: str) -> Claimant | None:
        """A body that only the text knows; a description without a name is none."""
        words = head(surface, self._lexicon)
        tokens = words.split()
        if not begins_with_name(words, self._lexicon) or len(tokens) > 8 or is_indefinite(surface, self._lexicon):
            return None
        if tokens[0].lower() in self._persons.not_names or tokens[0].lower() in self._persons.titles:
            return None
        if tokens[-1].lower() in self._lexicon.descriptions.partisans and is_definite(surface, self._lexicon):
            return None
        is_seat = tokens[-1].isupper() and is_definite(surface, self._lexicon)
        is_office = is_seat or _OWNER_END.search(tokens[0]) is not None
        if is_office and tokens[-1].lower() in self._persons.titles:
            return None  # “the Larn North MP”, “Lunde’s next CEO”
        ends_name = tokens[-1][0].isupper() or tokens[-1] in self._lexicon.descriptions.bodies
        if (len(tokens) == 1 and not is_acronym(words)) or not ends_name:
            return None
        return local_body(words, self._lexicon) if _outside_names(self._lexicon).isdisjoint(tokens) else None


def _called(person: Person, name: PersonName) -> Claimant:
    if name.bare:
        return person.claimant.model_copy(update={"resolved_by": "last name"})
    return person.claimant
