"""What people say in the repository's own news is printed, whole and within the limits."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.knowledge.actors_file import read_actors
from digests.attribution import load_tagger
from digests.extraction.extract import extract
from digests.knowledge import Knowledge
from digests.models import Article, Claim, DigestItem
from tests.corpus import documents
from tests.digests.gazetteers import SmallGazetteer
from tests.honest import drawn_and_held
from tests.paths import CONFIG

ACTORS = read_actors([CONFIG / "actors.toml"])


@pytest.fixture(scope="module")
def read() -> list[tuple[Claim, Article]]:
    """Every claim of the corpus, both halves."""
    knowledge, tagger = Knowledge(SmallGazetteer(), ACTORS), load_tagger()
    articles = [document.article for half in ("train", "held") for document in documents(half)]
    return [(claim, article) for article in articles for claim in extract(article, knowledge, tagger).claims]


@pytest.fixture(scope="module")
def lines(read: list[tuple[Claim, Article]]) -> tuple[list[DigestItem], Counter[str]]:
    """The lines of the honest claims, and what is held back of them."""
    return drawn_and_held(read)


def test_honest_lines_pass_the_gate(lines: tuple[list[DigestItem], Counter[str]]) -> None:
    """Of what could be printed, 98 in 100 lines at least are let through."""
    drawn, held = lines

    assert len(drawn) > 400
    assert held.total() <= 0.02 * (len(drawn) + held.total()), held


def test_most_claims_can_be_printed(read: list[tuple[Claim, Article]], lines: tuple[list[DigestItem], object]) -> None:
    """Few claims are left out as nobody’s statement: some four in five of all that are found become lines."""
    assert len(lines[0]) >= 0.78 * len(read)


def test_lines_keep_to_their_limits(lines: tuple[list[DigestItem], object]) -> None:
    """Few bodies have more than 40 words or lines 240 characters, none 48 or 300, and nine in ten at most 24 words."""
    words = [len(line.body.split()) for line in lines[0]]
    longer = [line for line in lines[0] if len(line.body.split()) > 40 or len(line.line) > 240]

    assert len(longer) <= 0.02 * len(words)
    assert max(words) <= 48
    assert max(len(line.line) for line in lines[0]) <= 300
    assert sum(1 for count in words if count <= 24 + 1) >= 0.9 * len(words)  # “…” is no word
