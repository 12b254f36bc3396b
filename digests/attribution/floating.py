"""Quoted sentences that no cue stands beside: they go to the name below them, or to whoever was speaking."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.attribution.drafts import Draft, Uses
from digests.attribution.quoting import is_floating
from digests.attribution.reading import Reading
from digests.models import Span

_CONFIDENCE = 0.7
_NAME = r"(?:(?:[A-Z][\w.'’-]*|de|van|von|al|bin|of|the|and)\s+){0,6}[A-Z][\w.'’-]*\w"
_SIGNATURE = re.compile(rf"\s*(?P<cue>[—–―-]+)\s*(?P<source>{_NAME}[^\n.!?]{{0,60}})\s*$")
_INTRODUCTION = re.compile(rf"(?P<source>{_NAME}|[Hh]e|[Ss]he|[Tt]hey)\s+(?P<cue>[a-z]+(?:\s+[a-z]+){{0,5}})\s*:$")


def add_floating(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Adds the quoted sentences that are nobody's content yet; where no speaker is known they have no source."""
    uses = Uses(drafts)
    found: list[Draft] = []
    for quotation in reading.quotations.all:
        if any(use.role == "content" for use in uses.over(quotation)):
            continue
        draft = _signed(reading, quotation)
        if draft is None and is_floating(reading, quotation):
            draft = _introduced(reading, quotation) or Draft(source=_running(reading, quotation, uses, found))
        if draft is not None:
            draft.content, draft.confidence = [quotation], _CONFIDENCE
            found.append(draft)
    return [*drafts, *found]


def _signed(reading: Reading, quotation: Span) -> Draft | None:
    paragraph = reading.paragraphs.at(quotation[0])
    if paragraph is None or paragraph[0] != quotation[0]:
        return None
    return _draft(_SIGNATURE.match(reading.text, quotation[1], paragraph[1]))


def _introduced(reading: Reading, quotation: Span) -> Draft | None:
    """A paragraph such as “She added:” above a quotation."""
    number = reading.paragraphs.number_at(quotation[0])
    if not number or reading.paragraphs.all[number][0] != quotation[0]:
        return None
    start, end = reading.paragraphs.all[number - 1]
    last = reading.sentences.at(end - 1) or (start, end)
    return _draft(_INTRODUCTION.search(reading.text, *last))


def _draft(found: re.Match[str] | None) -> Draft | None:
    return None if found is None else Draft(source=[found.span("source")], cue=[found.span("cue")])


def _running(reading: Reading, quotation: Span, uses: Uses, found: Sequence[Draft]) -> list[Span]:
    """The source of the sentence before, or of the last sentence of the paragraph before."""
    number = reading.sentences.number_at(quotation[0])
    if not number:
        return []
    before = reading.sentences.all[number - 1]
    if found and found[-1].content[-1][1] == before[1]:
        return list(found[-1].source)
    speakers = [use.draft.source for use in uses.over(before) if use.draft.source]
    return list(speakers[-1]) if speakers else []
