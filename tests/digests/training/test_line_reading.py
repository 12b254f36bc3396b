"""The network that tells readable lines is taught by judged ones; needs the extra `train`."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra `train` is not installed")
transformers = pytest.importorskip("transformers", reason="the extra `train` is not installed")

from digests.attribution.tagging.onnx_runtime import open_network  # noqa: E402
from digests.attribution.tagging.wordpiece import load_wordpiece, vocabulary  # noqa: E402
from digests.lines.certainty.line_reader import WIDTH, LineReader  # noqa: E402
from digests.models import DigestItem  # noqa: E402
from digests.training import line_reading  # noqa: E402
from digests.training.corpora import CorpusError  # noqa: E402
from digests.training.line_distilling import distil_line_reader  # noqa: E402


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A very small encoder with random weights, where a pre-trained one would lie."""
    torch.manual_seed(3)
    config = transformers.BertConfig(
        vocab_size=len(vocabulary()),
        hidden_size=16,
        num_hidden_layers=3,
        num_attention_heads=2,
        intermediate_size=24,
    )
    transformers.BertModel(config, add_pooling_layer=False).save_pretrained(tmp_path / "encoder")
    return tmp_path / "encoder"


def test_what_was_judged_is_learned_and_written(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row is read by a network that saw none of its article's, and the file is one that the reader can run."""
    monkeypatch.setattr(line_reading, "student_folder", lambda: folder)
    rows = [
        {
            "article": {"id": f"a{n % 7}", "headline": "A bridge at Belsk"},
            "line": {"claimant": "Ida Holm", "body": "they saw it" if n % 2 else "the bridge at Belsk is open"},
            "alone": n % 2 == 0,
            "right": True,
            "judge": "ab"[n % 2],
        }
        for n in range(40)
    ]
    judged = tmp_path / "judged.jsonl"
    judged.write_text("\n".join(json.dumps(row) for row in rows))
    (tmp_path / "made").mkdir()
    line_reading.teach_line_reader(judged, tmp_path / "made", folds=2)

    made = [json.loads(line) for line in (tmp_path / "made" / "judged.jsonl").read_text().splitlines()]
    assert all(np.isfinite(row["read alone"]) for row in made)
    network = open_network((tmp_path / "made" / "line_reader.onnx").read_bytes(), WIDTH)
    item = DigestItem(claim_id="claim", claimant="Ida Holm", body="the bridge is open", source="Example")
    assert np.isfinite(LineReader(network, load_wordpiece()).score(item, "A bridge"))


def test_a_shorter_reader_says_what_the_whole_one_says(folder: Path, tmp_path: Path) -> None:
    """Of a few lines, a reader that has lost a layer gives each nearly the score that the whole one gives it."""
    whole, lines = tmp_path / "whole.onnx", tmp_path / "lines.jsonl"
    line_reading.write_reader(whole, line_reading.LineNetwork(folder, judges=1))
    bodies = [f"the bridge at Belsk is {word} and so is the road" for word in ("open", "shut", "old", "new")] * 40
    rows = [
        {"article": {"headline": "Roads"}, "line": {"claimant": "Ida Holm", "body": f"{body} {n % 5}"}}
        for n, body in enumerate(bodies)
    ]
    lines.write_text("\n".join(json.dumps(row) for row in rows))

    distil_line_reader(whole, lines, tmp_path, layers=[0, 2], heads=2)

    readers = [
        LineReader(open_network(path.read_bytes(), WIDTH), load_wordpiece())
        for path in (whole, tmp_path / "line_reader.onnx")
    ]
    items = [DigestItem(claim_id="c", claimant="Ida Holm", body=body, source="Example") for body in bodies[:4]]
    scores = np.array([[reader.score(item, "Roads") for item in items] for reader in readers])
    assert np.abs(scores[0] - scores[1]).max() < 0.2


def test_what_is_no_line_is_refused(folder: Path, tmp_path: Path) -> None:
    """A row that a shorter reader cannot learn from is named with its file and line."""
    line_reading.write_reader(tmp_path / "whole.onnx", line_reading.LineNetwork(folder, judges=1))
    (tmp_path / "lines.jsonl").write_text('{"line": {}}')
    with pytest.raises(CorpusError, match=r"lines.jsonl:1: no line"):
        distil_line_reader(tmp_path / "whole.onnx", tmp_path / "lines.jsonl", tmp_path, layers=[0], heads=2)


def test_what_is_no_judged_line_is_refused(tmp_path: Path) -> None:
    """A file of anything else is named with its line."""
    judged = tmp_path / "judged.jsonl"
    judged.write_text('{"article": {}}')
    with pytest.raises(CorpusError, match=r"judged.jsonl:1: no judged line"):
        line_reading.teach_line_reader(judged, tmp_path, folds=0)
