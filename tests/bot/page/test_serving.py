"""The pages over HTTP: what a browser is told, what is not sent twice, and what is answered to nonsense."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import aiohttp
import jsonschema
import pytest
import pytest_asyncio

from bot.exports.claim_files import ClaimForm, claim_file
from bot.page import serve_pages
from bot.page.data import KINDS, DataFiles
from bot.service.service import Service
from tests.accessibility import problems
from tests.bot.sampled import NOW, sampled_service
from tests.make import article
from tests.paths import REPO

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
    "path", ["/", "/data/", "/subjects/", "/day/2025-02-06/", "/place/538555/", "/actor/org-isw/", "/claims/?q=kursk"]
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
        ("/data/claims.xls", 404, "There are data/claims.jsonl, data/claims.csv, data/claims.parquet"),
        ("/data/claims.csv?q=kursk+sinec:7d", 400, "sinec: is unknown"),
        ("/data/secret.schema.json", 404, "There are schemas of claim, digest, article"),
    ],
)
async def test_nonsense_is_answered_in_words(base: str, path: str, status: int, words: str) -> None:
    """An address that leads nowhere says so on a page that is safe too."""
    got, text, headers = await get(base + path)

    assert got == status
    assert words in text
    assert "<script" not in text
    assert "Content-Security-Policy" in headers


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
async def test_the_data_are_sent_once_and_are_the_export(base: str, service: Service, form: str) -> None:
    """A file is what `dateline export` writes, of all claims or of a question, and is not sent again unchanged."""
    whole = b"".join([part async for part in claim_file(service.every_claim(), ClaimForm(form))])
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{base}/data/claims.{form}") as response:
            body, headers = await response.read(), response.headers
        async with session.get(f"{base}/data/claims.{form}?q=kursk") as response:
            part, part_tag = await response.read(), response.headers["ETag"]
        async with session.head(f"{base}/data/claims.{form}") as response:
            assert response.headers["ETag"] == headers["ETag"]
    status, text, _ = await get(f"{base}/data/claims.{form}", **{"If-None-Match": headers["ETag"]})

    assert body == whole
    assert headers["Content-Type"].startswith(KINDS[ClaimForm(form)].partition(";")[0])
    assert 0 < len(part) < len(whole)
    assert part_tag != headers["ETag"]
    assert (status, text) == (304, "")


async def test_the_tag_of_the_data_changes_with_them(tmp_path: Path) -> None:
    """Whoever asks again after an article has come is sent the new file."""
    async with sampled_service(tmp_path) as service:
        files = DataFiles(service)
        before = [await files.tag(ClaimForm.csv, ""), await files.tag(ClaimForm.csv, "")]
        await service.add_article(article('"The bridge is closed," mayor Siri Holmgren said.', id="bridge"))

        assert before[0] == before[1] != await files.tag(ClaimForm.csv, "")


async def test_the_published_schemas_describe_the_data(base: str) -> None:
    """Each schema is the one beside the program, and every claim of the file keeps to its own."""
    for name in ("claim", "digest", "article"):
        _, text, headers = await get(f"{base}/data/{name}.schema.json")
        assert json.loads(text) == json.loads((REPO / "config" / f"{name}.schema.json").read_text())
        assert headers["Content-Type"].startswith("application/schema+json")
    validator = jsonschema.Draft202012Validator(json.loads((REPO / "config" / "claim.schema.json").read_text()))
    _, rows, _ = await get(f"{base}/data/claims.jsonl")
    for row in rows.splitlines():
        validator.validate(json.loads(row))
