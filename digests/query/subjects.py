"""Whom or what a reader means by a name: among what has claims, in any spelling, with a topic beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from digests.knowledge import Knowledge
from digests.lexicon import ENGLISH, Lexicon
from digests.models import Subject
from digests.places import place_candidates
from digests.query.candidates import Candidates, each_once, same_name, subject_of
from digests.query.name_index import Directory
from digests.query.offices import lands_of, names_office, with_offices_spelt
from digests.query.phrases import beginnings_and_ends, small_words, without_question
from digests.text.folding import fold
from digests.text.printable import printable

_LONGEST = 500  #: characters of a name that are looked up; nothing is called more than that
_FAR = 60  #: rapidfuzz score from which another name is offered
FEW = 2  #: claims that may as well be slips of reading


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
    names = Candidates(known, knowledge, lexicon, mentions)
    if entity:
        return Finding(names.with_words(subject_of(entity), entity.name))
    plain = without_question(name, lexicon)
    spelling = with_offices_spelt(plain, knowledge.gazetteer, lexicon)
    finder = _Finder(names)
    wholes = (finder.whole(variant, name) for variant in dict.fromkeys((name, plain, spelling)))
    finding = next(filter(None, wholes), None) or finder.parts(spelling)
    return finding or in_words(spelling, tuple(subject_of(entity) for entity in known.near(spelling, _FAR)))


def in_words(name: str, others: tuple[Subject, ...] = ()) -> Finding:
    """The words of a name, whatever they mean."""
    name = printable(name[:_LONGEST])
    return Finding((Subject(kind="words", id=fold(name), name=name.strip()),), others)


def is_named(name: str, knowledge: Knowledge, *, lexicon: Lexicon = ENGLISH) -> bool:
    """Whether a place or an actor of the world has that name, whatever is claimed about it."""
    name = printable(name[:_LONGEST])
    return bool(place_candidates(name, knowledge.gazetteer, lexicon) or knowledge.actors.find(name))


class _Finder:
    """Takes questions apart, and weighs what has claims under the names in them."""

    def __init__(self, names: Candidates) -> None:
        self._names, self._knowledge, self._lexicon = names, names.knowledge, names.lexicon

    def whole(self, name: str, question: str) -> Finding | None:
        """What all of a question surely means: a name, a title with a last name, or an office; question: as it came."""
        holding = self._names.holding(name)
        if holding and names_office(name, self._lexicon):
            return Finding(holding, spelling=question.strip())
        matches = self._names.named(name) or self._names.titled(name)
        if matches:
            return self._finding(matches, name)
        return Finding(holding, spelling=question.strip()) if holding else None

    def parts(self, name: str) -> Finding | None:
        """What a misspelt name may mean, or a name with a topic."""
        guess = None if names_office(name, self._lexicon) else self._names.guess(name)
        split = self._split(name) if self._names.mentions else None
        if guess is not None and not (split and fold(split[1]) == fold(guess.name)):  # what is beside it is a topic
            twins = [subject_of(entity) for entity in self._names.known.named(guess.name) if entity.kind != guess.kind]
            last = fold(guess.name).rpartition(" ")[2]
            finding = self._finding([guess, *twins], guess.name if " " in name.strip() else last)
            return Finding(finding.subjects, spelling=name.strip())
        if split is None:
            return None
        matches, part, topic = split
        holding = self._names.holding(part, topic.name.split() if topic else ())
        finding = Finding(holding) if holding else self._finding(matches, part)
        return self._with_namesakes(finding, part, topic) if topic else finding

    def _finding(self, matches: Sequence[Subject], name: str) -> Finding:
        """What some words are taken for, likeliest first, and what else they may mean."""
        main, rest = matches[0], matches[1:]
        twins = [s for s in rest if s.kind != main.kind and same_name(s, main)][:1]
        others = tuple(s for s in rest if s not in twins and not _inside(s, main, self._knowledge))
        kin = self._kin(main, name)
        return Finding((*self._names.with_words(main, name), *twins, *kin), tuple(s for s in others if s not in kin))

    def _kin(self, main: Subject, name: str) -> list[Subject]:
        """The bodies only texts know whose names end in that of a listed one: “American Red Cross” beside “Red Cross”.

        The bare words may be any of them.
        """
        key = fold(name)
        is_listed = main.kind == "actor" and self._names.is_listed(main.id)
        if not is_listed or " " not in key or key != fold(main.name):
            return []
        longer = (entity for entity in self._names.known.having(key) if fold(entity.name).endswith(f" {key}"))
        unlisted = (e for e in longer if e.kind == "actor" and not self._names.is_listed(e.id))
        return [subject_of(entity) for entity in unlisted]

    def _with_namesakes(self, finding: Finding, part: str, topic: Subject) -> Finding:
        """What is meant beside a topic: all places of one name, as the topic tells them apart.

        What a people's name calls theirs need not be in their country: “Ukrainian plane”.
        """
        main = finding.subjects[0]
        namesakes = [s for s in finding.others if s.kind == main.kind == "place" and same_name(s, main)]
        others = tuple(s for s in finding.others if s not in namesakes)
        is_peoples = self._names.mentions and bool(lands_of(part, self._knowledge.gazetteer))
        words = [Subject(kind="words", id=fold(part), name=part)] if is_peoples else []
        return Finding((*finding.subjects, *namesakes, *words), others, topic)

    def _split(self, name: str) -> tuple[list[Subject], str, Subject | None] | None:
        """A name with a topic before or after it, the longest name first; small words between them are left out.

        Of two names the first one is taken, unless that has next to no claims and the other many.
        """
        best: tuple[list[Subject], str, list[str]] | None = None
        for part, rest in beginnings_and_ends(name.split(), small_words(self._lexicon)):
            if best is not None and len(part.split()) < len(best[1].split()):
                break
            matches = self._told(part, rest)
            if matches and (best is None or self._names.outweighs(matches[0], best[0][0], limit=FEW)):
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
        matches = self._names.places(part)
        lands = lands_of(part, self._knowledge.gazetteer)
        if names_office(" ".join(rest), self._lexicon):
            exact = [entity for entity in self._names.known.named(part) if entity.kind == "actor"]
            return each_once([*matches, *map(self._names.place, lands), *map(subject_of, exact)])
        if lands:
            return each_once([*matches, *(subject for land in lands for subject in self._names.named(land.name))])
        if " " in part and (holding := self._names.holding(part, rest)):
            return list(holding)
        lone = " " not in part and self._knowledge.gazetteer.traits([part])[0].word
        if lone and not matches and self._knowledge.actors.find(part) is None:
            return []
        return each_once([*matches, *self._names.actors(part)])


def _inside(other: Subject, main: Subject, knowledge: Knowledge) -> bool:
    """Whether a place lies in the one that is taken, and so is found with it."""
    if other.kind != "place" or main.kind != "place":
        return False
    place = knowledge.gazetteer.place(int(other.id))
    return place is not None and int(main.id) in place.ancestors
