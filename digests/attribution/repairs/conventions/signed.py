"""Signed paragraphs: embedded posts (“… — Ann Bo (@annbo) 5 May 2019”), lifted quotations, captions."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Uses, count_words
from digests.lexicon import Lexicon, either
from digests.models import Span
from digests.text.name_words import UPPER, name_words
from digests.text.post_signatures import SIGNATURE
from digests.text.sentences import trim

_CONFIDENCE = 0.7
_SHORTEST = 4  # words of a post
_SAME = 5  # words in a row that show that a paragraph is quoted elsewhere
_WORD = re.compile(r"\w+")


class _Patterns(NamedTuple):
    post: re.Pattern[str]
    lifted: re.Pattern[str]  #: the name, and maybe the role, that a paragraph ends with after a full stop
    speaking_of_self: re.Pattern[str]  #: “I”, “my”
    citation: re.Pattern[str]  #: a headline in a list of sources
    caption: re.Pattern[str]
    credit: re.Pattern[str]  #: whose a picture is, glued before a paragraph: “EPA ”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    name = rf"{UPPER}[\w.’'-]+(?:\s(?:{name_words(lexicon)}\s){{0,2}}{UPPER}[\w.’'-]+){{0,4}}"
    month = rf"(?:{either(lexicon.calendar.months)})"
    date = rf"(?:(?i:{month})\s\d{{1,2}}|\d{{1,2}}\s(?i:{month})),?\s\d{{4}}"
    pronouns = lexicon.grammar.first_person
    pictures = either(map(str.capitalize, lexicon.sources.silent_things))
    credit = rf"(?:{either(lexicon.boilerplate.credits)})"
    return _Patterns(
        post=re.compile(
            rf"(?=.*\(@)(?P<content>\S.*?)(?:\s*(?:https?://|pic\.)\S+)*\s*{SIGNATURE}{date}\s*", re.DOTALL
        ),
        lifted=re.compile(rf"(?P<content>[^“”\"]+[.!?])\s+(?P<source>{name}\s{UPPER}[\w’'-]+)(?:,\s[^.“”\"]{{2,60}})?"),
        speaking_of_self=re.compile(rf"\b(?:{either(pronouns, map(str.capitalize, pronouns))})\b"),
        citation=re.compile(rf".{{0,60}}[“\"][^“”\"]+[”\"]\s*[—–-]\s*[^“”\"]{{2,40}},\s{date}\s*"),
        caption=re.compile(rf".*\s(?:{pictures}):\s[^.]{{2,60}}[.]?\s*"),
        credit=re.compile(rf"(?P<owner>{credit}(?:/{credit})*\s+)(?P<name>{UPPER}[\w’'-]+)"),
    )


def add_signed(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Adds posts and lifted quotations that no draft uses yet."""
    uses = Uses(drafts)
    return [*drafts, *(draft for draft in _signed(reading) if _holds(draft.content[0], uses))]


def _holds(content: Span, uses: Uses) -> bool:
    """Whether no draft but such as are told within a content uses its words."""
    spans = (span for use in uses.over(content) for span in use.draft.all_spans())
    return all(content[0] <= start and end <= content[1] for start, end in spans)


def drop_captions(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Drops what was read in captions and lists of headlines."""
    patterns, text = _patterns(reading.lexicon), reading.text
    silent_lines = [
        line
        for line in reading.paragraphs.all
        if patterns.citation.fullmatch(text, *line) or patterns.caption.fullmatch(text, *line)
    ]
    return [draft for draft in drafts if not any(_lies_in(draft, line) for line in silent_lines)]


def _lies_in(draft: Draft, line: Span) -> bool:
    return any(line[0] <= start < line[1] for start, _ in draft.content)


def drop_credits(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Leaves out of a source the credit of a picture before it, where the text has the name without that elsewhere."""
    return [_without_credit(reading, draft) for draft in drafts]


def _without_credit(reading: Document, draft: Draft) -> Draft:
    text = reading.text
    start, end = draft.source[0] if draft.source else (0, 0)
    credit = _patterns(reading.lexicon).credit.match(text, start, end)
    if credit is None or (line := reading.paragraphs.at(start)) is None or text[line[0] : start].strip():
        return draft
    owner, name = credit.group("owner", "name")
    is_body = name.lower() in reading.lexicon.descriptions.bodies  # “Reuters Institute”
    is_apart = len(re.findall(rf"\b{re.escape(name)}\b", text)) > text.count(credit[0])
    is_once = text.count(credit[0]) == 1 and is_apart
    return draft.with_source([(start + len(owner), end), *draft.source[1:]]) if is_once and not is_body else draft


def _signed(reading: Document) -> Iterator[Draft]:
    patterns, text = _patterns(reading.lexicon), reading.text
    quoted_words = _quoted_words(reading)
    for line in reading.paragraphs.all:
        match, cue = patterns.post.fullmatch(text, *line), True
        if match is None:
            match, cue = patterns.lifted.fullmatch(text, *line), False
            if match is None or not (
                _is_quoted(reading, match.span("content"), quoted_words) or _is_own(reading, match)
            ):
                continue
        content = trim(text, match.span("content"))
        if count_words(text, content) >= _SHORTEST:
            yield Draft((match.span("source"),), (match.span("cue"),) if cue else (), (content,), _CONFIDENCE)


def _quoted_words(reading: Document) -> set[tuple[str, ...]]:
    """All words in a row that stand in quotations."""
    return {row for quotation in reading.quotations.all for row in _rows(reading.text, quotation)}


def _rows(text: str, span: Span) -> list[tuple[str, ...]]:
    words = [word[0].lower() for word in _WORD.finditer(text, *span)]
    return [tuple(words[n : n + _SAME]) for n in range(len(words) - _SAME + 1)]


def _is_quoted(reading: Document, span: Span, quoted_words: set[tuple[str, ...]]) -> bool:
    """Whether most of a paragraph's words stand in quotations elsewhere."""
    rows = _rows(reading.text, span)
    return bool(rows) and sum(row in quoted_words for row in rows) * 2 > len(rows)


def _is_own(reading: Document, match: re.Match[str]) -> bool:
    """Whether a signed paragraph tells of “me” where the narrator does not, and who signs it is named elsewhere."""
    text = reading.text
    places = [pronoun.start() for pronoun in _patterns(reading.lexicon).speaking_of_self.finditer(text)]
    signed_places = [place for place in places if match.start() <= place < match.end()]
    narrated = (place for place in places if place not in signed_places and reading.quotations.at(place) is None)
    last, sentence = match["source"].rpartition(" ")[2], reading.sentences.at(match.start("source"))
    if sentence is None or sentence[0] != match.start("source"):
        return False  # “Gen. Bo”
    return bool(signed_places) and next(narrated, None) is None and len(re.findall(rf"\b{re.escape(last)}\b", text)) > 1
