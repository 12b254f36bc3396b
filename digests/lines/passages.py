"""The words of a claim as its article gives them, in one string that a line is cut from and checked against."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from digests.lexicon import ENGLISH, Lexicon, either
from digests.lines.people.claimant_nouns import is_person, is_plural
from digests.models import Article, Claim, Span
from digests.text.dashes import DASH
from digests.text.name_words import LAST_INITIALS
from digests.text.printable import printable
from digests.text.quotations import quotations

#: A quotation, marks included; the group makes `split` keep it.
QUOTED = re.compile(r"(“[^”]*”)")
_PARTING = frozenset(",.;:?!–—-”\"’')“")  #: marks at which a speaker may be named within the words
_MARKS = "“”\"„‟«»‘’'"
_CLOSED_ODDLY = re.compile(r"“([^“”]{1,200})“(?=[\s.,;:!?)]|$)")  #: “Mostly False.“
_QUOTE_MARKS = '“”"„‟«» '
_INNER_END = "’',.;!? "
_DASH_AHEAD = re.compile(rf"(?:{DASH.pattern})$")
_LONGEST_DASH = 4  #: characters of “ -- ”
_SENTENCE_MARK = re.compile(r"[.!?][”\"’']*\s")
_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'", "„": "‚"})
_INNER_CLOSED = re.compile(
    r"(?<![^\s(])[‘'](?:[^‘’']|(?<=\w)[’'](?=\w))*?[,.;!?]?[’']$"
)  #: a quotation at the end of another
_STOP = re.compile(r"[.!?:]\W*$")
_quotations = functools.lru_cache(maxsize=64)(quotations)  # all claims of an article ask for the same


class _Patterns(NamedTuple):
    verb: re.Pattern[str]
    goes_on: re.Pattern[str]  #: after a comma: another clause or a comparison, not the verb of the subject before
    fronted: re.Pattern[str]  #: what begins a phrase or a clause before its main clause
    relative: re.Pattern[str]  #: a relative clause between two parts, which the speaker may not have said
    closing: re.Pattern[str]  #: a verb of saying right behind a quotation
    gap: re.Pattern[str]  #: what may stand between a verb of saying and what is said


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, hedges, lines = lexicon.grammar, lexicon.hedges, lexicon.lines
    helping = either(grammar.auxiliaries, grammar.modals, grammar.past_forms, lines.infinitives)
    contractions = either(grammar.contracted_verbs, grammar.doubtful_contractions)
    clauses = either(
        grammar.coordinators, grammar.reasons, grammar.settings, grammar.relative_adverbs, grammar.openers,
        hedges.concessions, hedges.conditions, lines.participles, lines.comparisons, grammar.doubtful_reasons,
    )  # fmt: skip
    fronted = either(
        grammar.prepositions, grammar.settings, grammar.reasons, grammar.doubtful_reasons, grammar.relative_adverbs,
        hedges.concessions,
    )  # fmt: skip
    dating, days = either(lexicon.descriptions.dating), either(lexicon.calendar.day_endings)
    return _Patterns(
        verb=re.compile(
            rf"\b(?:{helping}|\w+(?:{either(grammar.verb_endings)}))\b|(?:{contractions})\b|(?:{either(hedges.negative_endings)})\b"
            r"|\b\w+s\s(?=\w)",
            re.IGNORECASE,
        ),
        goes_on=re.compile(rf"(?:{clauses}|\w+ing)\b", re.IGNORECASE),
        fronted=re.compile(rf"[“\s]*(?:{fronted})\b", re.IGNORECASE),
        relative=re.compile(rf",\s+(?:{either(grammar.hanging_relatives)})\b[^“”\"]*,\s*"),
        closing=re.compile(rf"[”\"’',.\s]{{1,4}}(?P<verb>{either(lexicon.verbs.saying)})\b"),
        gap=re.compile(
            rf"[\s,]*(?:(?:{either(grammar.complementizers)}|(?:{dating}) \w+|\w+(?:{days}))\b[\s,]*)*", re.IGNORECASE
        ),
    )


def content_of(claim: Claim, text: str, lexicon: Lexicon = ENGLISH) -> str:
    """A claim's content, its fragments joined, quotations in “ ” whatever marks the article uses.

    Formatting characters and line breaks go; marks inside a quotation become single ones. Where the speaker was
    named between two sentences or two quotations stands “…”, and between two clauses the comma that was there.
    """
    return words_of(claim.attribution.content, text, lexicon, direct=claim.mode == "direct")


def words_of(spans: Sequence[Span], text: str, lexicon: Lexicon = ENGLISH, *, direct: bool = False) -> str:
    """The words of some spans of a text in one string, written as those of a content."""
    quoted_spans = _quotations(text)
    whole, previous_end = "", 0
    for start, end in spans:
        part = _fragment(text, (start, end), quoted_spans)
        if part:
            whole += _joiner(whole, text[previous_end:start], part, lexicon, direct=direct) + part if whole else part
            previous_end = end
    return whole


def is_torn(spans: Sequence[Span], claim: Claim, text: str) -> bool:
    """Whether source or cue stand within words with no marks around them: “has done nothing since it agreed to …”."""
    citation = claim.attribution.citation
    for (_, end), (start, _) in pairwise(spans):
        gap = text[end:start].strip()
        begins = gap[:1] in _PARTING or text[end - 1] in _PARTING
        closes = gap[-1:] in _PARTING or text[start] in _MARKS
        if any(end <= a < start for a, _ in citation) and not (begins and closes):
            return True
    return _is_of_aside(spans[0][0], citation, text)


def _is_of_aside(start: int, citation: Sequence[Span], text: str) -> bool:
    """Whether but the words behind an open dash are somebody’s: “she spent a lot - too much, they say - on boats”.

    So too where the content begins right behind it: “the law — a disgrace, critics say — would pass”.
    """
    if not citation:
        return False  # an outlet’s own words
    place = min(a for a, _ in citation)
    if place < start:
        return False  # “Bo argued - naming two firms - that …”
    ahead = _DASH_AHEAD.search(text, max(0, start - _LONGEST_DASH), start)
    words = _SENTENCE_MARK.split(text[ahead.start() if ahead else start : place])[-1]
    is_open = len(DASH.findall(words)) % 2 == 1
    return is_open and DASH.match(text, max(b for _, b in citation)) is not None


def ends_as_anothers(spans: Sequence[Span], claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether behind the words stands who says the last of them, though this claim's speaker was named before."""
    cues, (start, end) = claim.attribution.cue, spans[-1]
    if len(spans) == 1 or not cues or cues[-1][0] > start:
        return False
    verb = _patterns(lexicon).closing.match(text, end)
    return verb is not None and not any(a <= verb.start("verb") < b for a, b in cues)


