"""Whether a line's words are its passage's words: a second reading that knows nothing of how the line was drawn.

Line and passage are read word by word. What the passage has and the line has not must be one of a closed list of
small insertions, or stand behind “…” at the border of a clause and take nothing back.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digests.actors import find_persons
from digests.lexicon import Lexicon, either
from digests.models import Article, Claim, Span
from digests.text.printable import printable
from digests.text.quotations import quotations

_TOKEN = re.compile(r"\[[^\]]*\]|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'‘-][^\W\d_]+)*|\.\.\.|[^\w\s]|\w")
_GOES_ON = re.compile(r"[^.!?\n]*\w")  #: words of the same sentence
_NEAR = 400  #: characters before a pronoun in which a name may stand
_INNER_MARKS = frozenset("'‘’‚`´")
_DOUBLE = frozenset('"“”„«»')
_DROPPED = frozenset(",.;:")
_STOPS = frozenset(".!?")
_BORDERS = frozenset({",", ";", ":", "–", "—", "-", ".", "!", "?", "--", "…", "..."})
_OPEN, _CLOSED, _JOINT, _CUT = "“", "”", "\0", "…"


class _Patterns(NamedTuple):
    lead: re.Pattern[str]
    measure: re.Pattern[str]
    day: re.Pattern[str]
    place: re.Pattern[str]
    taking_back: re.Pattern[str]
    clause: frozenset[str]
    pronouns: frozenset[str]
    owners: frozenset[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, hedges, lines = lexicon.grammar, lexicon.hedges, lexicon.lines
    days = either(day.capitalize() for day in lexicon.calendar.weekdays)
    undoing = either(hedges.conditions, hedges.concessions, hedges.untruths, hedges.failures, hedges.exceptions)
    have = either(grammar.have_finite - grammar.have_plural)
    return _Patterns(
        lead=re.compile(
            rf"[“”\"\s]*(?:(?:{either(grammar.complementizers, lines.leads)})\b[,:]?\s*)*(?:it (?:{have})\s)?",
            re.IGNORECASE,
        ),
        measure=re.compile(
            rf"\((?:(?:{either(lines.approximators)}) )?(?:\d[\d.,]*|{either(lexicon.numbers.units)})[\s-](?:{either(lines.converted_units)})\)"
        ),
        day=re.compile(rf",?\s*\bon (?:{days})\b(?: (?:{either(lines.times_of_day)}))?"),
        place=re.compile(
            rf",\s+(?:{either(grammar.articles)})\s+[^,;:.!?()“”\"]*(?:{either(lines.described_places)})\b[^,;:.!?()“”\"]*,?"
        ),
        taking_back=re.compile(rf"\b(?:{undoing})\b", re.IGNORECASE),
        clause=frozenset().union(
            grammar.coordinators,
            grammar.reasons,
            grammar.settings,
            grammar.openers,
            grammar.relative_adverbs,
            grammar.doubtful_reasons,
            lines.participles,
            {"so"},
        ),  # fmt: skip
        pronouns=grammar.third_subjects | grammar.plural_demonstratives | grammar.object_possessives,
        owners=grammar.third_possessives,
    )


class _Passage(NamedTuple):
    """The words that may be printed, each with its place in the article."""

    words: tuple[str, ...]
    places: tuple[int, ...]
    end: int  #: where they end in the article
    gaps: dict[int, tuple[int, ...]]  #: where something small may be left out, and where the words go on


def is_grounded(body: str, claim: Claim, article: Article, lexicon: Lexicon, *, own_verb: bool) -> bool:
    """Whether a line's words are what its passage says, no more, and nothing that matters less."""
    text = article.body
    shown = _shown(body)
    if shown is None or any(mark in body and mark not in text for mark in _INNER_MARKS):
        return False
    starts = [claim.attribution.content]
    if own_verb:
        end = claim.attribution.content[-1][1]
        first = claim.attribution.source[-1][1] if claim.attribution.source else claim.passage.start
        starts = [((at, end),) for at in _word_starts(text, first, claim.passage.start)]
    return any(
        _Alignment(shown, _passage(spans, text, lexicon), text, lexicon).holds(leading=not own_verb) for spans in starts
    )


def _word_starts(text: str, first: int, last: int) -> Iterator[int]:
    return (first + found.start() for found in re.finditer(r"\b\w", text[first:last]))


def _shown(body: str) -> tuple[str, ...] | None:
    """The words of a line, marks included; none where its quotation marks are not in pairs."""
    words = tuple(word for word in _TOKEN.findall(body) if word not in _INNER_MARKS)
    inside = False
    for word in words:
        if word in {_OPEN, _CLOSED}:
            if inside == (word == _OPEN):
                return None
            inside = word == _OPEN
        elif word == '"':
            return None
    return None if inside else tuple(_plain(word) for word in words)


