"""One suite for both databases: a run is queued once, and each delivery is held by one at a time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.models import Delivery, DigestRun
from bot.store import SqlStore
from tests import make
from tests.bot.stores import DUE, MINUTE, add, ids, take


async def queue(store: SqlStore, *deliveries: Delivery, run: DigestRun | None = None) -> bool:
    """Queue a run, with its schedule if that is missing."""
    await store.add_schedule(make.schedule())
    return await store.queue_run(run or make.run(), deliveries, [], next_due=DUE + timedelta(days=1))


async def test_run_is_queued_once(store: SqlStore) -> None:
    """A second run of the same schedule and due time writes nothing at all."""
    await store.add_schedule(make.schedule())
    tomorrow = DUE + timedelta(days=1)
    assert await store.queue_run(make.run("r1"), [make.delivery("d1")], ["claim"], next_due=tomorrow)
    again = make.delivery("d2", run_id="r2")
    assert not await store.queue_run(make.run("r2"), [again], ["other"], next_due=tomorrow + MINUTE)
    assert [delivery.id for delivery in await store.deliveries("discord:1")] == ["d1"]
    (schedule,) = await store.schedules("discord:1")
    assert (schedule.next_due, schedule.covered_until) == (tomorrow, DUE)


async def test_posted_claims_are_left_out_for_that_schedule(store: SqlStore) -> None:
    """What a schedule has posted is not found for it again, also after its removal, but for others."""
    await add(store, make.claim("One thing", "a"), make.claim("Another thing", "b"))
    await store.add_schedule(make.schedule())
    await store.queue_run(make.run(), [], ["a"], next_due=DUE)
    await store.remove_schedule("discord:1", "s1")
    assert await ids(store, make.query(), posted_by="s1") == ["b"]
    assert await ids(store, make.query(), posted_by="s2") == ["a", "b"]


async def test_what_was_posted_of_an_earlier_version_counts(store: SqlStore) -> None:
    """A newer version's claim with the passage that was posted is not new; one with another passage is."""
    await add(store, make.claim("One thing", "a"), make.claim("Another thing", "b"))
    await store.add_schedule(make.schedule())
    await store.queue_run(make.run(), [], ["a", "b"], next_due=DUE)
    await add(store, make.claim("One thing", "a2"), make.claim("A third thing", "b2"), version=2)
    assert await ids(store, make.query(), posted_by="s1") == ["b2"]


async def test_a_story_gives_its_own_claims(store: SqlStore) -> None:
    """A story's claims are those of its articles as they stand, in the window, without what its schedule has posted."""
    for number, name in enumerate(("a", "b", "other")):
        article = make.article(id=name)
        claims = [make.claim(f"The bridge of {name} fell", name, of=article)]
        assert await store.add_article(article, claims, now=make.NOW + number * MINUTE)
    await store.place_articles({"a": "story", "b": "story", "other": "another"})
    await store.add_schedule(make.schedule())
    await store.queue_run(make.run(), [], ["a"], next_due=DUE)

    async def found(**window: Any) -> set[str]:
        return {claim.id for claim in await store.story_claims("story", limit=9, **window)}

    assert await found() == {"a", "b"}
    assert await found(added_after=make.NOW) == {"b"}
    assert await found(added_until=make.NOW) == {"a"}
    assert await found(posted_by="s1") == {"b"}
    assert await store.add_article(make.article(id="b", version=2), [], now=make.NOW + 5 * MINUTE)
    assert await found(posted_by="s1") == set()


async def test_delivery_round_trip(store: SqlStore) -> None:
    """A delivery is leased whole, only when due, and keeps the platform's id."""
    delivery = make.delivery(part=3)
    await queue(store, delivery)
    assert await take(store, DUE - MINUTE) == []
    (taken,) = await take(store, DUE)
    expected = {"state": "sending", "attempts": 1, "lease_token": taken.lease_token}
    assert taken == delivery.model_copy(update=expected)
    assert taken.lease_token
    assert await take(store, DUE) == []
    assert await store.mark_sent(taken, "m1")
    assert not await store.mark_sent(taken, "m2")
    (sent,) = await store.deliveries("discord:1")
    assert (sent.state, sent.remote_id, sent.lease_token) == ("sent", "m1", None)


async def test_expired_lease_goes_to_another(store: SqlStore) -> None:
    """Who takes over holds the delivery; the first holder's marks no longer count."""
    await queue(store, make.delivery())
    (first,) = await take(store, DUE, lease=60)
    assert await take(store, DUE + timedelta(seconds=59)) == []
    (second,) = await take(store, DUE + timedelta(seconds=60))
    assert second.attempts == 2
    assert not await store.mark_sent(first, "m1")
    assert not await store.mark_failed(first, "late", retry_at=None)
    assert await store.mark_sent(second, "m2")


