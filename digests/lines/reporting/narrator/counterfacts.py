"""Whether the narrator's next sentence sets facts against a saying, with no word of contradiction."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either

_EXCEPTION = 14  #: words of a sentence that tells of one case against a saying
_SHORT = 9  #: words of a sentence that tells no more than that a promise was not kept
_SHARED = 2  #: longer words of a saying in a sentence that denies it again
_LONGER = re.compile(r"[^\W\d_]{4,}")
_WORD = r"[\w’'.-]+"


class _Patterns(NamedTuple):
    speech: re.Pattern[str]  #: that somebody else speaks
    whole: re.Pattern[str]  #: that a saying leaves no exception
    none: re.Pattern[str]  #: that it denies that there is any
    number: re.Pattern[str]
    promise: re.Pattern[str]
    undecided: re.Pattern[str]  #: that nobody knows yet
    joint: re.Pattern[str]  #: where within a sentence facts may be set against the words before
    judged: re.Pattern[str]  #: “…, a promise that lasted eleven days”


class _Counts(NamedTuple):
    closing: re.Pattern[str]  #: a count without its noun at the end: “Its own ledger lists 96.”
    figure: re.Pattern[str]  #: “The regulator's figure is 71.”
    opening: re.Pattern[str]  #: a count without its noun for the subject: “Dozens slept on the floor.”


class _Evidence(NamedTuple):
    exhibit: re.Pattern[str]  #: a thing that shows something for the subject: “A receipt is dated 2011.”
    display: re.Pattern[str]  #: the same with a verb of showing
    account: re.Pattern[str]  #: the same of what counts things, which stands against any saying
    exception: re.Pattern[str]  #: one case of what a saying denies: “A lynx was caught an hour later.”
    missing: re.Pattern[str]  #: “The inspectorate has no record of one.”
    contrast: re.Pattern[str]  #: “but inspectors found cages in each”, at a sentence's or a part's start
    aside: re.Pattern[str]  #: “… – the plate on it reads 1987”, “…, contrary to what the gauges show”


class _Outcomes(NamedTuple):
    undone: re.Pattern[str]  #: “It is still drained.”, “None was built.”, “Friday came and went.”
    event: re.Pattern[str]  #: what came of it instead: “It struck at dawn.”, “By May it had lost 9 percent.”
    long_ago: re.Pattern[str]  #: “That was in 2023.”
    none_did: re.Pattern[str]  #: how a sentence begins that denies what is said of a thing: “No dyke had broken.”


def _negated(lexicon: Lexicon) -> str:
    hedges = lexicon.hedges
    return rf"\b(?:{either(hedges.negations)})\b|(?:{either(hedges.negative_endings)})\b"


def _number(lexicon: Lexicon) -> str:
    return rf"\d[\d,.]*|(?:{either(lexicon.numbers.units)})\b"


def _verbs(lexicon: Lexicon) -> str:
    grammar = lexicon.grammar
    return rf"{either(grammar.finite_auxiliaries, grammar.past_forms, lexicon.common_verbs.clause_verbs)}|\w+ed"


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    words, reporting = lexicon.counterfacts, lexicon.reporting
    speaking = either(lexicon.verbs.saying, reporting.according, reporting.plain.gerunds)
    return _Patterns(
        speech=re.compile(rf"[“”\"]|\b(?:{speaking})\b", re.IGNORECASE),
        whole=re.compile(rf"{_negated(lexicon)}|\b(?:{either(words.whole)})\b", re.IGNORECASE),
        none=re.compile(rf"\b(?:{either(words.denying_all)})\b", re.IGNORECASE),
        number=re.compile(rf"\b(?:{_number(lexicon)})"),
        promise=re.compile(rf"\b(?:{either(words.promising)})\b"),
        undecided=re.compile(rf"\b(?:{either(words.undecided)})\b"),
        joint=re.compile(rf"(?:;|(?:,|\s[–—-])(?=\s+(?:{either(words.contrasts)})\b))\s*"),
        judged=re.compile(
            rf"(?:,|\s[–—-])\s+(?:{either(lexicon.grammar.articles)})\s+(?:\w+\s+)?(?:{either(words.sayings)})\s+"
            rf"[^,;:]*?\b(?:{either(words.failing)})\b",
            re.IGNORECASE,
        ),
    )


@functools.cache
def _counts(lexicon: Lexicon) -> _Counts:
    words, grammar = lexicon.counterfacts, lexicon.grammar
    number, bound = _number(lexicon), rf"(?:(?:{either(words.bounding)})\s+)?"
    no_verb = either(grammar.prepositions - {"of"}, grammar.be_finite, grammar.articles)
    verb = rf"{_WORD}\s+(?!(?:{no_verb})\b)[a-z][\w’'-]*"
    existing = rf"(?:{either(grammar.existentials)})\s+(?:{either(grammar.be_finite)})"
    figures = rf"(?:{either(lexicon.retractions.numbers_told)})\s+(?:{either(grammar.be_finite)})"
    return _Counts(
        closing=re.compile(
            rf"(?:{_WORD}\s+){{0,11}}?(?:{verb}|{existing})\s+{bound}(?P<number>{number}|{either(words.counts)})\.?\s*$"
        ),
        figure=re.compile(rf"[^,;]*\b{figures}\s+{bound}(?P<number>{number})\.?\s*$"),
        opening=re.compile(
            rf"\s*(?!one\b){bound}(?:{number}|{either(words.counts, lexicon.claimants.counting)})\s+"
            rf"(?:{_verbs(lexicon)}|{either(words.lasting)})\b",
            re.IGNORECASE,
        ),
    )


@functools.cache
def _evidence(lexicon: Lexicon) -> _Evidence:
    words, grammar = lexicon.counterfacts, lexicon.grammar
    relatives, finds = either(grammar.complementizers, grammar.relative_pronouns), either(words.finding)
    evidence, finders = either(words.evidence), either(words.finders)
    no_subject = either(grammar.prepositions, grammar.existentials)
    lead = rf"\s*(?!(?:{no_subject})\b)(?:[\w’'-]+\s+){{0,4}}?"
    return _Evidence(
        exhibit=re.compile(
            rf"\s*(?!(?:{no_subject})\b)(?:[\w’'-]+\s+){{0,4}}?(?:"
            rf"(?:{evidence})\s+(?!(?:{relatives})\b)(?:[\w’'-]+\s+){{0,7}}?(?:{_verbs(lexicon)}|{finds})"
            rf"|(?:{finders})\s+(?:{finds}))\b",
            re.IGNORECASE,
        ),
        display=re.compile(
            rf"{lead}(?:{evidence})\s+(?:[\w’'-]+\s+){{0,4}}?(?:{finds})\b",
            re.IGNORECASE,
        ),
        account=re.compile(
            rf"{lead}(?:{either(words.accounts)})\s+(?:[\w’'-]+\s+){{0,4}}?(?:{finds})\b", re.IGNORECASE
        ),
        exception=re.compile(
            rf"\s*(?!one\b)(?:{either(grammar.indefinite_articles)}|{_number(lexicon)})\s+(?:[\w’'-]+\s+){{1,5}}?"
            rf"(?:{either(grammar.past_forms)}|\w+ed)\b(?!.*(?:{_negated(lexicon)}))",
            re.IGNORECASE,
        ),
        missing=re.compile(
            rf"\s*(?:(?:[\w’'-]+\s+){{1,6}}?(?:{either(words.missing)})"
            rf"|(?:{either(grammar.existentials)})\s+(?:{either(grammar.finite_auxiliaries)}))\s+"
            rf"no\s+(?:{either(words.absences)})\b",
            re.IGNORECASE,
        ),
        contrast=re.compile(
            rf"\W*(?:{either(words.contrasts)}),?\s+(?:[\w’'-]+\s+){{0,4}}?(?:{evidence}|{finders})\s+"
            rf"[^,.;]*?\b(?:{finds})\b",
            re.IGNORECASE,
        ),
        aside=re.compile(
            rf"\s[–—-]\s+(?:{either(grammar.articles, grammar.third_possessives)})\s+[^,;:–—]*?\b(?:{finds})\b"
            rf"|,?\s+(?:{either(words.counter)})\s+(?:[\w’'-]+\s+){{0,3}}?(?:{evidence})\s+(?:{finds})\b"
        ),
    )


def _soon(lexicon: Lexicon) -> str:
    """How a sentence begins that tells what soon came: “The next day …”, “Eight hours later …”, “Within a week …”."""
    calendar, words = lexicon.calendar, lexicon.counterfacts
    units = either(calendar.units, calendar.plural_units)
    days = either(name.capitalize() for name in calendar.weekdays)
    return (
        rf"\s*(?:(?:{either(words.nexts)})\s+(?:{units})|(?:{_WORD}\s+)?(?:{units})\s+(?:{either(words.laters)})"
        rf"|(?:{either(words.by_then)})\s+(?:{_WORD}\s+)?(?:{units})|on\s+(?:{days}))\b"
    )


@functools.cache
def _outcomes(lexicon: Lexicon) -> _Outcomes:
    words, grammar = lexicon.counterfacts, lexicon.grammar
    subjects, helped = either(grammar.third_subjects - grammar.genders.keys()), either(grammar.have_finite)
    helping, subject = either(grammar.finite_auxiliaries), r"(?:[\w’'-]+\s+){1,3}?"
    return _Outcomes(
        undone=re.compile(
            rf"\s*(?:(?:{either(words.unfulfilled)})\b"
            rf"|{subject}(?:(?:{helping})\s+)?(?:n[’']t|not|{either(words.lasting)})\b|{subject}(?:{either(words.lapsing)})\b)",
            re.IGNORECASE,
        ),
        event=re.compile(
            rf"\s*(?:(?:{either(words.by_then)})\b(?:\s+[\w’'-]+){{0,3}},?\s+)?(?:{subjects})\s+"
            rf"(?:(?:{helped})\s+)?(?!(?:{either(words.doing_on, grammar.be_finite, grammar.have_finite)})\b)"
            rf"(?:{_verbs(lexicon)})\b(?!.*\b\d{{4}}\b)|{_soon(lexicon)}",
            re.IGNORECASE,
        ),
        long_ago=re.compile(
            rf"\s*(?:{either(grammar.demonstratives)})\s+(?:{either(grammar.be_finite)})\b[^,;]*"
            rf"\b(?:\d{{4}}|{either(words.long_past)})\s*(?:[.,;]|$)",
            re.IGNORECASE,
        ),
        none_did=re.compile(rf"\s*(?:{either(words.unfulfilled)})\b", re.IGNORECASE),
    )


def sets_facts_against(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence behind a saying tells, in the narrator's words, that it is not so.

    A count without a noun counts what was said; evidence right behind words that leave no exception is such a one;
    and a promise is broken by what “still” is, or never was.
    """
    patterns, evidence = _patterns(lexicon), _evidence(lexicon)
    if patterns.speech.search(sentence):
        return False
    if any(
        pattern.match(sentence)
        for pattern in (evidence.contrast, evidence.missing, evidence.account, _outcomes(lexicon).long_ago)
    ):
        return True
    is_whole = patterns.whole.search(saying) is not None
    if is_whole and _counts(lexicon).opening.match(sentence):
        return True
    is_counted = is_whole or patterns.number.search(saying) is not None
    if (is_whole and evidence.exhibit.match(sentence)) or (is_counted and evidence.display.match(sentence)):
        return True
    if is_counted and (_counts_anew(saying, sentence, lexicon) or _is_exception(saying, sentence, lexicon)):
        return True
    return _denies_again(saying, sentence, lexicon) or _breaks(saying, sentence, lexicon)


