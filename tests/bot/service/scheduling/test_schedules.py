"""Schedules on a real store: what each queues and when, how it is named, and what is behind More."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.errors import RequestError
from bot.models import QuietWindow, ScheduleDraft
from bot.service.service import Service
from bot.store import SqlStore
from digests.errors import BadQueryError
from digests.models import Request
from tests import make
from tests.bot.telling import Claims, Clock, small_service, tell


@pytest.fixture
def service(store: SqlStore, claims: Claims, clock: Clock) -> Service:
    """The service on them, serving Discord."""
    return small_service(store, claims, clock)


def draft(**fields: object) -> ScheduleDraft:
    """A daily digest at 08:00 in Kyiv."""
    return ScheduleDraft.model_validate({"destination": make.destination(), "zone": "Europe/Kyiv", **fields})


async def test_a_schedule_posts_what_is_new_once(service: Service, claims: Claims, clock: Clock) -> None:
    """Each due time is queued once, and holds only what the schedule has not posted yet."""
    schedule = await service.add_schedule(draft(request=Request(about="kursk"), name="morning"))
    await tell(service, claims, "the road was open")

    clock.now += timedelta(days=1)
    await service.fire(schedule.id, schedule.next_due)
    await service.fire(schedule.id, schedule.next_due)
    clock.now += timedelta(days=1)
    assert not await service.send_now("discord:1", "morning")
    await tell(service, claims, "the bridge was shut", article_id="a2")
    clock.now += timedelta(hours=1)
    assert await service.send_now("discord:1", "MORNING")

    posted = await service._store.deliveries("discord:1")
    assert [[item.body for item in one.digest.items] for one in posted] == [
        ["the bridge was shut"],
        ["the road was open"],
    ]


async def test_an_empty_digest_is_said_or_skipped_by_choice(service: Service, clock: Clock) -> None:
    """With nothing new, `say` posts that and `skip` posts nothing."""
    await service.add_schedule(draft(name="quiet"))
    await service.add_schedule(draft(name="chatty", if_empty="say"))

    assert not await service.send_now("discord:1", "quiet")
    assert await service.send_now("discord:1", "chatty")

    [posted] = await service._store.deliveries("discord:1")
    assert posted.digest.notice == "Nothing new."


async def test_a_paused_schedule_is_not_fired(service: Service, claims: Claims, clock: Clock) -> None:
    """A paused schedule stays silent, and resumes at its next time instead of catching up."""
    schedule = await service.add_schedule(draft(name="morning"))
    await tell(service, claims, "the road was open")
    await service.pause_schedule("discord:1", "morning", paused=True)

    clock.now += timedelta(days=3)
    await service.fire(schedule.id, schedule.next_due)
    assert await service._store.deliveries("discord:1") == []

    resumed = await service.pause_schedule("discord:1", "morning", paused=False)
    assert resumed.next_due > clock.now


async def test_quiet_hours_go_with_each_message(service: Service, claims: Claims, clock: Clock) -> None:
    """A scheduled digest carries its quiet hours in the schedule's zone; one that somebody asks for does not wait."""
    await service.add_schedule(draft(name="morning", zone="Europe/Kyiv", quiet_hours="22:00-7:00"))
    await tell(service, claims, "the road was open")
    assert await service.send_now("discord:1", "morning")
    schedule = await service.quiet_schedule("discord:1", "morning", "21:00-06:00")
    await tell(service, claims, "the bridge was shut", article_id="a2")
    clock.now += timedelta(days=1)
    await service.fire(schedule.id, schedule.next_due)
    posted = await service._store.deliveries("discord:1")
    assert [one.quiet_window for one in posted] == [QuietWindow(hours="21:00-06:00", zone="Europe/Kyiv"), None]
    assert (await service.quiet_schedule("discord:1", "morning", "off")).quiet_hours is None


async def test_what_is_too_late_is_left_to_the_next_digest(service: Service, claims: Claims, clock: Clock) -> None:
    """Past its grace a digest is left out, once and for all, and what it would have said is in the next one."""
    schedule = await service.add_schedule(draft(name="morning", grace="2h"))
    await tell(service, claims, "the road was open")
    due = schedule.next_due
    clock.now = due + timedelta(hours=2, minutes=1)
    await service.fire(schedule.id, due)
    assert await service._store.deliveries("discord:1") == []
    [left] = await service.schedules("discord:1")
    assert (left.next_due, left.covered_until) == (due + timedelta(days=1), schedule.covered_until)
    clock.now = due  # another replica, whose clock is behind, makes no run of it either
    await service.fire(schedule.id, due)
    assert await service._store.deliveries("discord:1") == []
    clock.now = left.next_due + timedelta(hours=2)
    await service.fire(schedule.id, left.next_due)
    [posted] = await service._store.deliveries("discord:1")
    assert [item.body for item in posted.digest.items] == ["the road was open"]


async def test_resuming_sends_what_the_channel_refused(service: Service, claims: Claims, clock: Clock) -> None:
    """A digest that met a closed channel goes out when its schedule is resumed."""
    await service.add_schedule(draft(name="morning"))
    await tell(service, claims, "the road was open")
    assert await service.send_now("discord:1", "morning")
    store = service._store
    [taken] = await store.take_deliveries(clock.now, platforms=["discord"], limit=1, lease_seconds=60)
    assert await store.mark_held(taken, "the channel is gone", until=None)
    await store.pause_destination(taken.destination, "the channel is gone")
    await service.pause_schedule("discord:1", "morning", paused=False)
    [again] = await store.take_deliveries(clock.now, platforms=["discord"], limit=1, lease_seconds=60)
    assert (again.id, again.attempts) == (taken.id, 1)


