"""The databases that are measured: a SQLite file, and Postgres, a server of its own or the one of `DATABASE_URL`."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.result import alone
from tests.bot.conftest import new_database, own_server


def databases() -> Iterator[tuple[str, str]]:
    """The name and URL of each, empty, or of the one that `DATELINE_BENCH_DATABASE` names; each is gone at the end."""
    if alone() != "postgres":
        with tempfile.TemporaryDirectory() as folder:
            yield "sqlite", f"sqlite:///{Path(folder) / 'dateline.db'}"
    if alone() != "sqlite":
        with contextlib.ExitStack() as ending:
            server = os.environ.get("DATABASE_URL") or ending.enter_context(own_server()).url
            yield "postgres", ending.enter_context(new_database(server, "dateline_bench"))
