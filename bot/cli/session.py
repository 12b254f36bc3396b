"""What the commands share: settings with logs, the running parts, a console."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from bot.logs import set_up_logs
from bot.settings import Settings, load_settings

if TYPE_CHECKING:
    from bot.app import App

T = TypeVar("T")

Records = Annotated[list[str], typer.Argument(help="Record files or folders; - for standard input.", metavar="PATH...")]

AddedRecords = Annotated[
    list[str],
    typer.Argument(help="Record files, folders or web addresses; - for standard input.", metavar="PATH..."),
]


def settings() -> Settings:
    """The operator's settings; logs go out from now on, and what is written is this user's alone."""
    os.umask(0o077)
    config = load_settings()
    set_up_logs(config.log_level, config.secrets(), config.log)
    return config


def with_app(action: Callable[[App], Coroutine[Any, Any, T]]) -> T:
    """Do something with the running parts."""
    from bot.app import open_app  # noqa: PLC0415 - a second of imports that --help does without

    async def work() -> T:
        async with open_app(settings()) as app:
            return await action(app)

    return asyncio.run(work())


def example(command: str) -> str:
    """The last words of a command's help."""
    return f"Example: dateline {command}"


def date_text(text: str) -> str:
    """An option that is a date, as it was written; one that cannot be read is refused."""
    from bot.records.dates import EXAMPLE, read_moment  # noqa: PLC0415 - only where records are read

    try:
        read_moment(text or EXAMPLE)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    return text


def choice_parser(*names: str) -> Callable[[str], str]:
    """A reader of an option that takes one of some names, whatever its case; another is refused with their list."""

    def name(text: str) -> str:
        if text.lower() in names:
            return text.lower()
        raise typer.BadParameter(f"“{text}” is none of {', '.join(names)}.")

    return name
