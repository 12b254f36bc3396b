"""`make pictures`: draw the pictures of docs/ anew; `python -m tests.pictures FOLDER` draws every look of the chats."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from bot.exports.figure_png import png_drawer
from bot.extraction import Extractor
from bot.knowledge.load import build_knowledge
from bot.page import serve_pages
from bot.page.render import render_preview
from bot.platforms import PLATFORMS
from bot.records import open_records
from bot.service.desk.decisions import Review
from bot.service.service import Service
from bot.settings import Settings
from bot.store import open_store
from digests.models import Article
from digests.query.request import read_request
from tests import make
from tests.bot.page.browser import CHROMIUM, Tab, tab
from tests.paths import DATA, REPO, SAMPLES
from tests.pictures.conversations import PLACES, Conversation, conversations

FOLDER = REPO / "docs" / "pictures"
NOW = datetime(2025, 2, 9, 12, 0, tzinfo=UTC)
#: How wide a phone is, and the look in which each platform is shown there.
PHONE, LOOKS = 390, {"discord": "dark", "slack": "light"}
#: What shows a database as pages, where it is installed: no part of this program needs it.
DATASETTE = shutil.which("datasette")
#: The claims of the Kursk samples as Datasette lists them, with how many each role and each kind has.
LIST = "/dateline/claim?_sort_desc=claim_key&_size=12&_facet=role&_facet=kind" + "".join(
    f"&_col={name}" for name in "claimant role kind said_on passage status certainty held_back".split()
)
#: What is shown of the pages: the name of the picture, the address, the width and height, and whether it is dark.
VIEWS = (
    ("digest", "/", 1000, 640, False),
    ("digest-phone", "/", 390, 700, True),
    ("claim", "", 900, 640, False),
    ("place", "/place/538555/", 1000, 640, True),
    ("data", "/data/", 900, 640, False),
    ("subjects", "/subjects/", 900, 640, False),
    ("answer", "/claims/?q=north+korea+since:2025-02-05", 900, 620, False),
)


async def draw(folder: Path, looks: Path | None = None) -> None:
    """Draw every picture into the folder for documents; looks: where every look of the chats is drawn."""
    from bot.exports.figures.png import as_png  # noqa: PLC0415 - needs an extra

    settings = Settings(data=folder)
    knowledge = build_knowledge(settings)
    store = await open_store(f"sqlite:///{folder / 'pictures.db'}")
    services = {
        name: Service(
            store,
            Extractor(knowledge),
            knowledge,
            clock=lambda: NOW,
            splitters={platform.name: platform.split for platform in PLATFORMS},
            floor=settings.floor,
            draw=png_drawer(),
            review=Review(place.tenant),
        )
        for name, place in PLACES.items()
    }
    service = services["discord"]
    for path in (SAMPLES / "articles.jsonl", DATA / "figures/articles.jsonl"):
        for record in open_records(str(path)):
            if isinstance(record, Article):
                await service.add_article(record)
    (FOLDER / "chat").mkdir(parents=True, exist_ok=True)
    figures = await service.figures(read_request("kursk"), measure="lost")
    for theme in ("light", "dark"):
        _write(f"figures-{theme}", as_png(figures, theme=theme))
    async with serve_pages(service, "127.0.0.1", 0, clock=lambda: NOW) as (host, port), tab(width=1100) as page:
        await _pages(page, f"http://{host}:{port}", service)
        await page.look(width=1000, height=620)
        await page.open(await _preview(folder / "preview.html", service))
        _write("preview", await page.picture())
        talks = await conversations(store, services, NOW)
        await page.look(width=PHONE)
        await _chats(page, folder / "chat.html", talks, looks)
    await store.close()
    if DATASETTE:
        async with _datasette(folder / "pictures.db") as address, tab(width=1200) as page:
            await page.look(width=1200, height=860)
            await page.open(address + LIST)
            _write("datasette", await page.picture())


@contextlib.asynccontextmanager
async def _datasette(file: Path) -> AsyncIterator[str]:
    """The address at which Datasette shows a database."""
    database = shutil.copy(file, file.with_name("dateline.db"))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        DATASETTE or "", "--immutable", database, "--port", str(port), stderr=asyncio.subprocess.PIPE
    )
    try:
        assert process.stderr is not None
        while b"running on" not in await process.stderr.readline():
            assert process.returncode is None, "Datasette has ended"
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


async def _pages(page: Tab, base: str, service: Service) -> None:
    answer = await service.claims(read_request("north korea"))
    claim = next(item for item in answer.digest.items if any(flag.startswith("differs") for flag in item.flags))
    for name, path, width, height, dark in VIEWS:
        await page.look(width=width, height=height, dark=dark)
        await page.open(base + (path or f"/claim/{claim.claim_id}/"))
        _write(name, await page.picture())


async def _chats(page: Tab, file: Path, talks: Mapping[str, Conversation], looks: Path | None) -> None:
    """Draw what was said, as on a phone: each platform in one look, or all of them."""
    schedule = make.schedule("morning")
    sends = (NOW,)
    for name, talk in talks.items():
        await asyncio.to_thread(file.write_bytes, render_preview(schedule, sends, talk.payloads))
        await page.open(file.as_uri())
        for platform in talk.payloads:
            for tone in ("light", "dark") if looks else (LOOKS[platform],):
                picture = await page.part(f".look.{platform}.{tone}")
                if looks:
                    await asyncio.to_thread((looks / f"{name}-{platform}-{tone}.png").write_bytes, picture)
                if tone == LOOKS[platform]:
                    _write(f"chat/{name}-{platform}", picture)


async def _preview(file: Path, service: Service) -> str:
    """Where a digest of a few lines lies as the chats would draw it."""
    digest = await service.preview(max_lines=4)
    payloads = {platform.name: platform.preview(digest) for platform in PLATFORMS}
    schedule = make.schedule("morning")
    await asyncio.to_thread(file.write_bytes, render_preview(schedule, service.next_sends(schedule), payloads))
    return file.as_uri()


def _write(name: str, picture: bytes) -> None:
    path = FOLDER / f"{name}.png"
    path.write_bytes(picture)
    sys.stdout.write(f"{path.relative_to(REPO)}: {len(picture) // 1000} kB\n")


if __name__ == "__main__":
    if CHROMIUM is None:
        sys.exit("The pictures need a Chromium: install Debian's package chromium.")
    with tempfile.TemporaryDirectory() as scratch:
        asyncio.run(draw(Path(scratch), Path(sys.argv[1]) if len(sys.argv) > 1 else None))
