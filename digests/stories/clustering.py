"""Articles → stories: each joins the story that it is nearest to, or begins one; and copies are told apart."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from digests.lexicon import ENGLISH, lexicon_for
from digests.models import Article
from digests.stories.near_duplicates import CopyIndex
from digests.stories.terms import terms_of_story

RESTING = 5.0  #: days without an article after which a story is e times less alike
THRESHOLD = 0.13  #: mean likeness to a story's articles from which an article is part of it
STRICT = 0.13  #: the same where all articles are known, and stories that prove alike are joined afterwards
JOINED = 0.1  #: mean likeness of two stories' articles from which they are one
TERMS = 96  #: how many of an article’s weightiest terms are kept
KEY_TERMS = 24  #: how many of an article's weightiest terms lead to the stories that may hold it
RECENT = 64  #: how many stories a term leads to: the latest ones
CANDIDATES = 4  #: how many of them are compared
MOST_LEARNED = 5_000  #: how many articles are read for their words before any is placed

_DAY, _NO_TIME = timedelta(days=1), timedelta(0)


@dataclass(frozen=True, slots=True)
class StoryPlacement:
    """Where an article belongs: the story, by the id of its first article, and what it is a copy of."""

    id: str
    story: str
    copy_of: str | None


@dataclass(slots=True)
class _Story:
    id: str
    size: int = 0
    first: datetime | None = None  #: when its first article was published, of those with a date
    last: datetime | None = None
    weights: dict[int, float] = field(default_factory=dict)  #: the sum of its articles' unit vectors


@dataclass(slots=True)
class StoryIndex:
    """The stories so far. Articles come one by one, and none is moved once its story is settled."""

    threshold: float = THRESHOLD
    _stories: list[_Story] = field(default_factory=list)
    _by_term: dict[int, list[int]] = field(default_factory=dict)
    _frequency: dict[int, int] = field(default_factory=dict)  #: in how many articles a term stands
    _article_count: int = 0
    _story_of: dict[str, int] = field(default_factory=dict)
    _by_id: dict[str, int] = field(default_factory=dict)
    _new_indices: set[int] = field(default_factory=set)  #: the stories begun since the last were settled
    _counts: dict[tuple[str, int], dict[int, int]] = field(default_factory=dict)

    def learn(self, articles: Iterable[Article]) -> None:
        """Count the words of articles that will be added, so that the first are not placed knowing nothing."""
        for article in articles:
            if (article.id, article.version) not in self._counts:
                self._counts[article.id, article.version] = self._counted(article)

    def add(self, article: Article, *, copy_of: str | None = None) -> str:
        """The id of the story that an article belongs to; a copy and a later version belong where the first does."""
        first = next((i for i in (article.id, copy_of, article.supersedes) if i in self._story_of), None)
        if first is not None:
            self._story_of.setdefault(article.id, self._story_of[first])
            return self._stories[self._story_of[first]].id
        vector = self._vector(article)
        index = self._nearest(vector, article.date_published)
        if index is None:
            index = self._begin(article.id)
            self._new_indices.add(index)
        self._join(index, vector, article)
        return self._stories[index].id

    def resume(self, article: Article, story: str) -> None:
        """Take an article as part of the story that it was placed in before."""
        if article.id in self._story_of:
            return
        index = self._by_id.get(story)
        if index is None:
            index = self._begin(story)
        self._join(index, self._vector(article), article)

    def _begin(self, story: str) -> int:
        self._by_id[story] = len(self._stories)
        self._stories.append(_Story(story))
        return self._by_id[story]

    def _vector(self, article: Article) -> dict[int, float]:
        """The article's terms, weightiest first, as a unit vector; counts the article in."""
        counts = self._counts.pop((article.id, article.version), None) or self._counted(article)
        frequency, total = self._frequency, math.log(self._article_count + 1)
        log = math.log
        raw = [
            ((1 + total - log(frequency[term])) if n == 1 else (1 + log(n)) * (1 + total - log(frequency[term])), term)
            for term, n in counts.items()
        ]
        norm = math.sqrt(sum([weight * weight for weight, _ in raw])) or 1.0
        return {term: weight / norm for weight, term in sorted(raw, reverse=True)[:TERMS]}

    def _counted(self, article: Article) -> dict[int, int]:
        lexicon = lexicon_for(article.language) or ENGLISH
        counts = terms_of_story(article, lexicon)
        self._article_count += 1
        frequency = self._frequency
        for term in counts:
            frequency[term] = frequency.get(term, 0) + 1
        return counts

    def _nearest(self, vector: dict[int, float], published: datetime | None) -> int | None:
        met: Counter[int] = Counter()
        for term in list(vector)[:KEY_TERMS]:
            met.update(self._by_term.get(term, ()))
        likeness = [
            (self._likeness(vector, index) * _freshness(self._stories[index], published, published), -index)
            for index, _ in met.most_common(CANDIDATES)
        ]
        best, index = max(likeness, default=(0.0, 0))
        return -index if best >= self.threshold else None

    def _likeness(self, vector: dict[int, float], index: int) -> float:
        story = self._stories[index]
        weights = story.weights
        return sum([vector[term] * weights[term] for term in vector.keys() & weights.keys()]) / story.size

    def _join(self, index: int, vector: dict[int, float], article: Article) -> None:
        self._story_of[article.id] = index
        story = self._stories[index]
        story.size += 1
        _widen(story, article.date_published, article.date_published)
        for rank, (term, weight) in enumerate(vector.items()):
            story.weights[term] = story.weights.get(term, 0.0) + weight
            if rank < KEY_TERMS:
                leads = self._by_term.setdefault(term, [])
                if index not in leads:
                    leads.append(index)
                    del leads[:-RECENT]

    def settle(self) -> dict[str, str]:
        """Join the stories begun since the last time to what they prove to be part of, smallest first.

        Gives their ids, each with the id of the whole; a story that was there before keeps its id, and is never joined.
        """
        new_indices, part_of = self._new_indices, dict[int, int]()
        for index in sorted(new_indices, key=lambda i: (self._stories[i].size, i)):
            other = self._like(index)
            if other is not None:
                self._merge(index, other)
                part_of[index] = other
        self._new_indices = set()
        if part_of:
            self._story_of = {article: _root(part_of, index) for article, index in self._story_of.items()}
        first: dict[int, int] = {}
        for index in sorted(new_indices):
            root = _root(part_of, index)
            first.setdefault(root, index if root in new_indices else root)
        ids = {index: self._stories[first[_root(part_of, index)]].id for index in new_indices}
        self._by_id |= {self._stories[index].id: _root(part_of, index) for index in new_indices}
        return {self._stories[index].id: whole for index, whole in ids.items() if self._stories[index].id != whole}

    def _like(self, index: int) -> int | None:
        """The story that another is most alike, if it is enough so."""
        story = self._stories[index]
        key_terms = heapq.nlargest(KEY_TERMS, story.weights, key=lambda term: (story.weights[term], term))
        met = Counter(i for term in key_terms for i in self._by_term.get(term, ()))
        del met[index]
        likeness = [
            (self._likeness(story.weights, i) / story.size * _freshness(self._stories[i], story.first, story.last), -i)
            for i, _ in met.most_common(2 * CANDIDATES)
        ]
        best, other = max(likeness, default=(0.0, 0))
        return -other if best >= JOINED else None

    def _merge(self, index: int, target: int) -> None:
        """Make one story part of another, which is found at its terms from then on."""
        story, other = self._stories[index], self._stories[target]
        other.size += story.size
        _widen(other, story.first, story.last)
        for term, weight in story.weights.items():
            other.weights[term] = other.weights.get(term, 0.0) + weight
            leads = self._by_term.get(term, [])
            if index in leads:
                leads.remove(index)
                if target not in leads:
                    leads.append(target)


