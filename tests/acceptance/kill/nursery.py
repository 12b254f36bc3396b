"""Bots that can be killed, forked from one process that has loaded everything."""

from __future__ import annotations

import asyncio
import atexit
import functools
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.gazetteer import with_gazetteer

NEVER = "never"


class Nursery:
    """Bots with a folder of their own, forked from one process that has loaded everything."""

    def __init__(self, folder: Path, module: str = "tests.acceptance.kill.victim") -> None:
        self._folder, self._module = folder, module
        self._pids: list[int] = []
        self._lock = asyncio.Lock()

    async def __aenter__(self) -> Nursery:
        return self

    async def __aexit__(self, *_: object) -> None:
        for pid in filter(alive, self._pids):
            os.kill(pid, signal.SIGKILL)

    @property
    def log(self) -> str:
        """What the bots have said."""
        return (self._folder / "log").read_text(errors="replace")

    async def bear(
        self, environment: dict[str, str], *, point: str = NEVER, nth: int = 1, naive: bool = False, ahead: float = 0
    ) -> int:
        """Start a bot and return its process id."""
        own = {"DATELINE_DATA": str(self._folder), "DATELINE_SECRETS": str(self._folder / "none")}
        job = {
            "environment": own | environment,
            "log": str(self._folder / "log"),
            "point": point,
            "nth": nth,
            "naive": naive,
            "ahead": ahead,
        }
        async with self._lock:
            answer = await asyncio.to_thread(_fork, self._module, json.dumps(job))
        assert answer, "nobody forks"
        self._pids.append(int(answer))
        return self._pids[-1]


def _fork(module: str, job: str) -> bytes:
    process = _loaded(module)
    assert process.stdin
    assert process.stdout
    process.stdin.write(job.encode() + b"\n")
    process.stdin.flush()
    return process.stdout.readline()


@functools.cache
def _loaded(module: str) -> subprocess.Popen[bytes]:
    """The process that forks bots for each line that it reads, started when it is first asked for."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    folder = tempfile.TemporaryDirectory(prefix="dateline-nursery-")
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", module],
        env=kept | {"DATELINE_DATA": str(with_gazetteer(Path(folder.name))), "DATELINE_SECRETS": f"{folder.name}/none"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    atexit.register(folder.cleanup)
    atexit.register(_end, process)
    return process


def _end(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin
    process.stdin.close()
    process.wait(20)


def alive(pid: int) -> bool:
    """Whether a process runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
