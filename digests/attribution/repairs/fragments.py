"""Mending spans that the tagger broke: fragments of one are joined."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from digests.attribution.drafts import ROLES, Draft
from digests.models import Span

_MERGED_GAP = 3  # words between two fragments that are really one


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
