"""Datelines, which tell where an article was written and are nobody's words: “LARN, May 5 — …”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.attribution.document import Document
from digests.attribution.drafts import Draft
from digests.models import Span
from digests.text.datelines import behind_dateline

#: “TELL ARRA, Oct. 15 —” before an article's first words.
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’\-]{2,60}(?:,?\s+\w{3,9}\.?\s+\d{1,2})?\s*(?:\([^)\n]{2,40}\)\s*)?(?:[—–]|\s-\s|--)"
)
_TOWN = re.compile(r"\s*(?P<town>[A-Z][\w’'-]+(?:[ ,][A-Z ][\w’'-]*){0,4})\s+[—–]\s+[A-Z][\w’'-]*\s")


def drop_datelines(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Drops drafts whose cue is a word of a dateline, such as the “TELL” of a town, or whose source is that town.

    No other source has a dateline in it.
    """
    drafts = [draft for draft in drafts if not any(_in_dateline(reading, span) for span in draft.cue)]
    drafts = [draft for draft in drafts if not any(_is_town(reading, span) for span in draft.source)]
    return [draft.with_source(without_dateline(reading, span) for span in draft.source) for draft in drafts]


def without_dateline(reading: Document, span: Span) -> Span:
    """A span without the dateline that its paragraph begins with."""
    start, end = span
    paragraph = reading.paragraphs.at(start)
    begin = behind_dateline(reading.text, *paragraph) if paragraph is not None else start
    return (begin, end) if start < begin < end else span


def _is_town(reading: Document, source: Span) -> bool:
    """Whether a source stands alone at the text's beginning before a dash and a sentence: “Larn Mills — The …”."""
    opening = _TOWN.match(reading.text)
    return opening is not None and source[1] <= opening.end("town")


def _in_dateline(reading: Document, span: Span) -> bool:
    paragraph = reading.paragraphs.at(span[0])
    dateline = _DATELINE.match(reading.text, *paragraph) if paragraph is not None else None
    return dateline is not None and span[0] < dateline.end()
