"""`dateline feeds`: the feeds that `dateline run` watches."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.output import JsonFlag, console, make_table, write_json_rows, write_line
from bot.cli.session import choice_parser, example, settings, with_app
from bot.errors import RecordError, RequestError

if TYPE_CHECKING:
    from bot.app import App
    from bot.models import Feed
    from digests.models import Article

feeds = typer.Typer(help="Keep the feeds that `dateline run` watches.", no_args_is_help=True)

_MODE = choice_parser("publish", "review", "off")

FeedName = Annotated[str, typer.Argument(help="A feed's id, address or name, as `list` prints it.", metavar="FEED")]
Name = Annotated[str | None, typer.Option(help="Its publisher's name; the feed's own title by default.")]
Language = Annotated[str | None, typer.Option(help="The language of its articles, as in en or uk.")]
Mode = Annotated[str | None, typer.Option(parser=_MODE, help="publish what it brings, let it wait for review, or off.")]
FullText = Annotated[
    bool | None, typer.Option("--full-text/--summary", help="Fetch the pages of its articles, where it has summaries.")
]
Selector = Annotated[str | None, typer.Option(help="Where a page has its text, as in 'article .body'.")]
Sites = Annotated[
    list[str] | None, typer.Option("--site", help="A domain of the same house, from which pages are fetched too.")
]
Minutes = Annotated[int | None, typer.Option("--every", help="Minutes between two looks (15).")]
Hours = Annotated[int | None, typer.Option("--silent-after", help="Hours without news that are told (72; 0: none).")]


@feeds.command("add", epilog=example("feeds add https://wire.example/feed.xml --name 'Example Wire'"))
def add(  # noqa: PLR0913, PLR0917 - each is an option of the command
    addresses: Annotated[list[str], typer.Argument(help="Feeds' addresses, or OPML files.", metavar="URL|OPML...")],
    name: Name = None,
    language: Language = None,
    mode: Mode = None,
    full_text: FullText = None,
    selector: Selector = None,
    sites: Sites = None,
    minutes: Minutes = None,
    hours: Hours = None,
) -> None:
    """Watch feeds from now on; `dateline run` looks at them within seconds."""
    options = _options(name, language, mode, full_text, selector, sites, minutes, hours)
    _add_all([row | options for address in addresses for row in _rows(address)])


@feeds.command("import", epilog=example("feeds import feeds.opml"))
def import_list(file: Annotated[Path, typer.Argument(help="An OPML file.")]) -> None:
    """Watch the feeds of an OPML list; those that are watched stay as they are."""
    _add_all(_rows_of_list(file))


@feeds.command("export", epilog=example("feeds export > feeds.opml"))
def export_list() -> None:
    """Write the feeds as an OPML list, which other readers take too."""
    from bot.feeds.opml import write_list  # noqa: PLC0415 - only here

    typer.echo(write_list(with_app(lambda app: app.service.feeds.all())), nl=False)


@feeds.command("list", epilog=example("feeds list --json"))
def show_all(as_json: JsonFlag = False) -> None:
    """List the feeds, and how each is doing."""
    rows = with_app(lambda app: app.service.feeds.all())
    if as_json:
        write_json_rows(rows)
        return
    headings = ("id", "feed", "mode", "state", "last success", "last new", "failures")
    console().print(make_table(headings, map(_cells, rows)))


@feeds.command("set", epilog=example("feeds set 'Example Wire' --mode review"))
def change(  # noqa: PLR0913, PLR0917 - each is an option of the command
    feed: FeedName,
    name: Name = None,
    language: Language = None,
    mode: Mode = None,
    full_text: FullText = None,
    selector: Selector = None,
    sites: Sites = None,
    minutes: Minutes = None,
    hours: Hours = None,
) -> None:
    """Change what is set of a feed."""
    options = _options(name, language, mode, full_text, selector, sites, minutes, hours)
    changed_feed = with_app(lambda app: app.service.feeds.change(feed, **options))
    write_line(f"Changed {changed_feed.url}.")


@feeds.command("pause", epilog=example("feeds pause 'Example Wire'"))
def pause(feed: FeedName) -> None:
    """Let a feed rest."""
    write_line(f"Paused {with_app(lambda app: app.service.feeds.pause(feed, paused=True)).url}.")


@feeds.command("resume", epilog=example("feeds resume 'Example Wire'"))
def resume(feed: FeedName) -> None:
    """Look at a feed again, at once; also at one that rests after failures, or was gone."""
    write_line(f"Resumed {with_app(lambda app: app.service.feeds.pause(feed, paused=False)).url}.")


@feeds.command("remove", epilog=example("feeds remove 'Example Wire'"))
def remove(feed: FeedName) -> None:
    """Watch a feed no more; its articles stay."""
    write_line(f"Removed {with_app(lambda app: app.service.feeds.remove(feed)).url}.")


@feeds.command("test", epilog=example("feeds test https://wire.example/feed.xml"))
def try_out(url: Annotated[str, typer.Argument(help="A feed's address.")], as_json: JsonFlag = False) -> None:
    """Fetch a feed and show what would be read; keeps nothing."""
    from bot.feeds.reading import fetch_records  # noqa: PLC0415 - only where something is fetched

    records = asyncio.run(fetch_records(url, {}, allowed_places=settings().fetch_allow))
    articles = [record for record in records if not isinstance(record, RecordError)]
    for record in records:
        if isinstance(record, RecordError):
            write_line(str(record), error=True)
    if as_json:
        write_json_rows(articles)
    else:
        headings = ("published", "publisher", "words", "headline", "address")
        console().print(make_table(headings, map(_article_cells, articles)))
    if not articles:
        raise typer.Exit(1)


def _options(*values: object) -> dict[str, Any]:
    names = ("name", "language", "mode", "full_text", "selector", "sites", "interval", "silent_after")
    options = {name: value for name, value in zip(names, values, strict=True) if value is not None and value != []}
    return options | ({"sites": tuple(options["sites"])} if "sites" in options else {})  # type: ignore[arg-type]


def _rows(address: str) -> list[dict[str, Any]]:
    return [{"url": address}] if "://" in address else _rows_of_list(Path(address))


def _rows_of_list(file: Path) -> list[dict[str, Any]]:
    from bot.feeds.opml import read_list  # noqa: PLC0415 - only where a list is read
    from bot.records.errors import BadRecordError  # noqa: PLC0415 - as above

    try:
        rows = read_list(file.read_bytes())
    except OSError as error:
        raise RequestError(f"{file} cannot be read ({error.strerror}).") from None
    except BadRecordError as error:
        raise RequestError(f"{file} {error.reason}.") from None
    if not rows:
        raise RequestError(f"{file} names no feeds.")
    return rows


def _add_all(rows: list[dict[str, Any]]) -> None:
    async def add_each(app: App) -> tuple[int, list[str]]:
        problems: list[str] = []
        for row in rows:
            try:
                await app.service.feeds.add(**row)
            except RequestError as error:
                problems.append(str(error))
        return len(rows) - len(problems), problems

    count, problems = with_app(add_each)
    for problem in problems:
        write_line(problem, error=True)
    write_line(f"{count} added, {len(problems)} not")
    if problems:
        raise typer.Exit(1)


def _cells(feed: Feed) -> tuple[str, ...]:
    health = feed.health
    moments = (f"{moment:%Y-%m-%d %H:%M}" if moment else "never" for moment in (health.last_success, health.last_new))
    return feed.id, feed.name or feed.url, feed.mode, _state(feed), *moments, str(health.failures)


def _state(feed: Feed) -> str:
    reason = feed.health.error if feed.state in {"fails", "gone"} else None
    return f"{feed.state}: {reason}" if reason else feed.state


def _article_cells(article: Article) -> tuple[str, ...]:
    published = f"{article.date_published:%Y-%m-%d %H:%M}" if article.date_published else "date unknown"
    words = str(len(article.body.split()))
    return published, article.publisher.name, words, article.headline or "(no headline)", article.url or ""
