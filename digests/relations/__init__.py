"""Relations between claims: who repeats, updates, contradicts, denies or corrects whom, and on how many origins."""

from digests.relations.facts import ClaimFacts
from digests.relations.relate import (
    Related,
    facts_of_all,
    relate,
    relate_new,
    related_to,
    with_relations,
)
from digests.relations.similarity import LASTING, may_relate
from digests.relations.sketches import Sketches, sketch_of
from digests.relations.verdicts import verdict

__all__ = [
    "LASTING",
    "ClaimFacts",
    "Related",
    "Sketches",
    "facts_of_all",
    "may_relate",
    "relate",
    "relate_new",
    "related_to",
    "sketch_of",
    "verdict",
    "with_relations",
]
