"""Shards on several machines, with Ray where it is installed."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import REPO, SAMPLES

pytestmark = pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="needs the extra “archive”")


@pytest.mark.timeout(300)
def test_a_machine_that_is_lost_loses_nothing(tmp_path: Path) -> None:
    """With one of two machines ended in the middle, every shard is read once, into what `dateline extract` prints."""
    lines = (SAMPLES / "articles.jsonl").read_text("utf-8").splitlines()
    paths = [tmp_path / f"{number}.jsonl" for number in range(6)]
    for number, path in enumerate(paths):
        rows = [line.replace('"id": "', f'"id": "{number}-{copy}-') for line in lines[:3] for copy in range(3)]
        path.write_text("\n".join(rows), encoding="utf-8")
    run = _run("tests.bot.archive.two_machines", str(tmp_path / "out"), *map(str, paths))
    assert "lost a machine" in run
    outcomes = [line for line in run.splitlines() if line.endswith(" 9 ")]
    assert sorted(line.split()[0] for line in outcomes) == sorted(map(str, paths))
    read = b"".join(path.read_bytes() for path in sorted((tmp_path / "out" / "extracts").glob("[0-9]*")))
    assert read == _run("bot", "extract", *map(str, paths)).encode()


def test_a_second_run_reads_the_rest(tmp_path: Path) -> None:
    """The command reads each shard once, over two runs, and says so."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_bytes((SAMPLES / "articles.jsonl").read_bytes())
        told = _run("bot", "archive", "--workers", "1", *map(str, tmp_path.glob("*.jsonl")), str(tmp_path / "out"))
        assert told.startswith("1 shards read, ")
        assert f" {'ab'.index(name)} before, 0 failed" in told


def _run(*arguments: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(REPO)}
    run = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", *arguments], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout
