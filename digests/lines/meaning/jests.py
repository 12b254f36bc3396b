"""Whether somebody jests, as the sentence before tells: “Holm joked that heaven was against it. “…,” she said.”."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.models import Claim
from digests.text.sentences import sentences
from digests.text.spans import spans_until

_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]?")


def is_jest(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether the sentence before a claim's, in its paragraph, tells of a joke."""
    *earlier, sentence = spans_until(sentences(text), claim.attribution.start, 1)
    if not earlier or "\n" in text[earlier[0][1] : sentence[0]]:
        return False
    return _joke(lexicon).search(_QUOTED.sub(" ", text[slice(*earlier[0])])) is not None


@functools.cache
def _joke(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(lexicon.frames.jests)})\b", re.IGNORECASE)
