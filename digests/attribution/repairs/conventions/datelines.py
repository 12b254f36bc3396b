"""Datelines, which tell where an article was written and are nobody's words: “LARN, May 5 — …”."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from digests.attribution.document import Document
from digests.attribution.drafts import Draft
from digests.lexicon import Lexicon, either
from digests.models import Span
from digests.text.dashes import DASH
from digests.text.datelines import behind_dateline

#: “TELL ARRA, Oct. 15 —” before an article's first words.
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’\-]{2,60}(?:,?\s+\w{3,9}\.?\s+\d{1,2})?\s*(?:\([^)\n]{2,40}\)\s*)?(?:[—–]|\s-\s|--)"
)
#: “SEOUL North Korea …”, “MADAYA, Syria An aid convoy …”, where a text begins with it
_BARE_TOWN = re.compile(r"(?P<town>[A-Z]{4,})(?:,(?:\s[A-Z][a-z]+\.?){1,2})?\s+(?=[A-Z](?:[a-z]|\s[a-z]))")
_TOWN = re.compile(r"\s*(?P<town>[A-Z][\w’'-]+(?:[ ,][A-Z ][\w’'-]*){0,4})\s+[—–]\s+[A-Z][\w’'-]*\s")


def drop_datelines(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Drops drafts whose cue is a word of a dateline, such as the “TELL” of a town, or whose source is that town.

    No other source has a dateline in it, nor a byline or what else stands in a paragraph before its own.
    """
    drafts = [draft for draft in drafts if not any(_in_dateline(reading, span) for span in draft.cue)]
    drafts = [draft for draft in drafts if not any(_is_town(reading, span) for span in draft.source)]
    return [
        draft.with_source(without_dateline(reading, _in_one_paragraph(reading, span)) for span in draft.source)
        for draft in drafts
    ]


def _in_one_paragraph(reading: Document, span: Span) -> Span:
    paragraph = reading.paragraphs.at(span[1] - 1)
    return (max(span[0], paragraph[0]), span[1]) if paragraph is not None else span


def without_dateline(reading: Document, span: Span) -> Span:
    """A span without the dateline that its paragraph begins with, or its sentence behind a headline."""
    start, end = span
    paragraph = reading.paragraphs.at(start)
    if paragraph is None:
        return span
    begin = behind_dateline(reading.text, *paragraph) or _behind_bare_town(reading)
    if begin <= start and paragraph == reading.paragraphs.all[0]:
        begin = _behind_headline(reading, start)
    return (begin, end) if start < begin < end else span


def _behind_headline(reading: Document, start: int) -> int:
    """Where a sentence begins behind a dateline that a headline stands before: “Fire in Larn. LARN - A fire …”.

    A second dash ends what stands in the sentence, and the first one is no dateline's: “NATO - an ally - left”.
    """
    sentence = reading.sentences.at(start)
    if sentence is None or sentence[0] != start:
        return start
    begin = behind_dateline(reading.text, *sentence)
    is_aside = len(DASH.findall(reading.text, *sentence)) % 2 == 0
    return start if is_aside else begin


def _behind_bare_town(reading: Document) -> int:
    """Where a text goes on behind its byline, or a town in capitals that it has as a place elsewhere, run into it."""
    if byline := _byline(reading.lexicon).match(reading.text):
        return byline.end()
    opening = _BARE_TOWN.match(reading.text)
    if opening is None:
        return 0
    town, lexicon = opening["town"], reading.lexicon
    is_town = town.lower() not in _no_towns(lexicon) and town.lower() not in reading.text
    mention = re.compile(rf"\b(?:{either(lexicon.grammar.prepositions)})\s{town.title()}\b")
    return opening.end() if is_town and mention.search(reading.text, opening.end()) else 0


@functools.cache
def _byline(lexicon: Lexicon) -> re.Pattern[str]:
    """“By Ann Roe ” before a first word in capitals: “By Ann Roe POLICE have said …”."""
    authors = either(map(str.capitalize, lexicon.grammar.passive_agents))
    return re.compile(rf"(?:{authors})(?:\s[A-Z][a-z][\w’'.-]*){{2,3}}\s+(?=[A-Z]{{3,}}\s)")


@functools.cache
def _no_towns(lexicon: Lexicon) -> frozenset[str]:
    """Words that a paper may have in capitals at an article's beginning, as it has any: “OPPOSITION Leader Bo”."""
    words = lexicon.descriptions
    return frozenset().union(lexicon.persons.titles, words.bodies, words.people, lexicon.claimants.stating)


def _is_town(reading: Document, source: Span) -> bool:
    """Whether a source stands alone at the text's beginning before a dash and a sentence: “Larn Mills — The …”."""
    opening = _TOWN.match(reading.text)
    return opening is not None and source[1] <= opening.end("town")


def _in_dateline(reading: Document, span: Span) -> bool:
    paragraph = reading.paragraphs.at(span[0])
    dateline = _DATELINE.match(reading.text, *paragraph) if paragraph is not None else None
    return dateline is not None and span[0] < dateline.end()
