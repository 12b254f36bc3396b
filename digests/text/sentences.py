"""Paragraphs and sentences of a text, by offset; the text is never changed."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from digests.models import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# A stop is tried once for each run of points, not once for each point: nothing else can follow from the others.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"”’»'‘“)\]]*+(?=\s)")
_OPENING = "\"“„«‘'([—–- \t\u00a0"

#: Words written with a point; whether one also ends a sentence shows in the next word.
_SHORTENED = frozenset(
    "mr mrs ms dr sen sens rep reps gov govs gen lt col maj capt cpl sgt pvt adm cmdr brig prof rev hon pres st mt ft "
    "fr sr jr vs v approx cf e.g i.e inc ltd co corp bros dept est etc al u.s u.k u.n e.u d.c u.s.a a.m p.m ph.d "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun".split()
)
_STARTERS = frozenset(
    "a after all an and another any as at both but by during each even every for from further he her here his how "
    "however i if in it its last many meanwhile more most my no not now of on one only or others our she since so some "
    "still such that the their then there these they this those though to two under until we what when where while who "
    "why with yet you".split()
)
_LAST_WORD = re.compile(r"[\w.&-]*\w(?=\.+\W*$)")
_WORD = re.compile(r"\w+")
_SPEAKER_FOLLOWS = re.compile(
    r"\s+(?:[A-Z]\S+\s+){1,4}(?:said|says|asked|asks|told|wrote|added|replied|stated|remarked|noted|tweeted|shouted|"
    r"exclaimed|declared|wondered|responded)\b"
)

#: The steps of reading ask for the spans of one text in turn; this spares all but the first the work.
cached_by_text = functools.lru_cache(maxsize=2)


@cached_by_text
def paragraphs(text: str) -> tuple[Span, ...]:
    """The lines of a text that hold something, without the white space around them."""
    return tuple(trimmed for line in _LINE.finditer(text) if (trimmed := trim(text, line.span()))[0] < trimmed[1])


@cached_by_text
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, each with its closing marks; none runs across a line break."""
    return tuple(sentence for paragraph in paragraphs(text) for sentence in _sentences_of(text, paragraph))


def trim(text: str, span: Span) -> Span:
    """A span without the white space at its ends; empty where it holds nothing else."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _sentences_of(text: str, paragraph: Span) -> Iterator[Span]:
    start, end = paragraph
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, start, stop, end):
            yield trim(text, (start, stop.end()))
            start = stop.end()
    if (rest := trim(text, (start, end)))[0] < rest[1]:
        yield rest


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    following = stop.end()
    while following < end and text[following] in _OPENING:
        following += 1
    if following == end:
        return True
    if text[following].islower():
        return False
    if text[stop.start()] != "." and stop.group()[-1] in "\"”’'":
        return _SPEAKER_FOLLOWS.match(text, stop.end(), end) is None
    return stop.group() != "." or not _is_shortened(text, start, stop.end(), following)


def _is_shortened(text: str, start: int, point: int, following: int) -> bool:
    """Whether the point belongs to an abbreviation or an initial rather than to a sentence's end."""
    found = _LAST_WORD.search(text, max(start, point - 20), point)
    if found is None:
        return False
    word = found.group().lower()
    if word in {"no", "nos"}:
        return text[following].isdigit()
    initial = len(word) == 1 and found.group().isupper() and word != "i"
    if not initial and word not in _SHORTENED and not re.fullmatch(r"(?:\w\.)+\w", word):
        return False
    after = _WORD.match(text, following)
    return after is None or after.group().lower() not in _STARTERS
