"""A loopback OpenAI-compatible endpoint that answers as a test says, rightly or not; it checks what it is sent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, Self

from aiohttp import web
from jsonschema import Draft202012Validator

KEY = "sk-hush-hush-0123456789"

#: Answers a request.
Answerer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def completion(content: object) -> dict[str, Any]:
    """A chat completion that holds a message's content."""
    message = {"role": "assistant", "content": content}
    return {"id": "c1", "object": "chat.completion", "choices": [{"index": 0, "message": message}]}


def says(content: object) -> Answerer:
    """Answers with a completion that holds this: text as it stands, anything else as JSON."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.json_response(completion(content if isinstance(content, str) else json.dumps(content)))

    return answer


def sends(
    body: bytes, status: int = 200, content_type: str = "application/json", headers: dict[str, str] | None = None
) -> Answerer:
    """Answers with these bytes."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status, content_type=content_type, headers=headers)

    return answer


async def hangs(_request: web.Request) -> web.StreamResponse:
    """Never answers."""
    await asyncio.Event().wait()
    return web.Response()


async def drips(request: web.Request) -> web.StreamResponse:
    """Sends a space now and then, for ever."""
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    while True:
        await response.write(b" ")
        await asyncio.sleep(0.02)


class ModelPeer:
    """An endpoint on 127.0.0.1; the last of its answerers answers all further requests."""

    def __init__(self, *answers: Answerer) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, Any]] = []
        self.paths: list[str] = []
        self.keys: list[str] = []
        self.api = ""
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.api = f"http://127.0.0.1:{self._runner.addresses[0][1]}/v1"
        return self

    async def __aexit__(self, *error: object) -> None:
        if self._runner:
            await self._runner.cleanup()

    def data(self, request: int = 0) -> dict[str, Any]:
        """The candidate lines that stood between the markers of a request."""
        first, *lines, last = self.asked[request]["messages"][1]["content"].split("\n")
        assert first == last
        assert first not in "\n".join(lines)
        data: dict[str, Any] = json.loads("\n".join(lines))
        return data

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.paths.append(request.path)
        self.keys.append(request.headers.get("Authorization", ""))
        body = await request.json()
        Draft202012Validator.check_schema(body["response_format"]["json_schema"]["schema"])
        self.asked.append(body)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return await answer(request)
