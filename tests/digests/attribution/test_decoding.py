"""From the network's numbers to draft attributions: who points at whom."""

from __future__ import annotations

import numpy as np
import pytest

from digests.attribution.drafts import Draft
from digests.attribution.tagging.decoding import decode
from digests.attribution.tagging.tagger import TaggedBlock

OUT, SOURCE, CUE, CONTENT = 0, 1, 3, 5  # labels that begin a role; one more goes on with it


def _block(labels: list[int], cues: dict[int, int], sources: dict[int, int]) -> TaggedBlock:
    """Words of one letter, with pointers: `cues` from a word to its cue, `sources` from a cue to its source."""
    size = len(labels)
    logits = np.full((size, 7), -4.0, np.float32)
    logits[np.arange(size), labels] = 4.0
    keys = np.zeros((size, 64), np.float32)
    keys[np.arange(size), np.arange(size)] = 8.0
    queries, source_queries = np.zeros_like(keys), np.zeros_like(keys)
    for word, cue in cues.items():
        queries[word, cue] = 8.0
    for cue, source in sources.items():
        source_queries[cue, source] = 8.0
    return TaggedBlock(
        [(n, n + 1) for n in range(size)], logits, queries, keys, source_queries, keys, np.ones((size, 1), np.float32)
    )


def _decode(labels: list[int], cues: dict[int, int], sources: dict[int, int]) -> list[Draft]:
    return list(decode([_block(labels, cues, sources)]))


def test_spans_go_to_the_cue_that_they_point_at() -> None:
    """A content belongs to its cue, be another nearer."""
    labels = [SOURCE, CUE, CONTENT, CONTENT + 1, SOURCE, CUE, CONTENT]
    drafts = _decode(labels, {1: 1, 2: 5, 3: 5, 5: 5, 6: 1}, {1: 0, 5: 4})
    assert [(draft.source, draft.content) for draft in drafts] == [(((0, 1),), ((6, 7),)), (((4, 5),), ((2, 4),))]


def test_two_cues_may_share_a_source() -> None:
    """“Ada said … and denied …”: both point at Ada."""
    drafts = _decode([SOURCE, CUE, CONTENT, CUE, CONTENT], {1: 1, 2: 1, 3: 3, 4: 3}, {1: 0, 3: 0})
    assert [draft.source for draft in drafts] == [((0, 1),), ((0, 1),)]


def test_a_cue_that_points_at_none_has_no_source() -> None:
    """“It was reported that …”: a name nearby is not taken for the source."""
    drafts = _decode([SOURCE, CUE, CONTENT, CUE, CONTENT], {1: 1, 2: 1, 3: 3, 4: 3}, {1: 0})
    assert [draft.source for draft in drafts] == [((0, 1),), ()]


def test_parts_of_a_cue_are_one_attribution() -> None:
    """“told … reporters”: the second part points at the first, and what points at either is said once."""
    drafts = _decode([SOURCE, CUE, CONTENT, CUE, CONTENT], {1: 1, 2: 1, 3: 1, 4: 3}, {1: 0})
    (draft,) = drafts
    assert (draft.cue, draft.content) == (((1, 2), (3, 4)), ((2, 3), (4, 5)))


@pytest.mark.parametrize("labels", [[OUT, OUT], [SOURCE, CONTENT]])
def test_nothing_is_said_without_a_cue(labels: list[int]) -> None:
    """Sources and contents that no cue joins are no attribution."""
    assert _decode(labels, {}, {}) == []


def test_a_surer_network_is_more_confident() -> None:
    """The certainty of the labels shows in the confidence."""
    block = _block([SOURCE, CUE, CONTENT], {1: 1, 2: 1}, {1: 0})
    unsure = block._replace(logits=(block.logits / 8).astype(np.float32))
    (sure,), (less,) = (list(decode([one])) for one in (block, unsure))
    assert sure.confidence > less.confidence
