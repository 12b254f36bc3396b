"""What only the layout tells of who speaks: an interview's labels, a transcript's, and a colon above a list."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.models import Claimant, Span
from digests.text.folding import fold

_ROLE = r",[ ][A-Z][A-Z,.'’ \-]{2,60}[ ]?:"  #: what stands behind a name in capitals that a transcript introduces
_LABEL = 20  #: characters within which a label ends
_MARK = r"[ \t]*[•·▪●‣◦*–—-][ \t]+"
_LIST = re.compile(rf":[ \t]*\n+(?:{_MARK}[^\n]*\n+)*{_MARK}$")


@functools.cache
def _answer(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\n)[ \t]*(?:{either(lexicon.sources.answer_labels)})$")


def answers(text: str, cue: Span, lexicon: Lexicon) -> bool:
    """Whether a cue is the mark behind the label of an answer: “A: ”."""
    return _answer(lexicon).search(text[max(0, cue[0] - _LABEL) : cue[0]]) is not None


def takes_turns(text: str, source: Span, claimant: Claimant) -> bool:
    """Whether a label in capitals names somebody whom a transcript introduces: “ANN BO, ANALYST: …”, then “BO: …”."""
    name = " ".join(text[slice(*source)].split())
    last = name.split()[-1] if name.isupper() else ""
    if not last or " " not in claimant.name or fold(claimant.name.split()[-1]) != fold(last):
        return False
    return re.search(rf"(?m)^[^\n:,]*\b{re.escape(last)}{_ROLE}", text) is not None


def colon_of_list(text: str, gap: Span) -> int | None:
    """Where the colon stands, if what is said is a marked line of the list behind it: “The ministry said: • …”."""
    match = _LIST.search(text, *gap)
    return match.start() if match else None
