"""A line reader of fewer layers, which learns to say of lines what the whole network says of them.

A row is a line that nobody needs to have judged: `{"article": {"headline": …}, "line": {"claimant": …, "body": …,
"own_verb": …}}`. It is read as it stands and once more with something changed, so that one file makes two lessons.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from digests.attribution.tagging.wordpiece import load_wordpiece
from digests.lines.certainty.line_reader import LONGEST, WIDTH, line_pieces
from digests.models import DigestItem
from digests.training.corpora import CorpusError
from digests.training.graph import SEVEN_BITS, Floats, read_graph, write_graph
from digests.training.line_reading import in_batches, padded

_EPOCHS: Final = 2
_RATES: Final = {"encoder": 3e-4, "heads": 1e-3}
_WARM_UP: Final = 0.05  #: of all steps
_LEAST: Final = 0.02  #: of the rate, at the end
_SHORTEST: Final = 8  #: words of a line of which a part is read too


class UnjudgedLine(NamedTuple):
    """A line in pieces."""

    ids: list[int]
    segments: list[int]


class ShippedReader(nn.Module):
    """A line reader as its file has it: an encoder, and two numbers a piece, one averaged and one of the first."""

    def __init__(self, weights: dict[str, Floats], heads: int, layers: Sequence[int]) -> None:
        super().__init__()
        self.attention_heads = heads
        self.encoder = BertModel(_config(weights, heads, len(layers)), add_pooling_layer=False)
        self.heads = nn.Linear(self.encoder.config.hidden_size, WIDTH)
        self.load_state_dict({name: torch.tensor(values) for name, values in _of_layers(weights, layers).items()})
        self.encoder.embeddings.requires_grad_(requires_grad=False)

    def forward(self, ids: Tensor, segments: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """What stands above the last layer, batch × length × width, and the scores."""
        hidden = self.encoder(input_ids=ids, token_type_ids=segments, attention_mask=mask).last_hidden_state
        numbers = self.heads(hidden)
        return hidden, (numbers[..., 0] * mask).sum(1) / mask.sum(1) + numbers[:, 0, 1]


def distil_line_reader(reader: Path, path: Path, folder: Path, *, layers: Sequence[int], heads: int = 12) -> None:
    """Writes `line_reader.onnx` with some of a reader's layers, once they say what all of them say.

    Args:
        reader: The whole network's file.
        path: JSON Lines of lines.
        folder: Where to write `line_reader.onnx`.
        layers: The numbers of those that stay, from nought.
        heads: Of its attention.

    Raises:
        CorpusError: A row is no line.
    """
    rng = np.random.default_rng(1)
    torch.manual_seed(1)
    weights = read_graph(reader)
    whole = ShippedReader(weights, heads, range(_layers_in(weights))).eval()
    student = ShippedReader(weights, heads, layers).eval()  # without dropout, as there is nothing to overlearn
    _teach(student, whole, list(_lessons(path, rng)), rng)
    state = {name: values.float().numpy() for name, values in student.state_dict().items()}
    places = "encoder.embeddings.position_embeddings.weight"
    write_graph(
        folder / "line_reader.onnx",
        state | {places: state[places][:LONGEST]},
        heads=heads,
        levels=SEVEN_BITS,
        name="line_reader",
    )


def _lessons(path: Path, rng: np.random.Generator) -> Iterator[UnjudgedLine]:
    """Each line of a file, and the same with another headline or claimant, or but a part of its words."""
    wordpiece, read_lines = load_wordpiece(), list(_read(path))
    for item, headline in read_lines:
        other, other_headline = read_lines[rng.integers(len(read_lines))]
        words = item.body.split()
        variants = [
            (item, other_headline if rng.random() < 0.5 else ""),
            (item.model_copy(update={"claimant": other.claimant}), headline),
            (_in_part(item, words, rng) if len(words) > _SHORTEST else item, headline),
        ]
        for line, title in ((item, headline), variants[rng.integers(len(variants))]):
            yield UnjudgedLine(*line_pieces(wordpiece, line, title))


def _in_part(item: DigestItem, words: Sequence[str], rng: np.random.Generator) -> DigestItem:
    """A line with its first words alone, or its last."""
    border = int(rng.integers(_SHORTEST // 2, len(words) - 2))
    part = words[:border] if rng.random() < 0.5 else words[border - 3 :]
    return item.model_copy(update={"body": " ".join(part)})


def _read(path: Path) -> Iterator[tuple[DigestItem, str]]:
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row: dict[str, Any] = json.loads(text)
            yield (
                DigestItem.model_validate({"claim_id": "", "source": "", **row["line"]}),
                row["article"]["headline"] or "",
            )
        except (ValueError, KeyError, TypeError) as error:
            raise CorpusError(f"{path}:{number}: no line: {error}") from None


def _teach(
    student: ShippedReader, whole: ShippedReader, lines: Sequence[UnjudgedLine], rng: np.random.Generator
) -> None:
    parts = {name: [p for p in getattr(student, name).parameters() if p.requires_grad] for name in _RATES}
    optimiser = torch.optim.AdamW(
        [{"params": parts[name], "lr": rate} for name, rate in _RATES.items()], weight_decay=0.0
    )
    batches = [batch for _ in range(_EPOCHS) for batch in in_batches(lines, rng)]
    steps = len(batches)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (_WARM_UP * steps)) * max(_LEAST, 1 - step / steps)
    )
    for batch in batches:
        optimiser.zero_grad()
        _loss(student, whole, batch).backward()
        nn.utils.clip_grad_norm_(parts["encoder"], 1.0)
        optimiser.step()
        schedule.step()


def _loss(student: ShippedReader, whole: ShippedReader, batch: Sequence[UnjudgedLine]) -> Tensor:
    """How far a student is from the whole network, in its scores and in what stands above its last layer."""
    ids, segments, mask = padded(batch)
    with torch.no_grad():
        hidden_of_whole, expected = whole(ids, segments, mask)
    hidden, scores = student(ids, segments, mask)
    distance = ((hidden - hidden_of_whole) ** 2).mean(-1)
    return functional.mse_loss(scores, expected) + (distance * mask).sum() / mask.sum()


def _config(weights: dict[str, Floats], heads: int, layers: int) -> BertConfig:
    root = "encoder.embeddings"
    words, width = weights[f"{root}.word_embeddings.weight"].shape
    return BertConfig(
        vocab_size=words,
        hidden_size=width,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        intermediate_size=len(weights["encoder.encoder.layer.0.intermediate.dense.bias"]),
        max_position_embeddings=len(weights[f"{root}.position_embeddings.weight"]),
    )


def _layers_in(weights: dict[str, Floats]) -> int:
    return sum(name.endswith("intermediate.dense.bias") for name in weights)


def _of_layers(weights: dict[str, Floats], layers: Sequence[int]) -> dict[str, Floats]:
    """The weights of some layers, numbered from nought, and all that stands outside layers."""
    root = "encoder.encoder.layer."
    chosen_weights = {name: values for name, values in weights.items() if not name.startswith(root)}
    for number, layer in enumerate(layers):
        lead = f"{root}{layer}."
        chosen_weights |= {
            f"{root}{number}.{name.removeprefix(lead)}": values
            for name, values in weights.items()
            if name.startswith(lead)
        }
    return chosen_weights
