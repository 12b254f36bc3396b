"""Questions in readers' words, over the samples and over invented articles: each gives just its claims."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.extraction import Extractor
from bot.knowledge.load import build_knowledge
from bot.records import open_records
from bot.service.service import Service
from bot.settings import Settings
from bot.store import open_store
from digests.models import Article
from digests.query.request import read_request
from tests.gazetteer import with_gazetteer
from tests.paths import DATA, SAMPLES

NOW = datetime(2025, 2, 9, 12, 0, tzinfo=UTC)
WRONG = 3  #: so many of all, at most

#: Over the invented articles: a question, and the beginnings of the claims that answer it.
INVENTED = {
    # places, sentence-initial too, and everything inside them
    "Kursk": ["In Kursk", '"The bridges'],
    "Kursk region": ["In Kursk", '"The bridges'],
    "Kursk oblast": ["In Kursk", '"The bridges'],
    "the Kursk area": ["In Kursk", '"The bridges'],
    "Kurks": ["In Kursk", '"The bridges'],
    "Kharkiv": ["drones had hit"],
    "Kharkiv region": ["drones had hit"],
    "city of Kharkiv": ["drones had hit"],
    "Kharkov": ["drones had hit"],
    "Odesa": ["900 members", "the walkout", "the union had", "the buses"],
    "odessa": ["900 members", "the walkout", "the union had", "the buses"],
    "West Bank": ["Settlers burned", "the cars"],
    "the West Bank": ["Settlers burned", "the cars"],
    "Darfur": ["In Darfur"],
    "Port Sudan": ["it had shot"],
    "Ohio": ["the ballots"],
    "Lebanon, Ohio": ["the ballots"],
    "Beirut": ["12 people"],
    "Tbilisi": ["protesters"],
    "Atlanta": ["turnout", "300 beds"],
    "South China Sea": ["its ships"],
    "Spratly Islands": ["two boats"],
    "Tripoli": ["the harbour"],
    "Libya": ["exports"],
    "Caracas": ["Shops in"],
    "Valencia": ["Shops in", "prices had", "that bread"],
    "Venezuela": ["Shops in", "prices had", "that bread"],
    "London": ["In London", "9,000"],
    "Belgorod": ["a drone", "the refinery", "that the refinery"],
    # persons and bodies that only the texts know
    "Oksana Velytska": ['"The bridges', "drones had hit"],
    "Velytska": ['"The bridges', "drones had hit"],
    "by:Velytska": ['"The bridges', "drones had hit"],
    "Reinfeld": ["the union had", "the buses"],
    "Sunhill Relief Fund": ["In Darfur", '"The bridges', "drones had hit"],
    "SRF": ["In Darfur", '"The bridges', "drones had hit"],
    "Harbour Workers Union": ["900 members", "the walkout"],
    "HWU": ["900 members", "the walkout"],
    "Brandmoor": ["prices had", "that bread"],
    "Ilse Brandmor": ["prices had", "that bread"],
    "by:Reinfeld": ["the union had"],
    # a place with an office, a title with a last name, and bodies that share their last words
    "Georgia governor": ["the coast"],
    "governor of Georgia": ["the coast"],
    "Governor Feldt": ["the coast"],
    "Governer of Georgia": ["the coast"],
    # whoever claims give an office, and nobody whose office is another or over
    "Finland's interior minister": ["the crossing", "two guards"],
    'by:"interior minister of Finland"': ["the crossing", "two guards"],
    "Finnish interior minister on guards": ["two guards"],
    "Ghanaian ambassador to Norway": ["visas"],
    "Sunhill Relief Fund beds": [],
    "Sunhill Releif Fund": ["In Darfur", '"The bridges', "drones had hit"],
    "Kharkiv oblast drones": ["drones had hit"],
    "Lebanon interior minister": [],
    "interior minister": ["the crossing", "two guards", "the closure", "trains"],
    "Red Cross": ["300 beds", "it would send"],
    "Canadian Red Cross": ["it would send"],
    # topics, filters and other words
    "drones": ["drones had hit", "a drone", "it had shot"],
    "drone": ["drones had hit", "a drone", "it had shot"],
    "Zelensky drones": ["a drone"],
    "drones in Kharkiv": ["drones had hit"],
    "Odesa buses": ["the buses"],
    "strike Odesa": ["900 members"],
    "Brandmoor on prices": ["prices had"],
    "refinery by:Putin": ["the refinery"],
    "refinery": ["a drone", "the refinery", "that the refinery"],
    "Belgorod kind:denial": ["that the refinery"],
    "putn": ["the refinery was"],
    "EU": ["it would fund"],
    "Ukrainian trawler": ["the Ukrainian trawler"],
    "Aas on the trawler": ["the Ukrainian trawler"],
    "Brekke": ["its other trawler"],
}
#: The same over the samples.
SAMPLED = {
    "Toretsk": ["that it had captured Toretsk"],
    'captured by:"General Staff"': ["“Ukrainian forces captured 909"],
    "Toretsk since:3d": ["that it had captured Toretsk"],
    "Kursk bargaining": ["that Kyiv sees the Kursk", "that Kyiv regards Kursk"],
    "by:Putin": ["that the situation in"],
    "Putin difficult": ["that the situation in"],
    "North Koreans killed or injured": ["that approximately 4,000"],
    "Toretsk status:unconfirmed": ["that it had captured Toretsk"],
}


async def _service(tmp: pytest.TempPathFactory, path: str) -> AsyncIterator[Service]:
    settings = Settings(data=with_gazetteer(tmp.mktemp("data")))
    knowledge = build_knowledge(settings)
    store = await open_store(f"sqlite:///{tmp.mktemp('store')}/q.db")
    service = Service(store, Extractor(knowledge), knowledge, clock=lambda: NOW, splitters={})
    for record in open_records(path):
        if isinstance(record, Article):
            await service.add_article(record)
    yield service
    await store.close()


async def _wrong(service: Service, table: dict[str, list[str]]) -> dict[str, tuple[list[str], list[str]]]:
    """The questions that give other claims than they should: what is missing, and what is too much."""
    wrong = {}
    for asked, beginnings in table.items():
        found = await _found(service, asked)
        missing = [start for start in beginnings if not any(text.startswith(start) for text in found)]
        too_much = [text for text in found if not any(text.startswith(start) for start in beginnings)]
        if missing or too_much:
            wrong[asked] = (missing, too_much)
    return wrong


async def _found(service: Service, asked: str) -> set[str]:
    """The passages of all claims on all pages of an answer."""
    found, page = set(), None
    while True:
        answer = await service.claims(read_request(asked), page=page)
        found |= {(await service.source(item.claim_id)).exact for item in answer.digest.items}
        page = answer.next_page
        if page is None:
            return found


async def test_questions_in_readers_words(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Of sixty questions and more at most three give a claim too few or too many."""
    assert len(INVENTED) + len(SAMPLED) >= 60
    wrong: dict[str, tuple[list[str], list[str]]] = {}
    for path, table in ((DATA / "questions/articles.jsonl", INVENTED), (SAMPLES / "articles.jsonl", SAMPLED)):
        async for service in _service(tmp_path_factory, str(path)):
            wrong |= await _wrong(service, table)
    assert len(wrong) <= WRONG, "\n".join(f"{asked}: {told}" for asked, told in wrong.items())
