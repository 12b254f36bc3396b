"""Relating claims: how long 10,000 candidates take, beside the method it replaces and LexRank.

The method replaced holds every claim against every other, LexRank every sentence; both get 1,000 alone.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import combinations

from digests.models import Actor, Article, Claimant, Place, SourcedClaim
from digests.relations import relate
from digests.relations.facts import ClaimFacts
from digests.relations.rules import link
from tests.bench.lexrank import MISSING, is_installed, lexrank
from tests.bench.result import Result, size
from tests.bench.wires import made_word, seeded
from tests.make import actor_mention, article, claim, place_mention

PAIRED = 1_000  #: of how many claims the peers compare every pair; their time grows with the square
START = datetime(2025, 2, 3, tzinfo=UTC)
_SAID = (
    "{army} troops {verb} {place} with {number} vehicles",
    "{army} troops have not {verb} {place}",
    "{number} people were killed in {place}, {more}",
    "the road from {place} to {more} was damaged",
    "talks on {place} will begin in {more}",
    "the harvest around {place} is {more}",
)


def run() -> Iterator[Result]:
    """The time of one pass over claims of 300 places, 40 claimants and 30 days; medians of five."""
    half, whole = size(5_000), size(10_000)
    found = made_claims(whole)
    relate(found[:100])
    first = _milliseconds(lambda: relate(found))
    again = _median(lambda: relate(found))
    yield Result("relating 10,000 claims, first time", first, "ms of CPU")
    name = "relating 10,000 claims, read before"
    yield Result(name, again, "ms of CPU", "5,000 claims", _median(lambda: relate(found[:half])))
    yield Result(
        name, again, "ms of CPU", f"every pair of {PAIRED:,}", _milliseconds(lambda: _every_pair(found[:PAIRED]))
    )
    if is_installed():
        text = "\n".join(f"{claim.passage.exact}." for claim, _ in found[:PAIRED])
        yield Result(name, again, "ms of CPU", f"sumy LexRank of {PAIRED:,}", _milliseconds(lambda: lexrank(text, 12)))
    else:
        yield Result(name, again, "ms of CPU", MISSING)
    yield Result("claims with relations", float(sum(1 for c, _ in relate(found) if c.relations)), "claims")


def _every_pair(found: list[SourcedClaim]) -> int:
    events = sorted((ClaimFacts(claim, article) for claim, article in found), key=lambda event: event.order)
    return sum(1 for one, other in combinations(events, 2) if link(one, other))


def made_claims(count: int) -> list[SourcedClaim]:
    """Claims on the same few places by two sides and others, each tenth in an article of its own."""
    rng = seeded(2)
    sides = [
        Actor(id=f"mil:x{n}", name=f"{made_word(rng).capitalize()}ian", kind="military", side=f"x{n}") for n in (1, 2)
    ]
    places = [
        Place(id=n, name=made_word(rng).capitalize(), kind="city", ancestors=(9_000 + n % 20, 9_999))
        for n in range(300)
    ]
    articles = [
        article(id=f"a{n}", date_published=START + timedelta(hours=n % 700)) for n in range(max(1, count // 10))
    ]
    return [_made(rng, n, sides, places, articles[n % len(articles)]) for n in range(count)]


def _made(rng: random.Random, n: int, sides: list[Actor], places: list[Place], of: Article) -> SourcedClaim:
    army, place = rng.choice(sides), rng.choice(places)
    verb, more = rng.choice(["attacked", "captured", "left"]), " ".join(made_word(rng) for _ in range(6))
    text = rng.choice(_SAID).format(army=army.name, place=place.name, number=rng.randint(2, 90), verb=verb, more=more)
    who = rng.randint(1, 40)
    said = START + timedelta(days=rng.randint(0, 30))
    made = claim(
        text,
        f"c{n}",
        of=of,
        claimant=Claimant(actor_id=f"org:o{who}", name=f"Office {who}", side=rng.choice(["x1", "x2", None])),
        places=(place_mention(place),),
        actors=(actor_mention(army, text.index(army.name)),) if army.name in text else (),
        said_at=said,
        said_precision="day",
        valid_from=said,
        valid_to=said + timedelta(days=1),
        valid_precision="day",
    )
    return SourcedClaim(made, of)


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1_000


def _median(work: Callable[[], object]) -> float:
    return statistics.median(_milliseconds(work) for _ in range(5))
