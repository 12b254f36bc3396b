"""Lists after a colon: what “The ministry said:” has below it, each line marked, is all the ministry's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Uses, count_words
from digests.attribution.repairs.free_quotations import introduction
from digests.text.sentences import trim

_CONFIDENCE: Final = 0.7
_SHORTEST: Final = 3  #: words of what one line says
_MARK: Final = re.compile(r"[•·▪●‣◦*–—-]\s+(?=\w)")


def add_listed(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Adds the marked lines below an introduction that no draft uses yet."""
    uses, additions = Uses(drafts), list[Draft]()
    owner: Draft | None = None
    for number, (start, end) in enumerate(reading.paragraphs.all):
        mark = _MARK.match(reading.text, start, end)
        if mark is None:
            owner = introduction(reading, number)
            continue
        content = trim(reading.text, (mark.end(), end))
        if owner is not None and count_words(reading.text, content) >= _SHORTEST and not uses.over(content):
            additions.append(replace(owner, content=(content,), confidence=_CONFIDENCE))
    return [*drafts, *additions]
