"""Claims inside claims: what a speaker says that others have said."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Uses, count_words, join, words_of
from digests.lexicon import Lexicon, either

_CONFIDENCE = 0.6
_SHORTEST = 3  # words that must be left of the outer content


class _Patterns(NamedTuple):
    agreement: re.Pattern[str]  #: “…, confirming earlier reports from the ministry”: others had said the same
    agreeing_cue: re.Pattern[str]
    agreed_claim: re.Pattern[str]
    #: “…, following earlier reports that the bridge was closed”: somebody unnamed had said something else
    contrast: re.Pattern[str]
    comment: re.Pattern[str]
    inner: re.Pattern[str]  #: “A guard told police that ” before what the guard says


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    verbs, sources = lexicon.verbs, lexicon.sources
    noun = rf"(?:{either(sources.claim_nouns)})"
    adjectives = rf"(?:(?:{either(lexicon.grammar.articles, sources.earlier)})\s+)*"
    agents = either(sources.agents)
    agreed_claim = rf"(?P<cue>{adjectives}{noun}\s+(?:{agents}|{either(sources.owners)}))\s+(?P<source>[^,;.]+)"
    agreement = rf"(?:{either(verbs.agreeing)})"
    return _Patterns(
        agreement=re.compile(rf",\s+{agreement}\s+{agreed_claim}$"),
        agreeing_cue=re.compile(agreement),
        agreed_claim=re.compile(agreed_claim),
        contrast=re.compile(
            rf",\s+(?:{either(verbs.following)})\s+(?P<cue>{adjectives}{noun}(?:\s+(?:{agents})\s+"
            rf"(?P<source>[^,;.]+?))?)\s+(?P<content>(?:{either(lexicon.grammar.complementizers)})\s+[^;.]+)$"
        ),
        inner=re.compile(
            rf"[^“”\"]+\b(?:(?:{either(verbs.saying)})|(?:{either(verbs.telling)})\s[^,;:“”\"]{{2,40}})\s"
            rf"(?:(?:{either(lexicon.grammar.complementizers)})\s)?"
        ),
        comment=re.compile(rf"\b(?:{either(lexicon.clauses.commenting)})\b.*\b{noun}$"),
    )


def keep_own_words(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Keeps what somebody “said of the ministry’s claim that …” apart from that claim, which is not theirs."""
    return [_in_own_words(reading, draft) for draft in drafts]


def _in_own_words(reading: Document, draft: Draft) -> Draft:
    quotations = [span for span in draft.content if reading.quotations.at(span[0])]
    comment = _patterns(reading.lexicon).comment.search(words_of(reading.text, draft.cue))
    return draft.with_content(quotations) if quotations and comment else draft


def keep_inner_speaker(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Lets a content begin with whoever it is of: “A guard said | he had seen it, Ann Bo said” is all Ann Bo's."""
    uses = Uses(drafts)
    return [_with_inner_speaker(reading, uses, draft) for draft in drafts]


def _with_inner_speaker(reading: Document, uses: Uses, draft: Draft) -> Draft:
    if not draft.source or not draft.cue or len(draft.content) != 1:
        return draft
    start, end = draft.content[0]
    sentence, stop = reading.sentences.at(start), min(draft.source[0][0], draft.cue[0][0])
    if sentence is None or not sentence[0] < start < end <= stop < sentence[1]:
        return draft
    lead = sentence[0], start
    inner_speaker = _patterns(reading.lexicon).inner.fullmatch(reading.text, *lead)
    return draft.with_content([(sentence[0], end)]) if inner_speaker and not uses.over(lead) else draft


def part_nested(reading: Document, drafts: Sequence[Draft]) -> list[tuple[Draft, bool]]:
    """Parts what others had said from the end of a content; true marks the drafts that are nested."""
    pairs: list[tuple[Draft, bool]] = []
    for draft in drafts:
        agreed_claim = _agreed(reading, pairs[-1][0], draft) if pairs else None
        pairs += [(agreed_claim, True)] if agreed_claim else _parted(reading, draft)
    return pairs


def _agreed(reading: Document, previous: Draft, draft: Draft) -> Draft | None:
    """A draft such as “confirming | earlier reports from the ministry” as what the ministry had said."""
    text, patterns = reading.text, _patterns(reading.lexicon)
    if not draft.cue or not patterns.agreeing_cue.fullmatch(text, *draft.cue[0]):
        return None
    match = patterns.agreed_claim.fullmatch(text, *draft.content[0])
    same_sentence = reading.sentences.at(draft.cue[0][0]) == reading.sentences.at(previous.content[-1][0])
    return _nested(match, previous) if match is not None and same_sentence else None


def _parted(reading: Document, draft: Draft) -> list[tuple[Draft, bool]]:
    text, patterns = reading.text, _patterns(reading.lexicon)
    start, end = draft.content[-1]
    for pattern in (patterns.agreement, patterns.contrast):
        match = pattern.search(text, start, end)
        if match is not None and count_words(text, (start, match.start())) >= _SHORTEST:
            outer = draft.with_content(join(text, [*draft.content[:-1], (start, match.start())]))
            return [(outer, False), (_nested(match, outer), True)]
    return [(draft, False)]


def _nested(match: re.Match[str], outer: Draft) -> Draft:
    own_content = "content" in match.re.groupindex
    return Draft(
        source=(match.span("source"),) if match.group("source") else (),
        cue=(match.span("cue"),),
        content=(match.span("content"),) if own_content else outer.content,
        confidence=min(_CONFIDENCE, outer.confidence),
    )
