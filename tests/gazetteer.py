"""The shipped gazetteer, unpacked once by each process of the tests and laid into the data folders that want it so."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import tempfile
from pathlib import Path

from bot.knowledge.gazetteer import open_gazetteer
from tests.paths import CONFIG


def with_gazetteer(data: Path) -> Path:
    """A data folder in which the gazetteer is unpacked already; its files are links, as nobody writes into them."""
    unpacked = _unpacked()
    if not (data / unpacked.name).exists():
        shutil.copytree(unpacked, data / unpacked.name, copy_function=os.link)
    return data


@functools.cache
def _unpacked() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="dateline-gazetteer-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    open_gazetteer(CONFIG, folder)
    [unpacked] = folder.iterdir()
    return unpacked
