"""What fact checkers say of claims, in words that may stand in a flag."""

from __future__ import annotations

import re
from typing import Final

from digests.text.printable import printable

LONGEST: Final = 60  #: characters of a name or a rating, as a flag has little room
_MARKS = re.compile(r"[·•~“”]")  #: what parts the pieces of a line, and would pass for ours


def verdict(reviewer: str, rating: str) -> dict[str, str]:
    """Who has checked a claim and what they say of it, as a relation has it."""
    return {"reviewer": _short(reviewer), "rating": _short(rating)}


def _short(text: str) -> str:
    plain = " ".join(_MARKS.sub(" ", printable(text)).split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + "…"
