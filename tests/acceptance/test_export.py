"""What is taken away is whole: claims in three forms, and articles that give the same claims again."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.acceptance.running import Dateline


@pytest.fixture(scope="module")
def dateline(tmp_path_factory: pytest.TempPathFactory) -> Dateline:
    """Dateline with the sample records."""
    command = Dateline(tmp_path_factory.mktemp("data"))
    command.hold_samples()
    return command


async def claims_in(command: Dateline, *words: str) -> list[dict[str, Any]]:
    """The claims as JSON Lines."""
    code, text, problem = await command("export", "claims", *words)
    assert code == 0, problem
    return [json.loads(line) for line in text.splitlines()]


async def test_articles_give_the_same_claims_again(dateline: Dateline, tmp_path: Path) -> None:
    """Exported articles, added to an empty database, give the same claims with the same relations."""
    records = tmp_path / "articles.jsonl"
    other = Dateline(tmp_path / "other")
    assert await dateline("export", "articles", "--output", str(records)) == (0, "", "")
    assert (await other("add", str(records)))[0] == 0
    claims = await claims_in(dateline)
    assert any(claim["relations"] for claim in claims)
    assert sorted(await claims_in(other), key=str) == sorted(claims, key=str)


async def test_a_query_narrows_what_is_exported(dateline: Dateline) -> None:
    """Only what a query asks for is written, and its places have coordinates."""
    claims, some = await claims_in(dateline), await claims_in(dateline, "kursk")
    assert 0 < len(some) < len(claims)
    assert all("Kursk" in str(claim) for claim in some)
    assert any(place["latitude"] for claim in some for place in claim["places"])


async def test_csv_and_parquet_hold_the_same_claims(dateline: Dateline, tmp_path: Path) -> None:
    """The three forms have the same rows and columns; lists stand in CSV as JSON, and in Parquet as lists."""
    claims = await claims_in(dateline)
    _, text, _ = await dateline("export", "claims", "--as", "csv")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == [claim["id"] for claim in claims]
    assert [json.loads(row["places"]) for row in rows] == [claim["places"] for claim in claims]
    path = tmp_path / "claims.parquet"
    assert (await dateline("export", "claims", "--as", "parquet", "-o", str(path)))[0] == 0
    table = pq.read_table(path)
    assert table.column_names == list(claims[0])
    for column in ("id", "places", "figures", "relations", "confidence"):
        assert table[column].to_pylist() == [claim[column] for claim in claims]
    names = duckdb.execute("SELECT DISTINCT claimant FROM read_parquet(?) ORDER BY ALL", [str(path)]).fetchall()
    assert [name for (name,) in names] == sorted({claim["claimant"] for claim in claims})


async def test_a_file_that_cannot_be_written_is_named(dateline: Dateline, tmp_path: Path) -> None:
    """A wrong path is one line, and no traceback."""
    code, _, problem = await dateline("export", "claims", "-o", str(tmp_path / "no" / "claims.jsonl"))
    assert code == 1
    assert "claims.jsonl cannot be written" in problem
    assert "Traceback" not in problem
