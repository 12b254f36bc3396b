"""Opening the gazetteer: unpacked once into the data folder, then read through memory maps."""

from __future__ import annotations

import hashlib
import lzma
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import numpy as np

from bot.errors import SettingsError
from digests.places import COLUMNS, TEXTS, Gazetteer, Table, unpack

_FOLDER = "gazetteer"


def open_gazetteer(config: Path, data: Path) -> Gazetteer:
    """The gazetteer shipped in `config`, unpacked below `data` unless it is there already.

    Raises `SettingsError` where the files cannot be read or the folder cannot be written.
    """
    shipped = _read_shipped(config / _FOLDER)
    unpacked = data / f"{_FOLDER}-{_digest(shipped)}"
    if not unpacked.is_dir():
        _unpack(shipped, unpacked)
        _remove_older(unpacked)
    try:
        return Table({name: np.load(unpacked / f"{name}.npy", mmap_mode="r") for name in COLUMNS})
    except (OSError, EOFError, ValueError) as error:
        raise SettingsError(
            f"The unpacked gazetteer cannot be read ({error}). Remove {unpacked} and start again."
        ) from error


def _read_shipped(folder: Path) -> dict[str, bytes]:
    try:
        return {name: (folder / f"{name}.txt.xz").read_bytes() for name in TEXTS}
    except OSError as error:
        raise SettingsError(
            f"The gazetteer's files cannot be read ({error}). Install them again into {folder}."
        ) from error


def _digest(shipped: dict[str, bytes]) -> str:
    """What tells this gazetteer and layout from any other."""
    hasher = hashlib.sha256(repr(COLUMNS).encode())
    for archive in shipped.values():
        hasher.update(archive)
    return hasher.hexdigest()[:16]


def _unpack(shipped: dict[str, bytes], unpacked: Path) -> None:
    """Write the columns beside their place and move them there whole, so that no process sees half of them."""
    try:
        columns = unpack({name: lzma.decompress(archive) for name, archive in shipped.items()})
    except (lzma.LZMAError, ValueError, KeyError, IndexError) as error:
        raise SettingsError(f"The gazetteer's files are damaged ({error}). Install them again.") from error
    try:
        unpacked.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=".gazetteer-", dir=unpacked.parent, ignore_cleanup_errors=True
        ) as staging:
            for name, column in columns.items():
                np.save(Path(staging) / f"{name}.npy", column)
            with suppress(FileExistsError):
                _move(Path(staging), unpacked)
    except OSError as error:
        raise SettingsError(
            f"The gazetteer cannot be unpacked into {unpacked.parent} ({error.strerror or error}). "
            "Make that folder writable with 40 MB free, or set DATELINE_DATA to another one."
        ) from error


def _move(staging: Path, unpacked: Path) -> None:
    """Rename a whole folder; another process may have been quicker, and then its copy is as good."""
    try:
        staging.rename(unpacked)
    except OSError:
        if not unpacked.is_dir():
            raise


def _remove_older(current: Path) -> None:
    """Free the room that earlier releases took."""
    for older in current.parent.glob(f"{_FOLDER}-*"):
        if older != current and older.is_dir():
            shutil.rmtree(older, ignore_errors=True)
