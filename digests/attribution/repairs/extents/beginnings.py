"""Where a content begins: at its subject, behind a dateline and the time of saying, not with another's quotation."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from digests.attribution.cue_kinds import reports
from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Spans, Uses, count_words, without, words_of
from digests.attribution.repairs.conventions.datelines import without_dateline
from digests.attribution.repairs.extents.strays import without_strays
from digests.lexicon import Lexicon, either
from digests.models import Span

_ENDED = re.compile(r"[.!?][”\"’']*$")
_SENTENCE = re.compile(r"[ \t]+[A-Z“]")
_QUOTED_ON = re.compile(r"(?:[“\"]|'')[a-z]")
_LONGEST_SUBJECT = 25  # words


class _Patterns(NamedTuple):
    verb: re.Pattern[str]  #: a finite auxiliary, which begins no statement
    subject: re.Pattern[str]  #: words before one that may be its subject, less a conjunction before them
    date: re.Pattern[str]  #: a day or a year between a verb and a subject
    clause: re.Pattern[str]  #: a subject that begins a clause, with no conjunction
    opening: re.Pattern[str]  #: a phrase or a clause ahead of words that it belongs to: “In her own village, ”
    dated: re.Pattern[str]  #: that such a phrase tells when or where somebody spoke
    time: re.Pattern[str]  #: when somebody spoke, before a subject: “said Thursday the bridge …”
    behind_day: re.Pattern[str]  #: a weekday right before a place
    time_of_day: re.Pattern[str]  #: the rest of such words behind it: “said Monday | morning officials …”
    first_subject: re.Pattern[str]  #: the first of two subjects, up to the second: “A fire in Larn, and ”
    clock: re.Pattern[str]  #: a time that heads an entry of a live blog: “10:15 ”, “8.40 a.m. – ”
    subordinator: re.Pattern[str]  #: what makes a clause part of the next: “However, while ”, “If ”
    telling: re.Pattern[str]  #: that such words are a clause: “was”, “shut the”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, calendar = lexicon.grammar, lexicon.calendar
    past_days = [day for day, distance in calendar.days.items() if distance <= 0]
    weekdays = either(day.capitalize() for day in calendar.weekdays)
    times_of_day, finite = either(lexicon.lines.times_of_day), either(grammar.finite_auxiliaries, grammar.modals)
    subject = either(grammar.articles, grammar.possessives, grammar.subjects, grammar.complementizers)
    relatives = lexicon.reporting.subject_relatives | grammar.complementizers
    openings = grammar.prepositions | grammar.longer_prepositions | lexicon.hedges.conditions
    objects = either(grammar.articles, grammar.third_possessives, grammar.complementizers)
    subordinators = either(
        grammar.settings, grammar.reasons, grammar.doubtful_reasons, lexicon.hedges.concessions,
        lexicon.hedges.conditions, lexicon.hedges.opening_conditions,
    )  # fmt: skip
    no_relative = "".join(rf"(?<!\b{word}\s)" for word in sorted(relatives))
    return _Patterns(
        verb=re.compile(
            rf"[“\"‘'\s]*"
            rf"(?:{either(grammar.be_finite, grammar.have_finite, grammar.modals - grammar.doubtful_modals)})\b"
        ),
        subject=re.compile(
            rf"(?:(?i:{either(grammar.coordinators)})\s+)?(?P<words>[^;:?!“”\"]*[^\s,;:?!“”\"])\s+"
            rf"{no_relative}",
        ),
        date=re.compile(
            rf"\s+(?P<date>(?:{either(grammar.prepositions)})\s+(?:[A-Z][a-z]+\.?\s+)?\d{{1,4}}(?:\s+[A-Z][a-z]+)?(?:,?\s+\d{{4}})?)\s+"
        ),
        opening=re.compile(
            rf"(?:{either(word.capitalize() for word in openings)})\s[^;:“”\"\n]*,\s+",
        ),
        dated=re.compile(
            rf"\b(?:{weekdays}|{either(calendar.sayings, calendar.occasions, calendar.days, calendar.spoken_about)}"
            rf"|{either(calendar.units)})\b",
            re.IGNORECASE,
        ),
        clause=re.compile(rf"(?:{either(grammar.articles, grammar.possessives, grammar.subjects)})\s|[A-Z]"),
        time=re.compile(
            rf"(?:(?:(?:{either(calendar.before_days)})\s+)?(?:{weekdays})(?:\s+(?:{times_of_day}))?|{either(past_days)}"
            rf"|{either(lexicon.clauses.spoken_times)})\s+(?=(?:{subject})\s|[A-Z][\w’'.-]*\s)"
            rf"|(?:{weekdays})\s+(?:{times_of_day})\s+(?=[a-z]+s\s+(?:{finite})\s)"
        ),
        behind_day=re.compile(rf"\b(?:{weekdays})\s+$"),
        time_of_day=re.compile(rf"(?:{times_of_day})\s+"),
        first_subject=re.compile(rf"(?P<words>[^;:?!“”\"\n]+?),?\s+(?:{either(grammar.choosing)})\s+"),
        clock=re.compile(
            rf"\d{{1,2}}[:.]\d{{2}}(?:\s?(?:{either(lexicon.numbered.clocks)})(?!\w))?\s*[:–—-]?\s+(?=[A-Z“\"])"
        ),
        subordinator=re.compile(
            rf"(?:\w+,?\s+)?(?P<word>(?:{subordinators}))\s+",
            re.IGNORECASE,
        ),
        telling=re.compile(
            rf"\b(?:{either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)}"
            rf"|(?:\w+(?:ed|s)|{either(lexicon.common_verbs.same_forms)}) (?:{objects}))\b"
        ),
    )


def begin_rightly(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Lets each content begin where its speaker's words do."""
    uses = Uses(drafts)
    clear_drafts = (_without_clock(reading, _unglued(reading, draft)) for draft in drafts)
    quoting_drafts = (without_strays(reading, draft) for draft in clear_drafts)
    dated_drafts = (_with_date(reading, _without_time(reading, draft)) for draft in quoting_drafts)
    subject_drafts = (_with_subordinator(reading, uses, draft) for draft in dated_drafts)
    whole_drafts = (_with_first_subject(reading, uses, _with_subject(reading, uses, draft)) for draft in subject_drafts)
    return [_behind_dateline(reading, _with_opening(reading, uses, draft)) for draft in whole_drafts]


