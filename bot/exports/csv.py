"""A digest as CSV (RFC 4180) that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io

from digests.models import Digest
from digests.text.printable import printable

COLUMNS = ("section", "claimant", "text", "when", "flags", "source", "url", "claim", "headline")
_FORMULA = tuple("=+-@|%＝＋－＠−\t\r")


def as_csv(digest: Digest) -> str:
    """One row a line, under a heading."""
    buffer = io.StringIO()
    rows = csv.writer(buffer, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    rows.writerow(COLUMNS)
    for section in digest.sections:
        for item in section.items:
            cells = (section.heading, item.claimant, item.body, item.when, "; ".join(item.flags), item.source)
            rows.writerow([safe_cell(text) for text in (*cells, item.url or "", item.claim_id, item.headline)])
    return buffer.getvalue()


def safe_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    plain = printable(text)
    return f"'{plain}" if plain.lstrip("'\"“”‘’ ").startswith(_FORMULA) else plain
