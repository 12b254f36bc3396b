"""Transcripts, whose paragraphs begin with their speaker: “VOSS: We will open the port”."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Uses, count_words, words_of
from digests.lexicon import either
from digests.models import Span
from digests.text.name_words import UPPER
from digests.text.sentences import trim

_Turn: TypeAlias = tuple[re.Match[str], int]  #: a label, and where its paragraph ends

_CONFIDENCE = 0.7
_FEWEST = 3  # turns of a transcript, two of them by one speaker; a lone label may be a heading's
# Where a role stands beside a name, and the name stands alone before another turn, two are enough.
_TURN = re.compile(
    r"[“\"]?(?P<source>[A-Z][A-Z.'’\-]+(?:[ ][A-Z][A-Z.'’\-]*){0,3})(?P<role>,[ ][A-Z][A-Z,.'’ \-]{2,60})?"
    r"[ ]?(?P<cue>:)[ \u00a0]+(?=\S)"
)
# In small letters a label may be any list's: two speakers take turns, twice each at least.
_NAMED_TURN = re.compile(
    rf"(?P<source>{UPPER}[\w.'’\-]+(?:[ ]{UPPER}[\w.'’\-]*){{0,3}})(?P<role>,[ ][^:.“”\"\n]{{2,60}})?"
    r"[ ]?(?P<cue>:)[ \u00a0]+(?=\S)"
)
_SHARE = 3  # a third of the turns of a talk speak of “I” or “you”, or ask
_CLOSING = '”" \u00a0'


def add_turns(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Adds the turns of a transcript, each to the speaker its paragraph begins with, where no draft uses them yet."""
    turns = _turns(reading, _TURN)
    if not turns and _take_turns(turns := _turns(reading, _NAMED_TURN)):
        return _with_turns(reading, drafts, turns) if _is_talk(reading, turns) else list(drafts)
    speakers = Counter(_name(turn) for turn, _ in turns)
    introduced = any(turn["role"] and speakers[_name(turn)] > 1 for turn, _ in turns)
    if not turns or max(speakers.values()) < 2:
        return list(drafts)
    if not introduced and (len(turns) < _FEWEST or not _is_talk(reading, turns)):
        return list(drafts)
    return _with_turns(reading, drafts, turns)


def _turns(reading: Document, pattern: re.Pattern[str]) -> list[_Turn]:
    """The paragraphs that begin with a label, each with its end."""
    return [(turn, end) for start, end in reading.paragraphs.all if (turn := pattern.match(reading.text, start, end))]


def _name(turn: re.Match[str]) -> str:
    return turn["source"].split()[-1]


def _take_turns(turns: Sequence[_Turn]) -> bool:
    """Whether two speakers have two turns each, and one of them asks."""
    often = [name for name, count in Counter(_name(turn) for turn, _ in turns).items() if count > 1]
    return len(often) > 1 and any(turn.string[end - 1] == "?" for turn, end in turns)


def _with_turns(reading: Document, drafts: Sequence[Draft], turns: Sequence[_Turn]) -> list[Draft]:
    """Puts the turns in the place of what was made of their labels and of the “we” in them."""
    marks = {turn.span("cue") for turn, _ in turns}
    kept_drafts = [
        draft for draft in drafts if not marks.intersection(draft.cue) and not _is_own(reading, draft, turns)
    ]
    uses = Uses(kept_drafts)
    contents = ((turn, _without_mark(reading.text, turn, end)) for turn, end in turns)
    return [
        *kept_drafts,
        *(
            Draft((turn.span("source"),), (turn.span("cue"),), (content,), _CONFIDENCE)
            for turn, content in contents
            if count_words(reading.text, content) and not uses.over((turn.start(), content[1]))
        ),
    ]


def _is_own(reading: Document, draft: Draft, turns: Sequence[_Turn]) -> bool:
    """Whether a draft gives what is said in a turn to “we”."""
    source = words_of(reading.text, draft.source).lower()
    is_within = any(turn.start() <= start < end for turn, end in turns for start, _ in draft.source)
    return is_within and source in reading.lexicon.grammar.first_person


def _is_talk(reading: Document, turns: Sequence[_Turn]) -> bool:
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
