"""What a claim says happens: one of a few classes of events, whether it does or does not, and whether for real."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from digests.lexicon import ENGLISH, Lexicon, either

_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[,;:.!?–—]")
_WINDOW = 6  #: how many words before a word may negate it or make it a plan


@dataclass(frozen=True, slots=True)
class Predicate:
    """An event that a text speaks of: its class, whether it happens (1) or not (-1), whether for real, and where."""

    kind: str
    polarity: int
    real: bool
    at: int


@dataclass(frozen=True, eq=False, slots=True)
class _Patterns:
    """Patterns of whole words in lower case, and phrases of two; compared by identity, so that words can be kept."""

    named: re.Pattern[str]  #: all classes at once; of one word that is of two, the first counts
    groups: dict[str, tuple[str, int]]  #: the class of each group of that pattern, and whether the opposite (−1)
    phrases: dict[str, tuple[str, int]]
    beginnings: frozenset[str]  #: first words of phrases
    of_people: dict[str, str]  #: the class of words where people follow them
    people: re.Pattern[str]
    negating: re.Pattern[str]
    negating_pairs: frozenset[str]
    unreal: re.Pattern[str]


@cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    events, hedges = lexicon.events, lexicon.hedges
    groups: dict[str, tuple[str, int]] = {}
    alternatives: list[str] = []
    for number, (kind, (happening, opposite)) in enumerate(events.classes.items()):
        for sign, words in ((1, happening), (-1, opposite)):
            if words:
                groups[f"c{number}_{sign > 0}"] = kind, sign
                alternatives.append(f"(?P<c{number}_{sign > 0}>{either(words)})")
    negating = either(
        hedges.negations, hedges.near_negations, hedges.refusals, hedges.failures, hedges.preventions, hedges.untruths
    )
    plans = either(events.plans, events.unreal_modals, hedges.conditions)
    phrases = {phrase: (kind, sign) for kind, signs in events.phrases.items() for phrase, sign in signs.items()}
    return _Patterns(
        named=re.compile("|".join(alternatives)),
        groups=groups,
        phrases=phrases,
        beginnings=frozenset(phrase.split()[0] for phrase in phrases),
        of_people=events.of_people,
        people=re.compile(either(events.people)),
        negating=re.compile(rf"{negating}|\w+(?:{either(hedges.negative_endings)})"),
        negating_pairs=events.negating_pairs,
        unreal=re.compile(rf"{plans}|\w*(?:{either(events.future_contractions)})"),
    )


@lru_cache(maxsize=20_000)
def find_predicates(text: str, lexicon: Lexicon = ENGLISH) -> tuple[Predicate, ...]:
    """The events of a text in order, the first of each class."""
    words = [word.lower() for word in _TOKEN.findall(text)]
    patterns = _patterns(lexicon)
    named = [(i, what) for i, word in enumerate(words) if (what := _named(word, words, i, patterns))]
    if not named:
        return ()
    starts = [match.start() for match in _TOKEN.finditer(text)]
    found: dict[str, Predicate] = {}
    for i, (kind, sign) in named:
        if kind not in found:
            negated, real = _read_before(words, i, patterns)
            found[kind] = Predicate(kind, -sign if negated else sign, real, starts[i])
    return tuple(found.values())


def _named(word: str, words: list[str], i: int, patterns: _Patterns) -> tuple[str, int] | None:
    """The class of an event that a word names, alone or with the words after it."""
    if word in patterns.beginnings and i + 1 < len(words):
        phrase = patterns.phrases.get(f"{word} {words[i + 1]}")
        if phrase:
            return phrase
    kind = patterns.of_people.get(word)
    if kind and any(_is_people(following, patterns) for following in words[i + 1 : i + 6]):
        return kind, 1
    return _class_of(word, patterns)


def _read_before(words: list[str], i: int, patterns: _Patterns) -> tuple[bool, bool]:
    """Whether the words before a word, in its clause, negate it an odd number of times, and whether it is for real."""
    negations = 0
    for at in range(i - 1, max(0, i - _WINDOW) - 1, -1):
        if not words[at][0].isalnum():
            break
        kind = _modifies(words[at], patterns)
        if kind == "unreal":
            return False, False
        negations += kind == "negates" or f"{words[at]} {words[at + 1]}" in patterns.negating_pairs
    return negations % 2 == 1, True


@lru_cache(maxsize=50_000)
def _class_of(word: str, patterns: _Patterns) -> tuple[str, int] | None:
    found = patterns.named.fullmatch(word)
    return patterns.groups[found.lastgroup or ""] if found else None


@lru_cache(maxsize=20_000)
def _modifies(word: str, patterns: _Patterns) -> str:
    return "unreal" if patterns.unreal.fullmatch(word) else "negates" if patterns.negating.fullmatch(word) else ""


@lru_cache(maxsize=20_000)
def _is_people(word: str, patterns: _Patterns) -> bool:
    return bool(patterns.people.fullmatch(word))
