"""Where a content begins and ends: whole clauses, in the cue's own sentence unless quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Uses, count_words, join, overlap, without
from digests.attribution.repairs.quotations import is_floating
from digests.models import Span

_CLAUSE_END = re.compile(r"[,;:—–](?=\s)|\s[-–—](?=\s)|—")
#: What says when or where something was said, after a content, and is not part of it.
_CIRCUMSTANCE = re.compile(
    r"[,;:\s]*\b(?:on|in|at|during|last|this|earlier|late|yesterday|today|after|while|when|before)\b", re.IGNORECASE
)
_NEAR = 100  # characters, more than the words below can take
_SHORT = 3  # words that a content may have been cut short by
_LONG = 20  # the same where its last word shows that it was
#: Words that no clause ends with; a content that does was cut.
_DANGLING = re.compile(
    r"\b(?:an?|the|of|than|and|or|but|because|until|unless|while|whether|its|their|my|our|your|he|she|they|we|who|"
    r"whose)$"
)
_POINTS = frozenset(".,;: \t\u00a0")
_MARKS = re.compile(r"[“”\"«»„]")
_ASIDE = re.compile(
    r"\W*(?:(?P<clause>who|which|whose)|(?:an?|the|its|his|her|their|one|part|head|chief|co-\w+|now)\b|\w+-based\b)"
    r"[^,;:.!?—“\"]*,\s*(?=\w)",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|said|says)\b"
)
_CLAUSE_START = re.compile(r"(?:[A-Z“\"]|(?:the|a|an|its|this|that|there|it|he|she|they|we|no|some|at|as|in|\d)\b)")


def keep_to_sentence(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Cuts from contents what stands in another sentence than the cue and is not quoted: that is the narrator's."""
    for draft in drafts:
        sentence = reading.sentences.at(draft.cue[0][0]) if draft.cue else None
        if sentence is not None:
            kept = [part for span in draft.content for part in _sayable(reading, span, sentence)]
            draft.content[:] = join(reading.text, kept)
    return [draft for draft in drafts if draft.content]


def _sayable(reading: Document, span: Span, sentence: Span) -> list[Span]:
    """The parts of a content fragment in the cue's sentence or in a quotation."""
    places = [sentence, *reading.quotations.within(span)]
    return [(max(span[0], start), min(span[1], end)) for start, end in places if overlap(span, (start, end))]


def part_quotations(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Takes whole quoted sentences away from a content that is indirect, as attributions of their own."""
    parted: list[Draft] = []
    for draft in drafts:
        parted.append(draft)
        away = _quoted_elsewhere(reading, draft)
        rest = draft.content
        for quotation in away:
            rest = without(rest, quotation)
        rest = join(reading.text, rest)
        if away and rest and not all(reading.quotations.at(start) for start, _ in rest):
            draft.content[:] = rest
            parted.append(Draft(source=list(draft.source), content=away, confidence=draft.confidence))
    return parted


def _quoted_elsewhere(reading: Document, draft: Draft) -> list[Span]:
    sentence = reading.sentences.at(draft.cue[0][0]) if draft.cue and draft.source else None
    return [
        quotation
        for span in draft.content
        for quotation in reading.quotations.within(span)
        if sentence is not None and not overlap(quotation, sentence) and is_floating(reading, quotation)
    ]


def cut_asides(reading: Document, drafts: Sequence[Draft]) -> None:
    """Cuts from a content's beginning what only says who its source is: “…, a research group, …”."""
    for draft in drafts:
        draft.content[:] = [_without_aside(reading.text, draft.source, span) for span in draft.content]


def _without_aside(text: str, source: Sequence[Span], span: Span) -> Span:
    start, end = span
    if not any(0 <= start - stop <= 3 and not text[stop:start].strip(", ") for _, stop in source):
        return span
    aside = _ASIDE.match(text, start, end)
    if aside is None or (not aside.group("clause") and _FINITE.search(aside.group())):
        return span
    return (aside.end(), end) if _CLAUSE_START.match(text, aside.end(), end) else span


def tidy(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Cuts points outside quotations from the ends of contents, and the empty “it” of “It was said that …”."""
    for draft in drafts:
        spans = [_without_points(reading, span) for span in draft.content]
        told = any(reading.text.startswith("that ", start) for start, _ in spans)
        draft.content[:] = [span for span in spans if not (told and reading.text[slice(*span)].lower() == "it")]
    return [draft for draft in drafts if any(count_words(reading.text, span) for span in draft.content)]


def _without_points(reading: Document, span: Span) -> Span:
    start, end = span
    while end > start + 1 and reading.text[end - 1] in _POINTS and not reading.quotations.at(end - 1):
        end -= 1
    while start < end - 1 and reading.text[start] in _POINTS:
        start += 1
    return start, end


def extend_to_clause(reading: Document, drafts: Sequence[Draft]) -> None:
    """Lets a content that stops a few words short of its clause's end run to that end."""
    uses = Uses(drafts)
    for draft in drafts:
        draft.content[:] = join(reading.text, [_extended(reading, uses, span) for span in draft.content])


def _extended(reading: Document, uses: Uses, span: Span) -> Span:
    text = reading.text
    sentence = reading.sentences.at(span[1] - 1)
    if sentence is None or reading.quotations.at(span[1] - 1):
        return span
    dangling = _DANGLING.search(text, max(span[0], span[1] - 10), span[1]) is not None
    near = span[1] + _NEAR * (1 + dangling)
    clause = _CLAUSE_END.search(text, span[1], min(sentence[1], near))
    if clause is None and sentence[1] > near:
        return span
    end = clause.start() if clause else sentence[1]
    while end > span[1] and not text[end - 1].isalnum():
        end -= 1
    left = span[1], end
    most = _LONG if dangling else _SHORT
    if not 1 <= count_words(text, left) <= most or _MARKS.search(text, *left) or _CIRCUMSTANCE.match(text, *left):
        return span
    return span if uses.over(left) else (span[0], end)
