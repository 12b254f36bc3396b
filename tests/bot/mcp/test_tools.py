"""The tools by the SDK's own client: they read, they mark what is not ours, and they go page by page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from mcp import Client

from bot.mcp.server import mcp_server, with_token
from bot.service.service import Service
from tests.bot.sampled import HOSTILE

pytestmark = pytest.mark.asyncio(loop_scope="session")
TOOLS = {"claims", "compare", "figures", "source", "why", "stories", "subjects"}


async def ask(service: Service, tool: str, **arguments: Any) -> Any:
    """What a tool answers, as JSON."""
    async with Client(mcp_server(service)) as client:
        answer = await client.call_tool(tool, arguments)
    assert not answer.is_error, answer.content
    return answer.structured_content


def quotations(value: Any) -> list[dict[str, Any]]:
    """Every quotation in an answer."""
    if isinstance(value, dict):
        own = [value] if "untrusted" in value else []
        return own + [quote for part in value.values() for quote in quotations(part)]
    return [quote for part in value for quote in quotations(part)] if isinstance(value, list) else []


async def test_there_are_seven_tools_that_only_read(service: Service) -> None:
    """Each says that it reads, and has a schema of what it takes and gives."""
    async with Client(mcp_server(service)) as client:
        tools = (await client.list_tools()).tools

    assert {tool.name for tool in tools} == TOOLS
    assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools)
    assert all(tool.output_schema and tool.description for tool in tools)


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("claims", {"query": "kursk"}),
        ("compare", {"query": "kursk"}),
        ("figures", {"query": "kursk"}),
        ("stories", {"limit": 6}),
    ],
)
async def test_words_of_articles_are_marked(service: Service, tool: str, arguments: dict[str, Any]) -> None:
    """Every quotation stands at its offsets in its version of its article, and says that it is not to be trusted."""
    quotes = quotations(await ask(service, tool, **arguments))

    assert quotes
    for quote in quotes:
        article = await service.dossiers._store.article(quote["article"], quote["version"])
        assert article is not None
        assert article.body[quote["start"] : quote["end"]] == quote["text"]
        assert quote["untrusted"] is True


async def test_a_page_leads_to_the_next(service: Service) -> None:
    """Pages follow each other without a claim twice, and the last one leads nowhere."""
    ids, page = [], None
    while True:
        answer = await ask(service, "claims", query="kursk show:10", page=page)
        ids += [claim["claim"] for claim in answer["claims"]]
        page = answer["next_page"]
        if page is None:
            break

    assert len(ids) == len(set(ids)) > 10


async def test_a_claim_is_told_of(service: Service) -> None:
    """Its source, the reasons, and the resource of its passage give the same words."""
    [claim] = (await ask(service, "claims", query="toretsk captured show:1"))["claims"]
    source = await ask(service, "source", claim=claim["claim"])
    why = await ask(service, "why", claim=claim["claim"])
    async with Client(mcp_server(service)) as client:
        resource = await client.read_resource(f"dateline://passage/{claim['claim']}")

    assert source["prefix"] + source["quotation"]["text"] + source["suffix"] == (
        "Russia announced on Friday that it had captured Toretsk, an industrial town in eastern Ukraine. "
        "Ukraine has not yet responded to this claim."
    )
    assert json.loads(resource.contents[0].text) == source["quotation"] == claim["quotation"]  # type: ignore[union-attr]
    assert {"line", "source", "cue"} <= {reason["heading"] for reason in why["reasons"]}


async def test_conflicts_are_pairs(service: Service) -> None:
    """Two claims that exclude each other are given once, the earlier first, without a verdict."""
    differences = (await ask(service, "compare", query="sudzha"))["differences"]

    assert [{side["claimant"] for side in (d["earlier"], d["later"])} for d in differences] == [
        {"the governor", "Ukrainian military"}
    ]


async def test_hostile_words_stay_quotations(service: Service) -> None:
    """What an article would like a model to do is in a quotation, whole, and nowhere else but in its line."""
    answer = await ask(service, "claims", query='kursk by:"mayor of kursk"')
    [quote] = quotations(answer)

    assert quote["text"] in HOSTILE
    assert "<script>" in quote["text"]


@pytest.mark.parametrize(
    ("tool", "arguments", "words"),
    [
        ("claims", {"query": ""}, "Say what the claims are about"),
        ("claims", {"query": "kursk sinec:7d"}, "sinec: is unknown"),
        ("claims", {"query": "kursk", "page": "nonsense"}, "no longer there"),
        ("source", {"claim": "ffffffffffff"}, "There is no claim"),
        ("stories", {"limit": 99}, "less than or equal to 12"),
        ("figures", {"query": "x" * 501}, "at most 500 characters"),
    ],
)
async def test_what_is_wrong_is_said(
    service: Service,
    tool: str,
    arguments: dict[str, Any],
    words: str,
) -> None:
    """A question that cannot be answered is an error in words, and the session goes on."""
    async with Client(mcp_server(service)) as client:
        answer = await client.call_tool(tool, arguments)
        assert (await client.list_tools()).tools

    assert answer.is_error
    assert words in str(answer.content)


async def test_only_the_token_opens() -> None:
    """Over HTTP nothing is answered without the token, and everything with it."""
    seen: list[dict[str, Any]] = []

    async def app(scope: dict[str, Any], _receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message: dict[str, Any]) -> None:
        seen.append(message)

    guarded = with_token(app, "let-me-in")
    for header in (b"", b"Bearer", b"Bearer let-me-inn", b"let-me-in", b"Bearer let-me-in", "Bearer é".encode()):
        await guarded({"type": "http", "headers": [(b"authorization", header)]}, None, send)

    assert [message["status"] for message in seen if "status" in message] == [401, 401, 401, 401, 200, 401]
