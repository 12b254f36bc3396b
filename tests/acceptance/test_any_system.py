"""The commands on other terminals and other systems than this one."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from bot.cli.main import FORMS, cli
from tests.acceptance.running import IN_TURN, Dateline, NewDateline
from tests.paths import REPO

SAMPLES = str(REPO / "config" / "samples" / "articles.jsonl")
ENCODINGS = ["ascii", "cp1252", "cp437"]
#: A system like Windows, as far as our own code can tell.
ELSEWHERE = """
import asyncio, builtins, os, signal, sys
missing = {"resource", "fcntl", "grp", "pwd", "syslog", "termios", "tty"}
whole = builtins.__import__
def narrow(name, globals=None, *rest, **named):
    if name in missing and str((globals or {}).get("__name__")).startswith(("bot", "digests")):
        raise ModuleNotFoundError(name)
    return whole(name, globals, *rest, **named)
def refuse(*_):
    raise NotImplementedError
builtins.__import__ = narrow
sys.modules["resource"] = None
for name in ("fork", "forkpty", "fchmod", "chown"):
    delattr(os, name)
for name in ("SIGHUP", "SIGKILL", "SIGUSR1", "SIGALRM", "setitimer", "pthread_sigmask"):
    delattr(signal, name)
for name in ("add_signal_handler", "remove_signal_handler"):
    setattr(asyncio.unix_events._UnixSelectorEventLoop, name, refuse)
"""


def commands(group: typer.core.TyperGroup, *path: str) -> Iterator[tuple[tuple[str, ...], typer.core.TyperCommand]]:
    """Every command, with the words that name it."""
    for name, command in group.commands.items():
        if isinstance(command, typer.core.TyperGroup):
            yield from commands(command, *path, name)
        elif isinstance(command, typer.core.TyperCommand):
            yield (*path, name), command


GROUP = typer.main.get_command(cli)
assert isinstance(GROUP, typer.core.TyperGroup)
COMMANDS = dict(commands(GROUP))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_shows_an_example(words: tuple[str, ...]) -> None:
    """The help of each command ends with an example of that command."""
    assert re.match(rf"Example: dateline {' '.join(words)}\b", COMMANDS[words].epilog or "")


@pytest.mark.parametrize("encoding", ENCODINGS)
async def test_every_terminal_is_served(encoding: str, tmp_path: Path) -> None:
    """No command fails because a terminal cannot show a character, nor any form of a digest."""
    dateline = Dateline(tmp_path, PYTHONIOENCODING=encoding)
    lines = [["demo"], ["add", SAMPLES], ["claims", "kursk"], ["claims", "--json", "kursk"], ["stories", SAMPLES]]
    forms = FORMS if encoding == "ascii" else FORMS[:1]
    for arguments in [*lines, *(["digest", "--max", "4", "--as", form] for form in forms)]:
        code, out, problem = await dateline(*arguments, encoding=encoding)
        assert (code, "Traceback" in problem) == (0, False), (arguments, problem)
        assert out
    code, _, problem = await dateline("source", "nothing", encoding=encoding)
    assert code == 1
    assert 'There is no claim "nothing"' in problem or "There is no claim “nothing”" in problem


async def test_a_locale_that_knows_no_language_is_served(tmp_path: Path) -> None:
    """A process of its own that finds the locale C and a terminal of ASCII writes what a forked one writes."""
    dateline, alone = (Dateline(tmp_path, PYTHONIOENCODING="ascii", **locale) for locale in ({}, {"LC_ALL": "C"}))
    dateline.hold_samples()

    answer = await alone("claims", "kursk", encoding="ascii")

    assert answer == await dateline("claims", "kursk", encoding="ascii")
    assert answer[0] == 0


async def test_a_pipe_gets_whole_lines(tmp_path: Path) -> None:
    """What is piped is neither wrapped nor padded, whatever width the terminal has."""
    dateline = Dateline(tmp_path, COLUMNS="40")
    dateline.hold_samples()
    _, out, _ = await dateline("digest")

    assert [line for line in out.splitlines() if line != line.rstrip()] == []
    assert max(map(len, out.splitlines())) > 150


async def test_other_systems_are_served(tmp_path: Path) -> None:
    """Without what Unix alone has, every command starts, records are read, and the demo runs."""
    elsewhere = NewDateline(tmp_path, program=("-c", ELSEWHERE + IN_TURN))
    good = [["demo"], ["add", SAMPLES], ["digest"], ["extract", "--stats", SAMPLES], ["schedule", "list"]]
    code, out, problem = await elsewhere(json.dumps([*good, ["doctor", "--json"], ["run"]]))
    assert code == 0, problem
    assert "Traceback" not in problem
    *codes, _, unconfigured = json.loads(out.splitlines()[-1])
    assert codes == [0] * len(good), problem
    assert (unconfigured, "No platform is configured" in problem) == (1, True)


async def test_a_version_and_completion_are_offered(tmp_path: Path) -> None:
    """`--version` names the release, and a shell gets its completion."""
    code, out, _ = await Dateline(tmp_path)("--version")
    assert code == 0
    assert out == f"dateline {tomllib.loads((REPO / 'pyproject.toml').read_text())['project']['version']}\n"

    code, out, problem = await Dateline(tmp_path, _DATELINE_COMPLETE="source_bash")()
    assert code == 0, problem
    assert "complete -o default -F _dateline_completion dateline" in out


async def test_facts_are_written_as_json(tmp_path: Path) -> None:
    """Whatever prints facts prints them as JSON too."""
    dateline = Dateline(tmp_path)
    workspace = ["--platform", "slack", "--workspace", "T1", "--channel", "C1", "--name", "evening"]
    assert (await dateline("schedule", "add", *workspace))[0] == 0

    assert (await dateline("add", "--json", SAMPLES))[1] == '{"added": 13, "already_held": 0, "not_readable": 0}\n'
    assert '"schedules": 1' in (await dateline("migrate", "--json"))[1]
    assert '"name": "evening"' in (await dateline("schedule", "list", "--json"))[1]
    assert "evening" in (await dateline("schedule", "list"))[1]
    assert (await dateline("outbox", "list", "--json"))[1] == "[]\n"


async def test_a_digest_has_a_beginning_and_an_end(tmp_path: Path) -> None:
    """`--since` and `--until` bound what a digest is made of; a day that is named belongs to it."""
    dateline = Dateline(tmp_path)
    dateline.hold_samples()

    _, whole, _ = await dateline("digest", "--since", "2025-02-01")
    _, early, _ = await dateline("digest", "--since", "2025-02-01", "--until", "2025-02-06")
    code, _, problem = await dateline("digest", "--until", "yesterday")

    assert "Fri 7 Feb 2025) · unconfirmed" in whole
    assert "Toretsk" not in early
    assert "Thu 6 Feb 2025" in early
    assert (code, "--until yesterday is no time" in problem) == (1, True)
