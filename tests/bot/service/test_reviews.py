"""Fact checks of others: their word for a claim stands beside it under their name, and never as a line of its own."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.exports.jsonld import claim_json_ld
from bot.extraction import Extractor
from bot.knowledge.load import build_knowledge
from bot.records import open_records
from bot.service.service import Service
from bot.settings import Settings
from bot.store import open_store
from digests.models import Article, Publisher, Request, Review
from tests.gazetteer import with_gazetteer
from tests.make import NOW, SAID, article
from tests.paths import DATA

SAYING = "“The river rose by two meters,” the mayor of Bergen, Siri Holmgren, said on Thursday."
QUESTION = Request(about="holmgren")


@pytest_asyncio.fixture
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    """The use cases over nothing yet."""
    knowledge = build_knowledge(Settings(data=with_gazetteer(tmp_path)))
    store = await open_store(f"sqlite:///{tmp_path / 'reviews.db'}")
    yield Service(store, Extractor(knowledge), knowledge, clock=lambda: NOW)
    await store.close()


def check(**changes: object) -> Article:
    """A fact check of what the mayor said."""
    [record] = open_records(str(DATA / "records/good/claim_review.jsonld"))
    assert isinstance(record, Article)
    return record.model_copy(update=changes)


async def _flags(service: Service) -> list[tuple[str, tuple[str, ...]]]:
    digest = (await service.claims(QUESTION)).digest
    return [(item.body, item.flags) for item in digest.items]


@pytest.mark.parametrize("is_first", [True, False])
async def test_the_checkers_word_stands_beside_the_claim(service: Service, *, is_first: bool) -> None:
    """Whichever comes first, the claim says who rates it how, and the check is no second line of it."""
    articles = [check(), article(SAYING)] if is_first else [article(SAYING), check()]
    for one in articles:
        assert await service.add_article(one)

    assert await _flags(service) == [("“The river rose by two meters”", ("rated “Mostly false” by Check House",))]


async def test_the_claims_page_says_who_has_checked_it(service: Service) -> None:
    """There the rating stands with the checker's name, and the check has no line."""
    await service.add_article(article(SAYING))
    await service.add_article(check())
    [item] = (await service.claims(QUESTION)).digest.items

    dossier = await service.dossiers.dossier(item.claim_id)
    [related] = dossier.related
    linked = json.loads(claim_json_ld(dossier))

    assert (related.kind, related.item) == ("reviewed by", None)
    assert related.verdict == "Check House rates it “Mostly false”"
    assert (linked["@type"], linked["author"]["@type"]) == ("Claim", "Person")
    assert linked["review"] == [
        {
            "@type": "ClaimReview",
            "author": {"@type": "Organization", "name": "Check House"},
            "reviewRating": {"@type": "Rating", "alternateName": "Mostly false"},
            "url": "https://check.example/reviews/bridge",
        }
    ]


async def test_a_check_of_somebody_elses_words_is_none_of_it(service: Service) -> None:
    """The same words of another person are not rated, and no claim becomes more common by being checked."""
    await service.add_article(article(SAYING))
    await service.add_article(check(review=Review(claimant="Ole Berg", rating="False", said_at=SAID)))

    assert await _flags(service) == [("“The river rose by two meters”", ())]


async def test_a_withdrawn_check_rates_nothing(service: Service) -> None:
    """When the checker takes it back, the claim stands as before."""
    await service.add_article(article(SAYING))
    await service.add_article(check())
    await service.add_article(check(status="canceled"))

    assert await _flags(service) == [("“The river rose by two meters”", ())]


async def test_what_a_checker_writes_is_plain_text(service: Service) -> None:
    """A rating is untrusted as an article's text is, and is kept short."""
    house = Publisher(name="@everyone <b>House</b>", domain="check.example")
    await service.add_article(article(SAYING))
    await service.add_article(
        check(
            publisher=house,
            review=Review(claimant="Siri Holmgren", rating="False\u202e · denied by Oslo", said_at=SAID),
        )
    )

    [(_, [flag])] = await _flags(service)
    assert flag.isprintable()
    assert "·" not in flag
