"""What words a language must give the rules that read a text as a whole, and what each list is for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False, kw_only=True)
class Texts:
    """Where a sentence ends, which language a text is in, and which of its words tell nothing."""

    abbreviations: frozenset[str]  #: words written with a point, beside the calendar's; inner points are kept
    hours: frozenset[str]  #: abbreviations behind an hour, which end a sentence as often as not
    numbering: frozenset[str]  #: words written with a point before a number alone
    numbering_names: frozenset[str]  #: those of them that may stand within a name: “Hospital No. 4”
    sentence_starters: frozenset[str]  #: words that open a sentence where they have a capital after a point
    small_words: frozenset[str]  #: the commonest words, by whose share a text's language shows
    unindexed: frozenset[str]  #: words that tell nothing to search for, leaving out those that are names as well
    stop_words: frozenset[str]  #: other words that say nothing of what a text is about
