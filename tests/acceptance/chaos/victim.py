"""Starts replicas and workers quickly: loads everything once, then forks one for each line on standard input.

A line is JSON whose `environment` says the role (CHAOS_ROLE) and where the house's clock is (CHAOS_CLOCK): a file that
holds by how many seconds it is ahead, for all processes at once. Leases are as much shorter as the storm is than life.
"""

from __future__ import annotations

import asyncio
import os
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import bot.run
import bot.worker
from bot import app
from bot.delivery import worker as delivery
from bot.jobs.worker import JobWorker
from bot.knowledge.load import build_knowledge
from bot.logs import set_up_logs
from bot.settings import load_settings
from tests.acceptance.kill import victim

LEASE_SECONDS, POST_SECONDS, STALLED_SECONDS = 20.0, 2.0, 4.0


class Hasty(victim.Impatient):
    """The real delivery worker, which waits less long for an answer."""

    def __init__(self, *parts: Any, **options: Any) -> None:
        super().__init__(*parts, **options, post_seconds=POST_SECONDS)


class HouseClock:
    """The clock of all processes, which somebody steps."""

    path: ClassVar[Path]

    @classmethod
    def now(cls) -> datetime:
        """What it shows."""
        return datetime.now(UTC) + timedelta(seconds=float(cls.path.read_text() or 0))


def run(job: dict[str, Any]) -> None:
    """Be a replica or a worker until killed or stopped."""
    os.environ.update(job["environment"])
    HouseClock.path = Path(os.environ["CHAOS_CLOCK"])
    delivery.LEASE_SECONDS = LEASE_SECONDS
    shorter: Any = JobWorker.__init__
    shorter.__kwdefaults__["stalled_seconds"] = STALLED_SECONDS
    app.__dict__["build_knowledge"] = lambda _: victim.KNOWLEDGE[0]
    bot.run.__dict__["DeliveryWorker"] = Hasty
    for module in (app, bot.run, bot.worker):
        module.__dict__["utc_now"] = HouseClock.now
    settings = load_settings()
    set_up_logs(settings.log_level, settings.secrets())
    asyncio.run(bot.worker.run_worker(settings) if os.environ["CHAOS_ROLE"] == "worker" else bot.run.run_bot(settings))


if __name__ == "__main__":
    warnings.simplefilter("error")
    victim.KNOWLEDGE.append(build_knowledge(load_settings({})))
    victim.main(run)
