"""The pages as files for any web server: each page in its own folder, found by following the links."""

from __future__ import annotations

import contextlib
import re
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin

from bot.errors import RequestError
from bot.page.addresses import subject_id_of
from bot.page.data import DataFiles
from bot.page.pages import HTML, Page, Pages

_LINK: Final = re.compile(rb'href="((?![a-z]+:)[^"#?]*)"')
_FIRST: Final = ("", "style.css", "icon.svg", "feed.json", "claims.jsonld", "subjects/", "data/")


async def build(pages: Pages, data: DataFiles, folder: Path, *, limit: int) -> int:
    """Write the first page and all that it leads to, at most so many, and say how many were written."""
    queue, known, count = deque(_FIRST), set(_FIRST), 0
    while queue and count < limit:
        path = queue.popleft()
        count += 1
        if path in data.paths:
            await _write_data(data, path, folder)
            continue
        page = await _page(pages, path)
        _write(folder / unquote(path), page)
        for link in _LINK.findall(page.body) if page.kind == HTML else ():
            target = urljoin(f"/{path}", link.decode().replace("&amp;", "&")).removeprefix("/")
            if target not in known:
                known.add(target)
                queue.append(target)
    return count


async def _write_data(data: DataFiles, path: str, folder: Path) -> None:
    file = folder / path
    with _named(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as stream:
            async for part in data.parts(data.paths[path]):
                stream.write(part)


def _write(path: Path, page: Page) -> None:
    file = path / "index.html" if page.kind == HTML else path
    with _named(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(page.body)


@contextlib.contextmanager
def _named(file: Path) -> Iterator[None]:
    try:
        yield
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
        "data/": pages.data,
    }
    if path in fixed:
        return await fixed[path]()
    if path.startswith("data/"):
        return await pages.schema(path.removeprefix("data/").removesuffix(".schema.json"))
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
