"""`dateline invite`: what brings the bot into a server or a workspace."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from bot.cli.output import write_line
from bot.cli.session import choice_parser, settings
from bot.platforms import PLATFORMS

_PLATFORM = choice_parser(*(platform.name for platform in PLATFORMS))


def invite(
    platform: Annotated[str, typer.Argument(parser=_PLATFORM, help="Where it is to be used.", metavar="PLATFORM")],
) -> None:
    """Print Discord's invite link, or Slack's link and manifest, each with the least rights that are needed."""
    config = settings()
    row = next(row for row in PLATFORMS if row.name == platform)

    async def ask() -> list[str]:
        return await row.invite(config) if row.invite else []

    write_line("\n".join(asyncio.run(ask())))
