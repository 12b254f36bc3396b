"""What a network is trained to make small: its distance from the annotation, and from its teacher."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from digests.attribution.drafts import ROLES
from digests.training.batches import Batch
from digests.training.examples import IGNORED
from digests.training.network import LABELS, Heads, part_heads

_LINK_WEIGHT = 0.3
_NEVER = -1e4
_CUE, _SOURCE = (1 + 2 * ROLES.index(role) for role in ("cue", "source"))  # the labels that begin them


class Losses(NamedTuple):
    """Mean losses of labels, of links to cues, and of links to sources."""

    labels: Tensor
    links: Tensor
    sources: Tensor

    @property
    def sum(self) -> Tensor:
        """The weighted sum."""
        return self.labels + _LINK_WEIGHT * (self.links + self.sources)


def annotation_losses(heads: Heads, batch: Batch) -> Losses:
    """Cross-entropies against the annotation; windows that nobody annotated count nothing."""
    labels = batch.labels.masked_fill(~batch.known[:, None], IGNORED)
    begins = _with_none(batch.labels == _SOURCE)
    return Losses(
        functional.cross_entropy(heads.labels.reshape(-1, LABELS), labels.reshape(-1), ignore_index=IGNORED)
        if (labels != IGNORED).any()
        else heads.labels.sum() * 0,
        _pointing(heads.links, batch.links, batch.links.any(1)),
        _pointing(heads.sources, batch.sources, begins),
    )


def teacher_losses(heads: Heads, batch: Batch, teacher_output: Tensor) -> Losses:
    """Divergences from what the teacher says (Hinton et al., Distilling the Knowledge in a Neural Network, 2015)."""
    teacher = part_heads(teacher_output)
    words = batch.labels != IGNORED
    best = teacher.labels.argmax(-1)
    cues = batch.links.any(1) | (words & (best == _CUE))
    rows = words & ((best > 0) | batch.links.any(2)) & cues.any(1, keepdim=True)
    begins = _with_none(words & ((best == _SOURCE) | (batch.labels == _SOURCE)))
    return Losses(
        _divergence(heads.labels[words], teacher.labels[words]),
        _agreement(heads.links, teacher.links, rows, cues),
        _agreement(heads.sources, teacher.sources, cues, begins),
    )


def _with_none(candidates: Tensor) -> Tensor:
    """Candidates for a source, and one column more: none is always one."""
    return torch.cat([candidates, torch.ones_like(candidates[:, :1])], 1)


def _pointing(scores: Tensor, targets: Tensor, candidates: Tensor) -> Tensor:
    """The mean, over rows that have targets, of minus the logarithm of the chance given to any of them."""
    rows = targets.any(-1)
    if not rows.any():
        return scores.sum() * 0
    open_to = scores.masked_fill(~candidates[:, None, :], _NEVER)
    right = open_to.masked_fill(~targets, 10 * _NEVER)
    return (open_to.logsumexp(-1) - right.logsumexp(-1))[rows].mean()


def _agreement(student: Tensor, teacher: Tensor, rows: Tensor, candidates: Tensor) -> Tensor:
    if not rows.any():
        return student.sum() * 0
    student, teacher = (scores.masked_fill(~candidates[:, None, :], _NEVER)[rows] for scores in (student, teacher))
    return _divergence(student, teacher)


def _divergence(student: Tensor, teacher: Tensor) -> Tensor:
    return functional.kl_div(student.log_softmax(-1), teacher.log_softmax(-1), reduction="batchmean", log_target=True)
