"""The same article in every format, and what each format allows."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from bot.records import open_records
from bot.records.identity import article_id
from digests.models import Article
from tests.bot.records.record_texts import BODY, DATA, FORMATS, MINIMAL, article, read
from tests.long_article import RECORD


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
