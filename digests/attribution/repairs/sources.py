"""Who can be a source, and sources that stand beside a cue but were missed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.attribution.cue_kinds import lemmas, reports
from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Uses
from digests.models import Span

_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)"
_NAME = r"[A-Z][\w.'’-]*\w(?:\s+(?:[A-Z][\w.'’-]*\w|of|the|for|al-\w+|bin|de|van|von|and)){0,8}"
_BEFORE_CUE = re.compile(
    rf"(?:(?<=\s)|(?<=[,;“”\"'’(—–-])|^)(?P<source>{_PRONOUN})(?:\s+(?:also|then|later|has|had|have|\w+ly))*\s*$"
)
_AFTER_CUE = re.compile(rf"\s*(?P<source>(?:[Tt]he\s+)?{_NAME}|{_PRONOUN}|him|her|them)(?=[\s,.;:!?]|$)")
#: “Said Ellis: “…””: the cue that was found is but the colon.
_INVERTED = re.compile(
    rf"(?:^|(?<=[.!?”\"]\s))(?:Added|Adds|Asked|Asks|Replied|Replies|Said|Says|Wrote|Writes)\s+"
    rf"(?P<source>(?:[Tt]he\s+)?{_NAME})\s*$"
)
#: “the ministry’s (latest) claim that …”
_POSSESSOR = re.compile(
    r"(?:^|(?<=\s))(?P<source>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,4}|(?:[Tt]he|[Aa]n?)\s(?:[\w-]+\s){0,3}?[\w-]+)"
    r"[’'‘`]s?\s+(?:\w+\s+)?$"
)
_BY = re.compile(r"\b(?:according\s+to|by|from)$", re.IGNORECASE)
#: “TELL ARRA, Oct. 15 —” before an article's first words.
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’\-]{2,60}(?:,?\s+\w{3,9}\.?\s+\d{1,2})?\s*(?:\([^)\n]{2,40}\)\s*)?(?:[—–]|\s-\s|--)"
)
_UNKNOWN = re.compile(r"\b(?:unclear|uncertain|unknown|not\s+(?:yet\s+)?(?:clear|known))\b", re.IGNORECASE)
_NOBODY = re.compile(r"(?:neither|no|nobody|none)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:after|being|if|was|were|when)\s+$", re.IGNORECASE)
_ASKED = frozenset("asked pressed questioned quizzed reminded told".split())
_DEMONSTRATIVE = re.compile(r"(?:this|that|these|those|such)\b\s*", re.IGNORECASE)
_LONGEST_NAME = 100  # characters
_LONGEST_SUBJECT = 6  # words
_LAST = re.compile(r"[\w’'-]+$")
#: Things that speak: written, counted or shown by somebody.
_SPEAKING_THINGS = frozenset(
    "account advisory agency analysis announcement article assessment authority brief briefing broadcaster channel "
    "committee communique company council court data department diary document email embassy essay estimate figure "
    "footage government group headline image indictment institute intelligence lawsuit letter map media memo message "
    "military ministry newspaper note office organisation organization outlet page paper petition photo picture poll "
    "post press publication reading record report research ruling source statement statistic story study survey team "
    "text think-tank tweet union video website".split()
)
_PEOPLE = re.compile(
    r"(?:er|or|ist|ian|ant|ent|man|men|woman|women|people|official|officials|chief|colleague|critic|ally|allies|aide|"
    r"expert|spokesperson|guy|girl|boy|lady|couple|family|crowd|youth|pair|diplomat|pilot|doctor|veteran|wife|friend|"
    r"one|person|force|troop)s?$"
)
_EVENTS = frozenset(
    "advance assault attack bombardment breakthrough campaign crisis decision development escalation event fighting "
    "incident incursion invasion loss manoeuvre maneuver move movement offensive operation outcome pattern pressure "
    "raid rationale result retreat shelling shift situation step strategy strike success tactic tempo trend war".split()
)


_VERBAL = re.compile(
    r"\b(?:\w{2,}(?:ed|ing)|is|are|was|were|has|have|had|wants?|thinks?|hopes?|to\s+\w+)\b(?!\s+(?:about|of|over)\b)"
)


def can_speak(source: str) -> bool:
    """Whether a source can say something: not “this”, “these assaults” or “the situation”."""
    source = source.strip(" ,")
    pointing = _DEMONSTRATIVE.match(source)
    rest = source[pointing.end() :] if pointing else source
    phrase = re.split(r"\s+(?:of|in|on|at|by|with|for|that|which|who)\s|,", rest, maxsplit=1)[0]
    head = _LAST.search(phrase.strip())
    if head is None:
        return pointing is None or source.lower() not in {"this", "that", "these", "those"}
    if head.group()[0].isupper():
        return True
    forms = lemmas(head.group())
    if forms & _SPEAKING_THINGS or _PEOPLE.search(head.group()):
        return True
    return not forms & _EVENTS and pointing is None


def is_nobody(source: str) -> bool:
    """Whether a source says that there is none: “No group has claimed …”."""
    return _NOBODY.match(source) is not None


def find_beside_cue(reading: Document, drafts: Sequence[Draft]) -> None:
    """Gives a reporting cue without a source the pronoun or possessor right before it, or the name after its “by”."""
    uses = Uses(drafts)
    for draft in drafts:
        if draft.source or not draft.cue:
            continue
        found = _beside(reading, draft.cue)
        if found is not None and not any(use.role != "source" for use in uses.over(found)):
            draft.source[:] = [found]


def _beside(reading: Document, cue: Sequence[Span]) -> Span | None:
    text = reading.text
    (start, _), (_, end) = cue[0], cue[-1]
    sentence = reading.sentences.at(start)
    if sentence is None or not reports(" ".join(text[begin:stop] for begin, stop in cue)):
        return None
    shift = max(sentence[0], start - 60)
    before = _BEFORE_CUE.search(text[shift:start]) or _POSSESSOR.search(text[shift:start])
    if before:
        return before.start("source") + shift, before.end("source") + shift
    if text[start:end] == ":" and (before := _INVERTED.search(text, sentence[0], start)):
        return before.span("source")
    if _BY.search(text[start:end]) and (after := _AFTER_CUE.match(text, end, sentence[1])):
        return after.span("source")
    return None


def drop_datelines(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Drops drafts whose cue is a word of a dateline, such as the “TELL” of a town."""
    return [draft for draft in drafts if not any(_in_dateline(reading, span) for span in draft.cue)]


