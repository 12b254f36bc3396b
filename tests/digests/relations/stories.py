"""The invented stories of `tests/data/relations/`: their articles, and how their sentences stand to each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations
from typing import NamedTuple

from digests.models import Article, Claim, Publisher, RelationKind, SourcedClaim
from tests.paths import REPO

FOLDER = REPO / "tests" / "data" / "relations"
KINDS = ("conflicts", "denies", "updates", "corrects", "repeats")
_KIND_OF: dict[RelationKind, str] = {
    "contradicts": "conflicts",
    "differs": "conflicts",
    "denies": "denies",
    "denied by": "denies",
    "updates": "updates",
    "updated by": "updates",
    "corrects": "corrects",
    "corrected by": "corrects",
    "repeats": "repeats",
}


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


def read_stories(name: str) -> list[Story]:
    """The stories of a file."""
    blocks = (FOLDER / name).read_text(encoding="utf-8").split("\n= ")
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
    replaced = story.articles[int(note[0].split()[1]) - 1].article.id if note else None
    article = Article(
        id=f"{story.name}-{len(story.articles) + 1}",
        url=f"https://news.example/{story.name}/{len(story.articles) + 1}",
        headline=headline,
        publisher=Publisher(name=outlet),
        date_published=datetime.fromisoformat(f"{time}:00+00:00"),
        supersedes=replaced,
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
        ((one.article.id, sentence.start), sentence.label, one.article)
        for one in story.articles
        for sentence in one.sentences
        if sentence.label
    ]
    gold = {}
    for (place, label, article), (other_place, other_label, other) in combinations(rows, 2):
        kind = _kind(label, article, other_label, other)
        if kind:
            gold[frozenset((place, other_place))] = kind
    return gold


def _kind(one: Label, article: Article, other: Label, later: Article) -> str:
    if one.key != other.key:
        return ""
    if one.denies or other.denies:
        if one.denies != other.denies and one.value == other.value and one.speaker != other.speaker:
            return "denies"
        return "either"
    if one.value == other.value:
        return "repeats"
    if one.speaker != other.speaker:
        return "conflicts"
    return "corrects" if later.supersedes == article.id else "updates"


def predicted(story: Story, related: Sequence[SourcedClaim]) -> dict[frozenset[Place], set[str]]:
    """How the story's sentences were found to stand to each other."""
    place_of = {claim.id: place for claim, _ in related if (place := _place(story, claim))}
    pairs: defaultdict[frozenset[Place], set[str]] = defaultdict(set)
    for claim, _ in related:
        for relation in claim.relations:
            kind = _KIND_OF.get(relation.kind)
            ends = frozenset(place for i in (claim.id, relation.claim_id) if (place := place_of.get(i)))
            if kind and len(ends) == 2:
                pairs[ends].add(kind)
    return pairs


def _place(story: Story, claim: Claim) -> Place | None:
    start, end = claim.passage.start, claim.passage.end
    sentences = next(one.sentences for one in story.articles if one.article.id == claim.passage.article_id)
    return next(
        ((claim.passage.article_id, one.start) for one in sentences if one.start <= start and end <= one.end), None
    )


@dataclass(slots=True)
class Score:
    """How many relations of each kind there are, were found, and were found right; and those that were wrong."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[frozenset[Place], set[str], str]] = field(default_factory=list)
    missed: list[tuple[frozenset[Place], str]] = field(default_factory=list)
    negatives: int = 0

    def add(self, story: Story, related: Sequence[SourcedClaim]) -> None:
        """Score the relations of a story."""
        gold, pairs = gold_of(story), predicted(story, related)
        count = sum(len(one.sentences) for one in story.articles)
        self.negatives += count * (count - 1) // 2 - len(gold)
        for ends, kind in gold.items():
            if kind != "either":
                self.gold[kind] += 1
                self.hit[kind] += kind in pairs.get(ends, ())
                if kind not in pairs.get(ends, ()):
                    self.missed.append((ends, kind))
        for ends, kinds in pairs.items():
            kind = gold.get(ends, "")
            self.found.update(kinds)
            self.right.update(kinds if kind == "either" else kinds & {kind})
            if kind not in kinds and kind != "either":
                self.wrong.append((ends, kinds, kind))

    @property
    def precision(self) -> float:
        """The share of found relations that are right."""
        return self.right.total() / max(1, self.found.total())

    def recall(self, kind: str) -> float:
        """The share of a kind's relations that were found."""
        return self.hit[kind] / max(1, self.gold[kind])

    def table(self) -> Iterator[str]:
        """The score in lines."""
        for kind in KINDS:
            precise = self.right[kind] / max(1, self.found[kind])
            yield f"{kind:10} gold {self.gold[kind]:4} precision {precise:.2f} recall {self.recall(kind):.2f}"
        yield f"all        precision {self.precision:.3f} of {self.found.total()}, {self.negatives} negatives"
