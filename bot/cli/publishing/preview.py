"""`dateline preview`: a schedule's next digest as the chats would draw it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import write_line
from bot.cli.session import with_app
from bot.errors import RequestError
from bot.platforms import PLATFORMS

if TYPE_CHECKING:
    from bot.app import App
    from bot.models import Schedule
    from digests.models import Digest


def preview(
    name: Annotated[str, typer.Argument(help="The digest's name, as `schedule list` prints it.")],
    workspace: Annotated[str, typer.Option(help="The workspace, as `schedule list` prints it.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path("preview.html"),
) -> None:
    """Draw a schedule's next digest as Discord and Slack would show it, in the dark and in the light; posts nothing."""
    from bot.page.render import render_preview  # noqa: PLC0415 - only pages need templates

    async def work(app: App) -> tuple[Schedule, Digest | None, tuple[datetime, ...]]:
        schedule, digest = await app.service.upcoming(workspace, name)
        return schedule, digest, app.service.next_sends(schedule)

    schedule, digest, sends = with_app(work)
    payloads = {platform.name: platform.preview(digest) if digest else [] for platform in PLATFORMS}
    try:
        output.write_bytes(render_preview(schedule, sends, payloads))
    except OSError as error:
        raise RequestError(f"{output} cannot be written ({error.strerror}).") from error
    write_line(
        f"Wrote {output}: {len(payloads[schedule.destination.platform])} to be sent, next {sends[0]:%a %d %b %H:%M %Z}."
    )
