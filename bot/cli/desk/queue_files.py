"""The desk's queue in a folder: written there, and what editors decided taken back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bot.errors import RequestError
from bot.service.desk.files import ENDING, FiledDecision, as_file, read_file

if TYPE_CHECKING:
    from bot.service.desk.decisions import DeskService

DONE = "done"  #: the folder within, for files that were carried out


class Applied(NamedTuple):
    """What came of one file."""

    text: str
    done: bool = True


async def write_queue(desk: DeskService, folder: Path) -> int:
    """Write a file for each item that waits and has none yet; gives how many; raises RequestError."""
    files = {folder / f"{item.id}{ENDING}": item for item in await desk.queue()}
    new = _without_file(files)
    for file in new:
        _write(file, as_file(files[file], await desk.claims_in(files[file])))
    return len(new)


def _without_file(files: Iterable[Path]) -> list[Path]:
    """Those that are still to be written: an item whose file is there need not be read again."""
    return [file for file in files if not file.exists()]


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    except OSError as error:
        raise RequestError(f"{file} cannot be written ({error.strerror}).") from error


async def apply_decisions(desk: DeskService, folder: Path, actor: str) -> list[Applied]:
    """Carry out what the files of a folder say, each for itself; raises RequestError where there is no such folder."""
    rows = [await _apply(desk, file, actor) for file in _files(folder)]
    return [row for row in rows if row] or [Applied("No file says what to do.")]


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise RequestError(f"{folder} is no folder.")
    return sorted(folder.glob(f"*{ENDING}"))


async def _apply(desk: DeskService, file: Path, actor: str) -> Applied | None:
    try:
        decision = _read(file)
    except RequestError as error:
        return Applied(str(error), done=False)
    if decision.choice is None:
        return None
    try:
        outcome = await _carry_out(desk, decision, actor)
    except RequestError as error:
        return Applied(f"{file}: {error}", done=False)
    return Applied(outcome, done=_file_away(file))


def _read(file: Path) -> FiledDecision:
    try:
        return read_file(file.read_text("utf-8"), str(file))
    except (OSError, UnicodeDecodeError) as error:
        raise RequestError(f"{file}:1: cannot be read as UTF-8 text ({type(error).__name__}).") from error


def _file_away(file: Path) -> bool:
    """Move a file that was carried out; where that fails, a second run says that the item was decided already."""
    try:
        (file.parent / DONE).mkdir(exist_ok=True)
        file.replace(file.parent / DONE / file.name)
    except OSError:
        return False
    return True


async def _carry_out(desk: DeskService, decision: FiledDecision, actor: str) -> str:
    item_id, choice, reason = decision
    if choice == "approve":
        item = await desk.approve(item_id, actor, reason=reason)
        return f"{item.id}: {item.state}, by {len(item.approvals)} of {item.needs}"
    item = await (desk.hold if choice == "hold" else desk.reject)(item_id, actor, reason=reason)
    return f"{item.id}: {item.state}"
