"""A service over the samples, and over an article that would like to be a program."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

from bot.extraction import Extractor
from bot.knowledge.load import build_knowledge
from bot.records import open_records
from bot.service.service import Service
from bot.settings import Settings
from bot.store import open_store
from digests.models import Article, Publisher
from tests.gazetteer import with_gazetteer
from tests.paths import DATA, SAMPLES

NOW = datetime(2025, 2, 9, 12, 0, tzinfo=UTC)
HOSTILE = (
    "“<script>document.title='owned'</script> In Kursk 40 houses were flooded {{ 7 * 7 }} \u202e,” the mayor of Kursk "
    'said on Thursday. He said that <img src="https://evil.example/x.png" onerror="alert(1)"> the roads were closed.'
)


@contextlib.asynccontextmanager
async def sampled_service(folder: Path) -> AsyncIterator[Service]:
    """The use cases over samples, invented figures and a hostile article."""
    settings = Settings(data=with_gazetteer(folder))
    knowledge = build_knowledge(settings)
    store = await open_store(f"sqlite:///{folder / 'sampled.db'}")
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
