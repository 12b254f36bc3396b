"""How the pages look, as thumbnails that are kept: `make pictures` draws them anew, a test compares them."""

from __future__ import annotations

import asyncio
import base64
import struct
import tempfile
import zlib
from pathlib import Path

from bot.page import serve_pages
from tests.bot.page.browser import Tab, tab
from tests.bot.sampled import NOW, sampled_service
from tests.paths import DATA

FOLDER = DATA / "looks"
PATHS = ("/", "/subjects/", "/place/538555/", "/actor/state-ua/", "/claims/?q=kursk", "/day/2025-02-06/")
#: Where stories stand below each other, only the head of a page is compared: better stories are no other look.
HEADS = {"/", "/day/2025-02-06/"}
#: A page by name, its address, the width and height that are compared, and whether it is dark.
LOOKS = tuple(
    (f"{path.strip('/').split('/')[0] or 'front'}-{width}", path, width, 260 if path in HEADS else height, dark)
    for path in PATHS
    for width, height, dark in ((390, 1200, False), (1280, 900, True))
)
SCALE = 1 / 20


async def thumbnail(page: Tab, address: str, *, width: int, height: int, dark: bool) -> bytes:
    """The first window of a page as a small PNG: blocks and colours remain, words do not."""
    await page.look(width=width, height=height, dark=dark)
    await page.open(address)
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": SCALE}
    return base64.b64decode((await page.call("Page.captureScreenshot", clip=clip))["data"])


def difference(one: bytes, other: bytes) -> float:
    """How far two pictures are apart, as the mean over their pixels' channels, of 255."""
    rows, others = pixels(one), pixels(other)
    assert [len(row) for row in rows] == [len(row) for row in others], "of other sizes"
    apart = [
        abs(a - b) for row, other_row in zip(rows, others, strict=True) for a, b in zip(row, other_row, strict=True)
    ]
    return sum(apart) / len(apart)


def pixels(png: bytes) -> list[bytearray]:
    """The rows of a picture as a browser writes it: eight bits a channel, not interlaced."""
    width, height, depth, kind, *_, interlaced = struct.unpack(">IIBBBBB", png[16:29])
    assert (depth, interlaced) == (8, 0)
    size = {2: 3, 6: 4}[kind]
    data, position = b"", 8
    while position < len(png):
        length, name = struct.unpack(">I4s", png[position : position + 8])
        data += png[position + 8 : position + 8 + length] if name == b"IDAT" else b""
        position += length + 12
    raw, rows, before = zlib.decompress(data), [], bytearray(width * size)
    for y in range(height):
        start = y * (width * size + 1)
        before = _unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + width * size]), before, size)
        rows.append(before)
    return rows


def _unfiltered(way: int, row: bytearray, above: bytearray, size: int) -> bytearray:
    for n, value in enumerate(row):
        left, corner = (row[n - size], above[n - size]) if n >= size else (0, 0)
        guess = left + above[n] - corner
        paeth = min((left, above[n], corner), key=lambda c: abs(guess - c))
        row[n] = (value + (0, left, above[n], (left + above[n]) // 2, paeth)[way]) % 256
    return row


async def draw(scratch: Path) -> None:
    """Draw every thumbnail into the folder of what must be looked like."""
    FOLDER.mkdir(exist_ok=True)
    async with (
        sampled_service(scratch) as service,
        serve_pages(service, "127.0.0.1", 0, clock=lambda: NOW) as (host, port),
        tab(width=1280) as page,
    ):
        for name, path, width, height, dark in LOOKS:
            address = f"http://{host}:{port}{path}"
            picture = await thumbnail(page, address, width=width, height=height, dark=dark)
            await asyncio.to_thread((FOLDER / f"{name}.png").write_bytes, picture)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(draw(Path(folder)))
