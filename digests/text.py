"""Looking at text without changing it: folding for look-ups, paragraphs, sentences and quotations by offset."""

from __future__ import annotations

import bisect
import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from digests.models import Span

#: Russian and Ukrainian letters as news English writes them (after BGN/PCGN), folded to plain ASCII.
_CYRILLIC = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
        "a b v g g d e ye yo zh z i i i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".split(),
        strict=True,
    )
)
_FOLD = str.maketrans({letter: latin.replace("_", "") for letter, latin in _CYRILLIC.items()})
_APOSTROPHES = re.compile(r"[’‘ʼʹ'`´]")
_GAPS = re.compile(r"[\W_]+")


@functools.lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Fold a name for look-up: lower case, Latin letters without marks, single spaces, no punctuation.

    Offsets do not survive folding, so it is for keys alone.
    """
    text = _APOSTROPHES.sub("", name.casefold()).translate(_FOLD)
    if text.isascii():
        return _GAPS.sub(" ", text).strip()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _GAPS.sub(" ", plain).strip()


# --- paragraphs and sentences ---------------------------------------------------------------------------------

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STOP = re.compile(r"[.!?…]+[\"”’»'‘“)\]]*(?=\s)")
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
_of_the_text_at_hand = functools.lru_cache(maxsize=2)


@_of_the_text_at_hand
def paragraphs(text: str) -> tuple[Span, ...]:
    """The lines of a text that hold something, without the white space around them."""
    return tuple(trimmed for line in _LINE.finditer(text) if (trimmed := trim(text, line.span()))[0] < trimmed[1])


@_of_the_text_at_hand
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


# --- quotations -----------------------------------------------------------------------------------------------

_CLOSERS = {
    "“": '”"“', "”": "”", "„": '“”"', '"': '"”', "＂": "＂",
    "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』",
}  # fmt: skip
_LONGEST_QUOTATION = 2_500  #: characters; in what is longer a mark was left out
_OPENERS = frozenset('“„«"‹「『＂')
_EITHER = frozenset('"＂')  #: open or close, as the characters around them tell
_ODD = frozenset("”»›")  #: open where none is open and a word begins: ”so”, »so«
_DOUBLED = {"''": '\0"', "``": "\0“"}  #: two single marks, an old way to type a double one
_DOUBLE_MARK = re.compile(r"[“”„«»\"‹›「」『』＂]")
_SINGLE_OPENING = re.compile(r"(?:(?<=[\s(\[{—–/“\"])|^)[‘'](?=[^\W\d_])", re.MULTILINE)
_SINGLE_CLOSING = {mark: re.compile(rf"(?<=\s){mark}(?=[^\W\d_])|{close}(?!\w)") for mark, close in ("‘’", "''")}
_BEFORE_OPENING = frozenset("([{—–-/:;,“\0")


@_of_the_text_at_hand
def quotations(text: str) -> tuple[Span, ...]:
    """The quotations of a text, marks included, none across a line break and none inside another.

    A quotation left open runs to its paragraph's end where the next paragraph opens with a mark again;
    elsewhere a mark without a partner is no quotation, nor is an apostrophe.
    """
    lines = paragraphs(text)
    marked = text
    for typed, mark in _DOUBLED.items():
        marked = marked.replace(typed, mark)
    found: list[Span] = []
    for number, line in enumerate(lines):
        following = lines[number + 1][0] if number + 1 < len(lines) else len(text)
        reopened = marked[following : following + 2].lstrip("\0")[:1] in _OPENERS
        double = _outermost(_double_quotations(marked, line, reopened=reopened))
        found += _with_single(marked, line, double)
    return tuple(
        (start - (text[max(0, start - 1) : start + 1] in _DOUBLED), end)
        for start, end in found
        if end - start <= _LONGEST_QUOTATION
    )


def _double_quotations(text: str, line: Span, *, reopened: bool) -> Iterator[Span]:
    opened: list[int] = []
    for match in _DOUBLE_MARK.finditer(text, *line):
        place, mark = match.start(), match.group()
        opening = _opens(text, line, place, text[opened[-1]] if opened else "")
        if opened and mark in _CLOSERS[text[opened[-1]]] and (not opening or mark in _EITHER):
            start = opened.pop()
            if not opening:
                yield start, place + 1
                continue
        if opening:
            opened.append(place)
        elif any(mark in _CLOSERS[text[start]] for start in opened[-2:]):
            opened.pop()
            yield opened.pop(), place + 1
    if opened and reopened and opened[-1] + 1 < line[1]:
        yield opened[-1], line[1]


def _opens(text: str, line: Span, place: int, open_mark: str) -> bool:
    """Whether a mark opens a quotation, given the mark of the one that is open, if any."""
    mark = text[place]
    if mark in _EITHER:
        return _may_open(text, line, place)
    if mark in _ODD:
        return not open_mark and _may_open(text, line, place)
    closing = mark in _CLOSERS.get(open_mark, "") and not _may_open(text, line, place)
    return mark in _OPENERS and not closing


def _may_open(text: str, line: Span, place: int) -> bool:
    if place + 1 >= line[1] or text[place + 1].isspace():
        return False
    return place == line[0] or text[place - 1].isspace() or text[place - 1] in _BEFORE_OPENING


def _outermost(spans: Iterable[Span]) -> list[Span]:
    outermost: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not outermost or span[0] >= outermost[-1][1]:
            outermost.append(span)
    return outermost


def _with_single(text: str, line: Span, double: Sequence[Span]) -> Iterator[Span]:
    """The quotations in double marks, and between them those in single marks."""
    begin = line[0]
    for span in (*double, (line[1], line[1])):
        yield from _single_quotations(text, (begin, span[0]))
        if span[0] < span[1]:
            yield span
        begin = span[1]


def _single_quotations(text: str, between: Span) -> Iterator[Span]:
    place, end = between
    while opening := _SINGLE_OPENING.search(text, place, end):
        closing = _close_single(text, opening.start(), end)
        if closing:
            yield opening.start(), closing
        place = closing or opening.end()


def _close_single(text: str, start: int, end: int) -> int:
    """The end of a quotation in single marks: after a stop or comma if any such mark is there, else after a word."""
    after_word = 0
    for match in _SINGLE_CLOSING[text[start]].finditer(text, start + 2, end):
        before = text[match.start() - 1]
        if before.isspace():
            break
        if before in ".,!?…":
            return match.end()
        if not after_word and before.isalnum() and before != "s":
            after_word = match.end()
    return after_word


def index_holding(spans: Sequence[Span], offset: int) -> int:
    """The index of the last span that begins at or before an offset; 0 where none does."""
    return max(0, bisect.bisect_right(spans, offset, key=lambda span: span[0]) - 1)


def span_holding(spans: Sequence[Span], offset: int) -> Span:
    """The last span that begins at or before an offset; just that character where there are no spans."""
    return spans[index_holding(spans, offset)] if spans else (offset, offset + 1)
