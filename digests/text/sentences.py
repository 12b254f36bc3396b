"""Paragraphs and sentences of a text, by offset; the text is never changed."""

from __future__ import annotations

import functools
import heapq
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digests.lexicon import ENGLISH, Lexicon, either
from digests.models import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# A stop is tried once for each run of points, not once for each point: nothing else can follow from the others.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"”’»'‘“)\]]*+(?=\s)|(?<=[a-z][a-z])\.(?=[A-Z])")
_LONGEST_SENTENCE = (
    2_500  #: characters; what is longer is no prose, and what reads a sentence may look at all of it often
)
_OPENING = "\"“„«‘'([—–- \t\u00a0"

_UNENDED = ",$€£%’'"  #: marks with which a line may end within a sentence
_CURRENCIES = "$€£¥"
_LONGEST_PARAGRAPH = 5_000  #: characters up to which wrapped lines are joined
_WRAPPED = 40  #: characters that a wrapped line has at least
_SHORT = 20  #: the same of one that ends with a word that no sentence ends with
_FULL = 60  #: the same of a line that fills its column
_OFTEN, _SHARE = 3, 0.1  #: how often, and in which share of its lines, a text that fits a column is broken
_LABEL = re.compile(
    r"(?:[^\W\d_][\w’'-]*\s+){0,3}[^\W\d_][\w’'-]*\s*:\s|[a-z]{1,2}[.)]\s|\w+[/@.]\w+\S*$|https?:|www\."
)

_LAST_WORD = re.compile(r"[\w.&-]*\w(?=\.+\W*$)")
_WORD = re.compile(r"\w+")
_LAST_TWO = 40  #: characters that hold the last two words before a place


class _Words(NamedTuple):
    """What tells the end of a sentence in a language."""

    shortened: frozenset[str]  #: words written with a point; whether one ends a sentence shows in the next word
    numbering: frozenset[str]
    open_end: re.Pattern[str]  #: a small word at a line's end, which goes on in the next
    hours: frozenset[str]  #: what stands behind an hour with a point, which may end a sentence too
    predicate: re.Pattern[str]  #: a word with a verb behind it, as a sentence begins
    starters: frozenset[str]
    speaker_follows: re.Pattern[str]  #: “…!” Ann Bo said
    lost_stop: re.Pattern[
        str
    ]  #: what may part two sentences without a stop: “at the pier The quay”, “the pierThe quay”
    unending: frozenset[str]  #: words that a sentence goes on behind, with a capital or not
    hanging: re.Pattern[str]  #: an ending of such words: “playing”, “wasn't”
    infinitives: frozenset[str]  #: before a verb that a sentence goes on behind: “to imitate”


@functools.cache
def _words(lexicon: Lexicon) -> _Words:
    calendar, texts, grammar = lexicon.calendar, lexicon.texts, lexicon.grammar
    small = (grammar.articles, grammar.possessives, grammar.prepositions, grammar.coordinators)
    joining = (grammar.complementizers, grammar.relative_pronouns, grammar.finite_auxiliaries, lexicon.verbs.saying)
    hedges, frames, forms = lexicon.hedges, lexicon.frames, lexicon.reporting.reporting
    opening = (grammar.settings, grammar.reasons, grammar.relative_adverbs, frames.past_times, hedges.conditions)
    doubting = (hedges.concessions, hedges.negations, frames.unreal, frames.unproven, grammar.measuring)
    excluding = (hedges.restrictions, hedges.exceptions, grammar.question_adverbs, frames.conditions)
    ruling = (grammar.modals, forms.finite, forms.gerunds, lexicon.verbs.wishing)
    titles = (lexicon.narration.titling, lexicon.verbs.naming)
    speakers = {word.lower() for word in grammar.speaking_subjects}
    starters = either(word.capitalize() for word in texts.sentence_starters - speakers)
    subjects = grammar.definite_articles | grammar.third_subjects | grammar.demonstratives  # no “In” of “LinkedIn”
    glued_starters = either(word.capitalize() for word in subjects)
    return _Words(
        shortened=texts.abbreviations.union(calendar.month_shorts, calendar.weekday_shorts),
        numbering=texts.numbering,
        open_end=re.compile(rf"\s(?:{either(*small)})$"),
        hours=texts.hours,
        predicate=re.compile(rf"[A-Z][\w’'-]*\s+(?:{either(grammar.finite_auxiliaries)})\b"),
        starters=texts.sentence_starters,
        speaker_follows=re.compile(rf"\s+(?:[A-Z]\S+\s+){{1,4}}(?:{either(lexicon.verbs.saying)})\b"),
        lost_stop=re.compile(
            rf"(?<=[a-z])[ \u00a0]{{1,2}}(?=[A-Z])(?=(?:{starters}) [a-z])"
            rf"|(?<=[a-z][a-z])(?=(?:{glued_starters}) [a-z])"
        ),
        unending=texts.stop_words.union(*small, *joining, *opening, *doubting, *excluding, *ruling, *titles),
        hanging=re.compile(rf"(?:ing|{either(hedges.negative_endings)})$"),
        infinitives=grammar.infinitive_markers,
    )


#: The steps of reading ask for the spans of one text in turn, and the lines of an answer for those of its articles;
#: this spares all but the first the work.
cached_by_text = functools.lru_cache(maxsize=64)


@cached_by_text
def paragraphs(text: str) -> tuple[Span, ...]:
    """The lines of a text that hold something, without the white space around them; wrapped lines are one."""
    lines = [trimmed for line in _LINE.finditer(text) if (trimmed := trim(text, line.span()))[0] < trimmed[1]]
    return tuple(_unwrapped(text, lines, fits_column=_fits_column(text, lines)))


