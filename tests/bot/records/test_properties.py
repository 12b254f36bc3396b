"""What must hold of records for any input at all."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.errors import RecordError
from bot.records import read_records
from bot.records.detect import ENDINGS
from bot.records.formats.json_positions import Positions, split
from bot.records.identity import canonical_url
from bot.records.texts.html_text import plain_text
from digests.models import Article
from tests.paths import DATA

RECORDS = DATA / "records"
NAMES = sorted(path.name for path in RECORDS.iterdir() if path.is_file())

_FOREIGN = (
    "items title url id content_text content_html headline articleBody publisher author keywords isBasedOn correction "
    "@graph mainEntityOfPage bodies headlines infoSources by subjects version datePublished inLanguage authors tags"
).split()

# Any text that a body may hold: no NUL, no lone surrogates, something to read.
bodies = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1).filter(str.strip)
names = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=20)
values: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def read(data: bytes, ending: str = "") -> list[Article | RecordError]:
    """Read records as from a file of that ending."""
    return list(read_records(Path(f"a{ending}") if ending else None, io.BytesIO(data), name="a"))


def check(found: list[Article | RecordError]) -> None:
    """Every outcome is an article, or one printable line."""
    assert found, "a file with nothing in it is told as well"
    for one in found:
        assert isinstance(one, Article) or str(one).isprintable()


@given(st.binary(max_size=300), st.sampled_from(["", *ENDINGS]))
@example(b'"', ".csv")
@example(b"[", "")
@example(b"{", "")
@example(b"---", ".txt")
@example(b"<rss><![CDATA[", ".xml")
def test_any_bytes_are_survived(data: bytes, ending: str) -> None:
    """No bytes stop the reader, whatever the file is called."""
    found = read(data, ending)

    if data.strip() not in {b"[]", b""} and not any(isinstance(one, Article) for one in found):
        check(found)


@given(st.sampled_from(NAMES), st.data())
def test_damaged_files_are_survived(name: str, data: st.DataObject) -> None:
    """A record file with a piece cut out, doubled or overwritten gives articles and errors, nothing else."""
    whole = (RECORDS / name).read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    patch = data.draw(
        st.binary(max_size=6) | st.sampled_from([b"", b'"', b"}", b"]", b"<", b"\n---\n", whole[start:end] * 2])
    )

    for one in read(whole[:start] + patch + whole[end:], Path(name).suffix):
        assert isinstance(one, Article) or str(one).isprintable()


@given(bodies)
@example("a\r\nb\r")
@example("\n---\n")
@example("\ufeff")
def test_body_survives_exactly(body: str) -> None:
    """The body that is read is the body that was written, in JSON and below a front matter."""
    as_json = json.dumps({"publisher": "P", "body": body}).encode()
    as_text = f"---\npublisher: P\n---\n{body}".encode()

    for data in (as_json, b"[" + as_json + b"]", json.dumps(json.loads(as_json), ensure_ascii=False).encode(), as_text):
        (found,) = read(data)
        assert isinstance(found, Article)
        assert found.body == body


@given(st.lists(bodies | values, min_size=1, max_size=6))
def test_one_outcome_a_record(texts: list[object]) -> None:
    """Each line and each item of a list gives one outcome, in order; the good ones are never lost."""
    records = [{"publisher": "P", "body": text} for text in texts]
    lines = "\n".join(map(json.dumps, records)).encode()
    expected = [isinstance(text, str) and bool(text.strip()) and "\0" not in text for text in texts]

    for data, ending in (
        (lines, ".jsonl"),
        (json.dumps(records).encode(), ".json"),
        (json.dumps(records, indent=2).encode(), ""),
    ):
        assert [isinstance(one, Article) for one in read(data, ending)] == [
            sound and not _half(text) for sound, text in zip(expected, texts, strict=True)
        ]


def _half(text: object) -> bool:
    return isinstance(text, str) and any("\ud800" <= c <= "\udfff" for c in text)


@pytest.mark.parametrize(
    "mark", [{"version": "https://jsonfeed.org/version/1.1"}, {"@type": "NewsArticle"}, {"uri": "u", "bodies": 1}]
)
@given(data=st.data())
def test_foreign_fields_may_be_anything(mark: dict[str, object], data: st.DataObject) -> None:
    """No value in a field of another format stops the reader."""
    fields = data.draw(st.dictionaries(st.sampled_from(_FOREIGN), values))
    item = data.draw(st.dictionaries(st.sampled_from(_FOREIGN), values))
    found = read(json.dumps({"items": [item], "@graph": [{"@type": "Article"} | item]} | fields | mark).encode())

    for one in found:
        assert isinstance(one, Article) or str(one).isprintable()


@given(st.lists(values.map(lambda value: {"key": value}), max_size=5), st.sampled_from([None, 1, 4]))
def test_split_finds_what_json_finds(items: list[object], indent: int | None) -> None:
    """A sound list is cut into exactly its items."""
    sound = [json.loads(json.dumps(item).replace("NaN", "1").replace("Infinity", "2")) for item in items]

    assert [piece.value for piece in split(json.dumps(sound, indent=indent))] == sound


@given(values, st.sampled_from([None, 1]))
def test_positions_lead_to_the_value(value: object, indent: int | None) -> None:
    """The text at a field's position begins with the field's name."""
    text = json.dumps({"a": value, "b c": [1, {"d": value}]}, indent=indent)
    positions = Positions(text)

    assert text.startswith('"a"', positions.find(("a",)))
    assert text.startswith('"d"', positions.find(("b c", 1, "d")))
    assert text.startswith("{", positions.find(("b c", 1, "missing")))


@given(st.text())
def test_markup_never_fails(markup: str) -> None:
    """Any text can be read as HTML; a text without `<` and `&` keeps its words."""
    text = plain_text(markup)

    assert text == text.strip(" \n")
    if not set("<&") & set(markup):
        assert text.split() == markup.split()


@pytest.mark.parametrize(
    "piece",
    ["<a ", "<!--", "</", "<a b='", '<a "', "<script>", "&amp", "<!", "<a b=", "</script ", "<p>x", "<style></style "],
)
def test_hostile_markup_takes_no_longer(piece: str) -> None:
    """Half a megabyte of the beginnings of tags is read in one go, well inside the time for a test."""
    plain_text(piece * (500_000 // len(piece)))
    plain_text(piece * (500_000 // len(piece)) + ">")


@given(
    st.from_regex(
        r"https?://[a-zA-Z]{1,9}\.example(:[1-9][0-9]{0,3})?/[a-z/]{0,9}(\?[a-z_=&]{0,20})?(#[a-z]{0,5})?",
        fullmatch=True,
    )
)
def test_canonical_url_is_stable(url: str) -> None:
    """A canonical address stays what it is, and host case and fragment never count."""
    once = canonical_url(url)

    assert canonical_url(once) == once
    assert "#" not in once
