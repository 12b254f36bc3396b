"""Somebody who has spoken in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from digests.models import Claimant, Pronoun

Number: TypeAlias = Literal["one", "unsure", "many", "body"]  #: unsure: a name that may be a person's or a body's


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who has spoken at a place of the text."""

    place: int
    claimant: Claimant
    number: Number
    pronoun: Pronoun | None = None
