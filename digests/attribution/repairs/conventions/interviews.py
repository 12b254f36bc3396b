"""Interviews in questions and answers: what answers is the one whom the text has asked, where it names but one."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from digests.actors import find_persons
from digests.actors.runs import find_runs
from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Spans, Uses, count_words, join, words_of
from digests.lexicon import Lexicon, either
from digests.models import Span

_CONFIDENCE: Final = 0.7
_FEWEST: Final = 3  #: questions without a label that show that a text is an interview
_LONGEST_QUESTION: Final = 60  #: words
_SHORTEST: Final = 3  #: words of an answer
_FULL: Final = (2, 3)  #: words of a full name
_QUOTES: Final = re.compile(r"[“”\"«»]")


class _Patterns(NamedTuple):
    question: re.Pattern[str]  #: “Q: ” before a paragraph
    answer: re.Pattern[str]  #: “A: ”
    asking: re.Pattern[str]  #: “spoke with”
    visiting: re.Pattern[str]  #: “She spoke to our reporter ” before the names of those who ask
    speaking: re.Pattern[str]  #: “I”, “we”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, sources = lexicon.grammar, lexicon.sources
    pronouns = (grammar.speaking_subjects | grammar.speaking_possessives) - lexicon.pointing.listener
    return _Patterns(
        question=re.compile(rf"(?:{either(sources.question_labels)})[:.]\s+"),
        answer=re.compile(rf"(?:{either(sources.answer_labels)})(?P<cue>[:.])\s+"),
        asking=re.compile(rf"\b(?:{either(sources.interviewing)})\b", re.IGNORECASE),
        visiting=re.compile(
            rf"\b(?:{either(grammar.genders.keys() & grammar.third_subjects)})\s(?:{either(sources.visiting)})\s"
            rf"(?:{either(grammar.prepositions)})\s",
            re.IGNORECASE,
        ),
        speaking=re.compile(rf"\b(?:{either(pronouns)})\b"),
    )


class _Answer(NamedTuple):
    """A paragraph of what is answered."""

    content: Span
    cue: Spans = ()


def add_answers(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives the answers of an interview to the one whom it asks, and its questions to nobody."""
    labelled = list(_labelled(reading))
    questions, answers = _parted(labelled) if labelled else _unlabelled(reading)
    if not questions or not answers:
        return list(drafts)
    interviewee = _interviewee(reading, [*questions, *(answer.content for answer in answers)])
    if interviewee is None:
        return list(drafts)  # a writer may ask and answer
    others = [draft for draft in drafts if not _is_interview(reading, draft, questions, answers)]
    uses = Uses(others)
    return [*others, *(d for answer in answers if (d := _draft(reading, answer, interviewee, uses)) is not None)]


def _labelled(reading: Document) -> Iterator[tuple[Span, re.Match[str] | None]]:
    """The paragraphs of a labelled interview from its first question on, each with the label of an answer."""
    patterns, text, is_open = _patterns(reading.lexicon), reading.text, False
    for start, end in reading.paragraphs.all:
        if patterns.question.match(text, start, end):
            is_open = True
            yield (start, end), None
        elif is_open and (label := patterns.answer.match(text, start, end)):
            yield (label.end(), end), label


def _parted(labelled: Sequence[tuple[Span, re.Match[str] | None]]) -> tuple[list[Span], list[_Answer]]:
    questions = [span for span, label in labelled if label is None]
    return questions, [_Answer(span, (label.span("cue"),)) for span, label in labelled if label is not None]


def _unlabelled(reading: Document) -> tuple[list[Span], list[_Answer]]:
    """The questions that stand as paragraphs alone, and the paragraphs between them, if most of those say “I”."""
    text, lines = reading.text, reading.paragraphs.all
    places = [n for n, line in enumerate(lines) if _is_question(text, line)]
    if len(places) < _FEWEST:
        return [], []
    speaking = _patterns(reading.lexicon).speaking
    following = dict(zip(places, [*places[1:], places[-1] + 2], strict=True))
    groups = [lines[place + 1 : end] for place, end in following.items()]
    speakers = sum(any(speaking.search(text, *line) for line in group) for group in groups)
    if speakers * 2 < len(groups) or not all(groups):
        return [], []
    return [lines[place] for place in places], [_Answer(line) for group in groups for line in group]


def _is_question(text: str, line: Span) -> bool:
    words = text[slice(*line)]
    return words.endswith("?") and not _QUOTES.search(words) and len(words.split()) <= _LONGEST_QUESTION


def _interviewee(reading: Document, turns: Sequence[Span]) -> Span | None:
    """The name of the only person whom the text beside the turns names, or says to have been asked."""
    first, last, patterns = min(turns)[0], max(turns)[1], _patterns(reading.lexicon)
    names = [(span, name) for span, name in _names(reading) if not first <= span[0] < last]
    names = [n for n in names if not patterns.visiting.search(reading.text, *_before(reading, n[0]))]
    asking = patterns.asking
    in_asking = [n for n in names if asking.search(reading.text, *(reading.sentences.at(n[0][0]) or (0, 0)))]
    for people in (names, in_asking):
        if people and len({name for _, name in people}) == 1:
            return people[0][0]
    return None


def _before(reading: Document, name: Span) -> Span:
    """What stands before a name in its sentence."""
    return (reading.sentences.at(name[0]) or name)[0], name[0]


def _names(reading: Document) -> list[tuple[Span, str]]:
    """The full names of a text: persons', and what only has the shape of one."""
    persons = {p.start: ((p.start, p.end), p.name) for p in find_persons(reading.text, reading.lexicon) if not p.bare}
    words = reading.lexicon.persons
    for run in find_runs(reading.text, reading.lexicon):
        lower = [word.lower() for word in run.words]
        if len(lower) in _FULL and words.place_or_body.isdisjoint(lower) and words.titles.keys().isdisjoint(lower):
            persons.setdefault(run.start, ((run.start, run.end), " ".join(run.words)))
    return [persons[start] for start in sorted(persons)]


def _is_interview(reading: Document, draft: Draft, questions: Sequence[Span], answers: Sequence[_Answer]) -> bool:
    """Whether a draft lies in a question, or gives what is answered to “we” or to nobody."""
    places = [start for start, _ in draft.content]
    if any(start <= place < end for start, end in questions for place in places):
        return True
    source = words_of(reading.text, draft.source).lower()
    is_own = not draft.source or source in reading.lexicon.grammar.first_person
    return is_own and any(a.content[0] <= place < a.content[1] for a in answers for place in places)


def _draft(reading: Document, answer: _Answer, source: Span, uses: Uses) -> Draft | None:
    """An answer's sentences in which nobody else speaks."""
    begin, stop = answer.content
    sentences = ((max(s, begin), min(e, stop)) for s, e in reading.sentences.within(answer.content))
    spans = [sentence for sentence in sentences if not uses.over(sentence)]
    content = join(reading.text, spans)
    if sum(count_words(reading.text, span) for span in content) < _SHORTEST:
        return None
    return Draft((source,), answer.cue, content, _CONFIDENCE)
