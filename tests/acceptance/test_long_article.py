"""A digest of one long article says what an editor would."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.extraction import Extractor
from digests.composing.compose import compose_digest
from digests.models import Digest, SourcedClaim
from digests.relations import relate
from tests.long_article import KNOWLEDGE, article

NOW = datetime(2026, 2, 14, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def digest() -> Digest:
    """The digest of the article, in ten lines: two of them stand beside the claims that they differ from."""
    record = article()
    claims = relate([SourcedClaim(claim, record) for claim in Extractor(KNOWLEDGE)(record).claims])
    return compose_digest("Digest", claims, now=NOW, limit=10).digest


@pytest.mark.parametrize(
    ("claimant", "parts"),
    [
        ("IBS", ["Norrland area", "up to 7 km", "NW of Ostra", "(Thu 12 Feb)"]),
        ("Tavaria", ["captured Marrow", "(said Fri 13 Feb)", "unconfirmed", "no response yet"]),
        (
            "Wray",
            ["Morlandic troops have returned to combat", "(said Fri 13 Feb)", "differs from Corvian intelligence"],
        ),
        ("Veldrian General Staff", ["14,000 troops", "5,200 of those being deaths", "(said Thu 12 Feb)", "one side"]),
        ("Brandt", ["the situation in Tavaria is “far from easy”", "(said Wed 11 Feb)"]),
        ("Torvald", ["Veldria and Tavaria will send envoys “as soon as the roads allow”", "(said Mon 9 Feb)"]),
    ],
)
def test_a_short_digest_says_the_six_things(digest: Digest, claimant: str, parts: list[str]) -> None:
    """Each of the six has its claimant, its words, its figure with the bound, its date and its flags."""
    (line,) = [item.line for item in digest.items if item.claimant == claimant and parts[0] in item.body]

    assert [part for part in parts if part not in line] == []
    assert len(digest.items) <= 10
