"""“The ministry put the toll at 40”, “monitors counted 40”: a figure somebody gives, which the tagger passes over."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Uses, without
from digests.lexicon import Lexicon, either
from digests.models import Span
from digests.text.number_openings import number_bounds, number_opening
from digests.text.sentences import trim

_CONFIDENCE = 0.7
_LONGEST_SENTENCE = 2000  # characters; what is longer is no sentence
_OPENING = 40  # characters within which a number that somebody counted begins
_WORD = r"\w[\w’'‘.&\-]*"
_SOURCE = rf"{_WORD}(?:\s+{_WORD}){{0,10}}?(?:,\s[^,;.]{{2,100}},)?"


class _Patterns(NamedTuple):
    figure: re.Pattern[str]
    tally: re.Pattern[str]  #: “monitors counted 40 breaches”
    counters: re.Pattern[str]  #: those who count for others: several, or a body
    going_on: re.Pattern[str]  #: behind a speaker, another figure of theirs: “, and nearly 40 are shut”
    number: re.Pattern[str]
    rest: re.Pattern[str]  #: what no longer belongs to the figure
    cue: re.Pattern[str]
    at_number: re.Pattern[str]
    contrast: re.Pattern[str]  #: what sets a clause against the one before it


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, verbs, clauses = lexicon.grammar, lexicon.verbs, lexicon.clauses
    number = number_opening(lexicon)
    bounds = rf"(?:{number_bounds(lexicon)}|{either(lexicon.numbers.between_bounds)})"
    at_number = rf"(?:{either(verbs.putting_at)})\s+(?:{bounds}\s+){{0,3}}{number}"
    helpers = either(grammar.have_finite, lexicon.persons.before_verbs)
    opening = rf"(?:^|[;:—–]\s+|,?\s+(?:{either(grammar.coordinators, grammar.settings)})\s+)(?P<source>{_SOURCE})\s+"
    bodies = either(lexicon.descriptions.bodies, lexicon.claimants.plurals, lexicon.claimants.collectives)
    no_second = rf"(?!.*\b(?:{either(lexicon.reporting.judging)})\b)"
    return _Patterns(
        tally=re.compile(
            rf"{opening}(?P<cue>(?:(?:{helpers})\s+)?(?:{either(verbs.counting)}))\s+"
            rf"(?P<content>(?:{bounds}\s+){{0,3}}{number}(?:\S*[\w%])?)"
        ),
        counters=re.compile(rf"\b(?:{bodies}|\w+[^\Ws]s)$", re.IGNORECASE),
        going_on=re.compile(
            rf",?\s+(?P<more>(?:{either(grammar.coordinators - lexicon.hedges.exceptions)})\s+{no_second}"
            rf"(?:{bounds}\s+){{0,3}}{number}[^,;:“”\"\n]{{8,120}}?)\.?$"
        ),
        number=re.compile(rf"(?:^|\s){number}"),
        figure=re.compile(
            rf"{opening}(?P<cue>(?:(?:{helpers})\s+)?(?:{either(verbs.putting)}))\s+"
            rf"(?P<content>[^.;:“”\"]{{2,100}}?\s+{at_number}(?:\S*[\w%])?)"
        ),
        rest=re.compile(rf"[;:—–]|,\s|\s(?:{either(clauses.splits)})\s+(?!{number})|[.!?…]+[”\"’']?$"),
        cue=re.compile(rf"\b(?:{either(verbs.putting, verbs.putting_participles)})\b", re.IGNORECASE),
        at_number=re.compile(rf"\b{at_number}", re.IGNORECASE),
        contrast=re.compile(rf"[;—–]|,?\s+(?:{either(grammar.coordinators - grammar.continuing, grammar.settings)})\s"),
    )


def add_putting(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Adds the figures that a sentence has somebody “put” at a number, where no draft uses those words yet."""
    patterns = _patterns(reading.lexicon)
    figures = list(_figures(reading))
    drafts = [_without_rival(reading, draft, figures) for draft in drafts]
    uses = Uses(drafts)
    additions: list[Draft] = []
    for sentence, match in figures:
        source, cue, content = (_moved(match.span(role), sentence[0]) for role in ("source", "cue", "content"))
        rest = patterns.rest.search(reading.text, content[1], sentence[1])
        content = trim(reading.text, (content[0], rest.start() if rest else sentence[1]))
        if reading.quotations.at(cue[0]) is None and not uses.over(cue) and not uses.over(content):
            additions.append(Draft((trim(reading.text, source),), (cue,), (content,), _CONFIDENCE))
    return [*drafts, *additions]


