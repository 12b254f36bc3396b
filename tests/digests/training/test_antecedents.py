"""The weights by which whom a pronoun means is chosen follow the articles that they are fitted to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from digests.attribution import load_tagger
from digests.training.corpora import CorpusError
from digests.training.evaluation.antecedents import fit_antecedents, judge_antecedents, read_examples
from tests.paths import REPO

PASSAGES = REPO / "tests" / "data" / "pronouns" / "passages.jsonl"
SPEECH = "the gate was shut at noon"


def article(number: int, *, speaker_stays: bool) -> str:
    """Somebody who speaks, somebody else who comes in, and one of them as “he”."""
    text = f"Mayor Peter Hahn said that he was late. Carl Dunmore was in the square. He said that {SPEECH}."
    start = text.index(SPEECH)
    name = "Peter Hahn" if speaker_stays else "Carl Dunmore"
    quote = {"start": start, "end": start + len(SPEECH), "name": name}
    return json.dumps({"id": str(number), "text": text, "quotes": [quote]})


@pytest.mark.parametrize("speaker_stays", [True, False])
def test_weights_follow_who_was_meant(tmp_path: Path, *, speaker_stays: bool) -> None:
    """Whether the last speaker or whoever came in since is meant is learned."""
    path = tmp_path / "quoted.jsonl"
    path.write_text("\n".join(article(n, speaker_stays=speaker_stays) for n in range(4)))
    module: dict[str, dict[str, float]] = {}
    exec(fit_antecedents([path], None, load_tagger()), module)  # noqa: S102 - a module that was just written

    assert (module["WEIGHTS"]["spoke last"] > 0) is speaker_stays


def test_every_passage_gives_an_example() -> None:
    """The passages in our own words are about pronouns."""
    examples = list(read_examples([PASSAGES], None, load_tagger()))
    assert len({example.article for example in examples}) > 0.9 * len(PASSAGES.read_text(encoding="utf-8").splitlines())


def test_articles_are_judged_unseen(tmp_path: Path) -> None:
    """The judgement says how many references there are, and how many of them were right by the chance asked."""
    path = tmp_path / "quoted.jsonl"
    path.write_text("\n".join(article(n, speaker_stays=False) for n in range(6)))
    first, *rows = judge_antecedents(list(read_examples([path], None, load_tagger())), folds=3).splitlines()

    assert first == "6 references, 3 folds by article"
    assert rows[0].startswith("0.50  right 1.000  wrong 0.000")


def test_what_has_no_named_quotations_is_refused(tmp_path: Path) -> None:
    """A file of anything else is named with its line."""
    path = tmp_path / "quoted.jsonl"
    path.write_text('{"text": "He said so."}')
    with pytest.raises(CorpusError, match=r"quoted.jsonl:1: no article with named quotations"):
        fit_antecedents([path], None, load_tagger())
