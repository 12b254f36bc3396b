"""One suite for both databases: articles, schedules and tenants, and two processes on one database."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.models import Schedule
from bot.store import SqlStore, open_store
from digests.models import Claimant, Figure, Relation
from tests import make
from tests.bot.stores import DUE, MINUTE, add, ids, take


async def test_article_and_claims_come_back_whole(store: SqlStore) -> None:
    """Whatever a model holds, odd characters included, is the same after the round trip."""
    article = make.article(
        body="Up to 5 km \0 “Зеленський” 🜁\r\n", tags=("a",), corrections=({"text": "c", "date": make.NOW},)
    )
    claim = make.claim(
        claimant=Claimant(name="No\0body", role="unnamed", resolved_by="none"),
        places=(make.place_mention(make.SUDZHA),),
        actors=(make.actor_mention(make.GENERAL),),
        figures=(Figure(value=None, low=5.5, bound="up_to", start=0, end=4, surface="Up to"),),
        relations=(Relation(kind="denies", claim_id="other", reason="says so"),),
    )
    assert await store.add_article(article, [claim], now=make.NOW)
    assert await store.article(article.id, 1) == article
    assert await store.articles_of([article.id, "missing"]) == {(article.id, 1): article}
    assert await store.claim(claim.id) == claim
    assert await store.has_article(article.id, 1)
    assert not await store.has_article(article.id, 2)
    assert await store.article(article.id, 2) is None
    assert await store.claim("missing") is None


async def test_a_claim_of_nobody_known_about_no_place_is_kept_and_hidden(store: SqlStore) -> None:
    """An article whose claims have neither place nor actor is stored, found, and replaced like any other."""
    nobody = Claimant(name="a resident", surface="a resident", resolved_by="none")
    for version in (1, 2):
        article = make.article(version=version)
        claim = make.claim(claim_id=f"v{version}", of=article, claimant=nobody)
        assert await store.add_article(article, [claim], now=make.NOW)
        assert await ids(store, make.query()) == [f"v{version}"]


async def test_adding_again_changes_nothing(store: SqlStore) -> None:
    """The same id and version is stored once, and the first body stays."""
    await add(store, make.claim())
    assert not await store.add_article(make.article("Other."), [make.claim(claim_id="other")], now=make.NOW)
    assert await ids(store, make.query()) == ["claim"]
    assert await store.article("article", 1) == make.article()


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1), (2, 3, 1), (2, 1, 3)])
async def test_newest_version_counts_in_any_order(store: SqlStore, order: tuple[int, ...]) -> None:
    """Only the newest version's claims are found, whatever came first; older claims stay known by id."""
    for version in order:
        article = make.article(version=version)
        assert await store.add_article(article, [make.claim(claim_id=f"v{version}", of=article)], now=make.NOW)
    assert await ids(store, make.query()) == ["v3"]
    assert await store.claim("v1") is not None
    assert len(await store.articles_of(["article"])) == 3
    assert (await store.counts())["articles"] == 1


@pytest.mark.parametrize("status", ["withheld", "canceled"])
async def test_withdrawn_article_hides_its_claims(store: SqlStore, status: str) -> None:
    """A newest version that is withheld or canceled leaves none of the article's claims."""
    await add(store, make.claim())
    await add(store, make.claim(claim_id="v2"), version=2, status=status)
    assert await ids(store, make.query()) == []
    assert await store.entities() == []


@pytest.mark.parametrize("replacement_first", [True, False])
async def test_superseding_article_hides_the_other(store: SqlStore, replacement_first: bool) -> None:
    """An article that names another as superseded hides it, in either order, until it no longer names it."""
    articles = [
        (make.article(id="old"), make.claim(claim_id="old")),
        (make.article(id="new", supersedes="old"), make.claim(claim_id="new")),
    ]
    for article, claim in reversed(articles) if replacement_first else articles:
        await store.add_article(article, [claim], now=make.NOW)
    assert await ids(store, make.query()) == ["new"]
    await store.add_article(make.article(id="new", version=2), [make.claim(claim_id="new2")], now=make.NOW)
    assert set(await ids(store, make.query())) == {"new2", "old"}


