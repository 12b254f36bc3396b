"""What an article says in its own voice."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from digests.attribution.drafts import Draft, Uses
from digests.lexicon import ENGLISH, Lexicon, either
from digests.models import Attribution, Span
from digests.text.quotations import quotations
from digests.text.sentences import sentences
from digests.text.spans import SpanIndex

_END = re.compile(r"[.!?…][\"”’»'\)\]]*$")


@functools.cache
def _boilerplate(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.boilerplate
    return re.compile(rf"\(?(?:{either(words.openings)})\b|©|(?:{either(words.labels)}):", re.IGNORECASE)


def narrator_sentences(text: str, attributions: Iterable[Attribution], lexicon: Lexicon = ENGLISH) -> tuple[Span, ...]:
    """The sentences of which no part is somebody's content; headings and boilerplate lines are no sentences."""
    uses = Uses(Draft(content=attribution.content) for attribution in attributions)
    quotation_index = SpanIndex(quotations(text))
    return tuple(
        span
        for span in sentences(text, lexicon)
        if _is_prose(text[slice(*span)], lexicon) and not uses.over(span) and not _is_quoted(quotation_index, span)
    )


def _is_quoted(quotation_index: SpanIndex, sentence: Span) -> bool:
    quotation = quotation_index.at(sentence[0])
    return quotation is not None and sentence[1] <= quotation[1]


def _is_prose(line: str, lexicon: Lexicon) -> bool:
    return _END.search(line) is not None and _boilerplate(lexicon).match(line) is None
