"""Teaching the network that tells whether a line can be read alone, from lines that somebody has judged.

A row is one judged line: `{"article": {"id": …, "headline": …}, "line": {"claimant": …, "body": …, "own_verb": …},
"alone": false, "right": true, "judge": "a", "weight": 1}`. `right`, which may be missing, says that claimant and
meaning are right; `judge` names whoever judged it, as some are stricter than others. More values do no harm, so that
the rows of `digests.training.evaluation.certainty` serve where they have their line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, TypeVar

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from digests.attribution.tagging.wordpiece import load_wordpiece
from digests.lines.certainty import READ_ALONE
from digests.lines.certainty.line_reader import WIDTH, line_pieces
from digests.models import DigestItem
from digests.training.corpora import CorpusError
from digests.training.encoders import student_folder
from digests.training.graph import SEVEN_BITS, write_graph

_EPOCHS: Final = 2
_SIZE: Final = 32  #: lines a batch
_SORTED: Final = 20  #: batches among which lines of like length come together
_RATES: Final = {"encoder": 6e-5, "heads": 1e-3, "judges": 5e-3}
_WARM_UP: Final = 0.1  #: of all steps
_LEAST: Final = 0.02  #: of the rate, at the end
_FIXED: Final = 2  #: layers that stay as they are, with the embeddings
_OF_RIGHT: Final = 0.3  #: what being right weighs beside being readable; it teaches, and is not shipped
_DROPOUT: Final = 0.1


class InPieces(Protocol):
    """A line in pieces, with its headline's."""

    @property
    def ids(self) -> list[int]: ...  # noqa: D102
    @property
    def segments(self) -> list[int]: ...  # noqa: D102


Line = TypeVar("Line", bound=InPieces)


class JudgedLine(NamedTuple):
    """A line in pieces and what was said of it."""

    article: str
    ids: list[int]
    segments: list[int]
    is_readable: bool
    is_right: bool | None
    judge: int
    weight: float