async def test_schedules_of_platforms_served_elsewhere_are_left_alone(service: Service, claims: Claims) -> None:
    """A process queues nothing for a platform that it does not serve."""
    slack = make.destination(platform="slack", tenant="slack:1")
    schedule = await service.add_schedule(draft(destination=slack, name="morning"))
    await tell(service, claims, "the road was open")

    await service.fire(schedule.id, schedule.next_due)

    assert await service._store.deliveries("slack:1") == []


async def test_next_sends_are_told_in_the_schedules_zone(service: Service) -> None:
    """The next three times are given as the clock on the wall there will show them."""
    schedule = await service.add_schedule(draft(name="morning", zone="europe/kyiv"))

    sends = service.next_sends(schedule)

    assert [f"{send:%d %b %H:%M %Z}" for send in sends] == ["09 Feb 08:00 EET", "10 Feb 08:00 EET", "11 Feb 08:00 EET"]


async def test_names_of_schedules_are_their_own(service: Service) -> None:
    """A given name is taken once; an ungiven one is made from the subject."""
    await service.add_schedule(draft(name="morning"))
    with pytest.raises(RequestError, match="already a digest called “morning”"):
        await service.add_schedule(draft(name="morning"))

    names = [(await service.add_schedule(draft(request=Request(about="kursk")))).name for _ in range(2)]

    assert names == ["kursk", "kursk-2"]
    with pytest.raises(RequestError, match="Digests here: kursk, kursk-2, morning"):
        await service.remove_schedule("discord:1", "evening")


@pytest.mark.parametrize(
    "fields",
    [
        {"at": "25:00"},
        {"days": "someday"},
        {"zone": "Europe/Kiyv"},
        {"quiet_hours": "x"},
        {"grace": "x"},
    ],
)
async def test_a_bad_schedule_is_refused_before_it_is_stored(service: Service, fields: dict[str, str]) -> None:
    """A wrong time, day or zone is refused with what to write instead."""
    with pytest.raises((RequestError, BadQueryError)):
        await service.add_schedule(draft(**fields))

    assert await service.schedules("discord:1") == ()


async def test_a_picked_suggestion_is_a_name_everywhere(service: Service, claims: Claims) -> None:
    """What autocomplete sends for a subject is told by its name: in the heading, the schedule and its name."""
    await tell(service, claims, "troops moved near Sudzha")
    [choice, *_] = await service.suggest("sudz")
    assert choice.value.startswith("place:")
    request = Request(about=choice.value)
    schedule = await service.add_schedule(draft(request=request))
    assert (schedule.name, schedule.about) == ("sudzha", "Sudzha")
    assert (await service.preview(request)).title == "Sudzha digest"
    assert await service.send_now(schedule.tenant, "sud\N{ZERO WIDTH SPACE}zha")


async def test_an_unknown_subject_is_refused_with_what_is_near(service: Service, claims: Claims) -> None:
    """No digest is kept on what nobody has heard of; a place without claims, and words that are claimed, are taken."""
    await tell(service, claims, "troops moved near Sudzha")
    for request in (Request(about="Xyzzyland"), Request(by="Xyzzyland")):
        with pytest.raises(RequestError, match="Nothing is known about “Xyzzyland”"):
            await service.add_schedule(draft(request=request))
    with pytest.raises(RequestError, match=r"Near it: .*Sudzha"):
        await service.preview(Request(about="Sudzhanovka"))
    taken = {"Kharkiv": "Kharkiv", "troops": "troops", "Sudzah": "Sudzha"}
    for about, name in taken.items():
        assert (await service.add_schedule(draft(request=Request(about=about)))).about.startswith(name)


async def test_what_did_not_fit_is_behind_more(service: Service, claims: Claims, clock: Clock, store: SqlStore) -> None:
    """Each claim that was new for a digest is in it or on a page of More, once; nobody else's workspace gets to it."""
    for n in range(16):
        await tell(service, claims, f"{n} lorries moved near Sudzha", f"a{n}")
    schedule = await service.add_schedule(draft(request=Request(about="kursk"), max_lines=2))
    await service.send_now(schedule.tenant, schedule.name)
    [delivery] = await store.deliveries(schedule.tenant)
    printed = [item.claim_id for item in delivery.digest.items]
    assert "Sudzha" in {subject.name for subject in delivery.digest.subjects}
    shown, page = list(printed), None
    while True:
        answer = await service.more(schedule.tenant, delivery.id, page=page)
        shown += [item.claim_id for item in answer.digest.items]
        page = answer.next_page
        if page is None:
            break
    assert len(shown) == len(set(shown)) == 16
    posted = await service.posted(schedule.tenant, delivery.id)
    assert [item.model_copy(update={"claim_id": ""}) for item in posted.items] == [
        item.model_copy(update={"claim_id": ""}) for item in delivery.digest.items
    ]
    stored_ids = await store.stored_ids(printed)
    assert [item.claim_id for item in posted.items] == [i if i in stored_ids else "" for i in printed]
    for call in (service.posted, service.more):
        with pytest.raises(RequestError, match="no longer know"):
            await call("discord:elsewhere", delivery.id)
