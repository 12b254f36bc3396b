"""What the migrations make of an empty SQLite file, as SQL: `python -m tests.bot.store.layout` writes it anew."""

from __future__ import annotations

from bot.store.engine import make_engine, parse_url
from bot.store.migrate import LAYOUT, upgrade

_MADE_BY_ITSELF = ("sqlite_", "claim_words_")  #: what SQLite makes besides, for its counters and for the full text


def layout() -> str:
    """The statements that make each table and index, in the order in which the migrations do."""
    engine = make_engine(parse_url("sqlite://"))
    with engine.execution_options(write=True).begin() as connection:
        upgrade(connection)
        made = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
        statements = [sql for name, sql in made if not name.startswith(_MADE_BY_ITSELF)]
    engine.dispose()
    return "".join(f"{_without_blanks(sql)};\n" for sql in statements)


def _without_blanks(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip())


if __name__ == "__main__":
    LAYOUT.write_text(layout(), "utf-8")
