"""How likely an attribution is to be right, from how sure the network was of its parts."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from digests.attribution.drafts import Certainty

_LEAST, _MOST = 1e-3, 1 - 1e-4


class Calibration(NamedTuple):
    """Weights of a logistic regression on certainties (Platt 1999), fitted by `digests.training calibrate`."""

    content: float
    cue: float
    source: float
    has_source: float  #: added where there is a source
    bias: float


#: Fitted on PolNeAR's development articles.
PACKAGED: Final = Calibration(content=0.468, cue=0.187, source=0.124, has_source=0.537, bias=-1.497)


def terms(certainty: Certainty) -> tuple[float, float, float, float, float]:
    """What the weights of a calibration are multiplied by, in their order."""
    has_source = certainty.source is not None
    source = _log_odds(certainty.source) if certainty.source is not None else 0.0
    return _log_odds(certainty.content), _log_odds(certainty.cue), source, float(has_source), 1.0


def confidence(certainty: Certainty, calibration: Calibration = PACKAGED) -> float:
    """The chance, between 0 and 1, that people who annotate would agree with an attribution."""
    score = sum(weight * term for weight, term in zip(calibration, terms(certainty), strict=True))
    return 1 / (1 + math.exp(-score))


def _log_odds(chance: float) -> float:
    probability = min(max(chance, _LEAST), _MOST)
    return math.log(probability / (1 - probability))
