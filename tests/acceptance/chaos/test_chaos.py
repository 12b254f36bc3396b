"""What was accepted before a storm or in it stands once, in order, when it is over."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.acceptance.chaos.storm import raised
from tests.bot.conftest import new_database, own_server


async def _live_through(folder: Path, seed: int, *, digests: int, seconds: float, quiet_seconds: float) -> None:
    with own_server() as server, new_database(server.url, "chaos") as url:
        async with raised(folder, server, url, seed) as storm:
            await storm.rage(digests=digests, seconds=seconds, quiet_seconds=quiet_seconds)
            print(json.dumps(storm.check(digests)))  # noqa: T201 - the storm's figures


@pytest.mark.timeout(180)
async def test_a_short_storm(tmp_path: Path) -> None:
    """Two replicas and a worker, killed and cut off for some seconds, lose, double and disorder nothing."""
    await _live_through(tmp_path, 5, digests=60, seconds=10, quiet_seconds=60)


@pytest.mark.soak
@pytest.mark.timeout(3_600)
async def test_a_long_storm(tmp_path: Path) -> None:
    """The same for CHAOS_SECONDS (20 minutes) and CHAOS_DIGESTS (5,000), from the seed CHAOS_SEED."""
    seconds = float(os.environ.get("CHAOS_SECONDS", "1200"))
    digests = int(os.environ.get("CHAOS_DIGESTS", "5000"))
    seed = int(os.environ.get("CHAOS_SEED", "1"))
    await _live_through(tmp_path, seed, digests=digests, seconds=seconds, quiet_seconds=max(120, seconds / 2))
