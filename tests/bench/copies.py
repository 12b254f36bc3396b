"""Copies and stories on made-up articles: how many are found, and how many articles a second are read."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from rapidfuzz import fuzz

from digests.copies import CopyIndex
from digests.models import Article
from digests.stories import StoryIndex, StoryReader
from tests.bench.result import Result, size
from tests.bench.wires import CHANGES, copy_of, seeded, story


def run() -> Iterator[Result]:
    """Copies beside a comparison of every pair's first 600 characters, which is what the index saves."""
    rng = seeded(1)
    originals = [article for n in range(size(400)) for article in story(rng, f"s{n}")]
    ways = list(CHANGES)
    copies = [copy_of(rng, a, ways[n % len(ways)]) for n, a in enumerate(originals)]
    articles = [*originals, *copies]
    yield Result("copies found, F1", _f1(articles, _indexed(articles)), "0–1")
    part = [*originals[:150], *copies[:150]]
    peer = _per_second(lambda: _pairwise(part), len(part))
    fast = _per_second(lambda: _indexed(articles), len(articles))
    yield Result("copies, speed", fast, "articles/s of CPU", "rapidfuzz on every pair of 300", peer)
    rng.shuffle(originals)
    yield Result("stories, B-cubed F1", _b_cubed(originals), "0–1")
    index = StoryIndex()
    yield Result(
        "stories, speed", _per_second(lambda: [index.add(a) for a in originals], len(originals)), "articles/s of CPU"
    )
    reader = StoryReader()
    both = _per_second(lambda: [reader.add(a) for a in articles], len(articles))
    yield Result("copies and stories, speed", both, "articles/s of CPU")


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


def _b_cubed(articles: Sequence[Article]) -> float:
    index = StoryIndex()
    placed = {a.id: index.add(a) for a in articles}
    truth = {a.id: a.id.split("-")[0] for a in articles}
    together = Counter((placed[a.id], truth[a.id]) for a in articles)
    sizes: dict[str, Counter[str]] = defaultdict(Counter)
    for a in articles:
        sizes["placed"][placed[a.id]] += 1
        sizes["truth"][truth[a.id]] += 1
    pairs = [(together[placed[a.id], truth[a.id]], placed[a.id], truth[a.id]) for a in articles]
    precision = sum(n / sizes["placed"][p] for n, p, _ in pairs) / len(pairs)
    recall = sum(n / sizes["truth"][t] for n, _, t in pairs) / len(pairs)
    return 2 * precision * recall / (precision + recall)


def _per_second(work: Callable[[], object], count: int) -> float:
    start = time.process_time()
    work()
    return count / (time.process_time() - start)
