"""Whether the file of a database is still the one that was opened: SQLite would go on writing into one that is gone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy.engine import URL

from bot.store.engine import is_memory
from bot.store.errors import refused


def presence_check(url: URL) -> Callable[[], None]:
    """What raises StoreError from the moment that the file is taken away, or another one lies in its place."""
    if url.get_backend_name() != "sqlite" or is_memory(url):
        return lambda: None
    path = Path(str(url.database)).resolve()
    first = _identity(path)

    def check() -> None:
        present = _identity(path)
        if present != first:
            problem = "is gone" if present is None else "is another file than the one that was opened"
            raise refused(f"{path} {problem}.", "Stop Dateline, then put the file back, or restore a backup.")

    return check


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
