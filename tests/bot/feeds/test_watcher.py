"""Forty feeds that misbehave: nothing is taken twice, nothing is lost, and the operator is told once of each."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.feeds import fetch
from bot.feeds.fetch import Fetcher
from bot.feeds.polling import Notice
from bot.feeds.watcher import FeedWatcher
from bot.models import Feed
from bot.service.feeds import FeedService
from bot.store import SqlStore, open_store
from tests.bot.keeping import Clock, Keeper
from tests.peers.feeds import BAD, BEHAVIOURS, FeedPeer, item, serve_feeds, town_items

NOW = datetime(2025, 2, 8, 12, 0, tzinfo=UTC)


class World:
    """A peer with feeds, and a watcher of them."""

    def __init__(self, peer: FeedPeer, store: SqlStore, fetcher: Fetcher) -> None:
        self.peer, self.store, self.clock = peer, store, Clock()
        self.keeper = Keeper(store, self.clock)
        self.told: list[tuple[str, str]] = []
        self.feeds = FeedService(store.feeds, clock=self.clock, allowed_places=[peer.host])
        self.watcher = FeedWatcher(
            store.feeds, self.keeper, fetcher, tell=self._tell, clock=self.clock, gap_seconds=0
        )  # fmt: skip

    async def _tell(self, feed: Feed, notice: Notice) -> None:
        self.told.append((feed.url.split("/")[3], notice.event))

    async def look(self, hours: float = 25) -> None:
        """Let time pass, and look at every feed that is due by then."""
        self.clock.now += timedelta(hours=hours)
        while tasks := await self.watcher.start_due():
            await asyncio.gather(*tasks)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """An empty store and a peer without feeds."""
    store = await open_store(f"sqlite:///{tmp_path / 'dateline.db'}")
    async with serve_feeds() as peer:
        fetcher = Fetcher([peer.host])
        yield World(peer, store, fetcher)
        await fetcher.close()
    await store.close()


async def test_forty_feeds_that_misbehave(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two dozen ways to behave, two feeds each: every article once, and each broken feed told once."""
    monkeypatch.setattr(fetch, "SECONDS", 0.7)
    expected: dict[str, int] = {}
    for number, behaviour in enumerate(sorted(BEHAVIOURS) * 2):
        name = f"o{number}"
        world.peer.add(name, *town_items(name, 3), behaviour=behaviour)
        await world.feeds.add(world.peer.url(name), interval=1, silent_after=0)
        expected[name] = 0 if behaviour in BAD else 3
    assert len(expected) >= 40

    for _ in range(5):
        await world.look()

    found = Counter(str(article.url).split("/")[3] for article in world.keeper.added)
    assert {name: found[name] for name in expected} == expected
    assert all(article.version == 1 for article in world.keeper.added)
    bad = {name for name in expected if world.peer.outlets[name].behaviour in BAD}
    gone = {name for name in bad if world.peer.outlets[name].behaviour == "gone"}
    assert sorted(world.told) == sorted([(name, "gone" if name in gone else "broken") for name in bad])
    assert {world.peer.outlets[name].requests for name in gone} == {1}

    for name in bad - gone:
        world.peer.outlets[name].behaviour = "well"
    world.told.clear()
    for _ in range(3):
        await world.look()
    assert sorted(world.told) == sorted((name, "back") for name in bad - gone)
    assert len(world.keeper.added) == 3 * (len(expected) - len(gone))


async def test_what_has_not_changed_costs_an_answer(world: World) -> None:
    """A feed with an ETag answers 304 from the second look on."""
    outlet = world.peer.add("a", *town_items("a", 2))
    await world.feeds.add(world.peer.url("a"))
    for _ in range(4):
        await world.look()

    assert (outlet.requests, outlet.unchanged) == (4, 3)


async def test_a_feed_moves_for_good(world: World) -> None:
    """A permanent redirect is remembered, a temporary one is not, and no article comes again."""
    for behaviour in ("moved", "elsewhere"):
        world.peer.add(behaviour, *town_items(behaviour, 2), behaviour=behaviour)
        await world.feeds.add(world.peer.url(behaviour))
    for _ in range(3):
        await world.look()

    addresses = {feed.url.removeprefix(f"http://{world.peer.host}") for feed in await world.feeds.all()}
    assert addresses == {"/moved/new", "/elsewhere/feed"}
    assert len(world.keeper.added) == 4


