"""Where a content begins and ends: whole clauses, in the cue's own sentence unless quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Spans, Uses, count_words, join, overlap, without
from digests.attribution.repairs.extents.boundary_patterns import boundary_patterns
from digests.attribution.repairs.extents.endings import ended_wholly
from digests.attribution.repairs.quotations import is_floating
from digests.models import Span
from digests.text.sentences import trim

_CLAUSE_END = re.compile(r"[,;:—–](?=\s)|\s[-–—](?=\s)|—")
_NEAR = 100  # characters, more than the words below can take
_SHORT = 3  # words that a content may have been cut short by
_LONG = 20  # the same where its last word shows that it was
_LONGEST_END = 10  # characters of that word
_POINTS = frozenset(".,;: \t\u00a0")
_MARKS = re.compile(r"[“”\"«»„]")


def keep_to_sentence(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Cuts from contents what stands in another sentence than the cue and is not quoted: that is the narrator's."""
    drafts_in_sentence = (_in_sentence(reading, draft) for draft in drafts)
    return [draft for draft in drafts_in_sentence if draft.content]


def _in_sentence(reading: Document, draft: Draft) -> Draft:
    sentence = reading.sentences.at(draft.cue[0][0]) if draft.cue else None
    if sentence is None:
        return draft
    parts = [part for span in draft.content for part in _sayable(reading, span, sentence)]
    return draft.with_content(join(reading.text, parts))


def _sayable(reading: Document, span: Span, sentence: Span) -> list[Span]:
    """The parts of a content fragment in the cue's sentence or in a quotation."""
    places = [sentence, *reading.quotations.within(span)]
    return [(max(span[0], start), min(span[1], end)) for start, end in places if overlap(span, (start, end))]


