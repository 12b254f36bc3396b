"""Drawing claims for a digest: what the gate lets through, above a floor of certainty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from digests.lines.line import claim_line, line_certainty
from digests.lines.wording import worded
from digests.models import DISPUTES, DigestItem, SourcedClaim

BESIDE: Final = 0.25  #: of the floor, for what stands beside the other side of a dispute, which tells what it is of
#: Why a line that the gate lets through is kept from a digest.
LESS_CERTAIN: Final = "read with less certainty"


def drawing(*, now: datetime, floor: float) -> Callable[[SourcedClaim], DigestItem | str]:
    """What draws a claim as a line, or says why it is held back; a line less certain than `floor` is.

    What is disputed need not be so clear by itself: it stands beside the other side.
    """

    def draw(source: SourcedClaim) -> DigestItem | str:
        claim, article = worded(*source), source.article
        line = claim_line(claim, article, now=now)
        is_disputed = any(relation.kind in DISPUTES for relation in claim.relations)
        own_floor = floor * BESIDE if is_disputed else floor
        if isinstance(line, str) or line_certainty(claim, line, article) >= own_floor:
            return line
        return LESS_CERTAIN

    return draw
