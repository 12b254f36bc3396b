"""Where a saying is only what is granted, and what its speaker or its sentence sets against it is not printed."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Claim
from digests.text.sentences import sentences
from digests.text.spans import span_holding

_MARK = 2  #: characters at the end of a content that may be the comma behind it and a quotation mark
_REACH = 160  #: characters behind a content in which the contrast stands


class _Patterns(NamedTuple):
    conceding: re.Pattern[str]  #: before a speaker, that the sentence says something else: “While | the mayor says”
    main: re.Pattern[str]  #: the sentence's own clause, in which somebody else speaks: “, others argue”
    contrast: re.Pattern[str]  #: behind a content: “, but …”
    going_on: re.Pattern[str]  #: what the same speaker says against it: “, but argues …”, “but that it …”
    next_contrast: re.Pattern[str]  #: a next sentence in which the same speaker turns
    supposing: re.Pattern[str]  #: what begins words that nobody means: “You would think that”
    granting: re.Pattern[str]  #: a verb by which somebody grants something, at the end


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, turns, hedges = lexicon.grammar, lexicon.turns, lexicon.hedges
    contrast = rf"[”\"’']*(?:,|\s[–—-]+)?\s+(?:{either(hedges.exceptions, hedges.concessions)})\s+"
    verbs, arguing = either(turns.countering), either(turns.arguing)
    persons = either(grammar.third_subjects)
    return _Patterns(
        conceding=re.compile(
            rf"(?:^\W*(?:{either(lexicon.lines.opening_concessions, lexicon.frames.granting)})"
            rf"|\b(?:{either(words for words in lexicon.frames.granting if ' ' in words)}))\s+$",
            re.IGNORECASE,
        ),
        main=re.compile(rf",\s+(?!(?:{persons})\b)(?:[\w’'.-]+\s+){{1,6}}?(?:{verbs})\b"),
        contrast=re.compile(contrast),
        going_on=re.compile(
            rf"{contrast}(?:(?:{either(grammar.complementizers)})\s"
            rf"|(?:(?:{persons})\s+)?(?:\w+ly\s+|(?:{either(lexicon.circumstances.adverbs)})\s+)?(?:{arguing})\b)"
        ),
        next_contrast=re.compile(rf"\s*(?:{either(turns.turning)}),?\s+(?:{persons})\s+(?:{verbs})\b", re.IGNORECASE),
        supposing=re.compile(
            rf"[\s“\"']*(?:(?:{either(grammar.complementizers)})\s+)?(?:{either(turns.supposing)})\b[^.!?]*[.!?,”\"]*$",
            re.IGNORECASE,
        ),
        granting=re.compile(rf"\b(?:{either(turns.conceding_verbs)})$", re.IGNORECASE),
    )


def is_only_granted(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether a claim's words are but what its speaker, or the sentence around them, grants before the point."""
    attribution = claim.attribution
    patterns, end = _patterns(lexicon), attribution.content[-1][1]
    if patterns.supposing.match(text[attribution.content[0][0] : end]):
        return True
    if not attribution.source or not attribution.cue or attribution.cue[-1][0] > attribution.content[0][0]:
        return False
    begin, stop = span_holding(sentences(text), attribution.cue[-1][0])
    gap = text[attribution.source[0][1] : attribution.cue[0][0]]
    if "," not in gap and patterns.conceding.search(text[begin : attribution.source[0][0]]):
        return patterns.main.search(text, end - _MARK, max(end, stop)) is None
    if claim.kind == "denial":
        return False
    verb = text[slice(*attribution.cue[-1])]
    if patterns.granting.search(verb):
        follows = text[end : end + _REACH]
        return bool(patterns.contrast.match(follows) or patterns.next_contrast.match(text, max(end, stop)))
    return bool(patterns.going_on.match(text, end) or _repeats(verb, text[end : end + _REACH], patterns, lexicon))


def _repeats(verb: str, follows: str, patterns: _Patterns, lexicon: Lexicon) -> bool:
    """Whether the speaker leaves open what else the same verb may tell: “ruled that …, but did not rule if …”."""
    contrast = patterns.contrast.match(follows)
    if contrast is None:
        return False
    words = follows[contrast.end() :].split()[:3]
    is_negated = len(words) == 3 and words[0] in lexicon.grammar.do_finite and words[1] in lexicon.hedges.negations
    return is_negated and len(words[2]) > 2 and verb.rsplit(maxsplit=1)[-1].startswith(words[2].removesuffix("e"))
