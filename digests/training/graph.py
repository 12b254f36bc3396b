"""The network as an ONNX graph with int8 weights, written node by node.

Weights are int8 with one scale a column and multiplied by `DynamicQuantizeMatMul`, which quantises what comes in as it
runs; embeddings are int8 with one scale a row. Attention and layer norms are ONNX Runtime's fused operators
(`com.microsoft`). There is no mask: one window is run at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

_OPSET = 17
_MICROSOFT = "com.microsoft"
_EPSILON = 1e-12
EIGHT_BITS = 127  #: whole numbers on each side of nought
SEVEN_BITS = 63  #: the same where every processor is to compute the same: without VNNI, two products of more overflow

Floats = npt.NDArray[np.float32]


class _Graph:
    """Nodes and weights, gathered in order."""

    def __init__(self, *, levels: int | None) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._levels = levels

    def add(self, kind: str, *inputs: str, domain: str = "", outputs: int = 1, **attributes: object) -> str:
        """A node; its output is named after its kind and number."""
        name = f"{kind}{len(self.nodes)}"
        names = [name, *(f"{name}_{n}" for n in range(1, outputs))]
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return name

    def weight(self, name: str, values: npt.NDArray[np.generic]) -> str:
        """A constant."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def linear(self, name: str, hidden: str, matrix: Floats, bias: Floats) -> str:
        """Hidden × matrix + bias; the matrix is inputs × outputs."""
        if self._levels is None:
            product = self.add("MatMul", hidden, self.weight(f"{name}.matrix", matrix))
            return self.add("Add", product, self.weight(f"{name}.bias", bias))
        scale = np.maximum(np.abs(matrix).max(axis=0), 1e-8) / self._levels
        whole = np.clip(np.rint(matrix / scale), -self._levels, self._levels).astype(np.int8)
        return self.add(
            "DynamicQuantizeMatMul",
            hidden,
            self.weight(f"{name}.matrix", whole),
            self.weight(f"{name}.scale", scale.astype(np.float32)),
            self.weight(f"{name}.zero", np.zeros(len(scale), np.int8)),
            self.weight(f"{name}.bias", bias),
            domain=_MICROSOFT,
        )

    def embedding(self, name: str, numbers: str, table: Floats) -> str:
        """The rows of a table."""
        if self._levels is None:
            return self.add("Gather", self.weight(name, table), numbers)
        scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127
        whole = np.clip(np.rint(table / scale), -127, 127).astype(np.int8)
        rows = self.add("Cast", self.add("Gather", self.weight(name, whole), numbers), to=TensorProto.FLOAT)
        scales = self.add("Gather", self.weight(f"{name}.scale", scale.astype(np.float32)), numbers)
        return self.add("Mul", rows, scales)

    def norm(self, name: str, weights: Mapping[str, Floats], hidden: str, residual: str) -> str:
        """The layer norm of a sum."""
        scale, shift = (self.weight(f"{name}.{end}", weights[f"{name}.{end}"]) for end in ("weight", "bias"))
        return self.add("LayerNormalization", self.add("Add", hidden, residual), scale, shift, epsilon=_EPSILON)


def write_graph(
    path: Path, weights: Mapping[str, Floats], *, heads: int, levels: int | None = EIGHT_BITS, name: str = "tagger"
) -> None:
    """Writes a network's weights (names as in its state) as an ONNX file: `ids`, `features` → `numbers`.

    Args:
        path: Where to.
        weights: Arrays by name; `heads.weight` says how many numbers each piece gets.
        heads: Of its attention.
        levels: How far from nought its weights go as whole numbers; None leaves them floats.
        name: What the graph is called in the file.
    """
    graph = _Graph(levels=levels)
    hidden = _embed(graph, weights)
    layer = 0
    while f"encoder.encoder.layer.{layer}.attention.self.query.weight" in weights:
        hidden = _layer(graph, weights, f"encoder.encoder.layer.{layer}", hidden, heads)
        layer += 1
    # the heads are small and stay exact
    product = graph.add("MatMul", hidden, graph.weight("heads.matrix", weights["heads.weight"].T))
    graph.add("Add", product, graph.weight("heads.bias", weights["heads.bias"]))
    graph.nodes[-1].output[0] = "numbers"
    shape = ["batch", "length"]
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            name,
            [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in ("ids", "features")],
            [helper.make_tensor_value_info("numbers", TensorProto.FLOAT, [*shape, len(weights["heads.bias"])])],
            graph.weights,
        ),
        opset_imports=[helper.make_opsetid("", _OPSET), helper.make_opsetid(_MICROSOFT, 1)],
        ir_version=8,
    )
    onnx.save(model, path)


