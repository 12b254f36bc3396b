"""The words of a passage as a line may print them, each with its place in the article."""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Span
from digests.text.printable import printable
from digests.text.quotations import quotations

OPEN: Final = "“"
CLOSED: Final = "”"
JOINT: Final = "\0"  #: stands between two parts of a content
TOKEN: Final = re.compile(r"\[[^\]]*\]|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'‘-][^\W\d_]+)*|\.\.\.|[^\w\s]|\w")
INNER_MARKS: Final = frozenset("'‘’‚`´")
_UNSAID = re.compile(r"“[^”]*”|\"[^\"]*\"")  #: quotations, whose own verbs rule no words outside them
_NEAR = 8  #: characters behind a day in which another to choose may be joined to it
_DOUBLE = frozenset('"“”„«»')
_MARKS = INNER_MARKS | _DOUBLE


class _Patterns(NamedTuple):
    lead: re.Pattern[str]
    measure: re.Pattern[str]
    day: re.Pattern[str]
    weekday: re.Pattern[str]
    choice: re.Pattern[str]  #: what makes of a day one that is denied, or one of several
    place: re.Pattern[str]
    second_that: re.Pattern[str]  #: the conjunction of a later clause, behind “and” and before a subject
    inner_saying: re.Pattern[str]  #: a word on which such a clause may hang instead
    aside: re.Pattern[str]
    plain_joints: frozenset[str]  #: conjunctions that join two clauses without a comma too
    joint: re.Pattern[str]  #: a conjunction alone between two parts of a content
    condition: re.Pattern[str]  #: what an aside may not hold that “…” stands for


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, lines, hedges = lexicon.grammar, lexicon.lines, lexicon.hedges
    days = either(day.capitalize() for day in lexicon.calendar.weekdays)
    choices = either(hedges.negations, hedges.restrictions, hedges.exceptions, grammar.choosing - grammar.continuing)
    neuter = either(grammar.neuter_pronouns - grammar.third_possessives)
    third = either(grammar.have_finite - grammar.have_plural)
    small = grammar.prepositions | grammar.longer_prepositions
    no_joint = rf"(?:(?!\b(?:{either(grammar.coordinators)})\b)[^,;:.!?()“”\"])*"
    compared = "".join(
        rf"(?<!\b{word}\s)" for word in sorted(grammar.measuring | grammar.comparing | lexicon.calendar.phrase_openings)
    )  # “than on Monday”, “later on Friday”
    inner = lexicon.reporting.reporting.finite | lexicon.frames.questions
    subjects = either(
        grammar.articles, grammar.possessives, grammar.subjects, grammar.existentials, lexicon.numbers.units,
        lexicon.numbers.quantifiers,
    )  # fmt: skip
    unowned = "".join(rf"(?<!\b{word}\s)" for word in sorted(grammar.articles | grammar.third_possessives))
    number, units = either(lexicon.numbers.units), either(lines.converted_units)
    return _Patterns(
        lead=re.compile(
            rf"[“”\"\s]*(?:(?:(?:{either(grammar.complementizers, lines.leads - lines.comma_leads)})\b[,:]?"
            rf"|(?:{either(lines.comma_leads)})[,:])\s*)*"
            rf"(?:(?:{neuter}) (?:{third})\s(?!(?:{either(lines.weather)})\b))?",
            re.IGNORECASE,
        ),
        measure=re.compile(rf"\((?:(?:{either(lines.approximators)}) )?(?:\d[\d.,]*|{number})[\s-](?:{units})\)"),
        day=re.compile(
            rf",?\s*{compared}\b(?:{either(lexicon.calendar.before_days)}) (?:{days})\b"
            rf"(?: (?:{either(lines.times_of_day)}))?"
            rf"(?=\s*(?:$|[^\w\s])|\s(?:{either(small, grammar.coordinators, grammar.complementizers)})\b)"
        ),
        weekday=re.compile(rf"\b(?:{days})\b"),
        choice=re.compile(rf"\b(?:{choices})\b|(?:{either(hedges.negative_endings)})\b", re.IGNORECASE),
        place=re.compile(
            rf",\s+(?:{either(grammar.articles)})\s+{no_joint}(?:{either(lines.described_places)})\b{no_joint},"
        ),
        second_that=re.compile(rf"(?<=\s)(?:{either(grammar.complementizers)})\s+(?=[A-Z\d“\"]|(?:{subjects})\b)"),
        inner_saying=re.compile(rf"{unowned}\b(?:{either(grammar.complementizers, inner)})\b"),
        aside=re.compile(
            r"(?:\s*[–—]\s*|\s(?P<hyphen>--?)\s)(?:(?!\s--?\s)[^–—“”\"\n]|“[^”\n]*”|\"[^\"\n]*\"){3,160}?"
            r"(?(hyphen)\s(?P=hyphen)\s|[–—])"
        ),
        plain_joints=grammar.coordinators & lexicon.narration.narrating_joints,
        joint=re.compile(rf"[\s,“”\"]*(?P<word>{either(grammar.coordinators)})[\s,“”\"]*"),
        condition=re.compile(
            rf"\b(?:{either(hedges.conditions, hedges.restrictions, *_taken_back(lexicon))})\b", re.IGNORECASE
        ),
    )


