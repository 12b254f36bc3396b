"""Text made fit for one printed line."""

from __future__ import annotations

import unicodedata

_DASHES = {0x96: "–", 0x97: "—"}


def printable(text: str) -> str:
    """Text on one line, with single spaces and no control or formatting characters.

    Dashes that somebody left as bytes of Windows-1252 are dashes.
    """
    if not text.isprintable():
        text = text.translate(_DASHES)
        text = "".join(c for c in text if c.isspace() or unicodedata.category(c) not in {"Cc", "Cf"})
    return " ".join(text.split())
