"""The pages in a real browser with scripts off: from phone to desk, in the dark and in the light, by mouse and keys."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.page import serve_pages
from bot.service.service import Service
from tests.bot.page.browser import CHROMIUM, Tab, tab
from tests.bot.page.looks import FOLDER, LOOKS, PATHS, difference, pixels, thumbnail
from tests.bot.sampled import NOW

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.timeout(300),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here: install Debian's package chromium"),
]
#: Another font is 1.5 away, another page 18 and a page without its style 24 and more.
MOST_APART = 8


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
        rows = pixels(await thumbnail(browser, f"{base}/place/538555/", width=800, height=900, dark=dark))
        shades.append(sum(map(sum, rows)) / sum(map(len, rows)))
        assert len({bytes(row) for row in rows}) > 20
    light, dark_shade = shades

    assert light > 200
    assert dark_shade < 70


@pytest.mark.parametrize(("name", "path", "width", "height", "dark"), LOOKS)
async def test_the_pages_look_as_they_did(
    base: str, browser: Tab, name: str, path: str, width: int, height: int, *, dark: bool
) -> None:
    """Blocks and colours stand where they stood; where that changes on purpose, `make pictures` draws them anew."""
    picture = await thumbnail(browser, base + path, width=width, height=height, dark=dark)

    assert difference(picture, (FOLDER / f"{name}.png").read_bytes()) < MOST_APART


async def test_a_page_without_its_style_looks_other(base: str, browser: Tab) -> None:
    """What tells looks apart tells a page that has lost its style, and one page from another."""
    kept = (FOLDER / "subjects-1280.png").read_bytes()
    look = {"width": 1280, "height": 900}
    assert difference(await thumbnail(browser, f"{base}/place/538555/", **look, dark=True), kept) > MOST_APART
    await browser.call("Network.setBlockedURLs", urls=["*style.css"])
    try:
        assert difference(await thumbnail(browser, f"{base}/subjects/", **look, dark=True), kept) > MOST_APART
    finally:
        await browser.call("Network.setBlockedURLs", urls=[])
        browser.complaints.clear()


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