@dataclass(slots=True)
class StoryReader:
    """Reads articles one by one, and says of each where it belongs. Same order, same answers."""

    _copies: CopyIndex = field(default_factory=CopyIndex)
    _stories: StoryIndex = field(default_factory=StoryIndex)

    def learn(self, articles: Iterable[Article]) -> None:
        """Count the words of articles that will be added, so that the first are not placed knowing nothing."""
        self._stories.learn(articles)

    def add(self, article: Article) -> StoryPlacement:
        """Which story an article belongs to, and whether it is a copy."""
        copy_of = self._copies.add(article)
        return StoryPlacement(article.id, self._stories.add(article, copy_of=copy_of), copy_of)

    def settle(self) -> dict[str, str]:
        """The stories begun since the last time that prove to be part of another one, each with its id."""
        return self._stories.settle()

    def resume(self, article: Article, story: str) -> None:
        """Take an article as part of the story that it was placed in before, maybe by another reader."""
        self._copies.add(article)
        self._stories.resume(article, story)


def group(articles: Sequence[Article]) -> list[StoryPlacement]:
    """Where each of some articles belongs, all of them known: better placed than one by one, in the same order."""
    copies, stories = CopyIndex(), StoryIndex(STRICT)
    stories.learn(articles[:MOST_LEARNED])
    reader = StoryReader(copies, stories)
    placements = [reader.add(article) for article in articles]
    wholes = reader.settle()
    return [replace(placement, story=wholes.get(placement.story, placement.story)) for placement in placements]


def _root(part_of: Mapping[int, int], index: int) -> int:
    while index in part_of:
        index = part_of[index]
    return index


def _freshness(story: _Story, first: datetime | None, last: datetime | None) -> float:
    """How near in time a story is to what was published between two moments, from 0 to 1."""
    if not (first and last and story.first and story.last):
        return 1.0
    gap = max(first - story.last, story.first - last)
    return math.exp(-gap / _DAY / RESTING) if gap > _NO_TIME else 1.0


def _widen(story: _Story, first: datetime | None, last: datetime | None) -> None:
    """Let a story reach over what was published between two moments."""
    if first and last:
        story.first, story.last = min(first, story.first or first), max(last, story.last or last)
