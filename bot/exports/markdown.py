"""A digest as Markdown (CommonMark, also as GitHub reads it)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.exports.links import web_address
from digests.models import Digest, DigestItem
from digests.text.printable import printable

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&@$^]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_AT_START = re.compile(r"^(?:[-+=]|\d+(?=[.)]))")


def as_markdown(digest: Digest) -> str:
    """A heading, a list of lines with their links, and the footer."""
    return "\n\n".join(_blocks(digest)) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown prints as it is: no emphasis, link, mention or heading comes of it."""
    plain = _SPECIAL.sub(lambda match: f"\\{match.group()}", printable(text))
    return _AT_START.sub(lambda m: m.group() + "\\" if m.group().isdigit() else f"\\{m.group()}", plain)


def _blocks(digest: Digest) -> Iterator[str]:
    yield f"# {escaped(digest.title)}"
    if digest.subtitle:
        yield escaped(digest.subtitle)
    for section in digest.printed_sections:
        if section.title:
            yield f"## {escaped(section.title)}"
        yield "\n".join(_line(item) for item in section.items)
    if digest.notice:
        yield escaped(digest.notice)
    yield from (escaped(line) for line in digest.footer)


def _line(item: DigestItem) -> str:
    date = f" ({escaped(item.when)})" if item.when else ""
    flags = "".join(f" · *{escaped(flag)}*" for flag in item.flags)
    url = web_address(item.url)
    source = f"[{escaped(item.link_text)}](<{url}>)" if url else escaped(item.link_text)
    origin = f"{source}{escaped(item.quoted_headline)}"
    strikethrough = f"~~{escaped(item.was)}~~ " if item.was else ""
    return f"- **{escaped(item.head)}** {strikethrough}{escaped(item.body)}{date}{flags} — {origin}"
