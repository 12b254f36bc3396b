"""`dateline export`: claims as data, and articles as the records that they were read from."""

from __future__ import annotations

import asyncio
import io
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from bot.cli.session import example, settings
from bot.errors import RequestError
from digests.query.request import read_request

if TYPE_CHECKING:
    from bot.app import App
    from digests.models import Request

export = typer.Typer(help="Take your data away: claims as JSON Lines, CSV or Parquet, articles as records.")

Output = Annotated[Path | None, typer.Option("--output", "-o", help="The file; standard output without one.")]
Pages = AsyncIterator[Sequence[dict[str, Any]]]


class ClaimForm(StrEnum):
    """How claims are written."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


@export.command("claims", epilog=example("export claims kursk --as csv --output kursk.csv"))
def export_claims(
    about: Annotated[list[str] | None, typer.Argument(help="A query as `claims` takes it; all without one.")] = None,
    form: Annotated[ClaimForm, typer.Option("--as", help="How to write them.")] = ClaimForm.jsonl,
    output: Output = None,
) -> None:
    """Write claims, newest first, with their places, actors, figures and relations."""
    write = {ClaimForm.jsonl: _write_json, ClaimForm.csv: _write_csv, ClaimForm.parquet: _write_parquet}[form]
    _export(output, lambda app, stream: write(_claim_pages(app, read_request(" ".join(about or ()))), stream))


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


async def _claim_pages(app: App, request: Request) -> Pages:
    from bot.exports.claim_rows import claim_row  # noqa: PLC0415 - only where claims are written

    async for page in app.service.every_claim(request):
        yield [claim_row(match) for match in page]


async def _write_json(pages: Pages, stream: BinaryIO) -> None:
    async for rows in pages:
        stream.writelines(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


async def _write_csv(pages: Pages, stream: BinaryIO) -> None:
    from bot.exports.claim_csv import write_claim_csv  # noqa: PLC0415 - only where CSV is written

    heading = True
    async for rows in pages:
        text = io.StringIO()
        write_claim_csv(rows, text, heading=heading)
        stream.write(text.getvalue().encode())
        heading = False


async def _write_parquet(pages: Pages, stream: BinaryIO) -> None:
    try:
        from bot.exports.claim_parquet import ClaimParquet  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError:
        raise RequestError("Parquet needs pyarrow: install dateline with its extra “parquet”.") from None
    writer = None
    async for rows in pages:
        writer = writer or ClaimParquet(stream, rows[0])
        writer.write(rows)
    if writer is None:
        raise RequestError("There are no claims to write.")
    writer.close()
