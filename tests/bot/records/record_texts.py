"""Records as tests write them, and how they are read."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from bot.errors import RecordError
from bot.records import read_records
from digests.models import Article
from tests.paths import REPO

DATA = REPO / "tests" / "data" / "records"
BODY = "The river rose by two meters, the water office said.\n“We are watching it,” said its head."
MINIMAL = {"publisher": "Example Wire", "body": "Some text."}
FORMATS = ["article.json", "article.txt", "feed.json", "article.jsonld", "ninjs.json", "rss.xml", "atom.xml"]


def read(data: bytes | str, name: str = "-", **options: Any) -> list[Article | RecordError]:
    """Read records as from a file of that name."""
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    return list(read_records(None if name == "-" else Path(name), stream, name=name, **options))


def article(data: bytes | str, name: str = "-", **options: Any) -> Article:
    """Read one record that must be sound."""
    (found,) = read(data, name, **options)
    assert isinstance(found, Article), found
    return found


def record(**fields: Any) -> Article:
    """Read a record of the fewest fields, and these."""
    return article(json.dumps(MINIMAL | fields))
