"""Windows side by side, as tensors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from digests.training.examples import IGNORED, Example, Window, pack

Numbers = npt.NDArray[np.float16]  #: a network's output for the pieces of an article, pieces × 264

_ROUND = 16  # lengths are padded to a multiple of this
_SORTED = 20  # batches whose windows are sorted by length together


class Batch(NamedTuple):
    """Tensors of batch × length; the targets of links have one dimension more."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    labels: Tensor
    links: Tensor  #: which words are the cues of a word, batch × length × length
    sources: Tensor  #: which words are the sources of a cue; the last column stands for none
    known: Tensor  #: whether somebody annotated the window, batch
    teacher_output: Tensor | None  #: the teacher's output

    def to(self, device: torch.device) -> Batch:
        """The batch on another device."""
        return Batch(*(None if tensor is None else tensor.to(device) for tensor in self))


def shuffled(
    examples: Sequence[Example], rng: np.random.Generator, size: int, teacher_outputs: Sequence[Numbers] | None = None
) -> Iterator[Batch]:
    """All examples once, in windows cut at random; those of like length share a batch."""
    windows = [window for number, example in enumerate(examples) for window in pack(number, example, rng)]
    order = rng.permutation(len(windows))
    groups: list[list[int]] = []
    for begin in range(0, len(order), size * _SORTED):
        neighbors = sorted(order[begin : begin + size * _SORTED].tolist(), key=lambda n: len(windows[n].ids))
        groups += [neighbors[first : first + size] for first in range(0, len(neighbors), size)]
    for number in rng.permutation(len(groups)):
        yield collate([windows[n] for n in groups[number]], teacher_outputs)


def in_order(examples: Sequence[Example], size: int) -> Iterator[tuple[list[Window], Batch]]:
    """All examples once, in the windows that the tagger reads, sorted by length."""
    windows = [window for number, example in enumerate(examples) for window in pack(number, example)]
    windows.sort(key=lambda window: len(window.ids))
    for begin in range(0, len(windows), size):
        group = windows[begin : begin + size]
        yield group, collate(group)


def collate(windows: Sequence[Window], teacher_outputs: Sequence[Numbers] | None = None) -> Batch:
    """Windows padded to one length."""
    count, length = len(windows), -(-max(len(window.ids) for window in windows) // _ROUND) * _ROUND
    ids, features, mask = torch.zeros(3, count, length, dtype=torch.long)
    labels = torch.full((count, length), IGNORED)
    links = torch.zeros(count, length, length, dtype=torch.bool)
    sources = torch.zeros(count, length, length + 1, dtype=torch.bool)
    teacher_output = None if teacher_outputs is None else torch.zeros(count, length, teacher_outputs[0].shape[1])
    for row, window in enumerate(windows):
        size = len(window.ids)
        ids[row, :size] = torch.from_numpy(window.ids)
        features[row, :size] = torch.from_numpy(window.features)
        mask[row, :size] = 1
        labels[row, :size] = torch.from_numpy(window.labels)
        links[row, window.links[:, 0], window.links[:, 1]] = True
        sources[row, window.sources[:, 0], window.sources[:, 1]] = True  # -1, none, is the last column
        if teacher_output is not None and teacher_outputs is not None:
            real = np.flatnonzero(window.rows >= 0)
            numbers = teacher_outputs[window.article][window.rows[real]].astype(np.float32)
            teacher_output[row, torch.from_numpy(real)] = torch.from_numpy(numbers)
    known = torch.tensor([window.known for window in windows])
    return Batch(ids, features, mask, labels, links, sources, known, teacher_output)
