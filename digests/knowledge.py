"""What the house knows of the world before it reads: places and actors."""

from __future__ import annotations

from dataclasses import dataclass

from digests.actors import ActorIndex
from digests.places import Gazetteer


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Look-up of places and actors, handed to whatever needs to know a name."""

    gazetteer: Gazetteer
    actors: ActorIndex
