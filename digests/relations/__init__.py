"""Relations between claims: who repeats, updates, contradicts, denies or corrects whom, and on how many origins."""

from digests.relations.events import ClaimFacts, words_of
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
from digests.relations.similarity import LASTING, share_words

__all__ = [
    "LASTING",
    "ClaimFacts",
    "Related",
    "Topic",
    "facts_of_all",
    "relate",
    "relate_new",
    "related_to",
    "share_words",
    "topics_of",
    "with_relations",
    "words_of",
]
