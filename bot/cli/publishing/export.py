"""`dateline export`: claims as data, and articles as the records that they were read from."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from bot.cli.session import example, settings
from bot.errors import RequestError
from bot.exports.claim_files import ClaimForm, claim_file
from digests.query.request import read_request

if TYPE_CHECKING:
    from bot.app import App

export = typer.Typer(help="Take your data away: claims as JSON Lines, CSV or Parquet, articles as records.")

Output = Annotated[Path | None, typer.Option("--output", "-o", help="The file; standard output without one.")]


@export.command("claims", epilog=example("export claims kursk --as csv --output kursk.csv"))
def export_claims(
    about: Annotated[list[str] | None, typer.Argument(help="A query as `claims` takes it; all without one.")] = None,
    form: Annotated[ClaimForm, typer.Option("--as", help="How to write them.")] = ClaimForm.jsonl,
    output: Output = None,
) -> None:
    """Write claims, newest first, with their places, actors, figures and relations."""

    async def write(app: App, stream: BinaryIO) -> None:
        async for part in claim_file(app.service.every_claim(read_request(" ".join(about or ()))), form):
            stream.write(part)

    _export(output, write)


@export.command("articles", epilog=example("export articles --output articles.jsonl"))
def export_articles(output: Output = None) -> None:
    """Write all versions of all articles as records, one JSON object a line; `dateline add` reads them again."""

    async def write(app: App, stream: BinaryIO) -> None:
        cursor = None
        while page := await app.store.list_articles(after=cursor):
            stream.writelines(article.model_dump_json(exclude_defaults=True).encode() + b"\n" for article in page)
            cursor = (page[-1].id, page[-1].version)

    _export(output, write)


def _export(output: Path | None, write: Callable[[App, BinaryIO], Awaitable[None]]) -> None:
    from bot.app import open_app  # noqa: PLC0415 - a second of imports that --help does without

    async def work() -> None:
        async with open_app(settings()) as app:
            if output is None:
                await write(app, sys.stdout.buffer)
                return
            try:
                with output.open("wb") as stream:
                    await write(app, stream)
            except OSError as error:
                raise RequestError(f"{output} cannot be written ({error.strerror}).") from error

    asyncio.run(work())
