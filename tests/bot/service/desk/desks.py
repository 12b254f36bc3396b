"""A service with a desk, articles in which every sentence is a claim, and a channel that keeps what is posted."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from bot.delivery.worker import DeliveryWorker
from bot.models import Delivery, DeskItem
from bot.service.desk.decisions import Review
from bot.service.service import Service
from bot.store import SqlStore
from digests.actors import ActorIndex
from digests.extraction.extract import Extraction
from digests.knowledge import Knowledge
from digests.models import Article, Claim, Claimant, Passage
from tests import make
from tests.digests.gazetteers import SmallGazetteer

START = datetime(2025, 2, 8, 9, 0, tzinfo=UTC)
HOME = "discord:1"
BODY = "Ida Holm said 14 houses had been damaged in the town. Ola Brandt said the bridge was open again."
_SAID = re.compile(r"(\w+ \w+) said ([^.]+)\.")


def read(article: Article) -> Extraction:
    """The claims of an article in which every sentence is one."""
    return Extraction((), tuple(_claim(article, match) for match in _SAID.finditer(article.body)), ())


def _claim(article: Article, match: re.Match[str]) -> Claim:
    speaker, words = match.groups()
    claim = make.spoken(article.body, words, speaker, "said")
    passage = Passage(
        article_id=article.id, version=article.version, start=match.start(2), end=match.end(2), exact=words
    )
    claimant = Claimant(actor_id=f"person:{speaker}", name=speaker, surface=speaker, resolved_by="local")
    key = f"{article.id}-{article.version}-{match.start()}"
    return claim.model_copy(update={"id": key, "passage": passage, "claimant": claimant})


class Channel:
    """A channel that keeps what stands in it, and the notes."""

    def __init__(self) -> None:
        self.messages: dict[str, list[str]] = {}
        self.notes: list[list[str]] = []
        self.name = "discord"

    async def post(self, delivery: Delivery) -> str:
        """Post, edit or note."""
        lines = [item.line for item in delivery.digest.items]
        if delivery.thread:
            self.notes.append(lines)
            return f"n{len(self.notes)}"
        key = delivery.edits or f"m{len(self.messages)}"
        self.messages[key] = lines
        return key


class Desk:
    """A service with a desk, and a channel with a daily digest."""

    def __init__(self, store: SqlStore) -> None:
        self.store, self.now, self.channel = store, START, Channel()
        knowledge = Knowledge(SmallGazetteer(), ActorIndex([]))
        self.service = Service(
            store,
            read,
            knowledge,
            clock=lambda: self.now,
            splitters={"discord": lambda digest: [digest]},
            review=Review(HOME),
        )
        self.desk = self.service.desk

    async def post(self) -> list[str]:
        """Post what is new, and all edits; gives the lines of the first message."""
        self.now += timedelta(hours=1)
        if not await self.store.schedules():
            await self.store.add_schedule(make.schedule(covered_until=START - timedelta(days=1)))
        [schedule] = await self.store.schedules()
        await self.service.queue_digest(schedule, self.now)
        await DeliveryWorker(self.store, {"discord": self.channel}).deliver_due(self.now)
        await DeliveryWorker(self.store, {"discord": self.channel}).deliver_due(self.now)
        return next(iter(self.channel.messages.values()), [])

    async def found(self) -> list[str]:
        """Every claim that a digest could print."""
        digest = await self.service.preview()
        return [item.line for item in digest.items]

    async def submit(self, body: str = BODY, article_id: str = "a", **options: object) -> DeskItem:
        """Let an article wait."""
        article = make.article(body, id=article_id, date_published=START)
        item = await self.desk.submit(article, "https://wire.example/feed", tenant=HOME, **options)  # type: ignore[arg-type]
        assert item is not None
        return item
