"""`dateline archive`: articles by the thousand, read on all cores, and loaded at once."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from bot.cli.output import JsonFlag, write_json, write_line
from bot.cli.session import example, settings
from bot.errors import RequestError

if TYPE_CHECKING:
    from bot.archive.shards import Outcome


class _Group(TyperGroup):
    """Commands of which the first needs no name: `archive FILE… FOLDER` reads."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the name of the first command before what is no command's."""
        if args and args[0] not in self.commands and args[0] != "--help":
            args = ["read", *args]
        return super().parse_args(ctx, args)


archive = typer.Typer(
    cls=_Group,
    help="Read files of articles on all cores of one machine or of several, and load what they say.",
    epilog=example("archive shards/*.jsonl.gz read-2024"),
)


@archive.command("read", epilog=example("archive read shards/*.jsonl.gz read-2024"))
def read(
    paths: Annotated[list[str], typer.Argument(help="Files or folders of records, then the folder to write to.")],
    workers: Annotated[int, typer.Option(min=1, help="How many processes read.")] = os.cpu_count() or 1,
    form: Annotated[str, typer.Option("--as", help="claims (Parquet, to be loaded), or extracts.")] = "claims",
    as_json: JsonFlag = False,
) -> None:
    """Read shards (JSON Lines, WARC, Parquet and all that `add` takes); run again, it reads what was not."""
    from bot.archive.shards import Form, Ledger, list_shards  # noqa: PLC0415 - needs an extra

    if len(paths) < 2:
        raise RequestError("Name what is to be read, and then the folder to write to.")
    if form not in set(Form):
        raise RequestError(f"“{form}” is none of {', '.join(Form)}.")
    config, ledger = settings(), Ledger(Path(paths[-1]).resolve(), Form(form))
    shards = list_shards(paths[:-1])
    todo = [shard for shard in shards if ledger.outcome(shard) is None]
    from bot.archive.spread import spread  # noqa: PLC0415 - needs an extra

    outcomes = []
    for outcome in spread(config, ledger, todo, workers=workers) if todo else ():
        outcomes.append(outcome)
        _show(outcome, len(outcomes), len(todo))
    ledger.tidy()
    _sum_up(outcomes, len(shards) - len(todo), as_json=as_json)


def _show(outcome: Outcome, number: int, count: int) -> None:
    text = outcome.problem or f"{outcome.articles:,} articles, {outcome.claims:,} claims in {outcome.seconds:,.1f} s"
    unreadable = f", {outcome.unreadable:,} records not readable" if outcome.unreadable else ""
    write_line(f"{number}/{count} {outcome.shard}: {text}{unreadable}", error=True)


def _sum_up(outcomes: list[Outcome], done_before: int, *, as_json: bool) -> None:
    failed = [outcome.shard for outcome in outcomes if outcome.problem]
    counts: dict[str, object] = {
        "shards": len(outcomes) - len(failed),
        "read_before": done_before,
        "articles": sum(outcome.articles for outcome in outcomes),
        "claims": sum(outcome.claims for outcome in outcomes),
        "not_readable": sum(outcome.unreadable for outcome in outcomes),
        "failed": failed,
    }
    if as_json:
        write_json(counts)
    else:
        write_line(
            f"{counts['shards']} shards read, {done_before} before, {len(failed)} failed: "
            f"{counts['articles']:,} articles, {counts['claims']:,} claims, {counts['not_readable']:,} not readable."
        )
    if failed:
        raise typer.Exit(1)


@archive.command("load", epilog=example("archive load read-2024"))
def load(
    folder: Annotated[Path, typer.Argument(help="The folder that was written to.", exists=True, file_okay=False)],
    relate: Annotated[bool, typer.Option(help="Look which claims deny, correct or repeat which.")] = True,
    as_json: JsonFlag = False,
) -> None:
    """Add all that was read to the database; it can be found, and is no news. The same again adds nothing."""
    from bot.app import utc_now  # noqa: PLC0415 - a second of imports
    from bot.archive.load import Loaded, load_all  # noqa: PLC0415 - needs an extra
    from bot.store import open_store  # noqa: PLC0415 - only where a database is used

    async def work() -> Loaded:
        store = await open_store(settings().database_url)
        try:
            return await load_all(store, folder, now=utc_now(), relate=relate)
        finally:
            await store.close()

    loaded = asyncio.run(work())
    if as_json:
        write_json(vars(loaded))
    else:
        write_line(f"{loaded.articles:,} articles, {loaded.claims:,} claims added; {loaded.already_held:,} were held.")
