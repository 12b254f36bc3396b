"""Quotations of a text, in whatever marks it uses, by offset."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterable, Iterator, Sequence

from digests.lexicon import ENGLISH, either
from digests.models import Span
from digests.text.sentences import cached_by_text, paragraphs

_CLOSERS = {
    "“": '”"“', "”": "”", "„": '“”"', '"': '"”', "＂": "＂",
    "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』",
}  # fmt: skip
_LONGEST_QUOTATION = 2_500  #: characters; in what is longer a mark was left out
MARKED_WORDS = re.compile(r"[“\"][^”\"]{0,1500}[”\"]")  #: words between double marks of any kind
_OPENERS = frozenset('“„«"‹「『＂')
_EITHER = frozenset('"＂')  #: open or close, as the characters around them tell
_STOPS = frozenset(".!?…")
_INTRODUCED = re.compile(r"[:,]\s+$")
_ODD = frozenset("”»›")  #: open where none is open and a word begins: ”so”, »so«
_DOUBLED = {"''": '\0"', "``": "\0“"}  #: two single marks, an old way to type a double one
_INNER_LAST = re.compile(r"(?<=\S)'''(?!\w)")  #: one mark that closes, and then a doubled one
_DOUBLE_MARK = re.compile(r"[“”„«»\"‹›「」『』＂]")
_SINGLE_OPENING = re.compile(r"(?:(?<=[\s(\[{—–/“\"])|^)[‘'](?=[^\W\d_])", re.MULTILINE)
_SINGLE_CLOSING = {mark: re.compile(rf"(?<=\s){mark}(?=[^\W\d_])|{close}(?!\w)") for mark, close in ("‘’", "''")}
_BEFORE_OPENING = frozenset("([{—–-/:;,“\0")


@cached_by_text
def quotations(text: str) -> tuple[Span, ...]:
    """The quotations of a text, marks included, none across a line break and none inside another.

    A quotation left open runs to its paragraph's end where the next paragraph opens with a mark again, and to
    that mark where the two were run together; elsewhere a mark without a partner is none, nor is an apostrophe.
    """
    lines = paragraphs(text)
    canonical = _INNER_LAST.sub("'\0\"", text)
    for singles, mark in _DOUBLED.items():
        canonical = canonical.replace(singles, mark)
    spans: list[Span] = []
    for number, line in enumerate(lines):
        following = lines[number + 1][0] if number + 1 < len(lines) else len(text)
        opens_again = canonical[following : following + 2].lstrip("\0")[:1] in _OPENERS
        double = _outermost(
            _with_reopened(canonical, line, [*_double_quotations(canonical, line, reopened=opens_again)])
        )
        is_single = _SINGLE_OPENING.match(canonical, following) is not None and following < len(text)
        spans += _with_single(canonical, line, double, reopened=is_single)
    return tuple(
        (start - (text[max(0, start - 1) : start + 1] in _DOUBLED), end)
        for start, end in spans
        if end - start <= _LONGEST_QUOTATION
    )


def open_mark_before(text: str, place: int) -> int | None:
    """Where the mark before a place stands, in its line, if it opens words: no mark tells whether they have ended."""
    begin, stop = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    line = begin, len(text) if stop < 0 else stop
    marks = list(_DOUBLE_MARK.finditer(text, max(begin, place - _LONGEST_QUOTATION), place))
    is_open = bool(marks) and marks[-1].group() in _OPENERS and _may_open(text, line, marks[-1].start())
    return marks[-1].start() if is_open else None


def _double_quotations(text: str, line: Span, *, reopened: bool) -> Iterator[Span]:
    openings: list[int] = []
    for match in _DOUBLE_MARK.finditer(text, *line):
        place, mark = match.start(), match.group()
        opening = _opens(text, line, place, text[openings[-1]] if openings else "")
        if openings and mark in _CLOSERS[text[openings[-1]]] and (not opening or mark in _EITHER):
            start = openings.pop()
            if not opening:
                yield start, place + 1
                continue
        if opening:
            openings.append(place)
        elif any(mark in _CLOSERS[text[start]] for start in openings[-2:]):
            openings.pop()
            yield openings.pop(), place + 1
    if openings and reopened and openings[-1] + 1 < line[1]:
        yield openings[-1], line[1]


def _with_reopened(text: str, line: Span, spans: Sequence[Span]) -> list[Span]:
    """The quotations of a line, and before one those whose paragraphs were run together with its own.

    Each paragraph of such words opens with a mark, and only the last one closes: “She said: “We won. “We go on.”
    """
    marks = [match.start() for match in _DOUBLE_MARK.finditer(text, *line)]
    paired = {place for start, end in spans for place in (start, end - 1)}
    earlier: list[Span] = []
    for start, end in spans:
        if not _ends_words(text, line, end):
            continue
        chain, next_mark = list[Span](), start
        for number in range(bisect.bisect_left(marks, start) - 1, -1, -1):
            place, words = marks[number], text[marks[number] : next_mark].rstrip()
            if place in paired or not _may_open(text, line, place) or not _is_paragraph(words):
                break
            chain.append((place, place + len(words)))
            next_mark = place
        if chain and (next_mark == line[0] or _INTRODUCED.search(text, max(line[0], next_mark - 9), next_mark)):
            earlier += chain
    return [*spans, *earlier]


def _is_paragraph(words: str) -> bool:
    """Whether words behind an opening mark end as a sentence does, and nobody is named who says them."""
    return words[-1] in _STOPS and _teller().search(words) is None


@functools.cache
def _teller() -> re.Pattern[str]:
    """Within words, who says them, which shows that they have ended before: “We go, Vell said.”."""
    verbs = either(ENGLISH.verbs.saying)
    return re.compile(rf",\s+(?:(?:[\w.’'-]+\s+){{1,4}}?(?:{verbs})[.,]|(?:{verbs})\s+[A-Z])")


def _ends_words(text: str, line: Span, end: int) -> bool:
    """Whether a quotation ends as a sentence does, and nobody is named behind it: “We go on.” The firm …."""
    following = text[end : line[1]].lstrip()[:1]
    return text[end - 2] in _STOPS and not following.islower()


def _opens(text: str, line: Span, place: int, open_mark: str) -> bool:
    """Whether a mark opens a quotation, given the mark of the one that is open, if any."""
    mark = text[place]
    if mark in _EITHER:
        return _may_open(text, line, place) or (not open_mark and _stands_apart(text, line, place))
    if mark in _ODD:
        return not open_mark and _may_open(text, line, place)
    closing = mark in _CLOSERS.get(open_mark, "") and not _may_open(text, line, place)
    return mark in _OPENERS and not closing


def _may_open(text: str, line: Span, place: int) -> bool:
    if place + 1 >= line[1] or text[place + 1].isspace():
        return False
    return place == line[0] or text[place - 1].isspace() or text[place - 1] in _BEFORE_OPENING


def _stands_apart(text: str, line: Span, place: int) -> bool:
    """Whether a mark with none open before it stands between a stop and a capital: “It froze. " So it was”."""
    head, tail = text[line[0] : place].rstrip("\0"), text[place + 1 : line[1]]
    is_apart = tail[:1].isspace() and (not head or head[-1].isspace())
    return is_apart and head.rstrip()[-1:] in {"", *_STOPS} and tail.lstrip()[:1].isupper()


