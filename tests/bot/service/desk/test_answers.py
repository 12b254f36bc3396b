"""The desk is used in chat, by whom it belongs to."""

from __future__ import annotations

import pytest

from bot.errors import RequestError
from bot.models import DeskRequest
from tests import make
from tests.bot.service.desk.desks import BODY, HOME, START, Desk


def ask(verb: str, **fields: object) -> DeskRequest:
    """A request of the desk."""
    return DeskRequest.model_validate({"verb": verb, **fields})


async def talk(desk: Desk, verb: str, tenant: str = HOME, **fields: object) -> str:
    """Ask the desk in chat, and give its answer."""
    return "\n".join(await desk.service.ask_desk(ask(verb, **fields), actor="ada", tenant=tenant))


async def test_the_desk_is_used_in_chat(desk: Desk) -> None:
    """A text is put in the queue, seen, approved, withdrawn after its messages were listed, and all is in the log."""
    assert await talk(desk, "queue") == "Nothing waits."
    line = await talk(desk, "add", text=BODY, publisher="Example Wire")
    [item] = await desk.desk.queue(HOME)
    assert line.startswith(f"{item.id} · waiting · 0 of 1 approvals")
    assert "14 houses" in await talk(desk, "show", subject=item.id)
    assert await talk(desk, "approve", subject=item.id) == f"{item.id}: approved, by 1 of 1."
    await desk.post()
    article_id = item.article.id if item.article else ""
    listed = await talk(desk, "withdraw", subject=article_id, reason="a hoax")
    assert "1 posted messages will be edited" in listed
    assert "Nothing is changed yet" in listed
    assert len(await desk.found()) == 2
    assert "Changed" in await talk(desk, "withdraw", subject=article_id, reason="a hoax", confirmed=True)
    assert await desk.found() == []
    assert "withdraw" in await talk(desk, "audit", subject=article_id)


@pytest.mark.parametrize(
    ("verb", "fields", "reason"),
    [
        ("dance", {}, "do not know"),
        ("approve", {"subject": "none"}, "Nothing in the queue"),
        ("add", {"text": "https://wire.example/a"}, "not fetched for chat"),
        ("add", {}, "Give an address"),
        ("correct", {"subject": "x"}, "Say what to change"),
        ("correct", {"subject": "x", "said_on": "soon"}, "no date"),
        ("withdraw", {"subject": "x"}, "no article"),
    ],
)
async def test_what_the_desk_cannot_do_is_told(desk: Desk, verb: str, fields: dict[str, str], reason: str) -> None:
    """Each refusal says why."""
    with pytest.raises(RequestError, match=reason):
        await talk(desk, verb, **fields)


async def test_only_one_workspace_has_the_desk(desk: Desk) -> None:
    """Others are refused, but what their readers report lands in its queue."""
    with pytest.raises(RequestError, match="has no desk"):
        await talk(desk, "queue", tenant="slack:T1")
    await desk.service.add_article(make.article(BODY, id="a", date_published=START))
    claim = (await desk.store.claims_of("a", 1))[0]
    await desk.service.report_claim(claim.id, "It was 12.", actor="U1", tenant="slack:T1")
    assert "It was 12. · from slack:T1/U1" in await talk(desk, "queue")


async def test_the_desk_keeps_feeds(desk: Desk) -> None:
    """Feeds are rested and removed from chat, each change is written down, and nothing is fetched unless allowed."""

    async def ask(doing: str, name: str = "") -> str:
        request = DeskRequest(verb="feeds", subject=doing, text=name)
        return "\n".join(await desk.service.ask_desk(request, actor="<@1>", tenant=HOME))

    await desk.service.feeds.add("https://wire.example/feed.xml", name="Wire")

    assert "paused" in await ask("pause", "wire")
    assert "paused" not in await ask("resume", "wire")
    assert "Wire" in await ask("list")
    for doing, words in (
        ("add", "operator can switch it on"),
        ("test", "operator can switch it on"),
        ("eat", "Known are"),
    ):
        with pytest.raises(RequestError, match=words):
            await ask(doing, "https://other.example/feed.xml")
    with pytest.raises(RequestError, match="Say which feed"):
        await ask("pause")
    assert "watched no more" in await ask("remove", "wire")
    assert [row.action for row in await desk.desk.audit(HOME)] == ["feed remove", "feed resume", "feed pause"]
