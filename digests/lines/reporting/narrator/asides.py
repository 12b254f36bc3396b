"""What a narrator puts in between two dashes within a speaker's indirect words."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either

_ASIDE = re.compile(
    r"(?:\s+([–—])\s+|\s+(--?)\s+|(?<=[\w”])(—)(?=[\w“]))(?P<words>(?:(?!\s--?\s)[^–—“”\"]|“[^”]*”){3,160}?)"
    r"(?:\s*\1\s*|\s+\2\s+|\3)(?=[a-z“]|[A-Z][a-z])"
)

_DATELINE = re.compile(r"[A-Z][A-Z.’' -]+(?:,[^,]{2,20})?")  #: the town behind which a report begins with a dash


@functools.cache
def _depended_on(lexicon: Lexicon) -> re.Pattern[str]:
    """What the rest of a sentence may depend on: “— if given early —”, “— wrongly, as it turned out —”."""
    hedges, taken_back = lexicon.hedges, either(lexicon.retractions.unmeant, lexicon.retractions.taking_back)
    words = either(
        hedges.conditions, hedges.exceptions, hedges.negations, hedges.restrictions, hedges.near_negations,
        lexicon.frames.conditions, hedges.opening_conditions, lexicon.grammar.choosing,
    )  # fmt: skip
    inner = either(hedges.restrictions, hedges.conditions)
    return re.compile(rf"\s*(?:{words})\b|\b(?:{inner}|{taken_back})\b", re.IGNORECASE)


def without_asides(words: str, lexicon: Lexicon) -> str:
    """Indirect words with “…” where a pair of dashes holds what may be the narrator's, and nothing hangs on it."""

    def shown(match: re.Match[str]) -> str:
        head = match.string[: match.start()]
        is_quoted = head.count("“") > head.count("”")
        is_kept = is_quoted or _DATELINE.fullmatch(head) or _depended_on(lexicon).search(match["words"])
        return match.group() if is_kept else " … "

    return _ASIDE.sub(shown, words)
