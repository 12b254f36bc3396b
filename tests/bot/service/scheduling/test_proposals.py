"""A schedule is shown with just what it would post, and kept when its asker says so."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.errors import RequestError
from bot.models import Delivery, Destination, Schedule, ScheduleChanges, ScheduleDraft
from bot.service.service import Service
from bot.store import SqlStore
from digests.models import Request
from tests.bot.telling import Claims, Clock, small_service, tell

TENANT = "discord:1"
HERE = Destination(platform="discord", tenant=TENANT, channel="5")
ADMIN = {"actor": "7", "tenant": TENANT}


@pytest.fixture
def service(store: SqlStore, claims: Claims, clock: Clock) -> Service:
    """The service on them."""
    return small_service(store, claims, clock)


def draft(**fields: object) -> ScheduleDraft:
    """What an admin asks for."""
    return ScheduleDraft.model_validate({"destination": HERE, "made_by": "7", **fields})


async def posted(store: SqlStore) -> list[list[str]]:
    """The lines of what is on its way."""
    return [[item.line for item in row.digest.items] for row in await store.deliveries(TENANT)]


async def due(service: Service, store: SqlStore, schedule: Schedule, clock: Clock) -> Delivery:
    """Let a schedule be due, and take what it has to post."""
    assert await service.queue_digest(schedule, clock.now)
    [taken] = await store.take_deliveries(clock.now, platforms=["discord"], limit=1, lease_seconds=90)
    return taken


async def test_what_is_shown_is_what_is_posted(service: Service, claims: Claims, store: SqlStore) -> None:
    """Nothing is kept by a proposal; Post now keeps it and posts the very lines that were shown."""
    await tell(service, claims, "the road was open")
    proposal = await service.propose(draft(at="9am weekdays", zone="Europe/Kyiv"))
    assert proposal.digest
    assert await service.schedules(TENANT) == ()
    assert len(proposal.sends) == 3

    settled = await service.settle(proposal.token, "post", **ADMIN)

    assert settled.posted
    assert await posted(store) == [[item.line for item in proposal.digest.items]]
    assert await service.schedules(TENANT) != ()
    with pytest.raises(RequestError, match="settled already"):
        await service.settle(proposal.token, "save", **ADMIN)


async def test_the_first_digest_reaches_back_until_it_has_lines(service: Service, claims: Claims, clock: Clock) -> None:
    """Where a day holds nothing the week is taken, and so on; what an admin names is taken as it is."""
    await tell(service, claims, "the road was open")
    clock.now += timedelta(days=5)

    assert (await service.propose(draft())).first == "7d"
    day = await service.propose(draft(first="24h"))
    assert (day.first, day.digest) == ("24h", None)
    week = await service.change_proposal(day.token, first="7d", **ADMIN)
    assert week.digest
    assert week.digest.items


async def test_the_zone_is_asked_once(service: Service) -> None:
    """A zone that nobody has named is asked for; the next schedule of the workspace takes the same."""
    first = await service.propose(draft())
    assert not first.zone_named
    named = await service.change_proposal(first.token, zone="Europe/Kyiv", **ADMIN)
    await service.settle(named.token, "save", **ADMIN)

    second = await service.propose(draft(name="second"))

    assert (second.zone_named, second.schedule.zone) == (True, "Europe/Kyiv")


@pytest.mark.parametrize("who", [{"actor": "8"}, {"tenant": "discord:2"}])
async def test_a_proposal_is_its_askers_own(service: Service, who: dict[str, str]) -> None:
    """Another person's press, or one in another workspace, settles nothing and changes nothing."""
    proposal = await service.propose(draft())
    with pytest.raises(RequestError):
        await service.settle(proposal.token, "save", **(ADMIN | who))
    with pytest.raises(RequestError):
        await service.change_proposal(proposal.token, first="7d", **(ADMIN | who))
    with pytest.raises(RequestError):
        await service.settle("guessed", "save", **ADMIN)
    assert (await service.settle(proposal.token, "save", **ADMIN)).schedule


