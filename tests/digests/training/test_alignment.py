"""The weights by which two claims answer one question follow the stories that they are fitted to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from digests.attribution import load_tagger
from digests.training.corpora import CorpusError
from digests.training.evaluation.alignment import fit_alignment
from tests.digests.relations.stories import FOLDER
from tests.make import article, spoken

TEXT = "Ida Holm said that the bridge at Belsk was open."


def test_weights_follow_the_stories(tmp_path: Path) -> None:
    """Words that two claims share speak for one question, and that only one of them counts something against it."""
    claim = spoken(TEXT, "the bridge at Belsk was open", "Ida Holm", "said")
    real = tmp_path / "real.jsonl"
    rows = {"article": article(TEXT).model_dump(mode="json"), "claim": claim.model_dump(mode="json")}
    real.write_text(json.dumps(rows), encoding="utf-8")
    story = tmp_path / "story.txt"
    story.write_text((FOLDER / "dev.txt").read_text(encoding="utf-8").split("\n= ")[0], encoding="utf-8")
    module: dict[str, dict[str, float]] = {}
    exec(fit_alignment([story], real, load_tagger()), module)  # noqa: S102 - a module that was just written

    assert module["WEIGHTS"]["shared of the longer"] > 0 > module["WEIGHTS"]["one counts"]


def test_what_is_no_claim_is_refused(tmp_path: Path) -> None:
    """A file of anything else is named with its line."""
    real = tmp_path / "real.jsonl"
    real.write_text('{"article": {}}', encoding="utf-8")
    with pytest.raises(CorpusError, match=r"real.jsonl:1: no claim"):
        fit_alignment([], real, load_tagger())
