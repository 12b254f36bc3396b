"""A service over the samples, and over an article that would like to be a program."""

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
from digests.models import Article, Publisher
from tests.paths import DATA, SAMPLES

NOW = datetime(2025, 2, 9, 12, 0, tzinfo=UTC)
HOSTILE = (
    "“<script>document.title='owned'</script> In Kursk 40 houses were flooded {{ 7 * 7 }} \u202e,” the mayor of Kursk "
    'said on Thursday. He said that <img src="https://evil.example/x.png" onerror="alert(1)"> the roads were closed.'
)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    """The use cases over samples, invented figures and a hostile article."""
    settings = Settings(data=tmp_path_factory.mktemp("data"))
    knowledge = build_knowledge(settings)
    store = await open_store(f"sqlite:///{tmp_path_factory.mktemp('store')}/page.db")
    service = Service(store, Extractor(knowledge), knowledge, clock=lambda: NOW)
    for path in (SAMPLES / "articles.jsonl", DATA / "figures/articles.jsonl"):
        for record in open_records(str(path)):
            assert isinstance(record, Article)
            await service.add_article(record)
    await service.add_article(
        Article(
            id="hostile",
            url="javascript:alert(1)",
            headline="Flood <b>in</b> Kursk",
            publisher=Publisher(name="<i>Evil</i> Wire"),
            date_published=datetime(2025, 2, 7, tzinfo=UTC),
            body=HOSTILE,
        )
    )
    yield service
    await store.close()
