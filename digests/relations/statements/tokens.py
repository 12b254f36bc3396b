"""The words and marks of a text, in the form in which what it says is read from them."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[,;:.!?–—]")


class Token(NamedTuple):
    """A word, or a mark."""

    word: str  #: in lower case
    start: int
    name: bool


def tokens_of(text: str) -> list[Token]:
    """The words and marks of a text, in its order."""
    return [
        Token(match[0].lower(), match.start(), match[0][0].isupper() and match[0] != "I")
        for match in _TOKEN.finditer(text)
    ]
