"""Which date of a sentence says when its claim was made, rather than when the event was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from digests.dates.ties import Ties, ties
from digests.lexicon import ENGLISH, Lexicon
from digests.models import Span, TimeSpan

_CAPITAL = re.compile(r" [A-Z][a-z]")
_YEAR = re.compile(r"\d{4}$")
_NUMBERED = re.compile(r"^\d|\d$")
_THING = re.compile(r",? [a-z]")  #: behind a date that a thing follows
_QUOTES = "“\"'‘"
_FAR = 90  #: characters between a cue and a date that still belong together
_LONGEST = timedelta(days=367)  #: what a year may have
_NAMED = frozenset("0123456789JFMASOND")  #: how a month or a year begins that is not told from the article's
_NEAR = 24  #: characters before a date in which its preposition stands
_COMMA = 15  #: how much farther a comma makes a date


def said_on(
    text: str,
    source_and_cue: Sequence[Span],
    dates: Sequence[TimeSpan],
    sentence: Span,
    content: Sequence[Span],
    *,
    lexicon: Lexicon = ENGLISH,
) -> TimeSpan | None:
    """The date that says when it was said: one outside the content, next to the source or the cue; else none."""
    last, goes_on = max((end for _, end in source_and_cue), default=0), ties(lexicon).going_on
    candidates = [
        span
        for span in dates
        if _is_outside(span, sentence, content)
        and _may_be_said(text, span, lexicon)
        and not (span.start > last and goes_on.fullmatch(text, last, span.start) and _THING.match(text, span.end))
    ]
    distances = [
        (distance, span)
        for span in candidates
        if (distance := _distance(text, span, source_and_cue, sentence, content, ties(lexicon))) is not None
    ]
    return min(distances, key=lambda pair: (pair[0], pair[1].start))[1] if distances else None


def _is_outside(span: TimeSpan, sentence: Span, content: Sequence[Span]) -> bool:
    in_sentence = sentence[0] <= span.start and span.end <= sentence[1]
    return in_sentence and all(span.end <= start or end <= span.start for start, end in content)


def _may_be_said(text: str, span: TimeSpan, lexicon: Lexicon) -> bool:
    """Whether a date can be that of a saying: known, not a stretch such as "since May", not "Monday’s attack"."""
    patterns = ties(lexicon)
    if span.valid_from is None or patterns.spanning.match(span.surface) or not _is_one_time(text, span, patterns):
        return False
    if _opens_campaign(text, span, patterns):
        return True
    says_which = patterns.owner.search(text, max(0, span.start - _NEAR), span.start) and _THING.match(text, span.end)
    if says_which and not patterns.dated_saying.match(text, span.end):
        return False  # “on the eve of the March 9 vote”
    if patterns.possession.match(text, span.end):
        return False
    return patterns.dated_saying.match(text, span.end) is not None or not names_a_thing(text, span, lexicon)


def _opens_campaign(text: str, span: TimeSpan, patterns: Ties) -> bool:
    """Whether a sentence opens with a campaign of a year, in which somebody spoke: “During the 2022 campaign, …”."""
    if span.precision != "year" or patterns.campaign.match(text, span.end) is None:
        return False
    return patterns.campaign_opening.search(text, max(0, span.start - _NEAR), span.start) is not None


def _is_one_time(text: str, span: TimeSpan, patterns: Ties) -> bool:
    """Whether something may have been said then: no decade, and a month or a year only where “in” or “last” says so."""
    if span.valid_from and span.valid_to and span.valid_to - span.valid_from > _LONGEST:
        return False
    is_counted = span.surface.endswith(patterns.ago)
    is_named = span.precision in {"month", "year"} and span.surface[:1] in _NAMED and not is_counted
    begin = max(0, span.start - _NEAR)
    return not is_named or bool(
        patterns.period_opening.search(text, begin, span.start) or patterns.dated_saying.match(text, span.end)
    )


def names_a_thing(text: str, span: TimeSpan, lexicon: Lexicon = ENGLISH) -> bool:
    """Whether a date is part of a name, such as “the Sept. 11 attacks” or “the 2016 election”, and says no time."""
    owner = ties(lexicon).owner.search(text, max(0, span.start - _NEAR), span.start)
    is_day = _NUMBERED.search(span.surface) is not None  # “a 14 February Movement leader”, not “a Sunday Post”
    is_name = owner and (is_day or owner.group().lower() == "the ") and _CAPITAL.match(text, span.end)
    return bool(is_name or ties(lexicon).naming.match(text, span.end))


def _distance(
    text: str,
    span: TimeSpan,
    anchors: Sequence[Span],
    sentence: Span,
    content: Sequence[Span],
    patterns: Ties,
) -> int | None:
    """How far the date stands from the nearest source or cue; none where other words tie it elsewhere."""
    holding = next((anchor for anchor in anchors if anchor[0] <= span.start and span.end <= anchor[1]), None)
    if holding:  # "in a statement on Thursday" can be part of the cue
        return None if _is_of_thing_in(text, span, holding, patterns) else 0
    is_closed = any(text[span.end : start].strip() == "," for start, _ in anchors if start >= span.end)
    if is_closed and any(end <= span.start and _describes(text, (start, end), patterns) for start, end in anchors):
        return None  # “Holm, who lost a son | in 2012, | said”
    if span.precision != "day" and patterns.life.fullmatch(text, sentence[0], span.start):
        return None
    leads = _leads(text, sentence[0], span, anchors, patterns) or _is_of_then(
        text, sentence[0], span, content, patterns
    )
    anchor_end = max((end for _, end in anchors if end <= span.start), default=sentence[0])
    if not leads and patterns.clause.search(text, anchor_end, span.start):
        return None
    first = min((start for start, _ in anchors), default=0)
    ahead = (sentence[0], first)
    if first >= span.end and _is_of_clause_ahead(text, span, ahead, content, patterns, leads=leads):
        return None
    gaps = [gap for anchor in anchors if (gap := _gap(text, span, anchor, content)) is not None]
    leads = leads or (
        patterns.opening.fullmatch(text, sentence[0], span.start) is not None and _is_then(gaps, patterns)
    )
    near_gaps = gaps if leads else [gap for gap in gaps if len(gap) <= _FAR and not _ties_elsewhere(gap, patterns)]
    return min((len(gap) + _COMMA * gap.count(",") for gap in near_gaps), default=None)


def _is_then(gaps: Sequence[str], patterns: Ties) -> bool:
    """Whether nothing but a clause of time stands between a date and a speaker: “In 2009, when it shut, he said”."""
    return any(patterns.time_gap.fullmatch(gap) for gap in gaps)


def _is_of_thing_in(text: str, span: TimeSpan, anchor: Span, patterns: Ties) -> bool:
    """Whether a date in a source or cue says who somebody is, or when another thing was: “those hurt in Monday blasts”.

    So do “Reker, who ran in 2012” and “Holm, mayor until 2014”.
    """
    ahead = text[anchor[0] : span.start]
    if (
        (span.precision == "year" and "," in ahead)
        or patterns.describing.search(ahead)
        or patterns.deed.search(ahead)
        or patterns.other_day.search(ahead)
    ):
        return True
    is_before_thing = span.precision == "day" and patterns.thing.match(text[span.end : anchor[1]])
    return bool(is_before_thing) and not patterns.dated_saying.match(text, span.end)


def _ties_elsewhere(gap: str, patterns: Ties) -> bool:
    """Whether what stands between a cue and a date ties it to something else than the saying, or its occasion."""
    return patterns.elsewhere.search(gap) is not None and patterns.at_occasion.fullmatch(gap) is None


def _leads(text: str, begin: int, span: TimeSpan, anchors: Sequence[Span], patterns: Ties) -> bool:
    """Whether a sentence opens with a date, its occasion, or what its speaker did: “In a May debate, Holm said”."""
    head = text[begin : span.start]
    if not head.strip(" \n\t“\"'‘(—–-"):
        return True
    if patterns.occasion_opening.fullmatch(head):
        return patterns.dated_saying.match(text, span.end) is not None
    if patterns.document_opening.fullmatch(head):
        return True
    return patterns.asked_then.fullmatch(head) is not None or _is_own_time(text, begin, span, anchors, patterns)


def _is_own_time(text: str, begin: int, span: TimeSpan, anchors: Sequence[Span], patterns: Ties) -> bool:
    """Whether a sentence opens with what its speaker did on a date: “When he resigned in May, | he said it …”."""
    clause = patterns.own_time.match(text, begin, span.start)
    sources = [text[start:end].lower() for start, end in anchors if text[span.end : start].strip() == ","]
    if clause is None or not sources:
        return False
    if clause["speaker"].lower() in sources:
        return True
    is_same = not patterns.persons.isdisjoint(sources) and clause["speaker"].lower() not in patterns.persons
    return is_same and patterns.said_then.fullmatch(text, begin, span.start) is not None


def _is_of_then(text: str, begin: int, span: TimeSpan, content: Sequence[Span], patterns: Ties) -> bool:
    """Whether a sentence opens with what was at a time, and with what was said then: “When it shut in 2009, Bo said”.

    Somebody may tell now in other words what was then of oneself: “When she left in 2009, Bo said all were sad”.
    """
    start = next((start for start, _ in content if start >= span.end), None)
    if start is None or span.precision not in {"month", "year"} or text[span.end : span.end + 1] != ",":
        return False
    clause = patterns.time_clause.fullmatch(text, begin, span.start)
    if clause is None:
        return False
    is_quoted = any(mark in _QUOTES for mark in text[start - 1 : start + 1])
    is_far = bool(_YEAR.search(span.surface)) and clause["subject"].lower() not in patterns.persons
    return is_quoted or is_far or patterns.foretelling.match(text, start) is not None


def _describes(text: str, source: Span, patterns: Ties) -> bool:
    """Whether a source goes on with a clause of who it is: “Holm, who lost a son”, but not “Holm, who | said”."""
    clause = patterns.describing.search(text, *source)
    return clause is not None and bool(text[clause.end() : source[1]].strip(" ,"))


def _is_of_clause_ahead(
    text: str, span: TimeSpan, ahead: Span, content: Sequence[Span], patterns: Ties, *, leads: bool
) -> bool:
    """Whether a date ahead of who speaks belongs to other words: “While it met on Monday, Odom said”.

    So does one that opens what is told, where who says it stands only in between: “On Monday, Odom said, it met”.
    """
    gap = text[span.end : ahead[1]]
    if leads or patterns.opening.fullmatch(text, ahead[0], span.start):
        content_start = next((start for start, _ in content if start >= ahead[1]), None)
        if content_start is None or gap.strip() != ",":
            return bool(patterns.second_clause.search(gap))
        return text[content_start - 2 : content_start] == ", " and text[content_start] not in _QUOTES
    if patterns.joint.search(gap) or patterns.topic_opening.match(text, *ahead):
        return True
    clause = max(ahead[0], *(end for _, end in content if end <= span.start), ahead[0])
    spans = ((clause, span.start), (span.end, ahead[1]))  # not the “May” of a date itself
    return any(patterns.other_verb.search(text, *part) for part in spans)


def _gap(text: str, span: TimeSpan, anchor: Span, content: Sequence[Span]) -> str | None:
    """The text between a date and a source or cue; none where the content stands there."""
    first, last = min(anchor[1], span.end), max(anchor[0], span.start)
    return None if any(start < last and first < end for start, end in content) else text[first:last]
