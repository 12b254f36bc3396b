"""From the network's numbers to draft attributions: the best labels, and the cue that each span belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from digests.attribution.drafts import ROLES, Draft, Role
from digests.attribution.tagger import TaggedBlock
from digests.models import Span

Floats = npt.NDArray[np.float64]

_LABELS = 7  # outside, then begin and inside of source, cue and content
_LINK_SCALE = 8.0
_BATCH = 64  # paragraphs decoded at a time
_NEVER = -1e4
_PRIOR_WEIGHT = 0.2

#: Logarithm of how often a label (row) is followed by another (column) in PolNeAR's training articles.
_BIGRAMS = np.array(
    [
        [-0.064, -3.534, _NEVER, -4.363, _NEVER, -3.892, _NEVER],
        [-3.118, -9.011, -0.674, -0.811, _NEVER, -6.382, _NEVER],
        [-2.902, -7.157, -0.223, -1.952, _NEVER, -5.985, _NEVER],
        [-1.625, -2.965, _NEVER, -9.799, -0.902, -1.062, _NEVER],
        [-2.756, -3.493, _NEVER, -9.087, -0.565, -1.087, _NEVER],
        [-3.338, -4.617, _NEVER, -4.079, _NEVER, -9.947, -0.064],
        [-3.189, -4.770, _NEVER, -5.356, _NEVER, -8.627, -0.056],
    ]
)
_START = np.array([0.0, 0.0, _NEVER, 0.0, _NEVER, 0.0, _NEVER])


class _Labelled(NamedTuple):
    """A run of words of one role."""

    role: Role
    first: int
    last: int  #: exclusive


def decode(tagged: Sequence[TaggedBlock]) -> Iterator[Draft]:
    """The draft attributions of tagged paragraphs: one for each cue, be it without a content."""
    for begin in range(0, len(tagged), _BATCH):
        batch = tagged[begin : begin + _BATCH]
        chances = [_log_softmax(block.logits.astype(np.float64)) for block in batch]
        for block, chance, labels in zip(batch, chances, _best_labels(chances), strict=True):
            yield from _drafts(block, np.exp(chance), _runs(labels))


def _log_softmax(numbers: Floats) -> Floats:
    shifted = numbers - numbers.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))


def _best_labels(chances: Sequence[Floats]) -> list[list[int]]:
    """The likeliest labels of each paragraph (Viterbi), all paragraphs a word at a time."""
    lengths = np.array([len(chance) for chance in chances])
    padded = np.zeros((len(chances), lengths.max(), _LABELS))
    for row, chance in zip(padded, chances, strict=True):
        row[: len(chance)] = chance
    transitions = _PRIOR_WEIGHT * _BIGRAMS
    scores = padded[:, 0] + _START
    came_from = np.zeros(padded.shape, np.int8)
    for word in range(1, padded.shape[1]):
        paths = scores[:, :, None] + transitions
        came_from[:, word] = paths.argmax(axis=1)
        going_on = (word < lengths)[:, None]
        scores = np.where(going_on, paths.max(axis=1) + padded[:, word], scores)
    last = scores.argmax(axis=1)
    return [_trace(came_from[n, :length], int(last[n])) for n, length in enumerate(lengths)]


def _trace(came_from: npt.NDArray[np.int8], last: int) -> list[int]:
    labels = [last]
    for previous in came_from[:0:-1].tolist():
        labels.append(previous[labels[-1]])
    return labels[::-1]


def _runs(labels: Sequence[int]) -> list[_Labelled]:
    runs: list[_Labelled] = []
    for word, label in enumerate(labels):
        if not label:
            continue
        if label % 2:
            runs.append(_Labelled(ROLES[label // 2], word, word + 1))
        else:
            runs[-1] = runs[-1]._replace(last=word + 1)
    return runs


def _drafts(block: TaggedBlock, chances: Floats, runs: Sequence[_Labelled]) -> Iterator[Draft]:
    cues = [run for run in runs if run.role == "cue"]
    if not cues:
        return
    links = _links(block, cues)
    heads = _heads(links, cues)
    owned: dict[int, list[_Labelled]] = {head: [] for head in heads}
    for run in runs:
        owner = int(links[run.first : run.last].sum(axis=0).argmax())
        owned[heads[owner]].append(run)
    for members in owned.values():
        yield _draft(block.words, chances, members)


def _links(block: TaggedBlock, cues: Sequence[_Labelled]) -> Floats:
    keys = block.keys[[cue.first for cue in cues]].astype(np.float64)
    return _log_softmax(block.queries.astype(np.float64) @ keys.T / _LINK_SCALE)


def _heads(links: Floats, cues: Sequence[_Labelled]) -> list[int]:
    """For each cue the one whose attribution it belongs to: itself, or another that it points at."""
    points_at = [int(links[cue.first : cue.last].sum(axis=0).argmax()) for cue in cues]
    heads = []
    for number in range(len(cues)):
        head, seen = number, set[int]()
        while points_at[head] != head and head not in seen:
            seen.add(head)
            head = points_at[head]
        heads.append(head)
    return heads


def _draft(words: Sequence[Span], chances: Floats, members: Sequence[_Labelled]) -> Draft:
    """One attribution; its confidence is that of its least certain role."""
    draft = Draft()
    certainty: dict[Role, list[float]] = {}
    for run in members:
        draft.spans(run.role).append((words[run.first][0], words[run.last - 1][1]))
        begin = 1 + 2 * ROLES.index(run.role)
        certainty.setdefault(run.role, []).extend(chances[run.first : run.last, begin : begin + 2].sum(axis=1).tolist())
    draft.confidence = min(1.0, *(sum(values) / len(values) for values in certainty.values()))
    return draft