async def test_a_host_that_asks_to_wait_is_left_alone(world: World) -> None:
    """429 with two hours means two hours."""
    outlet = world.peer.add("a", behaviour="too many")
    await world.feeds.add(world.peer.url("a"), interval=1)
    await world.look(0)
    await world.look(1.9)
    assert outlet.requests == 1
    await world.look(0.2)
    assert outlet.requests == 2


async def test_a_correction_is_a_new_version(world: World) -> None:
    """Another text at the same address, whatever its date; what is taken back to an older text is not news again."""
    outlet = world.peer.add("a", item("river", 14))
    await world.feeds.add(world.peer.url("a"))
    await world.look()
    outlet.items = [item("river", 12)]
    await world.look()
    await world.look()

    assert [(article.version, "12" in article.body) for article in world.keeper.added] == [(1, False), (2, True)]


async def test_a_feed_speaks_for_its_own_house_alone(world: World) -> None:
    """An entry that leads elsewhere is the feed's article, not the other house's."""
    world.peer.add("a", item("river", link="https://wire.example/river"))
    await world.feeds.add(world.peer.url("a"), name="Evil Blog")
    await world.look()

    article = world.keeper.added[0]
    assert article.publisher.name == "Evil Blog"
    assert article.publisher.domain == "127.0.0.1"
    own = await world.store.articles_of([article.id])
    assert own
    assert article.url == "https://wire.example/river"


async def test_what_a_review_feed_brings_waits(world: World) -> None:
    """Nothing goes in; each article waits once, and a changed one waits beside it."""
    outlet = world.peer.add("a", *town_items("a", 2))
    await world.feeds.add(world.peer.url("a"), mode="review")
    await world.look()
    outlet.items[0] = item("a-0", 99)
    for _ in range(2):
        await world.look()

    waiting = await world.store.desk.items("", ("waiting",))
    assert world.keeper.added == []
    assert len(waiting) == 3
    assert await world.store.desk.items("discord:1", ("waiting",)) == []


async def test_paused_and_off_feeds_rest(world: World) -> None:
    """Neither is asked; resumed, a feed is looked at at once."""
    outlets = [world.peer.add(name, *town_items(name, 1)) for name in ("a", "b")]
    await world.feeds.add(world.peer.url("a"))
    await world.feeds.pause(world.peer.url("a"), paused=True)
    await world.feeds.add(world.peer.url("b"), mode="off")
    await world.look()
    assert [outlet.requests for outlet in outlets] == [0, 0]
    await world.feeds.pause(world.peer.url("a"), paused=False)
    await world.look(0)
    assert [outlet.requests for outlet in outlets] == [1, 0]


PAGE = """<html><head><title>River</title></head><body><nav>Home Sport</nav><article><h1>River rises</h1>
<p>The mayor of Sudzha, Ida Holm, said on Friday that the river had damaged 14 houses in the town.</p>
<p>“We have not seen such a flood for thirty years,” she said, and asked the region for pumps and for boats, so that the
lower streets could be emptied before the night. The regional rescue service said that nobody had been hurt.</p>
</article><footer>All rights</footer></body></html>"""


@pytest.mark.parametrize("selector", [None, "article"])
async def test_the_full_text_is_fetched(world: World, selector: str | None) -> None:
    """Where a feed has a summary, its page's text is taken, once."""
    world.peer.add("a", item("river"))
    world.peer.pages["/a/river"] = PAGE
    await world.feeds.add(world.peer.url("a"), full_text=True, selector=selector)
    for _ in range(3):
        await world.look()

    assert [article.version for article in world.keeper.added] == [1]
    assert "pumps and for boats" in world.keeper.added[0].body
    assert "All rights" not in world.keeper.added[0].body
    assert world.peer.page_requests["/a/river"] == 1


async def test_robots_are_obeyed_for_pages(world: World) -> None:
    """A page that robots shall not fetch is not fetched; the summary is taken, with a doubt."""
    world.peer.add("a", item("river"))
    world.peer.pages["/a/river"], world.peer.robots = PAGE, "User-agent: *\nDisallow: /a/river"
    await world.feeds.add(world.peer.url("a"), full_text=True)
    await world.look()

    assert world.peer.page_requests["/a/river"] == 0
    assert "asks robots to stay away" in world.keeper.added[0].doubts[-1]


async def test_pages_of_other_houses_are_left_alone(world: World) -> None:
    """The operator has named the feed's house, and no other."""
    world.peer.add("a", item("river", link="http://other.example/river"))
    await world.feeds.add(world.peer.url("a"), full_text=True)
    await world.look()

    assert "none of the feed's sites" in world.keeper.added[0].doubts[-1]
