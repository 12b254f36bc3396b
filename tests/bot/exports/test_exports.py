"""Digests are written as files that carry every line and let nothing in an article act."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.exports import FORMS, write
from bot.exports.json import json_schema
from bot.exports.links import web_address
from bot.exports.markdown import escaped
from digests.models import Digest, DigestItem, Section, Statement
from tests.make import NOW, SAID
from tests.paths import REPO

ALL = [*FORMS, "jsonfeed"]
HOSTILE = "<script>alert(1)</script> [x](http://e.example) **b** `c` =1+1 www.e.example @everyone &amp; | \u202e \n# h"

IDA = {"@type": "Person", "name": "Ida Holm"}


def line(body: str = "the bridge was open", **fields: Any) -> DigestItem:
    """One line of a digest."""
    return DigestItem(
        **{
            "claim_id": "c1",
            "claimant": "Ida Holm",
            "body": body,
            "when": "Thu 6 Feb",
            "flags": ("unconfirmed", "no response yet"),
            "source": "Example Wire ← Example Agency",
            "url": "https://news.example/a#:~:text=the%20bridge",
            "statement": statement(),
            **fields,
        }
    )


def statement(**fields: Any) -> Statement:
    """The values of that line."""
    via, day = ("Example Wire", "Example Agency"), {"said_at": SAID, "said_precision": "day"}
    return Statement(**{"claimant": "Ida Holm", "named_as": "named person", "via": via, **day, **fields})


def digest(*items: DigestItem, heading: str = "Ardova") -> Digest:
    """A digest of one section."""
    return Digest(
        title="Ardova digest",
        subtitle="2 claims",
        sections=(Section(heading=heading, items=items),),
        footer=("1 article · 1 claim",),
    )


class _Page(HTMLParser):
    """Gathers the tags, links and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str | None] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_markdown_has_a_line_with_its_link() -> None:
    """Heading, claimant in bold, date, flags in italics, and the source as a link."""
    assert write(digest(line()), "markdown", made_at=NOW) == (
        "# Ardova digest\n\n2 claims\n\n## Ardova\n\n"
        "- **Ida Holm:** the bridge was open (Thu 6 Feb) · *unconfirmed* · *no response yet* — "
        "[Example Wire ← Example Agency](<https://news.example/a#:~:text=the%20bridge>)\n\n"
        "1 article · 1 claim\n"
    )


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("markdown", "**Ida Holm:** ~~the \\*road\\* was shut~~ the bridge was open"),
        ("html", "<strong>Ida Holm:</strong> <s>the *road* was shut</s> the bridge was open"),
        ("jsonfeed", "Ida Holm: ~~the *road* was shut~~ the bridge was open"),
    ],
)
def test_corrected_words_are_struck_out(form: str, expected: str) -> None:
    """What a correction replaced stays legible before what replaced it."""
    assert expected in write(digest(line(was="the *road* was shut")), form, made_at=NOW)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- an item", r"\- an item"),
        ("1. one", r"1\. one"),
        ("5 km", "5 km"),
        ("# h", r"\# h"),
        ("see https://e.example now", r"see https\://e.example now"),
        ("www.e.example", r"www\.e.example"),
        ("@team <b>", r"\@team \<b\>"),
        ("a\nb", "a b"),
    ],
)
def test_markdown_shows_text_as_it_is(text: str, expected: str) -> None:
    """No mark in an article becomes a list, a heading, a link, a mention or HTML."""
    assert escaped(text) == expected


def test_a_page_is_whole_and_needs_nothing_else() -> None:
    """The page is for phones too, and fetches nothing."""
    page = write(digest(line()), "html", made_at=NOW)
    read = _Page(page)

    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert 'name="viewport"' in page
    assert not {"script", "img", "link", "iframe"} & set(read.tags)
    assert read.links == ["https://news.example/a#:~:text=the%20bridge"]
    assert "Ida Holm:" in read.texts


def test_nothing_in_an_article_becomes_markup() -> None:
    """Hostile text in every field is text in the page."""
    fields = dict.fromkeys(("claimant", "when", "source", "claim_id"), HOSTILE)
    item = line(HOSTILE, flags=(HOSTILE,), url='javascript:alert("x")', **fields)
    plain = _Page(write(digest(line()), "html", made_at=NOW))
    read = _Page(write(digest(item, heading=HOSTILE), "html", made_at=NOW))

    assert set(read.tags) <= set(plain.tags)
    assert read.links == []
    assert any("<script>alert(1)</script>" in text for text in read.texts)


def test_the_published_schema_is_up_to_date() -> None:
    """`config/digest.schema.json` is what the model says, and takes what is written."""
    published = json.loads((REPO / "config" / "digest.schema.json").read_text())

    assert published == json_schema()
    jsonschema.Draft202012Validator(published).validate(json.loads(write(digest(line()), "json", made_at=NOW)))


def test_json_gives_the_digest_back() -> None:
    """What is written as JSON can be read as the same digest."""
    assert Digest.model_validate_json(write(digest(line(HOSTILE)), "json", made_at=NOW)) == digest(line(HOSTILE))


