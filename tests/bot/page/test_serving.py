"""The pages over HTTP: what a browser is told, what is not sent twice, and what is answered to nonsense."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping

import aiohttp
import pytest
import pytest_asyncio

from bot.page import serve_pages
from bot.service.service import Service
from tests.accessibility import problems
from tests.bot.sampled import NOW

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def base(service: Service) -> AsyncIterator[str]:
    """Where the pages are served."""
    async with serve_pages(service, "127.0.0.1", 0, clock=lambda: NOW) as (host, port):
        yield f"http://{host}:{port}"


async def get(url: str, **headers: str) -> tuple[int, str, Mapping[str, str]]:
    """Status, body and headers of a page."""
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as response:
        return response.status, await response.text(), response.headers


@pytest.mark.parametrize(
    "path", ["/", "/subjects/", "/day/2025-02-06/", "/place/538555/", "/actor/org-isw/", "/claims/?q=kursk"]
)
async def test_a_page_is_safe_and_readable(base: str, path: str) -> None:
    """Nothing may be loaded or run; the page can be heard and typed."""
    status, text, headers = await get(base + path)

    assert status == 200
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self';")
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert (headers["X-Content-Type-Options"], headers["Referrer-Policy"]) == ("nosniff", "no-referrer")
    assert problems(text) == []


async def test_what_is_known_is_not_sent_again(base: str) -> None:
    """A page that has not changed is answered in a line."""
    _, _, headers = await get(f"{base}/place/538555/")
    status, text, _ = await get(f"{base}/place/538555/", **{"If-None-Match": headers["ETag"]})

    assert (status, text) == (304, "")


async def test_a_question_is_answered_as_in_chat(base: str) -> None:
    """Names in any spelling, options and pages work as they do for `/claims`."""
    _, text, _ = await get(f"{base}/claims/?q=Kurks+by:isw")
    _, first, _ = await get(f"{base}/claims/?q=kursk+show:2")
    older = first.split('class="more" href="../')[1].split('"')[0].replace("&amp;", "&")
    _, second, _ = await get(f"{base}/{older}")

    assert "Showing Kursk Oblast" in text
    assert "new wave of attacks" in text
    assert older.startswith("claims/?q=kursk%20show%3A2&page=")
    assert first.split("<main")[1] != second.split("<main")[1]


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/claims/?q=", 400, "Say what the claims are about"),
        ("/claims/?q=kursk+sinec:7d", 400, "sinec: is unknown"),
        ("/claims/?q=kursk&page=%3Cscript%3E", 404, "no longer there"),
        ("/claim/ffffffffffff/", 404, "There is no claim"),
        ("/claim/%3Cscript%3Ealert(1)%3C%2Fscript%3E/", 404, "There is no claim"),
        ("/place/1/", 404, "Nothing is claimed of that"),
        ("/place/abc/", 404, "Nothing is claimed of that"),
        ("/actor/nobody/", 404, "Nothing is claimed of that"),
        ("/day/someday/", 404, "That is no day"),
    ],
)
async def test_nonsense_is_answered_in_words(base: str, path: str, status: int, words: str) -> None:
    """An address that leads nowhere says so on a page that is safe too."""
    got, text, headers = await get(base + path)

    assert got == status
    assert words in text
    assert "<script" not in text
    assert "Content-Security-Policy" in headers