async def test_a_proposal_outlives_a_restart_and_is_settled_once(
    service: Service, claims: Claims, store: SqlStore, clock: Clock
) -> None:
    """Another process can settle what one has shown, and of two presses at once one is told that it is done."""
    proposal = await service.propose(draft())
    other = small_service(store, claims, clock)
    presses = (one.settle(proposal.token, "save", **ADMIN) for one in (service, other))
    outcomes = await asyncio.gather(*presses, return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["RequestError", "Settlement"]
    assert len(await service.schedules(TENANT)) == 1


async def test_a_proposal_is_forgotten(service: Service, clock: Clock) -> None:
    """An hour later, or after Cancel, it can no longer be kept; one whose name was taken meanwhile waits on."""
    cancelled, late, other = [await service.propose(draft(name=name)) for name in ("a", "b", "c")]
    assert (await service.settle(cancelled.token, "cancel", **ADMIN)).schedule is None
    await service.add_schedule(draft(name="c"))
    for _ in range(2):
        with pytest.raises(RequestError, match="already a digest called"):
            await service.settle(other.token, "save", **ADMIN)
    clock.now += timedelta(hours=2)
    for proposal in (cancelled, late):
        with pytest.raises(RequestError, match="too old"):
            await service.settle(proposal.token, "save", **ADMIN)


async def test_everything_but_history_can_be_changed(service: Service, claims: Claims, clock: Clock) -> None:
    """A changed schedule does not repeat what it has posted, and what is not named stays as it was."""
    await tell(service, claims, "the road was open")
    schedule = await service.add_schedule(draft(name="morning", at="08:00", days="weekdays"))
    assert await service.queue_digest(schedule, clock.now)
    changes = ScheduleChanges(
        name="Evening", at="6pm", zone="Europe/Kyiv", request=Request(about="Sudzha"), channel="6", max_lines=3,
        if_empty="say", quiet_hours="22:00-07:00", grace="2h",
    )  # fmt: skip

    changed = await service.edit_schedule(TENANT, "morning", changes)

    assert (changed.id, changed.name, changed.cron) == (schedule.id, "evening", "0 18 * * mon-fri")
    assert (changed.zone, changed.about, changed.destination.channel) == ("Europe/Kyiv", "Sudzha", "6")
    assert (changed.max_lines, changed.if_empty, changed.grace) == (3, "say", 120)
    clock.now += timedelta(hours=1)
    assert await service.queue_digest(await service.schedule(TENANT, "evening"), clock.now)  # it says that it is empty
    with pytest.raises(RequestError, match="Say what shall be different"):
        await service.edit_schedule(TENANT, "evening", ScheduleChanges())
    await service.add_schedule(draft(name="noon"))
    with pytest.raises(RequestError, match="already a digest called"):
        await service.edit_schedule(TENANT, "noon", ScheduleChanges(name="evening"))


async def test_a_test_counts_as_nothing(service: Service, claims: Claims, store: SqlStore, clock: Clock) -> None:
    """A test posts what would be posted, says that it is one, and all of it comes again when it is due."""
    await tell(service, claims, "the road was open")
    schedule = await service.add_schedule(draft(name="morning"))
    await service.send_test(TENANT, "morning")
    [test] = await store.deliveries(TENANT)

    clock.now += timedelta(minutes=1)
    assert await service.queue_digest(await service.schedule(TENANT, "morning"), schedule.next_due)

    newest, _ = await store.deliveries(TENANT)
    assert test.digest.title.startswith("Test: ")
    assert [item.line for item in newest.digest.items] == [item.line for item in test.digest.items]


async def test_a_schedule_tells_how_it_does(service: Service, claims: Claims, store: SqlStore, clock: Clock) -> None:
    """Its report names the latest results with their errors, and when it was last right, also while it is paused."""
    await tell(service, claims, "the road was open")
    schedule = await service.add_schedule(draft(name="morning"))
    assert (await service.report_schedule(TENANT, "morning")).results == ()
    right = clock.now
    await store.mark_sent(await due(service, store, schedule, clock), "1")
    clock.now += timedelta(hours=1)
    await tell(service, claims, "the bridge was closed", article_id="a2")
    schedule = await service.schedule(TENANT, "morning")
    await store.mark_held(await due(service, store, schedule, clock), "the channel is gone", until=None)
    await store.pause_destination(HERE, "the channel is gone")

    report = await service.report_schedule(TENANT, "morning")

    assert [(result.state, result.error) for result in report.results] == [
        ("held", "the channel is gone"),
        ("posted", None),
    ]
    assert (report.last_right, report.sends, report.schedule.paused) == (right, (), True)
    assert [one.name for one in await service.resume_schedules(TENANT)] == ["morning"]
    assert await service.resume_schedules(TENANT) == ()
