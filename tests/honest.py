"""Which claims of some articles an editor would print, and how many of those the gate lets through.

A claim is honest where somebody whom the text names or describes states it: a whole statement, not denied, imagined
or merely the object of a verb, and not one that begins with a pronoun which only the article explains.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from digests.lines.line import claim_line
from digests.models import Article, Claim, DigestItem
from tests.make import NOW

#: Reasons that are not the line's fault: nobody could print these claims.
NOT_HONEST = frozenset(
    {
        "no source named",
        "speaker not resolved",
        "no full statement",
        "not plainly reported",
        "negated cue",
        "hypothetical cue",
        "pronoun not resolved",
    }
)


def drawn_and_held(found: Iterable[tuple[Claim, Article]]) -> tuple[list[DigestItem], Counter[str]]:
    """The lines of the honest claims, and the reasons for which others of them are held back."""
    lines: list[DigestItem] = []
    held: Counter[str] = Counter()
    for claim, article in found:
        drawn = claim_line(claim, article, now=NOW)
        if isinstance(drawn, DigestItem):
            lines.append(drawn)
        elif drawn not in NOT_HONEST:
            held[drawn] += 1
    return lines, held
