"""The steps from corpora to weights, each of which leaves a file and is passed over where the file is there."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import torch

from digests.attribution import load_tagger
from digests.attribution.tagging.wordpiece import load_wordpiece, vocabulary
from digests.training.batches import Numbers, in_order
from digests.training.corpora import Annotated, read_lines, read_marked_folder
from digests.training.encoders import student_folder, teacher_folder
from digests.training.evaluation.quality import report
from digests.training.examples import Example, read_example
from digests.training.graph import EIGHT_BITS, write_graph
from digests.training.learning import Plan, predict, train
from digests.training.network import LABELS, Student, Teacher
from digests.training.pruning import prune

_TEACHING = Plan(epochs=3, rate=8e-5)
_LEARNING_RATE = 3e-4
_AGAIN_RATE = 1.8e-4
_SECOND = 0.85  # weight of the second training in the average
_HEADS = 12  # of attention in MiniLM
_PRUNED_BY = 40  # batches whose text shows which neurons do little


@dataclass(frozen=True, slots=True)
class _Corpora:
    """What is learned from: annotated articles first, then those that the teachers alone speak of."""

    annotated: list[Annotated]
    teacher_only: list[Annotated]
    dev: list[Annotated]

    def examples(self) -> list[Example]:
        wordpiece = load_wordpiece()
        return [read_example(article, wordpiece) for article in (*self.annotated, *self.teacher_only)]


def run(options: argparse.Namespace) -> None:
    """All steps; `options` are those of the command line."""
    options.out.mkdir(parents=True, exist_ok=True)
    corpora = _Corpora(
        [*read_lines(options.polnear / "train.jsonl"), *(read_marked_folder(options.marked) if options.marked else ())],
        list(read_lines(options.more)) if options.more else [],
        list(read_lines(options.polnear / "dev.jsonl")),
    )
    examples = corpora.examples()
    teacher_outputs = _taught(examples, len(corpora.annotated), options.out, options.seed)
    student = _student(examples, teacher_outputs, options)
    weights = {name: values.float().numpy() for name, values in student.state_dict().items()}
    for name, levels in (("tagger.float.onnx", None), ("tagger.onnx", EIGHT_BITS)):
        path = options.out / name
        write_graph(path, weights, heads=_HEADS, levels=levels)
        print(f"{path}: {path.stat().st_size / 1e6:.2f} MB\n{report(corpora.dev, load_tagger(path.read_bytes()))}")


def _taught(examples: Sequence[Example], annotated: int, folder: Path, seed: int) -> list[Numbers]:
    """What is said of each example by a teacher that was not trained on it, or by both."""
    outputs = [_said_by_half(examples, annotated, half, folder, seed) for half in (0, 1)]
    held_out = [outputs[1 - number % 2][number] for number in range(annotated)]
    return [*held_out, *(_mean(outputs[0][number], outputs[1][number]) for number in range(annotated, len(examples)))]


def _said_by_half(
    examples: Sequence[Example], annotated: int, half: int, folder: Path, seed: int
) -> dict[int, Numbers]:
    """What the teacher of every second article says of the others."""
    path = folder / f"teacher{half}.npz"
    others = [number for number in range(len(examples)) if number >= annotated or number % 2 != half]
    if not path.exists():
        torch.manual_seed(seed + half)
        teacher = Teacher(teacher_folder(folder), vocabulary()).to(_device())
        train(teacher, examples[half:annotated:2], _TEACHING)
        outputs = predict(teacher, [examples[number] for number in others])
        np.savez(path, *outputs)
    with np.load(path) as file:
        return {number: file[f"arr_{place}"] for place, number in enumerate(others)}


def _mean(first: Numbers, second: Numbers) -> Numbers:
    """The mean of two teachers' chances of labels; links are the first one's: they point in spaces of their own."""
    chances = (torch.from_numpy(output[:, :LABELS].astype(np.float32)).softmax(-1) for output in (first, second))
    mean = first.copy()
    mean[:, :LABELS] = (sum(chances) / 2 + 1e-6).log().numpy()
    return mean


def _student(examples: Sequence[Example], teacher_outputs: Sequence[Numbers], options: argparse.Namespace) -> Student:
    """The student, trained twice: the second time warm, at a lower rate, and averaged with the first."""
    torch.manual_seed(options.seed)
    student = Student(student_folder())
    prune(student, options.neurons, (batch for _, batch in islice(in_order(examples[:100], 12), _PRUNED_BY)))
    states = []
    for number, (epochs, rate) in enumerate(((options.epochs, _LEARNING_RATE), (options.again, _AGAIN_RATE))):
        path = options.out / f"student{number}.pt"
        if not path.exists():
            train(student.to(_device()), examples, Plan(epochs, rate, options.seed + number), teacher_outputs)
            torch.save(student.state_dict(), path)
        states.append(torch.load(path, map_location="cpu"))
        student.load_state_dict(states[-1])
    first, second = states
    mean = {name: torch.lerp(first[name], second[name], _SECOND) for name in first}
    student.cpu().load_state_dict(mean)
    return student


def _device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")
