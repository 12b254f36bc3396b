"""Text made fit for one printed line."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    """Text on one line, with single spaces and no control or formatting characters."""
    if not text.isprintable():
        text = "".join(c for c in text if c.isspace() or unicodedata.category(c) not in {"Cc", "Cf"})
    return " ".join(text.split())
