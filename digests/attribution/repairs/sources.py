"""Who can be a source, and sources that stand beside a cue but were missed."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from digests.attribution.cue_kinds import lemmas, reports
from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Spans, Uses, words_of
from digests.attribution.repairs.according_to import is_according
from digests.lexicon import Lexicon, either
from digests.models import Span
from digests.text.name_words import name_words

_TEAM = re.compile(r"[A-Z][\w’'-]+ \w+$")  #: “Clinton campaign”
_LAST = re.compile(r"[\w’'-]+$")
_LONGEST_NAME = 100  # characters
_LONGEST_SUBJECT = 6  # words
_LONGEST_BEFORE = 60  # characters between a sentence's beginning, or the source, and the cue


class _Besides(NamedTuple):
    """Where the source that was missed stands beside its cue."""

    source_before: re.Pattern[str]
    possessor: re.Pattern[str]  #: “the ministry’s (latest) claim that …”
    inversion: re.Pattern[str]  #: “Said Ellis: “…””: the cue that was found is but the colon
    cue_end: re.Pattern[str]  #: the end of a cue before its source
    name_after: re.Pattern[str]


class _Speakers(NamedTuple):
    """What tells that a source can speak, or that a cue needs one."""

    pointing: re.Pattern[str]
    phrase_end: re.Pattern[str]  #: after the head of a source and what describes it
    people: re.Pattern[str]
    nobody: re.Pattern[str]
    unknown: re.Pattern[str]
    anonymous: re.Pattern[str]  #: “those close to him”
    share: re.Pattern[str]  #: “64%”, with no word for whose
    asking: re.Pattern[str]
    accused: re.Pattern[str]  #: a cue for what is said of somebody
    passive: re.Pattern[str]  #: right before a participle
    verb: re.Pattern[str]


@functools.cache
def _besides(lexicon: Lexicon) -> _Besides:
    grammar, verbs, sources = lexicon.grammar, lexicon.verbs, lexicon.sources
    article = rf"(?i:{either(grammar.articles)})"
    subject = rf"(?i:{either(grammar.subjects - grammar.neuter_pronouns)})"
    name = rf"(?:{article}\s+)?[A-Z][\w.'’-]*\w(?:\s+(?:[A-Z][\w.'’-]*\w|{name_words(lexicon)})){{0,8}}"
    helpers = either(grammar.have_finite, lexicon.persons.before_verbs)
    return _Besides(
        source_before=re.compile(
            rf"(?:(?<=\s)|(?<=[,;“”\"'’(—–-])|^)(?P<source>{subject})(?:\s+(?:{helpers}|\w+ly))*\s*$"
        ),
        possessor=re.compile(
            rf"(?:^|(?<=\s))(?P<source>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){{0,4}}|{article}\s(?:[\w-]+\s){{0,3}}?[\w-]+)"
            r"[’'‘`]s?\s+(?:\w+\s+)?$"
        ),
        inversion=re.compile(
            rf"(?:^|(?<=[.!?”\"]\s))(?:{either(map(str.capitalize, verbs.inverted))})\s+(?P<source>{name})\s*$"
        ),
        cue_end=re.compile(rf"\b(?:{either(sources.according, sources.agents)})$", re.IGNORECASE),
        name_after=re.compile(
            rf"\s*(?P<source>{name}|(?:{subject}|{either(grammar.object_pronouns)})(?=\s)|"
            rf"(?:{subject}|{either(grammar.object_pronouns, grammar.third_possessives)})(?!\w))(?=[\s,.;:!?]|$)"
        ),
    )


@functools.cache
def _speakers(lexicon: Lexicon) -> _Speakers:
    grammar, verbs = lexicon.grammar, lexicon.verbs
    sources, clauses = lexicon.sources, lexicon.clauses
    forms_of_be = (grammar.be_finite, grammar.be_other)
    finite = either(grammar.be_finite, grammar.have_finite, verbs.wishing)
    return _Speakers(
        pointing=re.compile(rf"(?:{either(grammar.demonstratives, sources.kinds)})\b\s*", re.IGNORECASE),
        phrase_end=re.compile(rf"\s+(?:{either(grammar.prepositions, grammar.relative_pronouns)})\s|,"),
        people=re.compile(rf"(?:{either(sources.person_endings)})$"),
        nobody=re.compile(rf"(?:{either(sources.nobody)})\b", re.IGNORECASE),
        unknown=re.compile(rf"\b(?:{either(sources.unknown)})\b", re.IGNORECASE),
        anonymous=re.compile(
            rf"(?:{either(grammar.plural_demonstratives)}) (?:{either(lexicon.descriptions.anonymous)})", re.IGNORECASE
        ),
        share=re.compile(rf"(?:\w+ ){{0,3}}[\d.,]+ ?(?:{either(sources.shares)})$", re.IGNORECASE),
        asking=re.compile(rf"(?:{either(sources.asking)})\b", re.IGNORECASE),
        accused=re.compile(
            rf"(?:\w+ )*(?:{either(*forms_of_be)}) (?:\w+ly )?(?:{either(verbs.accused)})\b", re.IGNORECASE
        ),
        passive=re.compile(rf"\b(?:{either(*forms_of_be, clauses.passing)})\s+$", re.IGNORECASE),
        verb=re.compile(
            rf"\b(?:\w{{2,}}(?:{either(clauses.participle_endings)})|{finite}|"
            rf"(?:{either(clauses.infinitive_marks)})\s+\w+)\b(?!\s+(?:{either(clauses.topics)})\b)"
        ),
    )


def can_speak(source: str, lexicon: Lexicon) -> bool:
    """Whether a source can say something: not “this”, “these assaults” or “the situation”."""
    patterns, sources = _speakers(lexicon), lexicon.sources
    source = source.strip(" ,")
    pointing = patterns.pointing.match(source)
    rest = source[pointing.end() :] if pointing else source
    head = _LAST.search(patterns.phrase_end.split(rest, maxsplit=1)[0].strip())
    if head is None or source in sources.question_labels:
        return head is None and (pointing is None or source.lower() not in lexicon.grammar.demonstratives)
    if head.group()[0].isupper() or patterns.anonymous.match(source):
        return True
    forms = lemmas(head.group(), lexicon)
    if forms & sources.silent_things:
        return False
    if forms & sources.teams and _TEAM.search(rest, 0, head.end()):
        return True
    if forms & sources.speaking_things or patterns.people.search(head.group()):
        return True
    return not forms & sources.events and pointing is None


def clause_words(lexicon: Lexicon) -> frozenset[str]:
    """What shows that words are more than a noun phrase."""
    grammar = lexicon.grammar
    finite = grammar.be_finite | grammar.have_finite | grammar.modals
    return finite | grammar.relative_pronouns | lexicon.verbs.saying


def is_nobody(source: str, lexicon: Lexicon) -> bool:
    """Whether a source says that there is none: “No group has claimed …”."""
    return _speakers(lexicon).nobody.match(source) is not None


def find_beside_cue(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives a reporting cue without a source the pronoun or possessor right before it, or the name after its “by”."""
    uses = Uses(drafts)
    return [_with_source_beside(reading, uses, draft) for draft in drafts]


