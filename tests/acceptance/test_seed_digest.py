"""A digest of one long article says what an editor would."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.extraction import Extractor
from bot.knowledge.load import build_knowledge
from bot.records import open_records
from bot.settings import Settings
from digests.composing.compose import compose_digest
from digests.models import Article, Digest, SourcedClaim
from digests.relations import relate
from tests.paths import REPO

SEED = REPO.parent / "shared" / "seed" / "article.json"
NOW = datetime(2025, 2, 8, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    """The digest of the article, in six lines."""
    if not SEED.exists():
        pytest.skip("the article is not here")
    read = Extractor(build_knowledge(Settings(data=tmp_path_factory.mktemp("data"))))
    articles = [record for record in open_records(str(SEED)) if isinstance(record, Article)]
    found = relate([SourcedClaim(claim, article) for article in articles for claim in read(article).claims])
    return compose_digest("Digest", found, now=NOW, limit=6).digest


@pytest.mark.parametrize(
    ("claimant", "parts"),
    [
        ("ISW", ["Kursk area", "up to 5 km", "SE of Sudzha", "(Thu 6 Feb)"]),
        ("Russia", ["captured Toretsk (Fri 7 Feb)", "unconfirmed", "no response yet"]),
        ("Zelensky", ["North Korean troops have re-engaged in combat", "(Fri 7 Feb)", "differs from South Korean"]),
        ("Ukrainian General Staff", ["40,000 troops", "16,100 of those being fatalities", "(Thu 6 Feb)", "one side"]),
        ("Putin", ["the situation in Kursk is “very difficult”", "(Wed 5 Feb)", "own side"]),
        ("Trump", ["“We have made significant progress regarding Russia and Ukraine”", "(Mon 3 Feb)"]),
    ],
)
def test_six_lines_say_the_six_things(digest: Digest, claimant: str, parts: list[str]) -> None:
    """Each of the six has its claimant, its words, its figure with the bound, its date and its flags."""
    (line,) = [item.line for item in digest.items if item.claimant == claimant]

    assert [part for part in parts if part not in line] == []
    assert len(digest.items) == 6
