"""What stands before somebody's words and is none of them: a topic, a headline in capitals, a caption run in."""

from __future__ import annotations

import functools
import re
from typing import Final, NamedTuple

from digests.attribution.document import Document
from digests.attribution.drafts import Draft
from digests.lexicon import Lexicon, either

_LEAST: Final = 6  #: words of a quotation that is a whole sentence
_CAPTION: Final = 2  #: words of a caption
#: “WE WANT NO FIRM OF A PARTYThe men …”, and with a space between
_SHOUTED = re.compile(r"(?:[A-Z][A-Z’'.,:&-]*\s+){3,}(?:[A-Z]{3,}(?=[A-Z][a-z])|[A-Z]{2,}\s+(?=[A-Z][a-z]))")


class _Patterns(NamedTuple):
    topic: re.Pattern[str]  #: a verb of saying and “ of the plan: ” before a quotation
    weekday: re.Pattern[str]  #: “ Monday, ” at the end
    month_day: re.Pattern[str]  #: “May 18”, at the beginning
    no_caption: re.Pattern[str]  #: an end of words that go on into a quotation: “it ”, “is ”, “, ”
    statement: re.Pattern[str]  #: a finite verb


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, verbs = lexicon.grammar, lexicon.verbs
    months = (*lexicon.calendar.months, *lexicon.calendar.month_shorts)
    helping = either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)
    small = either(
        grammar.prepositions, grammar.articles, grammar.possessives, grammar.coordinators, grammar.complementizers,
        grammar.subjects, grammar.object_pronouns, grammar.finite_auxiliaries, grammar.modals, verbs.saying,
        verbs.inverted, verbs.telling, lexicon.reporting.reporting.finite, lexicon.reporting.reporting.gerunds,
    )  # fmt: skip
    return _Patterns(
        topic=re.compile(
            rf"(?:[\w’'-]+\s+){{1,2}}?(?:{either(lexicon.clauses.commenting)})\s[^:“”\"\n]{{1,160}}:\s*(?=[“\"‘'])"
        ),
        weekday=re.compile(rf"\b(?:{either(map(str.capitalize, lexicon.calendar.weekdays))}),\s+$"),
        month_day=re.compile(rf"(?:{either(map(str.capitalize, months))})\.?\s\d{{1,2}}\b"),
        no_caption=re.compile(rf"(?:\b(?:{small})|[^\w\s])\s*$", re.IGNORECASE),
        statement=re.compile(rf"\b(?:{helping})\b|[’'](?:s|re|ve|m)\b"),
    )


def without_strays(reading: Document, draft: Draft) -> Draft:
    """A content that begins where somebody's words do."""
    if not draft.content or not draft.cue:
        return draft
    return _without_day(reading, _without_caption(reading, _without_shout(reading, _without_topic(reading, draft))))


def _without_topic(reading: Document, draft: Draft) -> Draft:
    """A content that begins with its quotation, not with what that is about: “said of the plan: “It is dead””."""
    topic = _patterns(reading.lexicon).topic.match(reading.text, draft.cue[-1][0])
    if topic is None or draft.content[-1][1] <= topic.end():
        return draft
    is_behind = draft.cue[-1][1] <= draft.content[0][0]
    spans = ((max(start, topic.end()), end) for start, end in draft.content if end > topic.end())
    return draft.with_content(spans) if is_behind else draft


def _without_day(reading: Document, draft: Draft) -> Draft:
    """A content without a part that begins, behind its speaker, with the day: “said Monday, | May 18, in Larn”.

    What goes on there is the narrator's, unless the words before hang on it: “The road, he said Monday, …, is shut”.
    """
    patterns, first = _patterns(reading.lexicon), draft.content[0]
    if len(draft.content) < 2 or patterns.statement.search(reading.text, *first) is None:
        return draft
    last_cue = draft.cue[-1][1]
    spans = [
        (start, end)
        for start, end in draft.content
        if start < last_cue
        or patterns.weekday.search(reading.text, last_cue, start) is None
        or patterns.month_day.match(reading.text, start, end) is None
    ]
    return draft.with_content(spans)


def _without_shout(reading: Document, draft: Draft) -> Draft:
    """A content without the headline in capitals that was run into it."""
    (start, end), *others = draft.content
    shout = _SHOUTED.match(reading.text, start, end)
    return draft.with_content([(shout.end(), end), *others]) if shout else draft


def _without_caption(reading: Document, draft: Draft) -> Draft:
    """A quotation that is a whole sentence, before its speaker, without the caption that was run in before it."""
    (start, end), *others = draft.content
    first, last = next(iter(reading.quotations.within((start, end))), (start, start))
    caption, quotation = reading.text[start:first], reading.text[first:last]
    patterns = _patterns(reading.lexicon)
    is_whole = len(quotation.split()) >= _LEAST and quotation[1:2].isupper() and quotation[-2:-1] == ","
    if not is_whole or draft.cue[0][0] < last or patterns.statement.search(quotation) is None:
        return draft
    is_caption = len(caption.split()) >= _CAPTION and patterns.no_caption.search(caption) is None
    return draft.with_content([(first, end), *others]) if is_caption else draft
