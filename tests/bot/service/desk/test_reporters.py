"""What readers report waits like the rest, and who reported it is told what became of it."""

from __future__ import annotations

import pytest

from bot.errors import RequestError
from tests import make
from tests.bot.service.desk.desks import BODY, START, Desk


async def test_a_readers_report_waits_with_its_claim(desk: Desk) -> None:
    """It lands in the queue of its own workspace, once, and is decided like the rest."""
    await desk.service.add_article(make.article(BODY, id="a", date_published=START))
    claim = (await desk.store.claims_of("a", 1))[0]
    for _ in range(2):
        await desk.desk.report(claim.id, "It was 12.", "U1", tenant="slack:T1")
    [item] = await desk.desk.queue("slack:T1")
    assert (item.kind, item.claim_id, item.text) == ("report", claim.id, "It was 12.")
    await desk.desk.reject(item.id, "ada", reason="it was 14", tenant="slack:T1")
    for text, claim_id in (("x" * 5_000, claim.id), ("wrong", "none")):
        with pytest.raises(RequestError):
            await desk.desk.report(claim_id, text, "U1", tenant="slack:T1")


@pytest.mark.parametrize(
    ("decision", "answer"), [("approve", "The desk agrees"), ("reject", "leaves the line as it is")]
)
async def test_a_reporter_is_told_what_became_of_it(desk: Desk, decision: str, answer: str) -> None:
    """Whoever pressed Wrong? gets one direct message with the decision and its reason, whoever decides and where."""
    await desk.service.add_article(make.article(BODY, id="a", date_published=START))
    claim = (await desk.store.claims_of("a", 1))[0]
    await desk.service.report_claim(claim.id, "It was 12.", actor="<@42>", tenant="discord:7")
    [item] = await desk.desk.queue()

    await getattr(desk.desk, decision)(item.id, "ada", reason="the council's own count")

    [told] = await desk.store.unsent()
    assert (told.destination.platform, told.destination.channel) == ("discord", "@42")
    assert all(words in told.digest.notice for words in ("It was 12.", answer, "the council's own count"))


async def test_who_reports_at_the_command_line_is_told_nothing(desk: Desk) -> None:
    """There is no channel in which an operator's own report could be answered."""
    await desk.service.add_article(make.article(BODY, id="a", date_published=START))
    claim = (await desk.store.claims_of("a", 1))[0]
    item = await desk.desk.report(claim.id, "It was 12.", "ada")

    await desk.desk.reject(item.id, "bo", reason="no")

    assert await desk.store.unsent() == []
