"""Files, texts and feeds that cannot be read: one clear line for each, and what is sound still comes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bot.errors import RecordError
from bot.records import open_records, read_records
from digests.models import Article

GOOD = '{"publisher": "Example Wire", "body": "Some text."}'
RSS = "<rss version='2.0'><channel><title>T</title>\n{}\n</channel></rss>"
ITEM = "<item><title>a</title><description>text</description></item>"


def read(data: bytes | str) -> list[Article | RecordError]:
    """Read records as from standard input."""
    return list(read_records(None, io.BytesIO(data.encode() if isinstance(data, str) else data), name="-"))


def only_error(data: bytes | str) -> RecordError:
    """The one error of a file that holds one bad record."""
    (found,) = read(data)
    assert isinstance(found, RecordError), found
    return found


@pytest.mark.parametrize(
    ("text", "line", "path", "words"),
    [
        ("Only text.", 1, "publisher", "is missing"),
        ("---\n\npublisher: P\npublisher: Q\n---\nb", 4, "publisher", "first on line 3"),
        ("---\npublisher: P\n---\n", 1, "body", "is missing"),
        ("---\npublisher: P\n---\n \n", 1, "body", "is empty"),
        ("---\npublisher: P\nb", 1, None, "no closing line of ---"),
        ("\n---\npublisher: P\nb", 2, None, "no closing line of ---"),
        ('---\npublisher: P\nheadline: "a\n---\nb', 3, "headline", "quotation mark"),
        ("---\npublisher: P\nversion: two\n---\nb", 3, "version", "whole number"),
        ("---\npublisher: P\nversion: 0\n---\nb", 3, "version", "1 or more"),
        ("---\npublisher: P\nembargoed: soon\n---\nb", 3, "embargoed", "is not a date"),
        ("---\n  publisher: P\n---\nb", 2, None, "before the first indented line"),
        ("---\n- a\n---\nb", 2, None, "before the first indented line"),
        ("---\npublisher: P\n  url: x\n---\nb", 3, "publisher", "has a value already"),
        ("---\npublisher:\n  name: P\n  url: x\n---\nb", 4, "publisher.url", "https://"),
        (
            "---\npublisher: P\nderived_from:\n  - name: A\n    relation: x\n---\nb",
            5,
            "derived_from[0].relation",
            "rewrite",
        ),
        ("---\npublisher: P\nnote: |\n  a\n---\nb", 3, "note", "on one line"),
        ("---\npublisher: P\nSome words\n---\nb", 3, None, "is not a line like"),
        ("---\npublisher: P\ntags:\n  - a\n    b: c\n---\nb", 5, "tags[0]", "below a text"),
        ("---\npublisher: P\nbody: a\n---\nb", 3, "body", "keep one"),
        ("---\npublisher: P\n---\na\0b", None, None, "NUL at byte 22"),
    ],
)
def test_bad_front_matter(text: str, line: int | None, path: str | None, words: str) -> None:
    """What is wrong in a front matter is told with its line."""
    error = only_error(text)

    assert (error.line, error.field) == (line, path)
    assert words in error.reason


def test_bad_bytes_in_text() -> None:
    """A text in another encoding is told by the first byte that is wrong; a single one is read, and noted."""
    error = only_error(b"---\npublisher: P\n---\n\xea\xe0\xf4\xe5")
    (found,) = read(b"---\npublisher: P\n---\nCaf\x92")

    assert (error.line, "byte 21 (0xea)" in error.reason) == (4, True)
    assert isinstance(found, Article)
    assert (found.body, found.doubts) == ("Caf’", ("byte 24 (0x92) is not UTF-8; read as “’”",))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (b"", None, "is empty"),
        (b" \n", None, "is empty"),
        (b"\xef\xbb\xbf", None, "is empty"),
        (b"%PDF-1.7", None, "is a PDF"),
        (b"PK\x03\x04abc", None, "no sound ZIP archive"),
        (b"\x1f\x8b\x08", None, "cannot be unpacked"),
        (b"<!-- a --><!DOCTYPE html><p>", None, "is an HTML page in which no article was found"),
        (b"<html></html>", None, "is an HTML page"),
        (b"\xff\xfea", None, "is not UTF-16 text at byte 2"),
        ("{}".encode("utf-16-le"), None, "NUL at byte 1"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", None, "UTF-32"),
        (b"<opml version='2.0'></opml>", None, "is an OPML list of 0 feeds"),
        (b"<?xml version='1.0' encoding='klingon'?><rss/>", None, "encoding that is not known"),
        (b"<?xml version='1.0' encoding='ascii'?>\n<rss>" + b"\xe9" * 9 + b"</rss>", 2, "byte 44 is not ascii"),
        (b"<rss>\n\xe9\xe9\xe9</rss>", 2, "byte 6 (0xe9)"),
        (b"<rss>\x00</rss>", None, "NUL"),
    ],
)
def test_bad_file(text: bytes, line: int | None, words: str) -> None:
    """A file that holds no records says what it seems to be."""
    error = only_error(text)

    assert error.line == line
    assert words in error.reason


def test_a_document_too_large_is_not_read() -> None:
    """A document over the limit is told, with the format that has none."""
    error = only_error(b"[" + b" " * (64 << 20))

    assert "larger than 64 MB" in error.reason
    assert "JSON Lines" in error.reason


@pytest.mark.parametrize(
    ("items", "line", "path", "words"),
    [
        ("<item><title>a</title></item>", 2, "content", "is missing"),
        ("<item><description><![CDATA[<p> </p>]]></description></item>", 2, "content", "is missing"),
        (
            "<!-- <item> -->\n<item><author>a</author></item>",
            3,
            "content",
            "is missing",
        ),
    ],
)
def test_bad_entry(items: str, line: int, path: str, words: str) -> None:
    """An entry that is no article is told with its line; the next is read."""
    error, after = read(RSS.format(items + ITEM))

    assert isinstance(after, Article)
    assert isinstance(error, RecordError)
    assert (error.line, error.field) == (line, path)
    assert words in error.reason


def test_malformed_feed_is_salvaged() -> None:
    """A feed that is not well-formed is told, and its entries are read."""
    error, first, second = read(RSS.format(f"{ITEM}\n<item><description>a & b</description></item>"))

    assert isinstance(error, RecordError)
    assert (error.line, "not well-formed" in error.reason) == (3, True)
    assert [one.body for one in (first, second) if isinstance(one, Article)] == ["text", "a & b"]


def test_entry_that_is_cut_off_is_no_article() -> None:
    """The last entry of a truncated feed is told, not taken for whole."""
    found = read(RSS.format(f"{ITEM}\n<item><description>half a sen").split("\n</channel>")[0])

    assert [type(one) for one in found] == [RecordError, Article, RecordError]
    assert "cut off" in str(found[-1])
    assert ":3:" in str(found[-1])


def test_entries_that_only_we_see_do_not_hide_a_cut_off_end() -> None:
    """Also where the entries cannot be matched to their lines, the unfinished last one is no article."""
    other = "<x:item xmlns:x='urn:x'>no entry</x:item>"
    malformed, first, last = read(RSS.format(f"{other}{ITEM}\n<item><description>half a sen").split("\n</channel>")[0])

    assert isinstance(malformed, RecordError)
    assert isinstance(first, Article)
    assert "cut off" in str(last)


def test_nul_far_into_a_feed() -> None:
    """A NUL beyond the first bytes is found as well."""
    assert "NUL" in only_error(b"<rss>" + b" " * 100_000 + b"\0</rss>").reason


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">',
        '<!ENTITY % d SYSTEM "https://wire.example/x.dtd"> %d;',
        '<!entity a SYSTEM "file:///etc/passwd">',
    ],
)
def test_entities_are_refused(declaration: str) -> None:
    """A feed that declares entities is not parsed: they can explode, or name other files."""
    item = "<item><description>&a;&b;</description></item>"
    error = only_error(f"<?xml version='1.0'?><!DOCTYPE rss [{declaration}]>{RSS.format(item)}")

    assert "entities" in error.reason


def test_unreadable_file(tmp_path: Path) -> None:
    """A file that cannot be opened is told without a traceback, and the next one is read."""
    (tmp_path / "a.json").symlink_to(tmp_path / "gone.json")
    (tmp_path / "b.json").write_text(GOOD)

    error, found = open_records(str(tmp_path))

    assert str(error) == f"{tmp_path}/a.json: cannot be read: No such file or directory"
    assert isinstance(found, Article)
