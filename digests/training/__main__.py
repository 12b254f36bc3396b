"""`python -m digests.training`: from annotated articles to the tagger's ONNX file, every step seeded.

    python -m digests.training convert CLONE DIR          a clone of PolNeAR as DIR/train.jsonl and DIR/dev.jsonl
    python -m digests.training run --polnear DIR --out DIR [--marked DIR] [--more FILE]
    python -m digests.training score ARTICLES.jsonl [--tagger FILE]
    python -m digests.training calibrate ARTICLES.jsonl [--tagger FILE]
    python -m digests.training reader JUDGED.jsonl --out DIR [--folds 3]
    python -m digests.training distil READER.onnx LINES.jsonl --out DIR [--layers 0 2 5]
    python -m digests.training certainty JUDGED.jsonl > digests/lines/certainty/weights.py
    python -m digests.training antecedents QUOTED.jsonl … [--marked DIR] > digests/speakers/salience/weights.py
    python -m digests.training antecedents QUOTED.jsonl … [--marked DIR] --folds 10
    python -m digests.training alignment STORIES.txt … [--real CLAIMS.jsonl] > digests/relations/aligning/weights.py

`run` leaves what each step made in `--out` and goes on from there when it is called again.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from digests.attribution import Tagger, load_tagger
from digests.training.corpora import Annotated, CorpusError, read_lines, read_polnear, write_lines
from digests.training.encoders import EncoderError
from digests.training.evaluation.alignment import fit_alignment
from digests.training.evaluation.antecedents import fit_antecedents, judge_antecedents, read_actors, read_examples
from digests.training.evaluation.calibration import calibrate
from digests.training.evaluation.certainty import fit_certainty
from digests.training.evaluation.quality import report
from digests.training.marks import MarkError


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns its exit status."""
    options = _parser().parse_args(arguments)
    try:
        options.work(options)
    except (CorpusError, EncoderError, MarkError, OSError) as error:
        print(f"digests.training: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m digests.training", description="Makes the tagger's weights.")
    commands = parser.add_subparsers(required=True)
    convert = commands.add_parser("convert", help="a clone of PolNeAR as JSON Lines; its test split is left alone")
    convert.add_argument("clone", type=Path)
    convert.add_argument("folder", type=Path)
    convert.set_defaults(work=_convert)
    run = commands.add_parser("run", help="teach two teachers, train the student on what they say, write the ONNX file")
    run.add_argument("--polnear", type=Path, required=True, help="folder with train.jsonl and dev.jsonl")
    run.add_argument("--out", type=Path, required=True, help="folder for what the steps make")
    run.add_argument(
        "--marked", type=Path, help="folder of articles with marks in them, such as tests/data/corpus/train"
    )
    run.add_argument("--more", type=Path, help="JSON Lines of articles that nobody annotated: id and text")
    run.add_argument("--epochs", type=int, default=11, help="of the student")
    run.add_argument("--again", type=int, default=6, help="of the student once more, from there, at a lower rate")
    run.add_argument("--neurons", type=int, default=1024, help="between the layers of the student, of 1536")
    run.add_argument("--seed", type=int, default=0)
    run.set_defaults(work=_run)
    reader = commands.add_parser("reader", help="teach the network that tells whether a line can be read alone")
    reader.add_argument("judged", type=Path, help="JSON Lines of judged lines")
    reader.add_argument("--out", type=Path, required=True, help="folder for line_reader.onnx and judged.jsonl")
    reader.add_argument("--folds", type=int, default=3, help="parts, each read by a network that saw only the others")
    reader.set_defaults(work=_teach_reader)
    distil = commands.add_parser("distil", help="a line reader of fewer layers, which says what the whole one says")
    distil.add_argument("reader", type=Path, help="the whole network's line_reader.onnx")
    distil.add_argument("lines", type=Path, help="JSON Lines of lines, judged or not")
    distil.add_argument("--out", type=Path, required=True, help="folder for line_reader.onnx")
    distil.add_argument("--layers", type=int, nargs="+", default=[0, 2, 5], help="of the whole network that stay")
    distil.set_defaults(work=_distil)
    certainty = commands.add_parser("certainty", help="the weights of a line's certainty, from judged claims")
    certainty.add_argument("judged", type=Path)
    certainty.set_defaults(work=lambda options: print(fit_certainty(options.judged), end=""))
    _add_antecedents(commands.add_parser("antecedents", help="the weights by which whom a pronoun means is chosen"))
    alignment = commands.add_parser("alignment", help="the weights by which two claims answer one question")
    alignment.add_argument("stories", type=Path, nargs="+", help="files of invented stories")
    alignment.add_argument("--real", type=Path, help="JSON Lines of claims of real news, with their articles")
    alignment.set_defaults(work=lambda o: print(fit_alignment(o.stories, o.real, load_tagger()), end=""))
    for name, description, work in (
        ("score", "how well a tagger reads annotated articles", report),
        ("calibrate", "the weights that turn its certainties into confidences", calibrate),
    ):
        command = commands.add_parser(name, help=description)
        command.add_argument("articles", type=Path)
        command.add_argument("--tagger", type=Path, help="an ONNX file (default: the packaged one)")
        command.set_defaults(work=_print_of(work))
    return parser


def _add_antecedents(command: argparse.ArgumentParser) -> None:
    command.add_argument("quoted", type=Path, nargs="+", help="JSON Lines of articles with named quotations")
    command.add_argument("--marked", type=Path, help="folder of articles with marks in them")
    command.add_argument("--folds", type=int, help="say how well it does on articles it has not seen, in so many parts")
    command.add_argument("--actors", type=Path, help="JSON Lines of the actors that are known (default: none)")
    command.set_defaults(work=_antecedents)


def _antecedents(options: argparse.Namespace) -> None:
    index = read_actors(options.actors)
    if options.folds:
        examples = list(read_examples(options.quoted, options.marked, load_tagger(), index))
        print(judge_antecedents(examples, options.folds))
    else:
        print(fit_antecedents(options.quoted, options.marked, load_tagger(), index), end="")


def _print_of(work: Callable[[list[Annotated], Tagger], object]) -> Callable[[argparse.Namespace], None]:
    def show(options: argparse.Namespace) -> None:
        tagger = load_tagger(options.tagger.read_bytes() if options.tagger else None)
        print(work(list(read_lines(options.articles)), tagger))

    return show


def _convert(options: argparse.Namespace) -> None:
    options.folder.mkdir(parents=True, exist_ok=True)
    for split in ("train", "dev"):
        count = write_lines(options.folder / f"{split}.jsonl", read_polnear(options.clone, split))
        print(f"{split}: {count} articles")


def _teach_reader(options: argparse.Namespace) -> None:
    from digests.training.line_reading import teach_line_reader  # noqa: PLC0415 - as below

    options.out.mkdir(parents=True, exist_ok=True)
    teach_line_reader(options.judged, options.out, folds=options.folds)


def _distil(options: argparse.Namespace) -> None:
    from digests.training.line_distilling import distil_line_reader  # noqa: PLC0415 - as below

    options.out.mkdir(parents=True, exist_ok=True)
    distil_line_reader(options.reader, options.lines, options.out, layers=options.layers)


def _run(options: argparse.Namespace) -> None:
    from digests.training.steps import run  # noqa: PLC0415 - only this command needs torch

    run(options)


if __name__ == "__main__":
    sys.exit(main())
