"""What is to be read, a file at a time: a shard is read whole or not at all, and read shards are not read again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from bot.errors import RequestError
from bot.records import record_files
from bot.settings import program_version


class Form(StrEnum):
    """What is written of each shard."""

    claims = "claims"  #: claims as Parquet, and what `dateline archive load` takes
    extracts = "extracts"  #: what `dateline extract` prints, to the byte


@dataclass(frozen=True)
class Shard:
    """A file of records as it was when it was listed."""

    path: str
    name: str  #: what its outputs are called
    size: int
    change_time: int  #: when it was changed, in nanoseconds


@dataclass(frozen=True)
class Outcome:
    """What came of a shard."""

    shard: str
    articles: int = 0
    claims: int = 0
    unreadable: int = 0
    seconds: float = 0.0
    problem: str = ""  #: why it was not read; it is tried again at the next run


def list_shards(paths: Iterable[str]) -> list[Shard]:
    """The files below some paths, each once; raises RequestError where there is none."""
    shards = {}
    for path in paths:
        try:
            files = record_files(Path(path))
        except OSError as error:
            raise RequestError(f"{path} cannot be read ({error.strerror}).") from None
        for file in files:
            whole = str(file.resolve())
            try:
                facts = file.stat()
            except OSError as error:
                raise RequestError(f"{file} cannot be read ({error.strerror}).") from None
            name = f"{file.name}-{sha256(whole.encode()).hexdigest()[:8]}"
            shards[whole] = Shard(whole, name, facts.st_size, facts.st_mtime_ns)
    if not shards:
        raise RequestError(f"There are no record files in {', '.join(paths)}.")
    return list(shards.values())


class Ledger:
    """Which shards were read, as notes beside what was written; a note is written last."""

    def __init__(self, folder: Path, form: Form) -> None:
        self.folder, self.form = folder, form

    def outcome(self, shard: Shard) -> Outcome | None:
        """What came of a shard that was read as it is now; None where it was not."""
        try:
            note = json.loads(self._note(shard).read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return Outcome(**note["outcome"]) if note.get("of") == self._of(shard) else None

    def note(self, shard: Shard, outcome: Outcome) -> None:
        """Note that a shard was read, once what was written of it lies there."""
        text = json.dumps({"of": self._of(shard), "outcome": asdict(outcome)})
        replace(self._note(shard), text.encode())

    def tidy(self) -> None:
        """Take away what processes have left half-written that were ended; nobody must be reading meanwhile."""
        for part in self.folder.glob("**/.*.part"):
            part.unlink(missing_ok=True)

    def _note(self, shard: Shard) -> Path:
        return self.folder / "done" / self.form / f"{shard.name}.json"

    @staticmethod
    def _of(shard: Shard) -> dict[str, object]:
        return {"size": shard.size, "changed": shard.change_time, "program": program_version()}


def replace(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    with Replacing(path) as part:
        part.write_bytes(content)


class Replacing:
    """A file beside another one, in whose place it is put where all went well."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> Path:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # others may write the same at the same time: each has its own part
        self._part = self._path.with_name(f".{self._path.name}.{token_hex(6)}.part")
        return self._part

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            with self._part.open("rb+") as file:
                os.fsync(file.fileno())
            self._part.replace(self._path)
        else:
            self._part.unlink(missing_ok=True)
