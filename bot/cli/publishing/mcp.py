"""`dateline mcp`: what is held, for programs that speak the Model Context Protocol."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.session import settings, with_app
from bot.errors import RequestError


def mcp(
    over_http: Annotated[bool, typer.Option("--http", help="Over HTTP at /mcp, with DATELINE_MCP_TOKEN.")] = False,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8100,
) -> None:
    """Answer MCP clients on standard input and output, or over HTTP, until stopped; reads alone."""
    try:
        from bot.mcp.server import serve_http, serve_stdio  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError:
        raise RequestError("MCP needs its SDK: install dateline with its extra “mcp”.") from None
    if over_http:
        config = settings()
        with_app(lambda app: serve_http(app.service, config, host, port))
    else:
        with_app(lambda app: serve_stdio(app.service))
