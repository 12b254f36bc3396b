"""The weights of what two claims share, as `python -m digests.training alignment` fits them."""

from __future__ import annotations

from typing import Final

BIAS: Final = -6.8021
WEIGHTS: Final[dict[str, float]] = {
    "both count": -0.4109,
    "core shared": 0.5552,
    "denied": 0.5645,
    "longer": -0.8346,
    "new of the longer": 0.8899,
    "new of the shorter": -0.0639,
    "new shared": -0.4731,
    "new turned": 0.3737,
    "one cause": -0.2961,
    "one counts": -1.9858,
    "one fate": 1.9794,
    "one kind": 0.4195,
    "one mood": 1.2202,
    "one number": -0.6588,
    "one period": 4.1972,
    "one size": 1.6021,
    "one thing": -0.5196,
    "one turned": 1.3912,
    "one unit": -0.3627,
    "plain of the longer": 0.4101,
    "plain of the shorter": 0.4213,
    "plain shared": 0.3786,
    "same article": -0.3411,
    "same claimant": 0.0898,
    "shared": -0.3743,
    "shared of the longer": 3.0611,
    "shared of the shorter": 1.7087,
    "shorter": -0.4203,
    "subjects agree": -0.2977,
    "subjects may agree": -0.8053,
    "two causes": 2.3966,
}
