"""`dateline doctor` as an operator runs it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.acceptance.running import RECORD, Dateline, NewDateline


async def test_a_fresh_machine_is_healthy(tmp_path: Path) -> None:
    """Without a token or a database nothing fails; what is missing is warned of with its cure."""
    code, out, _ = await NewDateline(tmp_path / "data")("doctor")

    assert code == 0, out
    assert "warns  platforms: none is configured\n       Set DATELINE_DISCORD_TOKEN" in out
    assert "fails" not in out
    assert not (tmp_path / "data" / "dateline.db").exists()


async def test_what_is_wrong_has_a_cure(tmp_path: Path) -> None:
    """A damaged database, a stranded schedule and a wrong setting fail, and the exit code says so."""
    dateline = Dateline(tmp_path / "data")
    (tmp_path / "flood.json").write_text(RECORD)
    await dateline("add", str(tmp_path / "flood.json"))
    await dateline("schedule", "add", "--platform", "slack", "--channel", "C1", "--name", "morning")

    code, out, _ = await dateline("doctor", "--json")
    rows = {row["name"]: row for row in json.loads(out)}
    assert (code, rows["schedules"]["level"], rows["outbox"]["level"]) == (1, "fails", "ok")
    assert "morning" in rows["schedules"]["text"]
    assert rows["database"]["text"].startswith("whole")

    (tmp_path / "data" / "dateline.db").write_bytes(b"x" * 9_000)
    code, out, _ = await dateline("doctor")
    assert (code, "dateline restore" in out) == (1, True)

    code, out, _ = await Dateline(tmp_path / "data", DATELINE_WEB_PORT="ninety")("doctor")
    assert code == 1
    assert out.startswith("fails  settings: DATELINE_WEB_PORT")
