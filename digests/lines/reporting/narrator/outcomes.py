"""What came of a saying, in the narrator's short next sentence: a promise not kept, words of long ago."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either

_SHORT = 9  #: words of a sentence that tells no more than that a promise was not kept
_SHARED = 2  #: longer words of a saying in a sentence that denies it again
_LONGER = re.compile(r"[^\W\d_]{4,}")
_WORD = r"[\w’'.-]+"


class _Patterns(NamedTuple):
    promise: re.Pattern[str]
    undecided: re.Pattern[str]  #: that nobody knows yet
    undone: re.Pattern[str]  #: “It is still drained.”, “None was built.”, “Friday came and went.”
    event: re.Pattern[str]  #: what came of it instead: “It struck at dawn.”, “By May it had lost 9 percent.”
    deed: re.Pattern[str]  #: “Lund watched from the stand.”
    long_ago: re.Pattern[str]  #: “That was in 2023.”
    called_off: re.Pattern[str]  #: “The strike was called off.”
    none_did: re.Pattern[str]  #: how a sentence begins that denies what is said of a thing: “No dyke had broken.”


def any_finite_verb(lexicon: Lexicon) -> str:
    """Auxiliaries, past forms and common verbs, as one alternation."""
    grammar = lexicon.grammar
    return rf"{either(grammar.finite_auxiliaries, grammar.past_forms, lexicon.common_verbs.clause_verbs)}|\w+ed"


def _soon(lexicon: Lexicon) -> str:
    """How a sentence begins that tells what soon came: “The next day …”, “Eight hours later …”, “Within a week …”."""
    calendar, words = lexicon.calendar, lexicon.counterfacts
    units = either(calendar.units, calendar.plural_units)
    days = either(name.capitalize() for name in calendar.weekdays)
    return (
        rf"\s*(?:(?:{either(words.nexts)})\s+(?:{units})|(?:{_WORD}\s+)?(?:{units})\s+(?:{either(words.laters)})"
        rf"|(?:{either(words.by_then)})\s+(?:{_WORD}\s+)?(?:{units})|(?:{either(calendar.before_days)})\s+(?:{days}))\b"
    )


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    words, grammar = lexicon.counterfacts, lexicon.grammar
    subjects, helped = either(grammar.third_subjects - grammar.genders.keys()), either(grammar.have_finite)
    helping, subject = either(grammar.finite_auxiliaries), r"(?:[\w’'-]+\s+){1,3}?"
    negated = either(lexicon.hedges.negative_endings, lexicon.hedges.verb_negations, words.lasting)
    return _Patterns(
        promise=re.compile(rf"\b(?:{either(words.promising)})\b"),
        undecided=re.compile(rf"\b(?:{either(words.undecided)})\b"),
        undone=re.compile(
            rf"\s*(?:(?:{either(words.unfulfilled)})\b"
            rf"|{subject}(?:(?:{helping})\s+)?(?:{negated})\b|{subject}(?:{either(words.lapsing)})\b)",
            re.IGNORECASE,
        ),
        event=re.compile(
            rf"\s*(?:(?:{either(words.by_then)})\b(?:\s+[\w’'-]+){{0,3}},?\s+)?(?:{subjects})\s+"
            rf"(?:(?:{helped})\s+)?(?!(?:{either(words.doing_on, grammar.be_finite, grammar.have_finite)})\b)"
            rf"(?:{any_finite_verb(lexicon)})\b(?!.*\b\d{{4}}\b)|{_soon(lexicon)}",
            re.IGNORECASE,
        ),
        deed=re.compile(
            rf"\s*(?P<name>[A-Z][\w’'-]+)\s+(?!(?:{either(words.doing_on)})\b)(?:{either(grammar.past_forms)}|[a-z]+ed)\b"
            rf"(?!.*\b(?:\d{{4}}|{either(words.long_past)})\b)"
        ),
        long_ago=re.compile(
            rf"\s*(?:{either(grammar.demonstratives)})\s+(?:{either(grammar.be_finite)})\b[^,;]*"
            rf"\b(?:\d{{4}}|{either(words.long_past)})\s*(?:[.,;]|$)",
            re.IGNORECASE,
        ),
        called_off=re.compile(
            rf"\s*(?:{either(lexicon.narration.narrating_joints)})?\s*(?:{either(grammar.definite_articles)})\s+"
            rf"(?P<thing>[\w’'-]+)\s+(?:(?:{helped})\s+(?:{either(grammar.be_participle)})|{either(grammar.be_finite)})\s+(?:\w+\s+)?"
            rf"(?:{either(words.calling_off)})\b",
            re.IGNORECASE,
        ),
        none_did=re.compile(rf"\s*(?:{either(words.unfulfilled)})\b", re.IGNORECASE),
    )


def tells_outcome(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence tells that what a saying promises did not come about, or that it was said long ago."""
    return (
        _patterns(lexicon).long_ago.match(sentence) is not None
        or _denies_again(saying, sentence, lexicon)
        or _breaks(saying, sentence, lexicon)
    )


def _denies_again(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a short sentence denies in a saying's own words what it says: “… a ship had sunk. No ship had sunk.”."""
    if len(sentence.split()) > _SHORT or not _patterns(lexicon).none_did.match(sentence):
        return False
    return len({*_LONGER.findall(sentence.lower())} & {*_LONGER.findall(saying.lower())}) >= _SHARED


def calls_off(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence tells that what a saying announces was called off: “They would strike. The strike was …”."""
    event = _patterns(lexicon).called_off.match(sentence)
    return event is not None and _patterns(lexicon).promise.search(saying) is not None and event["thing"] in saying


def _breaks(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a short sentence tells that a promise was not kept: “… would reopen. It is still drained.”."""
    patterns = _patterns(lexicon)
    if len(sentence.split()) > _SHORT or not patterns.promise.search(saying):
        return False
    is_breach = patterns.undone.match(sentence) or patterns.event.match(sentence)
    return bool(is_breach or _is_of_same(saying, sentence, patterns)) and not patterns.undecided.search(sentence)


def _is_of_same(saying: str, sentence: str, patterns: _Patterns) -> bool:
    """Whether somebody whom a promise names does something in it: “… Lund would play. Lund watched from the stand.”."""
    deed, promise = patterns.deed.match(sentence), patterns.promise.search(saying)
    if deed is None or promise is None:
        return False
    return saying[: promise.start()].split()[-1:] == [deed["name"]]
