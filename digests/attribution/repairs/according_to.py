"""“According to X” where the tagger passes over it: the words are plain enough to be read by rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Uses, count_words, join
from digests.models import Span

_CONFIDENCE = 0.7
_SHORTEST = 3  # words of a content
_LONGEST_SENTENCE = 2000  # characters; what is longer is no sentence
_ACCORDING = re.compile(
    r"(?P<cue>\baccording\s+to)\s+(?P<source>(?:the\s|an?\s|his\s|her\s|its\s|their\s)?[^\s,.;:()“”\"][^,.;:()“”\"]{1,100})"
    r"(?P<stop>[,.;]|$)",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(r"(?:plan|schedule|custom|law|rule|tradition|habit|need|size|age|type)s?$", re.IGNORECASE)
_JOINT = re.compile(r"(?:^|[;—–]|\b(?:and|because|but|that|when|where|which|while|who),?)\s*$", re.IGNORECASE)
_CUE = re.compile(r"according\b", re.IGNORECASE)
_JOINT_WORD = re.compile(r"\b(?:and|because|but|when|where|which|while),?\s*$", re.IGNORECASE)
_END = re.compile(r"[;—–]|[.!?…]*$")


def add_according(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Adds what stands in a sentence “according to” a source, where no draft uses those words yet."""
    uses = Uses(drafts)
    added: list[Draft] = []
    for found in _ACCORDING.finditer(reading.text):
        sentence = reading.sentences.at(found.start())
        if (
            sentence is None
            or sentence[1] - sentence[0] > _LONGEST_SENTENCE
            or _ALTERNATIVE.search(found.group("source"))
        ):
            continue
        if reading.quotations.at(found.start()) is not None or uses.over(found.span()):
            continue
        content = [span for span in _content(reading.text, found, sentence) if not uses.over(span)]
        if sum(count_words(reading.text, span) for span in content) >= _SHORTEST:
            added.append(Draft([found.span("source")], [found.span("cue")], content, _CONFIDENCE))
    return [*drafts, *added]


def drop_manner(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Drops “according to plan” and “according to age”: a bare noun says how something is done, not who says so."""
    return [draft for draft in drafts if not (_is_according(text, draft) and _is_manner(text, draft))]


def _is_manner(text: str, draft: Draft) -> bool:
    return bool(draft.source) and all(_ALTERNATIVE.fullmatch(text[slice(*span)].lower()) for span in draft.source)


def _is_according(text: str, draft: Draft) -> bool:
    return bool(draft.cue) and _CUE.match(text, *draft.cue[0]) is not None


def part_joined(reading: Document, drafts: Sequence[Draft]) -> None:
    """Leaves to the narrator what stands before “…, where, according to X, …”: the joint begins a clause of its own."""
    for draft in drafts:
        if not _is_according(reading.text, draft):
            continue
        start = draft.cue[0][0]
        after = [span for span in draft.content if span[0] > start]
        if after and _JOINT_WORD.search(reading.text[max(0, start - 20) : start]):
            draft.content[:] = after


def _content(text: str, found: re.Match[str], sentence: Span) -> list[Span]:
    """The clause after “according to X,”; the clause before it where the sentence ends there; else both."""
    start, end = sentence
    before = start, found.start()
    stop = _END.search(text, found.end("source") + 1, end)
    after = min(found.end("source") + 1, end), stop.start() if stop else end
    if _JOINT.search(text[start : found.start()]):
        return join(text, [after])
    if found.group("stop") != ",":
        return join(text, [before])
    return join(text, [before, after])
