"""How likely each candidate is the one meant: a softmax over weighted features, with nobody among the choices."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from digests.speakers.salience.candidates import Candidate, Kind, Reference
from digests.speakers.salience.weights import NOBODY, WEIGHTS

LEAST: Final = 0.85  #: the chance from which a candidate is taken

Listed: TypeAlias = Sequence[tuple[Candidate, Mapping[str, float]]]
#: Who of some candidates is meant; nobody where that is not clear.
Choose: TypeAlias = Callable[[Reference, Listed], Candidate | None]


def likeliest(reference: Reference, candidates: Listed) -> Candidate | None:
    """The candidate whose chance is clearly best."""
    shares = chances(reference.kind, [features for _, features in candidates])
    best = max(range(len(shares)), key=shares.__getitem__, default=None)
    return candidates[best][0] if best is not None and shares[best] >= LEAST else None


def chances(kind: Kind, candidates: Sequence[Mapping[str, float]]) -> list[float]:
    """The chance of each candidate; what they lack to 1 is nobody's."""
    scores = [sum(WEIGHTS.get(name, 0.0) * value for name, value in features.items()) for features in candidates]
    nobody = NOBODY[kind]
    highest = max([*scores, nobody])
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers) + math.exp(nobody - highest)
    return [power / total for power in powers]
