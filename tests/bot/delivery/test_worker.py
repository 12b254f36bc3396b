"""The outbox worker: nothing lost, nothing posted twice, nobody held up by somebody else's channel."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, cast

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.circuit_breaker import FAILURES, FIRST_REST
from bot.delivery.retry import LONGEST_WAIT, MAX_ATTEMPTS, retry_at
from bot.delivery.worker import LEASE_SECONDS, POISON_ATTEMPTS, DeliveryWorker
from bot.errors import DeliveryError, DestinationError, StoreError, UnknownOutcomeError
from bot.models import Delivery
from bot.protocols import Store
from bot.store import SqlStore, open_store
from tests import make
from tests.bot.delivery.channels import DUE, LATER, Channel, failing, parts, queue, state, worker


class FlakyStore:
    """A store that refuses the first few takes."""

    def __init__(self, store: SqlStore) -> None:
        self.store, self.refusals = store, 2

    async def take_deliveries(self, now: datetime, **options: Any) -> list[Delivery]:
        """Refuse, or take."""
        if self.refusals:
            self.refusals -= 1
            raise StoreError("locked")
        return await self.store.take_deliveries(now, **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)


async def test_parts_are_posted_once_in_order(store: SqlStore) -> None:
    """All parts of a digest arrive, in order, and a second round posts nothing."""
    channel = Channel()
    await queue(store, *parts(3))
    assert await worker(store, channel).deliver_due(DUE) == 3
    assert await worker(store, channel).deliver_due(DUE) == 0
    assert channel.calls == ["d0", "d1", "d2"]
    assert [d.remote_id for d in await store.deliveries("discord:1")] == ["m-d2", "m-d1", "m-d0"]


async def test_failure_waits_and_holds_its_channel_only(store: SqlStore) -> None:
    """A transient failure is retried after its wait, its later parts wait behind it, other channels do not."""
    channel = Channel(failing(DeliveryError("busy"), channel="100"))
    await queue(store, *parts(2), make.delivery("e", destination=make.destination(channel="200")))
    work = worker(store, channel)
    assert await work.deliver_due(DUE) == 1
    assert await state(store) == {"d0": "pending", "d1": "pending", "e": "sent"}
    assert await work.deliver_due(DUE + timedelta(seconds=1)) == 0
    assert await work.deliver_due(DUE + timedelta(seconds=2)) == 2
    assert [call for call in channel.calls if call != "e"] == ["d0", "d0", "d1"]


async def test_permanent_failure_is_dead_at_once(store: SqlStore) -> None:
    """What cannot succeed is tried once, and what follows in the channel goes on."""
    channel = Channel(failing(DeliveryError("gone", permanent=True)))
    await queue(store, *parts(2))
    assert await worker(store, channel).deliver_due(DUE) == 1
    assert await state(store) == {"d0": "dead", "d1": "sent"}


@pytest.mark.parametrize(
    ("error", "attempts"),
    [(DeliveryError("busy"), MAX_ATTEMPTS), (ValueError("cannot be drawn"), POISON_ATTEMPTS)],
)
async def test_poison_ends_dead(store: SqlStore, error: Exception, attempts: int) -> None:
    """A delivery that fails every time is dead after its last attempt, and the next part is sent."""
    channel = Channel(failing(*[error] * attempts))
    await queue(store, *parts(2))
    work = worker(store, channel)
    with structlog.testing.capture_logs() as logged:
        for attempt in range(attempts + 1):
            await work.deliver_due(DUE + attempt * timedelta(minutes=20))
    assert {entry["delivery"] for entry in logged} == {"d0"}
    assert channel.calls == ["d0"] * attempts + ["d1"]
    assert await state(store) == {"d0": "dead", "d1": "sent"}


async def test_crashes_count_as_attempts(store: SqlStore) -> None:
    """A delivery that takes its worker down every time is given up without another post."""
    channel = Channel()
    await queue(store, *parts(1))
    now = DUE
    for _ in range(MAX_ATTEMPTS):
        assert await store.take_deliveries(now, platforms=["discord"], limit=1, lease_seconds=1)
        now += timedelta(seconds=1)
    assert await worker(store, channel).deliver_due(now) == 0
    assert channel.calls == []
    assert await state(store) == {"d0": "dead"}


async def test_no_answer_is_retried_under_the_same_id(store: SqlStore) -> None:
    """A post whose answer is lost is repeated with its id, so that the platform keeps one message."""
    channel = Channel()

    async def lose_first_answer(delivery: Delivery) -> None:
        if len(channel.calls) == 1:
            channel.messages[delivery.id] = "kept"
            await asyncio.Event().wait()

    channel.behave = lose_first_answer
    await queue(store, *parts(1))
    work = worker(store, channel, post_seconds=0.01)
    assert await work.deliver_due(DUE) == 0
    assert await work.deliver_due(LATER) == 1
    assert channel.calls == ["d0", "d0"]
    assert channel.messages == {"d0": "kept"}


async def test_lost_lease_is_left_to_who_holds_it(store: SqlStore) -> None:
    """A worker that was slow does not overwrite what another has marked since."""
    channel = Channel()

    async def other_takes_over(delivery: Delivery) -> None:
        (taken,) = await store.take_deliveries(LATER, platforms=["discord"], limit=1, lease_seconds=60)
        assert await store.mark_sent(taken, "by the other")

    channel.behave = other_takes_over
    await queue(store, *parts(1))
    await worker(store, channel).deliver_due(DUE)
    (delivery,) = await store.deliveries("discord:1")
    assert delivery.remote_id == "by the other"


class PausingStore:
    """A store whose process is stopped, as by SIGSTOP, once it has taken deliveries."""

    def __init__(self, store: SqlStore, pause: Callable[[], Awaitable[None]]) -> None:
        self.store, self.pause = store, pause

    async def take_deliveries(self, now: datetime, **options: Any) -> list[Delivery]:
        """Take, and sleep."""
        taken = await self.store.take_deliveries(now, **options)
        if taken:
            await self.pause()
        return taken

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)


async def test_worker_that_wakes_after_its_lease_posts_nothing(store: SqlStore) -> None:
    """Whatever its clock says, a paused worker asks the database whether its lease is still its own."""
    asleep, awake = Channel(), Channel()
    await queue(store, *parts(2))

    async def others_take_over() -> None:
        if not awake.calls:
            await worker(store, awake).deliver_due(DUE + timedelta(seconds=LEASE_SECONDS))

    paused = cast("SqlStore", PausingStore(store, others_take_over))
    await worker(paused, asleep).deliver_due(DUE)
    assert (asleep.calls, awake.calls) == ([], ["d0", "d1"])
    assert set((await state(store)).values()) == {"sent"}


@pytest.mark.parametrize(("resend", "calls", "ended"), [(False, ["d0"], "held"), (True, ["d0", "d0"], "sent")])
async def test_unknown_outcome_follows_the_policy(store: SqlStore, resend: bool, calls: list[str], ended: str) -> None:
    """What may have been posted, and cannot be looked up, is held with a word to the admin, or sent again."""

    async def cannot_see(delivery: Delivery) -> None:
        if delivery.id == "d0" and delivery.maybe_posted_since:
            raise UnknownOutcomeError("history closed")

    await queue(store, *parts(2))
    await store.take_deliveries(DUE, platforms=["discord"], limit=1, lease_seconds=1)  # and crash
    channel = Channel(cannot_see)
    work = DeliveryWorker(store, {"discord": channel}, resend_unknown=resend)
    with structlog.testing.capture_logs() as logged:
        await work.deliver_due(LATER)
        await work.deliver_due(LATER + timedelta(days=1))
    assert channel.calls == [*calls, "d1"]
    assert await state(store) == {"d0": ended, "d1": "sent"}
    assert [entry["channel"] for entry in logged if entry["log_level"] == "error"] == ["100"] * (not resend)


async def test_held_unknown_is_looked_for_once_more(store: SqlStore) -> None:
    """When somebody resumes the digest, what may have been posted is looked for, and found, not posted again."""
    readable = [False]

    async def look(delivery: Delivery) -> None:
        if delivery.maybe_posted_since and not readable[0]:
            raise UnknownOutcomeError("history closed")

    channel = Channel(look)
    await queue(store, *parts(1))
    [taken] = await store.take_deliveries(DUE, platforms=["discord"], limit=1, lease_seconds=1)
    await channel.post(taken)  # and crash
    await worker(store, channel).deliver_due(LATER)
    for readable[0], ended in ((False, "held"), (True, "sent")):
        assert await store.release("discord:1", "s1", LATER) == 1
        assert await state(store) == {"d0": "maybe_posted"}
        await worker(store, channel).deliver_due(LATER)
        assert await state(store) == {"d0": ended}
    assert list(channel.messages) == ["d0"]


async def test_only_what_may_be_there_makes_unsure(store: SqlStore) -> None:
    """A refusal leaves nothing to look for; a lost answer does, however many refusals come after it."""
    seen: list[datetime | None] = []
    outcomes = [DeliveryError("busy"), DeliveryError("lost", maybe_posted=True), DeliveryError("busy")]

    async def behave(delivery: Delivery) -> None:
        seen.append(delivery.maybe_posted_since)
        if outcomes:
            raise outcomes.pop(0)

    await queue(store, *parts(1))
    moments = [DUE + n * timedelta(minutes=20) for n in range(4)]
    for moment in moments:
        await worker(store, Channel(behave)).deliver_due(moment)
    assert seen == [None, None, moments[1], moments[1]]


async def test_closed_channel_pauses_its_digests(store: SqlStore) -> None:
    """A channel that is gone has its schedules paused with the reason, and its messages held; others go on."""
    await store.add_schedule(make.schedule("s2", destination=make.destination(channel="200")))

    async def closed(delivery: Delivery) -> None:
        if delivery.destination.channel == "100":
            raise DestinationError("the channel is gone")

    channel = Channel(closed)
    await queue(store, *parts(2), make.delivery("e", destination=make.destination(channel="200")))
    await worker(store, channel).deliver_due(DUE)
    assert await state(store) == {"d0": "held", "d1": "held", "e": "sent"}
    schedules = {one.id: (one.paused, one.paused_why) for one in await store.schedules("discord:1")}
    assert schedules == {"s1": (True, "the channel is gone"), "s2": (False, None)}


async def test_channel_that_keeps_failing_rests(store: SqlStore) -> None:
    """After five failures in a row a channel rests, also for the next delivery; one probe ends the rest."""
    down = True

    async def behave(_delivery: Delivery) -> None:
        if down:
            raise DeliveryError("busy")

    channel = Channel(behave)
    work = DeliveryWorker(store, {"discord": channel}, random=lambda: 0.0)
    await queue(store, *parts(2))
    for _ in range(3):
        await work.deliver_due(DUE)
    assert channel.calls == ["d0"] * FAILURES
    down = False
    assert await work.deliver_due(DUE + FIRST_REST / 2) == 0
    assert await work.deliver_due(DUE + FIRST_REST) == 2


async def test_worker_that_slept_past_its_lease_posts_nothing(store: SqlStore) -> None:
    """A process that was paused after taking leaves the delivery to whoever has it now."""
    channel, stop = Channel(), asyncio.Event()
    await queue(store, *parts(1))
    moments = [DUE]

    def woken_late() -> datetime:
        if moments:
            return moments.pop()
        stop.set()
        return DUE + timedelta(seconds=LEASE_SECONDS)

    await worker(store, channel).run(woken_late, 60, stop)
    assert channel.calls == []
    assert await state(store) == {"d0": "sending"}


async def test_run_delivers_until_stopped(store: SqlStore) -> None:
    """The worker runs on, past a slow channel, and when stopped lets what is in flight end."""
    last, release, stop = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def slow(delivery: Delivery) -> None:
        if delivery.id == "slow":
            await release.wait()
        if delivery.id == "d2":
            last.set()

    channel = Channel(slow)
    await queue(store, make.delivery("slow", destination=make.destination(channel="200")), *parts(3))
    running = asyncio.create_task(worker(store, channel).run(lambda: DUE, 0.01, stop))
    await last.wait()
    stop.set()
    await asyncio.sleep(0.02)
    assert not running.done()
    release.set()
    await running
    assert set((await state(store)).values()) == {"sent"}


async def test_store_that_fails_does_not_end_the_run(store: SqlStore) -> None:
    """A database that cannot be read for a while is asked again."""
    stop = asyncio.Event()

    async def end(_delivery: Delivery) -> None:
        stop.set()

    await queue(store, *parts(1))
    flaky = cast("Store", FlakyStore(store))
    await DeliveryWorker(flaky, {"discord": Channel(end)}).run(lambda: DUE, 0.001, stop)
    assert await state(store) == {"d0": "sent"}


async def test_two_workers_post_each_delivery_once(store_url: str) -> None:
    """Workers of two processes share the outbox: every message once, every channel in order."""
    stores = await asyncio.gather(open_store(store_url), open_store(store_url))
    channel = Channel()
    where = [make.destination(channel=str(n)) for n in range(3)]
    await queue(stores[0], *[make.delivery(f"{n}.{w.channel}", part=n, destination=w) for n in range(4) for w in where])
    await asyncio.gather(*[worker(store, channel).deliver_due(DUE) for store in stores])
    await worker(stores[0], channel).deliver_due(DUE)
    assert len(channel.calls) == len(set(channel.calls)) == 12
    for w in where:
        assert [call for call in channel.calls if call.endswith(f".{w.channel}")] == [
            f"{n}.{w.channel}" for n in range(4)
        ]
    for store in stores:
        await store.close()


@given(attempts=st.integers(1, 7), wished=st.none() | st.floats(min_value=0), random=st.floats(0, 1, exclude_max=True))
def test_wait_has_its_bounds(attempts: int, wished: float | None, random: float) -> None:
    """The wait is at least what the platform asked for, at most a day, and else below the doubling bound."""
    error = DeliveryError("busy", retry_after=wished)
    again = retry_at(make.delivery(attempts=attempts), error, DUE, random)
    assert again is not None
    low = min(wished or 0, LONGEST_WAIT.total_seconds())
    assert low - 1e-5 <= (again - DUE).total_seconds() <= max(low, min(2**attempts, 900)) + 1e-5
