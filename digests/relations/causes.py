"""What claims say that something came of, and whether two of them give it other causes."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.relations.facts import ClaimFacts, words_of
from digests.relations.tolls import PLAIN


class Cause(NamedTuple):
    """A cause and what came of it, by their words of weight."""

    cause: frozenset[str]
    effect: frozenset[str]


class _Patterns(NamedTuple):
    active: re.Pattern[str]
    passive: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    events = lexicon.events
    return _Patterns(
        active=re.compile(rf"\b(?:{either(events.causes)})\s+(?!by\b)", re.IGNORECASE),
        passive=re.compile(rf"\b(?:{either(events.caused)})\s+", re.IGNORECASE),
    )


@functools.lru_cache(maxsize=20_000)
def cause_of(text: str, lexicon: Lexicon) -> Cause | None:
    """The cause that a text gives, and of what; none where it gives no single one."""
    patterns = _patterns(lexicon)
    passive, active = patterns.passive.search(text), patterns.active.search(text)
    if passive:
        parts = text[passive.end() :], text[: passive.start()]
    elif active:
        parts = text[: active.start()], text[active.end() :]
    else:
        return None
    cause, effect = (words_of(part, lexicon) for part in parts)
    return Cause(cause - effect, effect - cause) if cause and effect else None


def rival_cause(first: ClaimFacts, second: ClaimFacts) -> str | None:
    """The word for what came of two causes that have none in common; none where one of them is denied or left open."""
    mine = cause_of(first.claim.passage.exact, first.lexicon)
    others = cause_of(second.claim.passage.exact, second.lexicon) if mine else None
    if mine is None or others is None:
        return None
    shared = (mine.effect & others.effect) - PLAIN - first.says.names - second.says.names
    if not shared or (mine.cause & others.cause) or _is_turned(first, mine) or _is_turned(second, others):
        return None
    return min(shared)


def _is_turned(facts: ClaimFacts, cause: Cause) -> bool:
    """Whether a claim negates the cause that it names, or what came of it."""
    return bool(facts.says.negated & (cause.cause | cause.effect))
