"""The repository's own news: invented articles with marks for who says what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from digests.models import Article, Attribution, Publisher, Span
from digests.training.marks import Marked, read_marked_file
from tests.paths import DATA

FOLDER: Final = DATA / "corpus"


@dataclass(frozen=True, slots=True)
class Document:
    """One article of the corpus with its annotation."""

    path: Path
    style: str
    domain: str
    article: Article
    marked: Marked


def read_document(path: Path) -> Document:
    """Read one file of the corpus."""
    file = read_marked_file(path.name, path.read_text(encoding="utf-8"))
    fields, marked = file.fields, file.annotation
    article = Article(
        id=path.stem,
        url=fields["url"],
        headline=fields["title"],
        publisher=Publisher(name=fields["outlet"]),
        date_published=datetime.fromisoformat(fields["date"]).replace(hour=12, tzinfo=UTC),
        body=marked.text,
    )
    return Document(path, fields["style"], fields["domain"], article, marked)


def documents(half: str) -> tuple[Document, ...]:
    """The articles of one half of the corpus, `train` or `held`, by name."""
    return tuple(read_document(path) for path in sorted((FOLDER / half).glob("*.txt")))


def fragments(attribution: Attribution) -> Iterator[Span]:
    """All fragments of an attribution."""
    yield from (*attribution.source, *attribution.cue, *attribution.content)
