"""Quoted sentences that no cue stands beside: they go to the name below them, or to whoever was speaking."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace

from digests.attribution.cue_kinds import reports
from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Spans, Uses, words_of
from digests.attribution.repairs.quotations import is_floating, is_left_open, is_speech
from digests.attribution.repairs.sources import can_speak
from digests.lexicon import Lexicon, either
from digests.models import Span
from digests.text.name_words import name_words, speaks_of

_CONFIDENCE = 0.7
_INTRODUCTION = re.compile(r"(?:.*,\s)?(?P<phrase>\w[\w .’'-]{1,120}:)")
_OPENING = re.compile(
    r"(?P<phrase>(?:[\w.’'-]+(?:\s[\w.’'-]+){0,8}|[^,:;“”\"]{2,60}(?:, [^,:;“”\"]{2,60}){1,2},)"
    r"\s[\w\s’'-]{2,40}:)\s*"
)
_LOWER_WORD = re.compile(r"(?<=\s)[a-z]+")


@functools.cache
def _signature(lexicon: Lexicon) -> re.Pattern[str]:
    name = rf"(?:(?:[A-Z][\w.'’-]*|{name_words(lexicon)})\s+){{0,6}}[A-Z][\w.'’-]*\w"
    return re.compile(rf"\s*(?P<cue>[—–―-]+)\s*(?P<source>{name}[^\n.!?]{{0,60}})\s*[.]?\s*$")


def free_running(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Takes from drafts the quotations of those who spoke before: a speaker named behind another sentence has not."""
    uses = Uses(drafts)
    return [free for draft in drafts if (free := _without_running(reading, draft, uses)).content]


def _without_running(reading: Document, draft: Draft, uses: Uses) -> Draft:
    """A draft less the quotations before its source that a sentence of the narrator's or a “Bo said:” parts from it."""
    if not draft.source or not draft.cue:
        return draft
    spans = sorted((span for span in draft.all_spans() if span not in draft.content), key=lambda span: span[0])
    content = list(draft.content)
    while len(content) > 1 and content[0][1] <= spans[0][0] and content[0] in reading.quotations.all:
        end = min(content[1][0], spans[0][0])
        is_parted = _is_parted(reading, content[0], end) or _goes_on(reading, content[0], spans[0], draft, uses)
        if not is_parted and _spoken_before(reading, content[0]) is None:
            break
        del content[0]
    return draft.with_content(content)


def _goes_on(reading: Document, quotation: Span, source: Span, draft: Draft, uses: Uses) -> bool:
    """Whether a quotation goes on that of the sentence before, and only the next sentence names a draft's speaker.

    “I won’t go,” Bo said. “I like it here.” Ek, who came on Monday, said it was late.
    """
    number = reading.sentences.number_at(quotation[0])
    if not number or reading.sentences.at(source[0]) == reading.sentences.at(quotation[1] - 1):
        return False
    previous = reading.sentences.all[number - 1]
    if reading.paragraphs.at(previous[0]) != reading.paragraphs.at(quotation[0]) or not is_speech(reading, quotation):
        return False
    others = (use.draft for use in uses.over(previous) if use.draft is not draft and use.draft.cue)
    speaking = (other for other in others if other.content and _is_speaker(reading, other.source))
    return any(reading.quotations.at(other.content[0][0]) is not None for other in speaking)


def _is_parted(reading: Document, quotation: Span, end: int) -> bool:
    """Whether the narrator has a whole sentence between a quotation and what follows of its draft."""
    sentences = reading.sentences.within((quotation[1], end))
    inner = (s for s in sentences if quotation[1] <= s[0] and s[1] <= end)
    return any(reading.quotations.at(start) is None for start, _ in inner)


