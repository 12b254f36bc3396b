"""Words whose loss would change a claim: numbers, negation, hedges and conditions."""

from __future__ import annotations

import re

CONDITIONAL = re.compile(
    r"\s*(?:if|unless|although|though|while|when|whether|should|until|once|despite)\b", re.IGNORECASE
)

_NUMBERS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\w+)?|dozens?|hundreds?|thousands?|(?:m|b|tr)illions?|half"
)
#: Words such as “about” and “more than” hedge nothing without a number, and every number is protected.
_PROTECTED = re.compile(
    r"^(?:\S*\d\S*|not|no|never|neither|nor|none|nobody|nothing|without|\w+n[’'‘]t|cannot|may|might|could|would|should|"
    r"likely|unlikely|probably|possibly|perhaps|reportedly|alleged(?:ly)?|suspected|purported(?:ly)?|apparently|"
    r"if|unless|although|though|until|except|but|only|first|nearly|almost|least|most|failed|denied|denies|false|falsely)$",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(rf"^(?:{_NUMBERS})$", re.IGNORECASE)
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'‘-][^\W\d_]+)*")
#: What can take back, or make depend on something, what a clause before it said.
_UNDOING = re.compile(
    r"\b(?:if|unless|until|whether|except|provided|but(?! also)|however|although|though|verif\w+|"
    r"confirm\w*|prov(?:e|es|ed|en)|true|false\w*|untrue|wrong\w*|alleg\w+|report\w*|claim\w*|assert\w*|den(?:y|ies|ied)|unclear|uncertain|unlikely|"
    r"doubt\w*|dispute\w*|reject\w*|mistake\w*|evidence|fail\w*|never)\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|neither|nor|cannot|without|hardly|barely|(?<!a )few|only)\b|n[’']t\b", re.IGNORECASE
)


def has_protected(words: str, *, spelled: bool = True) -> bool:
    """Whether words hold a number, negation, hedge or condition, which a deletion may not touch.

    Without `spelled`, a number in words (“six months”) is none.
    """
    found = _WORD.findall(words)
    return any(_PROTECTED.match(word) or (spelled and _NUMBER_WORD.match(word)) for word in found)


def undoes(words: str) -> bool:
    """Whether a clause may take back the one before it, or make it depend on something."""
    return bool(_UNDOING.search(words))


def is_negated(words: str) -> bool:
    """Whether words hold a negation, whose reach a clause after it may limit (“not … because …”)."""
    return bool(_NEGATION.search(words))
