"""Whether a claim has gone unanswered: another than its speaker was asked about it, and has said nothing."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.text.whole_words import has_words

_NEAR = 5  #: words in which what is commented on has its noun
_OWNER = re.compile(r"['’]s?\b")


class _Patterns(NamedTuple):
    clause: re.Pattern[str]  #: all up to where the last clause begins
    relative: re.Pattern[str]  #: that it tells of somebody right before it: “Holm, who”
    commented_on: re.Pattern[str]  #: “did not respond | to …”, “made no comment | on …”
    request: re.Pattern[str]  #: what an outlet asks with: “several requests for comment”
    topic: re.Pattern[str]  #: behind it, what was asked about
    claim: re.Pattern[str]  #: that it is what was claimed
    party: re.Pattern[str]  #: “Alto”, “the mill”


class Silence(NamedTuple):
    """What a sentence says of who has not answered."""

    subject: str  #: who that is
    words: str  #: how it says so
    tail: str  #: what follows in the sentence


@functools.cache
def silence(lexicon: Lexicon) -> re.Pattern[str]:
    """That somebody has not answered: “did not immediately comment”, “no comment”."""
    verbs, grammar = lexicon.verbs, lexicon.grammar
    negation = rf"(?:\s*(?:{either(lexicon.hedges.negations)})|(?:{either(lexicon.hedges.negative_endings)}))"
    return re.compile(
        rf"\b(?:{either(grammar.have_finite, grammar.do_finite)}){negation}\s+"
        rf"(?:(?:{either(verbs.delays)})\s+)*(?:{either(verbs.answering)})\b|\b(?:{either(verbs.silence)})\b",
        re.IGNORECASE,
    )


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, verbs = lexicon.grammar, lexicon.verbs
    definite, pointing = either(grammar.definite_articles), either(grammar.demonstratives, grammar.neuter_pronouns)
    commenting, requests = lexicon.clauses.commenting, either(verbs.requests)
    for_comment = rf"\s+\w+\s+(?:{either(verbs.answering)})"
    claims = either(lexicon.sources.claim_nouns, verbs.matters)
    return _Patterns(
        clause=re.compile(rf".*(?:,|\b(?:{either(grammar.coordinators)})\b)\s*", re.DOTALL | re.IGNORECASE),
        relative=re.compile(rf"(?:{either(grammar.relative_pronouns)})\b", re.IGNORECASE),
        commented_on=re.compile(rf"(?:\s+\w+ly|\s+[A-Z]\w+)?\s+(?:{either(commenting)})\s+"),
        request=re.compile(
            rf"(?:(?!(?:{definite})\s)[^,;.]*?\b(?:{requests})(?:{for_comment})?|[^,;.]*?\b(?:{requests}){for_comment})\b",
            re.IGNORECASE,
        ),
        topic=re.compile(
            rf"(?:\s+\w+)?\s+(?:{either(commenting - lexicon.calendar.before_listeners)})\s+", re.IGNORECASE
        ),
        claim=re.compile(rf"(?:{pointing})\W|(?:\S+\s+){{0,{_NEAR}}}?(?:{claims})\b", re.IGNORECASE),
        party=re.compile(rf"\b(?i:{definite})\s+(?:\w+\s+)?(?P<noun>[a-z]{{4,}})|\b(?!(?i:{definite})\b)[A-Z]\w{{2,}}"),
    )


def is_unanswered(claimed: str, words: str, following: str, speaker: str, lexicon: Lexicon) -> bool:
    """Whether a sentence around what was claimed, or the one behind it, says that who is spoken of has not answered."""
    own_silence = _read(words, lexicon, is_own=True)
    next_silence = _read(following, lexicon, is_own=False)
    return any(part and _is_about(part, claimed, speaker, lexicon) for part in (own_silence, next_silence))


def _read(words: str, lexicon: Lexicon, *, is_own: bool) -> Silence | None:
    """Who has not answered; in a claim's own sentence its speaker stands ahead, and only the last clause tells who."""
    match = silence(lexicon).search(words)
    if match is None:
        return None
    subject, patterns = words[: match.start()], _patterns(lexicon)
    if is_own and (border := patterns.clause.match(subject)):
        is_relative = patterns.relative.match(subject, border.end())
        subject = border.group() if is_relative else subject[border.end() :]
    return Silence(subject.strip(), match.group(), words[match.end() :])


def _is_about(silent: Silence, claimed: str, speaker: str, lexicon: Lexicon) -> bool:
    """Whether who has not answered is another than the speaker, and was asked about what is claimed."""
    first = silent.subject.split(maxsplit=1)[:1]
    if not first or (speaker and (first[0].lower() in lexicon.grammar.genders or _names(speaker, silent.subject))):
        return False
    if not lexicon.calendar.going_on.isdisjoint(silent.tail.split(maxsplit=1)[:1]):
        return False  # “declined to comment further”
    is_of_claim = _is_of_claim(silent.tail, lexicon)
    if is_of_claim is None:
        is_late = not lexicon.verbs.delays.isdisjoint(silent.words.lower().split())
        return is_late or _is_spoken_of(f"{silent.subject} {silent.tail}", claimed, lexicon)
    return is_of_claim


def _names(speaker: str, subject: str) -> bool:
    """Whether a subject is a speaker, or whose the speaker is: “Holm’s campaign” and “Mr. Holm”."""
    owner = _OWNER.split(speaker, maxsplit=1)[0]
    return any(has_words(name.rsplit(" ", 1)[-1], subject) for name in (speaker, owner))


def _is_of_claim(tail: str, lexicon: Lexicon) -> bool | None:
    """Whether what was not answered is a claim or an outlet's request, and no other matter; none where nothing says."""
    patterns = _patterns(lexicon)
    begin = patterns.commented_on.match(tail)
    if begin is None:
        return None
    place = begin.end()
    if request := patterns.request.match(tail, place):
        topic = patterns.topic.match(tail, request.end())
        if topic is None:
            return True
        place = topic.end()
    return patterns.claim.match(tail, place) is not None


def _is_spoken_of(words: str, claimed: str, lexicon: Lexicon) -> bool:
    """Whether a claim names a party of some words: “Alto”, “the mill”."""
    parties = _patterns(lexicon).party.finditer(words)
    return any(has_words(party["noun"] or party.group(), claimed) for party in parties)
