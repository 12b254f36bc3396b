"""Mending spans that the tagger broke: fragments of one are joined."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Spans
from digests.models import Span

_MERGED_GAP = 3  # words between two fragments that are really one


def merge_fragments(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Makes one of two fragments of a role that only a few unused words part."""
    starts = sorted(span[0] for draft in drafts for span in draft.all_spans())
    return [
        replace(
            draft,
            source=_merged(reading.text, starts, draft.source),
            cue=_merged(reading.text, starts, draft.cue),
            content=_merged(reading.text, starts, draft.content),
        )
        for draft in drafts
    ]


def _merged(text: str, starts: Sequence[int], spans: Spans) -> Spans:
    fragments: list[Span] = []
    for start, end in sorted(spans):
        if fragments and _is_small_gap(text, starts, (fragments[-1][1], start)):
            fragments[-1] = (fragments[-1][0], end)
        else:
            fragments.append((start, end))
    return tuple(fragments)


def _is_small_gap(text: str, starts: Sequence[int], gap: Span) -> bool:
    is_unused = bisect_left(starts, gap[0]) == bisect_left(starts, gap[1])
    return is_unused and "\n" not in text[gap[0] : gap[1]] and len(text[gap[0] : gap[1]].split()) <= _MERGED_GAP