def part_quotations(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Takes whole quoted sentences away from a content that is indirect, as attributions of their own."""
    return [part for draft in drafts for part in _parted(reading, draft)]


def _parted(reading: Document, draft: Draft) -> list[Draft]:
    quotations = _quoted_elsewhere(reading, draft)
    unquoted: Spans = draft.content
    for quotation in quotations:
        unquoted = without(unquoted, quotation)
    unquoted = join(reading.text, unquoted)
    if not quotations or not unquoted or all(reading.quotations.at(start) for start, _ in unquoted):
        return [draft]
    return [draft.with_content(unquoted), Draft(draft.source, content=quotations, confidence=draft.confidence)]


def _quoted_elsewhere(reading: Document, draft: Draft) -> Spans:
    sentence = reading.sentences.at(draft.cue[0][0]) if draft.cue and draft.source else None
    return tuple(
        quotation
        for span in draft.content
        for quotation in reading.quotations.within(span)
        if sentence is not None and not overlap(quotation, sentence) and is_floating(reading, quotation)
    )


def cut_asides(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Cuts from a content's beginning what only says who its source is: “…, a research group, …”."""
    return [
        draft.with_content(_without_aside(reading, draft.source, span) for span in draft.content) for draft in drafts
    ]


def _without_aside(reading: Document, source: Spans, span: Span) -> Span:
    text, patterns = reading.text, boundary_patterns(reading.lexicon)
    start, end = span
    if not any(0 <= start - stop <= 3 and not text[stop:start].strip(", ") for _, stop in source):
        return span
    aside = patterns.aside.match(text, start, end)
    if aside is None or (not aside.group("clause") and patterns.finite.search(aside.group())):
        return span
    return (aside.end(), end) if patterns.clause_start.match(text, aside.end(), end) else span


def tidy(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Cuts points outside quotations from the ends of contents, an empty “it”, and a source's last “who” or “also”.

    A content ends within no bracket that nobody speaks in, nor before the last point of initials.
    """
    sources = ([_without_relative(reading, span) for span in draft.source] for draft in drafts)
    tidy_drafts = (
        draft.with_source(source).with_content(ended_wholly(reading.text, draft, _tidied(reading, draft.content)))
        for draft, source in zip(drafts, sources, strict=True)
    )
    return [draft for draft in tidy_drafts if any(count_words(reading.text, span) for span in draft.content)]


def _tidied(reading: Document, content: Spans) -> list[Span]:
    gerund = boundary_patterns(reading.lexicon).gerund
    fragments = [span for span in content if span == content[0] or not gerund.match(reading.text, *span)]
    spans = [_without_points(reading, span) for span in fragments]
    clause = boundary_patterns(reading.lexicon).that_clause
    if not any(clause.match(reading.text, start) for start, _ in spans):
        return spans
    empty = reading.lexicon.grammar.neuter_pronouns
    return [span for span in spans if reading.text[slice(*span)].lower() not in empty]


def _without_relative(reading: Document, span: Span) -> Span:
    """A source less the pronoun of the clause behind it, its adverb or its day: “A nurse, who”, “Bo Tuesday night”."""
    patterns, text = boundary_patterns(reading.lexicon), reading.text
    relative = patterns.last_relative.search(text, *span)
    if relative is None and (day := patterns.last_day.search(text, *span)):
        title, _, last = day["name"].rpartition(" ")
        is_person = title.split(" ")[0].lower() in reading.lexicon.persons.titles
        is_person = is_person or any(text.count(name) > text.count(name + day["day"]) for name in (day["name"], last))
        return (span[0], day.start("day")) if is_person else span  # unlike “Sheffield Wednesday”
    return (span[0], relative.start()) if relative else span


def _without_points(reading: Document, span: Span) -> Span:
    start, end = span
    opening = reading.quotations.at(end - 1)
    if opening is not None and start < opening[0] == end - 1:
        start, end = trim(reading.text, (start, end - 1))  # the mark that opens the next quotation
    while end > start + 1 and reading.text[end - 1] in _POINTS and not reading.quotations.at(end - 1):
        end -= 1
    while start < end - 1 and reading.text[start] in _POINTS:
        start += 1
    return start, end


def extend_to_clause(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Lets a content that stops a few words short of its clause's end run to that end."""
    uses = Uses(drafts)
    longer_drafts = (
        draft.with_content(join(reading.text, [_extended(reading, uses, span) for span in draft.content]))
        for draft in drafts
    )
    return [_with_predicate(reading, uses, draft) for draft in longer_drafts]


def _with_predicate(reading: Document, uses: Uses, draft: Draft) -> Draft:
    """A content that a speaker parts after its auxiliary, with the rest behind: “It will, said Bo, reopen in May”."""
    text, patterns = reading.text, boundary_patterns(reading.lexicon)
    citation = (*draft.source, *draft.cue)
    if not draft.source or not draft.cue or len(draft.content) != 1 or draft.content[0][1] > min(citation)[0]:
        return draft
    last = max(end for _, end in citation)
    sentence = reading.sentences.at(last - 1)
    if sentence is None or not patterns.helping.search(text, *draft.content[0]):
        return draft
    rest = patterns.predicate.match(text, last, sentence[1])
    if rest is None or uses.over(rest.span("words")):
        return draft
    return draft.with_content((*draft.content, trim(text, rest.span("words"))))


def _extended(reading: Document, uses: Uses, span: Span) -> Span:
    text, patterns = reading.text, boundary_patterns(reading.lexicon)
    sentence = reading.sentences.at(span[1] - 1)
    if sentence is None or reading.quotations.at(span[1] - 1):
        return span
    cut_end = patterns.cut_end.search(text, max(span[0], span[1] - _LONGEST_END), span[1]) is not None
    cut_end = cut_end or patterns.restriction.match(text, span[1]) is not None
    resumed = patterns.resumed.match(text, span[1], sentence[1])
    begin = resumed.end() if resumed else span[1]
    cut_end = cut_end or resumed is not None
    reach = begin + _NEAR * (1 + cut_end)
    clause = _CLAUSE_END.search(text, begin, min(sentence[1], reach))
    if clause is None and sentence[1] > reach:
        return span
    end = clause.start() if clause else sentence[1]
    while end > span[1] and not text[end - 1].isalnum():
        end -= 1
    remainder = span[1], end
    longest = _LONG if cut_end else _SHORT
    if (
        not 1 <= count_words(text, remainder) <= longest
        or _MARKS.search(text, *remainder)
        or patterns.circumstance.match(text, *remainder)
    ):
        return span
    return span if uses.over(remainder) else (span[0], end)