def _figures(reading: Document) -> Iterator[tuple[Span, re.Match[str]]]:
    """The sentences in which somebody puts something at a number, each with the words for it."""
    patterns, mute = _patterns(reading.lexicon), _mute(reading.lexicon)
    for sentence in reading.sentences.all:
        if sentence[1] - sentence[0] > _LONGEST_SENTENCE:
            continue
        words = reading.text[slice(*sentence)]
        match = patterns.figure.search(words) if patterns.cue.search(words) else None
        match = match or _counted(words, reading.lexicon)
        if match is not None and match["source"].split()[-1].lower() not in mute:
            yield sentence, match


def _counted(words: str, lexicon: Lexicon) -> re.Match[str] | None:
    """What several, or a body, are told to have counted."""
    if lexicon.verbs.counting.isdisjoint(words.split()):
        return None
    patterns = _patterns(lexicon)
    match = patterns.tally.search(words)
    return match if match is not None and patterns.counters.search(match["source"].split(",")[0]) else None


def go_on_counting(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Adds to a figure before its speaker the one behind: “40 roads are shut, the board said, and 12 are flooded”."""
    uses = Uses(drafts)
    return [_with_second_figure(reading, draft, uses) for draft in drafts]


def _with_second_figure(reading: Document, draft: Draft, uses: Uses) -> Draft:
    if len(draft.content) != 1 or not draft.source or not draft.cue:
        return draft
    (start, end), (first, last) = draft.content[0], (draft.source[0][0], max(draft.source[-1][1], draft.cue[-1][1]))
    sentence, patterns = reading.sentences.at(first), _patterns(reading.lexicon)
    if end > min(first, draft.cue[0][0]) or sentence is None or start < sentence[0]:
        return draft
    second = patterns.going_on.match(reading.text, last, sentence[1])
    if second is None or uses.over(second.span("more")) or not patterns.number.search(reading.text, start, end):
        return draft
    return draft.with_content([(start, end), trim(reading.text, second.span("more"))])


def _without_rival(reading: Document, draft: Draft, figures: Sequence[tuple[Span, re.Match[str]]]) -> Draft:
    """A draft less the clause that sets another's figure against it: “…; police put the toll at 40”."""
    for (start, end), match in figures:
        clause = start + match.start(), end
        is_within = any(first < clause[0] < last and start <= first for first, last in draft.content)
        joint = match[0][: match.start("source") - match.start()]
        if (
            is_within
            and draft.cue
            and draft.cue[-1][1] <= clause[0]
            and _patterns(reading.lexicon).contrast.match(joint)
        ):
            draft = draft.with_content(without(draft.content, clause))
    return draft


@functools.cache
def _mute(lexicon: Lexicon) -> frozenset[str]:
    """Words that stand where a subject does and name nobody."""
    return lexicon.grammar.relative_pronouns | lexicon.grammar.demonstratives | lexicon.sources.mute


def puts_figure(cue: str, content: str, lexicon: Lexicon) -> bool:
    """Whether a cue and its content put something at a number."""
    patterns = _patterns(lexicon)
    return patterns.cue.search(cue) is not None and patterns.at_number.search(content) is not None


def counts(cue: str, content: str, lexicon: Lexicon) -> bool:
    """Whether a cue and its content give a number that somebody counted."""
    is_count = cue.lower().endswith(tuple(lexicon.verbs.counting))
    return is_count and _patterns(lexicon).number.search(content[:_OPENING]) is not None


def _moved(span: Span, distance: int) -> Span:
    return span[0] + distance, span[1] + distance
