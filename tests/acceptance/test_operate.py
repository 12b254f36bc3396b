"""The operator's manual tells the truth: its commands run, and what it names is there."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.settings import PREFIX, Settings, secret_names
from tests.acceptance.running import Dateline
from tests.paths import REPO

MANUAL = (REPO / "docs" / "operate.md").read_text("utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)
LINES = [line for block in BLOCKS for line in block.splitlines()]
COMMANDS = [line for line in LINES if line.startswith("dateline ")]
#: What needs a system that is set up, or an engine, or a network: it is read as a shell reads it.
ELSEWHERE = {
    "pipx",
    "python3",
    "/opt/dateline/bin/pip",
    "install",
    "systemctl",
    "systemd-run",
    "docker",
    "curl",
    "openssl",
}


@pytest.mark.timeout(600)  # a process for each command, on a machine that may be busy
async def test_the_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each `dateline` command ends well, in the manual's order; the doctor may find a schedule without a token."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(REPO))
    dateline = Dateline(tmp_path / "data")

    assert len(COMMANDS) > 10
    for command in COMMANDS:
        code, out, problem = await dateline(*shlex.split(command)[1:])
        stranded = "the platform has no token" in out
        assert code == 0 or (command.startswith("dateline doctor") and stranded), f"{command}\n{problem}"
        assert "Traceback" not in problem


def test_other_commands_can_be_typed() -> None:
    """What is not `dateline` is a command of a known program, and a shell understands it."""
    others = [line for line in LINES if line not in COMMANDS]

    assert {line.split()[0] for line in others} == ELSEWHERE
    for line in others:
        run = subprocess.run(  # noqa: S603 - it is read, not run
            [shutil.which("bash") or "sh", "-n", "-c", line], capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr


def test_every_secret_and_setting_is_named_as_it_is() -> None:
    """The manual names every secret, and no variable that is none."""
    variables = set(re.findall(rf"\b{PREFIX}([A-Z_]+)\b", MANUAL))

    assert variables - {"SECRETS"} <= {name.upper() for name in Settings.model_fields}
    assert {name for name in secret_names() if f"dateline_{name}" not in MANUAL} == set()


def test_commands_in_sentences_exist() -> None:
    """A command that a sentence names is one: its help can be asked for."""
    from typer.testing import CliRunner  # noqa: PLC0415 - as above

    from bot.cli.main import cli  # noqa: PLC0415 - rich is slow to load

    named = set(re.findall(r"`dateline ([a-z]+(?: [a-z]+)?)`", MANUAL))
    assert named
    for words in named:
        assert CliRunner().invoke(cli, [*words.split(), "--help"]).exit_code == 0, words
