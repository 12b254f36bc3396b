"""Relations between claims: who repeats, updates, contradicts, denies or corrects whom, and on how many origins."""

from digests.relations.facts import ClaimFacts
from digests.relations.relate import (
    Related,
    Topic,
    facts_of_all,
    relate,
    relate_new,
    related_to,
    topics_of,
    with_relations,
)
from digests.relations.similarity import LASTING, may_be_alike

__all__ = [
    "LASTING",
    "ClaimFacts",
    "Related",
    "Topic",
    "facts_of_all",
    "may_be_alike",
    "relate",
    "relate_new",
    "related_to",
    "topics_of",
    "with_relations",
]
