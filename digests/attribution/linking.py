"""Mending what belongs to whom: fragments of one span, and sources that several attributions share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from digests.attribution.drafts import ROLES, Draft, gap, overlap
from digests.attribution.reading import Reading
from digests.models import Span

_MERGED_GAP = 3  # words between two fragments that are really one
_NEAREST = 10  # sources on either side that are looked at
_AFTER_CUE = 8  # characters by which a source after its cue counts as further away


def merge_fragments(text: str, drafts: Sequence[Draft]) -> None:
    """Makes one of two fragments of a role that only a few unused words part."""
    starts = sorted(span[0] for draft in drafts for span in draft.all_spans())
    for draft in drafts:
        for role in ROLES:
            spans = draft.spans(role)
            merged: list[Span] = []
            for start, end in sorted(spans):
                if merged and _is_small_gap(text, starts, (merged[-1][1], start)):
                    merged[-1] = (merged[-1][0], end)
                else:
                    merged.append((start, end))
            spans[:] = merged


def _is_small_gap(text: str, starts: Sequence[int], between: Span) -> bool:
    unused = bisect_left(starts, between[0]) == bisect_left(starts, between[1])
    return (
        unused
        and "\n" not in text[between[0] : between[1]]
        and len(text[between[0] : between[1]].split()) <= _MERGED_GAP
    )


def share_sources(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Gives an attribution without a source the nearest source of its cue's sentence."""
    sources = sorted({span for draft in drafts for span in draft.source})
    starts = [start for start, _ in sources]
    given = []
    for draft in drafts:
        if draft.source or not draft.cue:
            continue
        sentence = reading.sentences.at(draft.cue[0][0])
        if sentence is None:
            continue
        near = bisect_left(starts, draft.cue[0][0])
        candidates = [
            span
            for span in sources[max(0, near - _NEAREST) : near + _NEAREST]
            if overlap(span, sentence) and not any(overlap(span, content) for content in draft.content)
        ]
        if candidates:
            given.append((draft, min(candidates, key=lambda span: _distance(span, draft.cue[0]))))
    for draft, span in given:
        draft.source.append(span)


def _distance(source: Span, cue: Span) -> int:
    return gap(source, cue) + (_AFTER_CUE if source[1] > cue[0] else 0)
