"""What the sample records and the commands say of conflicts, copies and origins."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.extraction import Extractor
from bot.knowledge.load import build_knowledge
from bot.records import open_records
from bot.settings import Settings
from digests.composing.compose import compose_digest
from digests.lines.flags import relation_flags
from digests.models import Article, Claim, SourcedClaim
from digests.relations import relate
from tests.acceptance.running import Dateline
from tests.gazetteer import with_gazetteer
from tests.long_article import KNOWLEDGE, RECORD
from tests.paths import REPO

SAMPLES = REPO / "config" / "samples" / "articles.jsonl"
NOW = datetime(2025, 2, 8, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    """Reads articles as Dateline does."""
    return Extractor(build_knowledge(Settings(data=with_gazetteer(tmp_path_factory.mktemp("data")))))


def _related(read: Extractor, path: Path) -> list[SourcedClaim]:
    latest = {record.id: record for record in open_records(str(path)) if isinstance(record, Article)}
    return relate([SourcedClaim(claim, article) for article in latest.values() for claim in read(article).claims])


@pytest.fixture(scope="module")
def samples(read: Extractor) -> list[SourcedClaim]:
    """The claims of the sample records, related."""
    return _related(read, SAMPLES)


@pytest.fixture(scope="module")
def long_article() -> list[SourcedClaim]:
    """The claims of the long article, related."""
    return _related(Extractor(KNOWLEDGE), RECORD)


def _one(found: list[SourcedClaim], claimant: str, words: str) -> Claim:
    return next(c for c, _ in found if claimant in c.claimant.label and words in c.passage.exact)


def test_the_sample_conflict_is_one_of_times(samples: list[SourcedClaim]) -> None:
    """What Zelensky says on Friday differs from what South Korea said before, and the reason is the time."""
    back = _one(samples, "Zelensky", "fighting in the Kursk area again")
    idle = _one(samples, "South Korean", "have not taken part in combat")
    assert {r.kind for c in (back, idle) for r in c.relations} == {"differs", "repeats"}
    assert "different times" in next(r.reason for r in back.relations if r.kind == "differs")
    assert relation_flags(back, now=NOW) == ("differs from South Korean intelligence (week of 3 Feb)",)
    assert relation_flags(idle, now=NOW) == ("differs from Zelensky (Fri 7 Feb)",)


def test_a_sample_copy_adds_no_origin(samples: list[SourcedClaim]) -> None:
    """The reprint repeats the wire's claims, and no sample claim has a second origin that is not one."""
    important = [c for c, _ in samples if "a very important operation" in c.passage.exact]
    assert len(important) >= 2
    assert all(c.origins == 1 for c in important)
    assert {c.origins for c, _ in samples} == {1}


def test_differing_samples_stand_together_oldest_first(samples: list[SourcedClaim]) -> None:
    """In the digest the two accounts follow each other, the earlier before the later."""
    items = compose_digest("All", samples, now=NOW, limit=12).digest.items
    differing = [n for n, item in enumerate(items) if any(f.startswith("differs") for f in item.flags)]
    assert [items[n].claimant for n in differing] == ["South Korean intelligence", "Zelensky"]
    assert differing[1] == differing[0] + 1


def test_a_return_differs_in_time(long_article: list[SourcedClaim]) -> None:
    """The return of troops and their absence before are a sequence; nothing in the article is a contradiction."""
    back, idle = _one(long_article, "Wray", "returned to combat"), _one(long_article, "Corvian", "not participated")
    assert [r.claim_id for r in back.relations if r.kind == "differs"] == [idle.id]
    assert "week of 9 Feb and Fri 13 Feb" in back.relations[0].reason
    kinds = {r.kind for claim, _ in long_article for r in claim.relations}
    assert kinds.isdisjoint({"contradicts", "denies", "updates"})


def test_one_claim_has_two_origins(long_article: list[SourcedClaim]) -> None:
    """Only what an agency reported and a military had said before has two origins."""
    assert {c.claimant.label for c, _ in long_article if c.origins == 2} == {
        "Corvian intelligence",
        "Veldrian military",
    }


def test_one_claim_is_unanswered(long_article: list[SourcedClaim]) -> None:
    """The capture that the other side has not answered is unconfirmed, and only that."""
    captured = _one(long_article, "Tavaria", "captured Marrow")
    assert captured.status == "unconfirmed"
    assert [c.id for c, _ in long_article if c.no_response] == [captured.id]


async def test_stories_writes_stories_and_copies(tmp_path: Path) -> None:
    """`stories` says of each record its story and what it copies, and names a record that it cannot read."""
    broken = '{"id": "no-body"}\n'
    code, out, problem = await Dateline(tmp_path)("stories", "-", given=SAMPLES.read_text(encoding="utf-8") + broken)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert "-:14: publisher" in problem
    assert all(set(row) == {"id", "story", "copy_of"} for row in rows)
    assert {row["id"]: row["copy_of"] for row in rows if row["copy_of"]} == {
        "herald-important-operation": "wire-important-operation"
    }
    story = {row["id"]: row["story"] for row in rows}
    assert story["herald-important-operation"] == story["wire-important-operation"]


async def test_why_gives_reasons(tmp_path: Path) -> None:
    """`why` shows the line, what it was read from, and each relation with its reason; an unknown id is refused."""
    dateline = Dateline(tmp_path)
    dateline.hold_samples()
    _, out, _ = await dateline("claims", "North Korea", "by:zelensky", "--json")
    items = [item for section in json.loads(out)["digest"]["sections"] for item in section["items"]]
    fighting = next(item for item in items if "fighting" in item["body"])
    assert any(flag.startswith("differs from South Korean intelligence") for flag in fighting["flags"])

    code, out, problem = await dateline("why", fighting["claim_id"])
    assert code == 0, problem
    assert re.search(r"^cue +said \[\d+:\d+\]", out, re.MULTILINE)
    assert re.search(r"^differs .*South Korean intelligence", out, re.MULTILINE)
    assert "different times" in out

    code, _, problem = await dateline("why", "nothing")
    assert code == 1
    assert "There is no claim" in problem