def _behind_dateline(reading: Document, draft: Draft) -> Draft:
    """A content without the dateline that its paragraph begins with: “LARN — The bridge is shut, police said.”."""
    return draft.with_content([*(without_dateline(reading, span) for span in draft.content[:1]), *draft.content[1:]])


def _unglued(reading: Document, draft: Draft) -> Draft:
    """A content without a quotation that ends right before another begins: only the one beside the cue is its own."""
    if not draft.cue:
        return draft
    draft = draft.with_content(_behind_quotation(reading, draft.content, draft.cue[0][0])) if draft.content else draft
    return draft.with_content(_beside_cue(reading, span, draft.cue[0][0]) for span in draft.content)


def _behind_quotation(reading: Document, content: Spans, cue: int) -> Spans:
    """Unquoted words ahead of a cue less the whole quotations that another sentence ends with: ““No.” So it went”."""
    (start, _), end = content[0], content[-1][1]
    for first, last in reading.quotations.within((start, end)):
        following = _SENTENCE.match(reading.text, last, end)
        is_fragment = reading.text[first + 1].islower()
        if (
            first != start
            or cue < end
            or following is None
            or is_fragment
            or not _ENDED.search(reading.text, first, last)
        ):
            break
        start = following.end() - 1
    is_unquoted = reading.text[start] != "“"
    return without(content, (content[0][0], start)) if is_unquoted else tuple(content)


def _beside_cue(reading: Document, span: Span, cue: int) -> Span:
    start, end = span
    for first, second in pairwise(reading.quotations.within(span)):
        gap = reading.text[first[1] : second[0]]
        if not gap.isspace() or "\n" in gap or not _ENDED.search(reading.text, *first):
            continue
        if cue < start:
            return start, first[1]
        start = second[0]
    return start, end


def _without_clock(reading: Document, draft: Draft) -> Draft:
    """A content without the time that heads its paragraph, as an entry of a live blog has it."""
    if not draft.content:
        return draft
    (start, end), *others = draft.content
    paragraph = reading.paragraphs.at(start)
    clock = _patterns(reading.lexicon).clock.match(reading.text, start, end)
    if clock is None or paragraph is None or paragraph[0] != start:
        return draft
    return draft.with_content([(clock.end(), end), *others])


