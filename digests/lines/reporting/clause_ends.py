"""Where a clause ends within words, and what none ends with: “to stay | , and Bo may …”, “… after”."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.reporting.clauses import inner_openings
from digests.lines.reporting.narrator.gapped import gapped


class _Patterns(NamedTuple):
    second_subject: re.Pattern[str]  #: a second clause with its subject
    meanwhile: re.Pattern[str]  #: “, while ”, or a verb behind “who called it “dead,” ”
    joint: re.Pattern[str]  #: a conjunction at the end
    last: re.Pattern[str]  #: a word that no sentence ends with, at the end


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words, inner = lexicon.grammar, lexicon.narration, inner_openings(lexicon)
    joints = either(grammar.coordinators, grammar.settings, grammar.doubtful_reasons, lexicon.hedges.concessions)
    return _Patterns(
        second_subject=re.compile(
            rf",?\s+(?:{either(grammar.coordinators)})\s+"
            rf"(?:(?:{either(grammar.articles, grammar.third_possessives)})\s+[\w’'-]+|[A-Z][\w’'-]+)"
            rf"(?:\s+(?!(?:{inner}|{either(grammar.subjects)})\b)[\w’'-]+){{0,5}}?"
            rf"\s+(?:{either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)})\b"
        ),
        meanwhile=re.compile(
            rf",\s+(?:{either(lexicon.frames.conceding, lexicon.hedges.concessions)})\s"
            rf"|(?<=,[”\"])\s(?=(?:{either(grammar.finite_auxiliaries, grammar.past_forms)}|[a-z]+ed)\b)"
        ),
        joint=re.compile(
            rf"(?:,\s+(?:[\w’'-]+\s+)?(?:{either(words.told_spans)})(?:\s+(?:{joints}))?|[\s,;–—-]+(?:{joints}))[\s,;]*$"
        ),
        last=re.compile(
            rf"(?:\b(?:{either(lexicon.lines.last_words)})|\w(?:{either(lexicon.hedges.negative_endings)}))[\s,;:–—-]*$"
        ),
    )


def second_clause(words: str, lexicon: Lexicon) -> int | None:
    """Where, behind what a verb takes, another subject begins: “to stay, and Bo may …”, “, Ek the fuel”, “, while”."""
    patterns = _patterns(lexicon)
    matches = (pattern.search(words) for pattern in (patterns.second_subject, patterns.meanwhile, gapped(lexicon)))
    return min((match.start() for match in matches if match), default=None)


def without_joint(words: str, lexicon: Lexicon) -> str:
    """Words less the conjunction with which the next clause begins: “…, and”, “… after”."""
    return _patterns(lexicon).joint.sub("", words)


def ends_badly(words: str, lexicon: Lexicon) -> bool:
    """Whether words end with one that no sentence ends with."""
    return bool(_patterns(lexicon).last.search(words))