def _in_dateline(reading: Document, span: Span) -> bool:
    paragraph = reading.paragraphs.at(span[0])
    found = _DATELINE.match(reading.text, *paragraph) if paragraph is not None else None
    return found is not None and span[0] < found.end()


def drop_unsourced(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Drops cues without a source that report nothing: “discussions about”, “Asked about”, “It is unclear”."""
    return [draft for draft in drafts if draft.source or not draft.cue or _is_report(reading, draft.cue)]


def _is_report(reading: Document, cue: Sequence[Span]) -> bool:
    surface = " ".join(reading.text[start:end] for start, end in cue)
    asked = surface.split()[0].lower() in _ASKED and _is_passive(reading, cue[0][0])
    if asked or _UNKNOWN.search(surface) or surface.lower().startswith("according"):
        return False
    return reports(surface) or _VERBAL.search(surface) is not None


def _is_passive(reading: Document, place: int) -> bool:
    """Whether a participle here tells what was done to the speaker: “Asked about …”, “when asked whether …”."""
    sentence = reading.sentences.at(place)
    before = reading.text[max(0, place - 12) : place]
    return (sentence is not None and sentence[0] == place) or _WAS.search(before) is not None


def has_mute_subject(reading: Document, cue: Sequence[Span]) -> bool:
    """Whether the words before a cue without a source name something that cannot speak: “The situation suggests”."""
    sentence = reading.sentences.at(cue[0][0]) if cue else None
    if sentence is None or cue[0][0] - sentence[0] > _LONGEST_NAME:
        return False
    subject = reading.text[sentence[0] : cue[0][0]].strip()
    return 0 < len(subject.split()) <= _LONGEST_SUBJECT and not can_speak(subject)
