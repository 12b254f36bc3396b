"""The tagger's ONNX file says what its weights say."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
import pytest

from digests.training.graph import EIGHT_BITS, SEVEN_BITS, read_graph, write_graph

Floats = npt.NDArray[np.float32]
WIDTH, NEURONS, HEADS, PIECES, OUT = 16, 24, 2, 50, 9
LAYERS = 2


@pytest.fixture
def weights() -> dict[str, Floats]:
    """A very small network with random weights, named as training names them."""
    rng = np.random.default_rng(7)
    shapes: dict[str, tuple[int, ...]] = {
        "encoder.embeddings.word_embeddings.weight": (PIECES, WIDTH),
        "encoder.embeddings.token_type_embeddings.weight": (6, WIDTH),
        "encoder.embeddings.position_embeddings.weight": (64, WIDTH),
        "heads.weight": (OUT, WIDTH),
        "heads.bias": (OUT,),
    }
    for number in range(LAYERS):
        root = f"encoder.encoder.layer.{number}"
        for part in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
            shapes |= {f"{root}.{part}.weight": (WIDTH, WIDTH), f"{root}.{part}.bias": (WIDTH,)}
        shapes |= {f"{root}.intermediate.dense.weight": (NEURONS, WIDTH), f"{root}.intermediate.dense.bias": (NEURONS,)}
        shapes |= {f"{root}.output.dense.weight": (WIDTH, NEURONS), f"{root}.output.dense.bias": (WIDTH,)}
        for part in ("attention.output", "output"):
            shapes |= {f"{root}.{part}.LayerNorm.weight": (WIDTH,), f"{root}.{part}.LayerNorm.bias": (WIDTH,)}
    shapes |= {"encoder.embeddings.LayerNorm.weight": (WIDTH,), "encoder.embeddings.LayerNorm.bias": (WIDTH,)}
    return {name: rng.normal(0, 0.4, shape).astype(np.float32) for name, shape in shapes.items()}


def _run(path: Path, ids: npt.NDArray[np.int64], features: npt.NDArray[np.int64]) -> Floats:
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    found: Floats = session.run(None, {"ids": ids, "features": features})[0]
    return found


@pytest.mark.parametrize(("levels", "error"), [(None, 1e-4), (EIGHT_BITS, 0.3), (SEVEN_BITS, 0.5)])
def test_the_graph_computes_bert(tmp_path: Path, weights: dict[str, Floats], levels: int | None, error: float) -> None:
    """The graph gives what BERT's equations give: to the digit in floats, nearly in int8.

    Processors without VNNI add two products of bytes in 16 bits, which weights as wide as these overflow at times.
    """
    rng = np.random.default_rng(11)
    ids, features = rng.integers(0, PIECES, (1, 20)), rng.integers(0, 6, (1, 20))
    path = tmp_path / "small.onnx"
    write_graph(path, weights, heads=HEADS, levels=levels)
    expected = _bert(weights, ids[0], features[0])
    found = _run(path, ids, features)[0]
    assert np.abs(found - expected).mean() <= error * np.abs(expected).mean()


def test_the_same_weights_make_the_same_file(tmp_path: Path, weights: dict[str, Floats]) -> None:
    """Writing twice gives the same bytes."""
    paths = [tmp_path / "one.onnx", tmp_path / "two.onnx"]
    for path in paths:
        write_graph(path, weights, heads=HEADS)
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize(("levels", "error"), [(None, 1e-6), (EIGHT_BITS, 0.01), (SEVEN_BITS, 0.02)])
def test_a_file_gives_its_weights_back(
    tmp_path: Path, weights: dict[str, Floats], levels: int | None, error: float
) -> None:
    """What is read has the names and shapes of what was written, and its values but for how they were rounded."""
    write_graph(tmp_path / "small.onnx", weights, heads=HEADS, levels=levels)

    found = read_graph(tmp_path / "small.onnx")

    assert {name: values.shape for name, values in found.items()} == {n: v.shape for n, v in weights.items()}
    assert all(np.abs(found[name] - weights[name]).max() <= error * np.abs(weights[name]).max() for name in weights)


def _bert(weights: dict[str, Floats], ids: npt.NDArray[np.int64], features: npt.NDArray[np.int64]) -> Floats:
    """BERT by its equations (Devlin et al. 2019)."""
    root = "encoder.embeddings"
    hidden = (
        weights[f"{root}.word_embeddings.weight"][ids]
        + weights[f"{root}.token_type_embeddings.weight"][features]
        + weights[f"{root}.position_embeddings.weight"][: len(ids)]
    )
    hidden = _norm(weights, f"{root}.LayerNorm", hidden)
    for number in range(LAYERS):
        own = f"encoder.encoder.layer.{number}"
        query, key, value = (
            _linear(weights, f"{own}.attention.self.{part}", hidden) for part in ("query", "key", "value")
        )
        inner = np.concatenate(
            [_attend(*parts) for parts in zip(*map(_by_head, (query, key, value)), strict=True)], axis=1
        )
        inner = _linear(weights, f"{own}.attention.output.dense", inner)
        hidden = _norm(weights, f"{own}.attention.output.LayerNorm", hidden + inner)
        middle = _gelu(_linear(weights, f"{own}.intermediate.dense", hidden))
        hidden = _norm(weights, f"{own}.output.LayerNorm", hidden + _linear(weights, f"{own}.output.dense", middle))
    return np.asarray(hidden @ weights["heads.weight"].T + weights["heads.bias"])


def _linear(weights: dict[str, Floats], name: str, hidden: Floats) -> Floats:
    return np.asarray(hidden @ weights[f"{name}.weight"].T + weights[f"{name}.bias"])


def _norm(weights: dict[str, Floats], name: str, hidden: Floats) -> Floats:
    centred = hidden - hidden.mean(axis=1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(axis=1, keepdims=True) + 1e-12)
    return np.asarray(scaled * weights[f"{name}.weight"] + weights[f"{name}.bias"])


def _by_head(numbers: Floats) -> list[Floats]:
    return np.split(numbers, HEADS, axis=1)


def _attend(query: Floats, key: Floats, value: Floats) -> Floats:
    scores = query @ key.T / np.sqrt(query.shape[1])
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(chances / chances.sum(axis=1, keepdims=True) @ value)


def _gelu(numbers: Floats) -> Floats:
    return np.asarray(0.5 * numbers * (1 + np.vectorize(math.erf)(numbers / np.sqrt(2))), np.float32)
