"""Reading records: the same article in every format, and what each format allows."""

from __future__ import annotations

import dataclasses
import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.errors import RecordError
from bot.records import open_records, read_records, record_schema
from bot.records.identity import article_id, canonical_url
from digests.models import Article
from tests.long_article import RECORD
from tests.paths import REPO

DATA = REPO / "tests" / "data" / "records"
BODY = "The river rose by two meters, the water office said.\n“We are watching it,” said its head."
MINIMAL = {"publisher": "Example Wire", "body": "Some text."}


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


# --- one article in every format ------------------------------------------------------------------------------

FORMATS = ["article.json", "article.txt", "feed.json", "article.jsonld", "ninjs.json", "rss.xml", "atom.xml"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_article(name: str) -> None:
    """An article keeps id, text, date and names, in whichever format its record comes."""
    found = article((DATA / name).read_bytes(), name)

    assert found.id == article_id("https://wire.example/river", "", "")
    assert found.headline == "River gauge at Sampleton reads high"
    assert (found.publisher.name, found.publisher.domain) == ("Example Wire", "wire.example")
    assert found.author == ("Ada Example",)
    assert found.date_published == datetime(2025, 2, 7, 12, tzinfo=UTC)
    assert found.date_published_precision == "minute"
    assert not found.zone_assumed
    assert found.body == BODY
    assert found.tags == ("river", "floods")
    if name != "feed.json":  # JSON Feed has no field for it
        assert [origin.name for origin in found.derived_from] == ["Example Agency"]


def test_linked_data_in_other_shapes() -> None:
    """JSON-LD may give a language as an object, corrections as texts, the page as an object, and no publisher."""
    found = article(
        """{"@type": "https://schema.org/ReportageNewsArticle", "name": "h", "text": "b",
        "mainEntityOfPage": {"@id": "https://www.wire.example/a"}, "inLanguage": {"alternateName": "uk"},
        "correction": ["Mended.", {"text": "Again.", "datePublished": "2025-02-08"}], "version": "3",
        "citation": "https://agency.example/1", "license": "https://wire.example/license"}"""
    )

    assert (found.publisher.name, found.url, found.language) == ("wire.example", "https://www.wire.example/a", "uk")
    assert [part.text for part in found.corrections] == ["Mended.", "Again."]
    assert (found.headline, found.version, found.rights) == ("h", 3, "https://wire.example/license")
    assert [(origin.name, origin.relation) for origin in found.derived_from] == [("agency.example", "cites")]


def test_older_ninjs() -> None:
    """Versions 1 and 2 of ninjs name their fields in another way."""
    found = article(
        """{"uri": "urn:newsml:wire.example:1", "pubstatus": "withheld", "headline": "h", "byline": "A", "ednote": "n",
        "copyrightholder": "Example Wire", "body_html": "<p>a</p><p>b</p>", "versioncreated": "2025-02-07T12:00:00Z"}"""
    )

    assert (found.body, found.status, found.url, found.note) == ("a\nb", "withheld", None, "n")
    assert (found.publisher.name, found.author, found.headline) == ("Example Wire", ("A",), "h")


@pytest.mark.parametrize("name", FORMATS)
def test_content_tells_the_format(name: str) -> None:
    """A record is read alike without a name and under a wrong one."""
    data = (DATA / name).read_bytes()
    expected = read(data, name)

    assert read(data) == expected
    if not name.endswith(".xml"):
        assert read(data, "wrong.xml") == expected


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("name", FORMATS)
def test_encodings_with_a_mark(name: str, encoding: str) -> None:
    """A byte-order mark tells UTF-8 and UTF-16, in every format."""
    text = (DATA / name).read_text().replace("iso-8859-1", "utf-16")
    data = text.encode(encoding)

    assert read(b"\xfe\xff" + data if encoding == "utf-16-be" else data) == read((DATA / name).read_bytes())


def test_lists_lines_and_sequences_are_read_alike() -> None:
    """A JSON list, JSON Lines and objects one after another hold the same records."""
    records = [MINIMAL | {"id": name, "derived_from": [{"name": "a"}, {"name": "b"}]} for name in "xyz"]
    lines = "\n".join(map(json.dumps, records))
    expected = read(lines, "a.jsonl")

    assert [found.id for found in expected if isinstance(found, Article)] == ["x", "y", "z"]
    assert read(lines) == expected
    assert read(json.dumps(records)) == expected
    assert read(json.dumps(records, indent=2), "a.jsonl") == expected
    assert read("\n".join(json.dumps(one, indent=2) for one in records)) == expected
    assert read("".join(map(json.dumps, records)), "a.json") == expected


def test_json_lines_skip_blank_lines() -> None:
    """The two records of the example are read, and the blank line between them is no error."""
    found = read((DATA / "articles.jsonl").read_bytes(), "articles.jsonl")

    assert [one.headline for one in found if isinstance(one, Article)] == [
        "River gauge at Sampleton reads high",
        "A second article",
    ]


def test_a_long_record_is_read_as_it_is() -> None:
    """Body, date with its precision and derivation of a long article come through unchanged."""
    given = json.loads(RECORD.read_text(encoding="utf-8"))
    (found,) = open_records(str(RECORD))

    assert isinstance(found, Article)
    assert found.body == given["body"]
    assert (found.date_published, found.date_published_precision) == (datetime(2026, 2, 13, 12, tzinfo=UTC), "day")
    assert found.derived_from[0].model_dump() == {"name": "Example Radio", "url": None, "relation": "rewrite"}


# --- fields ---------------------------------------------------------------------------------------------------


def test_a_written_article_is_a_record_again() -> None:
    """What the house writes out can be read in, unchanged."""
    path = DATA / "article.json"
    (found,) = open_records(str(path))
    assert isinstance(found, Article)
    full = found.model_copy(update={"supersedes": "x", "version": 3, "zone_assumed": True, "language": "uk"})

    assert article(full.model_dump_json()) == full


@pytest.mark.parametrize(
    ("written", "expected", "precision", "assumed"),
    [
        ("2025-02-07T12:30:00+02:00", "2025-02-07T12:30:00+02:00", "minute", False),
        ("2025-02-07T12:30:00Z", "2025-02-07T12:30:00+00:00", "minute", False),
        ("2025-02-07T12:30Z", "2025-02-07T12:30:00+00:00", "minute", False),
        ("20250207T123000Z", "2025-02-07T12:30:00+00:00", "minute", False),
        ("2025-02-07 12:30:00.250 UTC", "2025-02-07T12:30:00.250000+00:00", "minute", False),
        ("2025-02-07 12:30:00 +0530", "2025-02-07T12:30:00+05:30", "minute", False),
        ("2025-02-07T12:30:00", "2025-02-07T12:30:00+00:00", "minute", True),
        ("2025-02-07", "2025-02-07T00:00:00+00:00", "day", True),
        ("2025-02", "2025-02-01T00:00:00+00:00", "month", True),
        ("2025", "2025-01-01T00:00:00+00:00", "year", True),
        ("Fri, 07 Feb 2025 12:30:00 GMT", "2025-02-07T12:30:00+00:00", "minute", False),
        ("7 Feb 2025 12:30 -0500", "2025-02-07T12:30:00-05:00", "minute", False),
        ("Fri, 07 Feb 2025 12:30:00", "2025-02-07T12:30:00+00:00", "minute", True),
        ("Fri, 07 Feb 2025 12:30:00 -0000", "2025-02-07T12:30:00+00:00", "minute", True),
        ("7 February 2025", "2025-02-07T00:00:00+00:00", "day", True),
        ("2999-01-01T00:00:00Z", "2999-01-01T00:00:00+00:00", "minute", False),
    ],
)
def test_dates(written: str, expected: str, precision: str, assumed: bool) -> None:
    """ISO 8601 and RFC 2822 dates are read, and what they leave open is marked."""
    found = record(date_published=written)

    assert found.date_published is not None
    assert found.date_published.isoformat() == expected
    assert (found.date_published_precision, found.zone_assumed) == (precision, assumed)


def test_a_given_precision_counts() -> None:
    """The record's own word on precision stands against what the date looks like."""
    assert (
        record(date_published="2025-02-07T12:00:00Z", date_published_precision="day").date_published_precision == "day"
    )


@pytest.mark.parametrize(
    ("fields", "name", "expected"),
    [
        (
            {"publisher": "Example Wire"},
            "publisher",
            {"name": "Example Wire", "url": None, "domain": None, "family": None},
        ),
        ({"author": "A"}, "author", ("A",)),
        ({"author": ["A", "B"]}, "author", ("A", "B")),
        ({"tags": "a, b,"}, "tags", ("a", "b")),
        ({"keywords": ["a"]}, "tags", ("a",)),
        ({"derived_from": "CNN"}, "derived_from", ({"name": "CNN", "url": None, "relation": "cites"},)),
        ({"corrections": ["Mended."]}, "corrections", ({"date": None, "text": "Mended."},)),
        ({"inLanguage": "uk"}, "language", "uk"),
        ({"identifier": "x-1"}, "id", "x-1"),
        ({"url": None, "version": None, "note": None}, "version", 1),
        ({"status": "canceled"}, "status", "canceled"),
    ],
)
def test_shorthands(fields: dict[str, Any], name: str, expected: object) -> None:
    """Names stand for objects, a text for a list of one, schema.org's names for ours, and null for nothing."""
    assert record(**fields).model_dump()[name] == expected


@pytest.mark.parametrize("name", ["articleBody", "text"])
def test_body_by_other_names(name: str) -> None:
    """schema.org's name of the text, and the short one, are taken."""
    assert article(json.dumps({"publisher": "P", name: "Words."})).body == "Words."


def test_publisher_can_be_given() -> None:
    """A given publisher stands in for a missing one, and never for one that is there."""
    assert article("Only text.", publisher="Example Wire").publisher.name == "Example Wire"
    assert article("Only text.", publisher="Example Wire").body == "Only text."
    assert article(json.dumps(MINIMAL), publisher="Other").publisher.name == "Example Wire"


@pytest.mark.parametrize(
    "url",
    [
        "https://wire.example/a?b=1",
        "HTTPS://WIRE.example/a?b=1",
        "https://wire.example:443/a?b=1#part",
        "https://wire.example/a?utm_source=x&b=1&fbclid=y",
        "https://wire.example./a?UTM_Campaign=z&b=1&",
    ],
)
def test_canonical_url(url: str) -> None:
    """Links that differ by case, tracking, port or fragment lead to one article, hence one id."""
    assert canonical_url(url) == "https://wire.example/a?b=1"
    assert record(url=url).id == record(url="https://wire.example/a?b=1").id
    assert record(url=url).url == url


def test_ids_without_an_address() -> None:
    """Without an address the publisher and the text make the id, so that a copy elsewhere is an article of its own."""
    assert record().id == record(headline="Other", tags=["a"]).id
    assert record().id != record(body="Other text.").id
    assert record().id != record(publisher="Other").id


@pytest.mark.parametrize("body", ["a\r\nb\r\n", "\n\n a \t", "e\u0301 ‘x‘ \u2028 \U0001f600", "a & b < c", "\ufeffa"])
def test_body_is_kept_exactly(body: str) -> None:
    """Neither JSON nor front matter changes a character of the body."""
    assert record(body=body).body == body
    assert article(f"---\npublisher: P\n---\n{body}").body == body


# --- files, folders and streams -------------------------------------------------------------------------------


def test_a_folder_is_read_by_name(tmp_path: Path) -> None:
    """The record files of a folder come in the order of their names; hidden and other files are left alone."""
    for name in ("b.json", "a.JSONL", ".hidden.json", "picture.png", "c.txt"):
        (tmp_path / name).write_text(json.dumps(MINIMAL | {"id": name}))
    (tmp_path / "d.json").mkdir()

    assert [one.id for one in open_records(str(tmp_path)) if isinstance(one, Article)] == ["a.JSONL", "b.json", "c.txt"]


@pytest.mark.parametrize("make", ["missing", "empty folder"])
def test_nothing_to_open_is_one_error(tmp_path: Path, make: str) -> None:
    """A path that leads nowhere, or to a folder without records, is told in one line."""
    path = tmp_path / "nowhere.json" if make == "missing" else tmp_path

    (found,) = open_records(str(path))

    assert isinstance(found, RecordError)
    assert str(path) in str(found)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash stands for standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(MINIMAL).encode())))

    (found,) = open_records("-")

    assert isinstance(found, Article)


@dataclasses.dataclass
class Endless:
    """A stream of records that never ends, and counts what was taken from it."""

    line: bytes
    taken: int = 0

    def read(self, size: int = -1) -> bytes:
        """Bytes of as many lines as fit."""
        self.taken += size
        return (self.line * (size // len(self.line) + 1))[:size] if size >= 0 else b""


def test_json_lines_are_read_as_they_come() -> None:
    """The first records of an endless stream are there before much of it was read."""
    line = json.dumps(MINIMAL).encode() + b"\n"
    stream = Endless(line.ljust(64, b" ")[:-1] + b"\n")
    records = read_records(Path("a.jsonl"), stream, name="-")  # type: ignore[arg-type]  # reads, and no more

    assert all(isinstance(next(records), Article) for _ in range(5_000))
    assert stream.taken < 1_000_000


# --- the published schema -------------------------------------------------------------------------------------


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
