"""Whether a line's words are its passage's words: a second reading that knows nothing of how the line was drawn.

Line and passage are read word by word. What the passage has and the line has not must be one of a closed list of
small insertions, or stand behind “…” at the border of a clause and take nothing back.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.checks.bracketed_names import names_pronoun
from digests.lines.checks.passage_words import CLOSED, INNER_MARKS, JOINT, OPEN, TOKEN, Passage, passage_of, plain
from digests.models import Article, Claim

_GOES_ON = re.compile(r"[^.!?\n]*\w")  #: words of the same sentence
_BRACKET = re.compile(r"\[[^\]]*\]")
_DROPPED = frozenset(",.;:")
_STOPS = frozenset(".!?")
_BORDERS = frozenset({",", ";", ":", "–", "—", "-", ".", "!", "?", "--", "…", "..."})
_CUT = "…"


class _Patterns(NamedTuple):
    taking_back: re.Pattern[str]
    turning: re.Pattern[str]  #: what begins words that speak against those before, and only go on with no other saying
    clause: frozenset[str]  #: words with which a clause begins
    foreseen: re.Pattern[str]  #: that words tell of what is to be
    first_then: re.Pattern[str]  #: what begins what must come first


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, hedges = lexicon.grammar, lexicon.hedges
    exceptions = hedges.exceptions - grammar.coordinators
    says_on = either(lexicon.turns.saying_on, lexicon.reporting.judging, hedges.refusals)
    undoing = either(
        hedges.conditions, hedges.concessions, hedges.untruths, hedges.failures, exceptions,
        lexicon.frames.conditions - hedges.obligations,
    )  # fmt: skip
    groups = (
        grammar.coordinators, grammar.reasons, grammar.settings, grammar.openers, grammar.relative_adverbs,
        grammar.doubtful_reasons, lexicon.lines.participles, grammar.continuing,
    )  # fmt: skip
    return _Patterns(
        taking_back=re.compile(rf"\b(?:{undoing})\b", re.IGNORECASE),
        turning=re.compile(
            rf"\W*(?:{either(lexicon.turns.turning)})\b(?!\s+(?:\w+\s+)?(?:{says_on})\b)", re.IGNORECASE
        ),
        clause=frozenset[str]().union(*groups),
        foreseen=re.compile(rf"\b(?:{either(grammar.modals)})\b"),
        first_then=re.compile(rf"[\s,]*(?:{either(_first_then(lexicon))})\b"),
    )


def _first_then(lexicon: Lexicon) -> frozenset[str]:
    """What begins that which must come first, of what may only tell when: “following a withdrawal”."""
    calendar, grammar = lexicon.calendar, lexicon.grammar
    return (calendar.beside_events & calendar.elsewhere) - grammar.settings - grammar.reasons


def is_grounded(body: str, claim: Claim, article: Article, lexicon: Lexicon, *, own_verb: bool) -> bool:
    """Whether a line's words are what its passage says, no more, and nothing that matters less."""
    text, content = article.body, claim.attribution.content
    words, unbracketed = _line_words(body), _BRACKET.sub("", body)
    if words is None or any(mark in unbracketed and mark not in text for mark in INNER_MARKS):
        return False
    if not own_verb:
        return _Alignment(words, passage_of(content, text, lexicon), text, lexicon).holds(leading=True)
    first = claim.attribution.source[-1][1] if claim.attribution.source else claim.passage.start
    begins = (first + word.start() for word in re.finditer(r"\b\w", text[first : claim.passage.start]))
    passages = (passage_of(((begin, content[-1][1]),), text, lexicon) for begin in begins)
    return any(_Alignment(words, passage, text, lexicon).holds(leading=False) for passage in passages)


