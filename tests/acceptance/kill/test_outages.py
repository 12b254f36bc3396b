"""The bot outlives its database, and ends in time whatever hangs."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from bot.models import PlatformName
from bot.store import open_store
from tests import make
from tests.acceptance.kill.conftest import Databases
from tests.acceptance.kill.harness import TITLES, drama
from tests.acceptance.kill.nursery import Nursery, alive
from tests.bot.conftest import Server, new_database, own_server
from tests.peers.model import ModelPeer, hangs

ONCE = Counter(TITLES)
TWICE = Counter(TITLES * 2)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server that these tests may end and start."""
    with own_server() as started:
        yield started


async def _restart(server: Server) -> None:
    await asyncio.to_thread(server.crash)
    await asyncio.sleep(2)  # the bot meets a server that is not there
    await asyncio.to_thread(server.start)


async def test_database_restarted_between_digests(nursery: Nursery, server: Server) -> None:
    """A bot whose Postgres is gone for a while goes on by itself: what is due next is posted, once."""
    with new_database(server.url, "between") as url:
        async with drama(nursery, url, "discord") as stage:
            pid = await stage.begin()
            assert await stage.sent([pid]) == ONCE
            await _restart(server)
            await stage.make_due_again()
            assert await stage.sent([pid]) == TWICE
            await stage.end([pid])


@pytest.mark.parametrize("platform", ["discord", "slack"])
async def test_database_restarted_while_a_message_is_posted(
    nursery: Nursery, server: Server, platform: PlatformName
) -> None:
    """Where Postgres ends before a message that is posted is marked, it is found there, and not posted again."""
    with new_database(server.url, f"during_{platform}") as url:
        async with drama(nursery, url, platform, nonces=False) as stage:
            crashed = asyncio.Event()

            def crash(point: str) -> None:
                if point == "send.stored" and not crashed.is_set():
                    server.crash()
                    crashed.set()

            stage.peer.on = crash
            pid = await stage.begin()
            await asyncio.wait_for(crashed.wait(), 30)
            await asyncio.to_thread(server.start)
            stage.killed = 1  # nobody waits here for the lease to lapse
            assert await stage.recover() == ONCE
            assert alive(pid)
            await stage.end([pid])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the files of another process")
async def test_full_disk_between_digests(nursery: Nursery, sqlite: Databases) -> None:
    """A bot whose disk takes nothing more for a while posts nothing then, and everything once, when there is space."""
    async with drama(nursery, sqlite(), "discord") as stage:
        pid = await stage.begin()
        assert await stage.sent([pid]) == ONCE
        _fill_disk(pid)
        await stage.make_due_again()
        await asyncio.sleep(3)  # it finds out
        assert Counter(stage.peer.seen) == ONCE
        _fill_disk(pid, full=False)
        assert await stage.sent([pid]) == TWICE
        await stage.end([pid])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the files of another process")
async def test_full_disk_while_a_message_is_posted(nursery: Nursery, sqlite: Databases) -> None:
    """Where a message that is posted cannot be marked, it is found once there is space, and not posted again."""
    async with drama(nursery, sqlite(), "discord", nonces=False) as stage:
        pids: list[int] = []
        stage.peer.on = lambda point: _fill_disk(pids[0]) if point == "send.stored" else None
        pids.append(await stage.begin())
        await _until(lambda: stage.peer.seen)
        await asyncio.sleep(1)  # it finds out
        _fill_disk(pids[0], full=False)
        stage.killed = 1  # nobody waits here for the lease to lapse
        assert await stage.recover() == ONCE
        await stage.end(pids)


def _fill_disk(pid: int, *, full: bool = True) -> None:
    """Let a process write to no file, as if the disk were full."""
    _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (0 if full else most, most))


async def test_sigterm_does_not_wait_for_a_model_that_hangs(nursery: Nursery, sqlite: Databases) -> None:
    """Told to stop while a model thinks about a digest, the bot ends, and the next one makes that digest."""
    async with ModelPeer(hangs) as model, drama(nursery, sqlite(), "discord") as stage:
        await _tell(stage.url)
        plain = stage.environment
        stage.environment = plain | {"DATELINE_MODEL_API": model.api, "DATELINE_MODEL": "slow"}
        pid = await stage.begin()
        await _until(lambda: model.asked)
        os.kill(pid, signal.SIGTERM)
        await _until(lambda: not alive(pid))
        assert TITLES[0] not in stage.peer.seen
        assert "the model gave no proposal" not in nursery.log  # as it would be, had it been waited for
        stage.environment = plain
        assert await stage.recover() == ONCE


async def _tell(url: str) -> None:
    """Add a record whose claim a digest can print."""
    text = "The institute said troops had moved to Sudzha from Kursk."
    claim = make.spoken(text, "troops had moved to Sudzha from Kursk", source="The institute", cue="said")
    store = await open_store(url)
    await store.add_article(
        make.article(text, id="road"),
        [claim.model_copy(update={"passage": claim.passage.model_copy(update={"article_id": "road"})})],
        now=datetime.now(UTC),
    )
    await store.close()


async def _until(holds: Callable[[], object]) -> None:
    for _ in range(3_000):
        if holds():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not come to hold")
