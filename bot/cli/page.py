"""`dateline page`: what is held as pages for any web server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import write_line
from bot.cli.session import example, with_app

page = typer.Typer(help="Make web pages of what is held; `dateline run` serves them where DATELINE_PAGE is set.")


@page.callback()
def begin() -> None:
    """Make web pages of what is held; `dateline run` serves them where DATELINE_PAGE is set."""


@page.command("build", epilog=example("page build site"))
def build(
    folder: Annotated[Path, typer.Argument(help="The folder to write to; made where it is not there.")],
    limit: Annotated[int, typer.Option("--max", min=1, help="The most pages that are written.")] = 20_000,
) -> None:
    """Write the digest, every day, claim, place and actor that it leads to, as files without a script."""
    from bot.app import utc_now  # noqa: PLC0415 - a second of imports
    from bot.page.build import build as build_pages  # noqa: PLC0415 - only pages need templates
    from bot.page.pages import Pages  # noqa: PLC0415 - as above

    count = with_app(lambda app: build_pages(Pages(app.service, clock=utc_now, searchable=False), folder, limit=limit))
    write_line(f"Wrote {count} file{'' if count == 1 else 's'} to {folder}.")
