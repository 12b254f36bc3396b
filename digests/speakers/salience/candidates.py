"""Whom a pronoun or a description may mean: everybody whom the text has named, described or let speak near by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple, TypeAlias

from digests.models import Claimant, Pronoun
from digests.speakers.salience.mention import Mention
from digests.speakers.salience.mentions import Mentions

REACH: Final = 2500  #: characters over which somebody stays a candidate

#: A pronoun, “the lanky professor”, or a quotation that no source stands beside.
Kind: TypeAlias = Literal["pronoun", "description", "quotation"]


class Reference(NamedTuple):
    """What is to be given a name."""

    place: int
    kind: Kind
    pronoun: Pronoun | None = None
    ends_quotation: bool = False  #: “…,” he said
    is_questioned: bool = False  #: “he told police”: no officer is meant
    others: frozenset[str] = frozenset()  #: whom the words name of which or to whom “he” speaks
    is_object: bool = False  #: “Ann Bo remembers him saying”: not the subject of the same sentence


class Spoken(NamedTuple):
    """Somebody who has spoken before."""

    place: int
    key: str
    claimant: Claimant
    pronoun: Pronoun | None


@dataclass(slots=True)
class Candidate:
    """Somebody whom a reference may mean."""

    key: str
    claimant: Claimant | None  #: none of somebody who is but described
    pronoun: Pronoun | None
    mentions: list[Mention] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)  #: places where they speak
    chance: float = 0.0  #: of being the one meant, once weighed

    @property
    def last(self) -> int:
        """The last place where they are named or speak."""
        return max([m.start for m in self.mentions[-1:]] + self.turns[-1:])

    @property
    def is_doubtful(self) -> bool:
        """Whether but the shape of a name says that it is a person's: “Avondale Estates”."""
        return not self.turns and bool(self.mentions) and all(m.is_shaped and not m.is_speaking for m in self.mentions)


class Candidates:
    """Lists who may be meant at a place."""

    def __init__(self, mentions: Mentions, known: Callable[[Claimant], Pronoun | None]) -> None:
        self._mentions = mentions
        self._known = known

    def at(self, reference: Reference, speakers: Sequence[Spoken]) -> list[Candidate]:
        """Everybody who may be meant, the last to be named or to speak first."""
        people = self._people(reference, speakers).values()
        fitting = [c for c in people if reference.pronoun is None or c.pronoun in {None, reference.pronoun}]
        fitting = [c for c in fitting if not self._is_in_participle(c, reference.place)]
        fitting = [c for c in fitting if not self._is_other(c, reference)]
        return sorted(fitting, key=lambda candidate: candidate.last, reverse=True)

    def _is_in_participle(self, candidate: Candidate, place: int) -> bool:
        """Whether somebody is last named in a phrase whose own subject is meant: “Running against Ann Bo, she …”."""
        return any(self._mentions.layout.opens_sentence(m.start, place) for m in candidate.mentions[-1:])

    def _is_other(self, candidate: Candidate, reference: Reference) -> bool:
        """Whether the reference cannot mean somebody: an officer tells the police nothing, a subject is no “him”."""
        if candidate.key in reference.others or (reference.kind == "description" and candidate.is_doubtful):
            return True
        if reference.is_questioned and candidate.claimant is not None and candidate.claimant.role == "official":
            return True
        layout = self._mentions.layout
        return reference.is_object and layout.number_of(candidate.last) == layout.number_of(reference.place)

    def _people(self, reference: Reference, speakers: Sequence[Spoken]) -> Mapping[str, Candidate]:
        people: dict[str, Candidate] = {}
        start = max(self._mentions.layout.entries.start(reference.place), reference.place - REACH)
        end = reference.place
        places = {speaker.place for speaker in speakers if speaker.claimant.role != "unnamed"}
        for mention in self._mentions.between(start, end):
            if mention.claimant is None and mention.start in places:
                continue  # “a judge” of whom the text says in the next sentence who it is
            candidate = people.setdefault(mention.key, Candidate(mention.key, mention.claimant, mention.pronoun))
            candidate.mentions.append(mention)
            candidate.pronoun = candidate.pronoun or mention.pronoun
        for speaker in speakers:
            if start <= speaker.place < end:
                candidate = people.setdefault(speaker.key, Candidate(speaker.key, speaker.claimant, speaker.pronoun))
                candidate.turns.append(speaker.place)
                candidate.claimant = candidate.claimant or speaker.claimant
                candidate.pronoun = candidate.pronoun or speaker.pronoun
        for candidate in people.values():
            candidate.turns.sort()
            if candidate.claimant is not None:
                known = self._known(candidate.claimant) or candidate.pronoun
                candidate.pronoun = known or self._mentions.pronoun_of(candidate.key)
        return people
