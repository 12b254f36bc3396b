"""Nothing goes in unseen, nothing that was posted is changed unsaid, and every decision has its row."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import RequestError
from bot.models import ClaimEdit
from bot.store import open_store
from digests.models import EVERYTHING
from tests import make
from tests.bot.service.desk.desks import BODY, START, Desk


async def test_what_waits_is_seen_by_nobody_until_it_is_approved(desk: Desk) -> None:
    """Neither digests nor questions find it; then both do, and it waits no more."""
    item = await desk.submit()
    assert await desk.found() == []
    assert await desk.post() == []

    done = await desk.desk.approve(item.id, "ada")
    assert (done.state, done.decided_at) == ("approved", desk.now)
    assert len(await desk.found()) == 2
    assert len(await desk.post()) == 2
    assert await desk.desk.queue() == []
    with pytest.raises(RequestError, match="approved already"):
        await desk.desk.approve(item.id, "ben")


async def test_two_must_approve_where_two_are_asked(desk: Desk) -> None:
    """One person does not count twice, and holding it takes the approvals back."""
    item = await desk.submit(needs=2)
    for actor in ("ada", "ada"):
        assert (await desk.desk.approve(item.id, actor)).state == "waiting"
    await desk.desk.hold(item.id, "ben", reason="ask the town")
    assert (await desk.desk.approve(item.id, "ben")).state == "held"
    assert (await desk.desk.approve(item.id, "cem")).state == "approved"
    actions = [row.action for row in reversed(await desk.desk.audit(subject=item.id))]
    assert actions == ["submit", "approve 1 of 2", "approve 1 of 2", "hold", "approve 1 of 2", "approve", "put in"]


async def test_what_is_rejected_does_not_come_back(desk: Desk) -> None:
    """The same words are not asked about again; other words are."""
    item = await desk.submit()
    with pytest.raises(RequestError, match="needs a reason"):
        await desk.desk.reject(item.id, "ada", reason=" ")
    await desk.desk.reject(item.id, "ada", reason="a hoax")
    assert not await desk.service.submit(make.article(BODY, id="a"), "feed")
    assert await desk.service.submit(make.article(BODY.replace("14", "12"), id="a"), "feed")
    assert (await desk.desk.audit(subject=item.id))[0].reason == "a hoax"


async def test_two_people_at_once(desk: Desk) -> None:
    """One decision counts; the other one is told."""
    item = await desk.submit()
    outcomes = await asyncio.gather(
        desk.desk.approve(item.id, "ada"), desk.desk.reject(item.id, "ben", reason="no"), return_exceptions=True
    )
    refused = [outcome for outcome in outcomes if isinstance(outcome, RequestError)]
    assert len(refused) == 1
    [state] = {row.state for row in await desk.store.desk.items(None, ("approved", "rejected"))}
    assert len(await desk.found()) == (2 if state == "approved" else 0)


async def test_a_crash_between_decision_and_article_loses_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was approved goes in at the next start."""
    item = await desk.submit()

    async def fail(*_: object, **__: object) -> bool:
        raise OSError("the power is gone")

    with monkeypatch.context() as patch:
        patch.setattr(desk.store, "add_article", fail)
        with pytest.raises(OSError, match="power"):
            await desk.desk.approve(item.id, "ada")
    assert await desk.found() == []
    await desk.desk.resume()
    assert len(await desk.found()) == 2
    assert await desk.store.desk.unfinished() == []


async def test_a_claim_is_left_out_or_read_otherwise_before_it_goes_in(desk: Desk) -> None:
    """Its claimant, date and whether it is shown are the desk's to set; a claimant stands in the article."""
    item = await desk.submit()
    first, second = await desk.desk.claims_in(item)
    with pytest.raises(RequestError, match="does not stand in the article"):
        await desk.desk.edit_waiting(item.id, ClaimEdit(article_id="", passage=first.id, claimant="Nobody"), "ada")
    change = ClaimEdit(article_id="", passage=first.id, claimant="Ola Brandt", said_on=date(2025, 2, 1))
    await desk.desk.edit_waiting(item.id, change, "ada")
    await desk.desk.edit_waiting(item.id, ClaimEdit(article_id="", passage=second.id, hidden=True), "ada")
    await desk.desk.approve(item.id, "ada")

    [source] = await desk.service._lookup.find(EVERYTHING)
    assert source.claim.claimant.name == "Ola Brandt"
    assert source.claim.said_at == datetime(2025, 2, 1, tzinfo=UTC)
    assert source.claim.passage.exact == first.passage.exact


