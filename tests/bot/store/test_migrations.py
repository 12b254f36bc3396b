"""Opening a database: made, brought up to date, or refused with the cure."""

from __future__ import annotations

import asyncio
import secrets
import socket
import sqlite3
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from bot.errors import StoreError
from bot.store import SqlStore, open_store
from bot.store.engine import make_engine, parse_url
from bot.store.migrate import HEAD, LAYOUT, config, migrate
from bot.store.schema import metadata
from tests import make
from tests.bot.store.layout import layout

REVISIONS = [script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()]


def test_the_newest_revision_is_known() -> None:
    """A database that has the newest revision is opened without Alembic, so the program must know its name."""
    assert ScriptDirectory.from_config(config()).get_current_head() == HEAD


def test_a_new_file_is_laid_out_as_the_migrations_would() -> None:
    """What an empty SQLite file is given in one go is to the letter what the migrations make of it."""
    assert LAYOUT.read_text("utf-8") == layout()


def belongs(item: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
    """Whether something is in the schema that both databases share; full text is each database's own.

    The queue of jobs makes tables of its own in a database that it is used on.
    """
    return not (name or "").startswith(("claim_words", "procrastinate")) and not (
        kind == "column" and (name or "").endswith("_vector")
    )


async def test_migrations_make_the_schema(store_url: str) -> None:
    """After all migrations the database has just the tables, columns and keys that the program knows."""
    store = await open_store(store_url)
    with store._engine.connect() as connection:
        options = {"include_object": belongs, "compare_type": False}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    changes = [change for change in found if "claim_claimant_ix" not in str(change)]
    assert changes == []
    await store.close()


async def test_a_database_from_before_the_release_is_refused(new_url: str) -> None:
    """A database whose claims stand in packed blobs is left alone, with one line that says what to do."""
    engine = make_engine(parse_url(new_url))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('0003')"))
        connection.execute(text("CREATE TABLE value (no INTEGER, body TEXT, hash INTEGER)"))
    engine.dispose()
    with pytest.raises(StoreError, match=r"older Dateline\. .*add its records again\.$") as error:
        await open_store(new_url)
    assert "\n" not in str(error.value)


async def test_opening_again_changes_nothing(store_url: str) -> None:
    """A database that is up to date is opened without a write."""
    first = await open_store(store_url)
    await first.add_schedule(make.schedule())
    second = await open_store(store_url)
    assert await second.schedules() == [make.schedule()]
    await asyncio.gather(first.close(), second.close())


async def test_processes_that_start_at_once(sqlite_url: str) -> None:
    """Several processes that open a new file at the same moment all get to work."""
    program = f"import asyncio; from bot.store import open_store; asyncio.run(open_store({sqlite_url!r}))"
    running = [await asyncio.create_subprocess_exec(sys.executable, "-c", program) for _ in range(3)]
    assert await asyncio.gather(*[process.wait() for process in running]) == [0, 0, 0]
    store = await open_store(sqlite_url)
    assert (await store.counts())["articles"] == 0
    await store.close()


async def test_newer_schema_is_refused(store_url: str) -> None:
    """A database of a newer program is left alone."""
    engine = make_engine(parse_url(store_url))
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'later'"))
    with pytest.raises(StoreError, match=r"newer Dateline .*Update the program") as error:
        await open_store(store_url)
    assert not error.value.retry
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": REVISIONS[0]})
    engine.dispose()


async def test_older_schema_is_refused(sqlite_url: str) -> None:
    """A database from before the first release is left alone, and the refusal says what to do."""
    engine = make_engine(parse_url(sqlite_url))
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE desk_item"))
    with pytest.raises(StoreError, match=r"older Dateline\. Move it away, and add its records again"):
        await open_store(sqlite_url)
    engine.dispose()


async def test_sqlite_is_set_up_for_safety(sqlite_url: str) -> None:
    """Commits survive a power cut, references are checked, readers do not wait, values keep their types."""
    store = await open_store(sqlite_url)

    def pragmas() -> dict[str, object]:
        with store._engine.connect() as connection:
            names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}

    found = await asyncio.to_thread(pragmas)
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}
    await store.close()


async def test_memory_is_one_database() -> None:
    """A database in memory holds for as long as it is open, however many calls run at once."""
    store = await open_store("sqlite://")
    claims = [make.claim(claim_id=f"c{n}") for n in range(5)]
    await asyncio.gather(*[store.add_article(make.article(id=c.id), [c], now=make.NOW) for c in claims])
    assert (await store.counts())["claims"] == 5
    await store.close()