def _without_time(reading: Document, draft: Draft) -> Draft:
    """A content that follows its cue without the time of saying before its subject."""
    if not draft.cue or not draft.content or not reports(words_of(reading.text, draft.cue), reading.lexicon):
        return draft
    (start, end), *others = draft.content
    patterns, begin = _patterns(reading.lexicon), draft.cue[0][0]
    is_behind_day = patterns.behind_day.search(reading.text, begin, start) is not None
    time = (patterns.time_of_day if is_behind_day else patterns.time).match(reading.text, start, end)
    is_amid = not is_behind_day and reading.text[draft.cue[-1][1] : start].strip()
    if time is None or is_amid or draft.cue[-1][1] > start:
        return draft
    return draft.with_content([(time.end(), end), *others])


def _with_date(reading: Document, draft: Draft) -> Draft:
    """A content with a date right before it that may be its own: “said in 2019 the ferry carried …”."""
    if not draft.cue or not draft.content or draft.cue[-1][1] > draft.content[0][0]:
        return draft
    (start, end), *others = draft.content
    date = _patterns(reading.lexicon).date.fullmatch(reading.text, draft.cue[-1][1], start)
    if date is None or not _patterns(reading.lexicon).clause.match(reading.text, start, end):
        return draft
    return draft.with_content([(date.start("date"), end), *others])


def _with_subject(reading: Document, uses: Uses, draft: Draft) -> Draft:
    """A content ahead of its cue that begins with its verb, with the subject right before."""
    if not _is_ahead(draft):
        return draft
    (start, end), *others = draft.content
    sentence, patterns = reading.sentences.at(start), _patterns(reading.lexicon)
    if sentence is None or not patterns.verb.match(reading.text, start, end):
        return draft
    lead = patterns.subject.fullmatch(reading.text, sentence[0], start)
    if lead is None or uses.over(lead.span()) or count_words(reading.text, lead.span()) > _LONGEST_SUBJECT:
        return draft
    return draft.with_content([(lead.start("words"), end), *others])


def _with_subordinator(reading: Document, uses: Uses, draft: Draft) -> Draft:
    """A content ahead of its cue with what makes its first clause part of the second: “While it rained, all went”."""
    if not _is_ahead(draft):
        return draft
    (start, end), *others = draft.content
    sentence = reading.sentences.at(start)
    if sentence is None or "," not in reading.text[start:end]:
        return draft
    lead = _patterns(reading.lexicon).subordinator.fullmatch(reading.text, sentence[0], start)
    if lead is None or uses.over(lead.span()):
        return draft
    return draft.with_content([(lead.start("word"), end), *others])


def _is_ahead(draft: Draft) -> bool:
    """Whether a content begins before its cue."""
    return bool(draft.cue and draft.content) and draft.content[0][0] <= draft.cue[0][0]


def _with_first_subject(reading: Document, uses: Uses, draft: Draft) -> Draft:
    """A content ahead of its cue that begins with the second of two subjects, with the first: “A fire, and rain,”."""
    if not _is_ahead(draft):
        return draft
    (start, end), *others = draft.content
    sentence, patterns = reading.sentences.at(start), _patterns(reading.lexicon)
    lead = patterns.first_subject.fullmatch(reading.text, sentence[0], start) if sentence is not None else None
    if lead is None or count_words(reading.text, lead.span()) > _LONGEST_SUBJECT:
        return draft
    if any(use.draft.source for use in uses.over(lead.span())) or patterns.telling.search(reading.text, *lead.span()):
        return draft
    return draft.with_content([(lead.start("words"), end), *others])


def _with_opening(reading: Document, uses: Uses, draft: Draft) -> Draft:
    """A quotation ahead of its cue that goes on in small letters, with the phrase before it: “In Belsk, “all is well””.

    Not with one that tells when or where somebody spoke.
    """
    if not draft.cue or not draft.content or draft.content[0][1] > draft.cue[0][0]:
        return draft
    (start, end), *others = draft.content
    sentence, patterns = reading.sentences.at(start), _patterns(reading.lexicon)
    if sentence is None or not _QUOTED_ON.match(reading.text, start):
        return draft
    lead, words = patterns.opening.fullmatch(reading.text, sentence[0], start), reading.text[sentence[0] : start]
    if lead is None or uses.over(lead.span()) or patterns.dated.search(words):
        return draft
    return draft.with_content([(lead.start(), end), *others])
