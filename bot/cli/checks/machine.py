"""What the machine must give: room, rights, time zones."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.platforms.checks import Check

LITTLE_BYTES, TOO_LITTLE_BYTES = 1_000_000_000, 200_000_000


def check_folder(data: Path) -> Iterator[Check]:
    """The data folder can be written, by its user alone."""
    nearest = next(path for path in (data, *data.parents) if path.exists())
    if not os.access(nearest, os.W_OK | os.X_OK):
        cure = "Give this user the right to write there, or set DATELINE_DATA to another folder."
        yield Check("data folder", "fails", f"{nearest} cannot be written", cure)
        return
    if data.exists():
        open_to_others = [path for path in (data, *data.glob("*.db")) if is_open(path)]
        if open_to_others:
            cure = f"chmod -R go-rwx {data}"
            yield Check("data folder", "warns", f"others may read {open_to_others[0]}", cure)
            return
    yield Check("data folder", "ok", str(data))


def check_room(data: Path) -> Check:
    """The disk has room for what is to come."""
    nearest = next(path for path in (data, *data.parents) if path.exists())
    free = shutil.disk_usage(nearest).free
    text = f"{free / 1e9:,.1f} GB free"
    if free < TOO_LITTLE_BYTES:
        return Check("disk", "fails", text, "Free some space: with a full disk nothing is accepted or posted.")
    if free < LITTLE_BYTES:
        return Check("disk", "warns", text, "Free some space soon.")
    return Check("disk", "ok", text)


def check_secrets(folder: Path) -> Check:
    """Files of secrets are readable by their user alone."""
    files = sorted(folder.glob("dateline_*")) if folder.is_dir() else []
    exposed = [path.name for path in files if is_open(path)]
    if exposed:
        return Check("secrets", "warns", f"others may read {', '.join(exposed)}", f"chmod 600 {folder}/dateline_*")
    return Check("secrets", "ok", f"{len(files)} files in {folder}" if files else "none in files")


def check_zones(names: set[str]) -> Check:
    """Every time zone that is used is known."""
    unknown = []
    for name in sorted(names):
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            unknown.append(name)
    if unknown:
        return Check("time zones", "fails", f"{', '.join(unknown)} unknown", "Update the package tzdata.")
    return Check("time zones", "ok", f"{len(names)} in use, all known")


def is_open(path: Path) -> bool:
    """Whether others than its user may read or write a file; where rights are not Unix's, nobody can say."""
    return os.name == "posix" and bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
