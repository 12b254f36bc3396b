"""The networks: an encoder, and one layer above it that labels words and links them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel, MPNetModel
from transformers.models.mpnet.modeling_mpnet import MPNetSelfAttention

from digests.attribution.tagging.decoding import LINK_SCALE

LABELS = 7  #: outside, then begin and inside of source, cue and content
WIDTHS = (LABELS, 64, 64, 64, 64, 1)
FEATURES = 6  #: case {lower, title, upper} × in a quotation
_DROPOUT = 0.1
_POOL_SIZE = 1 << 24
_TEACHER_GAIN = 8.0  # MPNet's last layer speaks softly: .09 on average


class Heads(NamedTuple):
    """What a network says of each piece, batch × length × width."""

    labels: Tensor
    queries: Tensor
    keys: Tensor
    source_queries: Tensor
    source_keys: Tensor
    sourceless: Tensor  #: what a cue's having no source scores

    @property
    def links(self) -> Tensor:
        """How much each word (row) points at each other word as its cue, batch × length × length."""
        return self.queries @ self.keys.transpose(1, 2) / LINK_SCALE

    @property
    def sources(self) -> Tensor:
        """How much each word (row), as a cue, points at another as its source; the last column stands for none."""
        scores = self.source_queries @ self.source_keys.transpose(1, 2) / LINK_SCALE
        return torch.cat([scores, self.sourceless], dim=-1)


def part_heads(numbers: Tensor) -> Heads:
    """A network's output, batch × length × 264, parted by what the numbers are for."""
    return Heads(*numbers.float().split(WIDTHS, dim=-1))


class Student(nn.Module):
    """A BERT encoder (MiniLM) whose token types carry case and quotation; the tagger that is shipped."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            folder,
            attn_implementation="sdpa",
            attention_probs_dropout_prob=0.0,  # any keeps a CPU off the fast path of attention
            hidden_dropout_prob=_DROPOUT,
            add_pooling_layer=False,
        )
        width = self.encoder.config.hidden_size
        old = self.encoder.embeddings.token_type_embeddings.weight.data
        types = nn.Embedding(FEATURES, width)
        types.weight.data = old[:1].repeat(FEATURES, 1) + torch.randn(FEATURES, width) * 0.02
        types.weight.data[0] = old[0]
        self.encoder.embeddings.token_type_embeddings = types
        self.heads = nn.Linear(width, sum(WIDTHS))

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Any:
        """Numbers for each piece, batch × length × 264."""
        hidden = self.encoder(input_ids=ids, token_type_ids=features, attention_mask=mask).last_hidden_state
        return self.heads(hidden)


class Teacher(nn.Module):
    """An MPNet encoder that takes BERT's pieces, by their strings, and the same features as the student."""

    def __init__(self, folder: Path, pieces: Sequence[str]) -> None:
        super().__init__()
        MPNetSelfAttention.forward = _attend
        self.encoder = MPNetModel.from_pretrained(
            folder, attention_probs_dropout_prob=0.0, hidden_dropout_prob=_DROPOUT, add_pooling_layer=False
        )
        _cheapen_dropout(self.encoder)
        width = self.encoder.config.hidden_size
        self.types = nn.Embedding(FEATURES, width)
        self.types.weight.data = torch.randn(FEATURES, width) * 0.02
        self.types.weight.data[0] = 0
        self.encoder.encoder.relative_attention_bias.weight.requires_grad = False  # keeps attention on its fast path
        self.heads = nn.Linear(width, sum(WIDTHS))
        ids = {piece: n for n, piece in enumerate((folder / "vocab.txt").read_text(encoding="utf-8").split("\n"))}
        marks = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}
        table = torch.tensor([ids[marks.get(piece, piece)] for piece in pieces])
        self.register_buffer("table", table, persistent=False)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Any:
        """Numbers for each piece, batch × length × 264."""
        embedded = self.encoder.embeddings.word_embeddings(self.table[ids]) + self.types(features)
        hidden = self.encoder.embeddings(inputs_embeds=embedded)
        with torch.no_grad():
            bias = self.encoder.encoder.compute_position_bias(hidden)
            blocked = bias + (1.0 - mask[:, None, None, :].float()) * -1e4
        for layer in self.encoder.encoder.layer:
            hidden = layer(hidden, blocked)[0]
        return self.heads(hidden * _TEACHER_GAIN)


class _Dropout(nn.Module):
    """Dropout by a random slice of one pool of masks: drawing each anew costs a CPU half a second a step."""

    def __init__(self) -> None:
        super().__init__()
        pool = (torch.rand(_POOL_SIZE) >= _DROPOUT).float() / (1 - _DROPOUT)
        self.register_buffer("pool", pool.to(torch.bfloat16), persistent=False)

    def forward(self, hidden: Tensor) -> Tensor:
        if not self.training:
            return hidden
        start = int(torch.randint(0, len(self.pool) - hidden.numel(), (1,)))
        mask = self.pool[start : start + hidden.numel()]
        return hidden * mask.view_as(hidden).to(hidden.dtype)


def _cheapen_dropout(module: nn.Module, shared: _Dropout | None = None) -> None:
    shared = shared or _Dropout()
    for name, child in module.named_children():
        if isinstance(child, nn.Dropout):
            setattr(module, name, shared if child.p > 0 else nn.Identity())
        else:
            _cheapen_dropout(child, shared)


def _attend(
    self: MPNetSelfAttention, hidden_states: Tensor, attention_mask: Tensor, *_: object, **__: object
) -> tuple[Tensor]:
    """MPNet's attention by PyTorch's fused operator; `attention_mask` holds the bias of places too."""
    batch, length, _width = hidden_states.shape
    query, key, value = (
        layer(hidden_states).view(batch, length, self.num_attention_heads, -1).transpose(1, 2)
        for layer in (self.q, self.k, self.v)
    )
    context = functional.scaled_dot_product_attention(query, key, value, attn_mask=attention_mask.to(query.dtype))
    return (self.o(context.transpose(1, 2).reshape(batch, length, -1)),)
