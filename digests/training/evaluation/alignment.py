"""The weights by which two claims count as answers to one question, fitted to invented stories and to real claims.

Stories are files as `stories.py` reads them: pairs of sentences that stand to each other are examples, all others
counter-examples. Real claims, `{"article": …, "claim": …}` a line as `dateline` writes them, are counter-examples only:
of all pairs that are near enough to be weighed next to none answer one question.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from digests.actors import ActorIndex
from digests.attribution import Tagger
from digests.extraction.extract import extract
from digests.knowledge import Knowledge
from digests.models import Article, Claim, Place, SourcedClaim
from digests.places import PlaceName, Trait
from digests.relations import ClaimFacts, facts_of_all
from digests.relations.aligning import features
from digests.relations.relate import pairs_near
from digests.relations.similarity import is_weighed
from digests.training.corpora import CorpusError
from digests.training.evaluation.calibration import fit_weighted
from digests.training.evaluation.stories import Story, gold_of, place_of, read_stories

_RIDGE: Final = 10.0  #: how strongly weights are held near nought
_REAL: Final = 0.3  #: what a pair of real claims weighs, of which nobody has said that they are of other things
_HEAD: Final = '''"""The weights of what two claims share, as `python -m digests.training alignment` fits them."""

from __future__ import annotations

from typing import Final

'''


class _Nowhere:
    """A gazetteer that knows no place, as invented stories play in none."""

    def place(self, place_id: int) -> Place | None:  # noqa: ARG002 - the protocol's
        return None

    def find(self, names: Sequence[str]) -> Sequence[tuple[PlaceName, ...]]:
        return [() for _ in names]

    def traits(self, names: Sequence[str]) -> Sequence[Trait]:
        return [Trait() for _ in names]

    def towns(self, *_: object) -> Sequence[tuple[float, float, int]]:
        return []


class _Pair(NamedTuple):
    features: dict[str, float]
    is_related: bool
    weight: float


def fit_alignment(stories: Sequence[Path], real: Path | None, tagger: Tagger) -> str:
    """The module of weights that fits the stories of some files, and a file of real claims."""
    knowledge = Knowledge(_Nowhere(), ActorIndex([]))
    pairs = [pair for path in stories for story in read_stories(path) for pair in _told(story, knowledge, tagger)]
    pairs += [_Pair(features(*two), False, _REAL) for two in _real_pairs(real)] if real else []
    names = sorted(pairs[0].features)
    table = np.array([[pair.features[name] for name in names] for pair in pairs])
    truth, counts = (
        np.array(values) for values in zip(*[(float(two.is_related), two.weight) for two in pairs], strict=True)
    )
    bias, weights = fit_weighted(table, truth, counts, _RIDGE)
    lines = "".join(f'    "{name}": {weight:.4f},\n' for name, weight in zip(names, weights, strict=True))
    return f"{_HEAD}BIAS: Final = {bias:.4f}\nWEIGHTS: Final[dict[str, float]] = {{\n{lines}}}\n"


def _told(story: Story, knowledge: Knowledge, tagger: Tagger) -> Iterator[_Pair]:
    """All pairs of claims of a story's sentences."""
    articles = [member.article for member in story.articles]
    sources = [
        SourcedClaim(claim, article) for article in articles for claim in extract(article, knowledge, tagger).claims
    ]
    rows = [(facts, place) for facts in facts_of_all(sources) if (place := place_of(story, facts.claim))]
    gold = gold_of(story)
    for (first, place), (second, other) in combinations(rows, 2):
        if place != other:
            yield _Pair(features(first, second), frozenset((place, other)) in gold, 1.0)


def _real_pairs(path: Path) -> Iterator[tuple[ClaimFacts, ClaimFacts]]:
    """The pairs of real claims that would be weighed."""
    sources = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            sources.append(SourcedClaim(Claim.model_validate(row["claim"]), Article.model_validate(row["article"])))
        except (ValueError, KeyError, TypeError) as error:
            raise CorpusError(f"{path}:{number}: no claim: {error}") from None
    return (two for two in pairs_near(facts_of_all(sources)) if is_weighed(*two))
