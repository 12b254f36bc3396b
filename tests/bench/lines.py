"""The gate: how many honest lines of the repository's own news it lets through, and how many forged ones."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bot.knowledge.actors_file import read_actors
from digests.attribution import load_tagger
from digests.extraction.extract import extract
from digests.knowledge import Knowledge
from digests.lines.gate import hold_reason
from tests.bench.result import Result, size
from tests.corpus import documents
from tests.digests.gazetteers import SmallGazetteer
from tests.digests.lines.smuggling import attacks, make_case
from tests.honest import drawn_and_held
from tests.make import NOW
from tests.paths import CONFIG

_ACTORS = CONFIG / "actors.toml"


def run() -> Iterator[Result]:
    """Lines that a person could print, then lines that say something else than their claims do."""
    knowledge, tagger = Knowledge(SmallGazetteer(), read_actors([_ACTORS])), load_tagger()
    articles = [document.article for half in ("train", "held") for document in documents(half)]
    found = [(claim, article) for article in articles for claim in extract(article, knowledge, tagger).claims]
    drawn, held = drawn_and_held(found)
    yield Result("honest lines let through", len(drawn) / (len(drawn) + held.total()), "of 1")
    yield Result("claims that become lines", len(drawn) / len(found), "of 1")
    tried, through = _forged(size(20_000))
    yield Result(f"forged lines let through, of {tried:,}", through, "lines")


def _forged(least: int) -> tuple[int, int]:
    tried = through = seed = 0
    while tried < least:
        rng = random.Random(seed)  # noqa: S311 - chance for a measurement
        seed += 1
        case = make_case(rng)
        for attack in attacks(case, rng) if case else ():
            tried += 1
            through += hold_reason(attack.item, attack.claim, attack.article, now=NOW) is None
    return tried, through