def test_a_json_feed_carries_the_claims() -> None:
    """One item with an id, text and HTML, and the claims under an extension of its own."""
    feed = json.loads(write(digest(line()), "jsonfeed", made_at=NOW))
    (item,) = feed["items"]

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert item["id"]
    assert item["date_published"] == "2025-02-08T09:00:00+00:00"
    assert "the bridge was open" in item["content_text"]
    assert "<strong>Ida Holm:</strong>" in item["content_html"]
    claim = item["_claims"]["claims"][0]
    assert (claim["claimant"], claim["kind"]) == ("Ida Holm", "saying")
    assert claim["via"] == ["Example Wire", "Example Agency"]
    assert claim["said_at"] == SAID.isoformat()
    assert item["_claims"]["claims"][0]["flags"] == ["unconfirmed", "no response yet"]


def test_json_ld_lists_claims_without_a_verdict() -> None:
    """Each claim has an author, words and an appearance; the chain is what the appearance rests on."""
    listed = json.loads(write(digest(line()), "jsonld", made_at=NOW))
    claim = listed["itemListElement"][0]["item"]

    assert (listed["@type"], claim["@type"], claim["text"]) == ("ItemList", "Claim", "the bridge was open")
    assert claim["author"] == IDA
    assert claim["appearance"]["publisher"]["name"] == "Example Wire"
    assert claim["appearance"]["isBasedOn"][0]["publisher"]["name"] == "Example Agency"
    assert "reviewRating" not in json.dumps(listed)


def json_ld(item: DigestItem) -> Any:
    """The claim of a line as JSON-LD."""
    return json.loads(write(digest(item), "jsonld", made_at=NOW))["itemListElement"][0]["item"]


def test_the_author_of_a_denial_is_who_denies() -> None:
    """A denial's claim says that it is one, and its author is a name, whatever the line prints."""
    claim = json_ld(line(claimant="Ida Holm denies", statement=statement(kind="denial")))
    assert (claim["author"], claim["text"]) == (IDA, "Denies: the bridge was open")
    claim = json_ld(line("denied that the bridge was open", own_verb=True, statement=statement(kind="denial")))
    assert claim["text"] == "denied that the bridge was open"


def test_no_value_is_read_from_what_is_printed() -> None:
    """A name, a source or a date that looks like something else is what it is."""
    odd = statement(claimant="Nobody denies", named_as="document", via=("A ← B",), said_precision="month")
    claim = json_ld(line(claimant="Nobody denies", when="denied", source="A ← B", statement=odd))
    assert (claim["author"], claim["text"]) == ("Nobody denies", "the bridge was open")
    assert (claim["appearance"]["publisher"]["name"], claim["temporal"]) == ("A ← B", "2025-02")
    assert "isBasedOn" not in claim["appearance"]


@pytest.mark.parametrize("form", ["jsonfeed", "jsonld"])
def test_json_may_stand_in_a_web_page(form: str) -> None:
    """No text can end a script element."""
    assert "<" not in write(digest(line("</script><b>")), form, made_at=NOW)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", '"=1', "＝1", "|cmd", "'=1", "%0A"])
def test_no_cell_is_a_formula(text: str) -> None:
    """A spreadsheet reads every cell as text."""
    rows = list(csv.reader(io.StringIO(write(digest(line(text, claimant=text)), "csv", made_at=NOW))))

    assert rows[1][1].startswith("'")
    assert rows[1][2].startswith("'")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("markdown", "](<https://news.example/a#:~:text=the%20bridge>): “The \\*bridge\\*” ← Example Agency\n"),
        ("html", "Example Wire</a>: “The *bridge*” ← Example Agency</cite>"),
        ("jsonfeed", "[Example Wire: “The *bridge*” ← Example Agency]"),
        ("jsonfeed", '"headline": "The *bridge*"'),
        ("jsonld", '"headline": "The *bridge*"'),
        ("json", '"headline": "The *bridge*"'),
        ("csv", ',"The *bridge*"\r\n'),
    ],
)
def test_the_headline_that_a_line_leans_on_is_its_outlets(form: str, expected: str) -> None:
    """It stands behind the outlet in quotation marks, as text, or as a value of its own."""
    assert expected in write(digest(line(headline="The *bridge*")), form, made_at=NOW)


def test_csv_has_a_row_a_line() -> None:
    """The heading names the columns, and each line fills them."""
    rows = list(csv.DictReader(io.StringIO(write(digest(line(), line("a, “b”")), "csv", made_at=NOW))))

    assert [row["text"] for row in rows] == ["the bridge was open", "a, “b”"]
    assert rows[0]["flags"] == "unconfirmed; no response yet"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://n.example/a?b=c&d=%20#:~:text=x,y", "https://n.example/a?b=c&d=%20#:~:text=x,y"),
        ("https://n.example/a(b)>'\"", "https://n.example/a%28b%29%3E%27%22"),
        ("HTTP://n.example", "http://n.example"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https:///x", None),
        ("https://wire.example@evil.example/a", None),
        ("https://новини.example/a", "https://xn--b1amarcd.example/a"),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, expected: str | None) -> None:
    """A link is http or https, and holds nothing that could end it."""
    assert web_address(url) == expected


@pytest.mark.parametrize("form", ALL)
@given(body=st.text(min_size=1, max_size=60), heading=st.text(max_size=20))
def test_the_same_digest_gives_the_same_bytes(form: str, body: str, heading: str) -> None:
    """Whatever the words, a form is written the same again, and is valid UTF-8."""
    made = digest(line(body), heading=heading)
    once = write(made, form, made_at=NOW)

    assert once == write(made.model_copy(deep=True), form, made_at=NOW)
    assert once.encode()
