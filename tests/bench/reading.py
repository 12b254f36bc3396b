"""How fast one core reads 805-word articles into claims, how long that takes to start, and what memory it holds.

`DATELINE_BENCH_TEXTS` names a file of JSON lines with a `text` each, to be read instead of made-up articles.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from digests.models import Article
from tests.bench.result import Result, size
from tests.bench.spacy_peer import parses_a_second
from tests.bench.texts import articles

_ARTICLES = 40

#: One process of its own, held to one core, so that neither start-up nor memory is that of the benchmarks.
_PROGRAM = """
import json, os, resource, sys, time
begun = time.perf_counter()
os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[0]})
from bot.extraction import Extractor
from bot.knowledge.load import build_knowledge
from bot.settings import load_settings
from digests.attribution import find_attributions, load_tagger
from digests.models import Article
from digests.places import find_places
given = [Article.model_validate(article) for article in json.load(sys.stdin)]
knowledge = build_knowledge(load_settings())
read = Extractor(knowledge)
read(given[0])
started, used = time.perf_counter() - begun, time.process_time()
def pace(work):
    begin = time.process_time()
    for article in given:
        work(article)
    return len(given) / (time.process_time() - begin)
found = {"start": started, "used": used, "claims": pace(read)}
found["rss"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
tagger = load_tagger()
found["places"] = pace(lambda a: find_places(a.body, knowledge.gazetteer))
found["attribution"] = pace(lambda a: find_attributions(a.body, tagger))
print(json.dumps(found))
"""

_NAIVE_SPEECH = re.compile(r"([A-Z][\w ]{2,60}?) (?:said|reported|claimed|wrote) (?:on \w+ )?that ([^.]+)\.")
_NAIVE_PLACE = re.compile(r"\b[A-Z]\w+\b")


def run() -> Iterator[Result]:
    """The pace of each step; the peers are the patterns that a first attempt would write."""
    read = _given(size(_ARTICLES))
    bodies = [article.body for article in read]
    asked = json.dumps([article.model_dump(mode="json") for article in read])
    command = [sys.executable, "-c", _PROGRAM]
    ran = subprocess.run(command, check=True, input=asked, capture_output=True, text=True)  # noqa: S603 - our own
    found = json.loads(ran.stdout.splitlines()[-1])
    speech, capitals = (_pace(pattern.findall, bodies) for pattern in (_NAIVE_SPEECH, _NAIVE_PLACE))
    unit = "articles a CPU second"
    parsed = parses_a_second(bodies)
    peer = ("one pattern for “X said that Y”", speech) if parsed is None else ("spaCy small, bare parse", parsed)
    yield Result("reading.claims", found["claims"], unit, *peer)
    yield Result("reading.attribution", found["attribution"], unit, "one pattern for “X said that Y”", speech)
    yield Result("reading.places", found["places"], unit, "every capitalised word", capitals)
    yield Result("reading.start", found["start"], "s to the first article's claims")
    yield Result("reading.start_cpu", found["used"], "CPU s of that, with Python's own start")
    yield Result("reading.memory", found["rss"], "MB at the peak")


def _given(count: int) -> list[Article]:
    """The articles to read: made-up ones, unless a file of texts is named."""
    made = articles(count)
    file = os.environ.get("DATELINE_BENCH_TEXTS")
    if not file:
        return made
    with Path(file).open(encoding="utf-8") as lines:
        return [
            article.model_copy(update={"body": json.loads(line)["text"]})
            for article, line in zip(made, lines, strict=False)
        ]


def _pace(work: Callable[[str], object], bodies: Sequence[str]) -> float:
    begin = time.process_time()
    for body in bodies:
        work(body)
    return len(bodies) / max(time.process_time() - begin, 1e-6)
