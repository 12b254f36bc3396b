"""The words of weight of a claim as bits beside those at which claims meet."""

from __future__ import annotations

import zlib

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_READ = sa.text(
    "SELECT event.word, event.dated, event.claim_key, denies, counts, terms FROM claim_event AS event "
    "JOIN claim_terms ON claim_terms.claim_key = event.claim_key "
    "WHERE (event.word, event.dated, event.claim_key) > (:word, :dated, :claim_key) "
    "ORDER BY event.word, event.dated, event.claim_key LIMIT 10000"
)
_WRITE = sa.text(
    "UPDATE claim_event SET sketch = :sketch WHERE word = :word AND dated = :dated AND claim_key = :claim_key"
)
_BITS, _MOST, _DENIES, _COUNTS = 176, 255, 64, 128
_THINGS = 3  # terms that stand for things that are counted, such as people


def upgrade() -> None:
    """Work the bits out from the words."""
    op.add_column("claim_event", sa.Column("sketch", sa.LargeBinary()))
    connection = op.get_bind()
    last = {"word": "", "dated": False, "claim_key": 0}
    while rows := connection.execute(_READ, last).mappings().all():
        connection.execute(_WRITE, [{**row, "sketch": _sketch(row)} for row in rows])
        last = {name: rows[-1][name] for name in last}


def _sketch(row: sa.RowMapping) -> bytes:
    """The bits, and at least how many words are not things that are counted."""
    terms = row["terms"].split()
    bits = sum({1 << zlib.crc32(term.encode()) % _BITS for term in terms})
    if len(terms) > _MOST:
        bits = (1 << _BITS) - 1
    last = min(max(0, len(terms) - _THINGS), 63) | _DENIES * bool(row["denies"]) | _COUNTS * bool(row["counts"])
    return bits.to_bytes(_BITS // 8, "little") + bytes((min(len(terms), _MOST), last))
