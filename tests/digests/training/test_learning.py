"""The network learns what is annotated and what it is taught; needs the extra `train`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

torch = pytest.importorskip("torch", reason="the extra `train` is not installed")
transformers = pytest.importorskip("transformers", reason="the extra `train` is not installed")

from digests.attribution.tagging.wordpiece import load_wordpiece, vocabulary  # noqa: E402
from digests.training.batches import in_order  # noqa: E402
from digests.training.corpora import read_marked_folder  # noqa: E402
from digests.training.examples import Example, read_example  # noqa: E402
from digests.training.graph import write_graph  # noqa: E402
from digests.training.learning import Plan, predict, train  # noqa: E402
from digests.training.losses import annotation_losses, teacher_losses  # noqa: E402
from digests.training.network import Student, part_heads  # noqa: E402
from digests.training.pruning import prune  # noqa: E402
from tests.corpus import FOLDER  # noqa: E402

HEADS = 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A very small encoder with random weights, where a pre-trained one would lie."""
    path = tmp_path_factory.mktemp("encoder")
    torch.manual_seed(3)
    config = transformers.BertConfig(
        vocab_size=len(vocabulary()),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=HEADS,
        intermediate_size=24,
    )
    transformers.BertModel(config, add_pooling_layer=False).save_pretrained(path)
    return path


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    """Two articles of our own."""
    wordpiece = load_wordpiece()
    return [read_example(article, wordpiece) for article in list(read_marked_folder(FOLDER / "train"))[:2]]


def _loss(student: Student, examples: Sequence[Example]) -> float:
    student.eval()
    with torch.no_grad():
        losses = [
            float(annotation_losses(part_heads(student(batch.ids, batch.features, batch.mask)), batch).sum)
            for _, batch in in_order(examples, 4)
        ]
    return sum(losses) / len(losses)


def test_training_makes_the_loss_smaller(folder: Path, examples: list[Example]) -> None:
    """After some epochs a network agrees better with the annotation."""
    student = Student(folder)
    before = _loss(student, examples)
    train(student, examples, Plan(epochs=12, rate=3e-3, size=1), report=lambda _: None)
    assert _loss(student, examples) < 0.8 * before


def test_a_student_learns_from_its_teacher_alone(folder: Path, examples: list[Example]) -> None:
    """With all of the loss the teacher's, the student comes nearer to what the teacher says."""
    teacher, student = Student(folder), Student(folder)
    train(teacher, examples, Plan(epochs=12, rate=3e-3, size=1), report=lambda _: None)
    taught = predict(teacher, examples)
    bare = [Example(one.id, one.parts, one.source_owners, known=False) for one in examples]

    def distance() -> float:
        student.eval()
        with torch.no_grad():
            (_, batch), *_ = in_order(examples, 4)
            told = teacher(batch.ids, batch.features, batch.mask)
            heads = part_heads(student(batch.ids, batch.features, batch.mask))
            return float(teacher_losses(heads, batch, told).labels)

    before = distance()
    train(student, bare, Plan(epochs=12, rate=3e-3, size=1, share=1.0), taught, report=lambda _: None)
    assert distance() < 0.8 * before


def test_the_same_seed_makes_the_same_network(folder: Path, examples: list[Example]) -> None:
    """Training is repeatable."""
    found = []
    for _ in range(2):
        torch.manual_seed(5)
        student = Student(folder)
        train(student, examples, Plan(epochs=2, rate=1e-3, seed=5), report=lambda _: None)
        found.append(predict(student, examples)[0])
    assert np.array_equal(*found)


def test_the_file_says_what_the_network_says(folder: Path, examples: list[Example], tmp_path: Path) -> None:
    """A pruned network and its ONNX file give the same numbers."""
    student = Student(folder)
    prune(student, 18, (batch for _, batch in in_order(examples, 4)))
    path = tmp_path / "student.onnx"
    weights = {name: values.numpy() for name, values in student.eval().state_dict().items()}
    write_graph(path, weights, heads=HEADS, levels=None)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    ids, features = torch.randint(1000, 2000, (1, 30)), torch.randint(0, 6, (1, 30))
    (found,) = session.run(None, {"ids": ids.numpy(), "features": features.numpy()})
    with torch.no_grad():
        expected = student(ids, features, torch.ones_like(ids)).numpy()
    assert np.abs(found - expected).max() < 1e-4
