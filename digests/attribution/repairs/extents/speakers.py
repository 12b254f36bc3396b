"""Where a source begins and ends: with whoever speaks, not with the sentence's subject or a clause of time."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, join, without, words_of
from digests.lexicon import Lexicon, either
from digests.text.name_words import UPPER


class _Patterns(NamedTuple):
    two: re.Pattern[str]  #: two noun phrases in a row: “the pilot, Carl Ek”
    predicate: re.Pattern[str]  #: behind a verb of saying, the verb of the first of the two
    pair: re.Pattern[str]  #: a name with another joined to it
    adjacent: re.Pattern[str]  #: a name that ends another phrase, and the one who speaks: “Carl Ek, | LNN”
    deed: re.Pattern[str]  #: behind them, what the second one did
    timed: re.Pattern[str]  #: a name with a clause of time behind it: “Ann Bo after the ship had sunk”
    hyphened: re.Pattern[str]  #: the front of a word whose rest stands behind a hyphen: “Norland’s state-|run”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar = lexicon.grammar
    verbs = either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)
    joining = either(lexicon.descriptions.joining)
    times = either(grammar.settings, grammar.doubtful_reasons, grammar.relative_adverbs)
    return _Patterns(
        two=re.compile(r"(?P<subject>[^,;:“”\"]+),\s+(?P<speaker>(?:[\w’'.-]+\s+){0,4}[A-Z][\w’'.-]+)"),
        pair=re.compile(rf"(?P<name>[^,]*[A-Z][\w’'.-]+),\s+(?:{joining})\s+(?:[a-z]+\s+){{0,2}}[A-Z][^,]*"),
        adjacent=re.compile(rf"{UPPER}[^,;:“”\"]+,\s+(?P<speaker>{UPPER}[\w’'&.-]*(?:\s{UPPER}[\w’'&.-]*){{0,3}})"),
        deed=re.compile(rf"\s+(?:{verbs}|[a-z]+ed)\b"),
        predicate=re.compile(rf",\s+(?=(?:{verbs})\b)"),
        timed=re.compile(
            rf"(?P<name>(?:[a-z’'-]+\s+){{0,4}}(?:[A-Z][\w’'.-]*\s+)*[A-Z][\w’'.-]+)\s+(?:{times})\s+\w+\s.*"
        ),
        hyphened=re.compile(rf"(?:{UPPER}[\w’'.]*\s+){{0,3}}(?:\w+-)+$"),
    )


@functools.cache
def _fronted(lexicon: Lexicon) -> re.Pattern[str]:
    """What opens a sentence before its subject, up to a comma: “In a note signed by his aide, ”."""
    openings = either(map(str.capitalize, lexicon.grammar.prepositions | lexicon.grammar.longer_prepositions))
    owners = either(lexicon.grammar.third_possessives)
    return re.compile(rf"(?:{openings})\s[^“”\"\n]*\b(?:{owners})\s[^“”\"\n]*,\s+")


def end_sources(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Leaves of each source who speaks, and gives what was said the subject that the source had taken."""
    whole = [_from_whole_word(reading, draft) for draft in drafts]
    return [_before_time(reading, _behind_name(reading, _behind_subject(reading, draft))) for draft in whole]


def _from_whole_word(reading: Document, draft: Draft) -> Draft:
    """“It fell, Norland’s state-run LNN said” is said by Norland’s state-run LNN, be “run LNN” alone the source."""
    if len(draft.source) != 1:
        return draft
    start, end = draft.source[0]
    sentence = reading.sentences.at(start)
    if sentence is None or reading.text[start - 1 : start] != "-":
        return draft
    front = _patterns(reading.lexicon).hyphened.search(reading.text, sentence[0], start)
    if front is None:
        return draft
    source = (front.start(), end)
    return draft.with_source([source]).with_content(join(reading.text, without(draft.content, source)))


def _behind_name(reading: Document, draft: Draft) -> Draft:
    """“It was bought by his father, Carl Ek, LNN has reported”: the speaker is LNN, right before its verb.

    And Bo in “In a note signed by his aide, Carl Ek, Bo said …”.
    """
    if len(draft.source) != 1 or not draft.cue or not draft.content:
        return draft
    (start, end), text = draft.source[0], reading.text
    is_between = draft.content[-1][1] <= start and text[draft.content[-1][1] : start].strip() == ","
    is_between = is_between or _ends_opening(reading, start, text[start:end])
    if not is_between or text[end : draft.cue[0][0]] != " ":
        return draft
    source = _patterns(reading.lexicon).adjacent.fullmatch(text, start, end)
    return draft if source is None else draft.with_source([source.span("speaker")])


def _ends_opening(reading: Document, start: int, source: str) -> bool:
    """Whether a name, up to its comma, only ends what opens its sentence."""
    sentence, name = reading.sentences.at(start), source.partition(",")[0].split()
    is_fronted = sentence is not None and _fronted(reading.lexicon).fullmatch(reading.text, sentence[0], start)
    return bool(is_fronted) and all(word[:1].isupper() for word in name)


def _behind_subject(reading: Document, draft: Draft) -> Draft:
    """“Ann Bo, pilot Carl Ek said, had left”: Carl Ek says that Ann Bo had left."""
    if len(draft.source) != 1 or len(draft.cue) != 1 or not draft.content:
        return draft
    text, patterns = reading.text, _patterns(reading.lexicon)
    (start, end), (cue, cue_end), first = draft.source[0], draft.cue[0], draft.content[0][0]
    sources = patterns.two.fullmatch(text, start, end)
    predicate = patterns.predicate.match(text, cue_end)
    if sources is None or predicate is None or predicate.end() != first or text[end:cue].strip():
        return draft
    if words_of(text, draft.cue) not in reading.lexicon.reporting.plain.finite:
        return draft
    return draft.with_source([sources.span("speaker")]).with_content([sources.span("subject"), *draft.content])


def _before_time(reading: Document, draft: Draft) -> Draft:
    """“…,” said Ann Bo after the ship had sunk, or “…, and Carl Ek left”: only Ann Bo is the source."""
    if len(draft.source) != 1 or not draft.cue or draft.cue[-1][1] > draft.source[0][0]:
        return draft
    (start, end), patterns = draft.source[0], _patterns(reading.lexicon)
    source = patterns.timed.fullmatch(reading.text, start, end)
    if source is None and patterns.deed.match(reading.text, end):
        source = patterns.pair.fullmatch(reading.text, start, end)
    return draft if source is None else draft.with_source([source.span("name")])
