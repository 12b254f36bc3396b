"""Feeds and the desk's queue as both databases keep them."""

from __future__ import annotations

from datetime import date, timedelta

from bot.models import AuditRow, ClaimEdit, DeskItem, Feed, FeedHealth
from bot.store import SqlStore
from tests import make

HOUR = timedelta(hours=1)


def feed(key: str, **fields: object) -> Feed:
    """A feed that is due now."""
    url = f"https://{key}.example/feed"
    base = Feed(id=key, url=url, added_at=make.NOW, health=FeedHealth(next_due=make.NOW))
    return base.model_copy(update=fields)


def row(action: str, subject: str = "i", tenant: str = "") -> AuditRow:
    """A row of the audit log."""
    return AuditRow(moment=make.NOW, actor="ada", tenant=tenant, action=action, subject=subject)


async def test_a_feed_is_kept_as_it_was_set(store: SqlStore) -> None:
    """All that is set comes back; one address is watched once."""
    full = feed("a", name="Ä\0", language="uk", mode="review", full_text=True, selector="p", sites=("b.example",))
    assert await store.feeds.add(full)
    assert not await store.feeds.add(feed("b", url=full.url))
    assert await store.feeds.all() == [full.model_copy(update={"name": "Ä\N{REPLACEMENT CHARACTER}"})]
    changed = full.model_copy(update={"name": "A", "paused": True})
    assert await store.feeds.update(changed)
    assert (await store.feeds.all())[0].paused
    assert await store.feeds.remove("a")
    assert not await store.feeds.update(changed)


async def test_a_feed_is_taken_by_one(store: SqlStore) -> None:
    """Those that are due, longest first, and not again before their lease ends; resting ones never."""
    later = FeedHealth(next_due=make.NOW + HOUR)
    rows = [feed("a"), feed("b"), feed("c", paused=True), feed("d", mode="off"), feed("e", health=later)]
    for one in [*rows, feed("f", health=FeedHealth(next_due=make.NOW, retired=True))]:
        assert await store.feeds.add(one)
    end = make.NOW + HOUR
    assert await store.feeds.are_due(make.NOW)
    assert {one.id for one in await store.feeds.take(make.NOW, lease_end=end, limit=5)} == {"a", "b"}
    assert await store.feeds.take(make.NOW, lease_end=end, limit=5) == []
    assert not await store.feeds.are_due(make.NOW)
    assert {one.id for one in await store.feeds.take(end, lease_end=end + HOUR, limit=2)} <= {"a", "b", "e"}


async def test_health_is_noted_beside_what_is_set(store: SqlStore) -> None:
    """What an operator changes meanwhile stays; where two feeds would lie at one address, that is told."""
    for name in ("a", "b"):
        await store.feeds.add(feed(name))
    await store.feeds.update(feed("a", name="A"))
    health = FeedHealth(next_due=make.NOW + HOUR, failures=2, error="500", alert="broken", last_try=make.NOW)
    assert await store.feeds.note(feed("a", health=health), {"x", "y"})
    first = next(one for one in await store.feeds.all() if one.id == "a")
    assert (first.name, first.health) == ("A", health)
    assert await store.feeds.seen("a") == {"x", "y"}
    assert await store.feeds.note(feed("a", health=health))
    assert await store.feeds.seen("a") == {"x", "y"}
    assert not await store.feeds.note(feed("a", url="https://b.example/feed"))


async def test_the_desk_keeps_its_queue(store: SqlStore) -> None:
    """An item waits once, is decided once as it was read, and each decision has its row."""
    item = DeskItem(id="i", tenant="t", origin="feed", article=make.article("A\0b"), added_at=make.NOW)
    assert await store.desk.add(item, row("submit", tenant="t"))
    assert not await store.desk.add(item, row("submit", tenant="t"))
    [waiting] = await store.desk.items("t", ("waiting",))
    assert waiting == item
    assert await store.desk.items("u", ("waiting",)) == []
    assert await store.desk.waiting() == 1
    approved = waiting.model_copy(update={"state": "approved", "approvals": ("ada",)})
    assert await store.desk.decide(approved, row("approve", tenant="t"))
    assert not await store.desk.decide(approved, row("reject", tenant="t"))
    assert [one.id for one in await store.desk.unfinished()] == ["i"]
    assert [one.action for one in await store.desk.audit("t")] == ["approve", "submit"]
    assert await store.desk.audit("u") == []
    assert await store.desk.forget(make.NOW) == 0
    assert await store.desk.forget(make.NOW + timedelta(seconds=1)) == 2
    assert await store.desk.audit("t") == []


async def test_edits_replace_one_another(store: SqlStore) -> None:
    """The latest edit of a passage counts."""
    first = ClaimEdit(article_id="a", passage="words", claimant="Ada", said_on=date(2025, 2, 7), places=("Sudzha",))
    await store.desk.edit([first], row("correct"))
    assert await store.desk.edits("a") == [first]
    hidden = ClaimEdit(article_id="a", passage="words", hidden=True)
    await store.desk.edit([hidden], row("withdraw"))
    assert await store.desk.edits("a") == [hidden]
    assert await store.desk.edits("b") == []


async def test_an_archive_is_no_news(store: SqlStore) -> None:
    """It is found, but not among what was added lately."""
    article = make.article()
    await store.add_article(article, [make.claim()], now=make.NOW, news=False)
    assert len((await store.find_claims(make.query(), limit=5))[0]) == 1
    assert (await store.find_claims(make.query(), limit=5, added_after=make.NOW - HOUR))[0] == []
    assert not await store.is_news(article.id)
