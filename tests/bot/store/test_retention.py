"""What is too old is forgotten, and nothing that a digest or a correction may still need."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.store import SqlStore, open_store
from digests.models import Claim
from tests import make
from tests.bot.stores import DUE, add, ids, take

DAY = timedelta(days=1)
BEFORE = DUE - 400 * DAY
OLD = BEFORE - 10 * DAY


def claim_of(article_id: str, **fields: Any) -> Claim:
    """A claim in an article of that id."""
    text = f"Drones flew over {article_id}"
    claim = make.claim(text, claim_id=f"c-{article_id}", places=(make.place_mention(make.SUDZHA),), **fields)
    return claim.model_copy(update={"passage": claim.passage.model_copy(update={"article_id": article_id})})


async def tell(store: SqlStore, article_id: str, **fields: Any) -> None:
    """Add an article with one claim."""
    await add(store, claim_of(article_id), id=article_id, **fields)


async def test_old_articles_go_with_all_that_is_theirs(store: SqlStore) -> None:
    """No place, word, figure or name is left of what is forgotten; what is younger is found as before."""
    for n in range(45):
        await tell(store, f"old-{n}", now=OLD)
    await tell(store, "young", now=BEFORE + DAY)

    assert await store.forget(BEFORE, DUE) == 45
    assert await ids(store, make.query()) == ["c-young"]
    assert await ids(store, make.query("drones")) == ["c-young"]
    assert await ids(store, make.query(make.RUSSIA)) == ["c-young"]
    assert {entity.claims for entity in await store.entities()} == {1}
    assert [article.id for article in await store.list_articles()] == ["young"]
    assert await store.forget(BEFORE, DUE) == 0


async def test_a_chain_stays_while_one_of_it_is_young(store: SqlStore) -> None:
    """An old version of an article that was corrected lately stays, as does what that article took the place of."""
    await tell(store, "first", now=OLD)
    await tell(store, "second", supersedes="first", now=OLD + DAY)
    await tell(store, "alone", now=OLD)
    await add(store, id="second", version=2, now=BEFORE + DAY)

    assert await store.forget(BEFORE, DUE) == 1
    assert [article.id for article in await store.list_articles()] == ["first", "second", "second"]


@pytest.mark.parametrize(("posted", "left"), [(OLD, []), (BEFORE + DAY, ["old"])])
async def test_what_a_message_shows_can_be_corrected(store: SqlStore, posted: Any, left: list[str]) -> None:
    """An article stays while a message with its claim does; both go in the end, and the run with them."""
    await tell(store, "old", now=OLD)
    await store.add_schedule(make.schedule(covered_until=DUE, next_due=DUE + DAY))
    line = make.digest("Kursk", "a line")
    item = line.sections[0].items[0].model_copy(update={"claim_id": "c-old"})
    line = line.model_copy(update={"sections": (line.sections[0].model_copy(update={"items": (item,)}),)})
    run = make.run(due=posted, window_from=posted, window_to=posted)
    await store.queue_run(run, [make.delivery(digest=line, not_before=posted)], ["c-old"], next_due=DUE + DAY)
    (delivery,) = await take(store, posted)
    await store.mark_sent(delivery, "m1")

    await store.forget(BEFORE, DUE)
    assert [article.id for article in await store.list_articles()] == left
    assert len(await store.posted_with(["c-old"])) == len(left)


async def test_an_open_digest_loses_nothing(store: SqlStore) -> None:
    """What an active schedule has not covered yet stays, and so does a run whose message waits."""
    await tell(store, "old", now=OLD)
    await store.add_schedule(make.schedule(covered_until=OLD, next_due=DUE))
    assert await store.forget(BEFORE, DUE) == 0

    run = make.run(due=OLD, window_from=OLD, window_to=OLD)
    await store.queue_run(run, [make.delivery(not_before=OLD)], [], next_due=DUE)
    await store.remove_schedule("discord:1", "s1")
    assert await store.forget(BEFORE, DUE) == 1
    assert len(await store.unsent()) == 1


async def test_a_year_grows_no_further(sqlite_url: str) -> None:
    """With thirty days kept, a year of articles and digests holds no more at its end than after the first months."""
    store = await open_store(sqlite_url)
    await store.add_schedule(make.schedule(covered_until=DUE, next_due=DUE))
    held: list[int] = []
    for day in range(0, 365, 5):
        now = DUE + day * DAY
        await tell(store, f"a{day}", now=now)
        run = make.run(f"r{day}", due=now, window_from=now, window_to=now)
        delivery = make.delivery(f"d{day}", run_id=f"r{day}", not_before=now)
        await store.queue_run(run, [delivery], [f"c-a{day}"], next_due=now + DAY)
        for taken in await take(store, now):
            await store.mark_sent(taken, f"m{day}")
        await store.forget(now - 30 * DAY, now)
        counts = await store.counts()
        held.append(counts["articles"] + counts["claims"] + len(await store.deliveries("discord:1", limit=1_000)))
    await store.close()
    assert held[-1] <= max(held[:20]) <= 30
