"""Whether words lean on the sentence before them, which a line does not show."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.finite_verbs import finite_verbs
from digests.lines.passages import words_of
from digests.models import Claim
from digests.text.name_words import UPPER

_JOINT = 12  #: characters before words in which their conjunction may stand
_BEFORE = 400  #: characters before words in which a thing may be told of that they point at
_AMOUNT = re.compile(r":\s+[$€£]?\d")
_NEXT_AMOUNT = re.compile(r"\.\s+(?P<words>[$€£]?\d[^\n]*?)(?:\.(?=\s|$)|\n|$)")
_FIRST = re.compile(r"“(?P<sentence>[^”.!?]{1,60})[.!?]\s")


class _Patterns(NamedTuple):
    leaning: re.Pattern[str]  #: “otherwise”, “even then”, but not “instead of waiting”
    fragment: re.Pattern[str]  #: what a sentence without a verb begins with that goes on with another's: “Like Larn.”
    pointed: re.Pattern[str]  #: a thing behind “that” and before its verb: “that | case was lost”
    object: re.Pattern[str]  #: “that” and what somebody makes of it: “that | to mean he won”
    expected: re.Pattern[str]  #: “that” as what somebody expects of it: “he expects | that to end”
    joint: re.Pattern[str]  #: a conjunction at the end
    relative: re.Pattern[str]  #: at the end, what begins a clause on a thing: “attacks that,”
    glued: re.Pattern[str]  #: where a sentence begins behind one that lost its stop: “too big | City police chief Ann”
    resumed: re.Pattern[str]  #: a thing's clause, and no verb behind it: “, which …, in play.”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, lines = lexicon.grammar, lexicon.lines
    conjunctions = either(grammar.complementizers)
    small = _small_words(lexicon)
    bodies = map(str.capitalize, lexicon.descriptions.smaller_governments | lexicon.descriptions.bodies)
    relatives = either(grammar.hanging_relatives, grammar.personal_relatives)
    standard = rf"(?:{either(grammar.genitives, grammar.measuring)})"
    return _Patterns(
        leaning=re.compile(
            rf"[“\s]*(?:{conjunctions}\s+)?(?:{either(lines.leaning)})\b(?!\s+{standard}\b)",
            re.IGNORECASE,
        ),
        fragment=re.compile(rf"(?:{either(grammar.comparing, grammar.choosing)})\b", re.IGNORECASE),
        pointed=re.compile(
            rf"{conjunctions}\s+(?P<thing>[a-z]+[^\Ws])\s+(?:{either(grammar.finite_auxiliaries, grammar.modals)})\b"
        ),
        object=re.compile(rf"{conjunctions}\s+(?:{either(grammar.infinitive_markers)})\s+(?P<deed>[^,;:]*)"),
        expected=re.compile(
            rf"(?:{conjunctions}\s+)?(?:{either(grammar.third_subjects)})\s+[a-z]+\s+"
            rf"(?:{either(grammar.demonstratives)})\s+(?:{either(grammar.infinitive_markers)})\s"
        ),
        joint=re.compile(rf"\b(?:{conjunctions})\s+$"),
        relative=re.compile(rf"\w\s+(?:{either(grammar.relative_pronouns)}),?$"),
        glued=re.compile(
            rf"\b(?!(?:{either(small)})\b)[a-z][\w’'-]+\s"
            rf"(?=(?:{either(bodies)})\s(?!(?:{either(small)})\b)[a-z]+\s(?:{UPPER}[\w.’'-]+\s){{2,4}}[a-z])"
        ),
        resumed=re.compile(
            rf",\s+(?:{relatives})\s[^,;:.“”\"\n]{{3,150}},\s+(?:{either(grammar.prepositions)})\s[^,;:.“”\"\n]{{2,60}}[.]"
        ),
    )


def _small_words(lexicon: Lexicon) -> frozenset[str]:
    """Words that no sentence ends with, and no noun: “of the City police chief”."""
    grammar = lexicon.grammar
    return frozenset().union(
        grammar.articles, grammar.possessives, grammar.prepositions, grammar.longer_prepositions,
        grammar.coordinators, grammar.complementizers,
    )  # fmt: skip


def hangs(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether a claim's words mean nothing without what stands before them, or are but a clause on a thing."""
    content = claim.attribution.content
    start, end = content[0]
    if _leans(words_of(content, text, lexicon, direct=claim.mode == "direct"), lexicon):
        return True
    if claim.mode == "direct":
        return False
    joint = _patterns(lexicon).joint.search(text, max(0, start - _JOINT), start)
    begin = joint.start() if joint else start
    is_pointing = _patterns(lexicon).expected.match(text, begin, end)
    if is_pointing or _runs_on(text[start:end], lexicon) or _lists_on(text, claim, lexicon):
        return True
    if _points_by_that(text[begin:end], text[max(0, start - _BEFORE) : begin], lexicon):
        return True
    is_relative = len(content) > 1 and _patterns(lexicon).relative.search(text, start, end)
    return bool(is_relative) and not finite_verbs(text[start:end], lexicon)


def _leans(words: str, lexicon: Lexicon) -> bool:
    """Whether words begin with what ties them to a sentence before: “Otherwise, …”, ““Like Larn. Or Belsk.””."""
    patterns = _patterns(lexicon)
    if patterns.leaning.match(words):
        return True
    first = _FIRST.match(words)
    return bool(first and patterns.fragment.match(first["sentence"]) and not finite_verbs(first["sentence"], lexicon))


def _runs_on(words: str, lexicon: Lexicon) -> bool:
    """Whether two sentences stand in words, the first of which has lost its full stop."""
    glued = _patterns(lexicon).glued.search(words)
    if glued is None:
        return False
    return all(finite_verbs(part, lexicon) for part in (words[: glued.end()], words[glued.end() :]))


def _lists_on(text: str, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether words end with the first item of a list of amounts, whose others are told by the next sentences."""
    start, end = claim.attribution.content[-1]
    if ":" not in text[start:end] or not _AMOUNT.search(text, start, end):
        return False
    item = _NEXT_AMOUNT.match(text, end)
    return item is not None and finite_verbs(item["words"], lexicon) == 0


def _points_by_that(words: str, lead: str, lexicon: Lexicon) -> bool:
    """Whether the “that” which words begin with is no conjunction: “that case was lost” behind “a case”.

    `lead` is the text before the words.
    """
    patterns = _patterns(lexicon)
    deed = patterns.object.match(words)
    if deed is not None:
        return finite_verbs(deed["deed"], lexicon) > 0
    pointed = patterns.pointed.match(words)
    if pointed is None:
        return False
    first_mention = (
        rf"\b(?:{either(lexicon.grammar.indefinite_articles)})\s+(?:[\w’'-]+\s+){{0,4}}?{pointed['thing']}\b"
    )
    return re.search(first_mention, lead, re.IGNORECASE) is not None


def loses_complement(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether behind words and a clause on their last thing the verb's object goes on: “put Larn, which …, in play”."""
    return _patterns(lexicon).resumed.match(text, end) is not None