def _plain(word: str) -> str:
    return "…" if word == "..." else word.replace("’", "'").replace("‘", "'")


def _passage(spans: Sequence[Span], text: str, lexicon: Lexicon) -> _Passage:
    words: list[str] = []
    places: list[int] = []
    quoted = quotations(text)
    for number, (start, end) in enumerate(spans):
        if number:
            words.append(_JOINT)
            places.append(start)
        for word, place in _with_marks(text, start, end, quoted):
            words.append(word)
            places.append(place)
    gaps: dict[int, list[int]] = {}
    for start, end in spans:
        for left, right in _insertions(text, start, end, _patterns(lexicon)):
            first = next((i for i, place in enumerate(places) if place >= left), len(places))
            last = next((i for i, place in enumerate(places) if place >= right), len(places))
            gaps.setdefault(first, []).append(last)
    return _Passage(tuple(words), tuple(places), spans[-1][1], {first: tuple(ends) for first, ends in gaps.items()})


def _with_marks(text: str, start: int, end: int, quoted: Sequence[Span]) -> Iterator[tuple[str, int]]:
    """The words of a stretch, with one kind of quotation marks whatever the article uses."""
    inside = any(opens <= start and end <= closes + 1 and start < closes for opens, closes in quoted)
    marks: dict[int, str] = {}
    for opens, closes in quoted:
        double = text[opens] in _DOUBLE or text.startswith("''", opens)
        if start <= opens < end and double and not inside:
            marks[opens], marks[min(closes, end) - 1] = _OPEN, _CLOSED
    if inside:
        yield _OPEN, start
    for found in _TOKEN.finditer(text, start, end):
        word, place = printable(found.group()), found.start()
        if unicodedata.category(found.group()[0]) == "Cf":
            continue
        if place in marks:
            yield marks[place], place
        elif word and word not in _INNER_MARKS | {'"', *_DOUBLE}:
            yield _plain(word), place
    if inside or any(opens < end < closes and opens >= start and opens in marks for opens, closes in quoted):
        yield _CLOSED, end


def _insertions(text: str, start: int, end: int, patterns: _Patterns) -> Iterator[Span]:
    for pattern in (patterns.measure, patterns.day, patterns.place):
        yield from (found.span() for found in pattern.finditer(text, start, end))
    lead = patterns.lead.match(text, start, end)
    if lead:
        for found in re.finditer(r"\s", lead.group()):
            yield start, start + found.end()


