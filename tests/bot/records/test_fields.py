"""What may stand in the fields of a record, and how it is read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.records import open_records
from bot.records.identity import canonical_url
from digests.models import Article
from tests.bot.records.record_texts import DATA, MINIMAL, article, record


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
