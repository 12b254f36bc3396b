"""From the network's numbers to draft attributions: the best labels, and the cue that each span belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from digests.attribution.drafts import ROLES, Certainty, Draft, SpanRole
from digests.attribution.tagging.confidence import confidence
from digests.attribution.tagging.tagger import TaggedBlock
from digests.models import Span

Floats = npt.NDArray[np.float64]

_LABELS = 7  # outside, then begin and inside of source, cue and content
LINK_SCALE = 8.0  #: by which products of queries and keys are divided
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

    role: SpanRole
    first: int
    last: int  #: exclusive


def decode(tagged: Iterable[TaggedBlock]) -> Iterator[Draft]:
    """The draft attributions of tagged paragraphs: one for each cue, be it without a content."""
    coming = iter(tagged)
    while batch := list(islice(coming, _BATCH)):
        whole = _log_softmax(np.concatenate([block.logits for block in batch]).astype(np.float64))
        ends = np.cumsum([len(block.logits) for block in batch])[:-1]
        chances = np.split(whole, ends)
        roles = np.split(_by_role(np.exp(whole)), ends)
        for block, role, labels in zip(batch, roles, _best_labels(chances), strict=True):
            yield from _drafts(block, role, _runs(labels))


def _log_softmax(numbers: Floats) -> Floats:
    shifted = numbers - numbers.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))


def _by_role(chances: Floats) -> Floats:
    """The chance of each role, words × 3, whether it begins or goes on."""
    return np.asarray(chances[:, 1::2] + chances[:, 2::2])


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
    """The runs of words of one role: an odd label begins one, and even ones go on with it."""
    runs, first = list[_Labelled](), -1
    for word, label in enumerate((*labels, 0)):
        if first >= 0 and (label % 2 or not label):
            runs.append(_Labelled(ROLES[labels[first] // 2], first, word))
            first = -1
        if label % 2:
            first = word
    return runs


def _drafts(block: TaggedBlock, roles: Floats, runs: Sequence[_Labelled]) -> Iterator[Draft]:
    cues = [run for run in runs if run.role == "cue"]
    if not cues:
        return
    points_at = _pointed_at(block, cues, runs)
    heads = _heads([cue for run, cue in zip(runs, points_at, strict=True) if run.role == "cue"])
    members_of: dict[int, list[_Labelled]] = {head: [] for head in heads}
    for run, cue in zip(runs, points_at, strict=True):
        if run.role != "source":
            members_of[heads[cue]].append(run)
    sources = [run for run in runs if run.role == "source"]
    sums = _running_sums(roles).tolist()
    for head, members in members_of.items():
        yield _draft(block.words, sums, [*_source(block, cues[head].first, sources), *members])


def _pointed_at(block: TaggedBlock, cues: Sequence[_Labelled], runs: Sequence[_Labelled]) -> list[int]:
    """For each run the number of the cue that its words point at together."""
    keys = block.keys[[cue.first for cue in cues]].astype(np.float64)
    sums = _running_sums(_log_softmax(block.queries.astype(np.float64) @ keys.T / LINK_SCALE))
    together = sums[[run.last for run in runs]] - sums[[run.first for run in runs]]
    numbers: list[int] = together.argmax(axis=1).tolist()
    return numbers


def _running_sums(numbers: Floats) -> Floats:
    """The sums of the rows before each row, and of all: those of a run are the difference of two."""
    return np.concatenate([np.zeros((1, numbers.shape[1])), np.cumsum(numbers, axis=0)])


def _source(block: TaggedBlock, cue: int, runs: Sequence[_Labelled]) -> Sequence[_Labelled]:
    """The source that a cue's first word points at, if it does not rather point at none."""
    if not runs:
        return ()
    keys = block.source_keys[[run.first for run in runs]].astype(np.float64)
    scores = keys @ block.source_queries[cue].astype(np.float64) / LINK_SCALE
    best = int(scores.argmax())
    return [runs[best]] if scores[best] > block.sourceless[cue, 0] else ()


def _heads(points_at: Sequence[int]) -> list[int]:
    """For each cue the one whose attribution it belongs to: itself, or another that it points at."""
    heads = []
    for number in range(len(points_at)):
        head, chain = number, set[int]()
        while points_at[head] != head and head not in chain:
            chain.add(head)
            head = points_at[head]
        heads.append(head)
    return heads


def _draft(words: Sequence[Span], sums: Sequence[Sequence[float]], members: Sequence[_Labelled]) -> Draft:
    """One attribution; what the network was sure of in each role makes its confidence."""
    spans: dict[SpanRole, list[Span]] = {role: [] for role in ROLES}
    chance_sums: dict[SpanRole, list[float]] = {}
    for run in members:
        spans[run.role].append((words[run.first][0], words[run.last - 1][1]))
        number = ROLES.index(run.role)
        chance_sums.setdefault(run.role, []).append(sums[run.last][number] - sums[run.first][number])
    lengths = {role: sum(run.last - run.first for run in members if run.role == role) for role in chance_sums}
    sure = {role: sum(chances) / lengths[role] for role, chances in chance_sums.items()}
    certainty = Certainty(sure.get("content", 1.0), sure.get("cue", 1.0), sure.get("source"))
    source, cue, content = (tuple(spans[role]) for role in ROLES)
    return Draft(source, cue, content, confidence(certainty), certainty)
