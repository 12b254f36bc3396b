"""`dateline figures`: what claims give of one measure over time, as a table, a picture or data."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import console, make_table, write_file_text, write_line
from bot.cli.session import choice_parser, with_app
from bot.errors import RequestError
from digests.query.request import read_request

if TYPE_CHECKING:
    from digests.models import Figures

FORMS = ("table", "csv", "svg", "png", "json")


def figures(
    about: Annotated[list[str], typer.Argument(help="A place or an actor, with options as in since:7d by:isw.")],
    measure: Annotated[str, typer.Option(help="Only what these words name, as in “troops lost”.")] = "",
    form: Annotated[
        str,
        typer.Option(
            "--as", parser=choice_parser(*FORMS), metavar="FORM", help=f"How to write them: {', '.join(FORMS)}."
        ),
    ] = "table",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file; standard output without one.")
    ] = None,
) -> None:
    """Show the figures that claims give over time, by measure and claimant; nothing is added up or filled in."""
    answer = with_app(lambda app: app.service.figures(read_request(" ".join(about)), measure=measure))
    if form == "table" and output is None:
        _show(answer)
        return
    content = _content(answer, form)
    if output is not None:
        try:
            output.write_bytes(content.encode() if isinstance(content, str) else content)
        except OSError as error:
            raise RequestError(f"{output} cannot be written ({error.strerror}).") from error
    elif isinstance(content, bytes):
        sys.stdout.buffer.write(content)
    else:
        write_file_text(content, form)


def _content(answer: Figures, form: str) -> str | bytes:
    from bot.exports.figures import as_csv, as_json, as_svg  # noqa: PLC0415 - only where something is written

    if form != "png":
        return {"csv": as_csv, "json": as_json, "svg": as_svg}.get(form, as_csv)(answer)
    try:
        from bot.exports.figures.png import as_png  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError:
        raise RequestError("A PNG needs a rasteriser: install dateline with its extra “figures”.") from None
    return as_png(answer)


def _show(answer: Figures) -> None:
    from digests.series import amount_text  # noqa: PLC0415 - as above

    write_line(answer.title)
    write_line(answer.notice or answer.subtitle)
    headings = ("claimant", "amount", "date", "flags", "source", "claim")
    for measure in answer.measures:
        rows = (
            (r.claimant, amount_text(r, measure.unit), r.date, " · ".join(r.flags), r.source, " ".join(r.claim_ids))
            for r in measure.readings
        )
        write_line(f"\n{measure.title}")
        console().print(make_table(headings, rows))
