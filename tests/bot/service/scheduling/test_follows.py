"""Following a place or an actor: one's own, once a day at most, stopped by one tap, switched off by admins."""

from __future__ import annotations

import pytest

from bot.errors import RequestError
from bot.models import Schedule, follower
from bot.service.scheduling.follows import MOST
from bot.service.service import Service
from bot.store import SqlStore
from digests.models import Request
from tests import make
from tests.bot.telling import Claims, Clock, small_service, tell

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