def is_relative(gap: str, lexicon: Lexicon) -> bool:
    """Whether what stands between two parts of a content is a relative clause between commas."""
    return _patterns(lexicon).relative.fullmatch(gap) is not None


def has_verb(words: str, lexicon: Lexicon) -> bool:
    """Whether words hold what may be a verb."""
    return bool(_patterns(lexicon).verb.search(words))


def _joiner(head: str, gap: str, tail: str, lexicon: Lexicon, *, direct: bool) -> str:
    """What stands between two parts of a content in the place of the speaker and the cue."""
    sentence = tail[:2].lstrip("“")[:1].isupper() and bool(_STOP.search(gap) or tail.startswith("“"))
    if direct or sentence or is_relative(gap, lexicon) or (head.endswith("”") and tail.startswith("“")):
        return " … "
    if gap.strip()[-1:] == ":":
        return ": "
    commas, patterns = (gap.strip()[:1], gap.strip()[-1:]), _patterns(lexicon)
    if commas == (",", ",") and patterns.fronted.match(head) and "," not in head:
        return ", "
    clause = "," in commas and patterns.goes_on.match(tail)
    return ", " if clause and has_verb(head, lexicon) else " "


def outside_quotations(body: str, change: Callable[[str], str]) -> str:
    """Apply a change to the parts of a body that stand outside quotation marks."""
    parts = QUOTED.split(body)
    return "".join(part if i % 2 else change(part) for i, part in enumerate(parts))


def speaks_of_itself(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether a leading “it” surely means the claimant: a body, named right before the verb that the words follow."""
    attribution = claim.attribution
    if not attribution.source or not attribution.cue or claim.kind == "denial":
        return False
    if is_person(claim, lexicon) or is_plural(claim, lexicon) or any(c.isdigit() for c in claim.claimant.name):
        return False  # “one in 10” is no body
    if claim.claimant.role in {"analyst", "outlet", "document", "unnamed"} or claim.claimant.resolved_by == "none":
        return False
    (_, source), (cue, cue_end), (begins, _) = attribution.source[-1], attribution.cue[-1], attribution.content[0]
    if not source <= cue < cue_end <= begins:
        return False
    return not text[source:cue].strip() and bool(_patterns(lexicon).gap.fullmatch(text[cue_end:begins]))


def place_names(claim: Claim, article: Article) -> tuple[str, ...]:
    """The names of places as a claim's passage writes them."""
    return tuple(sorted({article.body[mention.start : mention.end] for mention in claim.places}))


def _fragment(text: str, fragment: Span, quoted_spans: Sequence[Span]) -> str:
    """One fragment; where it is (part of) one quotation, in quotation marks as a whole."""
    start, end = fragment
    if text[start] == "”" and text[end - 1] in '”"':
        return _quotation(text[start + 1 : end])  # opened with the mark that closes
    if any(q[0] <= start and end <= q[1] + 1 and start < q[1] for q in quoted_spans):
        holding = next(q for q in quoted_spans if q[0] <= start and end <= q[1] + 1 and start < q[1])
        return _quotation(text[max(start, holding[0] + 1) : min(end, holding[1])])
    parts, index = [], start
    for opens, closes in quoted_spans:
        if (text[opens] in '“"' or text.startswith("''", opens)) and index <= opens < end:
            quotation = text[opens + 1 : min(closes, end)]
            goes_on = quotation.rstrip(_QUOTE_MARKS).endswith(",") and re.search(r"\w", text[closes:end])
            parts += [text[index:opens], _quotation(quotation, comma="," if goes_on else "")]
            index = min(closes, end)
    whole = printable("".join([*parts, text[index:end]])).strip(",;: ")
    whole = _CLOSED_ODDLY.sub(r"“\1”", whole)
    return whole if whole.endswith("...") else _unstopped(whole)


def _unstopped(words: str) -> str:
    return words if LAST_INITIALS.search(words) else words.rstrip(".")


def _quotation(quotation: str, *, comma: str = "") -> str:
    """A quotation in its marks, which keeps a comma before them only where its sentence goes on."""
    words = printable(quotation).strip(_MARKS + " ").translate(_INNER).rstrip(",; ")
    if inner := _INNER_CLOSED.search(printable(quotation).removesuffix("''").strip(_QUOTE_MARKS)):
        words = words.rstrip(_INNER_END).removesuffix(inner.group().rstrip(_INNER_END)) + inner.group()
    return f"“{_unstopped(words) if words[:1].islower() else words}{comma}”" if words else ""