def read_graph(path: Path) -> dict[str, Floats]:
    """The weights of a network's file by the names of its state, whole numbers scaled back to what they stand for.

    Args:
        path: A file as `write_graph` writes it, of whatever whole numbers.
    """
    arrays = {array.name: numpy_helper.to_array(array) for array in onnx.load(path).graph.initializer}
    root = "encoder.embeddings"
    weights = {name: values for name, values in arrays.items() if ".LayerNorm." in name}
    for name, table in (("words", "word"), ("types", "token_type")):
        weights[f"{root}.{table}_embeddings.weight"] = _scaled(arrays, f"{root}.{name}")
    weights[f"{root}.position_embeddings.weight"] = arrays[f"{root}.places"]
    for name in [name for name in arrays if name.startswith("encoder.encoder.") and name.endswith(".matrix")]:
        layer = name.removesuffix(".matrix")
        matrix, bias = _scaled(arrays, layer, ".matrix").T, arrays[f"{layer}.bias"]
        if layer.endswith(".packed"):
            attention = f"{layer.removesuffix('packed')}attention.self"
            for part, rows, ends in zip(("query", "key", "value"), np.split(matrix, 3), np.split(bias, 3), strict=True):
                weights |= {f"{attention}.{part}.weight": rows, f"{attention}.{part}.bias": ends}
        else:
            weights |= {f"{layer}.dense.weight": matrix, f"{layer}.dense.bias": bias}
    return weights | {"heads.weight": arrays["heads.matrix"].T, "heads.bias": arrays["heads.bias"]}


def _scaled(arrays: Mapping[str, npt.NDArray[np.generic]], name: str, ending: str = "") -> Floats:
    values = np.asarray(arrays[f"{name}{ending}"], np.float32)
    return values * np.asarray(arrays.get(f"{name}.scale", 1.0), np.float32)


def _embed(graph: _Graph, weights: Mapping[str, Floats]) -> str:
    root = "encoder.embeddings"
    words = graph.embedding(f"{root}.words", "ids", weights[f"{root}.word_embeddings.weight"])
    types = graph.embedding(f"{root}.types", "features", weights[f"{root}.token_type_embeddings.weight"])
    length = graph.add("Slice", graph.add("Shape", "ids"), *(graph.weight(f"at{n}", np.array([n])) for n in (1, 2)))
    zero = graph.weight("zero", np.array([0]))
    table = graph.weight(f"{root}.places", weights[f"{root}.position_embeddings.weight"])
    places = graph.add("Slice", table, zero, length, zero)
    return graph.norm(f"{root}.LayerNorm", weights, graph.add("Add", words, places), types)


def _layer(graph: _Graph, weights: Mapping[str, Floats], root: str, hidden: str, heads: int) -> str:
    attention = f"{root}.attention.self"
    matrix, bias = (
        np.concatenate([weights[f"{attention}.{part}.{end}"] for part in ("query", "key", "value")])
        for end in ("weight", "bias")
    )
    width = len(bias) // 3
    projections = graph.linear(f"{root}.packed", hidden, matrix.T, bias)
    sizes = f"{root}.sizes"
    graph.weight(sizes, np.array([width] * 3))
    query = graph.add("Split", projections, sizes, outputs=3, axis=-1)
    context = graph.add("MultiHeadAttention", query, f"{query}_1", f"{query}_2", domain=_MICROSOFT, num_heads=heads)
    hidden = _added(graph, weights, f"{root}.attention.output", context, hidden)
    middle = graph.linear(
        f"{root}.intermediate",
        hidden,
        weights[f"{root}.intermediate.dense.weight"].T,
        weights[f"{root}.intermediate.dense.bias"],
    )
    return _added(graph, weights, f"{root}.output", graph.add("Gelu", middle, domain=_MICROSOFT), hidden)


def _added(graph: _Graph, weights: Mapping[str, Floats], root: str, inner: str, hidden: str) -> str:
    dense = graph.linear(root, inner, weights[f"{root}.dense.weight"].T, weights[f"{root}.dense.bias"])
    return graph.norm(f"{root}.LayerNorm", weights, dense, hidden)
