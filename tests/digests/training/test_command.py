"""The command line of training, as far as it goes without the extra `train`."""

from __future__ import annotations

from pathlib import Path

import pytest

from digests.training.__main__ import main
from digests.training.corpora import read_marked_folder, write_lines
from tests.corpus import FOLDER


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Annotated articles of our own as JSON Lines."""
    path = tmp_path_factory.mktemp("lines") / "own.jsonl"
    write_lines(path, list(read_marked_folder(FOLDER / "held"))[:8])
    return path


def test_a_clone_is_converted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`convert` writes both splits that may be used, and says how many articles they hold."""
    for split in ("train", "dev", "test"):
        for kind, name, content in (("text", "a.txt", "Ada said so."), ("attributions", "a_x1.ann", "")):
            path = tmp_path / "clone" / "data" / split / kind / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
    assert main(["convert", str(tmp_path / "clone"), str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out == "train: 1 articles\ndev: 1 articles\n"
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"train.jsonl", "dev.jsonl"}


def test_a_tagger_is_scored(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`score` prints how well the packaged tagger reads articles."""
    assert main(["score", str(articles)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("8 articles: precision 0.9")


def test_a_tagger_is_calibrated(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`calibrate` prints weights under which a surer content is more likely right."""
    assert main(["calibrate", str(articles)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Calibration(content=")
    assert float(told.split("content=")[1].split(",")[0]) > 0


@pytest.mark.parametrize("command", [["convert", "{}/nothing", "{}/out"], ["score", "{}/nothing.jsonl"]])
def test_a_missing_corpus_is_one_line(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong path ends with status 1 and one line that names it, not with a traceback."""
    assert main([part.format(tmp_path) for part in command]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "nothing" in told
