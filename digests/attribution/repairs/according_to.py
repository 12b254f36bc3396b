"""“According to X” where the tagger passes over it: the words are plain enough to be read by rule."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Spans, Uses, count_words, join
from digests.lexicon import Lexicon, either
from digests.models import Span

_CONFIDENCE = 0.7
_SHORTEST = 3  # words of a content
_LONGEST_SENTENCE = 2000  # characters; what is longer is no sentence
_LONGEST_JOINT = 20  # characters
_END = re.compile(r"[;—–]|[.!?…]*$")


class _Patterns(NamedTuple):
    phrase: re.Pattern[str]
    cue: re.Pattern[str]  #: what a cue of the kind begins with
    manner: re.Pattern[str]  #: the end of a source that is none
    clause: re.Pattern[str]  #: right before, where a clause begins
    joint: re.Pattern[str]  #: right before, the word that begins it
    coordinated: re.Pattern[str]  #: what begins another clause right after
    relative: re.Pattern[str]  #: before the last clause of a content that no comma ends: “…, which will sail in May”
    figure: re.Pattern[str]  #: a source that has taken what is counted: “the mayor, 33% of all the fuel”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, phrases = lexicon.grammar, lexicon.sources.according
    relatives = either(lexicon.reporting.subject_relatives, grammar.hanging_relatives)
    joints = (grammar.coordinators, grammar.reasons, grammar.settings, grammar.relative_adverbs, grammar.openers)
    return _Patterns(
        phrase=re.compile(
            rf"(?P<cue>\b(?:{either(phrases)}))\s+(?P<source>[^\s,.;:()“”\"][^,.;:()“”\"]{{1,100}})(?P<stop>[,.;]|$)",
            re.IGNORECASE,
        ),
        cue=re.compile(rf"(?:{either({phrase.split()[0] for phrase in phrases})})\b", re.IGNORECASE),
        manner=re.compile(rf"(?:{either(lexicon.sources.manners)})$", re.IGNORECASE),
        clause=re.compile(rf"(?:^|[;—–]|\b(?:{either(*joints, grammar.complementizers)}),?)\s*$", re.IGNORECASE),
        joint=re.compile(rf"\b(?:{either(*joints)}),?\s*$", re.IGNORECASE),
        coordinated=re.compile(rf"\s+(?:{either(grammar.coordinators)})\b"),
        relative=re.compile(rf",\s+(?=(?:{relatives})\s[^,;:]*$)"),
        figure=re.compile(rf"(?P<source>[^,]+),\s+(?P<rest>(?:\d[\d.,]*%?|{either(lexicon.numbers.units)})\s.+)"),
    )


def is_according(reading: Document, draft: Draft) -> bool:
    """Whether a draft's cue is “according to”."""
    return bool(draft.cue) and _patterns(reading.lexicon).cue.match(reading.text, *draft.cue[0]) is not None


def add_according(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Adds what stands in a sentence “according to” a source, where no draft uses those words yet."""
    patterns = _patterns(reading.lexicon)
    uses = Uses(drafts)
    additions: list[Draft] = []
    for match in patterns.phrase.finditer(reading.text):
        sentence = reading.sentences.at(match.start())
        if sentence is None or sentence[1] - sentence[0] > _LONGEST_SENTENCE or patterns.manner.search(match["source"]):
            continue
        if reading.quotations.at(match.start()) is not None or uses.over(match.span()):
            continue
        content = tuple(span for span in _content(reading, match, sentence) if not uses.over(span))
        if sum(count_words(reading.text, span) for span in content) >= _SHORTEST:
            additions.append(Draft((match.span("source"),), (match.span("cue"),), content, _CONFIDENCE))
    return [*drafts, *additions]


def drop_manner(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Drops “according to plan” and “according to age”: a bare noun says how something is done, not who says so."""
    return [draft for draft in drafts if not (is_according(reading, draft) and _is_manner(reading, draft))]


def _is_manner(reading: Document, draft: Draft) -> bool:
    manner = _patterns(reading.lexicon).manner
    return bool(draft.source) and all(manner.fullmatch(reading.text[slice(*span)]) for span in draft.source)


def part_joined(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Leaves to the narrator another clause: before “…, where, according to X, …”, after “…, according to X, but …”.

    Also what stands before “…, which will sail in May according to X”, and to the words a figure behind X.
    """
    return [
        _of_relative(reading, _with_figure(reading, _without_main_clause(reading, draft)))
        if is_according(reading, draft)
        else draft
        for draft in drafts
    ]


def _of_relative(reading: Document, draft: Draft) -> Draft:
    """A content ahead that is but its last clause, where no comma parts that from “according to”."""
    begin, end = draft.content[-1] if draft.content else (0, 0)
    if not 0 < end <= draft.cue[0][0] or reading.text[end : draft.cue[0][0]].strip():
        return draft
    relative = _patterns(reading.lexicon).relative.search(reading.text, begin, end)
    return draft if relative is None else draft.with_content([(relative.end(), end)])


def _with_figure(reading: Document, draft: Draft) -> Draft:
    """A content ahead with the figure that it goes on with behind its source: “sells, according to X, nine boats”."""
    if len(draft.source) != 1 or not draft.content or draft.content[-1][1] > draft.source[0][0]:
        return draft
    source = _patterns(reading.lexicon).figure.fullmatch(reading.text, *draft.source[0])
    if source is None:
        return draft
    return draft.with_source([source.span("source")]).with_content([*draft.content, source.span("rest")])


def _without_main_clause(reading: Document, draft: Draft) -> Draft:
    start = draft.cue[0][0]
    clause_after = [span for span in draft.content if span[0] > start]
    clause_before = [span for span in draft.content if span[1] <= start]
    if clause_before and any(_begins_clause(reading, span) for span in clause_after):
        return draft.with_content(clause_before)
    joint = _patterns(reading.lexicon).joint.search(reading.text[max(0, start - _LONGEST_JOINT) : start])
    return draft.with_content(clause_after) if clause_after and joint else draft


def _begins_clause(reading: Document, span: Span) -> bool:
    """Whether a fragment is a clause of its own: “but they left”."""
    words = reading.text[slice(*span)].split(" ")[:1]
    is_coordinated = bool(words) and words[0].lower() in reading.lexicon.grammar.coordinators
    return is_coordinated and reading.quotations.at(span[0]) is None


def _content(reading: Document, match: re.Match[str], sentence: Span) -> Spans:
    """The clause after “according to X,”; the one before where a sentence or clause ends there; else both."""
    text = reading.text
    start, end = sentence
    clause_before = start, match.start()
    stop = _END.search(text, match.end("source") + 1, end)
    clause_after = min(match.end("source") + 1, end), stop.start() if stop else end
    if _patterns(reading.lexicon).clause.search(text[start : match.start()]):
        return join(text, [clause_after])
    if match.group("stop") != "," or _patterns(reading.lexicon).coordinated.match(text, *clause_after):
        return join(text, [clause_before])
    return join(text, [clause_before, clause_after])
