"""Following a place or an actor: one's own, once a day at most, stopped by one tap, switched off by admins."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.errors import RequestError
from bot.models import Schedule, ScheduleDraft, follower
from bot.service.scheduling.follows import MOST
from bot.service.service import Service
from bot.store import SqlStore
from digests.models import Digest, Request, Section
from tests import make
from tests.bot.telling import Claims, Clock, small_service, tell
from tests.fakes import item

SERVER, READER = "discord:1", "7"
MINE = follower(SERVER, READER)


@pytest.fixture
async def service(store: SqlStore, claims: Claims, clock: Clock) -> Service:
    """The service on them, which knows one claim about Sudzha."""
    service = small_service(store, claims, clock)
    await tell(service, claims, "the road was open")
    return service


async def follow(service: Service, about: str = "Sudzha", **fields: str) -> Schedule:
    """Have a reader follow something."""
    asked = {"platform": "discord", "workspace": SERVER, "person": READER, "times": "07:30", "zone": "Europe/Kyiv"}
    return await service.follow(Request(about=about), **(asked | fields))


async def test_what_is_followed_comes_by_direct_message(service: Service, store: SqlStore, clock: Clock) -> None:
    """It is posted to the person alone, on their clock; Stop under it ends it, for them and nobody else."""
    schedule = await follow(service)
    assert await service.schedules(SERVER) == ()
    assert await service.queue_digest(schedule, clock.now)
    [delivery] = await store.deliveries(MINE)
    assert (delivery.destination.channel, schedule.zone) == ("@7", "Europe/Kyiv")
    assert [item.body for item in delivery.digest.items] == ["the road was open"]

    for tenant in (SERVER, follower(SERVER, "8"), follower("discord:2", READER)):
        with pytest.raises(RequestError, match="no longer"):
            await service.stop_following(tenant, delivery.id)
    assert (await service.stop_following(MINE, delivery.id)).about == "Sudzha"
    assert await service.schedules(MINE) == ()
    with pytest.raises(RequestError, match="no longer"):
        await service.stop_following(MINE, delivery.id)


@pytest.mark.parametrize("times", ["every 6 hours", "08:00,18:00", "hourly", "8am and 8:30"])
async def test_it_comes_once_a_day_at_most(service: Service, times: str) -> None:
    """More often is refused with what to write."""
    with pytest.raises(RequestError, match="once a day at most"):
        await follow(service, times=times)
    assert (await follow(service, times="8am weekdays")).cron == "0 8 * * mon-fri"


async def test_the_same_twice_and_too_much_are_refused(service: Service, store: SqlStore) -> None:
    """What one follows already, nothing at all, the unknown, and more than is good are refused in words."""
    await follow(service)
    for about, says in (("Sudzha", "already"), ("", "Say what"), ("Xyzzyland", "Nothing is known")):
        with pytest.raises(RequestError, match=says):
            await follow(service, about)
    for n in range(1, MOST):
        await store.add_schedule(make.schedule(f"s{n}", tenant=MINE, destination=make.destination(tenant=MINE)))
    with pytest.raises(RequestError, match="stop one of them first"):
        await follow(service, "Kursk")


async def test_a_story_is_followed(service: Service, store: SqlStore, claims: Claims, clock: Clock) -> None:
    """What joins a digest's story later comes by direct message, and nothing else; it is followed once."""
    schedule = await service.add_schedule(ScheduleDraft(destination=make.destination(), name="morning"))
    section = Section(heading="The dam of Sudzha", story="a1", items=(item("claim-a10"),))
    sent = make.delivery("sent", tenant=SERVER, digest=Digest(title="News", sections=(section,)), run_id="r1")
    await store.queue_run(make.run("r1", tenant=SERVER, schedule_id=schedule.id), [sent], [], next_due=clock.now)
    await tell(service, claims, "cracks opened in the dam of Sudzha", "a10")
    await service.queue_digest(schedule, clock.now)  # which gives the article its story
    for tenant, number in ((SERVER, 1), (SERVER, -1), ("discord:2", 0)):
        with pytest.raises(RequestError, match="no longer know"):
            await service.follow_story(tenant, "sent", number, platform="discord", person=READER, zone="")
    followed = await service.follow_story(SERVER, "sent", 0, platform="discord", person=READER, zone="Europe/Kyiv")
    with pytest.raises(RequestError, match="already"):
        await service.follow_story(SERVER, "sent", 0, platform="discord", person=READER, zone="")

    clock.now += timedelta(hours=20)
    await tell(service, claims, "water from the dam of Sudzha flooded the cracks in the dam", "a11")
    await tell(service, claims, "teachers were paid late", "a12")
    await store.place_articles({"a12": "a12"})
    assert await service.queue_digest(followed, clock.now)
    [delivery] = await store.deliveries(MINE)
    bodies = [line.body for line in delivery.digest.items]
    assert "water from the dam of Sudzha flooded the cracks in the dam" in bodies
    assert "teachers were paid late" not in bodies
    assert delivery.digest.title == "The dam of Sudzha"
    more = await service.more(MINE, delivery.id)
    assert {line.claim_id for line in more.digest.items} <= {"claim-a1", "claim-a10", "claim-a11"}
    assert not await service.queue_digest(await service.schedule(MINE, followed.name), clock.now + timedelta(hours=1))
    moved = await service.change_follow(MINE, followed.name, times="07:30", zone=None)
    assert (moved.cron, moved.zone) == ("30 7 * * *", "Europe/Kyiv")
    with pytest.raises(RequestError, match="once a day at most"):
        await service.change_follow(MINE, followed.name, times="every 6 hours", zone=None)


async def test_admins_switch_follows_off(service: Service) -> None:
    """What was followed there rests and nobody begins anew, until they are switched on; other servers go on."""
    await follow(service)
    elsewhere = await follow(service, workspace="discord:12")
    assert await service.switch_follows(SERVER, allowed=False) == 1
    [resting] = await service.schedules(MINE)
    assert resting.paused
    with pytest.raises(RequestError, match="switched follows off"):
        await follow(service, "Kursk")
    assert not (await service.schedule(elsewhere.tenant, elsewhere.name)).paused
    assert await service.switch_follows(SERVER, allowed=True) == 1
    assert not (await service.schedules(MINE))[0].paused
    await follow(service, "Kursk")
