"""How well the engine reads news that it was not made with: floors a little below what is measured."""

from __future__ import annotations

import pytest

from bot.knowledge.actors_file import read_actors
from digests.attribution import load_tagger
from digests.models import Kind
from tests.corpus import documents
from tests.paths import CONFIG
from tests.quality import Quality, measure

ACTORS = read_actors([CONFIG / "actors.toml"])


@pytest.fixture(scope="module")
def quality() -> Quality:
    """The held half of the corpus, read once."""
    return measure(documents("held"), load_tagger(), ACTORS)


def test_attributions_agree_with_the_annotation(quality: Quality) -> None:
    """Who says what is found, and little else is."""
    assert quality.attributions.precision >= 0.91
    assert quality.attributions.recall >= 0.89


def test_claims_agree_with_the_annotation(quality: Quality) -> None:
    """What becomes a claim is what somebody says, estimates, denies or forecasts."""
    assert quality.claims.precision >= 0.91
    assert quality.claims.recall >= 0.85


@pytest.mark.parametrize(
    ("kind", "floor"),
    [("saying", 0.89), ("denial", 0.95), ("attitude", 0.88), ("forecast", 0.84), ("estimate", 0.82)],
)
def test_no_kind_of_cue_is_overlooked(quality: Quality, kind: Kind, floor: float) -> None:
    """Each kind of attribution is found."""
    assert quality.kinds[kind].share >= floor


def test_kinds_are_told_apart(quality: Quality) -> None:
    """A denial is called a denial, and a wish a wish."""
    assert quality.kind_named.share >= 0.93


@pytest.mark.parametrize(
    ("style", "floor"),
    [
        ("wire", 0.90),
        ("broadsheet", 0.92),
        ("local", 0.91),
        ("market", 0.91),
        ("feature", 0.81),
        ("live", 0.85),
        ("statement", 0.87),
    ],
)
def test_no_style_of_news_is_read_badly(quality: Quality, style: str, floor: float) -> None:
    """Wires, local papers, live pages and the rest are each read well."""
    assert quality.styles[style].f1 >= floor


def test_named_claimants_are_told(quality: Quality) -> None:
    """Pronouns, last names, short forms and roles lead to whom the text names."""
    assert quality.named.share >= 0.80


def test_nobody_unnamed_is_given_a_name(quality: Quality) -> None:
    """Sources that the text does not name are not taken for somebody it names."""
    assert quality.unnamed.share >= 0.94


def test_sentences_that_are_nobodys_stay_nobodys(quality: Quality) -> None:
    """The outlet's own sentences are given to no speaker, but for one in a hundred."""
    assert quality.narrator.all >= 100
    assert quality.narrator.all - quality.narrator.right <= 1