async def test_article_that_supersedes_itself_stays(store: SqlStore) -> None:
    """A record that names itself as superseded does not vanish."""
    await add(store, make.claim(), supersedes="article")
    assert await ids(store, make.query()) == ["claim"]


async def test_schedule_round_trip(store: SqlStore) -> None:
    """A schedule comes back whole, changes in place, and is gone when removed."""
    schedule = make.schedule(about="kursk", paused=True, created_at=make.NOW + timedelta(microseconds=7))
    assert await store.add_schedule(schedule)
    assert await store.schedules("discord:1") == [schedule]
    changed = schedule.model_copy(update={"paused": False, "cron": "0 9 * * *"})
    assert await store.update_schedule(changed)
    assert await store.schedules() == [changed]
    assert await store.schedule("s1") == changed
    assert await store.remove_schedule("discord:1", "s1")
    assert not await store.remove_schedule("discord:1", "s1")
    assert not await store.update_schedule(changed)
    assert await store.schedule("s1") is None


async def test_schedule_names_are_unique_in_a_tenant(store: SqlStore) -> None:
    """Two schedules of one name clash within a workspace, not between two; renaming onto another is refused."""
    assert await store.add_schedule(make.schedule("s1", name="daily"))
    assert not await store.add_schedule(make.schedule("s2", name="daily"))
    assert await store.add_schedule(make.schedule("s3", name="daily", tenant="slack:2"))
    second = make.schedule("s4", name="weekly")
    assert await store.add_schedule(second)
    assert not await store.update_schedule(second.model_copy(update={"name": "daily"}))


async def test_tenants_do_not_see_each_other(store: SqlStore) -> None:
    """No call with one workspace's key shows or changes what another has, even where ids are alike."""
    await store.add_schedule(make.schedule())
    await store.queue_run(make.run(), [make.delivery()], ["c"], next_due=DUE + MINUTE)
    (taken,) = await take(store, DUE)
    other = make.destination(tenant="discord:2")
    assert await store.schedules("discord:2") == []
    assert await store.deliveries("discord:2") == []
    assert not await store.remove_schedule("discord:2", "s1")
    assert not await store.update_schedule(make.schedule(tenant="discord:2", paused=True))
    assert not await store.mark_sent(taken.model_copy(update={"tenant": "discord:2"}), "m")
    assert not await store.mark_failed(taken.model_copy(update={"tenant": "discord:2"}), "e", retry_at=None)
    assert await store.queue_run(make.run(tenant="discord:2"), [], [], next_due=DUE + 9 * MINUTE)
    (mine,) = await store.schedules("discord:1")
    assert not mine.paused
    assert mine.next_due == DUE + MINUTE
    with pytest.raises(ValueError, match="another"):
        await store.add_schedule(make.schedule("s9").model_copy(update={"destination": other}))
    with pytest.raises(ValueError, match="another"):
        await store.queue_run(
            make.run("r9", due=DUE + MINUTE), [make.delivery("d9", run_id="r9", destination=other)], [], next_due=DUE
        )
    assert len(await store.deliveries("discord:1")) == 1


