"""Transcripts, whose paragraphs begin with their speaker: “VOSS: We will open the port”."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Uses, count_words
from digests.lexicon import either
from digests.models import Span
from digests.text.sentences import trim

_CONFIDENCE = 0.7
_FEWEST = 3  # turns of a transcript, two of them by one speaker; a lone label may be a heading's
# Where a role stands beside a name, and the name stands alone before another turn, two are enough.
_TURN = re.compile(
    r"[“\"]?(?P<source>[A-Z][A-Z.'’\-]+(?:[ ][A-Z][A-Z.'’\-]*){0,3})(?P<role>,[ ][A-Z][A-Z,.'’ \-]{2,60})?"
    r"[ ]?(?P<cue>:)[ \u00a0]+(?=\S)"
)
_SHARE = 3  # a third of the turns of a talk speak of “I” or “you”, or ask
_CLOSING = '”" \u00a0'


def add_turns(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Adds the turns of a transcript, each to the speaker its paragraph begins with, where no draft uses them yet."""
    turns = [(turn, end) for start, end in reading.paragraphs.all if (turn := _TURN.match(reading.text, start, end))]
    speakers = Counter(turn["source"].split()[-1] for turn, _ in turns)
    introduced = any(turn["role"] and speakers[turn["source"].split()[-1]] > 1 for turn, _ in turns)
    if not turns or max(speakers.values()) < 2:
        return list(drafts)
    if not introduced and (len(turns) < _FEWEST or not _is_talk(reading, turns)):
        return list(drafts)
    marks = {turn.span("cue") for turn, _ in turns}
    kept_drafts = [draft for draft in drafts if not marks.intersection(draft.cue)]
    uses = Uses(kept_drafts)
    turn_contents = ((turn, _without_mark(reading.text, turn, end)) for turn, end in turns)
    return [
        *kept_drafts,
        *(
            Draft((turn.span("source"),), (turn.span("cue"),), (content,), _CONFIDENCE)
            for turn, content in turn_contents
            if count_words(reading.text, content) and not uses.over((turn.start(), content[1]))
        ),
    ]


def _is_talk(reading: Document, turns: Sequence[tuple[re.Match[str], int]]) -> bool:
    """Whether the lines are what people say to each other, and not a list with labels."""
    grammar = reading.lexicon.grammar
    words = either(grammar.first_person, grammar.speaking_subjects, grammar.speaking_possessives)
    talk = re.compile(rf"\b(?:{words})\b|\?", re.IGNORECASE)
    full = any(" " in turn["source"] for turn, _ in turns)
    talking = sum(talk.search(reading.text, turn.end(), end) is not None for turn, end in turns)
    return talking * _SHARE >= len(turns) and (talking > 1 or full)


def _without_mark(text: str, turn: re.Match[str], end: int) -> Span:
    """What is said in a turn, without the mark that closes the one before its label."""
    start = turn.end()
    if turn.group()[0] in '“"' and text[end - 1] in _CLOSING:
        end -= 1
    return trim(text, (start, max(start, end)))
