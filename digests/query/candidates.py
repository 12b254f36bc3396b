"""What has claims and goes by a name: by one of its names, a title or an office, or a spelling near to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from digests.knowledge import Knowledge
from digests.lexicon import ENGLISH, Lexicon
from digests.models import Place, Subject
from digests.places import describe, place_candidates
from digests.query.holders import holders
from digests.query.name_index import Directory, Known
from digests.query.offices import untitled
from digests.text.folding import fold

MANY = 2  #: from so many on who bear a last name, a whole name is no longer found by that
RATHER = 3  #: how many times as many claims make something else that is meant
_NEAR = 80  #: rapidfuzz score from which another spelling is taken for the same name
_VERY_NEAR = 90  #: the same, where the name as typed means something else that has no claims
_PERSON = "person:"  #: what the ids of persons begin with
_SHORT = 3  #: letters; a last name that tells has more


@dataclass(frozen=True, slots=True)
class Candidates:
    """Looks names up among what has claims."""

    known: Directory
    knowledge: Knowledge
    lexicon: Lexicon = ENGLISH
    mentions: bool = True  #: whether somebody whom only the texts know is also looked for where others speak of them

    def named(self, name: str) -> list[Subject]:
        """The places and actors of that name which have claims, likeliest first."""
        places, actors = self.places(name), self.actors(name)
        is_rather_actor = places and actors and self.outweighs(actors[0], places[0])
        return each_once([*actors, *places] if is_rather_actor else [*places, *actors])

    def titled(self, name: str) -> list[Subject]:
        """The persons whom a title with a last name means: “Senator Graham” is no town."""
        rest = untitled(name, self.lexicon)
        return [subject for subject in self.actors(rest) if subject.id.startswith(_PERSON)] if rest else []

    def holding(self, name: str, rest: Sequence[str] = ()) -> tuple[Subject, ...]:
        """Whoever has the office that a name means, under every name that claims give them.

        rest: what stands beside it; who is said to be “former” has it no longer.
        """
        if not self.lexicon.persons.left_office.isdisjoint(map(fold, rest)):
            return ()
        bearers = holders(name, self.known, self.knowledge, self.lexicon, rest)
        whole = [entity for entity in bearers if " " in entity.name]  # a last name alone is others' too
        words = [subject for entity in whole for subject in self.with_words(subject_of(entity), entity.name)]
        return tuple(each_once([*map(subject_of, bearers[:1]), *words, *map(subject_of, bearers)]))

    def places(self, name: str) -> list[Subject]:
        """The places of that name which have claims."""
        places = place_candidates(name, self.knowledge.gazetteer, self.lexicon)
        return [self.place(place) for place in places if self.known.get("place", str(place.id))]

    def place(self, place: Place) -> Subject:
        """A place as a subject."""
        return Subject(kind="place", id=str(place.id), name=describe(place, self.knowledge.gazetteer))

    def actors(self, name: str) -> list[Subject]:
        """The actors whose name, a part of it or whose initials that is."""
        match = self.knowledge.actors.find(name)
        listing = self.known.get("actor", match.actor.id) if match else None
        known = self.known
        matches = [*([listing] if listing else []), *known.named(name), *known.having(name), *known.abbreviated(name)]
        return [subject_of(entity) for entity in matches]

    def with_words(self, main: Subject, name: str) -> tuple[Subject, ...]:
        """A subject; one whom no list knows is also found by the words that others call them.

        A last name alone means everybody who bears it; a whole name nobody who only shares the last one, nor a place.
        """
        if not self.mentions or main.kind != "actor" or self.is_listed(main.id):
            return (main,)
        words = fold(main.name)
        last = words.rpartition(" ")[2]
        telling = len(last) > _SHORT and not self.knowledge.gazetteer.traits([last])[0].word
        is_last = fold(name) == last != words
        bearers = {entity.id for entity in self.known.having(last) if fold(entity.name).endswith(f" {last}")}
        is_place = any(entity.kind == "place" for entity in self.known.named(last))
        is_theirs = is_last or (len(bearers) < MANY and not is_place)
        by_last = main.id.startswith(_PERSON) and telling and is_theirs
        if by_last and is_last:
            main = main.model_copy(update={"name": main.name.rpartition(" ")[2]})
        key = last if by_last else words
        return (main, Subject(kind="words", id=key, name=main.name)) if key else (main,)

    def is_listed(self, actor_id: str) -> bool:
        """Whether an actor is one of those that are listed, and not only met in texts."""
        return self.knowledge.actors.get(actor_id) is not None

    def outweighs(self, subject: Subject, other: Subject, *, limit: float = inf) -> bool:
        """Whether one subject has so many more claims than another, of at most `limit`, that it is rather meant."""
        entity, rival = (self.known.get(candidate.kind, candidate.id) for candidate in (subject, other))
        if entity is None or rival is None or rival.claims > limit:
            return False
        return entity.claims >= RATHER * rival.claims

    def guess(self, name: str) -> Subject | None:
        """What a misspelt name may mean: the nearest names, and of those what has most claims."""
        world = place_candidates(name, self.knowledge.gazetteer, self.lexicon) or self.knowledge.actors.find(name)
        likeliest = self.known.likeliest(name, _VERY_NEAR if world else _NEAR)
        return subject_of(likeliest) if likeliest else None


def each_once(subjects: Sequence[Subject]) -> list[Subject]:
    """Subjects in their order, each where it first stands."""
    matches: dict[tuple[str, str], Subject] = {}
    for subject in subjects:
        matches.setdefault((subject.kind, subject.id), subject)
    return list(matches.values())


def same_name(subject: Subject, other: Subject) -> bool:
    """Whether two subjects go by one name, wherever they lie."""
    return fold(subject.name.split(",")[0]) == fold(other.name.split(",")[0])


def subject_of(entity: Known) -> Subject:
    """What has claims, as a subject."""
    return Subject(kind=entity.kind, id=entity.id, name=entity.name)
