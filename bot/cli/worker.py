"""`dateline worker`: the heavy work of replicas on Postgres."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from bot.cli.output import write_line
from bot.cli.session import settings


def worker(
    until_done: Annotated[bool, typer.Option("--until-done", help="End when nothing is left to be done now.")] = False,
    again: Annotated[bool, typer.Option("--again", help="First let what was given up wait once more.")] = False,
) -> None:
    """Read articles and look at feeds for the replicas of a Postgres database, until stopped; start as many as help."""
    from bot.worker import run_worker, try_failed_again  # noqa: PLC0415 - a second of imports

    config = settings()
    if again:
        write_line(f"{asyncio.run(try_failed_again(config))} jobs wait once more.")
    asyncio.run(run_worker(config, until_done=until_done))
