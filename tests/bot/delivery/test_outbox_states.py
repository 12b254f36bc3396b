"""The outbox against a model: leases, late marks and a clock that jumps, in any order."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.models import Delivery
from bot.store import SqlStore, open_store
from tests import make
from tests.bot.delivery.channels import DUE, LATER, Channel, state, worker


class Outbox(RuleBasedStateMachine):
    """Runs, lost replies, crashes, expired leases and a clock that jumps, in any order, against a model."""

    LEASE = 60

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.store: SqlStore = self.runner.run(open_store("sqlite://"))
        self.now = DUE
        self.order: list[tuple[str, str]] = []  # (channel, id) as queued
        self.ended: dict[str, str] = {}
        self.leases: dict[str, tuple[Delivery, datetime]] = {}
        self.stale: list[Delivery] = []

    @rule(count=st.integers(0, 3), channel=st.sampled_from("ab"))
    def queue(self, count: int, channel: str) -> None:
        """Queue a digest of some parts."""
        run = make.run(f"r{len(self.order)}-{self.now}", due=self.now)
        where = make.destination(channel=channel)
        ids = [f"{run.id}.{part}" for part in range(count)]
        fresh = [make.delivery(i, run_id=run.id, destination=where, not_before=self.now) for i in ids]
        if self.runner.run(self.store.queue_run(run, fresh, [], next_due=LATER)):
            self.order += [(channel, i) for i in ids]

    @rule(limit=st.integers(1, 3))
    def take(self, limit: int) -> None:
        """Lease what is due: the first open one of a channel, and none that somebody holds."""
        taken = self.runner.run(
            self.store.take_deliveries(self.now, platforms=["discord"], limit=limit, lease_seconds=self.LEASE)
        )
        for delivery in taken:
            channel = delivery.destination.channel
            first = next(i for where, i in self.order if where == channel and i not in self.ended)
            assert delivery.id == first
            held = self.leases.get(delivery.id)
            if held:
                assert held[1] <= self.now
                self.stale.append(held[0])
            self.leases[delivery.id] = (delivery, self.now + timedelta(seconds=self.LEASE))

    @precondition(lambda self: self.leases)
    @rule(data=st.data(), outcome=st.sampled_from(["sent", "dead", "again"]))
    def mark(self, data: st.DataObject, outcome: str) -> None:
        """The holder of a lease, expired or not, marks the outcome as long as nobody took over."""
        delivery, _ = self.leases.pop(data.draw(st.sampled_from(sorted(self.leases))))
        again = self.now if outcome == "again" else None
        if outcome == "sent":
            assert self.runner.run(self.store.mark_sent(delivery, "m"))
        else:
            assert self.runner.run(self.store.mark_failed(delivery, "e", retry_at=again))
        if outcome != "again":
            self.ended[delivery.id] = outcome

    @precondition(lambda self: self.stale)
    @rule()
    def mark_late(self) -> None:
        """Who has lost a lease changes nothing."""
        delivery = self.stale.pop()
        assert not self.runner.run(self.store.mark_sent(delivery, "m"))
        assert not self.runner.run(self.store.mark_failed(delivery, "e", retry_at=None))

    @rule(seconds=st.sampled_from([1, 59, 60, 10_000, -30]))
    def move_clock(self, seconds: int) -> None:
        """Time goes on, jumps, or is set back."""
        self.now += timedelta(seconds=seconds)

    @precondition(lambda self: self.leases)
    @rule()
    def take_over(self) -> None:
        """Every lease lapses, and another worker takes what is due."""
        self.now += timedelta(seconds=10_000)
        self.take(limit=3)

    @invariant()
    def states_agree(self) -> None:
        """What is sent or dead is so in the store, and nothing else."""
        held = self.runner.run(state(self.store))
        assert {i: how for i, how in held.items() if how in {"sent", "dead"}} == self.ended

    def teardown(self) -> None:
        """Whatever happened, a worker that comes later brings everything to its end."""
        channel = Channel()
        self.runner.run(worker(self.store, channel).deliver_due(self.now + timedelta(days=2)))
        assert set(self.runner.run(state(self.store)).values()) <= {"sent", "dead"}
        self.runner.run(self.store.close())
        self.runner.close()


TestOutbox = Outbox.TestCase
TestOutbox.settings = settings(max_examples=20, stateful_step_count=25)
