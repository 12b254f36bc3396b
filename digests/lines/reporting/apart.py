"""Whether words stand beside an article rather than in it: a note, a link, a caption, the headline again."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Article, Claim, Span
from digests.text.sentences import cached_by_text, paragraphs
from digests.text.spans import span_holding

_LONGER = re.compile(r"(?<![\w’'-])[^\W\d_]{4,}")  #: words that a heading in capitals has with a capital
_HEADING = 4  #: of them, from which their capitals tell a heading
_LEAST_CAPITAL = 0.85
_SHORT = 140  #: characters of a line that may be a heading or a link
_CAPTION = 400  #: characters of what is written under a picture
_ENDS = frozenset(".!?…:”\"’')]—")
_MARKS = ' \t•*–—-[("“'
_CLOCK = re.compile(r"^\d{1,2}[:.]\d{2}\s+")  #: when an entry of a live blog was written
_FOOTNOTE = re.compile(r"[.,”\"]{0,2}(?P<mark>\*{1,3}|[†‡])(?=\s)")
_TELLING = 5  #: letters of a word that tells what is spoken of
_LEAST_NOTED = 0.3  #: of those of a claim, in a note that speaks of the same
_PARAGRAPHS = 3  #: longer paragraphs from which it shows that an article's end with a mark
_LEAST_ENDED = 0.7
_LEAST_SHARED = 0.9  #: of a headline's words in a claim that says nothing else


class _Patterns(NamedTuple):
    opening: re.Pattern[str]  #: how a paragraph begins that is no text of the article's own
    correcting: re.Pattern[str]  #: how a note begins that sets an article right
    position: re.Pattern[str]  #: where somebody stands in a picture
    inserted: re.Pattern[str]  #: what stands between the words of an article
    links: re.Pattern[str]  #: a line of its own above links


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    openings = either(lexicon.boilerplate.notes, lexicon.boilerplate.openings)
    labels = either(lexicon.boilerplate.silent_labels, lexicon.boilerplate.labels)
    return _Patterns(
        opening=re.compile(rf"(?:{openings})\b|(?:{labels})\s*[:|>]", re.IGNORECASE),
        correcting=_correcting(lexicon),
        links=re.compile(rf"\W*(?:{either(lexicon.boilerplate.labels)})\W*", re.IGNORECASE),
        position=re.compile(rf"[A-Z][\w’'-]+\s+\((?:{either(lexicon.boilerplate.positions)})\)"),
        inserted=re.compile(rf"(?<![A-Z] )\b(?:{either(lexicon.boilerplate.inserted)})\b(?! [A-Z]{{2}})"),
    )


def _correcting(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.boilerplate
    return re.compile(
        rf"(?:{either(words.notes - words.correcting_labels)})\b|.*\b(?:{either(words.afterwards)})\b"
        rf"|(?:{either(words.correcting_labels)})\b[^:|\n]{{0,24}}(?:[:|—–]|\s-).*\b(?:{either(words.revising)})\b",
        re.IGNORECASE,
    )


def is_set_right_in_note(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether a note beside an article, which corrects it, speaks of what a claim says, or of its number."""
    begin = span_holding(paragraphs(text), claim.passage.start)[0]
    if _has_footnote(claim, text):
        return True
    words = _telling_words(" ".join(text[slice(*span)] for span in claim.attribution.content))
    for shared in (words & noted_words for place, noted_words in _notes(text, lexicon) if place != begin):
        if len(shared) >= _LEAST_NOTED * len(words) or any(word[0].isdigit() for word in shared):
            return True
    return False


@cached_by_text
def _notes(text: str, lexicon: Lexicon) -> tuple[tuple[int, frozenset[str]], ...]:
    """Where the notes of a text begin that set it right, with the words that tell what they speak of."""
    notes = ((begin, text[begin:end]) for begin, end in paragraphs(text))
    correcting = _patterns(lexicon).correcting
    return tuple(
        (begin, _telling_words(note)) for begin, note in notes if correcting.match(_CLOCK.sub("", note).lstrip(_MARKS))
    )


def _has_footnote(claim: Claim, text: str) -> bool:
    """Whether a mark behind a claim's words refers to a note: “… on Monday.*”."""
    mark = _FOOTNOTE.match(text, claim.attribution.content[-1][1])
    return mark is not None and re.search(rf"(?m)^{re.escape(mark['mark'])}\s*[A-Z]", text) is not None


def _telling_words(words: str) -> frozenset[str]:
    """Numbers, and the longer words."""
    return frozenset(word for word in re.findall(r"\w+", words.lower()) if len(word) >= _TELLING or word.isdigit())


def stands_apart(claim: Claim, article: Article, lexicon: Lexicon) -> bool:
    """Whether words are an editor's note, a link, a caption, or the headline again."""
    text = article.body
    begin, end = span_holding(paragraphs(text), claim.passage.start)
    paragraph = text[begin:end].lstrip(_MARKS)
    patterns = _patterns(lexicon)
    if patterns.opening.match(paragraph):
        return True
    if patterns.inserted.search(claim.passage.exact) and not claim.passage.exact.isupper():
        return True
    if len(paragraph) < _CAPTION and patterns.position.search(paragraph):
        return True
    if _is_heading(paragraph) or _is_link(text, (begin, end)) or _is_listed(text, begin, paragraph, patterns.links):
        return True
    headline = re.findall(r"\w+", article.headline.lower())
    words = re.findall(r"\w+", paragraph.lower())
    return (
        bool(headline)
        and len(words) <= len(headline) + 2
        and len(set(words) & set(headline)) >= _LEAST_SHARED * len(set(headline))
    )


def _is_link(text: str, paragraph: Span) -> bool:
    """Whether a short line without an end stands among paragraphs that have one: “Mayor says taxes will rise”."""
    begin, end = paragraph
    if end - begin > _SHORT or text[end - 1] in _ENDS or not text[begin].isalnum():
        return False
    others = [text[last - 1] in _ENDS for first, last in paragraphs(text) if first != begin and last - first > _SHORT]
    return len(others) >= _PARAGRAPHS and sum(others) >= _LEAST_ENDED * len(others)


def _is_heading(paragraph: str) -> bool:
    """Whether a line without an end has nearly all its longer words with capitals: “Mayor Says Dam Will Hold”."""
    return bool(paragraph) and paragraph.rstrip()[-1] not in '.!?”"' and _is_capitalised(paragraph, _LEAST_CAPITAL)


def _is_capitalised(paragraph: str, share: float) -> bool:
    """Whether so many of the longer words of a line have capitals."""
    words: list[str] = _LONGER.findall(paragraph)
    capital = [word for word in words if word[0].isupper() and not word.isupper()]
    return len(words) >= _HEADING and len(capital) >= share * len(words)


def _is_listed(text: str, begin: int, paragraph: str, links: re.Pattern[str]) -> bool:
    """Whether a line with capitals stands in a row of short ones below one that says no more than “Related:”."""
    if len(paragraph) > _SHORT or not _is_capitalised(paragraph, 1):
        return False
    row = reversed([text[first:end] for first, end in paragraphs(text) if first < begin])
    label = next((line for line in row if len(line) > _SHORT or links.fullmatch(line)), "")
    return links.fullmatch(label) is not None