class _Alignment:
    """One line beside one passage."""

    def __init__(self, shown: Sequence[str], passage: _Passage, text: str, lexicon: Lexicon) -> None:
        self.shown, self.passage, self.text, self.lexicon = shown, passage, text, lexicon
        self.patterns = _patterns(lexicon)
        self._seen: set[tuple[int, int]] = set()

    def holds(self, *, leading: bool) -> bool:
        """Whether the line's words stand in the passage, in order, and nothing else may be missed."""
        ends = {0} | (self._sentence_starts() if leading and self.shown[:1] == (_CUT,) else set())
        todo = [self._resumed(0, at) if at else (0, 0) for at in ends]
        while todo:
            state = todo.pop()
            if state in self._seen:
                continue
            self._seen.add(state)
            if self._is_over(*state):
                return True
            todo.extend(self._next(*state))
        return False

    def _sentence_starts(self) -> set[int]:
        words = self.passage.words
        found = {
            i
            for i in range(1, len(words))
            if words[i - 1] in {*_STOPS, _JOINT} or (words[i - 1] == _CLOSED and words[i - 2] in _STOPS)
        }
        first = next((word for word in words if word != _OPEN), "")
        if first.lower() in self.lexicon.lines.openings:
            found |= {i + 1 for i, word in enumerate(words) if word == ","}
        return found

    def _is_over(self, i: int, j: int) -> bool:
        shown, words = self.shown, self.passage.words
        rest = tuple(word for word in words[j:] if word not in _DROPPED)
        if i == len(shown):
            return not rest or (rest == (_CLOSED,) and False)
        if shown[i:] == (_CUT,) and not self._inside(j):
            return self._may_end(j)
        return shown[i:] == (_CLOSED, _CUT) and self._inside(j) and self._may_end(j)

    def _inside(self, j: int) -> bool:
        words = self.passage.words[:j]
        return words.count(_OPEN) > words.count(_CLOSED)

    def _may_end(self, j: int) -> bool:
        """Whether what follows may go: from a clause's border on, where it takes nothing back."""
        words = self.passage.words
        if j >= len(words) or all(word in _DROPPED | {_CLOSED} for word in words[j:]):
            return _GOES_ON.match(self.text, self.passage.end) is not None
        before = words[j - 1] if j else ""
        whole = before in _STOPS or words[j] in _STOPS | {_JOINT} or (before == _CLOSED and words[j - 2] in _STOPS)
        if whole:
            return True
        if words[j] not in _BORDERS and words[j] not in self.patterns.clause and before not in _BORDERS:
            return False
        stop = next((i for i in range(j, len(words)) if words[i] in _STOPS), len(words) - 1)
        return not self.patterns.taking_back.search(self.text[self.passage.places[j] : self.passage.places[stop] + 1])

    def _next(self, i: int, j: int) -> Iterator[tuple[int, int]]:
        shown, words = self.shown, self.passage.words
        if j >= len(words):
            return
        for end in self.passage.gaps.get(j, ()):
            yield i, end
        if i >= len(shown):
            return
        if shown[i] == words[j]:
            yield i + 1, j + 1
        if words[j] == _JOINT:
            yield i, j + 1
            if shown[i] in {_CUT, ","}:
                yield i + 1, j + 1
        if words[j] in _DROPPED and self._may_drop(j):
            yield i, j + 1
        if shown[i] == _CUT and (j == 0 or words[j - 1] in _STOPS or words[j] == _JOINT or words[j - 1] == _CLOSED):
            yield from (self._resumed(i, k) for k in self._sentence_starts() if k > j)
        yield from self._rewritten(i, j)
        if shown[i].startswith("[") and self._names(shown[i], j):
            yield i + 1, j + 1

    def _resumed(self, i: int, k: int) -> tuple[int, int]:
        """Where a line goes on behind “…”: with a mark of its own where it is within a quotation."""
        return (i + 2, k) if self.shown[i + 1 : i + 2] == (_OPEN,) and self._inside(k) else (i + 1, k)

    def _may_drop(self, j: int) -> bool:
        words = self.passage.words
        return (
            j + 1 >= len(words)
            or (words[j + 1] in {_CLOSED, _JOINT, _OPEN} and words[j + 1] != _OPEN)
            or words[j + 1] == _JOINT
        )

    def _rewritten(self, i: int, j: int) -> Iterator[tuple[int, int]]:
        """The closed table of rewrites: measures, “as much as”, points of the compass."""
        shown, words, lines = self.shown, self.passage.words, self.lexicon.lines
        number = self.lexicon.numbers.units.get(words[j].lower())
        short = str(number) if number is not None else words[j] if words[j][0].isdigit() else None
        hyphen = 1 if words[j + 1 : j + 2] == ("-",) else 0
        for length in (1, 2):
            unit = lines.short_units.get(" ".join(words[j + 1 + hyphen : j + 1 + hyphen + length]))
            if short and unit and shown[i : i + 2] == (short, unit):
                yield i + 2, j + 1 + hyphen + length
        if (
            shown[i : i + 2] == ("up", "to")
            and words[j] == "as"
            and words[j + 1 : j + 2]
            and words[j + 1] in lines.amounts
        ):
            yield i + 2, j + 3
        point = words[j + 2] if len(words) > j + 3 else ""
        if words[j : j + 2] == ("to", "the") and point.lower() in lines.compass and words[j + 3] == "of":
            if shown[i : i + 1] == (lines.compass[point.lower()],):
                yield i + 1, j + 3

    def _names(self, bracket: str, j: int) -> bool:
        """Whether a name in brackets stands in the article before the pronoun whose place it takes."""
        word, name = self.passage.words[j].lower(), bracket.strip("[]")
        owned = re.fullmatch(r"(.+)'s?", _plain(name))
        if owned and word in self.patterns.owners:
            name = name[: len(owned[1])]
        elif owned or word not in self.patterns.pronouns:
            return False
        return self._is_only_person(name, word, self.passage.places[j])

    def _is_only_person(self, name: str, word: str, place: int) -> bool:
        """Whether a name is that of the only one near before a pronoun who may be meant."""
        near = [person for person in find_persons(self.text) if place - _NEAR <= person.start < place]
        gender = self.lexicon.grammar.genders.get(word)
        named = [self.text[person.start : person.end] for person in near if gender in {person.pronoun or gender, None}]
        if gender is None:
            return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self.text[max(0, place - _NEAR) : place]))
        return {name} == {" ".join(full.split()) for full in named}
