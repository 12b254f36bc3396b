"""How a text is laid out: its sentences, quotations and labels, and what stands as a subject."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Attribution, Span
from digests.text.entries import Entries
from digests.text.name_words import UPPER
from digests.text.quotations import quotations
from digests.text.sentences import paragraphs, sentences
from digests.text.spans import SpanIndex, index_holding, spans_until

_STOPS = ".!?…:;,”\"’'"
_SUBJECT_FOLLOWS = re.compile(r",|\s+\(?[a-z]")
_SENTENCE_END = re.compile(r"[a-z][.!?][”\"]?\s+[A-Z“\"]")
_MOST_ENDS = 2  #: ends of sentences within a heading or a caption; more stand in a report whose last stop is lost
_FEW = 2  #: words before a sentence's subject
_SHORTEST = 3  #: letters, more of which stand in a role than in “Mr” and “Sen”


class _Patterns(NamedTuple):
    going_on: re.Pattern[str]  #: “It ” as the subject of a sentence
    fronted: re.Pattern[str]  #: “At 40, ” before a subject
    preposition: re.Pattern[str]  #: “For ”
    subordinate: re.Pattern[str]  #: what begins a sentence with a clause that is not its main one
    clause: re.Pattern[str]  #: before the subject of a clause
    verb: re.Pattern[str]  #: after it
    apposition: re.Pattern[str]  #: “A former teacher, ”, “The mayor of Bergen, ” before the name of who is one
    question: re.Pattern[str]  #: “Asked whether Ann Bo would go, ” before the subject, who is not Ann Bo
    question_before: re.Pattern[str]  #: the same where a subject and its verb are seen to follow
    caption: re.Pattern[str]  #: “Photo: ”
    credit: re.Pattern[str]  #: “Olav Munk/Getty Images.”, behind which a picture's caption may stand
    participle: re.Pattern[str]  #: “Running against Ann Bo last year, ” before a subject who is not Ann Bo


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, hedges = lexicon.grammar, lexicon.hedges
    prepositions = either(grammar.prepositions, grammar.longer_prepositions, grammar.comparing)
    addressed = rf"(?i:(?:(?:{either(grammar.settings)})\s)?(?:{either(lexicon.verbs.addressed)}))"
    roles = either(word for word in lexicon.persons.occupations.union(lexicon.persons.titles) if len(word) > _SHORTEST)
    question = rf"{addressed}\s[^“”\"]+,\s"
    opening = (grammar.settings, grammar.reasons, hedges.conditions, hedges.concessions)
    return _Patterns(
        going_on=re.compile(rf"(?:{either(grammar.neuter_pronouns - grammar.third_possessives)})\s", re.IGNORECASE),
        fronted=re.compile(rf"(?:{prepositions})\s[^,“”\"]{{1,40}},\s(?:[a-z][\w-]*\s)?", re.IGNORECASE),
        preposition=re.compile(rf"(?:{prepositions})\s+", re.IGNORECASE),
        subordinate=re.compile(
            rf"(?:\w+\s(?=(?:{either(grammar.doubtful_reasons)})\b))?(?:{either(*opening, grammar.comparing)})\b",
            re.IGNORECASE,
        ),
        clause=re.compile(
            rf"\b(?:{either(grammar.complementizers, grammar.relative_pronouns, grammar.relative_adverbs)}|"
            rf"{either(grammar.coordinators, grammar.reasons, grammar.settings)})\s+$"
        ),
        question=re.compile(question),
        caption=re.compile(rf"\W*(?:{either(lexicon.boilerplate.labels)})\s*[:|]", re.IGNORECASE),
        credit=re.compile(rf"[A-Z][^\n]{{1,60}}(?:/|\s)(?:{either(lexicon.boilerplate.credits)})\W*"),
        apposition=re.compile(
            rf"(?i:{either(grammar.indefinite_articles)})\s[^,“”\"]{{1,60}},\s"
            rf"|(?:(?i:{either(grammar.definite_articles, grammar.third_possessives)})|{UPPER}[^,“”\"]{{1,40}}[’'‘]s?)"
            rf"\s(?:[\w-]+\s){{0,5}}?(?:{roles})\b[^,“”\"]{{0,60}},\s"
            rf"(?:(?:{either(grammar.coordinators)})\s[^,“”\"]{{2,80}},\s)?"
        ),
        question_before=re.compile(rf"{question}(?=(?:{UPPER}[\w.’'-]*\s){{0,3}}[\w’'-]+\s[a-z])"),
        participle=re.compile(rf"[A-Z][a-z]+(?:{either(lexicon.descriptions.acting_endings)})\s[^.!?“”\"]+,\s"),
        verb=re.compile(rf"\s+(?!(?:{either(grammar.coordinators, grammar.prepositions)})\b)[a-z]"),
    )


class Layout:
    """The parts of one text by place."""

    def __init__(self, text: str, attributions: Sequence[Attribution], lexicon: Lexicon) -> None:
        self._text = text
        self._patterns = _patterns(lexicon)
        self.sentences = sentences(text, lexicon)
        self.quotations = SpanIndex(quotations(text))
        self._paragraphs = paragraphs(text)
        self.entries = Entries(text, self._paragraphs)
        captions = frozenset(self._captions())
        labels = [span for span in self._paragraphs if span in captions or self._is_beside(span)]
        self._labels = SpanIndex(labels)
        self._contents = sorted(span for attribution in attributions for span in attribution.content)

    def _is_beside(self, paragraph: Span) -> bool:
        """Whether a paragraph is none of the article's own: a line that no stop ends, or marked as a picture's."""
        is_caption = self._patterns.caption.match(self._text, *paragraph) is not None
        if is_caption or self._text[paragraph[1] - 1] in _STOPS:
            return is_caption
        return len(_SENTENCE_END.findall(self._text, *paragraph)) <= _MOST_ENDS

    def _captions(self) -> Iterator[Span]:
        """The paragraphs of one sentence behind a picture's credit, which quote nobody."""
        for credit, following in pairwise(self._paragraphs):
            if self._patterns.credit.fullmatch(self._text, *credit) and self._is_caption(following):
                yield following

    def _is_caption(self, paragraph: Span) -> bool:
        is_one = self.sentence(paragraph[0])[1] >= paragraph[1]
        return is_one and not any(True for _ in self.quotations.within(paragraph))

    def number_of(self, place: int) -> int:
        """The number of the sentence that holds a place."""
        return index_holding(self.sentences, place)

    def sentence(self, place: int, back: int = 0) -> Span:
        """The sentence that holds a place, from the start of the one `back` before it."""
        spans = spans_until(self.sentences, place, back)
        return spans[0][0], spans[-1][1]

    def sentences_between(self, start: int, end: int) -> int:
        """How many sentences of the narrator begin between two places."""
        first, last = self.number_of(start) + 1, self.number_of(end)
        return sum(self.is_told(self.sentences[n][0]) for n in range(first, last + 1))

    def paragraphs_between(self, start: int, end: int) -> int:
        """How many paragraphs begin between two places, headings left out."""
        first, last = (index_holding(self._paragraphs, place) for place in (start, end))
        return sum(not self.is_label(self._paragraphs[n][0]) for n in range(first + 1, last + 1))

    def ends_quotation(self, place: int) -> bool:
        """Whether a quotation of the same sentence stands before a place: “…,” he said."""
        return any(True for _ in self.quotations.within((self.sentence(place)[0], place)))

    def is_told(self, place: int) -> bool:
        """Whether the narrator has the word, in a sentence."""
        return self.quotations.at(place) is None and not self.is_label(place)

    def is_said(self, place: int) -> bool:
        """Whether a place lies in what somebody says, quoted or not."""
        number = bisect_right(self._contents, (place, len(self._text))) - 1
        is_inside = number >= 0 and self._contents[number][0] <= place < self._contents[number][1]
        return is_inside or self.quotations.at(place) is not None

    def is_label(self, place: int) -> bool:
        """Whether a place lies in a line that no stop ends: a heading, a caption, a link."""
        return self._labels.at(place) is not None

    def goes_on(self, start: int) -> bool:
        """Whether a sentence goes on about a body or thing that was named before: it begins with “it”."""
        return self._patterns.going_on.match(self._text, start) is not None

    def is_subject(self, start: int, end: int) -> bool:
        """Whether words are the subject of their sentence."""
        begin = self.sentence(start)[0]
        opening = self._text[begin : max(start, begin)]
        fronted = (self._patterns.fronted, self._patterns.question, self._patterns.apposition)
        opens = len(opening.split()) <= _FEW or any(pattern.fullmatch(opening) for pattern in fronted)
        follows = _SUBJECT_FOLLOWS.match(self._text, end) is not None
        return opens and follows and not self.is_fronted(start)

    def is_fronted(self, start: int) -> bool:
        """Whether words stand right after a preposition that begins their sentence."""
        begin = self.sentence(start)[0]
        return self._patterns.preposition.fullmatch(self._text, begin, max(start, begin)) is not None

    def is_subordinate(self, start: int) -> bool:
        """Whether words stand in a clause that begins their sentence and is not its main one."""
        begin, end = self.sentence(start)
        opens = self._patterns.subordinate.match(self._text, begin, end) is not None
        return opens and "," not in self._text[begin:start]

    def opens_sentence(self, start: int, place: int) -> bool:
        """Whether words stand in a participle's phrase that opens the sentence whose subject a place is."""
        begin = self.sentence(place)[0]
        phrase = self._patterns.participle.match(self._text, begin, max(place, begin))
        return phrase is not None and begin <= start < phrase.end() == place

    def is_asked(self, start: int) -> bool:
        """Whether words stand in the question that opens their sentence: “Asked whether Ann Bo would go, …”."""
        begin, end = self.sentence(start)
        question = self._patterns.question_before.match(self._text, begin, end)
        return question is not None and begin <= start < question.end()

    def is_clause_subject(self, start: int, end: int) -> bool:
        """Whether words are the subject of a clause within their sentence."""
        clause_start = self._patterns.clause.search(self._text, max(0, start - 20), start)
        return clause_start is not None and self._patterns.verb.match(self._text, end) is not None
