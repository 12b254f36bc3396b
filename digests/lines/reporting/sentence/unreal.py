"""Whether a sentence makes its own saying none: a question, a forgery, another's words."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.lines.reporting.narrator.scenes import is_of_stage
from digests.lines.reporting.patterns import checks
from digests.lines.reporting.retractions import is_taken_back_behind
from digests.lines.reporting.sentence.parts import Parts
from digests.lines.reporting.shared_sources import is_hearsay, is_withdrawn, names_another, reads_aloud
from digests.text.quotations import open_mark_before, quotations

_NOTE = 60  #: characters within which a note of the editors says what it is
_MARK = re.compile(r"[,;:.!?“”\"()–—]")
_NEAR = 6  #: characters before a mark in which an item of a list begins
_ITEM = re.compile(r"(?:^|\n)[ \t]*(?:[•·▪●‣◦*–—-][ \t]+)?$")
_QUOTED_NAME = re.compile(r"[“\"][^“”\"]+[”\"]")  #: a name that is not borne by whoever goes by it


@functools.cache
def _deceit(lexicon: Lexicon) -> re.Pattern[str]:
    """A saying that is a deceit: “were charged with falsifying logs, stating …”, “To dupe buyers, Olin said …”."""
    words = lexicon.frames
    stages, infinitive = either(lexicon.circumstances.stage_prepositions), either(lexicon.grammar.infinitive_markers)
    return re.compile(
        rf"^\W*(?:(?=\w+ing\s)(?i:{either(words.deceptions)})\s[^,]*,\s|(?i:{either(words.insincere)})(?:,|\s+(?:{infinitive}|{either(lexicon.clauses.topics)})\s[^,]*,)\s"
        rf"|(?i:{stages})\s+(?:{either(lexicon.grammar.free_relatives)})\s[^,]*\b(?:{either(words.untruths)})\b"
        rf"|(?i:(?:(?:{either(words.purposes)})\s+)?(?:{infinitive}))\s+(?:\w+ly\s+)?(?:{either(words.deceiving)})\s[^,]*,\s)|"
        rf"\b(?:(?:{either(lexicon.grammar.be_finite, words.pleading)})\s[^,;:“”]*?\b(?:{either(words.deceptions)})"
        rf"|{either(words.deceived)})\b[^;:“”]*(?:,|\b(?:{either(lexicon.grammar.passive_agents)}))\s+(?:(?:{either(lexicon.grammar.have_other)})\s+)?\w+ing$"
    )


def is_unreal(parts: Parts) -> bool:
    """Whether the sentence makes its own saying none: a question, a forgery, a quotation within another's."""
    (begin, end), patterns = parts.sentence, checks(parts.lexicon)
    names = parts.text[slice(*parts.source)]
    if _is_deceit(parts) or patterns.unreal.search(names):
        return True
    if _QUOTED_NAME.fullmatch(parts.text, max(0, parts.source[0] - 1), parts.source[1] + 1):
        return True
    if (
        _is_shared(parts, names)
        or is_withdrawn(names, parts.lexicon)
        or reads_aloud(parts.outside(parts.sentence), parts.lexicon)
        or patterns.nobody.match(names)
        or patterns.note.search(parts.text, begin, begin + _NOTE)
    ):
        return True
    manner = _manner(parts)
    if (
        patterns.unreal.search(manner)
        or patterns.nobody.match(manner)
        or is_of_stage(manner, parts.lexicon)
        or is_taken_back_behind(parts.text, end, parts.lexicon)
    ):
        return True
    if _is_quoted(parts) or (parts.after is None and _introduces(parts)):
        return True
    is_asked = parts.outside((begin, end)).rstrip(' \n”"’').endswith("?")
    return is_asked and (parts.after is not None or parts.claim.mode == "indirect")


def _is_deceit(parts: Parts) -> bool:
    """Whether words up to the cue tell of a forgery, or of a deceit that the speaker is charged with."""
    lead = parts.outside((parts.sentence[0], parts.cue[1]))
    return any(pattern.search(lead) for pattern in (checks(parts.lexicon).unreal, _deceit(parts.lexicon)))


def _is_shared(parts: Parts, names: str) -> bool:
    """Whether others speak with the one who is taken for the speaker, or for that one."""
    words = parts.text[parts.source[0] : parts.cue[0]]
    return names_another(names, parts.claim.claimant, parts.lexicon) or is_hearsay(words, parts.lexicon)


def _is_quoted(parts: Parts) -> bool:
    """Whether the cue stands in a quotation that is not this content's: somebody tells of somebody's words."""
    quoted_spans = [(begin, close) for begin, close in quotations(parts.text) if begin < parts.cue[0] < close - 1]
    mark = open_mark_before(parts.text, parts.cue[0])
    if mark is not None and _ITEM.search(parts.text, max(0, mark - _NEAR), mark):
        quoted_spans.append((mark, parts.sentence[1]))  # ‘• "Larn vows to sell the port.’, of a memo
    return any(begin < start - 1 or close > stop + 1 for begin, close in quoted_spans for start, stop in parts.content)


def _introduces(parts: Parts) -> bool:
    """Whether a colon behind source and cue says that the words are those to come: “…, as the museum notes:”."""
    last = max(parts.cue[1], parts.source[1])
    return parts.text[last : parts.sentence[1] + 1].lstrip()[:1] == ":" and parts.text[slice(*parts.cue)] != ":"


def _manner(parts: Parts) -> str:
    """What follows a speaker who is named behind the words, up to the next mark: “…, she said in the film”."""
    last = max(parts.cue[1], parts.source[1])
    return "" if parts.after else _MARK.split(parts.text[last : parts.sentence[1]], maxsplit=1)[0]
