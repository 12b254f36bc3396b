"""English words at the borders of what somebody says."""

from __future__ import annotations

from digests.lexicon.speech import Clauses

CLAUSES = Clauses(
    contact_nouns=frozenset("reason reasons way ways thing things".split()),
    circumstances=frozenset("on in at during last this earlier late yesterday today after while when before".split()),
    spoken_times=frozenset({"at the time", "at that time", "earlier", "previously", "recently", "later", "again"}),
    dangling=frozenset("of than but because while I we".split()),
    asides=frozenset("one part head chief co-* now".split()),
    aside_endings=frozenset({"-based"}),
    openings=frozenset("there no some at as in".split()),
    splits=frozenset("and but while with against compared".split()),
    participle_endings=frozenset({"ed", "ing"}),
    infinitive_marks=frozenset({"to"}),
    topics=frozenset("about of over".split()),
    commenting=frozenset("about of on to".split()),
    passing=frozenset("after if when".split()),
)
