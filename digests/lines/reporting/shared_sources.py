"""Whether a speaker is but one of those whom a source names, speaks by hearsay, or has their words told by another."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.protected_words import opens_condition
from digests.lines.reporting.clauses import states
from digests.models import Claim, Claimant

_TITLE = 4  #: words behind a conjunction, of which a title before a name may be made
_PERSON = re.compile(r"(?:[a-z]+\s+){0,2}[A-Z][\w’'-]+\s+[A-Z][\w’'-]+(?:,|$)")


class _Patterns(NamedTuple):
    joint: re.Pattern[str]  #: between two who are told apart by what they are: “…, the mayor, and …”
    contrast: re.Pattern[str]  #: before whoever does not speak: “The guild, not its head, …”
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
        contrast=re.compile(
            rf",\s+(?:(?:{either(lexicon.grammar.coordinators)})\s+)?(?:{either(lexicon.hedges.negations)})\s+"
        ),
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
    """Whether a source names a second person behind the one who is taken for the speaker, or whoever else speaks."""
    last, patterns = claimant.name.rsplit(" ", 1)[-1], _patterns(lexicon)
    if any(last in unheard for unheard in patterns.contrast.split(source)[1:]):
        return patterns.contrast.search(claimant.name) is None
    head, *others = patterns.joint.split(source)
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


def another_says(words: str, following: str, end: int, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether another is named behind the words, up to a place, as who tells, quotes or heard them, or speaks next."""
    return (
        _is_of_several(following, end, claim, lexicon)
        or _says_only_so(claim, lexicon)
        or _names_next_speaker(following, end, claim, lexicon)
        or _is_quoted_by_another(following, end, claim, lexicon)
        or _is_retold(words + following, claim, lexicon)
        or (claim.mode != "direct" and (_is_put_between(words, claim, lexicon) or _runs_on(words, lexicon)))
    )


def _runs_on(words: str, lexicon: Lexicon) -> bool:
    """Whether a full stop is lost within words before another's: “the bridge was safe Nordlink said no ferry …”."""
    if _next_sentence(lexicon).search(words):
        return True
    joints = lexicon.grammar.coordinators | lexicon.grammar.settings
    heads = (words[: match.end()] for match in _unparted(lexicon).finditer(words))
    return any(joints.isdisjoint(head.split()[-_TITLE:]) and states(head, lexicon) for head in heads)


@functools.cache
def _next_sentence(lexicon: Lexicon) -> re.Pattern[str]:
    """A pronoun with a capital and its verb right behind a word: “the boat was theirs It gave no proof”."""
    grammar = lexicon.grammar
    subjects = either(word.capitalize() for word in grammar.third_subjects | grammar.existentials)
    return re.compile(rf"(?:(?<=[’']s)|\b[a-z][\w’'-]*) (?:{subjects}) [a-z]{{2,}}\b(?![^“”]*”)")


@functools.cache
def _unparted(lexicon: Lexicon) -> re.Pattern[str]:
    """A word that no clause hangs on, right before a name with a verb of saying and a clause of its own."""
    grammar, name = lexicon.grammar, r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}"
    leading = either(
        grammar.prepositions, grammar.longer_prepositions, grammar.coordinators, grammar.settings, grammar.reasons,
        grammar.comparing, grammar.measuring, grammar.relative_pronouns, grammar.relative_adverbs, grammar.articles,
        grammar.complementizers, grammar.third_possessives, grammar.question_adverbs, lexicon.hedges.conditions,
        lexicon.hedges.concessions, lexicon.calendar.units, lexicon.calendar.times_of_day,
    )  # fmt: skip
    subjects = either(
        grammar.articles, grammar.possessives, grammar.subjects, grammar.complementizers, grammar.existentials,
        lexicon.hedges.negative_pronouns,
    )  # fmt: skip
    verbs, no_noun = either(lexicon.reporting.plain.finite), either(lexicon.hedges.noun_negations)
    return re.compile(
        rf"\b(?!(?:{leading})\b)[a-z\d][\w’'-]*(?=\s+{name}\s+(?:{verbs})\s+(?:(?:{subjects}|{no_noun})\b|[A-Z\d]))"
    )