async def test_two_stores_on_one_database(store_url: str) -> None:
    """Two stores opened at once on an empty database share the work: nothing is lost, doubled or out of order."""
    first, second = await asyncio.gather(open_store(store_url), open_store(store_url))
    added = await asyncio.gather(
        *[
            store.add_article(make.article(id=f"a{n}"), [make.claim(claim_id=f"c{n}")], now=make.NOW)
            for n in range(10)
            for store in (first, second)
        ]
    )
    assert sum(added) == 10
    assert sorted(await ids(first, make.query())) == [f"c{n}" for n in range(10)]
    await first.add_schedule(make.schedule())

    async def queue_and_drain(store: SqlStore, name: str) -> list[str]:
        where = [make.destination(channel=str(channel)) for channel in range(4)]
        for n in range(3):
            run = make.run(f"{name}{n}", due=DUE + n * MINUTE)
            parts = [make.delivery(f"{name}{n}.{w.channel}", run_id=run.id, destination=w) for w in where]
            await store.queue_run(run, parts, [], next_due=DUE)
        sent = []
        while True:
            taken = await take(store, DUE + timedelta(hours=1), limit=2)
            sent += [(d.id, d.destination.channel) for d in taken if await store.mark_sent(d, d.id)]
            if not taken:
                return [delivery for delivery, _ in sent]

    drained = await asyncio.gather(queue_and_drain(first, "x"), queue_and_drain(second, "y"))
    rest = await queue_and_drain(first, "z")
    assert len(drained[0]) + len(drained[1]) + len(rest) == 12
    assert len({*drained[0], *drained[1], *rest}) == 12
    await asyncio.gather(first.close(), second.close())


async def test_reopened_store_remembers(store_url: str) -> None:
    """What was stored is there after closing and opening again."""
    first = await open_store(store_url)
    await first.add_article(make.article(), [make.claim()], now=make.NOW)
    schedule: Schedule = make.schedule()
    await first.add_schedule(schedule)
    await first.close()
    second = await open_store(store_url)
    assert await ids(second, make.query()) == ["claim"]
    assert await second.schedules() == [schedule]
    await second.close()


@pytest.mark.parametrize("claim_id", ["0123456789ab", "ffffffffffff", "0123456789AB", "0123456789abc", "é", "x" * 200])
async def test_any_id_is_looked_up(store: SqlStore, claim_id: str) -> None:
    """A claim is found by its id, whatever that looks like, and not by one that is like it."""
    await add(store, make.claim(claim_id=claim_id))
    found = await store.claim(claim_id)
    assert found is not None
    assert found == make.claim(claim_id=claim_id)
    assert await store.claim(claim_id.swapcase()) in {None, found}
    assert await ids(store, make.query(), posted_by="s1") == [claim_id]


async def test_more_claims_of_one_second_than_it_has_keys(store: SqlStore) -> None:
    """Claims said at the same moment all find room, in the order of the text within an article."""
    nobody = make.claim().claimant.model_copy(update={"name": "he"})  # whose claims nobody relates to others
    for lot in range(3):
        claims = [make.claim(claim_id=f"{lot}.{n}", claimant=nobody) for n in range(500)]
        await add(store, *claims, id=f"a{lot}")
    found = await ids(store, make.query(), limit=2_000)
    assert len(set(found)) == 1_500
    assert [name for name in found if name.startswith("0.")] == [f"0.{n}" for n in range(500)]


async def test_notes_are_kept_taken_and_pruned(store: SqlStore) -> None:
    """A note is its tenant's own, is taken once however many take it, and what sorts before a limit is pruned."""
    await store.notes.write("discord:1", "zone", "Europe/Kyiv")
    await store.notes.write("discord:1", "zone", "Asia/Tokyo")
    assert (await store.notes.read("discord:1", "zone"), await store.notes.read("discord:2", "zone")) == (
        "Asia/Tokyo",
        "",
    )
    taken = await asyncio.gather(*[store.notes.take("discord:1", "zone") for _ in range(3)])
    assert sorted(taken) == ["", "", "Asia/Tokyo"]
    for name, text in (("proposal_a", "2025-01 x"), ("proposal_b", "2025-03 x"), ("proposals", "2025-01")):
        await store.notes.write("discord:1", name, text)
    await store.notes.prune("proposal_", "2025-02")
    left = [bool(await store.notes.read("discord:1", name)) for name in ("proposal_a", "proposal_b", "proposals")]
    assert left == [False, True, True]
