"""The desk: nothing goes in unseen, nothing that was posted is changed unsaid, and every decision has its row."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cli.desk.queue_files import apply_decisions, write_queue
from bot.delivery.worker import DeliveryWorker
from bot.errors import RequestError
from bot.models import ClaimEdit, Delivery, DeskItem, DeskRequest
from bot.service.desk.decisions import Review
from bot.service.desk.files import read_file
from bot.service.service import Service
from bot.store import SqlStore, open_store
from digests.actors import ActorIndex
from digests.extraction.extract import Extraction
from digests.knowledge import Knowledge
from digests.models import EVERYTHING, Article, Claim, Claimant, Passage
from tests import make
from tests.digests.gazetteers import SmallGazetteer

START = datetime(2025, 2, 8, 9, 0, tzinfo=UTC)
HOME = "discord:1"
BODY = "Ida Holm said 14 houses had been damaged in the town. Ola Brandt said the bridge was open again."
_SAID = re.compile(r"(\w+ \w+) said ([^.]+)\.")


def read(article: Article) -> Extraction:
    """The claims of an article in which every sentence is one."""
    return Extraction((), tuple(_claim(article, match) for match in _SAID.finditer(article.body)), ())


def _claim(article: Article, match: re.Match[str]) -> Claim:
    speaker, words = match.groups()
    claim = make.spoken(article.body, words, speaker, "said")
    passage = Passage(
        article_id=article.id, version=article.version, start=match.start(2), end=match.end(2), exact=words
    )
    claimant = Claimant(actor_id=f"person:{speaker}", name=speaker, surface=speaker, resolved_by="local")
    key = f"{article.id}-{article.version}-{match.start()}"
    return claim.model_copy(update={"id": key, "passage": passage, "claimant": claimant})


class Channel:
    """A channel that keeps what stands in it, and the notes."""

    def __init__(self) -> None:
        self.messages: dict[str, list[str]] = {}
        self.notes: list[list[str]] = []
        self.name = "discord"

    async def post(self, delivery: Delivery) -> str:
        """Post, edit or note."""
        lines = [item.line for item in delivery.digest.items]
        if delivery.thread:
            self.notes.append(lines)
            return f"n{len(self.notes)}"
        key = delivery.edits or f"m{len(self.messages)}"
        self.messages[key] = lines
        return key


class Desk:
    """A service with a desk, and a channel with a daily digest."""

    def __init__(self, store: SqlStore) -> None:
        self.store, self.now, self.channel = store, START, Channel()
        knowledge = Knowledge(SmallGazetteer(), ActorIndex([]))
        self.service = Service(
            store,
            read,
            knowledge,
            clock=lambda: self.now,
            splitters={"discord": lambda digest: [digest]},
            review=Review(HOME),
        )
        self.desk = self.service.desk

    async def post(self) -> list[str]:
        """Post what is new, and all edits; gives the lines of the first message."""
        self.now += timedelta(hours=1)
        if not await self.store.schedules():
            await self.store.add_schedule(make.schedule(covered_until=START - timedelta(days=1)))
        [schedule] = await self.store.schedules()
        await self.service.queue_digest(schedule, self.now)
        await DeliveryWorker(self.store, {"discord": self.channel}).deliver_due(self.now)
        await DeliveryWorker(self.store, {"discord": self.channel}).deliver_due(self.now)
        return next(iter(self.channel.messages.values()), [])

    async def found(self) -> list[str]:
        """Every claim that a digest could print."""
        digest = await self.service.preview()
        return [item.line for item in digest.items]

    async def submit(self, body: str = BODY, article_id: str = "a", **options: object) -> DeskItem:
        """Let an article wait."""
        article = make.article(body, id=article_id, date_published=START)
        item = await self.desk.submit(article, "https://wire.example/feed", tenant=HOME, **options)  # type: ignore[arg-type]
        assert item is not None
        return item


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """An empty desk."""
    store = await open_store(f"sqlite:///{tmp_path / 'dateline.db'}")
    yield Desk(store)
    await store.close()


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


async def test_the_queue_is_decided_in_files(desk: Desk, tmp_path: Path) -> None:
    """Each item is a file to fill in; what is filled in is carried out once, and a slip is named with its line."""
    items = [await desk.desk.submit(make.article(BODY, id=name, headline=f"Report {name}"), "feed") for name in "abcd"]
    assert await write_queue(desk.desk, tmp_path) == 4
    for item, words in zip(items, ("approve", "reject", "maybe", ""), strict=True):
        assert item
        file = tmp_path / f"{item.id}.md"
        assert "Ida Holm: 14 houses had been damaged in the town" in file.read_text()
        file.write_text(
            file.read_text().replace("decision:", f"decision: {words}", 1).replace("reason:", "reason: seen", 1)
        )

    rows = await apply_decisions(desk.desk, tmp_path, "ada")

    assert sorted(row.text.split(": ", 1)[1] for row in rows if row.done) == ["approved, by 1 of 1", "rejected"]
    [slip] = [row.text for row in rows if not row.done]
    assert slip.endswith(".md:3: “maybe” is none of approve, hold, reject.")
    assert {row.state for row in await desk.desk.queue()} == {"waiting"}
    assert len(list((tmp_path / "done").iterdir())) == 2
    assert len(await apply_decisions(desk.desk, tmp_path, "ada")) == 1
    assert await write_queue(desk.desk, tmp_path) == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ":1: does not begin"),
        ("---\nitem: a\ncolour: red\n---\n", ":3: “colour: red”"),
        ("---\nreason: x\n---\n", ":2:"),
    ],
)
def test_a_file_that_is_no_decision_is_named(text: str, words: str) -> None:
    """File, line and what to write there."""
    with pytest.raises(RequestError, match=f"queue/a.md{words}"):
        read_file(text, "queue/a.md")


async def test_who_reports_at_the_command_line_is_told_nothing(desk: Desk) -> None:
    """There is no channel in which an operator's own report could be answered."""
    await desk.service.add_article(make.article(BODY, id="a", date_published=START))
    claim = (await desk.store.claims_of("a", 1))[0]
    item = await desk.desk.report(claim.id, "It was 12.", "ada")

    await desk.desk.reject(item.id, "bo", reason="no")

    assert await desk.store.unsent() == []


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
