"""Claims as CSV (RFC 4180); what has several values stands in one cell as JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from typing import Any, TextIO

from bot.exports.csv import safe_cell


def write_claim_csv(rows: Iterable[dict[str, Any]], file: TextIO, *, heading: bool) -> None:
    """Write rows of `claim_row`, the first under a heading if there is none yet."""
    table = csv.writer(file, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    for number, row in enumerate(rows):
        if heading and number == 0:
            table.writerow(row)
        table.writerow([safe_cell(_text(value)) for value in row.values()])


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool() | list():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)
