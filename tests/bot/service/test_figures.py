"""What `/figures` tells of records: each amount with its bound, under its claimant, and no two things in one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from bot.extraction import Extractor
from bot.knowledge.load import build_knowledge
from bot.records import open_records
from bot.service.service import Service
from bot.settings import Settings
from bot.store import open_store
from digests.errors import BadQueryError
from digests.models import Article, Figures
from digests.query.request import read_request
from digests.series import amount_text
from tests.gazetteer import with_gazetteer
from tests.paths import DATA, SAMPLES

pytestmark = pytest.mark.asyncio(loop_scope="module")

NOW = datetime(2025, 2, 9, 12, 0, tzinfo=UTC)

#: Each amount that is drawn of the invented records, and who claims it.
CLAIMED = {
    "Russia: troops lost · Kursk Oblast": [
        ("Ukrainian General Staff", "38,000", "said Wed 5 Feb"),
        ("Ukrainian General Staff", "40,000", "said Thu 6 Feb"),
    ],
    "Ukraine: troops lost · Kursk Oblast": [("Russian Defence Ministry", "more than 55,000", "article Wed 5 Feb")],
    "killed · Kursk Oblast": [("Ukrainian General Staff", "16,100", "said Thu 6 Feb")],
    "Russian troops, stationed · Kursk Oblast": [("Ukrainian military", "about 78,000", "article Thu 6 Feb")],
    "North Korean soldiers, deployed · Kursk Oblast": [
        ("South Korean intelligence", "about 12,000", "article Fri 7 Feb"),
        ("White House", "up to 11,000", "article Fri 7 Feb"),
    ],
    "North Korean troops, killed or injured · Kursk Oblast": [
        ("Ukrainian officials and Western intelligence", "about 4,000", "article Fri 7 Feb")
    ],
    "civilians killed · Sudzha": [
        ("Ukrainian military", "up to 5", "Tue 4 Feb"),
        ("the governor", "at least 20", "Tue 4 Feb"),
    ],
    "houses, burned · Sudzha": [("Oxfam", "Hundreds", "article Wed 5 Feb")],
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    """The use cases over the invented records."""
    settings = Settings(data=with_gazetteer(tmp_path_factory.mktemp("data")))
    knowledge = build_knowledge(settings)
    store = await open_store(f"sqlite:///{tmp_path_factory.mktemp('store')}/figures.db")
    service = Service(store, Extractor(knowledge), knowledge, clock=lambda: NOW)
    for record in open_records(str(DATA / "figures/articles.jsonl")):
        assert isinstance(record, Article)
        await service.add_article(record)
    yield service
    await store.close()


def told(figures: Figures) -> dict[str, list[tuple[str, str, str]]]:
    """Who claims how much, and when, by measure."""
    return {
        measure.title: [(r.claimant, amount_text(r, measure.unit), r.date) for r in measure.readings]
        for measure in figures.measures
    }


async def test_each_amount_is_its_claimants(service: Service) -> None:
    """Losses of two armies, the dead and the lost, and places are told apart; bounds and claimants are the text's."""
    assert told(await service.figures(read_request("kursk"))) == CLAIMED


async def test_only_what_was_brought_up_to_date_is_joined(service: Service) -> None:
    """The later count of one claimant says that it updates the earlier one; those of others do not."""
    [losses] = (await service.figures(read_request("kursk"), measure="Russia lost")).measures

    earlier, later = losses.readings
    assert set(later.updates) == set(earlier.claim_ids)
    assert not earlier.updates


async def test_claimants_who_differ_say_so(service: Service) -> None:
    """Two amounts that exclude each other stand in one measure, each with a flag that names the other."""
    [civilians] = (await service.figures(read_request("sudzha"), measure="civilians")).measures

    military, governor = civilians.readings
    assert military.disputes == governor.claim_ids
    assert any(flag.startswith("differs from Ukrainian military") for flag in governor.flags)


@pytest.mark.parametrize(("words", "count"), [("killed", 3), ("dead", 3), ("soldiers deployed", 1), ("tanks", 0)])
async def test_words_narrow_the_measures(service: Service, words: str, count: int) -> None:
    """A measure is found by any form of its words; where none is, those there are are named."""
    figures = await service.figures(read_request("kursk"), measure=words)

    assert len(figures.measures) == count
    assert bool(figures.notice) == (not figures.measures)
    assert "There is" in figures.notice or figures.measures


async def test_the_claimant_and_the_time_narrow_them(service: Service) -> None:
    """`by:` and `since:` mean what they mean for claims."""
    figures = await service.figures(read_request("kursk by:russia since:2025-02-05"))

    assert list(told(figures)) == ["Ukraine: troops lost · Kursk Oblast"]


async def test_a_subject_is_needed(service: Service) -> None:
    """Nobody is told all figures of everything."""
    with pytest.raises(BadQueryError, match="about"):
        await service.figures(read_request(""))


async def test_the_samples_have_theirs(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What one article narrates is nobody's claim, and is not drawn: 12,000 stands in no measure of the samples."""
    settings = Settings(data=with_gazetteer(tmp_path_factory.mktemp("data")))
    knowledge = build_knowledge(settings)
    store = await open_store(f"sqlite:///{tmp_path_factory.mktemp('store')}/samples.db")
    service = Service(store, Extractor(knowledge), knowledge, clock=lambda: NOW)
    for record in open_records(str(SAMPLES / "articles.jsonl")):
        assert isinstance(record, Article)
        await service.add_article(record)
    figures = await service.figures(read_request("kursk"))
    await store.close()

    values = {reading.value for measure in figures.measures for reading in measure.readings}
    assert {40_000, 16_100, 78_000} <= values
    assert 12_000 not in values
