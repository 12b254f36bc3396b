"""Web archives and Parquet files as records."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bot.errors import RecordError
from bot.records import open_records
from digests.models import Article

_TEXT = "The mayor of Sudzha, Ida Holm, said on Friday that the river had damaged 14 houses. " * 3
_PAGE = f"""<html><head><script type="application/ld+json">{{"@type": "NewsArticle", "headline": "River rises",
"datePublished": "2025-02-07T09:00:00Z", "articleBody": "{_TEXT}"}}</script></head><body></body></html>"""


def _warc(path: Path, pages: dict[str, tuple[str, str, bytes]], *, packed: bool) -> None:
    records = [_record("warcinfo", "", "application/warc-fields", b"software: test\r\n")]
    for url, (status, kind, body) in pages.items():
        http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        records.append(_record("response", url, "application/http; msgtype=response", http))
    path.write_bytes(b"".join(gzip.compress(record) if packed else record for record in records))


def _record(kind: str, url: str, media: str, block: bytes) -> bytes:
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


@pytest.mark.parametrize("packed", [False, True])
def test_the_pages_of_a_web_archive_are_read(tmp_path: Path, packed: bool) -> None:
    """Each page that was fetched well is an article of its house or an error; pictures and refusals are passed over."""
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    pages = {
        "https://wire.example/river": ("200 OK", "text/html; charset=utf-8", _PAGE.encode()),
        "https://wire.example/logo.png": ("200 OK", "image/png", b"\x89PNG"),
        "https://wire.example/gone": ("404 Not Found", "text/html", _PAGE.encode()),
        "https://wire.example/menu": ("200 OK", "text/html", b"<html><body><a href='/'>Home</a></body></html>"),
    }
    _warc(path, pages, packed=packed)
    article, menu = open_records(str(path))
    assert isinstance(article, Article)
    assert (article.url, article.publisher.name) == ("https://wire.example/river", "wire.example")
    assert article.body == _TEXT.strip()
    assert isinstance(menu, RecordError)
    assert "https://wire.example/menu" in str(menu)


@pytest.mark.parametrize("damage", [b"WARC/1.0\r\nnonsense", b"", b"\x1f\x8b\x08" + b"\0" * 40, b"plain words"])
def test_a_damaged_web_archive_is_told_of(tmp_path: Path, damage: bytes) -> None:
    """What is no web archive, though it is called one, is at most one error, and never a fault of ours."""
    (tmp_path / "crawl.warc.gz").write_bytes(damage)
    assert all(isinstance(record, RecordError) for record in open_records(str(tmp_path / "crawl.warc.gz")))


def test_a_web_archive_that_is_cut_off_gives_what_it_has(tmp_path: Path) -> None:
    """Of a file whose end is missing, the pages before it are read."""
    page = ("200 OK", "text/html", _PAGE.encode())
    _warc(tmp_path / "whole.warc.gz", {f"https://wire.example/{n}": page for n in range(3)}, packed=True)
    whole = (tmp_path / "whole.warc.gz").read_bytes()
    (tmp_path / "cut.warc.gz").write_bytes(whole[: len(whole) - 60])
    records = list(open_records(str(tmp_path / "cut.warc.gz")))
    assert sum(isinstance(record, Article) for record in records) >= 2


def test_rows_of_parquet_are_records(tmp_path: Path) -> None:
    """Columns are fields, whatever their types; a row that is no record is an error with its number."""
    rows = [
        {"id": "a", "text": _TEXT, "publisher": "Example Wire", "datePublished": datetime(2025, 2, 7, tzinfo=UTC)},
        {"id": "b", "text": None, "publisher": "Example Wire", "datePublished": None},
        {"id": "c", "text": _TEXT, "publisher": "Example Wire", "datePublished": None},
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "rows.parquet")
    first, second, third = open_records(str(tmp_path / "rows.parquet"))
    assert isinstance(first, Article)
    assert (first.id, first.date_published) == ("a", datetime(2025, 2, 7, tzinfo=UTC))
    assert isinstance(second, RecordError)
    assert second.line == 2
    assert isinstance(third, Article)


@pytest.mark.parametrize("content", [b"PAR1", b"", b"nothing of the kind", gzip.compress(b"PAR1", mtime=0)])
def test_a_damaged_parquet_file_is_told_of(tmp_path: Path, content: bytes) -> None:
    """What is no Parquet file, though it is called one, is one error."""
    (tmp_path / "rows.parquet").write_bytes(content)
    (problem,) = open_records(str(tmp_path / "rows.parquet"))
    assert isinstance(problem, RecordError)
