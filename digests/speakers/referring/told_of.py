"""Whom a pronoun that is a source cannot mean: those of whom it speaks, and those to whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from digests.models import Attribution, Span
from digests.speakers.claimants import surface_of
from digests.speakers.layout import Layout
from digests.speakers.participants import Cast
from digests.speakers.pronouns import pronoun_patterns, pronouns

_HEARER: Final = 60  #: characters behind a verb in which those stand who are told something


def all_told_of(cast: Cast, layout: Layout, attributions: Sequence[Attribution]) -> dict[int, frozenset[str]]:
    """Whom the pronouns that are sources cannot mean, by place."""
    others: dict[int, frozenset[str]] = {}
    for attribution in filter(lambda a: a.source, attributions):
        place = attribution.source[0][0]
        others[place] = others.get(place, frozenset()) | _told_of(attribution, cast, layout)
    return others


def _told_of(attribution: Attribution, cast: Cast, layout: Layout) -> frozenset[str]:
    """Whom a pronoun names in what it says, and to whom: it means none of them.

    “He told Ann Bo that Carl Ek would go”, ““Ek will go,” he said”; but “Ek would go, he said” may be of himself.
    """
    if not attribution.cue or surface_of(attribution, cast.text).lower() not in pronouns(cast.lexicon).persons:
        return frozenset()
    start, quotations = attribution.cue[-1][1], layout.quotations
    if layout.number_of(start) != layout.number_of(attribution.source[0][0]):
        return frozenset()  # the sentence that goes on is another
    content = [span for span in attribution.content if quotations.at(span[0]) or 0 <= span[0] - start < _HEARER]
    follows = bool(content) and start < content[0][0]
    hearer = (start, min(start + _HEARER, content[0][0])) if follows else _hearer(start, cast)
    names = (name for span in (hearer, *content) for name in cast.names_in(span))
    return frozenset(person.claimant.name for name in names if (person := cast.person(name)) is not None)


def _hearer(start: int, cast: Cast) -> Span:
    """Where those stand who are told what was quoted before: right behind the verb, “he told Mr. Bo.”."""
    patterns = pronoun_patterns(cast.lexicon)
    hearer = patterns.hearer.match(cast.text, start)
    return hearer.span("whom") if hearer and cast.text[:start].endswith(patterns.telling) else (start, start)
