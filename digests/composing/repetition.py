"""Whether one claimant says the same again."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from digests.lexicon import ENGLISH, Lexicon, either
from digests.models import Claim
from digests.relations.statements.propositions import read_proposition
from digests.text.folding import fold

SAME_WORDS = 90  #: rapidfuzz token-set ratio from which two claims of one claimant are one
SAME_FIGURES = 60  #: the same, where they give the same figures
_TOKEN = re.compile(r"\w+(?:[’'‘]\w+)*|[,;:.!?–—]")


def repeats(first: Claim, second: Claim, lexicon: Lexicon = ENGLISH) -> bool:
    """Whether two claims of one claimant say the same; a denial never repeats a statement.

    Nor does a claim that negates, limits or puts under a condition anything that the other does not, or of which the
    event is the opposite. Two negations are not reckoned up against none: “did not refuse to come” is no “came”.
    """
    if (first.kind == "denial") != (second.kind == "denial") or _figures(first) != _figures(second):
        return False
    if _place_ids(first) and _place_ids(second) and not _place_ids(first) & _place_ids(second):
        return False
    threshold = SAME_FIGURES if first.figures else SAME_WORDS
    words = first.passage.exact, second.passage.exact
    if fuzz.token_set_ratio(*map(fold, words), score_cutoff=threshold) < threshold:
        return False
    return _turns(words[0], lexicon) == _turns(words[1], lexicon) and not _opposed(*words, lexicon)


class _Turn(NamedTuple):
    """A word that turns or limits a statement, by its kind, and the word that it turns."""

    kind: str
    turned: str


class _Patterns(NamedTuple):
    turning: re.Pattern[str]  #: of a whole word, with its kind as the group's name
    small: frozenset[str]  #: what stands between such a word and the one that it turns


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    hedges, grammar = lexicon.hedges, lexicon.grammar
    negations = rf"{either(hedges.negations)}|\w+(?:{either(hedges.negative_endings)})"
    kinds = {
        "negation": negations,
        "near": either(hedges.near_negations),
        "scarcity": either(hedges.scarcities),
        "restriction": either(hedges.restrictions),
        "refusal": either(hedges.refusals, hedges.failures),
        "prevention": either(hedges.preventions),
        "untruth": either(hedges.untruths),
        "condition": either(hedges.conditions),
    }
    small = (
        grammar.articles | grammar.auxiliaries | grammar.modals | grammar.prepositions | grammar.possessives
        | grammar.demonstratives
    )  # fmt: skip
    return _Patterns(re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in kinds.items())), small)


@functools.lru_cache(maxsize=4096)
def _turns(text: str, lexicon: Lexicon) -> Counter[_Turn]:
    """What a text negates, limits or puts under a condition, and how often."""
    patterns = _patterns(lexicon)
    words = [word.lower() for word in _TOKEN.findall(text)]
    turns: Counter[_Turn] = Counter()
    for i, word in enumerate(words):
        turning = patterns.turning.fullmatch(word)
        kind = turning.lastgroup if turning else None
        is_some = kind == "scarcity" and i and words[i - 1] in lexicon.grammar.indefinite_articles  # “a few” are some
        if kind and not is_some:
            turns[_Turn(kind, _turned(words, i, patterns.small))] += 1
    return turns


def _turned(words: Sequence[str], i: int, small: frozenset[str]) -> str:
    """The first word of weight after a word in its clause, or else the last one before it."""
    for nearby in (words[i + 1 :], words[:i][::-1]):
        for word in nearby:
            if not word[0].isalnum():
                break
            if word not in small:
                return fold(word)
    return ""


def _opposed(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether one text says of a word that both share the opposite of what the other says."""
    signs, others = read_proposition(first, lexicon).signs, read_proposition(second, lexicon).signs
    return any(signs[term] != others[term] for term in signs.keys() & others.keys())


def _figures(claim: Claim) -> set[tuple[float | None, float | None, float | None, str | None]]:
    return {(figure.value, figure.low, figure.high, figure.unit) for figure in claim.figures}


def _place_ids(claim: Claim) -> set[int]:
    return {mention.place.id for mention in claim.places}
