"""A person of a text: who they are and what the text says of them."""

from __future__ import annotations

from dataclasses import dataclass

from digests.models import Claimant, Pronoun


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the text: who they are, what they are called by role, and their pronoun where known."""

    claimant: Claimant
    last: str
    words: frozenset[str]  #: the folded words that describe them, abbreviated titles written out
    pronoun: Pronoun | None
