"""Dateline speaks to the platforms alone, and keeps its files in one folder."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.acceptance.network_jail import REPO, Jail
from tests.acceptance.network_warden import has_ipv6
from tests.acceptance.running import IN_TURN

SAMPLES = str(REPO / "config" / "samples" / "articles.jsonl")
COMMANDS = (("demo",), ("add", SAMPLES), ("extract", SAMPLES), ("digest",))
IDLE_SECONDS = 11  #: ONNX Runtime, where it is let, first reports nine seconds after its import

ESCAPE = """
import contextlib, pathlib, socket, sys

pathlib.Path.home().joinpath("note").touch()
with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
    pass
with contextlib.suppress(OSError):
    socket.getaddrinfo("dateline.invalid.", 443)
with contextlib.suppress(OSError):
    socket.create_connection((sys.argv[1], 443), timeout=5)
"""


@pytest.fixture
def jail(tmp_path: Path) -> Jail:
    """A jail with nothing in it."""
    return Jail(tmp_path)


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1"])
def test_a_way_out_is_reported(jail: Jail, address: str) -> None:
    """A name that is looked up, an address that is tried and a file at home are reported; loopback is not."""
    if ":" in address and not has_ipv6():
        pytest.skip("needs IPv6")

    stay = jail.run(sys.executable, "-c", ESCAPE, address)

    assert stay.code == 0, stay.problem
    assert stay.sent == ["look-up of dateline.invalid", f"TCP to {address} port 443"]
    assert stay.left == ["home/note"]


def test_commands_reach_nobody(jail: Jail) -> None:
    """The commands that need no platform look nothing up, connect to nothing and write to the data folder alone."""
    stay = jail.run(sys.executable, "-c", IN_TURN, json.dumps(COMMANDS))

    assert stay.code == 0, stay.problem
    assert json.loads(stay.out.splitlines()[-1]) == [0] * len(COMMANDS), stay.problem
    assert (stay.sent, stay.left) == ([], [])


def test_an_idle_bot_reaches_the_platforms_alone(jail: Jail) -> None:
    """A bot that waits, connected, looks nothing up, connects to nothing else and writes to the data folder alone."""
    stay = jail.run(sys.executable, "-m", "tests.acceptance.idle", str(IDLE_SECONDS))

    assert stay.code == 0, stay.problem
    assert (stay.sent, stay.left) == ([], [])
