"""The words of a source: what they are about, and whether they name anybody."""

from __future__ import annotations

import re
from typing import Final

from digests.text.folding import fold

#: Marks that may stand around a source.
EDGES: Final = " \t\n,;:—–-“”\"'‘’()[]"
_LEADING_ARTICLE = re.compile(
    r"^(?:(?:from|by|of|in|for|with|among)\s+)?(?:the|a|an|this|that|these|those)\s+", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"[’'‘`]s?$")
_HEAD_ENDS = re.compile(
    r"\s*[,(—–]|\s+(?:who|which|that|in|on|at|including|speaking|citing|cited|quoted|themselves|himself|herself|itself)\b"
)
_ANONYMOUS = re.compile(
    r"\banonym|\bcondition of|\bunnamed\b|\bundisclosed\b|\bfamiliar with\b|\bclose to\b|\bbriefed on\b|"
    r"\bnot authori[sz]ed\b",
    re.IGNORECASE,
)
_UNNAMED: Final = frozenset(
    "source sources person persons people individual individuals resident residents witness witnesses critic critics "
    "expert experts analyst analysts observer observers aide aides insider insiders official officials some many "
    "others several few most one another man woman men women supporter supporters opponent opponents voter voters fan "
    "fans locals reporter reporters economist economists activist activists strategist strategists neighbour neighbor "
    "adviser advisers advisor advisors diplomat diplomats troops soldiers soldier fighters veterans lawmakers everyone "
    "nobody somebody anyone employee employees worker workers friend friends relatives scholars scientists spokesman "
    "spokeswoman spokesperson".split()
)
_COUNTED = re.compile(
    r"(?:some|several|many|few|two|three|four|five|six|a|an|one|another|other|unnamed|senior|\d+)\b", re.IGNORECASE
)
_INDEFINITE = re.compile(r"an?\s", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|this|that|these|those|it|he|she|they|his|her|their|its)\b", re.IGNORECASE)
_CAPITALISED = re.compile(r"(?<!\w)[A-Z]")
_OF = re.compile(r"\b(?:for|of|to|from|with|in)\b")


def plain(surface: str) -> str:
    """A source's words without marks, article and possessive around them."""
    return _LEADING_ARTICLE.sub("", _POSSESSIVE.sub("", surface.strip(EDGES)), count=1).strip(EDGES)


def head(surface: str) -> str:
    """The words of a source before its apposition, relative clause or place."""
    words = plain(surface)
    ends = _HEAD_ENDS.search(words)
    return _POSSESSIVE.sub("", words[: ends.start()].strip(EDGES)) if ends and ends.start() else words


def holder(surface: str) -> str:
    """The word for whoever speaks in a description, such as “aide” in “an aide to the mayor”, if it is a known one."""
    before = _OF.split(fold(plain(surface)), maxsplit=1)[0].split()
    last = fold(head(surface)).split(" ")
    return next((word for word in (last[-1], *before[-1:]) if word in _UNNAMED), "")


def is_anonymous(surface: str) -> bool:
    """Whether a source is said to keep its name back."""
    return _ANONYMOUS.search(surface) is not None


def is_counted(surface: str) -> bool:
    """Whether a source is some of its kind: “two officials”, “senior officials”."""
    return _COUNTED.match(surface.strip(EDGES)) is not None


def is_definite(surface: str) -> bool:
    """Whether a source points at somebody the reader knows: “the ministry”, “they”."""
    return _DEFINITE.match(surface.strip(EDGES)) is not None


def is_indefinite(surface: str) -> bool:
    """Whether a source is introduced as somebody new: “a doctor”."""
    return _INDEFINITE.match(surface.strip(EDGES)) is not None


def has_name(surface: str) -> bool:
    """Whether a source has a capitalised word."""
    return _CAPITALISED.search(surface) is not None


def begins_with_name(surface: str) -> bool:
    """Whether a source begins with a capitalised word, articles left out."""
    return plain(surface)[:1].isupper()
