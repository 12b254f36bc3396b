"""One long invented article of a war, with a hand-checked gold of who says what, when, and with which figures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from bot.knowledge.actors_file import read_actors
from bot.records import open_records
from digests.knowledge import Knowledge
from digests.models import Article, Span
from digests.text.sentences import sentences
from tests.digests.gazetteers import SmallGazetteer
from tests.paths import CONFIG, DATA

FOLDER: Final = DATA / "long_article"
RECORD: Final = FOLDER / "article.json"
KNOWLEDGE: Final = Knowledge(SmallGazetteer(), read_actors([CONFIG / "actors.toml", FOLDER / "actors.toml"]))


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure as a person reads it; `counts` is its unit, or the noun that is counted."""

    surface: str
    value: float
    bound: str
    counts: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim as a person reads it; `said` and `event` are days, or a first and a last day."""

    source: Span
    cue: Span
    content: Span
    sentence: Span
    said: str | None
    event: str | None
    figures: tuple[GoldFigure, ...]


def article() -> Article:
    """The article as its record is read."""
    (record,) = open_records(str(RECORD))
    if not isinstance(record, Article):
        raise record
    return record


def gold_claims() -> list[GoldClaim]:
    """The gold, with offsets into the article's body; source and cue are those of the content's sentence."""
    body = article().body
    return [_located(body, entry) for entry in json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))]


def _located(body: str, entry: dict[str, object]) -> GoldClaim:
    content = _span(body, str(entry["content"]), (0, len(body)))
    sentence = next(span for span in sentences(body) if span[0] <= content[0] < span[1])
    figures = entry["figures"]
    assert isinstance(figures, list)
    return GoldClaim(
        source=_span(body, str(entry["source"]), sentence),
        cue=_span(body, str(entry["cue"]), sentence),
        content=content,
        sentence=sentence,
        said=_day(entry["said"]),
        event=_day(entry["event"]),
        figures=tuple(GoldFigure(**figure) for figure in figures),
    )


def _span(body: str, words: str, inside: Span) -> Span:
    start = body.index(words, *inside)
    return start, start + len(words)


def _day(value: object) -> str | None:
    return None if value is None else str(value)
