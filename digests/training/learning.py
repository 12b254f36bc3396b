"""The loop that trains a network, and what a trained one says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn

from digests.training.batches import Batch, Numbers, in_order, shuffled
from digests.training.examples import Example
from digests.training.losses import annotation_losses, teacher_losses
from digests.training.network import WIDTHS, part_heads

_WARM_UP = 100  # steps
_LEAST = 0.01  # of the learning rate, at the end
_HEADS_FASTER = 4
_PIECES_A_WINDOW = 188  # on average, as windows are cut
_REPORT = 25  # steps


@dataclass(frozen=True, slots=True)
class Plan:
    """How a network is trained."""

    epochs: int
    rate: float
    seed: int = 0
    size: int = 12  #: windows a batch
    share: float = 0.5  #: of the loss that is the teacher's, where there is one


def train(
    network: nn.Module,
    examples: Sequence[Example],
    plan: Plan,
    teacher_outputs: Sequence[Numbers] | None = None,
    report: Callable[[str], None] = print,
) -> None:
    """Trains a network in place: AdamW, a short warm-up, then a rate that falls in a line to nearly nothing."""
    device = next(network.parameters()).device
    rng = np.random.default_rng(plan.seed)
    optimiser = _optimiser(network, plan.rate)
    pieces = sum(len(block.pieces) for example in examples for block, _ in example.parts)
    steps = max(1, pieces * plan.epochs // (plan.size * _PIECES_A_WINDOW))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / _WARM_UP) * max(_LEAST, 1 - step / steps)
    )
    step, sums = 0, np.zeros(3)
    for epoch in range(plan.epochs):
        network.train()
        for batch in shuffled(examples, rng, plan.size, teacher_outputs):
            sums += _step(network, batch.to(device), plan.share)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad(set_to_none=True)
            step += 1
            if step % _REPORT == 0:
                labels, links, sources = sums / _REPORT
                report(
                    f"epoch {epoch + 1} step {step}/{steps} labels {labels:.4f} links {links:.4f} sources {sources:.4f}"
                )
                sums[:] = 0


@torch.no_grad()
def predict(network: nn.Module, examples: Sequence[Example], size: int = 12) -> list[Numbers]:
    """What a network says of each example, pieces × 264, read in the same windows as by the tagger."""
    network.eval()
    device = next(network.parameters()).device
    sizes = [sum(len(block.pieces) for block, _ in example.parts) for example in examples]
    outputs: list[Numbers] = [np.zeros((pieces, sum(WIDTHS)), np.float16) for pieces in sizes]
    for windows, batch in in_order(examples, size):
        inputs = batch.to(device)
        with _half_precision(device):
            numbers = network(inputs.ids, inputs.features, inputs.mask).float().cpu().numpy()
        for row, window in zip(numbers, windows, strict=True):
            real = window.rows >= 0
            outputs[window.article][window.rows[real]] = row[: len(window.ids)][real].astype(np.float16)
    return outputs


def _step(network: nn.Module, batch: Batch, share: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """One batch forward and back; returns its losses against the annotation."""
    with _half_precision(batch.ids.device):
        numbers = network(batch.ids, batch.features, batch.mask)
    heads = part_heads(numbers)
    losses = annotation_losses(heads, batch)
    loss = losses.sum
    if batch.teacher_output is not None:
        loss = (1 - share) * loss + share * teacher_losses(heads, batch, batch.teacher_output).sum
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    return np.array([float(loss.detach()) for loss in losses])


def _half_precision(device: torch.device) -> Any:
    return torch.autocast(device.type, dtype=torch.bfloat16)


def _optimiser(network: nn.Module, rate: float) -> torch.optim.Optimizer:
    """AdamW: heads and features learn faster, vectors and embeddings do not decay."""
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, values in network.named_parameters():
        if values.requires_grad:
            bare = values.ndim < 2 or "embeddings" in name or name.startswith("types")
            new = not name.startswith("encoder.") or "token_type" in name
            groups.setdefault((bare, new), []).append(values)
    return torch.optim.AdamW(
        [
            {"params": members, "weight_decay": 0.0 if bare else 0.01, "lr": rate * (_HEADS_FASTER if new else 1)}
            for (bare, new), members in groups.items()
        ],
        fused=True,
        betas=(0.9, 0.98),
    )
