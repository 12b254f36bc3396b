"""Bring a database to the schema of this program, safely with several processes at once."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from bot.store.errors import refused, shown

MIGRATIONS = Path(__file__).parent / "migrations"
_BEFORE_RELEASE = "value"  # a table of the schemas before the first release
_SINCE_RELEASE = "desk_item"  # one that the last of them lacked
_LOCK = 0x646174656C696E65  # any number will do, if all processes take the same


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings, without a file."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    settings.set_main_option("path_separator", "os")
    settings.attributes["connection"] = connection
    return settings


def migrate(engine: Engine, revision: str = "head") -> None:
    """Run the migrations that are missing, in one transaction that others wait for."""
    scripts = ScriptDirectory.from_config(config())
    with engine.connect() as connection:
        if _revision(connection, scripts) == scripts.get_current_head():
            return
    with engine.execution_options(write=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        command.upgrade(config(connection), revision)


def _revision(connection: Connection, scripts: ScriptDirectory) -> str | None:
    revision = MigrationContext.configure(connection).get_current_revision()
    tables = set(inspect(connection).get_table_names()) if revision is not None else {_SINCE_RELEASE}
    if _BEFORE_RELEASE in tables or _SINCE_RELEASE not in tables:
        name = shown(connection.engine.url)
        raise refused(f"{name} was made by an older Dateline.", "Move it away, and add its records again.")
    if revision is not None and revision not in {script.revision for script in scripts.walk_revisions()}:
        name = shown(connection.engine.url)
        raise refused(f"{name} was made by a newer Dateline (schema {revision}).", "Update the program.")
    return revision
