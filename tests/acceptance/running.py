"""Dateline as people run it: a process with an environment of its own."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import functools
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.models import Schedule
from bot.store import open_store
from tests.acceptance.forking import forker
from tests.gazetteer import with_gazetteer
from tests.paths import SAMPLES

_PROGRAM = ("-m", "bot")

RECORD = """{
  "id": "flood-1",
  "url": "https://wire.example/flood",
  "headline": "Flood in the Kursk region",
  "publisher": {"name": "Example Wire", "url": "https://wire.example"},
  "date_published": "2025-02-07T10:00:00+00:00",
  "body": "The regional rescue service said on Thursday that 40 houses were flooded in Kursk."
}
"""


class Dateline:
    """Runs `dateline` commands in a data folder, with only the environment that it is given."""

    _is_new = False  #: whether the gazetteer is still to be unpacked, which takes half a second

    def __init__(self, data: Path, *, program: Sequence[str] = _PROGRAM, **environment: str) -> None:
        self._program = program
        if not self._is_new:
            with_gazetteer(data)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
        self.environment = {
            **kept,
            "DATELINE_DATA": str(data),
            "DATELINE_SECRETS": str(data / "no-secrets"),
            "COLUMNS": "200",
            **environment,
        }
        #: whether a fork is as good: nothing is set that Python reads before the program begins but one that it heeds
        early = {name for name in environment if name.startswith(("PYTHON", "LC_"))}
        self._is_plain = program == _PROGRAM and early <= {"PYTHONIOENCODING"}
        self.database = environment.get("DATELINE_DATABASE", f"sqlite:///{data / 'dateline.db'}")

    async def __call__(self, *arguments: str, given: str = "", encoding: str = "utf-8") -> tuple[int, str, str]:
        """Run a command to its end: exit code, standard output, standard error."""
        if self._is_plain:
            end = await asyncio.to_thread(forker().run, arguments, self.environment, given.encode())
            return end.code, end.out.decode(encoding), end.err.decode(encoding)
        process = await self._start(*arguments)
        out, err = await process.communicate(given.encode())
        return process.returncode or 0, out.decode(encoding), err.decode(encoding)

    @contextlib.asynccontextmanager
    async def running(self, command: str = "run") -> AsyncIterator[asyncio.subprocess.Process]:
        """`dateline run`, or another that goes on, ended by SIGTERM, which it must obey with exit code 0."""
        process = await self._start(command)
        try:
            yield process
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
            _, err = await asyncio.wait_for(process.communicate(), 60)
            self.log = err.decode()
        assert process.returncode == 0, self.log

    @contextlib.asynccontextmanager
    async def serving(self, *arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """A command that goes on until Ctrl-C, which it must obey with exit code 130."""
        process = await self._start(*arguments)
        try:
            yield process
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGINT)
            _, err = await asyncio.wait_for(process.communicate(), 60)
        assert process.returncode == 130, err.decode()

    def hold_samples(self) -> None:
        """Begin with a database to which the sample records were added: a copy of one that `dateline add` has made."""
        path = Path(self.database.removeprefix("sqlite:///"))
        assert not path.exists()
        shutil.copyfile(_sampled(), path)

    def command(self, *arguments: str) -> tuple[list[str], dict[str, str]]:
        """A command's words and its environment, for a program that runs it by itself."""
        return [sys.executable, *self._program, *arguments], self.environment

    async def make_due(self, tenant: str) -> None:
        """Move a workspace's schedules to a minute ago, as if their time had just come."""
        store = await open_store(self.database)
        try:
            for schedule in await store.schedules(tenant):
                await store.update_schedule(self._due(schedule))
        finally:
            await store.close()

    @staticmethod
    def _due(schedule: Schedule) -> Schedule:
        return schedule.model_copy(update={"next_due": datetime.now(UTC) - timedelta(minutes=1)})

    async def _start(self, *arguments: str) -> asyncio.subprocess.Process:
        pipe = asyncio.subprocess.PIPE
        return await asyncio.create_subprocess_exec(
            sys.executable, *self._program, *arguments, env=self.environment, stdin=pipe, stdout=pipe, stderr=pipe
        )


#: A program that runs commands one after another, given as JSON, and ends with how each has ended.
IN_TURN = """
import json, sys
from bot.cli.main import main
codes = []
for words in json.loads(sys.argv[1]):
    sys.argv = ["dateline", *words]
    try:
        main()
    except SystemExit as end:
        codes.append(end.code)
print(json.dumps(codes))
"""


class NewDateline(Dateline):
    """One that finds its data folder as on a machine that never ran it."""

    _is_new = True


@functools.cache
def _sampled() -> Path:
    """A database file to which the command has added the sample records, made when it is first asked for."""
    folder = tempfile.TemporaryDirectory(prefix="dateline-samples-")
    atexit.register(folder.cleanup)
    dateline = Dateline(Path(folder.name))
    end = forker().run(["add", str(SAMPLES / "articles.jsonl")], dateline.environment, b"")
    assert end.code == 0, end.err.decode()
    return Path(dateline.database.removeprefix("sqlite:///"))


async def until(holds: Callable[[], object], process: asyncio.subprocess.Process) -> None:
    """Wait until something holds; a process that ends first fails the test."""
    for _ in range(600):
        if holds():
            return
        assert process.returncode is None, "dateline ended"
        await asyncio.sleep(0.05)
    raise AssertionError("it did not come to hold in 30 seconds")
