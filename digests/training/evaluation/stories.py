"""Invented stories as files tell them: their articles, and how their sentences stand to each other.

`= NAME` begins a story, `- OUTLET | TIME | HEADLINE` an article (`corrects N` after it: it replaces the story's article
number N), and every other line is a sentence, behind `SPEAKER:KEY:VALUE` where a claim in it may stand to others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from digests.models import Article, Claim, Publisher


class Label(NamedTuple):
    """What a sentence claims: whose word it is, on which question, with which answer, and whether it denies it."""

    speaker: str
    key: str
    value: str
    denies: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article with its label, if it has one."""

    start: int
    end: int
    label: Label | None


@dataclass(slots=True)
class StoryArticle:
    """An article of a story with its sentences."""

    article: Article
    sentences: list[Sentence]


@dataclass(slots=True)
class Story:
    """A story of several articles."""

    name: str
    articles: list[StoryArticle] = field(default_factory=list)


Place = tuple[str, int]  #: an article's id and the start of a sentence


def read_stories(path: Path) -> list[Story]:
    """The stories of a file."""
    blocks = path.read_text(encoding="utf-8").split("\n= ")
    return [_story(block.removeprefix("= ")) for block in blocks]


def _story(text: str) -> Story:
    name, *articles = text.strip().split("\n- ")
    story = Story(name.strip())
    for block in articles:
        head, *lines = block.strip().split("\n")
        story.articles.append(_article(story, [part.strip() for part in head.split(" | ")], lines))
    return story


def _article(story: Story, head: Sequence[str], lines: Sequence[str]) -> StoryArticle:
    outlet, time, headline, *note = head
    sentences, body = [], ""
    for line in lines:
        label, text = line.split(" | ", 1)
        body += " " * bool(body)
        sentences.append(Sentence(len(body), len(body) + len(text), _label(label)))
        body += text
    superseded = story.articles[int(note[0].split()[1]) - 1].article.id if note else None
    article = Article(
        id=f"{story.name}-{len(story.articles) + 1}",
        url=f"https://news.example/{story.name}/{len(story.articles) + 1}",
        headline=headline,
        publisher=Publisher(name=outlet),
        date_published=datetime.fromisoformat(f"{time}:00+00:00"),
        supersedes=superseded,
        body=body,
    )
    return StoryArticle(article, sentences)


def _label(text: str) -> Label | None:
    if text.strip() == ".":
        return None
    speaker, key, value = text.strip().split(":")
    return Label(speaker, key.removeprefix("!"), value, key.startswith("!"))


def gold_of(story: Story) -> dict[frozenset[Place], str]:
    """How the story's sentences stand to each other, by their places; “either” where more than one answer is right."""
    rows = [
        ((member.article.id, sentence.start), sentence.label, member.article)
        for member in story.articles
        for sentence in member.sentences
        if sentence.label
    ]
    gold = {}
    for (place, label, article), (other_place, other_label, other) in combinations(rows, 2):
        kind = _kind(label, article, other_label, other)
        if kind:
            gold[frozenset((place, other_place))] = kind
    return gold


def _kind(label: Label, article: Article, other: Label, later: Article) -> str:
    if label.key != other.key:
        return ""
    if label.denies or other.denies:
        if label.denies != other.denies and label.value == other.value and label.speaker != other.speaker:
            return "denies"
        return "either"
    if label.value == other.value:
        return "repeats"
    if label.speaker != other.speaker:
        return "conflicts"
    return "corrects" if later.supersedes == article.id else "updates"


def place_of(story: Story, claim: Claim) -> Place | None:
    """The sentence that a claim stands in."""
    start, end = claim.passage.start, claim.passage.end
    sentences = next(member.sentences for member in story.articles if member.article.id == claim.passage.article_id)
    return next(
        ((claim.passage.article_id, row.start) for row in sentences if row.start <= start and end <= row.end), None
    )
