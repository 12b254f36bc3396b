"""Contents that end just before what belongs to their last word: the rest of a bracket, the point of initials."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.attribution.drafts import Draft, overlap
from digests.models import Span
from digests.text.name_words import LAST_INITIALS

_BRACKET_END = re.compile(r"[^()\n]{0,80}\)")


def ended_wholly(text: str, draft: Draft, content: Sequence[Span]) -> list[Span]:
    """A content with the rest of a bracket in which a part of it ends, “(dollars 9m | ; pounds 5m)”, or a point."""
    return [(start, _end(text, draft, (start, end))) for start, end in content]


def _end(text: str, draft: Draft, span: Span) -> int:
    start, end = span
    if text[end : end + 1] == "." and LAST_INITIALS.search(text, start, end + 1):
        return end + 1
    if text.rfind("(", start, end) <= text.rfind(")", start, end):
        return end
    rest = _BRACKET_END.match(text, end)
    is_said_in = rest and any(overlap(rest.span(), other) for other in (*draft.source, *draft.cue))
    return rest.end() if rest and not is_said_in else end
