"""A place at which a text names or describes a person."""

from __future__ import annotations

from typing import NamedTuple

from digests.models import Claimant, Pronoun


class Mention(NamedTuple):
    """A place at which a text names or describes a person."""

    start: int
    end: int
    key: str  #: the same for all mentions of one person
    claimant: Claimant | None  #: none of somebody who is but described, or may be no person
    pronoun: Pronoun | None = None
    is_subject: bool = False  #: of its sentence
    is_clause_subject: bool = False
    is_introduced: bool = False  #: said to be there just now: “a man named X”, “one of them is X”
    is_described: bool = False  #: an age or an apposition stands after the name
    is_kin: bool = False  #: somebody's: “her husband X”
    is_fronted: bool = False  #: after a preposition that begins its sentence: “For X, …”
    is_subordinate: bool = False  #: a subject of an opening clause that another clause follows: “Although X said”
    is_owner: bool = False  #: “X’s”
    is_said: bool = False  #: in what somebody says, quoted or not
    is_met: bool = False  #: whom somebody met or spoke with, and who may as well speak next
    is_label: bool = False  #: in a heading, a caption, a link
    is_shaped: bool = False  #: by its shape alone a person's name
    is_speaking: bool = False  #: elsewhere a source, or called by the last word alone

    @property
    def is_aside(self) -> bool:
        """Whether it stands where the narrator tells nothing."""
        return self.is_said or self.is_label
