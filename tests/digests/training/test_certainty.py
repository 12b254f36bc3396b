"""The weights of a line's certainty follow what was judged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from digests.lines.certainty import certainty, weighed
from digests.lines.line import claim_line
from digests.models import Claimant, DigestItem
from digests.training.corpora import CorpusError
from digests.training.evaluation.certainty import fit_certainty
from tests.make import NOW, article, spoken

TEXT = "Ida Holm said that the bridge at Belsk was open to all 40 trucks."
CONTENT = "the bridge at Belsk was open to all 40 trucks"


def row(confidence: float, *, right: bool) -> str:
    """A judged claim."""
    claimant = Claimant(name="Ida Holm", surface="Ida Holm")
    claim = spoken(TEXT, CONTENT, "Ida Holm", "said", claimant=claimant, confidence=confidence)
    of = article(TEXT)
    values = {"article": of.model_dump(mode="json"), "claim": claim.model_dump(mode="json")}
    return json.dumps({**values, "right": right, "alone": True})


def test_weights_follow_what_was_judged(tmp_path: Path) -> None:
    """Where sure readings were right and others were not, the tagger's confidence has a weight above nought."""
    judged = tmp_path / "judged.jsonl"
    judged.write_text("\n".join(row(0.55 + n / 50, right=n > 8) for n in range(20)))
    module: dict[str, dict[str, float]] = {}
    exec(fit_certainty(judged), module)  # noqa: S102 - a module that was just written

    assert module["RIGHT"]["confidence"] > 0


def test_a_line_that_is_drawn_no_longer_counts(tmp_path: Path) -> None:
    """A claim that was judged by a line of other words is learned from by that line."""
    words = "“They want more of the river than anybody”"
    line = {"claim_id": "claim", "claimant": "Ida Holm", "body": words, "source": "Example"}
    judged = tmp_path / "judged.jsonl"
    judged.write_text("\n".join(json.dumps({**json.loads(row(0.9, right=n > 8)), "line": line}) for n in range(20)))

    assert '"unheld group"' in fit_certainty(judged)


def test_what_is_no_judged_claim_is_refused(tmp_path: Path) -> None:
    """A file of anything else is named with its line."""
    judged = tmp_path / "judged.jsonl"
    judged.write_text('{"article": {}}')
    with pytest.raises(CorpusError, match=r"judged.jsonl:1: no judged claim"):
        fit_certainty(judged)


def test_certainty_is_a_probability() -> None:
    """A line that was read with more confidence is not less certain."""
    chances = []
    for confidence in (0.5, 0.8, 0.99):
        claim = spoken(TEXT, CONTENT, "Ida Holm", "said", confidence=confidence)
        item = claim_line(claim, article(TEXT), now=NOW)
        assert isinstance(item, DigestItem)
        chances.append(certainty(claim, item, article(TEXT)))

    assert chances == sorted(chances)
    assert 0 < chances[0] < chances[-1] < 1


def test_what_may_be_wrong_weighs_more() -> None:
    """Of two lines with the same two chances, the one that is less likely right is worth less."""
    assert weighed(0.8, 0.9) < weighed(0.9, 0.8)
