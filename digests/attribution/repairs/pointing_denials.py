"""Denials in apposition to what they deny: “…, a claim the army rejects”, “…, charges that Tehran denies”."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Uses
from digests.attribution.repairs.sources import clause_words, is_nobody
from digests.lexicon import Lexicon, either

_CONFIDENCE = 0.75


@functools.cache
def _apposition(lexicon: Lexicon) -> re.Pattern[str]:
    grammar, words = lexicon.grammar, lexicon.reporting
    finite = words.denying.finite | words.disputing.finite
    participles = words.denying.participles | words.disputing.participles
    verb = rf"(?:(?:{either(finite)})|(?:{either(grammar.have_finite)})\s+(?:\w+ly\s+)?(?:{either(participles)}))"
    relative = rf"(?:(?:{either(grammar.complementizers, words.subject_relatives)})\s+)?"
    return re.compile(
        rf",\s+(?P<content>(?:(?:{either(grammar.articles)})\s+)?(?:{either(lexicon.sources.claim_nouns)}))\s+{relative}"
        rf"(?P<source>[^,;:()“”\"\n]{{2,80}}?)\s+(?P<cue>{verb})(?=\s*(?:[.,;)]|$))"
    )


def add_pointing_denials(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Reads by rule who denies what stands before “a claim”; whose words those are, is for others to see."""
    uses, denials = Uses(drafts), list[Draft]()
    for match in _apposition(reading.lexicon).finditer(reading.text):
        source, cue, content = (match.span(name) for name in ("source", "cue", "content"))
        is_free = reading.quotations.at(cue[0]) is None and not any(use.role == "cue" for use in uses.over(cue))
        if is_free and not _is_nobodys(match["source"], reading.lexicon):
            denials.append(Draft((source,), (cue,), (content,), _CONFIDENCE))
    return [*drafts, *denials]


@functools.cache
def _no_noun_phrase(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(clause_words(lexicon), lexicon.hedges.negations)})\b", re.IGNORECASE)


def _is_nobodys(source: str, lexicon: Lexicon) -> bool:
    """Whether a source is more or less than a noun phrase: “the army has never”, “nobody”."""
    return is_nobody(source, lexicon) or _no_noun_phrase(lexicon).search(source) is not None
