"""The sample records: sound, plainly samples, and with everything in them that a newcomer should see."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from bot.records import open_records
from digests.models import Article
from tests.paths import REPO

SPOKEN = {
    "a very important operation",
    "very difficult",
    "defending",
    "You will understand later",
    "would likely be engaged on the frontlines in eastern Ukraine",
    "is something we haven’t observed the Russians achieving anywhere along the front line",
    "far more significant than what these troops could have accomplished by defending within Ukraine",
    "eliminated",
    "as soon as possible",
    "We have made significant progress regarding Russia and Ukraine",
    "We are determined to put an end to that absurd war",
    "Ukrainian forces captured 909 Russian military personnel",
}
FIGURES = {"909", "2022", "4,000", "12,000", "16,100", "40,000", "78,000"}


@pytest.fixture(scope="module")
def samples() -> list[Article]:
    """The sample records as they are read."""
    found = list(open_records(str(REPO / "config" / "samples")))
    articles = [one for one in found if isinstance(one, Article)]
    assert articles == found
    return articles


def test_samples_are_plainly_samples(samples: list[Article]) -> None:
    """Every sample stands under an example domain, says that it is one, and is short."""
    for article in samples:
        assert re.fullmatch(r"https://\w+\.example/[\w/-]+", article.url or "")
        assert article.publisher.name.split()[0] in {"Example", "Sample", "Specimen", "Model"}
        assert (article.publisher.domain or "").endswith(".example")
        assert (article.note or "").startswith("Sample record")
        assert 80 <= len(article.body.split()) <= 220


def test_samples_are_ten_from_four(samples: list[Article]) -> None:
    """There are at least ten articles of at least four publishers, from 4 to 8 February 2025."""
    assert len({article.id for article in samples}) >= 10
    assert len({article.publisher.name for article in samples}) >= 4
    for article in samples:
        assert article.date_published is not None
        assert datetime(2025, 2, 4, tzinfo=UTC) <= article.date_published < datetime(2025, 2, 9, tzinfo=UTC)
        assert not article.zone_assumed


def test_a_copy_an_update_and_a_correction(samples: list[Article]) -> None:
    """One article is a copy of another; one has a second version with more in it; one a printed correction."""
    by_url = {article.url: article for article in samples}
    copies = [a for a in samples for origin in a.derived_from if origin.relation == "reprint"]
    later = [article for article in samples if article.version == 2]
    first = {article.id: article for article in samples if article.version == 1}

    assert [a.body == by_url[a.derived_from[0].url].body for a in copies] == [True]
    assert copies[0].publisher != by_url[copies[0].derived_from[0].url].publisher
    assert len([article for article in later if article.corrections]) == 1
    assert len([article for article in later if not article.corrections]) == 1
    for article in later:
        assert article.body != first[article.id].body
        assert article.url == first[article.id].url
        assert article.date_modified


@pytest.mark.parametrize(
    "pattern",
    [
        r"Zelensky said on Friday that North Korean troops are fighting in the Kursk area again",
        r"have not taken part in combat since mid-January",
        r"captured Toretsk.*Ukraine has not yet responded",
        r"“[^”]+[,.]?” (?:Trump|the General Staff) said",
        r"\b[Ss]he (?:told|said|noted)\b",
        r"\bHe said that\b",
        r"Some people in Ukraine, including soldiers",
        r"as much as five kilometers \(three miles\)",
    ],
)
def test_what_a_newcomer_should_see(samples: list[Article], pattern: str) -> None:
    """Differing claims, an unconfirmed capture, quotations, pronouns, an unnamed source and hedges are there."""
    assert any(re.search(pattern, article.body) for article in samples)


def test_nobody_is_quoted_with_invented_words(samples: list[Article]) -> None:
    """The samples name real people, so they quote only what those have said, and give only figures they gave."""
    for article in samples:
        quoted = re.findall(r"“([^”]*)”", f"{article.headline}\n{article.body}")
        assert {words.rstrip(",.") for words in quoted} <= SPOKEN
        assert {figure.rstrip(",") for figure in re.findall(r"\d[\d,]*", article.body)} <= FIGURES
