"""`dateline mcp` as programs use it: over standard input as docs/mcp.md shows, and over HTTP with a token."""

from __future__ import annotations

import asyncio
import json
import re
import socket
from pathlib import Path
from typing import Any

import aiohttp
import httpx2
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client

from tests.acceptance.running import Dateline
from tests.paths import REPO

#: What docs/mcp.md shows.
SESSION: tuple[tuple[str, dict[str, Any]], ...] = (
    ("subjects", {"words": "tor"}),
    ("claims", {"query": "toretsk show:1"}),
    ("compare", {"query": "north korea"}),
    ("figures", {"query": "kursk", "measure": "troops lost"}),
    ("claims", {"query": "kursk sinec:7d"}),
)


async def transcript(client: Client) -> str:
    """The session, as the document has it."""
    parts = []
    for tool, arguments in SESSION:
        answer = await client.call_tool(tool, arguments)
        content = answer.structured_content or {"error": getattr(answer.content[0], "text", "")}
        parts += [f"> {tool} {json.dumps(arguments)}", json.dumps(content, ensure_ascii=False, indent=1), ""]
    return "\n".join(parts)


async def test_the_document_shows_a_session(tmp_path: Path) -> None:
    """What docs/mcp.md shows is what a client gets, to the letter."""
    dateline = Dateline(tmp_path / "data")
    dateline.hold_samples()
    command, environment = dateline.command("mcp")
    parameters = StdioServerParameters(command=command[0], args=command[1:], env=environment)
    async with Client(parameters) as client:
        session = await transcript(client)
    [shown] = re.findall(r"```text\n(.*?)```", (REPO / "docs" / "mcp.md").read_text("utf-8"), re.DOTALL)

    assert shown.strip() == session.strip()


async def test_http_asks_for_the_token(tmp_path: Path) -> None:
    """Without the token nothing is answered; with it the same client reads over HTTP."""
    dateline = Dateline(tmp_path / "data", DATELINE_MCP_TOKEN="let-me-in")
    dateline.hold_samples()
    port = _free_port()
    url = f"http://127.0.0.1:{port}/mcp"
    async with dateline.serving("mcp", "--http", "--port", str(port)):
        assert await _status(url) == 401
        async with (
            httpx2.AsyncClient(headers={"Authorization": "Bearer let-me-in"}) as http,
            Client(streamable_http_client(url, http_client=http)) as client,
        ):
            answer = await client.call_tool("claims", {"query": "toretsk show:1"})

    assert answer.structured_content is not None
    assert answer.structured_content["claims"][0]["claim"] == "357ca4fa9d22"


async def test_http_without_a_token_is_refused(tmp_path: Path) -> None:
    """It does not listen for everybody, and names what to set."""
    code, _, problem = await Dateline(tmp_path / "data")("mcp", "--http")

    assert code == 1
    assert "DATELINE_MCP_TOKEN" in problem


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


async def _status(url: str) -> int:
    """How a request without a token is answered, once somebody listens."""
    async with aiohttp.ClientSession() as session:
        for _ in range(1_800):
            try:
                async with session.post(url, json={}) as response:
                    return response.status
            except aiohttp.ClientConnectorError:
                await asyncio.sleep(0.1)
    raise AssertionError("nobody listens")
