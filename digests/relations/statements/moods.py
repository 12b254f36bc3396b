"""Whether a text tells a fact, what can be, what will be, or leaves it open."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Literal

from digests.lexicon import Lexicon, either
from digests.relations.statements.tokens import Token

Mood = Literal["fact", "ability", "future", "open"]


def mood_of(tokens: Sequence[Token], lexicon: Lexicon) -> Mood:
    """Whether a text tells a fact, what can be, what will be, or leaves it open."""
    moods = _moods(lexicon)
    for i, token in enumerate(tokens):
        mood = None if token.name and token.start else moods.get(token.word)
        if mood:
            return mood
        if _is_plan(token.word, lexicon) and not _qualifies(tokens, i, lexicon):
            return "open"
    return "fact"


def _qualifies(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a word of plans stands before its noun: “all planned talks were held”."""
    ahead = lexicon.grammar.articles | lexicon.grammar.indefinite_pronouns
    return tokens[i].word in lexicon.events.qualifying and (i == 0 or tokens[i - 1].word in ahead)


@functools.cache
def _moods(lexicon: Lexicon) -> dict[str, Mood]:
    events = lexicon.events
    moods: dict[str, Mood] = dict.fromkeys(events.open_modals, "open")
    moods |= dict.fromkeys(events.future_modals, "future")
    return moods | dict.fromkeys(events.able_modals, "ability")


@functools.cache
def _plans(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(either(lexicon.events.plans, lexicon.hedges.conditions - lexicon.events.lasting))


@functools.lru_cache(maxsize=100_000)
def _is_plan(word: str, lexicon: Lexicon) -> bool:
    return bool(_plans(lexicon).fullmatch(word))
