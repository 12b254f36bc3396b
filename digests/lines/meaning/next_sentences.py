"""Whether the sentence behind a claim's turns against it: the same speaker says “but”, or it came otherwise."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.dates.ties import period_opening
from digests.lexicon import Lexicon, either
from digests.lines.protected_words import is_negated
from digests.models import Claim
from digests.text.quotations import MARKED_WORDS, quotations
from digests.text.sentences import sentences
from digests.text.spans import span_holding

_NEAR = 40  #: characters behind a quotation in which its speaker stands, or before it a turn does
_OPENS = r"(?:[“\"]|'')"
_ENDED = re.compile(r"[.!?]\W*$")
_MARKS = "”\"', "
_SUBJECT = 90  #: characters in which a sentence tells of whom it is
_BREAK = re.compile(r"[,.;\n]")


class _Patterns(NamedTuple):
    own_turn: re.Pattern[str]  #: a quotation that turns, or a turn right before one: “But, “it is hard,” …”
    otherwise: re.Pattern[str]  #: that it came otherwise: “Instead, …”
    later: re.Pattern[str]  #: how the next one opens that tells of now: “However, ”
    expecting: re.Pattern[str]  #: that something was thought, or to come
    on_others: re.Pattern[str]  #: words on what some people think
    quotation: re.Pattern[str]  #: a quotation behind words, in the same paragraph
    somebody: re.Pattern[str]  #: that a quotation has a speaker who is no pronoun


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    turns = lexicon.turns
    turning = rf"(?:(?:{either(turns.turning)})\b|(?:{either(turns.turning_apart)})\s*,)"
    return _Patterns(
        own_turn=re.compile(rf"\s*(?:{_OPENS}\s*{turning}|{turning},?\s+{_OPENS})", re.IGNORECASE),
        otherwise=re.compile(rf"\s*{_OPENS}?(?:{either(turns.exchanging & turns.turning_apart)})\b", re.IGNORECASE),
        later=re.compile(rf"\s*(?:{either(turns.turning)}),?\s(?P<subject>[^.!?]{{0,{_SUBJECT}}})", re.IGNORECASE),
        expecting=re.compile(rf"\b(?:{either(turns.expecting)})\b"),
        on_others=re.compile(
            rf"\W*(?:{either(turns.others_sayings)})\s+(?:{either(turns.others_views)})\b", re.IGNORECASE
        ),
        quotation=re.compile(rf" {{1,2}}{_OPENS}"),
        somebody=re.compile(
            rf"(?!\W*(?:{either(lexicon.grammar.third_subjects)})\b).*(?:[A-Z]|\b(?:{either(lexicon.grammar.articles)})\s)"
        ),
    )


def _has_changed(claim: Claim, text: str, stop: int, lexicon: Lexicon) -> bool:
    """Whether a saying of an earlier time is followed by what its speaker says now: “However, Bo was against it”."""
    patterns, citation = _patterns(lexicon), claim.attribution.citation
    begin = span_holding(sentences(text), citation[0][0])[0] if citation else stop
    later = patterns.later.match(text, stop) if period_opening(lexicon).match(text, begin) else None
    if later is None:
        return False
    words = {word.strip(".,").lower() for word in later["subject"].split()}
    return not words.isdisjoint(lexicon.grammar.third_subjects | {claim.claimant.name.lower().rpartition(" ")[2]})


def is_turned_next(claim: Claim, text: str, stop: int, lexicon: Lexicon) -> bool:
    """Whether what comes behind the end of a claim's sentence, `stop`, does not let its words stand alone.

    Their speaker turns in a next quotation, goes on from what only some people think, or it did not come as expected.
    """
    patterns, content = _patterns(lexicon), claim.attribution.content
    if patterns.own_turn.match(text, stop) and goes_on_speaking(claim, text, stop, lexicon):
        return True
    if _has_changed(claim, text, stop, lexicon):
        return True
    words = text[content[0][0] : content[-1][1]]
    if claim.mode == "direct" and patterns.on_others.match(words) and patterns.quotation.match(text, stop):
        return True
    if patterns.otherwise.match(text, stop) is None or is_negated(words, lexicon):
        return False
    return patterns.expecting.search(words if claim.mode == "direct" else MARKED_WORDS.sub("", words)) is not None


def goes_on_speaking(claim: Claim, text: str, stop: int, lexicon: Lexicon) -> bool:
    """Whether the quotation behind `stop` is nobody else's: it has no speaker, a pronoun, or the same name."""
    begin = text.find(text[stop:].lstrip()[0], stop)
    quotation = next((span for span in quotations(text) if begin <= span[0] < begin + _NEAR), None)
    if quotation is None:
        return "\n" not in text[stop:begin]  # one that is never closed
    if _ENDED.search(text[slice(*quotation)]):
        return True
    names = _BREAK.split(text[quotation[1] : quotation[1] + _NEAR].lstrip(_MARKS), maxsplit=1)[0]
    return _patterns(lexicon).somebody.match(names) is None or claim.claimant.name.rsplit(" ", 1)[-1] in names
