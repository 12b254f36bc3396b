"""Who says what: how well the held half of the repository's own news is read, by style and by kind of cue."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.actors_file import read_actors
from digests.attribution import load_tagger
from tests.bench.result import Result
from tests.corpus import documents
from tests.paths import CONFIG
from tests.quality import measure

_ACTORS = CONFIG / "actors.toml"


def run() -> Iterator[Result]:
    """Read the articles once and give every figure."""
    quality = measure(documents("held"), load_tagger(), read_actors([_ACTORS]))
    yield Result("attribution F1", quality.attributions.f1, "of 1")
    yield Result("claim precision", quality.claims.precision, "of 1")
    yield Result("claim recall", quality.claims.recall, "of 1")
    yield Result("claimants the text names, right", quality.named.share, "of 1")
    yield Result("claimants it does not name, left so", quality.unnamed.share, "of 1")
    yield Result("narrator's sentences given to a claimant", quality.narrator.all - quality.narrator.right, "sentences")
    for style, score in sorted(quality.styles.items()):
        yield Result(f"attribution F1, {style}", score.f1, "of 1")
    for kind, tally in sorted(quality.kinds.items()):
        yield Result(f"recall, {kind}", tally.share, "of 1")
