"""How long a digest takes to compose from many claims, beside the method it replaces and LexRank.

The method replaced compares every claim with every other, and LexRank every sentence: so they get 1,000 alone.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

from rapidfuzz import fuzz, process

from digests.composing.compose import compose_digest
from digests.models import Claimant, Figure, SourcedClaim
from tests.bench.lexrank import MISSING, is_installed, lexrank
from tests.bench.result import Result
from tests.make import NOW, SAID, article, spoken

CLAIMS = 10_000
PAIRED = 1_000  #: of how many claims the peer compares every pair; its time grows with the square
SPEAKERS = 200
WORDS = (
    "troops residents houses bridges drones convoys shelters crossed left reached damaged repaired held lost opened "
    "closed the near north south of river town harbour road market school station hospital factory border during "
    "night storm attack winter talks early late heavy quiet new old eastern western"
).split()


def run() -> Iterator[Result]:
    """Milliseconds for a digest of twelve lines."""
    found = _claims(CLAIMS)
    compose_digest("Digest", found[:PAIRED], now=NOW)
    mine = _milliseconds(lambda: compose_digest("Digest", found, now=NOW))
    said = [claim.passage.exact for claim, _ in found[:PAIRED]]
    pairs = _milliseconds(lambda: process.cdist(said, said, scorer=fuzz.token_set_ratio))
    name = "digest of 12 lines from 10,000 claims"
    yield Result(name, mine, "ms of CPU", f"all pairs of {PAIRED:,} claims compared", pairs)
    if is_installed():
        text = "\n".join(f"{words}." for words in said)
        yield Result(
            name, mine, "ms of CPU", f"sumy LexRank of {PAIRED:,} claims", _milliseconds(lambda: lexrank(text, 12), 1)
        )
    else:
        yield Result(name, mine, "ms of CPU", MISSING)


def _claims(count: int) -> list[SourcedClaim]:
    """Claims of many speakers in many articles; every tenth repeats the one before it."""
    rng = random.Random(7)  # noqa: S311 - made-up texts
    found: list[SourcedClaim] = []
    said, number = "", 0
    for n in range(count):
        if n % 10 or not said:
            number = rng.randint(2, 9_000)
            said = f"{number} {' '.join(rng.choices(WORDS, k=14))}"
        speaker = f"Speaker {rng.randrange(SPEAKERS) if n % 10 else n % SPEAKERS}"
        text = f"{speaker} said {said}."
        at = text.index(str(number), len(speaker))
        figure = Figure(value=number, start=at, end=at + len(str(number)), surface=str(number))
        when = SAID - timedelta(minutes=rng.randrange(3_000))
        of = article(text, id=f"article-{n}", date_published=when)
        claim = spoken(text, said, speaker, "said", claimant=Claimant(name=speaker, surface=speaker), said_at=when)
        passage = claim.passage.model_copy(update={"article_id": of.id})
        fields = {"id": f"claim-{n}", "passage": passage, "figures": (figure,) if n % 2 else ()}
        found.append(SourcedClaim(claim.model_copy(update=fields), of))
    return found


def _milliseconds(work: Callable[[], object], runs: int = 3) -> float:
    """The best of some runs."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best * 1_000
