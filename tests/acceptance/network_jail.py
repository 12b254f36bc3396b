"""Programs in a network of their own, from which nothing goes out: what they sent there, and the files they left."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.acceptance.network_warden import HIDE_SERVICES

REPO = Path(__file__).parents[2]
_HOMES = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
_SECONDS = 90


@dataclass(frozen=True)
class Stay:
    """What a program did in a jail."""

    code: int
    out: str
    problem: str
    sent: list[str]  #: the names it looked up and whom it turned to, loopback left out
    left: list[str]  #: files and folders outside the data folder


class Jail:
    """Empty folders in which programs are at home, and no way out."""

    def __init__(self, folder: Path) -> None:
        self._data, self._outside, self._report = folder / "data", folder / "outside", folder / "report"
        self._cwd = self._outside / "cwd"
        self._homes = {name: self._outside / name.lower() for name in _HOMES}
        for path in (self._cwd, *self._homes.values()):
            path.mkdir(parents=True)

    def run(self, *command: str) -> Stay:
        """Run a command to its end; of our variables it sees none, since one of them may be what keeps it silent."""
        self._report.write_text("nothing was watched\n")
        done = subprocess.run(  # noqa: S603 - our own programs
            [*_entrance(), sys.executable, "-m", "tests.acceptance.network_warden", str(self._report), *command],
            cwd=self._cwd,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
        return Stay(done.returncode, done.stdout, done.stderr, self._report.read_text().splitlines(), self._left())

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(REPO),
            "PYTHONDONTWRITEBYTECODE": "1",
            "DATELINE_DATA": str(self._data),
            "DATELINE_SECRETS": str(self._data / "no-secrets"),
            **{name: str(path) for name, path in self._homes.items()},
        }

    def _left(self) -> list[str]:
        ours = {self._cwd, *self._homes.values()}
        return sorted(str(path.relative_to(self._outside)) for path in self._outside.rglob("*") if path not in ours)


@functools.cache
def _entrance() -> tuple[str, ...]:
    """The command that makes namespaces, as anybody or as root; where neither may, the test is skipped."""
    problem = "no unshare"
    for rights in (("--user", "--map-root-user"), ()) if shutil.which("unshare") else ():
        command = ("unshare", *rights, "--net", "--mount", "--pid", "--fork", "--kill-child")
        tried = subprocess.run([*command, *HIDE_SERVICES], capture_output=True, text=True, check=False)  # noqa: S603
        if tried.returncode == 0:
            return command
        problem = tried.stderr.strip()
    pytest.skip(f"needs unshare (util-linux) and leave to make network, mount and process namespaces: {problem}")