def holds_counterfacts(words: str, lexicon: Lexicon) -> bool:
    """Whether the narrator does so within a sentence, behind what was said: “…, but inspectors found cages in each”."""
    patterns = _patterns(lexicon)
    return bool(patterns.judged.search(words) or _evidence(lexicon).aside.search(words)) or any(
        sets_facts_against(words[: joint.start()], words[joint.end() :], lexicon)
        for joint in patterns.joint.finditer(words)
    )


def _denies_again(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a short sentence denies in a saying's own words what it says: “… a ship had sunk. No ship had sunk.”."""
    if len(sentence.split()) > _SHORT or not _outcomes(lexicon).none_did.match(sentence):
        return False
    return len({*_LONGER.findall(sentence.lower())} & {*_LONGER.findall(saying.lower())}) >= _SHARED


def _counts_anew(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence ends with a count of what a saying counts: “… 240 rooms. Its own ledger lists 96.”."""
    count = _counts(lexicon).closing.match(sentence) or _counts(lexicon).figure.match(sentence)
    return count is not None and count["number"].rstrip(".") not in saying.split()


def _is_exception(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence tells of one of those that a saying has none of: “No animal escaped. A lynx was caught.”."""
    is_short = len(sentence.split()) <= _EXCEPTION and _patterns(lexicon).none.search(saying) is not None
    return is_short and _evidence(lexicon).exception.match(sentence) is not None


def _breaks(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a short sentence tells that a promise was not kept: “… would reopen. It is still drained.”."""
    patterns, outcomes = _patterns(lexicon), _outcomes(lexicon)
    if len(sentence.split()) > _SHORT or not patterns.promise.search(saying):
        return False
    breach = outcomes.undone.match(sentence) or outcomes.event.match(sentence)
    return breach is not None and not patterns.undecided.search(sentence)
