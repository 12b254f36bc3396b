"""A shard is read whole or not at all, once, into the same bytes each time, and loaded without a loss."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from bot.archive.load import load_all
from bot.archive.reading import ShardReader
from bot.archive.shards import Form, Ledger, Shard, list_shards
from bot.cli.bulk.extract import write_extracts
from bot.errors import RequestError
from bot.exports.claim_rows import claim_row
from bot.settings import Settings
from bot.store import SqlStore, open_store
from digests.models import SourcedClaim
from tests import make
from tests.bot.sampled import NOW
from tests.gazetteer import with_gazetteer
from tests.paths import SAMPLES


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an empty folder."""
    return Settings(data=with_gazetteer(tmp_path_factory.mktemp("data")))


@pytest.fixture
def shards(tmp_path: Path) -> list[Shard]:
    """Two shards of samples, of which one has a broken line."""
    lines = (SAMPLES / "articles.jsonl").read_text("utf-8").splitlines()[:4]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text("\n".join([lines[0], "{broken", lines[1]]), encoding="utf-8")
    (tmp_path / "in" / "b.jsonl").write_text("\n".join(lines[2:]), encoding="utf-8")
    return list_shards([str(tmp_path / "in")])


def test_a_shard_says_what_extract_says(
    settings: Settings, shards: list[Shard], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Extracts of the shards, in their order, are what `dateline extract` prints, to the byte."""
    assert write_extracts(settings, [shard.path for shard in shards]) == 1
    printed = capsys.readouterr().out.encode()
    reader = ShardReader(settings, Ledger(tmp_path, Form.extracts))
    outcomes = [reader.read(shard) for shard in shards]
    assert [(outcome.articles, outcome.unreadable, outcome.problem) for outcome in outcomes] == [(2, 1, ""), (2, 0, "")]
    assert b"".join((tmp_path / "extracts" / f"{shard.name}.jsonl").read_bytes() for shard in shards) == printed
    (failure,) = (tmp_path / "failures").glob("*")
    assert json.loads(failure.read_text("utf-8"))["line"] == 2


async def test_claims_are_written_as_exported_and_loaded(
    settings: Settings, shards: list[Shard], tmp_path: Path, new_url: str
) -> None:
    """Parquet has a row for each claim, as `dateline export` has it; loading adds all, and the same again nothing."""
    for folder in ("first", "second"):
        reader = ShardReader(settings, Ledger(tmp_path / folder, Form.claims))
        assert [reader.read(shard).problem for shard in shards] == ["", ""]
    written = [path.relative_to(tmp_path / "first") for path in (tmp_path / "first").rglob("*.*") if path.is_file()]
    assert len([path for path in written if path.suffix != ".json"]) == 5
    for path in written:
        if path.suffix != ".json":
            assert (tmp_path / "first" / path).read_bytes() == (tmp_path / "second" / path).read_bytes()

    store = await open_store(new_url)
    loaded = await load_all(store, tmp_path / "first", now=NOW, relate=False)
    assert (loaded.articles, loaded.already_held) == (4, 0)
    again = await load_all(store, tmp_path / "first", now=NOW, relate=True)
    assert (again.articles, again.claims, again.already_held) == (0, 0, 4)
    rows = {row["id"]: row for row in _rows(tmp_path / "first")}
    assert set(rows) == {claim.id for claim, _ in await _held(store)}
    for claim, article in await _held(store):
        expected = claim_row(SourcedClaim(claim, article))
        assert {name: rows[claim.id][name] for name in ("passage", "claimant", "places", "figures", "start")} == {
            name: expected[name] for name in ("passage", "claimant", "places", "figures", "start")
        }
    await store.close()


async def test_many_rows_are_copied_as_they_are(new_url: str) -> None:
    """Hundreds of claims at once, with signs that mean something to COPY, are held to the letter."""
    said = ["a\\b", "tab\there", "line\nbreak", "\\N", "“quoted”, 40 %", ""]
    claims = [make.claim(f"Troops moved {n}", claim_id=f"c{n}", cue=said[n % len(said)]) for n in range(300)]
    store = await open_store(new_url)
    await store.add_articles([(make.article(), claims)], now=NOW, relate=False)
    held = {claim.id: claim for claim in await store.claims_of(make.article().id, 1)}
    assert len(held) == 300
    assert [held[claim.id].cue for claim in claims] == [claim.cue for claim in claims]
    await store.close()


def test_what_was_read_is_not_read_again(settings: Settings, shards: list[Shard], tmp_path: Path) -> None:
    """A shard is passed over once its note lies there; one that has changed, or was cut short, is read."""
    ledger = Ledger(tmp_path, Form.extracts)
    reader, first = ShardReader(settings, ledger), shards[0]
    assert ledger.outcome(first) is None
    outcome = reader.read(first)
    (tmp_path / "extracts" / f"{first.name}.jsonl").write_text("mine")
    assert reader.read(first) == outcome == ledger.outcome(first)
    assert (tmp_path / "extracts" / f"{first.name}.jsonl").read_text() == "mine"

    Path(first.path).write_text("{}", encoding="utf-8")
    (changed, _) = list_shards([str(Path(first.path).parent)])
    assert ledger.outcome(changed) is None
    assert reader.read(changed).articles == 0


def test_a_shard_that_fails_is_told_and_leaves_nothing(settings: Settings, shards: list[Shard], tmp_path: Path) -> None:
    """Where a shard cannot be written, its outcome says why, nothing half-made lies there, and no note."""
    (tmp_path / "extracts").write_text("in the way")
    ledger = Ledger(tmp_path, Form.extracts)
    assert ShardReader(settings, ledger).read(shards[0]).problem.startswith("FileExistsError")
    assert ledger.outcome(shards[0]) is None
    assert not list(tmp_path.glob("**/*.part"))


async def test_what_was_not_read_is_not_loaded(tmp_path: Path, sqlite_url: str) -> None:
    """A folder without readings, and paths without records, are refused with the cure."""
    store = await open_store(sqlite_url)
    with pytest.raises(RequestError, match="dateline archive"):
        await load_all(store, tmp_path, now=NOW, relate=True)
    await store.close()
    with pytest.raises(RequestError, match="no record files"):
        list_shards([str(tmp_path)])


def _rows(folder: Path) -> Iterator[dict[str, object]]:
    for path in sorted((folder / "claims").glob("*.parquet")):
        yield from pq.read_table(path).to_pylist()


async def _held(store: SqlStore) -> list[SourcedClaim]:
    articles = await store.list_articles()
    return [
        SourcedClaim(claim, article)
        for article in articles
        for claim in await store.claims_of(article.id, article.version)
    ]
