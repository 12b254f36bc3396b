"""“The ministry put the toll at 40”: a figure somebody gives, where the tagger passes over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Uses
from digests.models import Span
from digests.text.sentences import trim

_CONFIDENCE = 0.7
_LONGEST_SENTENCE = 2000  # characters; what is longer is no sentence
_NUMBER = (
    r"(?:[$£€¥]?\d|half\b|an?\s+(?:third|quarter|fifth|tenth|dozen|hundred|thousand|million)\b|zero\b|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds)\b)"
)
_HEDGE = (
    r"(?:(?:about|almost|around|approximately|at|between|close|fewer|just|least|less|more|most|nearer|nearly|over|"
    r"roughly|some|than|to|under|up)\s+){0,3}"
)
_WORD = r"\w[\w’'‘.&\-]*"
_SOURCE = rf"{_WORD}(?:\s+{_WORD}){{0,10}}?(?:,\s[^,;.]{{2,100}},)?"
_PUTTING = re.compile(
    rf"(?:^|[;:—–]\s+|,?\s+(?:and|but|while)\s+)(?P<source>{_SOURCE})\s+"
    rf"(?P<cue>(?:(?:has|had|have|later)\s+)?puts?)\s+"
    rf"(?P<content>[^.;:“”\"]{{2,100}}?\s+at\s+{_HEDGE}{_NUMBER}(?:\S*[\w%])?)"
)
_REST = re.compile(r"[;:—–]|,\s|\s(?:and|but|while|with|against|compared)\s+(?![$£€]?\d)|[.!?…]+[”\"’']?$")
_CUE = re.compile(r"\bputs?\b|\bputting\b", re.IGNORECASE)
_AT_NUMBER = re.compile(rf"\bat\s+{_HEDGE}{_NUMBER}", re.IGNORECASE)
_MUTE: Final = frozenset("who which that this these those there what".split())


def add_putting(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Adds the figures that a sentence has somebody “put” at a number, where no draft uses those words yet."""
    uses = Uses(drafts)
    added: list[Draft] = []
    for sentence in reading.sentences.all:
        if sentence[1] - sentence[0] > _LONGEST_SENTENCE or not _CUE.search(reading.text, *sentence):
            continue
        found = _PUTTING.search(reading.text[slice(*sentence)])
        if found is None or found["source"].split()[-1].lower() in _MUTE:
            continue
        source, cue, content = (_moved(found.span(role), sentence[0]) for role in ("source", "cue", "content"))
        rest = _REST.search(reading.text, content[1], sentence[1])
        content = trim(reading.text, (content[0], rest.start() if rest else sentence[1]))
        if reading.quotations.at(cue[0]) is None and not uses.over(cue) and not uses.over(content):
            added.append(Draft([trim(reading.text, source)], [cue], [content], _CONFIDENCE))
    return [*drafts, *added]


def puts_figure(cue: str, content: str) -> bool:
    """Whether a cue and its content put something at a number."""
    return _CUE.search(cue) is not None and _AT_NUMBER.search(content) is not None


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
