"""How the relations of the invented stories of `tests/data/relations/` are found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from digests.models import RelationKind, SourcedClaim
from digests.training.evaluation.stories import Place, Story, gold_of, place_of
from tests.paths import REPO

FOLDER = REPO / "tests" / "data" / "relations"
KINDS = ("conflicts", "denies", "updates", "corrects", "repeats")
_KIND_OF: dict[RelationKind, str] = {
    "contradicts": "conflicts",
    "differs": "conflicts",
    "denies": "denies",
    "denied by": "denies",
    "updates": "updates",
    "updated by": "updates",
    "corrects": "corrects",
    "corrected by": "corrects",
    "repeats": "repeats",
}


def predicted(story: Story, related: Sequence[SourcedClaim]) -> dict[frozenset[Place], set[str]]:
    """How the story's sentences were found to stand to each other."""
    places = {claim.id: place for claim, _ in related if (place := place_of(story, claim))}
    pairs: defaultdict[frozenset[Place], set[str]] = defaultdict(set)
    for claim, _ in related:
        for relation in claim.relations:
            kind = _KIND_OF.get(relation.kind)
            ends = frozenset(place for i in (claim.id, relation.claim_id) if (place := places.get(i)))
            if kind and len(ends) == 2:
                pairs[ends].add(kind)
    return pairs


@dataclass(slots=True)
class Score:
    """How many relations of each kind there are, were found, and were found right; and those that were wrong."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[frozenset[Place], set[str], str]] = field(default_factory=list)
    missed: list[tuple[frozenset[Place], str]] = field(default_factory=list)
    negatives: int = 0

    def add(self, story: Story, related: Sequence[SourcedClaim]) -> None:
        """Score the relations of a story."""
        gold, pairs = gold_of(story), predicted(story, related)
        count = sum(len(one.sentences) for one in story.articles)
        self.negatives += count * (count - 1) // 2 - len(gold)
        for ends, kind in gold.items():
            if kind != "either":
                self.gold[kind] += 1
                self.hit[kind] += kind in pairs.get(ends, ())
                if kind not in pairs.get(ends, ()):
                    self.missed.append((ends, kind))
        for ends, kinds in pairs.items():
            kind = gold.get(ends, "")
            self.found.update(kinds)
            self.right.update(kinds if kind == "either" else kinds & {kind})
            if kind not in kinds and kind != "either":
                self.wrong.append((ends, kinds, kind))

    @property
    def precision(self) -> float:
        """The share of found relations that are right."""
        return self.right.total() / max(1, self.found.total())

    def recall(self, kind: str) -> float:
        """The share of a kind's relations that were found."""
        return self.hit[kind] / max(1, self.gold[kind])

    def table(self) -> Iterator[str]:
        """The score in lines."""
        for kind in KINDS:
            precise = self.right[kind] / max(1, self.found[kind])
            yield f"{kind:10} gold {self.gold[kind]:4} precision {precise:.2f} recall {self.recall(kind):.2f}"
        yield f"all        precision {self.precision:.3f} of {self.found.total()}, {self.negatives} negatives"
