"""The weights of what two claims share, as `python -m digests.training alignment` fits them."""

from __future__ import annotations

from typing import Final

BIAS: Final = -6.7973
WEIGHTS: Final[dict[str, float]] = {
    "both count": -0.4102,
    "core shared": 0.5564,
    "denied": 0.5653,
    "longer": -0.8369,
    "new of the longer": 0.8936,
    "new of the shorter": -0.0666,
    "new shared": -0.4737,
    "new turned": 0.3691,
    "one cause": -0.3001,
    "one counts": -1.9850,
    "one fate": 1.9792,
    "one kind": 0.4190,
    "one mood": 1.2208,
    "one number": -0.6591,
    "one period": 4.1989,
    "one size": 1.6031,
    "one thing": -0.5193,
    "one turned": 1.3982,
    "one unit": -0.3631,
    "plain of the longer": 0.4129,
    "plain of the shorter": 0.4197,
    "plain shared": 0.3781,
    "same article": -0.3438,
    "same claimant": 0.0872,
    "shared": -0.3721,
    "shared of the longer": 3.0640,
    "shared of the shorter": 1.6993,
    "shorter": -0.4219,
    "subjects agree": -0.3000,
    "subjects may agree": -0.8069,
    "two causes": 2.3979,
}