def _with_source_beside(reading: Document, uses: Uses, draft: Draft) -> Draft:
    source = _beside(reading, draft.cue) if draft.cue and not draft.source else None
    if source is None or any(use.role != "source" for use in uses.over(source)):
        return draft
    return draft.with_source([source])


def _beside(reading: Document, cue: Spans) -> Span | None:
    text, patterns = reading.text, _besides(reading.lexicon)
    (start, _), (_, end) = cue[0], cue[-1]
    sentence = reading.sentences.at(start)
    if sentence is None or not reports(words_of(text, cue), reading.lexicon):
        return None
    shift = max(sentence[0], start - _LONGEST_BEFORE)
    source_before = patterns.source_before.search(text[shift:start]) or patterns.possessor.search(text[shift:start])
    if source_before:
        return source_before.start("source") + shift, source_before.end("source") + shift
    if text[start:end] == ":" and (source_before := patterns.inversion.search(text, sentence[0], start)):
        return source_before.span("source")
    if patterns.cue_end.search(text[start:end]) and (name_after := patterns.name_after.match(text, end, sentence[1])):
        return name_after.span("source")
    return None


def drop_unsourced(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Drops cues without a source that report nothing: “discussions about”, “Asked about”, “It is unclear”."""
    return [draft for draft in drafts if draft.source or not draft.cue or _is_report(reading, draft)]


def is_mute(reading: Document, draft: Draft) -> bool:
    """Whether nobody speaks: a share, a question or a label has a verb, or somebody is accused by nobody."""
    patterns, text = _speakers(reading.lexicon), reading.text
    if not draft.source:
        return bool(draft.cue) and patterns.accused.match(words_of(text, draft.cue)) is not None
    source, start = words_of(text, draft.source).strip(" ,"), draft.source[0][0]
    sentence = reading.sentences.at(start)
    asks = patterns.asking.match(source) is not None and sentence is not None and sentence[0] == start
    return asks or patterns.share.match(source) is not None or _in_label(reading, draft.source[0])


def _in_label(reading: Document, span: Span) -> bool:
    """Whether a source stands in a line that points elsewhere: “Read more: Minister says …”."""
    line = reading.paragraphs.at(span[0])
    return line is not None and _labels(reading.lexicon).match(reading.text, *line) is not None


@functools.cache
def _labels(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon.boilerplate.labels)})\s*[:|]", re.IGNORECASE)


def _is_report(reading: Document, draft: Draft) -> bool:
    patterns = _speakers(reading.lexicon)
    surface = words_of(reading.text, draft.cue)
    is_asked = surface.split()[0].lower() in reading.lexicon.verbs.addressed and _is_passive(reading, draft.cue[0][0])
    if is_asked or patterns.unknown.search(surface) or is_according(reading, draft):
        return False
    return reports(surface, reading.lexicon) or patterns.verb.search(surface) is not None


def _is_passive(reading: Document, place: int) -> bool:
    """Whether a participle here tells what was done to the speaker: “Asked about …”, “when asked whether …”."""
    sentence = reading.sentences.at(place)
    source_before = reading.text[max(0, place - 12) : place]
    return (sentence is not None and sentence[0] == place) or _speakers(reading.lexicon).passive.search(
        source_before
    ) is not None


def has_mute_subject(reading: Document, cue: Spans) -> bool:
    """Whether the words before a cue without a source name something that cannot speak: “The situation suggests”."""
    sentence = reading.sentences.at(cue[0][0]) if cue else None
    if sentence is None or cue[0][0] - sentence[0] > _LONGEST_NAME:
        return False
    subject = reading.text[sentence[0] : cue[0][0]].strip()
    return 0 < len(subject.split()) <= _LONGEST_SUBJECT and not can_speak(subject, reading.lexicon)
