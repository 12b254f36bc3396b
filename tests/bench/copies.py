"""Copies and stories on made-up articles: how many are found, and how many articles a second are read."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from rapidfuzz import fuzz

from digests.models import Article
from digests.stories.clustering import StoryIndex, StoryReader, group
from digests.stories.near_duplicates import CopyIndex
from digests.text.sentences import sentences
from tests.bench.lexrank import MISSING, is_installed, lexrank
from tests.bench.result import Result, per_second, size
from tests.bench.wires import CHANGES, copy_of, seeded, story
from tests.corpus import documents

_EVERY = "compared with every story"
_SPEED = "articles/s of CPU"


def run() -> Iterator[Result]:
    """Each beside the method that it replaces and LexRank, all on the same articles."""
    rng = seeded(1)
    originals = [article for n in range(size(400)) for article in story(rng, f"s{n}")]
    ways = list(CHANGES)
    copies = [copy_of(rng, a, ways[n % len(ways)]) for n, a in enumerate(originals)]
    articles = [*originals, *copies]
    part = [*originals[:150], *copies[:150]]
    peer = _lexrank(part[:40])
    yield Result(
        "copies found, F1", _f1(articles, _indexed(articles)), "0–1", "pairs of 300", _f1(part, _pairwise(part))
    )
    paired = per_second(lambda: _pairwise(part), len(part))
    copying = per_second(lambda: _indexed(articles), len(articles))
    yield Result("copies, speed", copying, _SPEED, "rapidfuzz on every pair of 300", paired)
    yield Result("copies, speed", copying, _SPEED, "sumy LexRank" if peer else MISSING, peer)
    rng.shuffle(originals)
    yield from _stories(originals, peer)
    reader = StoryReader()
    both = per_second(lambda: [reader.add(a) for a in articles], len(articles))
    yield Result("copies and stories, speed", both, _SPEED)


def _stories(originals: Sequence[Article], peer: float | None) -> Iterator[Result]:
    clustering = per_second(lambda: _placed(StoryIndex(), originals), len(originals))
    compared = per_second(lambda: _placed(_EveryStory(), originals), len(originals))
    yield Result("stories, speed", clustering, _SPEED, _EVERY, compared)
    yield Result("stories, speed", clustering, _SPEED, "sumy LexRank" if peer else MISSING, peer)
    for name, articles in (("made up", originals), ("halves", halved(seeded(2)))):
        replaced = b_cubed(articles, _placed(_EveryStory(), articles))
        streamed = b_cubed(articles, _placed(StoryIndex(), articles))
        yield Result(f"stories one by one, B-cubed F1, {name}", streamed, "0–1", _EVERY, replaced)
        grouped = b_cubed(articles, {placed.id: placed.story for placed in group(articles)})
        yield Result(f"stories, all known, B-cubed F1, {name}", grouped, "0–1", _EVERY, replaced)


def halved(rng: random.Random) -> list[Article]:
    """The repository's own news, each article as two outlets: one has every other sentence, one the rest."""
    halves = []
    for document in (*documents("train"), *documents("held")):
        body = document.article.body
        said = [body[start:end] for start, end in sentences(body)]
        for n, words in enumerate((said[::2], said[1::2])):
            fields = {"id": f"{document.article.id}~{n}", "headline": "", "body": " ".join(words)}
            halves.append(document.article.model_copy(update=fields))
    rng.shuffle(halves)
    return halves


def _lexrank(articles: Sequence[Article]) -> float | None:
    """How many articles a second LexRank shortens to three sentences; none where it is not installed."""
    return per_second(lambda: [lexrank(a.body, 3) for a in articles], len(articles)) if is_installed() else None


class _EveryStory(StoryIndex):
    """The method that the index replaces: each article is compared with every story so far."""

    def _nearest(self, vector: dict[int, float], published: datetime | None) -> int | None:  # noqa: ARG002
        """The nearest story of all; the made-up articles are of one day."""
        likeness = [(self._likeness(vector, index), -index) for index in range(len(self._stories))]
        best, index = max(likeness, default=(0.0, 0))
        return -index if best >= self.threshold else None


def _placed(index: StoryIndex, articles: Sequence[Article]) -> dict[str, str]:
    return {article.id: index.add(article) for article in articles}


def _indexed(articles: Sequence[Article]) -> dict[str, str | None]:
    index = CopyIndex()
    return {article.id: index.add(article) for article in articles}


def _pairwise(articles: Sequence[Article]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for n, article in enumerate(articles):
        heads = ((fuzz.token_set_ratio(article.body[:600], a.body[:600]), a.id) for a in articles[:n])
        score, other = max(heads, default=(0.0, ""))
        found[article.id] = other if score >= 80 else None
    return found


def _f1(articles: Sequence[Article], found: dict[str, str | None]) -> float:
    truth = {a.id: a.id.split("~")[0] if "~" in a.id else None for a in articles}
    right = sum(1 for key, original in truth.items() if original and found[key] == original)
    claimed = sum(1 for original in found.values() if original)
    wanted = sum(1 for original in truth.values() if original)
    return 2 * right / (claimed + wanted)


def b_cubed(articles: Sequence[Article], placed: Mapping[str, str]) -> float:
    """How well articles are grouped: F1 of B-cubed precision and recall; ids begin with the story, then - or ~."""
    truth = {a.id: re.split("~|-(?=[0-9]+$)", a.id)[0] for a in articles}
    together = Counter((placed[a.id], truth[a.id]) for a in articles)
    of_placed, of_truth = Counter(placed[a.id] for a in articles), Counter(truth.values())
    pairs = [(together[placed[a.id], truth[a.id]], placed[a.id], truth[a.id]) for a in articles]
    precision = sum(n / of_placed[p] for n, p, _ in pairs) / len(pairs)
    recall = sum(n / of_truth[t] for n, _, t in pairs) / len(pairs)
    return 2 * precision * recall / (precision + recall)
