"""A platform that needs no token: digests and answers drawn in the terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.models import Answer, Delivery, PlatformName, SourceView
from digests.lines.links import open_address
from digests.models import Digest, DigestItem

_URL_SAFE: Final = "%/:=&?~#+!$,;()*.'-_"  #: what ends no escape sequence of a terminal


class TerminalPlatform:
    """Prints deliveries; a message id is the delivery's own."""

    name: PlatformName = "terminal"

    def __init__(self, console: Console) -> None:
        self._console = console

    async def post(self, delivery: Delivery) -> str:
        """Print the digest and return the delivery's id."""
        self._console.print(draw_digest(delivery.digest))
        return delivery.id


def draw_digest(digest: Digest) -> RenderableType:
    """A digest for rich: title, one bullet a line, footer."""
    parts: list[RenderableType] = [Text(plain(digest.title), style="bold")]
    if digest.subtitle:
        parts.append(Text(plain(digest.subtitle), style="dim"))
    for section in digest.printed_sections:
        if section.title:
            parts.append(Text(plain(section.title), style="bold cyan"))
        parts.extend(_draw_item(item) for item in section.items)
    if digest.notice:
        parts.append(Text(plain(digest.notice), style="italic"))
    parts.extend(Text(plain(line), style="dim") for line in digest.footer)
    return Padding(Group(*parts), (0, 0, 1, 0), expand=False)


def draw_answer(answer: Answer) -> RenderableType:
    """An answer for rich: the digest, then other subjects that may have been meant."""
    parts: list[RenderableType] = [draw_digest(answer.digest)]
    if answer.choices:
        names = ", ".join(plain(choice.label) for choice in answer.choices)
        parts.append(Padding(Text(f"See also: {names}", style="dim"), (0, 0, 1, 0), expand=False))
    return Group(*parts)


def draw_source(view: SourceView) -> RenderableType:
    """A passage in its context for rich, the claim's own words in bold."""
    passage = Text.assemble(plain(view.before), (plain(view.exact), "bold"), plain(view.after))
    provenance = " · ".join(plain(part) for part in (view.headline, view.source, view.published) if part)
    parts: list[RenderableType] = [
        Text(plain(view.line), style="bold"),
        *([Text(plain(view.standing), style="yellow")] if view.standing else []),
        Padding(passage, (0, 0, 0, 2), expand=False),
        Text(provenance, style="dim"),
    ]
    if view.url:
        parts.append(Text(plain(view.url), style="dim"))
    return Padding(Group(*parts), (0, 0, 1, 0), expand=False)


def draw_reasons(rows: Sequence[tuple[str, str]]) -> RenderableType:
    """Headings and what is said under each, for rich."""
    table = Table.grid(padding=(0, 2))
    for heading, words in rows:
        table.add_row(Text(heading, style="bold cyan"), Text(plain(words)))
    return Padding(table, (0, 0, 1, 0), expand=False)


def plain(text: str) -> str:
    """Text without control and formatting characters, so that an article cannot steer the terminal."""
    return "".join(" " if c in "\n\t" else c for c in text if c in "\n\t" or unicodedata.category(c)[0] != "C")


def _link_style(url: str | None) -> str:
    address = open_address(url)
    return f"dim link {quote(address.geturl(), safe=_URL_SAFE)}" if address else "dim"


def _draw_item(item: DigestItem) -> RenderableType:
    strikethrough = f"{plain(item.was)} " if item.was else ""
    line = Text.assemble((plain(item.claimant), "bold"), item.joint, (strikethrough, "strike"), plain(item.body))
    if item.when:
        line.append(f" ({plain(item.when)})", style="cyan")
    for flag in item.flags:
        line.append(f" · {plain(flag)}", style="yellow")
    line.append(
        f"  [{plain(item.link_text)}{plain(item.quoted_headline)} · {plain(item.claim_id)}]",
        style=_link_style(item.url),
    )
    row = Table.grid(padding=(0, 1))
    row.add_row("•", line)
    return Padding(row, (0, 0, 0, 1), expand=False)
