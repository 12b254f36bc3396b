"""The pages over HTTP: read alone, with a strict policy, and nothing sent twice that has not changed."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Final

from aiohttp import web

from bot.errors import RequestError, StoreError
from bot.page.addresses import subject_id_of
from bot.page.data import LONGEST, DataFiles
from bot.page.pages import Page, Pages
from bot.page.recent import Recent
from bot.page.render import POLICY
from digests.errors import DigestError

HEADERS: Final = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


def routes_of(pages: Pages, data: DataFiles, recent: Recent) -> list[web.AbstractRouteDef]:
    """A route for each kind of page, and for the files."""

    def kept(make: Callable[[web.Request], Awaitable[Page]]) -> Callable[[web.Request], Awaitable[Page]]:
        return lambda request: recent.page(request.path, lambda: make(request))

    def route(path: str, answer: Callable[[web.Request], Awaitable[Page]]) -> web.RouteDef:
        async def respond(request: web.Request) -> web.StreamResponse:
            return _response(request, await answer(request))

        async def handle(request: web.Request) -> web.StreamResponse:
            return await _answered(pages, request, respond)

        return web.get(path, handle)

    async def send_file(request: web.Request) -> web.StreamResponse:
        return await _answered(pages, request, lambda r: data.answer(r, HEADERS))

    return [
        route("/", kept(lambda _: pages.front())),
        route("/style.css", lambda _: pages.style()),
        route("/icon.svg", lambda _: pages.icon()),
        route("/feed.json", kept(lambda _: pages.feed())),
        route("/claims.jsonld", kept(lambda _: pages.json_ld())),
        route("/subjects/", kept(lambda _: pages.subjects())),
        route("/claims/", lambda r: pages.claims(r.query.get("q", "")[:LONGEST], r.query.get("page"))),
        route("/day/{day}/", kept(lambda r: pages.day(_day(r.match_info["day"])))),
        route("/claim/{id}/", lambda r: pages.claim(r.match_info["id"])),
        route("/claim/{id}/claim.jsonld", lambda r: pages.claim_json_ld(r.match_info["id"])),
        route("/place/{id}/", kept(lambda r: pages.subject("place", r.match_info["id"]))),
        route("/data/", lambda _: pages.data()),
        route("/data/{name}.schema.json", lambda r: pages.schema(r.match_info["name"])),
        web.get("/data/{name}", send_file),
        route("/actor/{id}/", kept(lambda r: pages.subject("actor", subject_id_of("actor", r.match_info["id"])))),
    ]


async def _answered(
    pages: Pages, request: web.Request, answer: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """What an address answers, or a page that says why there is nothing."""
    path = request.path.removeprefix("/")
    try:
        return await answer(request)
    except DigestError as error:
        page = await pages.error(path, "Not understood", str(error), 400)
    except RequestError as error:
        page = await pages.error(path, "Not there", str(error), 404)
    except StoreError:
        page = Page(b"The database does not answer. Try again in a moment.\n", "text/plain; charset=utf-8", 503)
    return _response(request, page)


def _response(request: web.Request, page: Page) -> web.StreamResponse:
    tag = f'"{hashlib.sha256(page.body).hexdigest()[:32]}"'
    headers = {**HEADERS, "ETag": tag}
    if page.status == 200 and tag in request.headers.get("If-None-Match", ""):
        return web.Response(status=304, headers=headers)
    response = web.Response(body=page.body, status=page.status, headers={**headers, "Content-Type": page.kind})
    response.enable_compression()
    return response


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RequestError("That is no day; write it as in 2025-02-06.") from None
