"""How likely each candidate is the one meant: a softmax over weighted features, with nobody among the choices."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from digests.speakers.salience.candidates import Candidate, Kind, Reference
from digests.speakers.salience.weights import NOBODY, WEIGHTS

#: What makes chances true (Platt 1999), by `python -m digests.training antecedents … --folds 10`.
CALIBRATION: Final = (-0.027, 1.081)
_SUREST: Final = 0.999
_MOST: Final = 0.996  #: of the 310 references above a chance of .98 none was wrong
#: The chance from which a candidate is taken.
LEAST: Final[Mapping[Kind, float]] = {"pronoun": 0.85, "description": 0.92, "quotation": 0.92}

Listed: TypeAlias = Sequence[tuple[Candidate, Mapping[str, float]]]
#: Who of some candidates is meant; nobody where that is not clear.
Choose: TypeAlias = Callable[[Reference, Listed], Candidate | None]


def likeliest(reference: Reference, candidates: Listed) -> Candidate | None:
    """The candidate whose chance is clearly best."""
    for (candidate, _), chance in zip(candidates, chances(reference.kind, [f for _, f in candidates]), strict=True):
        candidate.chance = chance
    best = max((candidate for candidate, _ in candidates), key=lambda candidate: candidate.chance, default=None)
    return best if best is not None and best.chance >= LEAST[reference.kind] else None


def confidence_of(chance: float) -> float:
    """How often a candidate of a chance is the one meant, in articles that the weights were not fitted to."""
    offset, slope = CALIBRATION
    chance = min(max(chance, 1 - _SUREST), _SUREST)
    return min(1 / (1 + math.exp(-offset - slope * math.log(chance / (1 - chance)))), _MOST)


def chances(kind: Kind, candidates: Sequence[Mapping[str, float]]) -> list[float]:
    """The chance of each candidate; what they lack to 1 is nobody's."""
    scores = [sum(WEIGHTS.get(name, 0.0) * value for name, value in features.items()) for features in candidates]
    nobody = NOBODY[kind]
    highest = max([*scores, nobody])
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers) + math.exp(nobody - highest)
    return [power / total for power in powers]