async def test_a_correction_lists_and_edits_every_posted_message(desk: Desk) -> None:
    """Another claimant for a posted line: the message is named beforehand, then edited, with a note."""
    await desk.service.add_article(make.article(BODY, id="a", date_published=START))
    assert len(await desk.post()) == 2
    [claim] = [c for c in await desk.store.claims_of("a", 1) if c.claimant.name == "Ida Holm"]
    assert [row.remote_id for row in await desk.desk.touched(claim.id)] == ["m0"]

    change = ClaimEdit(article_id="", passage="", claimant="Ola Brandt")
    await desk.desk.correct(claim.id, change, "ada", reason="misread")
    lines = await desk.post()
    [line] = [line for line in lines if "14 houses" in line]
    assert line.startswith("Ola Brandt: ~~Ida Holm:~~ 14 houses")
    assert "corrected" in line
    assert len(desk.channel.notes) == 1
    assert len(desk.channel.messages) == 1
    assert (await desk.desk.audit())[0].action == "correct"

    # what the outlet says again does not undo it
    assert not await desk.service.add_article(make.article(BODY, id="a", date_published=START))
    later = BODY.replace("open again", "open once more")
    await desk.service.add_article(make.article(later, id="a", date_published=START, date_modified=desk.now))
    assert all("Ida Holm" not in c.claimant.name for c in await desk.store.claims_of("a", 3))


@pytest.mark.parametrize("news", [True, False])
async def test_what_is_corrected_before_it_is_posted_is_still_news(desk: Desk, news: bool) -> None:
    """The next digest has it as the desk reads it; what was added to an archive stays out."""
    await desk.service.add_article(make.article(BODY, id="a", date_published=START), news=news)
    [claim] = [c for c in await desk.store.claims_of("a", 1) if c.claimant.name == "Ida Holm"]
    change = ClaimEdit(article_id="", passage="", claimant="Ola Brandt")
    await desk.desk.correct(claim.id, change, "ada", reason="misread")

    lines = await desk.post()
    assert [line.startswith("Ola Brandt:") for line in lines] == ([True, True] if news else [])


async def test_a_claim_and_an_article_are_withdrawn(desk: Desk) -> None:
    """Lines are struck out where they stand, and the outlet does not bring them back."""
    await desk.service.add_article(make.article(BODY, id="a", date_published=START))
    await desk.post()
    claim = (await desk.store.claims_of("a", 1))[0]
    await desk.desk.withdraw(claim.id, "ada", reason="retracted")
    lines = await desk.post()
    assert [("~~" in line and "withdrawn" in line) for line in sorted(lines)] == [True, False]
    assert len(await desk.found()) == 1

    await desk.desk.withdraw("a", "ada", reason="a hoax")
    assert all("withdrawn" in line for line in await desk.post())
    new = make.article(BODY.replace("14", "15"), id="a", date_published=START, date_modified=desk.now)
    await desk.service.add_article(new)
    assert await desk.found() == []


async def test_articles_are_merged(desk: Desk) -> None:
    """What one said is now the other's; what only the replaced one had is struck out."""
    await desk.service.add_article(make.article(BODY, id="a", date_published=START))
    await desk.post()
    other = "Ida Holm said 14 houses had been damaged in the town."
    await desk.service.add_article(make.article(other, id="b", date_published=START))
    assert len(await desk.desk.touched("a")) == 1

    await desk.desk.merge("b", "a", "ada", reason="the same report")
    lines = await desk.post()
    assert len(await desk.found()) == 1
    assert any("superseded" in line or "withdrawn" in line for line in lines)
    with pytest.raises(RequestError, match="with itself"):
        await desk.desk.merge("b", "b", "ada", reason="x")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["", "discord:1", "slack:T1"]), st.integers(0, 9)), max_size=12))
async def test_no_workspace_sees_anothers_queue(rows: list[tuple[str, int]]) -> None:
    """Whatever waits, each sees its own alone, and can decide about nothing else."""
    store = await open_store("sqlite://")
    desk = Desk(store)
    expected: dict[str, set[str]] = {"": set(), "discord:1": set(), "slack:T1": set()}
    for tenant, number in rows:
        article = make.article(BODY, id=f"a{number}")
        item = await desk.desk.submit(article, "feed", tenant=tenant)
        expected[tenant] |= {item.id} if item else set()
    for tenant, item_ids in expected.items():
        assert {item.id for item in await desk.desk.queue(tenant)} == item_ids
        assert all(row.tenant == tenant for row in await desk.desk.audit(tenant))
        for other in {key for name, keys in expected.items() if name != tenant for key in keys}:
            with pytest.raises(RequestError):
                await desk.desk.approve(other, "eve", tenant=tenant)
    await store.close()