def _fits_column(text: str, lines: Sequence[Span]) -> bool:
    """Whether a text was broken to fit a column: again and again a long line ends inside a sentence."""
    breaks = sum(
        end - start >= _FULL and text[next_start].islower() and _is_unended(text, end)
        for (start, end), (next_start, _) in itertools.pairwise(lines)
    )
    return breaks >= _OFTEN and breaks >= _SHARE * len(lines)


def _is_unended(text: str, end: int) -> bool:
    return text[end - 1].isalnum() or text[end - 1] in _UNENDED


def _unwrapped(text: str, lines: Sequence[Span], *, fits_column: bool) -> Iterator[Span]:
    """Lines, each with those behind it that go on with its sentence though there is a line's end between them."""
    start = end = -1
    for line in lines:
        if start >= 0 and _goes_on(text, (start, end), line, fits_column=fits_column):
            end = line[1]
            continue
        if start >= 0:
            yield start, end
        start, end = line
    if start >= 0:
        yield start, end


def _goes_on(text: str, paragraph: Span, line: Span, *, fits_column: bool) -> bool:
    """Whether a line begins within a sentence: in lower case or with an amount, right under one without an end.

    Behind a line that was seen to be wrapped it may begin with any word, and so it may where all of the text was broken
    to fit a column.
    """
    start, end = paragraph
    if text.count("\n", end, line[0]) != 1 or not _is_unended(text, end):
        return False
    first, last_line = text[line[0]], text[max(start, text.rfind("\n", start, end) + 1) : end]
    if (len(last_line) < _FULL and _LABEL.match(last_line)) or _LABEL.match(text, *line):
        return False
    if end - start > _LONGEST_PARAGRAPH or last_line.isupper() or text.find(" ", start, end) < 0:
        return False
    is_wrapped = (len(last_line) < end - start and len(last_line) >= _WRAPPED) or (
        fits_column and len(last_line) >= _FULL
    )
    if first.isalpha() and len(last_line) >= _SHORT and _words(ENGLISH).open_end.search(last_line[-_SHORT:]):
        return True
    return first.islower() or first in _CURRENCIES or (first.isalpha() and (is_wrapped or text[end - 1] == ","))


def sentences(text: str, lexicon: Lexicon = ENGLISH) -> tuple[Span, ...]:
    """The sentences of a text, each with its closing marks; none runs over a paragraph's end."""
    return _sentences(text, lexicon)


@cached_by_text
def _sentences(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    words = _words(lexicon)
    return tuple(sentence for paragraph in paragraphs(text) for sentence in _sentences_of(text, paragraph, words))


def trim(text: str, span: Span) -> Span:
    """A span without the white space at its ends; empty where it holds nothing else."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _sentences_of(text: str, paragraph: Span, words: _Words) -> Iterator[Span]:
    start, end = paragraph
    lost_stops = words.lost_stop.finditer(text, start, end)
    for stop in heapq.merge(_STOP.finditer(text, start, end), lost_stops, key=re.Match[str].end):
        is_end = _lost_its_stop if stop.re is words.lost_stop else _ends_sentence
        if is_end(text, start, stop, end, words):
            yield from _readable(text, trim(text, (start, stop.end())))
            start = stop.end()
    yield from _readable(text, trim(text, (start, end)))


def _readable(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence, or, where it has no end for too long, its parts."""
    start, end = sentence
    while end - start > _LONGEST_SENTENCE:
        blank = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = blank if blank > 0 else start + _LONGEST_SENTENCE
        if (part := trim(text, (start, cut)))[0] < part[1]:
            yield part
        start = cut
    if (rest := trim(text, (start, end)))[0] < rest[1]:
        yield rest


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int, words: _Words) -> bool:
    following = stop.end()
    if text[following].isupper():  # “said.The river”: the space was lost
        word = _WORD.match(text, following)
        return word is not None and word.group().lower() in words.starters and text[word.end() : word.end() + 1] == " "
    while following < end and text[following] in _OPENING:
        following += 1
    if following == end:
        return True
    if text[following].islower():
        return False
    if text[stop.start()] != "." and stop.group()[-1] in "\"”’'":
        return words.speaker_follows.match(text, stop.end(), end) is None
    return stop.group() != "." or not _is_shortened(text, start, stop.end(), following, words)


def _lost_its_stop(text: str, start: int, stop: re.Match[str], _end: int, words: _Words) -> bool:
    """Whether a sentence ends though it has no stop: “at the pier The quay was”, unlike “her novel is The sea”."""
    previous, _, word = " ".join(text[max(start, stop.start() - _LAST_TWO) : stop.start()].split()[-2:]).rpartition(" ")
    if not word.islower() or not words.unending.isdisjoint({word, f"{previous.lower()} {word}"}):
        return False
    return words.hanging.search(word) is None and previous not in words.infinitives


def _is_shortened(text: str, start: int, point: int, following: int, words: _Words) -> bool:
    """Whether the point belongs to an abbreviation or an initial rather than to a sentence's end."""
    last_word = _LAST_WORD.search(text, max(start, point - 20), point)
    if last_word is None:
        return False
    word = last_word.group().lower().rpartition("-")[2]  # “then-Sen.”
    if word in words.numbering:
        return text[following].isdigit()
    initial = len(word) == 1 and last_word.group().isupper() and word != "i"
    if not initial and word not in words.shortened and not re.fullmatch(r"(?:\w\.)+\w", word):
        return False
    if word in words.hours and words.predicate.match(text, following):
        return False  # “It closed at 5 p.m. Turnout was low.”
    next_word = _WORD.match(text, following)
    return next_word is None or next_word.group().lower() not in words.starters