def _line_words(body: str) -> tuple[str, ...] | None:
    """The words of a line, marks included; none where its quotation marks are not in pairs."""
    words = tuple(word for word in TOKEN.findall(body) if word not in INNER_MARKS)
    marks = [word for word in words if word in {OPEN, CLOSED}]
    if '"' in words or len(marks) % 2 or marks != [OPEN, CLOSED] * (len(marks) // 2):
        return None
    return tuple(plain(word) for word in words)


class _Alignment:
    """One line beside one passage."""

    def __init__(self, line: Sequence[str], passage: Passage, text: str, lexicon: Lexicon) -> None:
        self.line, self.passage, self.text, self.lexicon = line, passage, text, lexicon
        self.patterns = _patterns(lexicon)
        self._seen: set[tuple[int, int]] = set()

    def holds(self, *, leading: bool) -> bool:
        """Whether the line's words stand in the passage, in order, and nothing else may be missed."""
        ends = {0} | (self._sentence_starts() if leading and self.line[:1] == (_CUT,) else set())
        todo = [self._resumed(0, begin) if begin else (0, 0) for begin in ends]
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
        starts = {
            i
            for i in range(1, len(words))
            if words[i - 1] in {*_STOPS, JOINT} or (words[i - 1] == CLOSED and words[i - 2] in _STOPS)
        }
        first = next((word for word in words if word != OPEN), "")
        if first.lower() in self.lexicon.lines.openings:
            starts |= {i + 1 for i, word in enumerate(words) if word == ","}
        return starts

    def _is_over(self, i: int, j: int) -> bool:
        if i == len(self.line):
            return all(word in _DROPPED for word in self.passage.words[j:])
        ahead = self.line[i : i + 3]
        if ahead == (_CUT,) and not self._inside(j):
            return self._may_end(j)
        return ahead == (CLOSED, _CUT) and self._inside(j) and self._may_end(j)

    def _inside(self, j: int) -> bool:
        words = self.passage.words[:j]
        return words.count(OPEN) > words.count(CLOSED)

    def _may_end(self, j: int) -> bool:
        """Whether what follows may go: from a clause's border on, where it takes nothing back."""
        words = self.passage.words
        if j >= len(words) or all(word in _DROPPED | {CLOSED} for word in words[j:]):
            return _GOES_ON.match(self.text, self.passage.end) is not None
        previous = words[j - 1] if j else ""
        whole = previous in _STOPS or words[j] in _STOPS | {JOINT} or (previous == CLOSED and words[j - 2] in _STOPS)
        turns = self.patterns.turning.match(self.text, self.passage.places[j]) is not None
        if whole or (turns and self._inside(j)):
            return not turns
        if words[j] not in _BORDERS and words[j] not in self.patterns.clause and previous not in _BORDERS:
            return False
        stop = next((i for i in range(j, len(words)) if words[i] in _STOPS), len(words) - 1)
        left_out = self.text[self.passage.places[j] : self.passage.places[stop] + 1]
        if self.patterns.foreseen.search(" ".join(words[:j])) and self.patterns.first_then.match(left_out):
            return False  # “would leave …” of “would leave following a withdrawal”
        return not self.patterns.taking_back.search(left_out)

    def _next(self, i: int, j: int) -> Iterator[tuple[int, int]]:
        """The states that may follow one: `i` words of the line are read, and `j` of the passage."""
        if j >= len(self.passage.words):
            return
        yield from ((i, end) for end in self.passage.gaps.get(j, ()))
        if i < len(self.line):
            if self.line[i] == _CUT and j in self.passage.asides and not self._inside(j):
                yield i + 1, self.passage.asides[j]
            yield from self._same(i, j)
            yield from self._resumes(i, j)
            yield from self._rewritten(i, j)

    def _same(self, i: int, j: int) -> Iterator[tuple[int, int]]:
        line_word, word = self.line[i], self.passage.words[j]
        if line_word == word or (line_word.startswith("[") and self._is_named(line_word, j)):
            yield i + 1, j + 1
        if word == JOINT or (word in _DROPPED and self._may_drop(j)):
            yield i, j + 1
        if word == JOINT and line_word in {_CUT, ","}:
            yield i + 1, j + 1
        if word == JOINT and line_word == ":" and self.text[: self.passage.places[j]].rstrip().endswith(":"):
            yield i + 1, j + 1

    def _is_named(self, bracket: str, j: int) -> bool:
        return names_pronoun(bracket, self.passage.words[j].lower(), self.text, self.passage.places[j], self.lexicon)

    def _resumes(self, i: int, j: int) -> Iterator[tuple[int, int]]:
        """Behind “…” a line goes on with a later sentence."""
        words = self.passage.words
        border = j == 0 or words[j - 1] in {*_STOPS, CLOSED} or words[j] == JOINT
        if self.line[i] == _CUT and border:
            yield from (self._resumed(i, k) for k in self._sentence_starts() if k > j)

    def _resumed(self, i: int, k: int) -> tuple[int, int]:
        """Where a line goes on behind “…”: with a mark of its own where it is within a quotation."""
        return (i + 2, k) if self.line[i + 1 : i + 2] == (OPEN,) and self._inside(k) else (i + 1, k)

    def _may_drop(self, j: int) -> bool:
        return self.passage.words[j + 1 : j + 2] in {(), (CLOSED,), (JOINT,)}

    def _rewritten(self, i: int, j: int) -> Iterator[tuple[int, int]]:
        """The closed table of rewrites: measures, “as much as”, points of the compass."""
        line, words, lines = self.line, self.passage.words, self.lexicon.lines
        yield from self._measures(i, j)
        if words[j] == "as" and line[i : i + 2] == ("up", "to") and lines.amounts.issuperset(words[j + 1 : j + 2]):
            is_past = not self.lexicon.calendar.ago.isdisjoint(words[j + 3 : j + 6])  # “as many as 20 years ago”
            if not is_past and "as" not in words[j + 4 : j + 8]:  # “as many as 20 tanks as Alto's”
                yield i + 2, j + 3
        point = words[j + 2 : j + 3]
        is_direction = words[j : j + 2] == ("to", "the") and words[j + 3 : j + 4] == ("of",)
        if is_direction and line[i] == lines.compass.get(point[0].lower()):
            yield i + 1, j + 3

    def _is_second(self, j: int) -> bool:
        """Whether a number stands behind another and “to”, “or” or “and”."""
        grammar, ahead = self.lexicon.grammar, self.passage.words[j - 2 : j] if j > 1 else ()
        if not ahead or ahead[1] not in grammar.choosing | grammar.infinitive_markers:
            return False
        return ahead[0][0].isdigit() or ahead[0].lower() in self.lexicon.numbers.units

    def _measures(self, i: int, j: int) -> Iterator[tuple[int, int]]:
        words, word = self.passage.words, self.passage.words[j]
        number = self.lexicon.numbers.units.get(word.lower())
        if number is not None and self._is_second(j):
            return  # “three to four miles”
        short = str(number) if number is not None else word if word[0].isdigit() else None
        if short is None:
            return
        first = j + 1 + (words[j + 1 : j + 2] == ("-",))
        for last in (first + 1, first + 2):
            unit = self.lexicon.lines.short_units.get(" ".join(words[first:last]))
            if unit and self.line[i : i + 2] == (short, unit):
                yield i + 2, last
