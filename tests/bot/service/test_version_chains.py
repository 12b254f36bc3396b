"""Whatever becomes of a record, what stands in a channel is what would be posted now, with the old words struck out."""

from __future__ import annotations

import asyncio
import itertools
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.delivery.worker import DeliveryWorker
from bot.models import Delivery, Destination, PlatformName
from bot.platforms import PLATFORMS, Platform
from bot.service.corrections import revise_flags, revise_posted
from bot.store import SqlStore, open_store
from digests.composing.compose import compose_digest
from digests.lines.line import claim_line
from digests.models import Article, Claim, Claimant, Digest, DigestItem, SourcedClaim
from tests import make

SENTENCES = ("{} houses were damaged by the storm", "the bridge at Belsk holds {} lorries", "{} boats left the harbour")
_SPEAKERS = ("The ministry", "The institute", "The ministry")
STEPS = ("edit", "drop", "bring back", "reorder", "split", "withhold", "restore", "supersede", "repeat")
START = datetime(2025, 2, 9, 8, 0, tzinfo=UTC)
_numbers = itertools.count()


Step = tuple[str, int, int]  # what is changed, in which line, to which number


class Channel:
    """A platform that keeps messages by id, and puts edits in their place."""

    def __init__(self, name: PlatformName) -> None:
        self.name = name
        self.messages: dict[str, Digest] = {}

    async def post(self, delivery: Delivery) -> str:
        """Keep the digest under the message's id; a note is only a note."""
        key = delivery.edits or f"m-{delivery.id}"
        if not delivery.thread:
            self.messages[key] = delivery.digest
        return key


class Record:
    """A record as its publisher changes it."""

    def __init__(self) -> None:
        self.lines = {n: line.format(40 + n) for n, line in enumerate(SENTENCES)}
        self.order = [0, 1, 2]
        self.status, self.id, self.version = "usable", "r0", 1
        self.supersedes: str | None = None

    def change(self, step: str, line: int, number: int) -> None:
        """Make one change, and the next version of the record."""
        self.version += 1
        if step == "edit":
            self.lines[line] = SENTENCES[line].format(number)
        elif step == "drop":
            self.order = [n for n in self.order if n != line]
        elif step == "bring back":
            self.order = [*(n for n in self.order if n != line), line]
        elif step == "reorder":
            self.order = self.order[::-1]
        elif step == "split":
            self.lines[line] = self.lines[line].partition(" by the ")[0]
        elif step in {"withhold", "restore"}:
            self.status = "withheld" if step == "withhold" else "usable"
        elif step == "supersede":
            self.supersedes, self.id, self.version = self.id, f"r{int(self.id[1:]) + 1}", 1

    def read(self) -> tuple[Article, list[Claim]]:
        """The article and its claims."""
        said = [self.lines[n] for n in self.order]
        text = " ".join(f"{_SPEAKERS[n]} said {self.lines[n]}." for n in self.order) or "Nothing."
        fields = {"id": self.id, "version": self.version, "status": self.status, "supersedes": self.supersedes}
        article = make.article(text, **fields)
        claims = []
        for n, (speaker, one) in enumerate(zip((_SPEAKERS[n] for n in self.order), said, strict=True)):
            claimant = Claimant(actor_id=f"org:{speaker}", name=speaker, surface=speaker)
            claim = make.spoken(text, one, speaker, "said", claimant=claimant)
            passage = claim.passage.model_copy(update={"version": self.version, "article_id": self.id})
            claims.append(claim.model_copy(update={"id": f"{self.id}-{self.version}-{n}", "passage": passage}))
        return article, claims

    def printed(self) -> set[str]:
        """The words of the lines that would be posted now."""
        article, claims = self.read()
        items = (claim_line(claim, article, now=START) for claim in claims if self.status == "usable")
        return {item.body for item in items if isinstance(item, DigestItem)}


@pytest.fixture(scope="module")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which nothing stands yet, to copy: to make one takes longer than an example."""
    path = tmp_path_factory.mktemp("empty") / "dateline.db"

    async def make_one() -> None:
        await (await open_store(f"sqlite:///{path}")).close()

    asyncio.run(make_one())
    return path


async def follow(url: str, platform: Platform, steps: Sequence[Step]) -> None:
    """Post the first version, change the record step by step, and look at the channel after each one."""
    store, record, channel = await open_store(url), Record(), Channel(platform.name)
    try:
        await _post(store, record, channel)
        first = {item.body for digest in channel.messages.values() for item in digest.items}
        for n, (step, line, number) in enumerate(steps, 1):
            now = START + timedelta(hours=n)
            record.change(step, line, number)
            article, claims = record.read()
            await revise_posted(store, article, claims, now=now, split=lambda _, digest: platform.split(digest))
            await store.add_article(article, claims, now=now)
            await revise_flags(store, article, now=now, split=lambda _, digest: platform.split(digest))
            await DeliveryWorker(store, {platform.name: channel}).deliver_due(now)
            _check(channel, record, first)
    finally:
        await store.close()


async def _post(store: SqlStore, record: Record, channel: Channel) -> None:
    article, claims = record.read()
    await store.add_article(article, claims, now=make.NOW)
    target = Destination(platform=channel.name, tenant=f"{channel.name}:1", channel="1")
    await store.add_schedule(make.schedule(tenant=target.tenant, destination=target))
    made = compose_digest("Digest", [SourcedClaim(claim, article) for claim in claims], now=START, limit=12)
    delivery = make.delivery(digest=made.digest, tenant=target.tenant, destination=target)
    run = make.run(tenant=target.tenant)
    await store.queue_run(run, [delivery], [claim.id for claim in claims], next_due=START + timedelta(days=1))
    await DeliveryWorker(store, {channel.name: channel}).deliver_due(START)


def _check(channel: Channel, record: Record, first: set[str]) -> None:
    """Each line that stands would be posted now; each one that does not is struck out, and no words are lost."""
    (digest,) = channel.messages.values()
    printed = record.printed()
    assert len(digest.items) == len(first)
    for item in digest.items:
        assert (item.body in printed) if item.body else item.was, item.line
        assert item.was != item.body
        assert item.was not in printed or not item.was or item.body, item.line
    untouched = {item.body for item in digest.items if not item.was and item.body not in first}
    assert not untouched, "words that were posted have vanished without being struck out"


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: platform.name)
@given(
    steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 2), st.integers(10, 99)), min_size=1, max_size=6)
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_channel_says_what_would_be_posted_now(
    platform: Platform, steps: list[Step], tmp_path_factory: pytest.TempPathFactory, empty_database: Path
) -> None:
    """Edits, drops, returns, splits, new orders, withdrawals and successors, in any order, on both platforms."""
    database = tmp_path_factory.mktemp("chain") / f"{next(_numbers)}.db"
    shutil.copy(empty_database, database)
    asyncio.run(follow(f"sqlite:///{database}", platform, steps))
    database.unlink()
