"""English words whose loss would change a claim."""

from __future__ import annotations

from digests.lexicon.groups import Hedges

HEDGES = Hedges(
    negations=frozenset("not no never none nobody nothing neither nor without cannot n't hardly barely refus*".split()),
    conditions=frozenset("if unless whether until once provided".split()),
)