def _taken_back(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """What does not let stand the words that it is put into."""
    return lexicon.retractions.unmeant, lexicon.retractions.taking_back


class Passage(NamedTuple):
    """The words that may be printed, each with its place in the article."""

    words: tuple[str, ...]
    places: tuple[int, ...]
    end: int  #: where they end in the article
    gaps: dict[int, tuple[int, ...]]  #: where something small may be left out, and where the words go on
    asides: dict[int, int]  #: where “…” may stand for what two dashes hold, and where the words go on


def passage_of(spans: Sequence[Span], text: str, lexicon: Lexicon) -> Passage:
    """The words of some spans of a text, with what may be left out of them."""
    words: list[str] = []
    places: list[int] = []
    for number, (start, end) in enumerate(spans):
        if number:
            words.append(JOINT)
            places.append(start)
            joint = _patterns(lexicon).joint.fullmatch(text, spans[number - 1][1], start)
            if joint:
                words.append(joint["word"])
                places.append(joint.start("word"))
        for word, place in _with_marks(text, start, end):
            words.append(word)
            places.append(place)
    gaps: dict[int, tuple[int, ...]] = {}
    for start, end in spans:
        for gap_start, gap_end in _insertions(text, start, end, _patterns(lexicon)):
            first, last = (bisect_left(places, border) for border in (gap_start, gap_end))
            gaps[first] = (*gaps.get(first, ()), last)
    asides = {
        bisect_left(places, first): bisect_left(places, last)
        for start, end in spans
        for first, last in _asides(text, start, end, _patterns(lexicon))
    }
    return Passage(tuple(words), tuple(places), spans[-1][1], gaps, asides)


def plain(word: str) -> str:
    """A word with one kind of apostrophe and one kind of ellipsis."""
    return "…" if word == "..." else word.replace("’", "'").replace("‘", "'")


def _with_marks(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The words of a stretch, with one kind of quotation marks whatever the article uses."""
    quoted_spans = quotations(text)
    whole = any(opens <= start and end <= closes + 1 and start < closes for opens, closes in quoted_spans)
    marks = {} if whole else _marks(text, start, end, quoted_spans)
    if whole:
        yield OPEN, start
    for token in TOKEN.finditer(text, start, end):
        word, place = printable(token.group()), token.start()
        if place in marks:
            yield marks[place], place
        elif word and word not in _MARKS and unicodedata.category(word[0]) != "Cf":
            yield plain(word), place
    if whole or any(opens < end < closes and opens in marks for opens, closes in quoted_spans):
        yield CLOSED, end


def _marks(text: str, start: int, end: int, quoted_spans: Sequence[Span]) -> dict[int, str]:
    """Where quotations begin and end within a stretch; single marks are left out."""
    marks: dict[int, str] = {}
    for opens, closes in quoted_spans:
        double = text[opens] in _DOUBLE or text.startswith("''", opens)
        if start <= opens < end and double:
            marks[opens], marks[min(closes, end) - 1] = OPEN, CLOSED
    return marks


def _asides(text: str, start: int, end: int, patterns: _Patterns) -> Iterator[Span]:
    """What two dashes hold, and nothing hangs on."""
    for match in patterns.aside.finditer(text, start, end):
        if not patterns.condition.search(match.group()):
            yield match.span()


def _insertions(text: str, start: int, end: int, patterns: _Patterns) -> Iterator[Span]:
    """What a line may leave out: a measure given twice, a day, what a place is, and what ties a sentence to another."""
    for pattern in (patterns.measure, patterns.place):
        yield from (match.span() for match in pattern.finditer(text, start, end))
    yield from _days(text, start, end, patterns)
    yield from _second_thats(text, start, end, patterns)
    lead = patterns.lead.match(text, start, end)
    for space in re.finditer(r"\s", lead.group()) if lead else ():
        yield start, start + space.end()


def _second_thats(text: str, start: int, end: int, patterns: _Patterns) -> Iterator[Span]:
    """The “that” of later clauses which say what the first one's speaker says, and hang on no verb within the words."""
    lead = patterns.lead.match(text, start, end)
    begin = lead.end() if lead else start
    for match in patterns.second_that.finditer(text, begin, end):
        head, _, joint = text[begin : match.start()].rstrip().rpartition(" ")
        is_apart = head.endswith(",") or (joint in patterns.plain_joints and not patterns.choice.search(head))
        if not is_apart or patterns.joint.fullmatch(f" {joint} ") is None:
            return
        unquoted = _UNSAID.sub(" ", head)
        if patterns.inner_saying.search(unquoted, unquoted.find(" ")):  # no verb begins a clause
            return
        yield match.span()
        begin = match.end()


def _days(text: str, start: int, end: int, patterns: _Patterns) -> Iterator[Span]:
    """The day that a line may leave to its date: the only one, and none that its clause denies or has one choose."""
    if len(patterns.weekday.findall(text, start, end)) != 1:
        return
    for match in patterns.day.finditer(text, start, end):
        clause = re.split(r"[,;:]", text[start : match.start()])[-1]
        if not patterns.choice.search(clause + text[match.end() : match.end() + _NEAR]):
            yield match.span()
