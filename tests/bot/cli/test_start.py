"""The command line begins quickly: what only some commands need is imported by those."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {"aiohttp", "alembic", "discord", "numpy", "onnxruntime", "slack_bolt", "sqlalchemy"}


def test_help_waits_for_nothing_heavy() -> None:
    """Asking for help imports no database, no tagger and no platform."""
    program = "import sys, bot.cli.main; print(*sys.modules)"
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert HEAVY & set(done.stdout.split()) == set()
