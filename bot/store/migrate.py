"""Bring a database to the schema of this program, safely with several processes at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, Engine, inspect, text

from bot.store.errors import refused, shown

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
LAYOUT = Path(__file__).parent / "schema" / "sqlite.sql"  #: written by `python -m tests.bot.store.layout`
HEAD: Final = "0010"  #: the newest revision, known here so that a database that has it is opened without Alembic
_BEFORE_RELEASE = "value"  # a table of the schemas before the first release
_SINCE_RELEASE = "desk_item"  # one that the last of them lacked
_LOCK = 0x646174656C696E65  # any number will do, if all processes take the same


def migrate(engine: Engine) -> None:
    """Run the migrations that are missing, in one transaction that others wait for."""
    with engine.connect() as connection:
        if _revision(connection) == HEAD:
            return
    with engine.execution_options(write=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if connection.dialect.name == "sqlite" and not inspect(connection).get_table_names():
            _lay_out(connection)
        else:
            upgrade(connection)


def upgrade(connection: Connection) -> None:
    """Run the migrations one by one."""
    from alembic import command  # noqa: PLC0415 - .2 s that only an older database costs

    command.upgrade(config(connection), "head")


def _lay_out(connection: Connection) -> None:
    """Make at once of an empty SQLite file what all migrations would: a tenth of the time, and without Alembic."""
    for statement in LAYOUT.read_text("utf-8").split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings, without a file."""
    from alembic.config import Config  # noqa: PLC0415 - as above

    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    settings.set_main_option("path_separator", "os")
    settings.attributes["connection"] = connection
    return settings


def _revision(connection: Connection) -> str | None:
    """The revision of a database, none of an empty one; raises StoreError where it is not of this program."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        return None
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    name = shown(connection.engine.url)
    if revision and (_BEFORE_RELEASE in tables or _SINCE_RELEASE not in tables):
        raise refused(f"{name} was made by an older Dateline.", "Move it away, and add its records again.")
    if revision and revision > HEAD:
        raise refused(f"{name} was made by a newer Dateline (schema {revision}).", "Update the program.")
    return revision
