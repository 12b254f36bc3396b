"""The pages in a real browser with scripts off: from phone to desk, in the dark and in the light, by mouse and keys."""

from __future__ import annotations

import struct
import zlib
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.page import serve_pages
from bot.service.service import Service
from tests.bot.page.browser import CHROMIUM, Tab, tab
from tests.bot.sampled import NOW

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.timeout(300),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here: install Debian's package chromium"),
]
PATHS = ("/", "/subjects/", "/place/538555/", "/actor/state-ua/", "/claims/?q=kursk", "/day/2025-02-06/")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def base(service: Service) -> AsyncIterator[str]:
    """Where the pages are served."""
    async with serve_pages(service, "127.0.0.1", 0, clock=lambda: NOW) as (host, port):
        yield f"http://{host}:{port}"


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Tab]:
    """One tab for all tests."""
    async with tab(width=1280) as page:
        yield page


@pytest.mark.parametrize("path", PATHS)
async def test_every_width_holds_the_page(base: str, browser: Tab, path: str) -> None:
    """Nothing stands out sideways from 390 to 1440 pixels, nothing is asked elsewhere or complained of."""
    browser.complaints.clear()
    browser.requests.clear()
    for width in (390, 768, 1440):
        await browser.look(width=width)
        await browser.open(base + path)
        content, window = await browser.widths()
        assert content <= window, f"{width}: {content} wide"
    assert browser.complaints == []
    assert {url.split("/")[2] for url in browser.requests} == {base.split("/")[2]}


async def test_the_dark_is_dark(base: str, browser: Tab) -> None:
    """The same page is light for who wants it light, and dark for who wants it dark; neither is blank."""
    shades = []
    for dark in (False, True):
        await browser.look(width=800, dark=dark)
        await browser.open(f"{base}/place/538555/")
        rows = pixels(await browser.picture())
        shades.append(sum(map(sum, rows[::10])) / sum(map(len, rows[::10])))
        assert len({bytes(row) for row in rows}) > 100
    light, dark_shade = shades

    assert light > 200
    assert dark_shade < 70


async def test_a_line_leads_to_its_passage_and_on(base: str, browser: Tab) -> None:
    """From a digest's line to the claim, from there to whoever differs, and to a place."""
    await browser.look(width=1280)
    await browser.open(f"{base}/claims/?q=sudzha+civilians")
    await browser.click("a.words")
    first = await browser.title()
    await browser.click(".pair a")
    second = await browser.title()
    await browser.click(".tags a")

    assert {first.split(":")[0], second.split(":")[0]} == {"the governor", "Ukrainian military"}
    assert "Sudzha" in await browser.title() or "Ukrainian military" in await browser.title()


async def test_the_box_answers_without_a_script(base: str, browser: Tab) -> None:
    """What is typed into the box is asked on Enter."""
    await browser.open(base)
    await browser.type_into("#q", "toretsk")

    assert any("captured Toretsk" in name for name in await browser.names("link"))


async def test_a_screen_reader_finds_its_way(base: str, browser: Tab) -> None:
    """Landmarks, headings and the box have names, and pictures say what they show."""
    await browser.open(f"{base}/place/538555/")

    assert (await browser.names("navigation"), await browser.names("combobox")) == (["Pages"], ["Claims about"])
    assert len(await browser.names("main")) == 1
    assert "Kursk Oblast" in await browser.names("heading")
    assert all(await browser.names("link"))


async def test_hostile_text_does_nothing(base: str, browser: Tab) -> None:
    """An article's script is words on the page: it loads nothing, runs nothing and renames nothing."""
    browser.complaints.clear()
    browser.requests.clear()
    await browser.call("Emulation.setScriptExecutionDisabled", value=False)
    try:
        await browser.open(f"{base}/claims/?q=kursk+by:%22mayor+of+kursk%22")
        await browser.click("a.words")
    finally:
        await browser.call("Emulation.setScriptExecutionDisabled", value=True)

    assert "<script>" in await browser.title()
    assert await browser.title() != "owned"
    assert browser.complaints == []
    assert not any("evil.example" in url for url in browser.requests)


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
