"""What `dateline doctor` looks at: each thing is ok, warned of or failed, with a cure."""

from __future__ import annotations

import base64
import hashlib
import os
import sqlite3
from collections import namedtuple
from contextlib import closing
from datetime import timedelta
from importlib import metadata
from pathlib import Path

import pytest

from bot.cli.checks import contents, machine
from bot.jobs.queue import JobState
from bot.platforms.checks import Check
from bot.settings import Settings
from bot.store import open_store
from tests import make

Usage = namedtuple("Usage", "total used free")


def levels(*checks: Check) -> list[str]:
    """How each went; whatever is not ok names a cure."""
    assert all(check.cure for check in checks if check.level != "ok")
    return [check.level for check in checks]


@pytest.mark.skipif(os.name != "posix", reason="rights as Unix has them")
def test_files_of_others_are_seen(tmp_path: Path) -> None:
    """A data folder, a database or a secret that others may read is warned of."""
    data = tmp_path / "data"
    assert levels(*machine.check_folder(data)) == ["ok"]
    data.mkdir(mode=0o700)
    assert levels(*machine.check_folder(data), machine.check_secrets(data)) == ["ok", "ok"]

    for name in ("dateline.db", "dateline_discord_token"):
        (data / name).touch()
        (data / name).chmod(0o644)
    [folder] = machine.check_folder(data)
    secrets = machine.check_secrets(data)
    assert levels(folder, secrets) == ["warns", "warns"]
    assert "dateline.db" in folder.text
    assert "dateline_discord_token" in secrets.text
    (data / "dateline.db").chmod(0o600)
    data.chmod(0o750)
    assert levels(*machine.check_folder(data)) == ["warns"]


@pytest.mark.parametrize(
    ("state", "level"),
    [
        (JobState(waiting=3, doing=1, failed=0, oldest_seconds=30), "ok"),
        (JobState(waiting=0, doing=0, failed=2, oldest_seconds=0), "warns"),
        (JobState(waiting=3, doing=0, failed=0, oldest_seconds=3600), "fails"),
    ],
)
def test_jobs_that_nobody_does_are_seen(state: JobState, level: str) -> None:
    """Jobs that were given up are warned of, and jobs that wait for long fail."""
    assert levels(contents.check_jobs(state)) == [level]


@pytest.mark.parametrize(("free", "level"), [(2e9, "ok"), (5e8, "warns"), (1e7, "fails")])
def test_room_is_measured(free: float, level: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is nearly full is warned of, and a full one fails."""
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage(1e12, 0, free))

    assert levels(machine.check_room(tmp_path / "not" / "there")) == [level]


def test_zones_are_known() -> None:
    """A zone that nobody knows fails and is named."""
    check = machine.check_zones({"Europe/Kyiv", "UTC", "Mars/Phobos", "../etc"})

    assert levels(check, machine.check_zones({"UTC"})) == ["fails", "ok"]
    assert "Mars/Phobos" in check.text


async def test_a_database_is_only_read(tmp_path: Path) -> None:
    """No database, a whole one, one of another schema and a damaged one are told apart, and none is changed."""
    settings = Settings(data=tmp_path)
    file = tmp_path / "dateline.db"
    assert levels(contents.check_database(settings)) == ["ok"]
    assert not (tmp_path / "dateline.db").exists()
    store = await open_store(settings.database_url)
    await store.close()
    whole = file.read_bytes()
    assert levels(contents.check_database(settings)) == ["ok"]

    for content in (b"x" * 5_000, whole[: len(whole) // 2]):
        file.write_bytes(content)
        assert levels(contents.check_database(settings)) == ["fails"]
        assert file.read_bytes() == content
    file.write_bytes(whole)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'older'")
    check = contents.check_database(settings)
    assert levels(check) == ["warns"]
    assert "schema older" in check.text


def test_what_waits_is_told() -> None:
    """Messages that are late fail, those that wait for a person are warned of."""
    soon = make.delivery(not_before=make.NOW)
    held = make.delivery("d2", state="held", not_before=make.NOW - timedelta(days=1))

    assert levels(contents.check_outbox([], make.NOW), contents.check_outbox([soon], make.NOW)) == ["ok", "ok"]
    assert levels(contents.check_outbox([soon, held], make.NOW)) == ["warns"]
    assert levels(contents.check_outbox([held, soon], make.NOW + timedelta(hours=1))) == ["fails"]


def test_schedules_are_looked_at() -> None:
    """One without a platform, one whose channel refused, and one that is overdue are named."""
    now = make.NOW
    fine = make.schedule(next_due=now + timedelta(hours=1))
    refused = make.schedule("s2", paused=True, paused_why="closed", next_due=now)
    overdue = make.schedule("s3", next_due=now - timedelta(hours=1))

    assert levels(*contents.check_schedules([fine], {"discord"}, now)) == ["ok"]
    assert levels(*contents.check_schedules([fine], {"slack"}, now)) == ["fails"]
    assert levels(*contents.check_schedules([fine, refused, overdue], {"discord"}, now)) == ["warns", "fails"]


def test_weights_and_gazetteer_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As installed they read a sentence; a file that was changed since fails and is named."""
    assert levels(*contents.check_reading(Settings(data=tmp_path))) == ["ok"]

    carried = tmp_path / "bot" / "config" / "gazetteer" / "words.txt.xz"
    carried.parent.mkdir(parents=True)
    path = metadata.PackagePath("bot/config/gazetteer/words.txt.xz")
    path.dist = metadata.PathDistribution(tmp_path / "dateline-1.dist-info")
    path.hash = metadata.FileHash(
        f"sha256={base64.urlsafe_b64encode(hashlib.sha256(b'words').digest()).decode().rstrip('=')}"
    )
    monkeypatch.setattr(metadata, "files", lambda _: [path])
    for content, expected in ((b"words", "ok"), (b"word", "fails")):
        carried.write_bytes(content)
        [check] = contents.check_reading(Settings(data=tmp_path))
        assert levels(check) == [expected]
        assert expected == "ok" or "words.txt.xz" in check.text
