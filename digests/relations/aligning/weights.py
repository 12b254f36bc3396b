"""The weights of what two claims share, as `python -m digests.training alignment` fits them."""

from __future__ import annotations

from typing import Final

BIAS: Final = -6.8323
WEIGHTS: Final[dict[str, float]] = {
    "both count": -0.4567,
    "core shared": 0.4897,
    "denied": 0.5801,
    "longer": -0.8553,
    "new of the longer": 1.1504,
    "new of the shorter": -0.1537,
    "new shared": -0.4759,
    "new turned": 0.4042,
    "one cause": -0.2640,
    "one counts": -1.9932,
    "one fate": 2.0136,
    "one kind": 0.4507,
    "one mood": 1.2082,
    "one number": -0.6658,
    "one period": 4.1881,
    "one size": 1.6230,
    "one thing": -0.5089,
    "one turned": 1.3236,
    "one unit": -0.3831,
    "plain of the longer": 0.4625,
    "plain of the shorter": 0.3354,
    "plain shared": 0.3399,
    "same article": -0.3185,
    "same claimant": 0.1526,
    "shared": -0.3913,
    "shared of the longer": 2.9491,
    "shared of the shorter": 1.8249,
    "shorter": -0.2614,
    "subjects agree": -0.3128,
    "subjects may agree": -0.8397,
    "two causes": 2.4021,
}
