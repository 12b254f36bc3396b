"""The schema that is published takes what the reader takes."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from bot.errors import RecordError
from bot.records import record_schema
from tests.bot.records.record_texts import DATA, MINIMAL, read
from tests.paths import REPO


def test_published_schema_is_up_to_date() -> None:
    """`config/article.schema.json` is what the model says."""
    published = json.loads((REPO / "config" / "article.schema.json").read_text())

    assert published == record_schema()


@pytest.mark.parametrize("name", ["article.json", "articles.jsonl"])
def test_schema_takes_records(name: str) -> None:
    """The schema takes what the reader takes."""
    schema = jsonschema.Draft202012Validator(record_schema())
    text = (DATA / name).read_text()
    records = [json.loads(text)] if name.endswith(".json") else [json.loads(line) for line in text.split("\n") if line]

    assert [list(schema.iter_errors(one)) for one in records] == [[]] * len(records)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"body": "b"},
        {"publisher": "P"},
        MINIMAL | {"version": 0},
        MINIMAL | {"tags": [1]},
    ],
)
def test_schema_refuses_what_the_reader_refuses(wrong: dict[str, Any]) -> None:
    """The schema is no laxer than the reader on names and types."""
    assert list(jsonschema.Draft202012Validator(record_schema()).iter_errors(wrong))
    assert isinstance(read(json.dumps(wrong))[0], RecordError)