async def test_held_or_dead_is_sent_again(store: SqlStore) -> None:
    """An operator's word lets a held or dead delivery out, with all its tries, and still looking for it first."""
    await queue(store, make.delivery("d0"))
    [taken] = await take(store, DUE)
    for _ in range(3):
        assert await store.mark_failed(taken, "lost", retry_at=None)
        [dead] = await store.unsent()
        assert (dead.state, dead.error) == ("dead", "lost")
        assert await store.send_again(dead, DUE, anyway=False)
        assert [row.state for row in await store.unsent()] == ["maybe_posted"]
        [taken] = await take(store, DUE)
        assert (taken.attempts, taken.maybe_posted_since) == (1, DUE)
    assert not await store.send_again(taken, DUE, anyway=True)  # it is on its way
    assert not await store.drop(taken)


async def test_sent_anyway_is_not_looked_for(store: SqlStore) -> None:
    """Where the operator has looked, the delivery goes out as if it had never been tried."""
    await queue(store, make.delivery("d0"))
    [taken] = await take(store, DUE)
    assert await store.mark_failed(taken, "lost", retry_at=DUE + MINUTE)
    assert await store.send_again(taken, DUE, anyway=True)
    [taken] = await take(store, DUE)
    assert taken.maybe_posted_since is None


async def test_what_is_dropped_or_sent_stays_so(store: SqlStore) -> None:
    """A dropped delivery is not taken, lets the next one pass, and what is sent cannot be sent again or dropped."""
    await queue(store, make.delivery("d0"), make.delivery("d1", part=1))
    rows = await store.unsent()
    assert [row.id for row in rows] == ["d1", "d0"]
    assert await store.drop(rows[1])
    [taken] = await take(store, DUE)
    assert taken.id == "d1"
    assert await store.mark_sent(taken, "m1")
    assert [(row.id, row.state) for row in await store.unsent()] == [("d0", "dead")]
    assert not await store.send_again(taken, DUE, anyway=True)
    assert not await store.drop(taken)
    assert not await store.drop(rows[1].model_copy(update={"tenant": "discord:2"}))


async def test_parts_keep_their_order(store: SqlStore) -> None:
    """One delivery of a channel is out at a time, in order, past a dead one; other channels do not wait."""
    elsewhere = make.destination(channel="200")
    await queue(
        store,
        *[make.delivery(f"d{n}", part=n) for n in range(3)],
        make.delivery("e0", destination=elsewhere),
    )
    taken = await take(store, DUE)
    assert [delivery.id for delivery in taken] == ["d0", "e0"]
    assert await store.mark_failed(taken[0], "busy", retry_at=DUE + MINUTE)
    assert await take(store, DUE) == []
    (again,) = await take(store, DUE + MINUTE)
    assert (again.id, again.error, again.attempts) == ("d0", "busy", 2)
    assert await store.mark_failed(again, "gone", retry_at=None)
    (following,) = await take(store, DUE + MINUTE)
    assert following.id == "d1"


async def test_take_minds_platform_and_limit(store: SqlStore) -> None:
    """Only the platforms asked for are taken, the oldest first, up to the limit."""
    slack = make.destination(platform="slack")
    channels = [make.destination(channel=str(n)) for n in range(3)]
    parts = [make.delivery(f"d{n}", destination=where) for n, where in enumerate([slack, *channels])]
    await queue(store, *parts)
    taken = await store.take_deliveries(DUE, platforms=["discord"], limit=2, lease_seconds=60)
    assert [delivery.id for delivery in taken] == ["d1", "d2"]
    assert await store.take_deliveries(DUE, platforms=[], limit=2, lease_seconds=60) == []


async def test_counts(store: SqlStore) -> None:
    """Counts tell what is held."""
    assert await store.counts() == {"articles": 0, "claims": 0, "schedules": 0, "deliveries": 0}
    await add(store, make.claim("a", "a"), make.claim("b", "b"))
    await queue(store, make.delivery())
    assert await store.counts() == {"articles": 1, "claims": 2, "schedules": 1, "deliveries": 1}


async def test_a_posted_message_is_known_as_it_stands(store: SqlStore) -> None:
    """Whoever asks by a delivery, or by an edit of it, gets the latest text; another workspace and a note get none."""
    await store.add_schedule(make.schedule())
    run, first = make.run(), make.delivery("d1", digest=make.digest("Kursk", "an old line"))
    second = make.delivery("d2", part=1, digest=make.digest("Kursk", "another part"))
    await store.queue_run(run, [first, second], [], next_due=DUE + MINUTE)
    for taken in await take(store, DUE):
        await store.mark_sent(taken, f"m-{taken.id}")
    edit = make.delivery("e1", digest=make.digest("Kursk", "a new line"), edits="m-d1")
    note = edit.model_copy(update={"id": "n1", "edits": None, "thread": "m-d1"})
    await store.queue_edits([edit, note], {})

    for known_id in ("d1", "e1"):
        posted = await store.posted_run(run.tenant, known_id)
        assert posted is not None
        assert [item.body for item in posted.message.digest.items] == ["a new line"]
        assert {item.body for digest in posted.digests for item in digest.items} == {"a new line", "another part"}
    for tenant, unknown_id in ((run.tenant, "n1"), (run.tenant, "none"), ("discord:2", "d1")):
        assert await store.posted_run(tenant, unknown_id) is None