def _outermost(spans: Iterable[Span]) -> list[Span]:
    outermost: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not outermost or span[0] >= outermost[-1][1]:
            outermost.append(span)
    return outermost


def _with_single(text: str, line: Span, double: Sequence[Span], *, reopened: bool) -> Iterator[Span]:
    """The quotations in double marks, and between them those in single marks."""
    begin = line[0]
    for span in (*double, (line[1], line[1])):
        yield from _single_quotations(text, (begin, span[0]), reopened=reopened and span[0] == line[1])
        if span[0] < span[1]:
            yield span
        begin = span[1]


def _single_quotations(text: str, stretch: Span, *, reopened: bool) -> Iterator[Span]:
    place, end = stretch
    while opening := _SINGLE_OPENING.search(text, place, end):
        closing = _close_nested(text, opening.start(), end) or _close_single(text, opening.start(), end)
        if not closing and reopened:
            closing = end
        if closing:
            yield opening.start(), closing
        place = closing or opening.end()


def _close_nested(text: str, start: int, end: int) -> int:
    """The end of a line in single marks with others in it: “'He says 'no' to all.'”, be both closed by one mark."""
    line_end = end - len(text[start:end]) + len(text[start:end].rstrip())
    is_line = text[start - 1 : start] in {"", "\n"} and text[line_end : line_end + 1] in {"", "\n"}
    marks = list(_SINGLE_CLOSING[text[start]].finditer(text, start + 2, end)) if is_line else []
    if not marks or marks[-1].end() != line_end:
        return 0
    depth = 1
    for match in marks[:-1]:
        previous = text[match.start() - 1]
        if previous.isspace():
            depth += 1
        elif previous in _STOPS or previous == "," or (previous.isalnum() and previous != "s"):
            depth -= 1
        if not depth:
            return 0
    return line_end if len(marks) > 1 else 0


def _close_single(text: str, start: int, end: int) -> int:
    """The end of a quotation in single marks: after a stop or comma if any such mark is there, else after a word."""
    after_word = 0
    for match in _SINGLE_CLOSING[text[start]].finditer(text, start + 2, min(end, start + _LONGEST_QUOTATION)):
        previous = text[match.start() - 1]
        if previous.isspace():
            break
        if previous in ".,!?…":
            return match.end()
        if not after_word and previous.isalnum() and previous != "s":
            after_word = match.end()
    return after_word
