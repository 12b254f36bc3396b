"""The README tells the truth: its commands run, and it prints what they print."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from bot.settings import PREFIX, Settings
from tests.acceptance.running import Dateline, NewDateline
from tests.paths import REPO

README = (REPO / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
LINES = [line for block in BLOCKS for line in block.splitlines()]
COMMANDS = [line for line in LINES if line.startswith(".venv/bin/dateline")]
TARGETS = [line for line in LINES if line.startswith("make ")]
STARTS = [line for line in LINES if line.startswith(PREFIX)]


def words(text: str) -> str:
    """A text with its line breaks and blanks made one."""
    return " ".join(text.split())


async def test_the_example_is_what_the_demo_prints(tmp_path: Path) -> None:
    """Every line of the example stands in the demo's output."""
    [example] = [block for block in BLOCKS if "\n •" in block]

    _, shown, _ = await NewDateline(tmp_path)("demo")

    for item in re.split(r"\n(?! {3})", example):
        assert words(item) in words(shown)


async def test_the_commands_run(tmp_path: Path) -> None:
    """Each `dateline` command of the README ends well, in the README's order."""
    dateline = Dateline(tmp_path)
    assert COMMANDS
    for command in COMMANDS:
        code, _, problem = await dateline(*shlex.split(command)[1:])
        assert code == 0, f"{command}\n{problem}"


@pytest.mark.parametrize("command", TARGETS)
def test_the_make_targets_exist(command: str) -> None:
    """Each `make` command of the README names a target of the Makefile."""
    done = subprocess.run(  # noqa: S603 - a command of our own README
        [*shlex.split(command), "--dry-run"], cwd=REPO, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_variables_are_settings() -> None:
    """Every variable that the README names is a setting."""
    named = set(re.findall(rf"\b{PREFIX}([A-Z_]+)\b", README))

    assert named - {"SECRETS", "BENCH_SIZE"} <= {name.upper() for name in Settings.model_fields}
    assert {"DISCORD_TOKEN", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"} <= named
    assert all(line.endswith(".venv/bin/dateline run") for line in STARTS)


def test_the_files_exist() -> None:
    """Every file that the README links to is there."""
    linked = re.findall(r"\]\(((?!https?:)[^)#]+)\)", README)

    assert linked
    assert [name for name in linked if not (REPO / name).exists()] == []
