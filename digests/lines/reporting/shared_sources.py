"""Whether the one who is taken for a speaker is but one of those whom a source names, or speaks by hearsay alone."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Claimant

_PERSON = re.compile(r"(?:[a-z]+\s+){0,2}[A-Z][\w’'-]+\s+[A-Z][\w’'-]+(?:,|$)")


class _Patterns(NamedTuple):
    joint: re.Pattern[str]  #: between two who are told apart by what they are: “…, the mayor, and …”
    hearsay: re.Pattern[str]  #: at the end, that somebody else says it of a source: “…, her rivals claim,”
    withdrawn: re.Pattern[str]  #: that a paper or a post no longer stands: “a tweet that was deleted”
    reading_aloud: re.Pattern[str]  #: that somebody gives what another wrote: “read out a letter from Holm”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    words, owners = lexicon.reporting, either(lexicon.grammar.third_possessives)
    papers = either(lexicon.claimants.documents, lexicon.deeds.messages, lexicon.claimants.utterances)
    agents = either(lexicon.deeds.senders, lexicon.sources.owners)
    return _Patterns(
        joint=re.compile(rf",\s+(?:{either(lexicon.descriptions.joining)})\s+"),
        hearsay=re.compile(
            rf",\s+(?!(?:{either(words.subject_relatives)})\b)(?:[\w’'-]+\s+){{0,4}}"
            rf"(?:[a-z]+s\s+|[a-z]+\s+(?=\w+[sd]\b))(?:{either(words.plain.finite)})\s*,\s*$"
        ),
        withdrawn=re.compile(
            rf"\b(?:{either(lexicon.grammar.relative_pronouns, lexicon.retractions.ruling_adverbs)})\s+"
            rf"(?:(?:{either(lexicon.grammar.finite_auxiliaries)})\s+)?"
            rf"(?:\w+\s+){{0,2}}?(?:{either(lexicon.retractions.withdrawing)})\b"
        ),
        reading_aloud=re.compile(
            rf"\b(?:{either(lexicon.verbs.reading_aloud)})\s+(?:[\w’'-]+\s+){{0,6}}?"
            rf"(?:(?:{papers})\s+(?:[\w’'-]+\s+){{0,2}}?(?:{agents})\s+(?!(?:{owners})\s)"
            rf"|[\w-]+[’']s?\s+(?:[\w-]+\s+){{0,2}}?(?:{papers})\b)",
            re.IGNORECASE,
        ),
    )


def names_another(source: str, claimant: Claimant, lexicon: Lexicon) -> bool:
    """Whether a source names a second person behind the one who is taken for the speaker."""
    last = claimant.name.rsplit(" ", 1)[-1]
    head, *others = _patterns(lexicon).joint.split(source)
    is_one = not claimant.members and last in head and not any(last in other for other in others)
    return is_one and any(_PERSON.match(other) for other in others)


def is_hearsay(words: str, lexicon: Lexicon) -> bool:
    """Whether words from a source up to its verb say that others tell it: “Holm, her rivals claim, said …”."""
    return _patterns(lexicon).hearsay.search(words) is not None


def reads_aloud(words: str, lexicon: Lexicon) -> bool:
    """Whether whoever speaks only gives what another wrote: “reading from a statement by the family, Holm said”."""
    return _patterns(lexicon).reading_aloud.search(words) is not None


def is_withdrawn(source: str, lexicon: Lexicon) -> bool:
    """Whether a source is a paper or a post that was taken back: “a tweet by her trainer that was deleted”."""
    return _patterns(lexicon).withdrawn.search(source) is not None
