"""Records that cannot be read: one clear line for each, and the others still come."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from bot.errors import RecordError
from bot.records import read_records
from digests.models import Article

GOOD = '{"publisher": "Example Wire", "body": "Some text."}'


def read(data: bytes | str, name: str = "-") -> list[Article | RecordError]:
    """Read records as from a file of that name."""
    stream = io.BytesIO(data.encode(errors="surrogatepass") if isinstance(data, str) else data)
    return list(read_records(None if name == "-" else Path(name), stream, name=name))


def only_error(data: bytes | str, name: str = "-") -> RecordError:
    """The one error of a file that holds one bad record."""
    (found,) = read(data, name)
    assert isinstance(found, RecordError), found
    return found


def with_field(field: str) -> str:
    """A record on three lines, whose third is the field."""
    return f'{{"publisher": "P",\n"body": "b",\n{field}}}'


# (field of a JSON record, line 3, path in the error, words of the error)
FIELDS = [
    ('"headline": 5', "headline", "must be text in quotes, not a number"),
    ('"headline": "a\\u0000b"', "headline", "NUL"),
    ('"headline": "\\ud83d"', "headline", "surrogate"),
    (f'"headline": "{"x" * 2001}"', "headline", "over 2,000 characters"),
    ('"version": 0', "version", "must be 1 or more, not 0"),
    ('"version": -3', "version", "must be 1 or more, not -3"),
    ('"version": true', "version", "whole number such as 2, not true"),
    ('"version": "2"', "version", "whole number such as 2"),
    ('"version": 1.5', "version", "whole number such as 2, not 1.5"),
    ('"version": 1e999', "version", "whole number"),
    ('"status": "cancelled"', "status", "did you mean canceled?"),
    ('"status": "gone"', "status", "usable, withheld or canceled"),
    ('"date_published_precision": "hour"', "date_published_precision", "minute, day, week"),
    ('"zone_assumed": "yes"', "zone_assumed", "true or false"),
    ('"url": "wire.example/a"', "url", "https://"),
    ('"url": "javascript:alert(1)"', "url", "https://"),
    ('"url": "https://wire.example/a b"', "url", "https://"),
    ('"url": "http://[::1"', "url", "https://"),
    ('"url": "https://wire.example:99999/"', "url", "https://"),
    ('"id": ""', "id", "is empty"),
    ('"id": 7', "id", "must be text in quotes"),
    ('"id": " x"', "id", "space"),
    ('"id": "a\\nb"', "id", "control"),
    (f'"id": "{"x" * 201}"', "id", "over 200 characters"),
    ('"language": "english"', "language", "such as en"),
    ('"author": [1]', "author[0]", "must be text in quotes"),
    ('"author": {"name": "A"}', "author", "must be a list, not an object"),
    ('"author": [""]', "author[0]", "is empty"),
    ('"tags": 5', "tags", "must be a list"),
    ('"derived_from": [{"name": "A"}, {"name": "B", "relation": "reprnt"}]', "derived_from[1].relation", "reprint?"),
    ('"derived_from": [{"relation": "reprint"}]', "derived_from[0].name", "is missing"),
    ('"derived_from": [5]', "derived_from[0]", "must be an object, not a number"),
    ('"corrections": [{"date": "2025-02-08"}]', "corrections[0].text", "is missing"),
    ('"text": "b"', "text", 'says the same as "body"'),
    ('"note": "a", "note": "b"', "note", "stands twice"),
    ('"version": NaN', None, "NaN is not JSON"),
    ('"embargoed": "soon"', "embargoed", "is not a date"),
]

# (field of a record that is kept all the same, path in its doubt, words of the doubt)
DOUBTS = [
    ('"titel": "x"', "titel", "did you mean headline?"),
    ('"title": "x"', "title", "did you mean headline?"),
    ('"Headline": "x"', "Headline", "did you mean headline?"),
    ('"source": "x"', "source", "did you mean publisher?"),
    ('"zzz": "x"', "zzz", "there are id, url, headline"),
    ('"date_published": "yesterday"', "date_published", "is not a date"),
    ('"date_published": "2025-02-30"', "date_published", "is not a date"),
    ('"date_published": "07/02/2025"', "date_published", "is not a date"),
    ('"date_published": "2025-02-07T25:00:00Z"', "date_published", "is not a date"),
    ('"date_published": "0000-00-00"', "date_published", "is not a date"),
    ('"date_published": "Fri, 31 Feb 2025 12:00:00 GMT"', "date_published", "is not a date"),
    ('"datePublished": "soon"', "datePublished", "is not a date"),
    ('"date_modified": "soon"', "date_modified", "is not a date"),
    ('"derived_from": [{"nmae": "A", "name": "A"}]', "derived_from[0].nmae", "did you mean name?"),
    ('"corrections": [{"date": "x", "text": "t"}]', "corrections[0].date", "is not a date"),
    ('"\\u202e\\u001b[31m": 1', "\\u202e\\x1b[31m", "is not a field"),
    ('"date_published": "03/04/2025"', "date_published", "is not a date"),
    ('"date_published": "0001-01-01"', "date_published", "is not a date"),
    ('"date_published": "9999-12-31"', "date_published", "is not a date"),
    ('"tags": ' + json.dumps(["a"] * 20_000), "tags", "holds 20,000 entries; the first 200 are kept"),
]


@pytest.mark.parametrize(("field", "path", "words"), FIELDS, ids=[words for words, _, _ in FIELDS])
def test_bad_field(field: str, path: str | None, words: str) -> None:
    """A wrong field is named with its line, what is wrong, and how it is written."""
    error = only_error(with_field(field))

    assert error.field == path
    assert words in error.reason
    assert error.line == (1 if path is None else 3)
    assert str(error).isprintable()


@pytest.mark.parametrize(("field", "path", "words"), DOUBTS, ids=[words for words, _, _ in DOUBTS[:-1]] + ["long"])
def test_doubtful_field(field: str, path: str, words: str) -> None:
    """A record is kept though a date is none or a field not known; its doubts say which, and how it was read."""
    (found,) = read(with_field(field))

    assert isinstance(found, Article)
    (doubt,) = found.doubts
    assert doubt.startswith(f"{path}: ")
    assert words in doubt
    assert doubt.isprintable()
    assert found.date_published is None


@pytest.mark.parametrize("value", ['""', "null", '" "'])
def test_a_date_left_empty_is_no_doubt(value: str) -> None:
    """An empty date says nothing, and is as good as none."""
    (found,) = read(with_field(f'"dateModified": {value}'))

    assert isinstance(found, Article)
    assert (found.date_modified, found.doubts) == (None, ())


@pytest.mark.parametrize(
    ("record", "path", "words"),
    [
        ('{"body": "b"}', "publisher", "is missing; say who published"),
        ('{"publisher": null, "body": "b"}', "publisher", "is missing"),
        ('{"publisher": "", "body": "b"}', "publisher.name", "is empty"),
        ('{"publisher": {"name": " "}, "body": "b"}', "publisher.name", "is empty"),
        ('{"publisher": {"url": "https://a.example"}, "body": "b"}', "publisher.name", "is missing"),
        ('{"publisher": {"name": "P", "url": "a.example"}, "body": "b"}', "publisher.url", "https://"),
        ('{"publisher": 3, "body": "b"}', "publisher", "must be an object"),
        ('{"publisher": "P"}', "body", "is missing; give the article's text"),
        ('{"publisher": "P", "body": ""}', "body", "is empty"),
        ('{"publisher": "P", "body": " \\n"}', "body", "is empty"),
        ('{"publisher": "P", "body": ["b"]}', "body", "must be text in quotes, not a list"),
        ('{"publisher": "P", "articleBody": 4}', "articleBody", "must be text in quotes, not a number"),
        ('{"publisher": "P", "body": "a\\u0000"}', "body", "NUL"),
        ('{"publisher": "P", "body": "a\\udc00"}', "body", "surrogate"),
        (f'{{"publisher": "P", "body": "{"x" * 1_000_001}"}}', "body", "characters"),
        (f'{{"publisher": "P", "body": "{"я" * 500_001}"}}', "body", "over 1,000,000 bytes"),
        ("{}", "publisher", "one of 2 problems"),
        ("[5]", None, "must be an object in braces, not 5"),
        ("[null]", None, "must be an object in braces, not null"),
        ('["text"]', None, "must be an object"),
        ("[[]]", None, "must be an object"),
    ],
)
@pytest.mark.parametrize("name", ["-", "a.json"])
def test_bad_record(record: str, path: str | None, words: str, name: str) -> None:
    """A record without what it needs is told in one line."""
    error = only_error(record, name)

    assert (error.field, error.line) == (path, 1)
    assert words in error.reason


SYNTAX = [
    ('{"publisher": "P", "body": "b"', "cut off"),
    ('{"publisher": "P", "body": "b', "cut off|no closing quote"),
    ('{"publisher": "P" "body": "b"}', "a comma or a closing bracket is missing"),
    ('{"publisher": "P", "body" "b"}', "a colon is missing"),
    ('{"publisher": "P", "body": }', "a value is missing"),
    ('{"publisher": "P", "body": "b",}', "comma|name in double quotes"),
    ("{\"publisher\": 'P'}", "a value is missing or not JSON"),
    ('{"publisher": "P", body: "b"}', "name in double quotes"),
    ('{"publisher": "P", "body": "a\tb"}', "control character"),
    ('{"publisher": "P", "body": "\\x"}', "backslash"),
    ('{"publisher": "P", "body": "\\u12"}', "hexadecimal"),
    ('{"publisher": "P", "body": True}', "a value is missing or not JSON"),
    ('{"publisher": "P", "body": Infinity}', "Infinity is not JSON"),
    ('{"publisher": "P", "version": ' + "9" * 5000 + "}", "too many digits|must be"),
    ('{"publisher": "P", "tags": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deep"),
    ('{"publisher": ' + '{"a":' * 50_000, "nested too deep"),
]


@pytest.mark.parametrize(("record", "words"), SYNTAX, ids=range(len(SYNTAX)))
@pytest.mark.parametrize("layout", ["lines", "list", "indented list"])
def test_bad_json(record: str, words: str, layout: str) -> None:
    """A record that is no JSON is told with its line, and those around it are read."""
    before, between, after = {
        "lines": ("", "\n", "\n"),
        "list": ("[", ",\n", "]"),
        "indented list": ("[\n  ", ",\n  ", "\n]"),
    }[layout]
    first, error, last = read(
        f"{before}{GOOD}{between}{record}{between}{GOOD}{after}", "a.jsonl" * (layout == "lines") or "-"
    )

    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(error, RecordError)
    assert any(word in error.reason for word in words.split("|"))
    assert error.line == (3 if layout == "indented list" else 2)


@pytest.mark.parametrize(
    ("text", "articles", "line", "words"),
    [
        (f"[{GOOD},\n{GOOD}", 2, 2, "no closing ]"),
        (f"[{GOOD}\n{GOOD}]", 2, 2, "a comma is missing"),
        (f"[{GOOD},\n,{GOOD}]", 2, 2, "one comma too many"),
        (f"[{GOOD},{GOOD},\n]", 2, 2, "one comma too many"),
        (f"[{GOOD},{GOOD}]\n{GOOD}", 2, 2, "more text after the list"),
        (f"[{GOOD},{GOOD},", 2, 1, "no closing ]"),
    ],
)
def test_bad_list(text: str, articles: int, line: int, words: str) -> None:
    """What is wrong between the records of a list is told, and the records are read."""
    found = read(text)
    (error,) = [one for one in found if isinstance(one, RecordError)]

    assert len(found) == articles + 1
    assert error.line == line
    assert words in error.reason


@pytest.mark.parametrize(
    "broken", ['"derived_from": [{"name": "a"}, {"name": "b"}', '"derived_from": [{"name": "a"', '"tags": [{"a']
)
def test_broken_brackets_on_one_line(broken: str) -> None:
    """In a list on one line, a record whose brackets do not match takes no other record with it."""
    found = read(f'[{GOOD},{{"body": "b", {broken}}},{GOOD}]')

    assert [isinstance(one, Article) for one in found] == [True, False, True]


def test_the_first_of_two_equal_names_is_not_blamed() -> None:
    """The second appearance is told, also deep inside, and also where a name is written with escapes."""
    error = only_error('{"publisher": {"name": "P",\n"url": null,\n"n\\u0061me": "Q"}}')

    assert (error.line, error.field) == (3, "publisher.name")


def test_many_broken_records_are_not_all_told() -> None:
    """A list in which every record is broken ends with a last word."""
    found = read("[\n" + '{"publisher":\n' * 5_000)

    assert len(found) < 200
    assert "too many broken records" in str(found[-1])


def test_a_bad_byte_spoils_nothing() -> None:
    """A byte that is not UTF-8 is read as in Windows-1252, and the doubt says where it stands in the file."""
    bad = GOOD.encode().replace(b"Some", b"S\xf6me")
    for data in (
        b"[" + b",\n".join([GOOD.encode(), bad, GOOD.encode()]) + b"]",
        b"\n".join([GOOD.encode(), bad, GOOD.encode()]),
    ):
        found = read(data)

        assert [one.body for one in found if isinstance(one, Article)] == ["Some text.", "Söme text.", "Some text."]
        assert isinstance(found[1], Article)
        assert found[1].doubts == (f"byte {data.index(0xF6)} (0xf6) is not UTF-8; read as “ö”",)


def test_another_encoding_spoils_its_record_alone() -> None:
    """Where many bytes are wrong the text is in another encoding, which is told; the records around it are read."""
    bad = '{"publisher": "P", "body": "Река поднялась на два метра."}'.encode("koi8-r")
    for data in (
        b"[" + b",\n".join([GOOD.encode(), bad, GOOD.encode()]) + b"]",
        b"\n".join([GOOD.encode(), bad, GOOD.encode()]),
    ):
        _, error, _ = found = read(data)

        assert [isinstance(one, Article) for one in found] == [True, False, True]
        assert isinstance(error, RecordError)
        assert f"byte {data.index(0xF2)} (0xf2) is not UTF-8" in error.reason
        assert error.line == 2


def test_a_line_too_long_is_passed_over() -> None:
    """A line over the limit is told, and the lines after it keep their numbers."""
    long = '{"publisher": "P", "body": "' + "x" * (9 * 1024 * 1024) + '"}'
    found = read(f"{GOOD}\n{long}\n{GOOD}\n5", "a.jsonl")

    assert [isinstance(one, Article) for one in found] == [True, False, True, False]
    assert [one.line for one in found if isinstance(one, RecordError)] == [2, 4]
    assert "longer than 8 MB" in str(found[1])


@pytest.mark.parametrize(
    ("value", "line", "path", "words"),
    [
        ({"version": "https://jsonfeed.org/version/1.1", "title": "T"}, 1, "items", "is missing"),
        ({"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [5]}, 5, "items[0]", "an object"),
        (
            {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1"}]},
            5,
            "items[0].content_text",
            "is missing",
        ),
        (
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "T",
                "items": [{"content_text": "b", "title": []}],
            },
            7,
            "items[0].title",
            "must be text",
        ),
        ({"@type": "Person", "name": "A"}, 2, "@type", "NewsArticle"),
        ({"@type": "NewsArticle", "publisher": "P", "headline": "h"}, 1, "articleBody", "is missing"),
        (
            {"uri": "urn:1", "copyrightHolder": "P", "body_text": "b", "embargoedUntil": "soon"},
            5,
            "embargoedUntil",
            "not a date",
        ),
        ({"uri": "https://a.example/1", "pubStatus": "usable", "bodies": []}, 4, "bodies", "is missing"),
        ({"uri": "urn:1", "pubStatus": "usable", "body_text": "b"}, 1, "publisher", "is missing"),
    ],
)
def test_bad_foreign_record(value: object, line: int, path: str, words: str) -> None:
    """What is wrong in another format is told by that format's names, on its line."""
    error = only_error(json.dumps(value, indent=1))

    assert (error.line, error.field) == (line, path)
    assert words in error.reason
