"""Deliveries that wait: for the end of quiet hours, and for a closed channel to be opened again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.delivery.retry import MAX_ATTEMPTS
from bot.errors import DestinationError
from bot.models import QuietWindow
from bot.store import SqlStore
from tests import make
from tests.bot.delivery.channels import DUE, LATER, Channel, failing, parts, queue, state, worker

QUIET = QuietWindow(hours="22:00-07:00", zone="Europe/Kyiv")
NIGHT = datetime(2025, 2, 9, 21, 30, tzinfo=UTC)  # 23:30 in Kyiv
MORNING = datetime(2025, 2, 10, 5, 0, tzinfo=UTC)  # 07:00 in Kyiv


async def test_quiet_hours_hold_and_drop_nothing(store: SqlStore) -> None:
    """What falls into quiet hours is posted whole and in order when they end; other digests do not wait for it."""
    channel = Channel()
    await queue(store, *[part.model_copy(update={"quiet_window": QUIET}) for part in parts(2)], make.delivery("loud"))
    work = worker(store, channel)
    assert await work.deliver_due(NIGHT) == 1
    assert await state(store) == {"d0": "held", "d1": "held", "loud": "sent"}
    assert await work.deliver_due(MORNING - timedelta(seconds=1)) == 0
    assert await work.deliver_due(MORNING) == 2
    assert channel.calls == ["loud", "d0", "d1"]
    assert {delivery.attempts for delivery in await store.deliveries("discord:1")} == {1}


async def test_what_is_held_keeps_its_turn(store: SqlStore) -> None:
    """Once quiet hours are over, what was held goes before what came later."""
    channel = Channel()
    first = make.delivery("first", quiet_window=QUIET)
    await queue(store, first)
    work = worker(store, channel)
    assert await work.deliver_due(NIGHT) == 0
    later = make.run("r2", due=LATER)
    assert await store.queue_run(later, [make.delivery("second", run_id="r2")], [], next_due=LATER)
    assert await work.deliver_due(MORNING) == 2
    assert channel.calls == ["first", "second"]


async def test_nights_are_no_attempts(store: SqlStore) -> None:
    """However many times a message is found in quiet hours, it is not given up."""
    await queue(store, make.delivery(quiet_window=QuietWindow(hours="00:00-23:59", zone="UTC")))
    work = worker(store, Channel())
    for day in range(MAX_ATTEMPTS + 5):
        assert await work.deliver_due(DUE + timedelta(days=day)) == 0
    assert await state(store) == {"d1": "held"}


async def test_opened_channel_gets_what_it_refused(store: SqlStore) -> None:
    """Messages that a closed channel refused are sent, each once and in order, when their schedule is let go on."""
    closed = DestinationError("the channel is gone")
    channel = Channel(failing(closed, closed))
    await queue(store, *parts(2))
    work = worker(store, channel)
    await work.deliver_due(DUE)
    assert await state(store) == {"d0": "held", "d1": "held"}
    assert await work.deliver_due(DUE + timedelta(days=30)) == 0
    assert await store.release("discord:2", "s1", LATER) == 0
    assert await store.release("discord:1", "s1", LATER) == 2
    assert await work.deliver_due(LATER) == 2
    assert list(channel.messages) == ["d0", "d1"]
    assert await store.release("discord:1", "s1", LATER) == 0


async def test_letting_go_does_not_end_quiet_hours(store: SqlStore) -> None:
    """What waits for the end of quiet hours goes on waiting when its schedule is resumed."""
    await queue(store, make.delivery(quiet_window=QUIET))
    await worker(store, Channel()).deliver_due(NIGHT)
    assert await store.release("discord:1", "s1", NIGHT) == 0
    assert await state(store) == {"d1": "held"}
