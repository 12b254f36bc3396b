"""What an article says in its own voice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digests.attribution.drafts import Draft, Uses
from digests.models import Attribution, Span
from digests.text.quotations import quotations
from digests.text.sentences import sentences
from digests.text.spans import SpanIndex

_END = re.compile(r"[.!?…][\"”’»'\)\]]*$")
_BOILERPLATE = re.compile(
    r"(?:discover more from|subscribe\b|sign up\b|follow us\b|read more\b|read also\b|also read\b|click here\b|"
    r"share this\b|advertisement\b|all rights reserved|copyright\b|©|"
    r"\(?(?:additional )?(?:reporting|editing|writing) by\b|"
    r"this (?:article|story) (?:was|has been) (?:originally |first )?(?:published|updated|corrected)|"
    r"(?:photo|image|picture|video)(?: credit)?:|get the latest\b|support our\b|related:|join our\b|download our\b)",
    re.IGNORECASE,
)


def narrator_sentences(text: str, attributions: Iterable[Attribution]) -> tuple[Span, ...]:
    """The sentences of which no part is somebody's content; headings and boilerplate lines are no sentences."""
    said = Uses(Draft(content=list(attribution.content)) for attribution in attributions)
    quoted = SpanIndex(quotations(text))
    return tuple(
        span
        for span in sentences(text)
        if _is_prose(text[slice(*span)]) and not said.over(span) and not _is_quoted(quoted, span)
    )


def _is_quoted(quoted: SpanIndex, sentence: Span) -> bool:
    quotation = quoted.at(sentence[0])
    return quotation is not None and sentence[1] <= quotation[1]


def _is_prose(line: str) -> bool:
    return _END.search(line) is not None and _BOILERPLATE.match(line) is None
