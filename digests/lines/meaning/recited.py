"""Whether a quotation is scripture that somebody reads out, and no word of theirs: “He chose Romans 15:13. “Now …””."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.models import Claim
from digests.text.sentences import sentences
from digests.text.spans import spans_until

_LONGEST = 60  #: characters between the verb of reciting and the book


@functools.cache
def _reciting(lexicon: Lexicon) -> re.Pattern[str]:
    frames = lexicon.frames
    return re.compile(
        rf"\b(?:{either(frames.reciting)})\b[^.;“”]{{0,{_LONGEST}}}?"
        rf"\b(?:(?:{either(frames.scriptures)})\s+\d|(?:{either(frames.prayers)})\b)"
    )


def is_recited(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether the sentence of a quotation, or the one before, tells which verse is read, by whoever seems to speak."""
    start = claim.attribution.content[0][0]
    if claim.mode != "direct":
        return False
    lead = text[spans_until(sentences(text), start, 1)[0][0] : start]
    return _reciting(lexicon).search(lead) is not None
