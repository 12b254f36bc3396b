"""`dateline page`: what is held as pages for any web server."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import write_line
from bot.cli.session import example, with_app

if TYPE_CHECKING:
    from bot.app import App

page = typer.Typer(help="Make web pages of what is held.", no_args_is_help=True)


@page.command("build", epilog=example("page build site"))
def build(
    folder: Annotated[Path, typer.Argument(help="The folder to write to; made where it is not there.")],
    limit: Annotated[int, typer.Option("--max", min=1, help="The most pages that are written.")] = 20_000,
) -> None:
    """Write the digest, every day, claim, place and actor that it leads to, as files without a script."""
    from bot.page.build import build as build_pages  # noqa: PLC0415 - only pages need templates
    from bot.page.data import DataFiles  # noqa: PLC0415 - as above
    from bot.page.pages import Pages  # noqa: PLC0415 - as above

    async def work(app: App) -> int:
        return await build_pages(Pages(app.service, searchable=False), DataFiles(app.service), folder, limit=limit)

    count = with_app(work)
    write_line(f"Wrote {count} file{'' if count == 1 else 's'} to {folder}.")


@page.command("serve", epilog=example("page serve --port 8000"))
def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on; 0 for a free one.")] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
) -> None:
    """Serve the pages until stopped; posts nothing. `dateline run` does so too where DATELINE_PAGE_PORT is set."""
    from bot.app import utc_now  # noqa: PLC0415 - a second of imports
    from bot.page import serve_pages  # noqa: PLC0415 - only pages need templates

    async def work(app: App) -> None:
        async with serve_pages(app.service, host, port, clock=utc_now) as (name, number):
            write_line(f"The pages are at http://{name}:{number}/ until Ctrl-C.")
            await asyncio.Event().wait()

    with_app(work)
