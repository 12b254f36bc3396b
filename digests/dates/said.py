"""Which date of a sentence says when its claim was made, rather than when the event was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.models import Span, TimeSpan

#: words between a cue and a date that tie the date to something else
_ELSEWHERE = re.compile(
    r"\b(?:who|which|where|when|while|after|before|following|since|until|till|during|ahead|for|by|between|from|"
    r"as|because|if|whether)\b|[.;!?](?=\s)",
    re.IGNORECASE,
)
_DESCRIBING = re.compile(r"\b(?:who|whom|whose|which)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:who|whom|which|where|when|while|after|before|following|since|until)\b", re.IGNORECASE)
_SPANNING = re.compile(r"(?:since|for|the past|past|next|later|tomorrow|the next|the coming)\b", re.IGNORECASE)
_OWNED = re.compile(
    r"['’]s?\s+(?!(?:\w+\s+){0,2}(?:statement|report|briefing|address|interview|speech|update|assessment|news|press|post|"
    r"message|remarks|comments|announcement|letter))"
)
#: “the 2016 presidential election”: the date names a thing, and nobody's saying.
_NAMING = re.compile(
    r"\s+(?:\w+ )?(?:elections?|campaigns?|race|bid|primar(?:y|ies)|convention|cycle|budget|laws?|bill|treaty|"
    r"agreement|accord|deal|season|olympics|games|crisis|war|invasion|coup|revolution|offensive|plan|pilot|census|attacks?)\b",
    re.IGNORECASE,
)
_FAR = 90  #: characters between a cue and a date that still belong together
_COMMA = 15  #: how much farther a comma makes a date


def said_on(
    text: str, source_and_cue: Sequence[Span], dates: Sequence[TimeSpan], sentence: Span, content: Sequence[Span]
) -> TimeSpan | None:
    """The date that says when it was said: one outside the content, next to the source or the cue; else none."""
    outside = [span for span in dates if _is_outside(span, sentence, content) and _may_be_said(text, span)]
    near = [
        (distance, span)
        for span in outside
        if (distance := _distance(text, span, source_and_cue, sentence, content)) is not None
    ]
    return min(near, key=lambda pair: (pair[0], pair[1].start))[1] if near else None


def _is_outside(span: TimeSpan, sentence: Span, content: Sequence[Span]) -> bool:
    inside = sentence[0] <= span.start and span.end <= sentence[1]
    return inside and all(span.end <= start or end <= span.start for start, end in content)


def _may_be_said(text: str, span: TimeSpan) -> bool:
    """Whether a date can be that of a saying: known, not a stretch such as "since May", not "Monday’s attack"."""
    if span.valid_from is None or _SPANNING.match(span.surface):
        return False
    return not (_OWNED.match(text, span.end) or names_a_thing(text, span))


def names_a_thing(text: str, span: TimeSpan) -> bool:
    """Whether a date is part of a name, such as “the Sept. 11 attacks” or “the 2016 election”, and says no time."""
    return bool(_NAMING.match(text, span.end))


def _distance(
    text: str, span: TimeSpan, anchors: Sequence[Span], sentence: Span, content: Sequence[Span]
) -> int | None:
    """How far the date stands from the nearest source or cue; none where other words tie it elsewhere."""
    holding = next((anchor for anchor in anchors if anchor[0] <= span.start and span.end <= anchor[1]), None)
    if holding:  # "in a statement on Thursday" can be part of the cue; "Reker, who ran in 2012" says who he is
        return None if _DESCRIBING.search(text, holding[0], span.start) else 0
    leads = not text[sentence[0] : span.start].strip(" \n\t“\"'‘(—–-")
    before = max((end for _, end in anchors if end <= span.start), default=sentence[0])
    if not leads and _CLAUSE.search(text, before, span.start):
        return None
    gaps = [gap for anchor in anchors if (gap := _gap(text, span, anchor, content)) is not None]
    near = gaps if leads else [gap for gap in gaps if len(gap) <= _FAR and not _ELSEWHERE.search(gap)]
    return min((len(gap) + _COMMA * gap.count(",") for gap in near), default=None)


def _gap(text: str, span: TimeSpan, anchor: Span, content: Sequence[Span]) -> str | None:
    """The text between a date and a source or cue; none where the content stands there."""
    first, last = min(anchor[1], span.end), max(anchor[0], span.start)
    return None if any(start < last and first < end for start, end in content) else text[first:last]
