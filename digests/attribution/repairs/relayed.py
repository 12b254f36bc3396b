"""Relayed speech: “X was quoted as saying by Y”, “Y reported that X said”: X speaks, and Y passes it on."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Spans, count_words, join
from digests.attribution.repairs.sources import clause_words
from digests.lexicon import Lexicon, either
from digests.models import Span
from digests.text.name_words import UPPER
from digests.text.sentences import trim

_CONFIDENCE = 0.75
_SHORTEST = 2  # words of a content
_LONGEST = 9  # words of a source within what another reports
_PHRASE = r"[^,;:()“”\"\n]{2,90}?"
_APPOSED = rf"{_PHRASE}(?:(?:, [^,;:“”\"\n]{{2,80}}){{1,2}},)?"


class _Patterns(NamedTuple):
    hint: re.Pattern[str]
    shapes: tuple[re.Pattern[str], ...]  #: the shapes with “as saying”
    report: re.Pattern[str]
    telling: re.Pattern[str]
    hearer: re.Pattern[str]
    inner: re.Pattern[str]  #: “that X said that …”
    inner_told: re.Pattern[str]  #: “X had told a friend that …”
    inner_end: re.Pattern[str]  #: “…, X said on Friday”
    no_source: re.Pattern[str]  #: what shows that words are more than a noun phrase


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, verbs, sources = lexicon.grammar, lexicon.verbs, lexicon.sources
    relaying, relayed = either(verbs.relaying), either(verbs.relayed)
    auxiliary = rf"(?:(?:{either(grammar.have_finite)}) )?(?:{either(grammar.be_finite, grammar.be_other)})"
    agents = either(sources.agents, grammar.prepositions)
    complementizers, perfect = either(grammar.complementizers), either(grammar.have_finite)
    saying = either(verbs.saying - verbs.passing_on - verbs.telling - verbs.demanding)
    adverb = rf"(?: (?:{either(lexicon.persons.before_verbs)}))?"
    dating = either(lexicon.descriptions.dating)
    weekday = rf"(?:{either(lexicon.calendar.weekdays)})"
    opening = rf"(?:^|(?<=[.!?]\s)|(?<=\n)|[”\"’]\s+|,\s+|\b(?:{complementizers}|{either(grammar.coordinators)})\s+)"
    passive = rf"{opening}(?P<source>{_APPOSED}) (?P<cue>{auxiliary} (?:{relaying})"
    return _Patterns(
        hint=re.compile(rf"\b(?:{relaying}|{either(verbs.reported_to)})\b"),
        shapes=(
            re.compile(rf"{passive} (?:{relayed}))(?: (?:{agents}) (?P<relay>{_PHRASE}))?(?=[,.:;]|$)"),
            re.compile(rf"{passive} (?:{agents})) (?P<relay>{_PHRASE}) (?P<more>{relayed})\b:?,?"),
            re.compile(rf"{passive} (?:{relayed}))\b:?,?"),
            re.compile(rf"{opening}(?P<source>{_APPOSED}) (?P<cue>{auxiliary} (?:{either(verbs.reported_to)}))\b:?,?"),
            re.compile(
                rf"{opening}(?P<relay>{_PHRASE}) (?P<cue>(?:{relaying})) (?P<source>{_APPOSED}) "
                rf"(?P<more>{relayed})\b:?,?"
            ),
        ),
        report=re.compile(
            rf"(?:\w+,\s+)?(?P<verb>{either(verbs.passing_on, sources.according)})(?: .*)?", re.IGNORECASE
        ),
        telling=re.compile(rf"(?:.* )?(?:{either(verbs.telling)})"),
        hearer=re.compile(
            rf"\s+(?P<name>(?:(?:{either(grammar.definite_articles)})\s+)?{UPPER}(?:[\w’'&-]|\.(?=\w))*"
            rf"(?:\s(?!(?i:{weekday})){UPPER}[\w’'&-]*){{0,4}})"
        ),
        inner=re.compile(
            rf"(?:(?:{complementizers}) )?(?P<source>{_PHRASE}){adverb} (?P<cue>(?:(?:{perfect}) )?(?:{saying})) "
            rf"(?:(?:(?:{dating}) )?(?i:{weekday}) )?(?P<content>\S.*)",
            re.DOTALL,
        ),
        inner_told=re.compile(
            rf"(?:(?:{complementizers}) )?(?P<source>{_PHRASE}){adverb} "
            rf"(?P<cue>(?:(?:{perfect}) )?(?:{either(verbs.telling)})) "
            rf"(?:[^,;:.“”\"]{{2,40}}? )(?:{complementizers}) (?P<content>\S.*)",
            re.DOTALL,
        ),
        inner_end=re.compile(
            rf"(?P<content>.+[,”\"]) (?P<source>{_PHRASE}){adverb} (?P<cue>(?:(?:{perfect}) )?(?:{saying}))"
            rf"(?:,? (?:(?:{dating}) )?\w+)?,?\s*",
            re.DOTALL,
        ),
        no_source=re.compile(rf"\b(?:{either(clause_words(lexicon))})\b"),
    )


def add_quoted(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Reads “quoted as saying” by rule, in place of what was made of those words."""
    patterns = _patterns(reading.lexicon)
    hints = [hint.start() for hint in patterns.hint.finditer(reading.text)]
    places = {reading.sentences.at(place): place for place in hints if reading.quotations.at(place) is None}
    result = list(drafts)
    for sentence in filter(None, places):
        match = next((f for p in patterns.shapes if (f := p.search(reading.text, *sentence))), None)
        if match is None or any(patterns.no_source.search(match.groupdict().get(g) or "") for g in ("source", "relay")):
            continue
        content = _content(reading, match, sentence)
        if sum(count_words(reading.text, span) for span in content) >= _SHORTEST:
            result = [draft for draft in result if not _lies_within(draft, sentence, content)]
            result.append(_quoted(match, content))
    return result


