"""What somebody speaks about, where it stands between the verb and a colon: “Bo said of the plan: “It is dead.””."""

from __future__ import annotations

import functools
import re

from digests.attribution.document import Document
from digests.attribution.drafts import Draft
from digests.lexicon import Lexicon, either


@functools.cache
def _topic(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of saying and “ of the plan: ” before a quotation."""
    prepositions = either(lexicon.clauses.commenting)
    return re.compile(rf"(?:[\w’'-]+\s+){{1,2}}?(?:{prepositions})\s[^:“”\"\n]{{1,160}}:\s*(?=[“\"‘'])")


def without_topic(reading: Document, draft: Draft) -> Draft:
    """A content that begins with its quotation, not with what that is about."""
    topic = _topic(reading.lexicon).match(reading.text, draft.cue[-1][0]) if draft.cue and draft.content else None
    if topic is None or draft.content[-1][1] <= topic.end():
        return draft
    is_behind = draft.cue[-1][1] <= draft.content[0][0]
    spans = ((max(start, topic.end()), end) for start, end in draft.content if end > topic.end())
    return draft.with_content(spans) if is_behind else draft
