"""The weights of what two claims share, as `python -m digests.training alignment` fits them."""

from __future__ import annotations

from typing import Final

BIAS: Final = -6.8902
WEIGHTS: Final[dict[str, float]] = {
    "both count": -0.4798,
    "core shared": 0.5291,
    "denied": 0.5509,
    "longer": -0.8403,
    "new of the longer": 1.0300,
    "new of the shorter": -0.1449,
    "new shared": -0.4687,
    "new turned": 0.3647,
    "one cause": -0.2860,
    "one counts": -2.0090,
    "one fate": 1.9939,
    "one kind": 0.4321,
    "one mood": 1.1957,
    "one number": -0.6643,
    "one period": 4.1656,
    "one size": 1.6154,
    "one thing": -0.5082,
    "one turned": 1.3478,
    "one unit": -0.3499,
    "plain of the longer": 0.5056,
    "plain of the shorter": 0.3101,
    "plain shared": 0.3873,
    "same article": -0.3496,
    "same claimant": 0.1328,
    "shared": -0.4120,
    "shared of the longer": 2.8560,
    "shared of the shorter": 1.8669,
    "shorter": -0.2657,
    "subjects agree": -0.2959,
    "subjects may agree": -0.7308,
    "two causes": 2.3501,
}