class LineNetwork(nn.Module):
    """A BERT encoder (MiniLM) with four numbers a piece: readable, averaged and of the first, and right, the same."""

    def __init__(self, folder: Path, judges: int) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(folder, add_pooling_layer=False)
        self.heads = nn.Linear(self.encoder.config.hidden_size, 2 * WIDTH)
        self.judges = nn.Embedding(judges, 2)
        self.judges.weight.data.zero_()
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:_FIXED]):
            part.requires_grad_(requires_grad=False)

    def forward(self, ids: Tensor, segments: Tensor, mask: Tensor) -> Any:
        """What speaks for being readable and for being right, batch × 2."""
        hidden = self.encoder(input_ids=ids, token_type_ids=segments, attention_mask=mask).last_hidden_state
        numbers = self.heads(functional.dropout(hidden, _DROPOUT, self.training))
        averaged = (numbers * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return averaged[:, [0, 2]] + numbers[:, 0, [1, 3]]


def teach_line_reader(path: Path, folder: Path, *, folds: int) -> None:
    """Writes `line_reader.onnx`, and the rows, each with what a network says that saw none of its article's.

    Args:
        path: JSON Lines of judged lines.
        folder: Where to write `line_reader.onnx` and `judged.jsonl`.
        folds: Parts by article, for each of which a network learns from the others.

    Raises:
        CorpusError: A row is no judged line.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lines = list(_judged(rows, path))
    judges = max(line.judge for line in lines) + 1
    for fold in range(folds):
        others = [line for line in lines if _fold(line, folds) != fold]
        network = _taught(LineNetwork(student_folder(), judges), others)
        numbers = [number for number, line in enumerate(lines) if _fold(line, folds) == fold]
        for number, score in zip(numbers, _scores(network, [lines[number] for number in numbers]), strict=True):
            rows[number][READ_ALONE] = round(score, 4)
        print(f"part {fold + 1} of {folds}: {len(numbers)} lines read by a network that learned from {len(others)}")
    (folder / "judged.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    write_reader(folder / "line_reader.onnx", _taught(LineNetwork(student_folder(), judges), lines))


def write_reader(path: Path, network: LineNetwork) -> None:
    """Writes what tells readable lines of a network, in whole numbers that every processor computes alike."""
    state = {name: values.float().numpy() for name, values in network.state_dict().items()}
    weights = state | {f"heads.{part}": state[f"heads.{part}"][:WIDTH] for part in ("weight", "bias")}
    heads = network.encoder.config.num_attention_heads
    write_graph(path, weights, heads=heads, levels=SEVEN_BITS, name="line_reader")


def _judged(rows: Sequence[dict[str, Any]], path: Path) -> Iterator[JudgedLine]:
    wordpiece = load_wordpiece()
    judges: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        try:
            item = DigestItem.model_validate({"claim_id": "", "source": "", **row["line"]})
            article, is_readable = row["article"], bool(row["alone"])
            ids, segments = line_pieces(wordpiece, item, article["headline"] or "")
            judge = judges.setdefault(row.get("judge", ""), len(judges))
            weight = float(row.get("weight", 1))
        except (ValueError, KeyError, TypeError) as error:
            raise CorpusError(f"{path}:{number}: no judged line: {error}") from None
        yield JudgedLine(article["id"], ids, segments, is_readable, row.get("right"), judge, weight)


def _fold(line: JudgedLine, folds: int) -> int:
    return hashlib.sha256(line.article.encode()).digest()[0] % folds


def _taught(network: LineNetwork, lines: Sequence[JudgedLine]) -> LineNetwork:
    """A network after it has learned: AdamW, a warm-up, then a rate that falls in a line."""
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    parts = {name: [p for p in getattr(network, name).parameters() if p.requires_grad] for name in _RATES}
    optimiser = torch.optim.AdamW([{"params": parts[name], "lr": rate} for name, rate in _RATES.items()])
    steps = _EPOCHS * (len(lines) // _SIZE + _SORTED)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (_WARM_UP * steps)) * max(_LEAST, 1 - step / steps)
    )
    network.train()
    for _ in range(_EPOCHS):
        for batch in in_batches(lines, rng):
            optimiser.zero_grad()
            _loss(network, batch).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    network.eval()
    return network


def _loss(network: LineNetwork, lines: Sequence[JudgedLine]) -> Tensor:
    scores = network(*padded(lines)) + network.judges(torch.tensor([line.judge for line in lines]))
    truth = torch.tensor([[float(line.is_readable), float(bool(line.is_right))] for line in lines])
    weight = torch.tensor([[line.weight, _OF_RIGHT * line.weight * (line.is_right is not None)] for line in lines])
    losses = functional.binary_cross_entropy_with_logits(scores, truth, reduction="none")
    return (losses * weight).sum() / len(lines)


@torch.no_grad()
def _scores(network: LineNetwork, lines: Sequence[JudgedLine]) -> Iterator[float]:
    for start in range(0, len(lines), _SIZE):
        yield from network(*padded(lines[start : start + _SIZE]))[:, 0].tolist()


def padded(lines: Sequence[InPieces]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, segments and mask, each batch × the length of the longest."""
    length = max(len(line.ids) for line in lines)
    ids, segments, mask = (
        torch.zeros((len(lines), length), dtype=kind) for kind in (torch.long, torch.long, torch.float)
    )
    for row, line in enumerate(lines):
        ids[row, : len(line.ids)] = torch.tensor(line.ids)
        segments[row, : len(line.ids)] = torch.tensor(line.segments)
        mask[row, : len(line.ids)] = 1
    return ids, segments, mask


def in_batches(lines: Sequence[Line], rng: np.random.Generator) -> Iterator[list[Line]]:
    """All lines in batches, at random, those of like length together so that little is padded."""
    order = rng.permutation(len(lines))
    batches = []
    for start in range(0, len(order), _SIZE * _SORTED):
        alike = sorted(order[start : start + _SIZE * _SORTED], key=lambda number: len(lines[number].ids))
        batches += [[lines[number] for number in alike[n : n + _SIZE]] for n in range(0, len(alike), _SIZE)]
    for number in rng.permutation(len(batches)):
        yield batches[number]
