"""What the small words below a line mean, in the same words on every platform. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from digests.models import Digest

TITLE: Final = "How to read this"
#: How a flag or date looks, how it is named in the legend, and what it means.
_MEANINGS: Final = tuple(
    (re.compile(pattern), name, meaning)
    for pattern, name, meaning in (
        (r"said ", "said Fri 7 Feb", "the day on which it was said; a day alone is that of what it tells"),
        (r"for [A-Z\d]", "for Fri 14 Feb", "the day for which it is told, which was still to come"),
        (r"article ", "article Fri 7 Feb", "the day of the article, where no day is told"),
        (r"unconfirmed$", "unconfirmed", "the article says that it is not confirmed, or doubts it"),
        (r"no response yet$", "no response yet", "who was asked, or is spoken of, had not answered"),
        (r"estimate$", "estimate", "the speaker estimates"),
        (r"unnamed source$", "unnamed source", "the article does not name who says it"),
        (r"one side$", "one side", "a party speaks of the other side"),
        (r"own side$", "own side", "a party speaks of itself"),
        (r"differs from ", "differs from X", "X has said what does not go with it; such lines stand together at a bar"),
        (r"denied( by |$)", "denied by X", "X says that it is not so"),
        (r"rated ", "rated “…” by X", "a checker's verdict in its own word; we give none"),
        (r"\d+ origins$", "2 origins", "so many sources that do not draw on each other"),
        (r"\d+ outlets$", "2 outlets", "so many outlets carry it"),
        (r"updated$", "updated", "newer than what the same speaker had said of it"),
        (r"added late$", "added late", "from before the time of this digest, and not known then"),
        (r"corrected", "corrected", "the article has been changed; the old words are struck out"),
        (r"(withdrawn|superseded) ", "withdrawn", "its article no longer stands behind it, or another replaces it"),
        (r"restored ", "restored", "it was withdrawn, and stands again"),
        (r"no source named$", "no source named", "the article itself says it"),
        (r"same (article|headline)$", "same article", "of the article whose headline stands with the line above"),
        (r": [“‘]", "Outlet: “…”", "the headline of the article, as its outlet has it, where the line leans on it"),
        (r"Reported by ", "Reported by X", "what outlets tell in their own name; it stands first, as what happened"),
    )
)
_ALWAYS: Final = (
    ("Bold", "who says it; nothing is marked true or false"),
    ("Small", "when it happened or was said, what to know of it, and the article, which opens at the passage"),
)


def legend_rows(digest: Digest | None = None) -> Iterator[tuple[str, str]]:
    """The words that stand in a digest, each with its meaning; without one, all that may stand anywhere."""
    yield from _ALWAYS
    items = [item for section in digest.printed_sections for item in section.items] if digest else []
    words = [word for i in items for word in (i.claimant, i.when, *i.flags, i.quoted_headline)] if digest else None
    for pattern, name, meaning in _MEANINGS:
        if words is None or any(map(pattern.match, words)):
            yield name, meaning
