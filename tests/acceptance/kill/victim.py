"""Starts bots quickly: loads everything once, then forks a real `run_bot` for each line on standard input.

A line is JSON: environment, point, nth, naive, and by how many seconds the bot's clock is ahead (so that nobody has to
wait for a dead bot's lease). The answer is the bot's process id.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import warnings
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import bot.platforms.discord.client
import bot.platforms.discord.render
import bot.platforms.slack.client
import bot.platforms.slack.render  # noqa: F401 - loaded before the bots are forked
from bot import app
from bot import run as running
from bot.delivery.worker import Clock, DeliveryWorker
from bot.knowledge.load import build_knowledge
from bot.logs import set_up_logs
from bot.settings import load_settings
from bot.store import open_store
from digests.knowledge import Knowledge
from tests.acceptance.kill.points import Death, DyingStore, dying

IDLE_SECONDS = 0.02
KNOWLEDGE: list[Knowledge] = []  #: loaded before the bots are forked


class Impatient(DeliveryWorker):
    """The real worker, looking more often."""

    async def run(self, clock: Clock, idle_seconds: float, stop: asyncio.Event) -> None:
        """As the worker does."""
        await super().run(clock, min(idle_seconds, IDLE_SECONDS), stop)


def run(job: dict[str, Any]) -> None:
    """Be a bot until killed or stopped."""
    os.environ.update(job["environment"])
    death = Death(job["point"], job["nth"])
    build = running.build_clients
    ahead = timedelta(seconds=job["ahead"])
    replaced: dict[str, Any] = {
        "utc_now": lambda: datetime.now(UTC) + ahead,
        "open_store": lambda url, clock: _open(url, clock, death),
        "build_clients": lambda *parts: dying(build(*parts), death, naive=job["naive"]),
        "build_knowledge": lambda _settings: KNOWLEDGE[0],
        "DeliveryWorker": Impatient,
    }
    for module in (app, running):
        for name in replaced.keys() & vars(module).keys():
            setattr(module, name, replaced[name])
    settings = load_settings()
    set_up_logs(settings.log_level, settings.secrets())
    asyncio.run(running.run_bot(settings))


async def _open(url: str, clock: Clock, death: Death) -> DyingStore:
    return DyingStore(await open_store(url, clock=clock), death)


def main(be: Callable[[dict[str, Any]], None]) -> None:
    """Fork a bot for each line.

    be: what a bot does.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the dead
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            job = json.loads(line)
            log = os.open(job["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            os.dup2(log, sys.stderr.fileno())
            sys.stdout = sys.stderr
            be(job)
            os._exit(0)
        print(pid, flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    warnings.simplefilter("error")
    KNOWLEDGE.append(build_knowledge(load_settings({})))
    main(run)
