"""Commands as processes of their own that need not import the program: they are forked from one that has.

Importing it, and compiling what it looks for, takes longer than most commands do, and the suite runs hundreds. A fork
has its own arguments, environment, folder, standard streams and exit code, as a process that a shell starts has.
"""

from __future__ import annotations

import atexit
import base64
import contextlib
import functools
import inspect
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple, NoReturn

import bot.app  # noqa: F401 - what the commands import when they begin
from bot.cli.main import main
from digests.lexicon import ENGLISH
from tests.paths import REPO


class Outcome(NamedTuple):
    """How a command has ended."""

    code: int
    out: bytes
    err: bytes


class Forker:
    """The process that the commands are forked from."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.acceptance.forking"], cwd=REPO, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def run(self, arguments: Sequence[str], environment: Mapping[str, str], given: bytes) -> Outcome:
        """Run `dateline` with some words in this process's folder, one command at a time."""
        command = {
            "arguments": list(arguments),
            "environment": dict(environment),
            "folder": str(Path.cwd()),
            "given": base64.b64encode(given).decode(),
        }
        assert self._process.stdin
        assert self._process.stdout
        with self._turn:
            self._process.stdin.write(json.dumps(command).encode() + b"\n")
            self._process.stdin.flush()
            answer = json.loads(self._process.stdout.readline())
        return Outcome(answer["code"], base64.b64decode(answer["out"]), base64.b64decode(answer["err"]))

    def close(self) -> None:
        """Let it end."""
        self._process.communicate(timeout=20)


@functools.cache
def forker() -> Forker:
    """The one of this process, started when it is first asked for."""
    one = Forker()
    atexit.register(one.close)
    return one


def compile_patterns() -> None:
    """Compile what the rules of the core look for in English, each as it does when it is first asked."""
    for name, module in [*sys.modules.items()]:
        if name.startswith("digests."):
            for rule in [*vars(module).values()]:
                if hasattr(rule, "cache_info") and [*inspect.signature(rule).parameters] == ["lexicon"]:
                    rule(ENGLISH)


def serve() -> None:
    """Fork a command for each line of standard input, and answer with how it has ended."""
    compile_patterns()
    for line in sys.stdin.buffer:
        command = json.loads(line)
        with contextlib.ExitStack() as stack:
            given, out, err = (stack.enter_context(tempfile.TemporaryFile()) for _ in range(3))
            given.write(base64.b64decode(command["given"]))
            given.seek(0)
            child = os.fork()
            if child == 0:
                _become(command, [given, out, err])
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            answer = {"code": code} | {
                name: base64.b64encode(_content(file)).decode() for name, file in (("out", out), ("err", err))
            }
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _content(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def _become(command: Mapping[str, Any], files: Sequence[IO[bytes]]) -> NoReturn:
    """Be `dateline` with the command's arguments, and end as it does."""
    for number, file in enumerate(files):
        os.dup2(file.fileno(), number)
    encoding = command["environment"].get("PYTHONIOENCODING", "utf-8")
    sys.stdin, sys.stdout, sys.stderr = (
        io.TextIOWrapper(  # as the interpreter opens them
            open(number, mode),  # noqa: PTH123, SIM115
            encoding=encoding,
            errors="backslashreplace" if number == 2 else "strict",
            line_buffering=number == 2,
        )
        for number, mode in enumerate(("rb", "wb", "wb"))
    )
    os.chdir(command["folder"])
    os.environ.clear()
    os.environ.update(command["environment"])
    sys.argv = ["dateline", *command["arguments"]]
    code: object = 1
    try:
        main()
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - as the interpreter prints what nobody has caught
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


if __name__ == "__main__":
    serve()