def _is_put_between(words: str, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether within words another says the first of two things."""
    own_name = claim.claimant.surface.split()[-1:]
    matches = (match for pattern in _put_between(lexicon) for match in pattern.finditer(words))
    return any(own_name != match["name"].split()[-1:] for match in matches)


@functools.cache
def _put_between(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """Within words, that somebody else says the first of two things, or, in brackets, another: “(the bank expects it)”.

    The first is “A, officials said, and B want to meet”.
    """
    grammar, reporting = lexicon.grammar, lexicon.reporting
    verbs, joints = either(reporting.plain.finite), either(grammar.coordinators)
    third_persons = frozenset(verb for verb in reporting.reporting.finite if verb.endswith("s"))
    objects = either(grammar.complementizers, grammar.object_forms, grammar.articles, grammar.third_subjects)
    return (
        re.compile(
            rf",\s+(?P<name>(?:[\w’'.-]+\s+){{0,3}}?(?:[A-Z][\w’'.-]*|[a-z]+s))\s+(?:{verbs}),\s+(?:{joints})\s"
        ),
        re.compile(
            rf"\((?P<name>(?:[\w’'.-]+\s+){{0,4}}?[\w’'.-]+)\s+(?:{either(reporting.judging, third_persons)})\s+"
            rf"(?:(?:{objects})\b|\d|[A-Z])[^()]*\)"
        ),
    )


def _says_only_so(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether somebody says only what a condition holds: “If the tax rises, as the mayor says, shops will close”."""
    begins = claim.attribution.source[0][0] - claim.passage.start if claim.attribution.source else 0
    ahead = claim.passage.exact[: max(begins, 0)]
    is_aside = _aside_as(lexicon).search(ahead) is not None
    return is_aside and (opens_condition(ahead, lexicon) or _inverted(lexicon).match(ahead) is not None)


@functools.cache
def _aside_as(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",\s+(?:{either(lexicon.grammar.comparing)})\s+$")


@functools.cache
def _inverted(lexicon: Lexicon) -> re.Pattern[str]:
    """How a condition begins without a conjunction: “Had the tax risen”."""
    return re.compile(rf"\W*(?:{either(lexicon.frames.inverted_conditions)})\b", re.IGNORECASE)


def _is_of_several(following: str, end: int, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether others only tell that somebody, named before, said the words: “…, according to two people there”."""
    return all(start < end for start, _ in claim.attribution.source) and bool(_several(lexicon).match(following))


def _is_retold(words: str, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether, behind one who speaks, another is named last who tells it: “she said it was, her rival claims”."""
    if claim.mode == "direct" or claim.attribution.source[:1] >= claim.attribution.content[:1]:
        return False
    return _retold(lexicon).search(words) is not None


@functools.cache
def _retold(lexicon: Lexicon) -> re.Pattern[str]:
    """Another with a verb of saying, behind the last comma."""
    grammar, words = lexicon.grammar, lexicon.reporting
    determiners = either(grammar.articles, grammar.third_possessives)
    joints = either(
        grammar.coordinators, grammar.comparing, grammar.settings, grammar.relative_pronouns, grammar.relative_adverbs,
        lexicon.hedges.concessions, lexicon.hedges.conditions,
    )  # fmt: skip
    return re.compile(
        rf",\s+(?!(?:{joints})\b)(?:(?:{determiners})\s+|(?=[A-Z])|(?=[a-z]+s\s))(?:(?!(?:{joints})\b)[\w’'-]+\s+){{1,4}}"
        rf"(?:{either(words.plain.finite - lexicon.verbs.passing_on)})(?:\s+[\w’'-]+){{0,5}}[\s.”]*$"
    )


def _names_next_speaker(following: str, end: int, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether words run into another’s saying, as a heading does: “… as talks fail Ardova’s envoy”."""
    is_last = all(start < end for start, _ in claim.attribution.citation)
    return is_last and claim.mode == "indirect" and bool(_next_saying(lexicon).match(following))


def _is_quoted_by_another(following: str, end: int, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether another says, behind them, what one was told to say before: “Holm says it “may sink,” Corey says”."""
    speaker = next(filter(None, (pattern.fullmatch(following) for pattern in _closing(lexicon))), None)
    is_ahead = all(start < end for start, _ in claim.attribution.citation)
    known = {*claim.claimant.name.split(), *claim.claimant.surface.split()}
    return speaker is not None and is_ahead and known.isdisjoint(speaker["name"].split())


@functools.cache
def _closing(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A name with a verb of saying, and nothing more, or somebody behind it: “, said her minister.”."""
    verbs, inverted = either(lexicon.reporting.plain.finite), either(lexicon.verbs.inverted)
    subjects = either(lexicon.grammar.third_subjects)
    return (
        re.compile(rf"[\s,”\"]*(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)\s+(?:{verbs})[\s.]*"),
        re.compile(rf",\s+(?:{inverted})\s+(?P<name>(?!(?:{subjects})\b)[\w’'-]+(?:\s+[\w’'-]+){{0,3}})[\s.]*"),
    )


@functools.cache
def _next_saying(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of saying right behind a noun, or behind its name between commas."""
    verbs = either(lexicon.reporting.plain.finite)
    return re.compile(rf"(?:,\s+[A-Z][\w’'.-]*(?:\s+[\w’'.-]+){{0,4}},)?\s+(?:{verbs})\s+(?![,.])")


@functools.cache
def _several(lexicon: Lexicon) -> re.Pattern[str]:
    """Several people without a name behind “according to”."""
    words = lexicon.narration
    tellers = either(words.hearsay_tellers)
    return re.compile(rf"[\s,”\"]*(?:{either(lexicon.reporting.according)})\s+(?:[\w’-]+\s+){{0,3}}?(?:{tellers})\b")
