"""The claims as files, behind the pages: written while they are read, and not at all where nothing has changed."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import AsyncIterator, Iterator, Mapping
from importlib.metadata import version
from typing import Final

from aiohttp import web

from bot.errors import RequestError
from bot.exports.claim_files import ClaimForm, claim_file, writable_forms
from bot.service.service import Service
from digests.query.request import read_request

AT_ONCE: Final = 2  #: files that are written at the same time; whoever comes then is asked to wait
LONGEST: Final = 500  #: characters of a question
PATIENCE: Final = 60.0  #: seconds in which a reader must take what was sent
KINDS: Final = {
    ClaimForm.jsonl: "application/jsonl; charset=utf-8",
    ClaimForm.csv: "text/csv; charset=utf-8; header=present",
    ClaimForm.parquet: "application/vnd.apache.parquet",
}


class DataFiles:
    """All claims, or those of a question, in each form that can be written here."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._writing = 0
        self.paths = {f"data/claims.{form}": form for form in writable_forms()}

    def parts(self, form: ClaimForm, words: str = "") -> AsyncIterator[bytes]:
        """A file's bytes; raises DigestError where the words are no question."""
        return claim_file(self._service.every_claim(read_request(words)), form)

    async def tag(self, form: ClaimForm, words: str) -> str:
        """What changes whenever the file may: asked of the store alone, as writing a million claims takes minutes."""
        known = f"{version('dateline')} {form} {words} {await self._service.state()}"
        return f'"{hashlib.sha256(known.encode()).hexdigest()[:32]}"'

    async def answer(self, request: web.Request, headers: Mapping[str, str]) -> web.StreamResponse:
        """Send a file, or say that it is the one that the reader has; raises RequestError and DigestError."""
        form, words = self.paths.get(request.path.removeprefix("/")), request.query.get("q", "")[:LONGEST]
        if form is None:
            raise RequestError(f"There are {', '.join(self.paths)}.")
        headers = {**headers, "ETag": await self.tag(form, words), "Content-Type": KINDS[form]}
        if headers["ETag"] in request.headers.get("If-None-Match", ""):
            return web.Response(status=304, headers=headers)
        if request.method == "HEAD":
            return web.Response(headers=headers)
        with self._turn() as is_free:
            if not is_free:
                return _later()
            parts = self.parts(form, words)
            first = await anext(parts)  # what is wrong with a question is known before anything is sent
            return await _send(request, headers, first, parts)

    @contextlib.contextmanager
    def _turn(self) -> Iterator[bool]:
        self._writing += 1
        try:
            yield self._writing <= AT_ONCE
        finally:
            self._writing -= 1


async def _send(
    request: web.Request, headers: Mapping[str, str], first: bytes, rest: AsyncIterator[bytes]
) -> web.StreamResponse:
    response = web.StreamResponse(headers=headers)
    response.enable_compression()
    await response.prepare(request)
    await _write(response, first)
    async for part in rest:
        await _write(response, part)
    await response.write_eof()
    return response


async def _write(response: web.StreamResponse, part: bytes) -> None:
    async with asyncio.timeout(PATIENCE):
        await response.write(part)


def _later() -> web.Response:
    return web.Response(
        status=503, headers={"Retry-After": "30"}, text="Too many ask at once. Try again in a moment.\n"
    )
