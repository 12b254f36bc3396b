"""The pages as files for any web server: each page in its own folder, found by following the links."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin

from bot.errors import RequestError
from bot.page.addresses import subject_id_of
from bot.page.pages import HTML, Page, Pages

_LINK: Final = re.compile(rb'href="((?![a-z]+:)[^"#?]*)"')
_FIRST: Final = ("", "style.css", "icon.svg", "feed.json", "claims.jsonld", "subjects/")


async def build(pages: Pages, folder: Path, *, limit: int) -> int:
    """Write the first page and all that it leads to, at most so many, and say how many were written."""
    queue, known, count = deque(_FIRST), set(_FIRST), 0
    while queue and count < limit:
        path = queue.popleft()
        page = await _page(pages, path)
        _write(folder / unquote(path), page)
        count += 1
        for link in _LINK.findall(page.body) if page.kind == HTML else ():
            target = urljoin(f"/{path}", link.decode().replace("&amp;", "&")).removeprefix("/")
            if target not in known:
                known.add(target)
                queue.append(target)
    return count


def _write(path: Path, page: Page) -> None:
    file = path / "index.html" if page.kind == HTML else path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(page.body)
    except OSError as error:
        raise RequestError(f"{file} cannot be written ({error.strerror}).") from error


async def _page(pages: Pages, path: str) -> Page:
    fixed: dict[str, Callable[[], Awaitable[Page]]] = {
        "": pages.front,
        "style.css": pages.style,
        "icon.svg": pages.icon,
        "feed.json": pages.feed,
        "claims.jsonld": pages.json_ld,
        "subjects/": pages.subjects,
    }
    if path in fixed:
        return await fixed[path]()
    kind, name, file = unquote(path).split("/", 2)
    match kind, file:
        case "day", "":
            return await pages.day(date.fromisoformat(name))
        case "claim", "":
            return await pages.claim(name)
        case "claim", _:
            return await pages.claim_json_ld(name)
        case _:
            return await pages.subject(kind, subject_id_of(kind, name))