def _quoted(match: re.Match[str], content: Spans) -> Draft:
    groups = match.groupdict()
    cue = [match.span("cue"), *([match.span("more")] if groups.get("more") else [])]
    relay = (match.span("relay"),) if groups.get("relay") else ()
    start, end = match.span("source")
    source = (start, end - 1) if match["source"].endswith(",") else (start, end)
    return Draft((source,), tuple(cue), content, _CONFIDENCE, relay=relay)


def _content(reading: Document, match: re.Match[str], sentence: Span) -> Spans:
    """What is quoted: the clause after the words for it, else the quotation or clause before them."""
    clause_after = join(reading.text, [(match.end(), sentence[1])])
    if sum(count_words(reading.text, span) for span in clause_after) >= _SHORTEST:
        return clause_after
    start = min(match.start(name) for name in ("source", "relay") if match.groupdict().get(name))
    quotation = next((q for q in reversed(list(reading.quotations.within((0, start))))), None)
    if quotation is not None and not count_words(reading.text, (quotation[1], start)):
        return (quotation,)
    return join(reading.text, [(sentence[0], start)])


def _lies_within(draft: Draft, sentence: Span, content: Spans) -> bool:
    """Whether a draft is another reading of a sentence, or of the quotation before it."""
    spans = draft.cue or draft.content
    is_inside = all(sentence[0] <= start and end <= sentence[1] for start, end in spans)
    return is_inside or any(span in content for span in draft.content)


def part_relayed(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives what a report says that another has said to that other, and what is told to a paper a way it came."""
    return [result for draft in drafts for result in _to_speakers(reading, _with_hearer(reading, draft))]


def _with_hearer(reading: Document, draft: Draft) -> Draft:
    """Notes whom a speaker told; whether that is an outlet is for others to see."""
    patterns, text = _patterns(reading.lexicon), reading.text
    if draft.relay or not draft.cue or not patterns.telling.fullmatch(text, *draft.cue[-1]):
        return draft
    hearer = patterns.hearer.match(text, draft.cue[-1][1])
    if hearer is None or any(start < hearer.end() and hearer.start() < end for start, end in draft.content):
        return draft
    return replace(draft, relay=(_without_stop(text, hearer.span("name")),))


def _to_speakers(reading: Document, draft: Draft) -> list[Draft]:
    """What a report says that another has said, as theirs; what the report goes on with stays its own."""
    first, *others = draft.content or ((0, 0),)
    inner = _to_speaker(reading, draft.with_content([first])) if others else _to_speaker(reading, draft)
    if not others or not inner.relay or inner.relay == draft.relay:
        return [draft if others else inner]
    return [inner, draft.with_content(others)]


def _to_speaker(reading: Document, draft: Draft) -> Draft:
    patterns, text = _patterns(reading.lexicon), reading.text
    if not draft.source or not draft.cue or draft.relay or len(draft.content) != 1:
        return draft
    report = patterns.report.fullmatch(text, *draft.cue[0])
    if report is None:
        return draft
    start, end = draft.content[0]
    place = report.start("verb")
    if place < draft.source[0][0] and reading.sentences.at(start) == reading.sentences.at(place):
        end = max(end, place)  # “…, X said, according to Y”
    for match in _inner(reading, (start, end)):
        phrase = match["source"]
        if len(phrase.split()) > _LONGEST or patterns.no_source.search(phrase) or not phrase[0].isalnum():
            continue
        if phrase.lower() in reading.lexicon.grammar.articles:
            continue
        if reading.quotations.at(match.start("cue")) is None:
            start, end = trim(text, match.span("content"))
            content = join(text, [(start, end - (text[end - 1] == ","))])
            return replace(
                draft, source=(match.span("source"),), cue=(match.span("cue"),), content=content, relay=draft.source
            )
    return draft


def _inner(reading: Document, content: Span) -> Iterator[re.Match[str]]:
    patterns = _patterns(reading.lexicon)
    for pattern in (patterns.inner, patterns.inner_told, patterns.inner_end):
        match = pattern.fullmatch(reading.text, *content)
        if match is not None and count_words(reading.text, match.span("content")) >= _SHORTEST:
            yield match


def _without_stop(text: str, span: Span) -> Span:
    """A name without a sentence's stop."""
    return span[0], span[1] - (text[span[1] - 1] == ".")
