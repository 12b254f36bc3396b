"""`docs/records.md` says what is so: its examples are read, and its table names every field."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from bot.errors import RecordError
from bot.records import read_records
from bot.records.detect import ENDINGS
from bot.records.record import ALIASES, BODY_LIMIT, Record
from digests.models import Article
from tests.paths import REPO

DOCS = (REPO / "docs" / "records.md").read_text()


def example(kind: str) -> str:
    """The text of the one example of that kind."""
    (found,) = re.findall(rf"^```{kind}\n(.*?)^```$", DOCS, re.MULTILINE | re.DOTALL)
    return str(found)


def read(text: str, name: str) -> list[Article | RecordError]:
    """Read an example as a file of that name."""
    return list(read_records(Path(name), io.BytesIO(text.encode()), name=name))


@pytest.mark.parametrize(("kind", "name"), [("json", "a.json"), ("text", "a.txt")])
def test_examples_are_read(kind: str, name: str) -> None:
    """The example records are sound, and give what they show."""
    (article,) = read(example(kind), name)

    assert isinstance(article, Article)
    assert article.publisher.name == "Example Wire"
    assert article.body.strip() == "The river rose by two meters, the water office said."
    assert article.derived_from[0].relation == "reprint"


def test_errors_are_as_shown() -> None:
    """The bad lines give the errors that are printed below them, and the good one is read."""
    found = read(example("jsonl"), "bad.jsonl")

    assert [str(one) for one in found if isinstance(one, RecordError)] == example("console").splitlines()
    assert [one.body for one in found if isinstance(one, Article)] == ["The river fell again."]


def test_every_field_is_told() -> None:
    """The table names each field of a record and no other; the other names, endings and limits are told."""
    table = DOCS.split("## Formats")[0]
    rows = re.findall(r"^\| (`[^|]*`) \|", table, re.MULTILINE)
    told = [name for row in rows for name in re.findall(r"`(\w+)`", row)]

    assert sorted(told) == sorted(Record.model_fields)
    assert all(f"`{name}`" in DOCS for name in ALIASES)
    assert " ".join(ENDINGS) in DOCS
    assert f"{BODY_LIMIT:,} bytes" in DOCS
