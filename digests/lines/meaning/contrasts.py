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
    describing: re.Pattern[str]  #: one by which somebody says how a thing is
    said_on: re.Pattern[str]  #: behind that, what the same one says of another: “but said … are the exception”
    same_person: re.Pattern[str]  #: behind a clause, a main clause of whom it told: “, she was against it”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, turns, hedges = lexicon.grammar, lexicon.turns, lexicon.hedges
    contrast = rf"[”\"’']*(?:,|\s[–—-]+)?\s+(?:{either(hedges.exceptions, hedges.concessions)})\s+"
    verbs, arguing = either(turns.countering), either(turns.arguing)
    persons = either(grammar.third_subjects)
    no_more = rf"(?!\s+(?:{either(hedges.negations, hedges.scarcities)})\b)"  # “but added no detail”
    return _Patterns(
        conceding=re.compile(
            rf"(?:^\W*(?:(?:{either(lexicon.circumstances.focusing)})\s+)?"
            rf"(?:{either(lexicon.lines.opening_concessions, lexicon.frames.granting)})"
            rf"|\b(?:{either(words for words in lexicon.frames.granting if ' ' in words)}))\s+$",
            re.IGNORECASE,
        ),
        main=re.compile(rf",\s+(?!(?:{persons})\b)(?:[\w’'.-]+\s+){{1,6}}?(?:{verbs})\b"),
        contrast=re.compile(contrast),
        going_on=re.compile(
            rf"{contrast}(?:(?:{either(grammar.complementizers)})\s"
            rf"|(?:(?:{persons})\s+)?(?:\w+ly\s+|(?:{either(lexicon.circumstances.adverbs)})\s+)?(?:{arguing})\b{no_more})"
        ),
        next_contrast=re.compile(rf"\s*(?:{either(turns.turning)}),?\s+(?:{persons})\s+(?:{verbs})\b", re.IGNORECASE),
        supposing=re.compile(
            rf"[\s“\"']*(?:(?:{either(grammar.complementizers)})\s+)?(?:{either(turns.supposing)})\b[^.!?]*[.!?,”\"]*$",
            re.IGNORECASE,
        ),
        granting=re.compile(rf"\b(?:{either(turns.conceding_verbs)})$", re.IGNORECASE),
        describing=re.compile(rf"\b(?:{either(lexicon.deeds.describing)})$", re.IGNORECASE),
        said_on=re.compile(
            rf"[”\"’']*,?\s+(?:{either(hedges.exceptions)})\s+(?:(?:{persons})\s+)?(?:{either(lexicon.verbs.saying)})\b"
        ),
        same_person=re.compile(rf"[”\"’']*,\s+(?:{persons})\b"),
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
    is_conceding = patterns.conceding.search(text[begin : attribution.source[0][0]]) is not None
    if is_conceding and "," not in gap:
        return patterns.main.search(text, end - _MARK, max(end, stop)) is None
    if patterns.conceding.search(gap) or (is_conceding and patterns.same_person.match(text, end)):
        return True  # “Ida Holm, while saying …, was against it”, “While fond of it, …, saying …, she was against it”
    return claim.kind != "denial" and _says_on(claim, text, max(end, stop), lexicon)


def _says_on(claim: Claim, text: str, stop: int, lexicon: Lexicon) -> bool:
    """Whether behind words, or their sentence, their speaker says what is set against them."""
    patterns, end = _patterns(lexicon), claim.attribution.content[-1][1]
    verb, follows = text[slice(*claim.attribution.cue[-1])], text[end : end + _REACH]
    if patterns.granting.search(verb):
        return bool(patterns.contrast.match(follows) or patterns.next_contrast.match(text, stop))
    if patterns.describing.search(verb) and patterns.said_on.match(follows):
        return True
    return bool(patterns.going_on.match(text, end) or _repeats(verb, follows, patterns, lexicon))


def _repeats(verb: str, follows: str, patterns: _Patterns, lexicon: Lexicon) -> bool:
    """Whether the speaker leaves open what else the same verb may tell: “ruled that …, but did not rule if …”."""
    contrast = patterns.contrast.match(follows)
    if contrast is None:
        return False
    words = follows[contrast.end() :].split()[:3]
    is_negated = len(words) == 3 and words[0] in lexicon.grammar.do_finite and words[1] in lexicon.hedges.negations
    return is_negated and len(words[2]) > 2 and verb.rsplit(maxsplit=1)[-1].startswith(words[2].removesuffix("e"))
