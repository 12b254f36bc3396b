"""Where each page lies: folders that end with a slash, the same on a server and among files."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote

_CLAIM = re.compile(r"[0-9a-f]{6,64}")
_PLACE = re.compile(r"[0-9]{1,18}")
_ACTOR = re.compile(r"[a-z]+-[\w.-]{1,200}")


def day_path(day: date) -> str:
    """The digest of a day."""
    return f"day/{day.isoformat()}/"


def claim_path(claim_id: str) -> str:
    """The permalink of a claim; none where it is no claim's id."""
    return f"claim/{claim_id}/" if _CLAIM.fullmatch(claim_id) else ""


def subject_path(kind: str, subject_id: str) -> str:
    """A place or an actor; none where no folder can bear its id."""
    if kind == "place":
        return f"place/{subject_id}/" if _PLACE.fullmatch(subject_id) else ""
    name = subject_id.replace(":", "-", 1)
    return f"actor/{quote(name)}/" if _ACTOR.fullmatch(name) else ""


def subject_id_of(kind: str, name: str) -> str:
    """The id that the name of a folder stands for."""
    return name if kind == "place" else name.replace("-", ":", 1)


def root_of(path: str) -> str:
    """What leads from a page back to the first one."""
    return "../" * path.count("/") or "./"
