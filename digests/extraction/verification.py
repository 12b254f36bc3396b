"""What a text says about a claim's standing: nobody has answered it, nobody could verify it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from digests.models import Span
from digests.text.spans import index_holding, span_holding

Doubt = Literal["no response", "unverified"]

_NO_RESPONSE = re.compile(
    r"\b(?:has|have|had|did) not (?:yet |immediately |so far )*(?:respond|comment|repl|react|address)\w*"
    r"|\bno immediate (?:response|comment|reaction)\b|\bdeclined to comment\b",
    re.IGNORECASE,
)
_UNVERIFIED = re.compile(
    r"\bif (?:verified|confirmed|true)\b|\bunconfirmed\b|\bunverified\b"
    r"|\b(?:could|can|has|have) ?not (?:yet )?(?:be(?:en)? )?(?:immediately |independently )*"
    r"(?:verif|confirm|corroborat)\w*",
    re.IGNORECASE,
)
_ABOUT_A_CLAIM = re.compile(
    r"\b(?:this|that|these|those|the|its|his|her|their) (?:\w+ )?"
    r"(?:claim|report|statement|account|assertion|announcement|figure|allegation)s?\b"
    r"|\bit\b|\bif (?:verified|confirmed|true)\b",
    re.IGNORECASE,
)


def find_doubts(
    text: str, content: Sequence[Span], sentences: Sequence[Span], paragraphs: Sequence[Span]
) -> frozenset[Doubt]:
    """The doubts bound to a claim: in its own sentence outside its content, or in the next sentence if about it.

    A denial is never read off here: "denied" somewhere in an article says nothing of a given claim.
    """
    number = index_holding(sentences, content[-1][1] - 1)
    sentence = sentences[number]
    paragraph = span_holding(paragraphs, sentence[0])
    after = sentences[number + 1 : number + 2]
    following = text[slice(*after[0])] if after and after[0][1] <= paragraph[1] else ""
    said = _outside(text, sentence, content)
    if _ABOUT_A_CLAIM.search(following) or is_non_response(following):
        said += " " + following
    found: set[Doubt] = set()
    if _NO_RESPONSE.search(said):
        found.add("no response")
    if _UNVERIFIED.search(said):
        found.add("unverified")
    return frozenset(found)


def is_non_response(words: str) -> bool:
    """Whether words say that somebody has not answered; that is neither a claim nor a denial."""
    return bool(_NO_RESPONSE.search(words))


def _outside(text: str, sentence: Span, content: Sequence[Span]) -> str:
    kept, at = [], sentence[0]
    for start, end in content:
        kept.append(text[at : max(at, start)])
        at = max(at, end)
    kept.append(text[at : max(at, sentence[1])])
    return " ".join(kept)
