"""How long autocomplete takes among 50,000 places and actors, letter by letter and misspelt."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from rapidfuzz import fuzz, process

from bot.models import Entity
from digests.query.name_index import Directory
from digests.query.request import suggest
from digests.text.folding import fold
from tests.bench.result import Result, milliseconds, percentile, size
from tests.bench.world import World

_NAMES = 50_000
_TYPED = 200
_LETTERS = "abcdefghiklmnoprstuvz"


def run() -> Iterator[Result]:
    """The choices for each letter of some names, and for names with one wrong letter; the peer scans all names."""
    world, dice, count = World(), random.Random(1), size(_NAMES)  # noqa: S311 - dice, not keys
    known = [Entity(kind="actor", id=str(n), name=world.name(), claims=count - n) for n in range(count)]
    begin = time.perf_counter()
    directory = Directory(known)
    yield Result("suggest.build", (time.perf_counter() - begin) * 1_000, "ms")
    names = [dice.choice(known).name for _ in range(_TYPED)]
    typed = [name[:length] for name in names for length in range(1, 8)]
    wrong = [_misspell(name, dice) for name in names]
    folded = [fold(entity.name) for entity in known]
    for label, asked in (("typing", typed), ("misspelt", wrong)):
        found = milliseconds(_calls(lambda text: suggest(text, directory, limit=25), asked))
        scans = milliseconds(_calls(lambda text: _scan(text, folded), dice.sample(asked, 40)))
        for percent in (50, 99):
            value, peer = percentile(found, percent), percentile(scans, percent)
            yield Result(f"suggest.{label}.p{percent}", value, "ms", "scan of all names", peer)


def _calls(ask: Callable[[str], object], texts: Sequence[str]) -> Iterator[Callable[[], object]]:
    return (partial(ask, text) for text in texts)


def _misspell(name: str, dice: random.Random) -> str:
    at = dice.randrange(len(name))
    return name[:at] + dice.choice(_LETTERS) + name[at + 1 :]


def _scan(text: str, names: Sequence[str]) -> object:
    key = fold(text)
    found = [name for name in names if name.startswith(key) or f" {key}" in name]
    return found[:25] or process.extract(key, names, scorer=fuzz.ratio, score_cutoff=80, limit=5)