# --- what an operator can mend --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("nonsense", "cannot be read"),
        ("mysql://u:secret@h/d", "cannot use a mysql"),
        ("postgresql://u:secret@h:port/d", "cannot be read"),
        ("", "cannot be read"),
    ],
)
async def test_bad_url_says_which_forms_there_are(url: str, says: str) -> None:
    """A URL that cannot be used is refused with the forms that can, and without its password."""
    with pytest.raises(StoreError, match=says) as error:
        await open_store(url)
    assert "sqlite:///" in str(error.value)
    assert "secret" not in str(error.value)


async def test_file_that_is_no_database(tmp_path: Path) -> None:
    """Some other file is named and left as it is."""
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and long enough to be taken for a header.\n" * 30)
    with pytest.raises(StoreError, match=r"notes\.txt is not a SQLite database"):
        await open_store(f"sqlite:///{path}")
    assert path.read_text().startswith("These are notes")


async def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A path below a file says so."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=r"file/data cannot be created .*Check the path"):
        await open_store(f"sqlite:///{tmp_path}/file/data/dateline.db")


async def test_folder_in_place_of_the_file(tmp_path: Path) -> None:
    """A folder where the file should be says so."""
    with pytest.raises(StoreError, match="cannot be opened"):
        await open_store(f"sqlite:///{tmp_path}")


async def test_locked_file_may_be_tried_again(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another program keeps locked says so, and that it may pass."""
    monkeypatch.setattr("bot.store.engine._BUSY_SECONDS", 0.05)
    store = await open_store(sqlite_url)
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked by another program") as error:
        await store.add_schedule(make.schedule())
    assert error.value.retry
    assert await store.schedules() == []
    other.execute("ROLLBACK")
    other.close()
    assert await store.add_schedule(make.schedule())
    await store.close()


async def fill(store: SqlStore) -> None:
    """Write more than a small disk holds."""
    noise = secrets.token_hex(500_000)
    await store.add_article(make.article(noise), [], now=make.NOW)


async def test_full_disk_loses_nothing_that_was_written(sqlite_url: str) -> None:
    """A disk that is full fails the one write, with the cure, and the store goes on."""
    store = await open_store(sqlite_url)
    assert await store.add_schedule(make.schedule())
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 60")
    with pytest.raises(StoreError, match="the disk is full"):
        await fill(store)
    assert await store.schedules() == [make.schedule()]
    await store.close()


async def test_server_that_is_not_there() -> None:
    """A Postgres that nobody serves says where it was looked for, without the password."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(StoreError, match=r"127\.0\.0\.1/news cannot be reached") as error:
        await open_store(f"postgresql://user:secret@127.0.0.1:{port}/news")
    assert "secret" not in str(error.value)
    assert error.value.retry


async def test_database_that_does_not_exist(postgres_url: str) -> None:
    """A missing Postgres database says how to make it."""
    url = parse_url(postgres_url).set(database="nowhere").render_as_string(hide_password=False)
    with pytest.raises(StoreError, match="nowhere does not exist"):
        await open_store(url)


async def test_server_that_went_away_is_found_again(postgres_url: str) -> None:
    """Connections that the server has closed are replaced without an error."""
    store = await open_store(postgres_url)
    other = make_engine(parse_url(postgres_url))
    with other.begin() as connection:
        ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        connection.execute(text(f"{ended} AND datname = current_database()"))
    other.dispose()
    assert await store.schedules() == []
    await store.close()


async def test_bug_passes_through(store: SqlStore) -> None:
    """A violated rule is a bug of ours and not dressed up as the operator's."""
    twice = [make.claim(), make.claim()]
    with pytest.raises(Exception, match="unique") as error:
        await store.add_article(make.article(), twice, now=make.NOW)
    assert not isinstance(error.value, StoreError)
    assert not await store.has_article("article", 1)


async def test_full_text_goes_with_its_claim(store: SqlStore) -> None:
    """The index of words forgets a claim that is no longer current, and stays sound."""
    await store.add_article(make.article(), [make.claim("A fleet")], now=make.NOW)
    await store.add_article(make.article(version=2), [], now=make.NOW)
    assert await store.find_claims(make.query("fleet"), limit=1) == ([], 0)
    with store._writing.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("INSERT INTO claim_words (claim_words) VALUES ('integrity-check')")
        else:
            assert connection.execute(text("SELECT count(*) FROM claim_words")).scalar() == 0
