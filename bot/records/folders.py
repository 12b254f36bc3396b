"""What lies below a path: the record files of a folder and its folders, by name, and what is no record there."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple


class Listing(NamedTuple):
    """The record files below a path, and those that are none."""

    files: list[Path]
    others: list[Path]


def list_files(place: Path, endings: Collection[str]) -> Listing:
    """The files of a folder and of the folders in it, by name; a file alone is its own list.

    Hidden ones are left alone, links to folders are not followed.

    Raises:
        OSError: the folder cannot be read.
    """
    if not place.is_dir():
        return Listing([place], [])
    paths: list[Path] = []
    for folder, folders, names in os.walk(place, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths += [Path(folder, name) for name in names if not name.startswith(".")]
    paths.sort(key=lambda path: path.parts)
    return Listing(
        [path for path in paths if path.suffix.lower() in endings],
        [path for path in paths if path.suffix.lower() not in endings],
    )


def _raise(error: OSError) -> None:
    raise error
