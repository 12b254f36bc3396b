"""What a claim says that something came of."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.relations.statements.propositions import read_proposition

GUILT = "guilt"  #: the sense of what a cause does


class Cause(NamedTuple):
    """A cause and what came of it, by their words of weight; the latter empty where it is what the story is of."""

    cause: frozenset[str]
    effect: frozenset[str]


class _Patterns(NamedTuple):
    active: re.Pattern[str]
    passive: re.Pattern[str]
    bare: re.Pattern[str]  #: “rain was to blame”
    charging: re.Pattern[str]  #: cues whose object holds both: “blamed the blast on gas”
    charged: re.Pattern[str]  #: what stands between the effect and the cause there
    charged_for: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    events = lexicon.events
    return _Patterns(
        active=re.compile(
            rf"\b(?:{either(events.causes)})\s+(?!(?:{either(lexicon.grammar.passive_agents)})\b)", re.IGNORECASE
        ),
        passive=re.compile(rf"\b(?:{either(events.caused)})\s+", re.IGNORECASE),
        bare=re.compile(rf"\b(?:{either(events.to_blame)})\W*$", re.IGNORECASE),
        charging=re.compile(either(events.charging), re.IGNORECASE),
        charged=re.compile(rf"\s(?:{either(events.charged)})\s", re.IGNORECASE),
        charged_for=re.compile(rf"\s(?:{either(events.charged_for)})\s", re.IGNORECASE),
    )


@functools.lru_cache(maxsize=20_000)
def cause_of(text: str, cue: str, lexicon: Lexicon) -> Cause | None:
    """The cause that a claim gives, by its words and its cue, and of what; none where it gives no single one."""
    patterns = _patterns(lexicon)
    parts = _charge(text, patterns) if patterns.charging.fullmatch(cue) else None
    if parts is None and (passive := patterns.passive.search(text)):
        parts = text[passive.end() :], text[: passive.start()]
    elif parts is None and (active := patterns.active.search(text)):
        parts = text[: active.start()], text[active.end() :]
    elif parts is None and (bare := patterns.bare.search(text)):
        parts = text[: bare.start()], ""
    if parts is None:
        return None
    cause, effect = (read_proposition(part, lexicon).terms for part in parts)
    return Cause(cause - effect, effect - cause) if cause and (effect or not parts[1]) else None


def _charge(text: str, patterns: _Patterns) -> tuple[str, str] | None:
    """The cause and the effect in the object of a word of blame."""
    if match := patterns.charged_for.search(text):
        return text[: match.start()], text[match.end() :]
    if match := patterns.charged.search(text):
        return text[match.end() :], text[: match.start()]
    return None
