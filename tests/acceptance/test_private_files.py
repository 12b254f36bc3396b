"""What Dateline writes is its user's alone, and a restored backup replaces nothing unasked."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.acceptance.running import RECORD, Dateline, NewDateline


@pytest.mark.skipif(os.name != "posix", reason="rights as Unix has them")
async def test_nobody_else_may_read_what_is_written(tmp_path: Path) -> None:
    """The data folder is 0700, and every file in it and every backup 0600, also after a restore."""
    dateline = NewDateline(tmp_path / "data")
    (tmp_path / "flood.json").write_text(RECORD)
    copy = tmp_path / "copy.db"
    assert (await dateline("add", str(tmp_path / "flood.json")))[0] == 0
    assert (await dateline("backup", str(copy)))[0] == 0
    assert (await dateline("restore", "--yes", str(copy)))[0] == 0

    written = [copy, *(tmp_path / "data").rglob("*"), tmp_path / "data"]
    assert len(written) > 5
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in written}
    assert {name: oct(mode) for name, mode in modes.items() if mode & 0o077} == {}


async def test_a_restore_asks_and_keeps(tmp_path: Path) -> None:
    """Without a yes nothing is restored; with one, what was there before is kept and named."""
    dateline = Dateline(tmp_path / "data")
    (tmp_path / "flood.json").write_text(RECORD)
    copy = tmp_path / "copy.db"
    await dateline("migrate")
    await dateline("backup", str(copy))
    await dateline("add", str(tmp_path / "flood.json"))

    code, _, problem = await dateline("restore", str(copy))
    assert (code, "Nothing is restored" in problem) == (1, True)
    assert '"articles": 1' in (await dateline("migrate", "--json"))[1]

    code, out, _ = await dateline("restore", str(copy), given="y\n")
    assert (code, "dateline.replaced-1.db" in out) == (0, True)
    assert '"articles": 0' in (await dateline("migrate", "--json"))[1]