def add_floating(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Adds the quoted sentences that are nobody's content yet; where no speaker is known they have no source."""
    uses = Uses(drafts)
    floating: list[Draft] = []
    for quotation in reading.quotations.all:
        if any(use.role == "content" for use in uses.over(quotation)):
            continue
        draft = _signed(reading, quotation) or _spoken_before(reading, quotation)
        if draft is None and is_floating(reading, quotation):
            draft = _introduced(reading, quotation) or Draft(_running(reading, quotation, uses, floating))
        if draft is not None:
            floating.append(replace(draft, content=(quotation,), confidence=_CONFIDENCE))
    return [*drafts, *_spoken_on(reading, uses, floating)]


def _spoken_on(reading: Document, uses: Uses, floating: Sequence[Draft]) -> list[Draft]:
    """Gives a quotation that its paragraph leaves open the speaker of the one that goes on below."""
    by_quotation = {draft.content[0]: draft for draft in floating}
    for quotation, draft in reversed(by_quotation.items()):
        number = reading.quotations.number_at(quotation[0])
        if draft.cue or number is None or not is_left_open(reading, quotation):
            continue
        next_quotation = next(iter(reading.quotations.all[number + 1 :]), None)
        if next_quotation is None:
            continue
        next_owners = [use.draft for use in uses.over(next_quotation) if use.role == "content"]
        owner = by_quotation.get(next_quotation) or next(iter(next_owners), None)
        if owner is not None and owner.source:
            by_quotation[quotation] = draft.with_source(owner.source)
    return list(by_quotation.values())


def _signed(reading: Document, quotation: Span) -> Draft | None:
    paragraph = reading.paragraphs.at(quotation[0])
    if paragraph is None or paragraph[0] != quotation[0]:
        return None
    return _draft(_signature(reading.lexicon).match(reading.text, quotation[1], paragraph[1]))


def _introduced(reading: Document, quotation: Span) -> Draft | None:
    """A paragraph such as “She added:” above a quotation."""
    number = reading.paragraphs.number_at(quotation[0])
    if not number or reading.paragraphs.all[number][0] != quotation[0]:
        return None
    return introduction(reading, number - 1)


def introduction(reading: Document, number: int) -> Draft | None:
    """The speaker and the verb of a paragraph that ends as “She added:” does."""
    start, end = reading.paragraphs.all[number]
    sentence = reading.sentences.at(end - 1) or (start, end)
    introduction = _INTRODUCTION.fullmatch(reading.text, *sentence)
    return _speaker_and_verb(reading, introduction.span("phrase")) if introduction is not None else None


def _spoken_before(reading: Document, quotation: Span) -> Draft | None:
    """The speaker and the verb right before a quotation in its sentence: “Ann Bo, 17, from Larn, said: “…””."""
    sentence = reading.sentences.at(quotation[0])
    if sentence is None or not is_speech(reading, quotation):
        return None
    opening = _OPENING.fullmatch(reading.text, sentence[0], quotation[0])
    return _speaker_and_verb(reading, opening.span("phrase")) if opening is not None else None


def _speaker_and_verb(reading: Document, phrase: Span) -> Draft | None:
    """The speaker and the first verb of saying of words that a colon ends."""
    begin, stop = phrase
    verbs = (verb for verb in _LOWER_WORD.finditer(reading.text, begin, stop) if reports(verb.group(), reading.lexicon))
    verb = next(verbs, None)
    if verb is None or not (name := reading.text[begin : verb.start()].strip(" ,")):
        return None
    if _unsaid(reading.lexicon).search(reading.text, begin, verb.start()):
        return None
    return Draft(((begin, begin + len(name)),), ((verb.start(), stop),))


@functools.cache
def _unsaid(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before a verb that tells of no saying: “The ministry did not say:”."""
    grammar, hedges = lexicon.grammar, lexicon.hedges
    denied = either(hedges.negations, hedges.near_negations, hedges.refusals, hedges.failures, grammar.modals)
    return re.compile(rf"\b(?:{denied})\b|(?:{either(hedges.negative_endings)})\b", re.IGNORECASE)


def _draft(match: re.Match[str] | None) -> Draft | None:
    return None if match is None else Draft((match.span("source"),), (match.span("cue"),))


def _running(reading: Document, quotation: Span, uses: Uses, floating: Sequence[Draft]) -> Spans:
    """The source of the sentence before, or of the last sentence of the paragraph before."""
    number = reading.sentences.number_at(quotation[0])
    if not number:
        return ()
    sentence_before = reading.sentences.all[number - 1]
    if sentence_before[0] < reading.entries.start(quotation[0]):
        return ()
    if floating and floating[-1].content[-1][1] == sentence_before[1]:
        return floating[-1].source
    speakers = [use.draft.source for use in uses.over(sentence_before) if _is_speaker(reading, use.draft.source)]
    is_about = speakers and speaks_of(reading.text[slice(*quotation)], words_of(reading.text, speakers[-1]))
    return speakers[-1] if speakers and not is_about else ()


def _is_speaker(reading: Document, source: Spans) -> bool:
    return bool(source) and can_speak(words_of(reading.text, source), reading.lexicon)
