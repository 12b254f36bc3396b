"""How fast one core reads 805-word articles into claims, how long that takes to start, and what memory it holds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from tests.bench.result import Result, size
from tests.bench.texts import articles

_ARTICLES = 40

#: One process of its own, held to one core, so that neither start-up nor memory is that of the benchmarks.
_PROGRAM = """
import json, os, resource, sys, time
begun = time.perf_counter()
os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[0]})
from bot.reading import build_knowledge
from bot.settings import load_settings
from digests.attribution import find_attributions, load_tagger
from digests.extract import extract
from digests.places import find_places
from tests.bench.texts import articles
read = articles(int(sys.argv[1]))
knowledge, tagger = build_knowledge(load_settings()), load_tagger()
extract(read[0], knowledge, tagger)
started = time.perf_counter() - begun
def pace(work):
    begin = time.process_time()
    for article in read:
        work(article)
    return len(read) / (time.process_time() - begin)
paces = {
    "places": pace(lambda a: find_places(a.body, knowledge.gazetteer)),
    "attribution": pace(lambda a: find_attributions(a.body, tagger)),
    "extract": pace(lambda a: extract(a, knowledge, tagger)),
}
print(json.dumps(paces | {"start": started, "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""

_NAIVE_SPEECH = re.compile(r"([A-Z][\w ]{2,60}?) (?:said|reported|claimed|wrote) (?:on \w+ )?that ([^.]+)\.")
_NAIVE_PLACE = re.compile(r"\b[A-Z]\w+\b")


def run() -> Iterator[Result]:
    """The pace of each step; the peers are the patterns that a first attempt would write."""
    count = size(_ARTICLES)
    command = [sys.executable, "-c", _PROGRAM, str(count)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own program
    found = json.loads(ran.stdout.splitlines()[-1])
    bodies = [article.body for article in articles(count)]
    speech, capitals = (_pace(pattern.findall, bodies) for pattern in (_NAIVE_SPEECH, _NAIVE_PLACE))
    unit = "articles a CPU second"
    yield Result("reading.claims", found["extract"], unit, "one pattern for “X said that Y”", speech)
    yield Result("reading.attribution", found["attribution"], unit, "one pattern for “X said that Y”", speech)
    yield Result("reading.places", found["places"], unit, "every capitalised word", capitals)
    yield Result("reading.start", found["start"], "s to the first article's claims")
    yield Result("reading.memory", found["rss"], "MB at the peak")


def _pace(work: Callable[[str], object], bodies: Sequence[str]) -> float:
    begin = time.process_time()
    for body in bodies:
        work(body)
    return len(bodies) / max(time.process_time() - begin, 1e-6)
