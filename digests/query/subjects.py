"""Whom or what a reader means by a name: among what has claims, in any spelling, with a topic beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

from digests.knowledge import Knowledge
from digests.lexicon import ENGLISH, Lexicon
from digests.models import Place, Subject
from digests.places import describe, place_candidates
from digests.query.holders import holders
from digests.query.name_index import Directory, Known
from digests.query.offices import lands_of, names_office, office_near, untitled
from digests.query.phrases import beginnings_and_ends, small_words, without_question
from digests.text.folding import fold
from digests.text.printable import printable

_LONGEST = 500  #: characters of a name that are looked up; nothing is called more than that
_NEAR = 80  #: rapidfuzz score from which another spelling is taken for the same name
_VERY_NEAR = 90  #: the same, where the name as typed means something else that has no claims
_FAR = 60  #: the same, for what is only offered
MANY = 2  #: from so many on who bear a last name, a whole name is no longer found by that
FEW = 2  #: claims that may as well be slips of reading
RATHER = 3  #: how many times as many claims make something else that is meant


@dataclass(frozen=True, slots=True)
class Finding:
    """What a name was taken for, and what else it may have meant."""

    subjects: tuple[Subject, ...]
    others: tuple[Subject, ...] = field(default=())
    topic: Subject | None = None  #: words that a claim must have too
    spelling: str = ""  #: the name as typed, where another spelling was taken for it


def find_subject(
    name: str, known: Directory, knowledge: Knowledge, *, mentions: bool = True, lexicon: Lexicon = ENGLISH
) -> Finding:
    """What a name means: exact, folded, prefix, then near spellings, among what has claims; else its words.

    A country is both a place and an actor, so that both kinds of claim are found. `Kursk` is the oblast, which
    holds the city. `place:538555` and `actor:org:isw` (what autocomplete sends) are taken as they are. Of several
    words some may be a name and the others a topic (`Zelensky drones`).

    mentions: whether somebody whom only the texts know is also looked for where others speak of them.
    """
    name = printable(name[:_LONGEST])
    kind, _, key = name.strip().partition(":")
    entity = known.get(kind, key)
    finder = _Finder(known, knowledge, lexicon, mentions=mentions)
    if entity:
        return Finding(finder.with_words(_subject(entity), entity.name))
    plain = without_question(name, lexicon)
    spelling = finder.with_offices_spelt(plain)
    wholes = (finder.whole(variant, name) for variant in dict.fromkeys((name, plain, spelling)))
    finding = next(filter(None, wholes), None) or finder.parts(spelling)
    return finding or in_words(spelling, tuple(_subject(entity) for entity in known.near(spelling, _FAR)))


def in_words(name: str, others: tuple[Subject, ...] = ()) -> Finding:
    """The words of a name, whatever they mean."""
    name = printable(name[:_LONGEST])
    return Finding((Subject(kind="words", id=fold(name), name=name.strip()),), others)


def named(name: str, known: Directory, knowledge: Knowledge, *, lexicon: Lexicon = ENGLISH) -> list[Subject]:
    """The places and actors of that name, in any of their spellings and short forms, which have claims."""
    return _Finder(known, knowledge, lexicon).named(name)


def is_named(name: str, knowledge: Knowledge, *, lexicon: Lexicon = ENGLISH) -> bool:
    """Whether a place or an actor of the world has that name, whatever is claimed about it."""
    name = printable(name[:_LONGEST])
    return bool(place_candidates(name, knowledge.gazetteer, lexicon) or knowledge.actors.find(name))


class _Finder:
    """Looks names up among what has claims."""

    def __init__(self, known: Directory, knowledge: Knowledge, lexicon: Lexicon, *, mentions: bool = True) -> None:
        self._known, self._knowledge, self._lexicon, self._mentions = known, knowledge, lexicon, mentions

    def whole(self, name: str, question: str) -> Finding | None:
        """What all of a question surely means: a name, a title with a last name, or an office; question: as it came."""
        holding = self.holding(name)
        if holding and names_office(name, self._lexicon):
            return Finding(holding, spelling=question.strip())
        matches = self.named(name) or self.titled(name)
        if matches:
            return self.finding(matches, name)
        return Finding(holding, spelling=question.strip()) if holding else None

    def parts(self, name: str) -> Finding | None:
        """What a misspelt name may mean, or a name with a topic."""
        guess = None if names_office(name, self._lexicon) else self.guess(name)
        split = self.split(name) if self._mentions else None
        if guess is not None and not (split and fold(split[1]) == fold(guess.name)):  # what is beside it is a topic
            twins = [_subject(entity) for entity in self._known.named(guess.name) if entity.kind != guess.kind]
            last = fold(guess.name).rpartition(" ")[2]
            finding = self.finding([guess, *twins], guess.name if " " in name.strip() else last)
            return Finding(finding.subjects, spelling=name.strip())
        if split is None:
            return None
        matches, part, topic = split
        holding = self.holding(part, topic.name.split() if topic else ())
        finding = Finding(holding) if holding else self.finding(matches, part)
        return self.with_namesakes(finding, part, topic) if topic else finding

    def named(self, name: str) -> list[Subject]:
        """The places and actors of that name which have claims, likeliest first."""
        places, actors = self._places(name), self._actors(name)
        is_rather_actor = places and actors and self._outweighs(actors[0], places[0])
        return _each_once([*actors, *places] if is_rather_actor else [*places, *actors])

    def titled(self, name: str) -> list[Subject]:
        """The persons whom a title with a last name means: “Senator Graham” is no town."""
        rest = untitled(name, self._lexicon)
        return [subject for subject in self._actors(rest) if subject.id.startswith(_PERSON)] if rest else []

    def holding(self, name: str, rest: Sequence[str] = ()) -> tuple[Subject, ...]:
        """Whoever has the office that a name means, under every name that claims give them.

        rest: what stands beside it; who is said to be “former” has it no longer.
        """
        if not self._lexicon.persons.left_office.isdisjoint(map(fold, rest)):
            return ()
        bearers = holders(name, self._known, self._knowledge, self._lexicon, rest)
        whole = [entity for entity in bearers if " " in entity.name]  # a last name alone is others' too
        words = [subject for entity in whole for subject in self.with_words(_subject(entity), entity.name)]
        return tuple(_each_once([*map(_subject, bearers[:1]), *words, *map(_subject, bearers)]))

    def with_offices_spelt(self, name: str) -> str:
        """A question in which an office that is nearly spelt is put right: “Governer of Georgia”."""
        words = name.split()
        unknown = [not trait.word for trait in self._knowledge.gazetteer.traits(words)]
        right = (office_near(word, self._lexicon) if odd else word for word, odd in zip(words, unknown, strict=True))
        return " ".join(right)

    def finding(self, matches: Sequence[Subject], name: str) -> Finding:
        """What some words are taken for, likeliest first, and what else they may mean."""
        main, rest = matches[0], matches[1:]
        twins = [s for s in rest if s.kind != main.kind and _same_name(s, main)][:1]
        others = tuple(s for s in rest if s not in twins and not _inside(s, main, self._knowledge))
        kin = self._kin(main, name)
        return Finding((*self.with_words(main, name), *twins, *kin), tuple(s for s in others if s not in kin))

    def _kin(self, main: Subject, name: str) -> list[Subject]:
        """The bodies only texts know whose names end in that of a listed one: “American Red Cross” beside “Red Cross”.

        The bare words may be any of them.
        """
        key = fold(name)
        is_listed = main.kind == "actor" and self._knowledge.actors.get(main.id) is not None
        if not is_listed or " " not in key or key != fold(main.name):
            return []
        longer = (entity for entity in self._known.having(key) if fold(entity.name).endswith(f" {key}"))
        unlisted = (e for e in longer if e.kind == "actor" and self._knowledge.actors.get(e.id) is None)
        return [_subject(entity) for entity in unlisted]

    def with_namesakes(self, finding: Finding, part: str, topic: Subject) -> Finding:
        """What is meant beside a topic: all places of one name, as the topic tells them apart.

        What a people's name calls theirs need not be in their country: “Ukrainian plane”.
        """
        main = finding.subjects[0]
        namesakes = [s for s in finding.others if s.kind == main.kind == "place" and _same_name(s, main)]
        others = tuple(s for s in finding.others if s not in namesakes)
        is_peoples = self._mentions and bool(lands_of(part, self._knowledge.gazetteer))
        words = [Subject(kind="words", id=fold(part), name=part)] if is_peoples else []
        return Finding((*finding.subjects, *namesakes, *words), others, topic)

    def with_words(self, main: Subject, name: str) -> tuple[Subject, ...]:
        """A subject; one whom no list knows is also found by the words that others call them.

        A last name alone means everybody who bears it; a whole name nobody who only shares the last one, nor a place.
        """
        if not self._mentions or main.kind != "actor" or self._knowledge.actors.get(main.id) is not None:
            return (main,)
        words = fold(main.name)
        last = words.rpartition(" ")[2]
        telling = len(last) > _SHORT and not self._knowledge.gazetteer.traits([last])[0].word
        is_last = fold(name) == last != words
        bearers = {entity.id for entity in self._known.having(last) if fold(entity.name).endswith(f" {last}")}
        is_place = any(entity.kind == "place" for entity in self._known.named(last))
        is_theirs = is_last or (len(bearers) < MANY and not is_place)
        by_last = main.id.startswith(_PERSON) and telling and is_theirs
        if by_last and is_last:
            main = main.model_copy(update={"name": main.name.rpartition(" ")[2]})
        key = last if by_last else words
        return (main, Subject(kind="words", id=key, name=main.name)) if key else (main,)

    def _outweighs(self, subject: Subject, other: Subject, *, limit: float = inf) -> bool:
        """Whether one subject has so many more claims than another, of at most `limit`, that it is rather meant."""
        entity, rival = (self._known.get(candidate.kind, candidate.id) for candidate in (subject, other))
        if entity is None or rival is None or rival.claims > limit:
            return False
        return entity.claims >= RATHER * rival.claims

    def guess(self, name: str) -> Subject | None:
        """What a misspelt name may mean: the nearest names, and of those what has most claims."""
        world = place_candidates(name, self._knowledge.gazetteer, self._lexicon) or self._knowledge.actors.find(name)
        likeliest = self._known.likeliest(name, _VERY_NEAR if world else _NEAR)
        return _subject(likeliest) if likeliest else None

    def split(self, name: str) -> tuple[list[Subject], str, Subject | None] | None:
        """A name with a topic before or after it, the longest name first; small words between them are left out.

        Of two names the first one is taken, unless that has next to no claims and the other many.
        """
        best: tuple[list[Subject], str, list[str]] | None = None
        for part, rest in beginnings_and_ends(name.split(), small_words(self._lexicon)):
            if best is not None and len(part.split()) < len(best[1].split()):
                break
            matches = self._told(part, rest)
            if matches and (best is None or self._outweighs(matches[0], best[0][0], limit=FEW)):
                best = matches, part, rest
        if best is None:
            return None
        matches, part, rest = best
        words = " ".join(rest)
        return matches, part, Subject(kind="words", id=fold(words), name=words) if words else None

    def _told(self, part: str, rest: Sequence[str]) -> list[Subject]:
        """What a part of a question surely names: a lone ordinary word is no part of a name.

        Beside an office half of a body's name means nothing; a people's name means its country.
        """
        matches = self._places(part)
        lands = lands_of(part, self._knowledge.gazetteer)
        if names_office(" ".join(rest), self._lexicon):
            exact = [entity for entity in self._known.named(part) if entity.kind == "actor"]
            return _each_once([*matches, *map(self._place, lands), *map(_subject, exact)])
        if lands:
            return _each_once([*matches, *(subject for land in lands for subject in self.named(land.name))])
        if " " in part and (holding := self.holding(part, rest)):
            return list(holding)
        lone = " " not in part and self._knowledge.gazetteer.traits([part])[0].word
        if lone and not matches and self._knowledge.actors.find(part) is None:
            return []
        return _each_once([*matches, *self._actors(part)])

    def _places(self, name: str) -> list[Subject]:
        places = place_candidates(name, self._knowledge.gazetteer, self._lexicon)
        return [self._place(place) for place in places if self._known.get("place", str(place.id))]

    def _place(self, place: Place) -> Subject:
        return Subject(kind="place", id=str(place.id), name=describe(place, self._knowledge.gazetteer))

    def _actors(self, name: str) -> list[Subject]:
        match = self._knowledge.actors.find(name)
        listing = self._known.get("actor", match.actor.id) if match else None
        known = self._known
        matches = [*([listing] if listing else []), *known.named(name), *known.having(name), *known.abbreviated(name)]
        return [_subject(entity) for entity in matches]


def _each_once(subjects: Sequence[Subject]) -> list[Subject]:
    matches: dict[tuple[str, str], Subject] = {}
    for subject in subjects:
        matches.setdefault((subject.kind, subject.id), subject)
    return list(matches.values())


#: What the ids of persons begin with; a last name that tells has more letters than these.
_PERSON, _SHORT = "person:", 3


def _same_name(subject: Subject, other: Subject) -> bool:
    return fold(subject.name.split(",")[0]) == fold(other.name.split(",")[0])


def _inside(other: Subject, main: Subject, knowledge: Knowledge) -> bool:
    """Whether a place lies in the one that is taken, and so is found with it."""
    if other.kind != "place" or main.kind != "place":
        return False
    place = knowledge.gazetteer.place(int(other.id))
    return place is not None and int(main.id) in place.ancestors


def _subject(entity: Known) -> Subject:
    return Subject(kind=entity.kind, id=entity.id, name=entity.name)
