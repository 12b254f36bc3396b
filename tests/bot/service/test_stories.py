"""A story keeps its id from digest to digest, and a channel is not told the same twice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.models import Schedule, ScheduleDraft
from bot.service.service import Service
from bot.store import open_store
from digests.models import Digest
from tests import make
from tests.bot.telling import Claims, Clock, small_service, tell


async def latest(service: Service, schedule: Schedule, clock: Clock) -> Digest:
    """The next day's digest of a schedule."""
    clock.now += timedelta(days=1)
    await service.fire(schedule.id, clock.now)
    return (await service._store.deliveries(schedule.tenant))[0].digest


async def test_a_story_lasts(store_url: str) -> None:
    """What is reported on other days joins its story, also after a restart, and the digest says since when it runs."""
    store, claims, clock = await open_store(store_url), Claims(), Clock()
    service = small_service(store, claims, clock)
    draft = ScheduleDraft(destination=make.destination(), name="morning")
    schedule = await service.add_schedule(draft)
    days = (
        ("cracks opened in the dam of Sudzha", "the reservoir behind the dam of Sudzha stood full"),
        ("water from the reservoir behind the dam flooded Sudzha", "engineers closed the cracks in the dam of Sudzha"),
        ("families may return under the dam of Sudzha", "the dam and its reservoir at Sudzha will be rebuilt"),
    )
    digests = []
    for day, words in enumerate(days):
        service = small_service(store, claims, clock)  # nothing is remembered but in the store
        for n, what in enumerate(words):
            await tell(service, claims, what, article_id=f"a{day}{n}")
        digests.append(await latest(service, schedule, clock))

    stories = await store.stories_of([f"a{day}{n}" for day in range(3) for n in range(2)])
    assert stories == dict.fromkeys(stories, "a00")
    assert len(stories) == 6
    assert [[(s.story, s.standing) for s in digest.sections] for digest in digests] == [
        [("", "")],
        [("a00", "since Sun 9 Feb")],
        [("a00", "since Sun 9 Feb")],
    ]
    await store.close()


@pytest.mark.parametrize("channel", ["100", "200"])
async def test_a_channel_is_told_once(sqlite_url: str, channel: str) -> None:
    """What another outlet repeats is left out of the next digest of that channel, whichever schedule it is of."""
    store, claims, clock = await open_store(sqlite_url), Claims(), Clock()
    service = small_service(store, claims, clock)
    first = await service.add_schedule(ScheduleDraft(destination=make.destination(), name="first"))
    other = await service.add_schedule(ScheduleDraft(destination=make.destination(channel=channel), name="other"))
    await tell(service, claims, "the bridge was shut")
    assert len((await latest(service, first, clock)).items) == 1
    await tell(service, claims, "the bridge was shut", article_id="a2")
    await tell(service, claims, "the road was open", article_id="a3")

    bodies = [item.body for item in (await latest(service, other, clock)).items]

    assert bodies.count("the bridge was shut") == (channel == "200")
    assert "the road was open" in bodies
    await store.close()
