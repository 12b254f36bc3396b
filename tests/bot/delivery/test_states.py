"""The outbox worker against a model: whatever fails, in whatever order, a message is seen at most once and in order."""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.delivery.worker import LEASE_SECONDS, DeliveryWorker
from bot.errors import DeliveryError, DestinationError, UnknownOutcomeError
from bot.models import Delivery, PlatformName, QuietWindow
from bot.store import SqlStore, open_store
from tests import make

NIGHT = QuietWindow(hours="22:00-07:00", zone="UTC")
FATES = ("ok", "busy", "lost", "lost before", "refused", "crash", "crash after", "not drawn")


class CrashError(BaseException):
    """The process is gone."""


class Paper:
    """A platform that forgets nothing, but lets nobody look if it is told to, and fails as fate has it."""

    name: PlatformName = "discord"

    def __init__(self) -> None:
        self.fates: list[str] = []
        self.readable = True
        self.closed: set[str] = set()
        self.seen: defaultdict[str, list[str]] = defaultdict(list)

    async def post(self, delivery: Delivery) -> str:
        """Look if need be, post, or fail before or after it."""
        shown = self.seen[delivery.destination.channel]
        if delivery.destination.channel in self.closed:
            raise DestinationError("gone")
        if delivery.maybe_posted_since and not self.readable:
            raise UnknownOutcomeError("nobody may look")
        if not (delivery.maybe_posted_since and delivery.id in shown):
            fate = self.fates.pop() if self.fates else "ok"
            self._before(fate)
            shown.append(delivery.id)
            self._after(fate)
        return delivery.id

    def _before(self, fate: str) -> None:
        failures = {
            "busy": DeliveryError("busy"),
            "lost before": DeliveryError("lost", maybe_posted=True),
            "refused": DeliveryError("refused", permanent=True),
            "crash": CrashError(),
            "not drawn": ValueError("odd digest"),
        }
        if fate in failures:
            raise failures[fate]

    def _after(self, fate: str) -> None:
        if fate == "lost":
            raise DeliveryError("lost", maybe_posted=True)
        if fate == "crash after":
            raise CrashError


class Deliveries(RuleBasedStateMachine):
    """Fire, claim, send, lose the reply, crash, let leases lapse, move the clock, close and open the channel."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.store: SqlStore = self.runner.run(open_store("sqlite://"))
        self.now = datetime(2025, 2, 9, 8, 0, tzinfo=UTC)
        self.platform = Paper()
        self.queued: defaultdict[str, list[str]] = defaultdict(list)
        self.held: set[str] = set()  # what waited while others passed
        for channel in "ab":
            schedule = make.schedule(channel, destination=make.destination(channel=channel))
            self.runner.run(self.store.add_schedule(schedule))

    @rule(channel=st.sampled_from("ab"), parts=st.integers(1, 3), quiet=st.booleans())
    def fire(self, channel: str, parts: int, quiet: bool) -> None:
        """Two replicas fire; one run is accepted."""
        run = make.run(f"{channel}{self.now}", schedule_id=channel, due=self.now)
        where = make.destination(channel=channel)
        ids = [f"{run.id}.{part}" for part in range(parts)]
        common = {"run_id": run.id, "destination": where, "not_before": self.now}
        fresh = [make.delivery(i, **common, quiet_window=NIGHT if quiet else None) for i in ids]
        for _ in range(2):
            if self.runner.run(self.store.queue_run(run, fresh, [], next_due=self.now)):
                self.queued[channel] += ids

    @rule(fates=st.lists(st.sampled_from(FATES), max_size=4))
    def work(self, fates: list[str]) -> None:
        """A replica delivers what is due until it has nothing left or is gone."""
        self.platform.fates = fates
        self._deliver()

    @rule()
    def claim_and_vanish(self) -> None:
        """A replica leases what is due, and is not heard of again."""
        self.runner.run(
            self.store.take_deliveries(self.now, platforms=["discord"], limit=5, lease_seconds=LEASE_SECONDS)
        )

    @rule(channel=st.sampled_from("ab"))
    def disable(self, channel: str) -> None:
        """The channel is closed: whatever is sent there now is refused, and its digests are paused."""
        self.platform.closed.add(channel)

    @rule(channel=st.sampled_from("ab"))
    def resume(self, channel: str) -> None:
        """An admin opens the channel again and resumes its digest."""
        self.platform.closed.discard(channel)
        self.runner.run(self.store.release("discord:1", channel, self.now))

    @precondition(lambda self: self.queued)
    @rule(data=st.data(), drop=st.booleans())
    def decide(self, data: st.DataObject, drop: bool) -> None:
        """The operator sends a message again, or gives it up; what is on its way or sent is left alone."""
        channel = data.draw(st.sampled_from(sorted(self.queued)))
        row = make.delivery(data.draw(st.sampled_from(self.queued[channel])))
        before = self._states()[row.id]
        if drop:
            done = self.runner.run(self.store.drop(row))
        else:
            done = self.runner.run(self.store.send_again(row, self.now, anyway=False))
        assert done == (before not in {"sending", "sent"})
        self.held |= {row.id} if done else set()  # later ones may have passed it

    @rule(seconds=st.sampled_from([1, 60, LEASE_SECONDS, 3_600, 8 * 3_600, 86_400, -30]))
    def move_clock(self, seconds: float) -> None:
        """Time goes on, jumps, or is set back."""
        self.now += timedelta(seconds=seconds)

    @rule(readable=st.booleans())
    def let_look(self, readable: bool) -> None:
        """The right to read the history is given or taken."""
        self.platform.readable = readable

    @invariant()
    def seen_once_and_in_order(self) -> None:
        """Readers see no message twice, and those of a channel in the order in which they were queued.

        What was held while others passed comes later.
        """
        self.held |= {i for i, state in self._states().items() if state == "held"}
        for channel, seen in self.platform.seen.items():
            assert len(seen) == len(set(seen))
            straight = [i for i in self.queued[channel] if i in seen and i not in self.held]
            assert [i for i in seen if i not in self.held] == straight

    @invariant()
    def nothing_is_lost(self) -> None:
        """Whatever was accepted is in the outbox, and what is marked as sent was seen."""
        states = self._states()
        seen = {i for shown in self.platform.seen.values() for i in shown}
        assert states.keys() == {i for ids in self.queued.values() for i in ids}
        assert {i for i, state in states.items() if state == "sent"} <= seen

    def _deliver(self) -> None:
        worker = DeliveryWorker(self.store, {"discord": self.platform}, random=lambda: 0.5)
        with contextlib.suppress(CrashError):
            self.runner.run(worker.deliver_due(self.now))

    def _states(self) -> dict[str, str]:
        held = self.runner.run(self.store.deliveries("discord:1", limit=1_000))
        return {delivery.id: delivery.state for delivery in held}

    def teardown(self) -> None:
        """When all is well again, everything comes to its end; what waits for a person, once they resume its digest."""
        self.platform.fates, self.platform.readable = [], True
        self._settle()
        assert set(self._states().values()) <= {"sent", "held", "dead"}
        for channel in "ab":
            self.resume(channel)
        self._settle()
        assert set(self._states().values()) <= {"sent", "dead"}
        self.runner.run(self.store.close())
        self.runner.close()

    def _settle(self) -> None:
        for _ in range(3):
            self.now = self.now.replace(hour=12) + timedelta(days=2)
            self._deliver()
        self.seen_once_and_in_order()
        self.nothing_is_lost()


TestDeliveries = Deliveries.TestCase
TestDeliveries.settings = settings(max_examples=15, stateful_step_count=25)
