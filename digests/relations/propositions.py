"""A text as what it says: its words of weight, which of them it negates, whether for real, and what it is of."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from digests.lexicon import Lexicon, either
from digests.relations.stems import Term, phrase_term, term_of

HEADS = 3  #: how many words of weight lead to claims on the same thing
GOING_ON = "run"  #: the sense of what goes on
WINDOW = 6  #: how many words after a negation may be what it negates

Mood = Literal["fact", "ability", "future", "open"]
VerbForm = Literal["finite", "base"]

_FIRST: frozenset[VerbForm | None] = frozenset({"finite"})  # a base that opens a text may be an order or a noun
_LATER: frozenset[VerbForm | None] = frozenset({"finite", "base"})

_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[,;:.!?–—]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, eq=False, slots=True)
class Proposition:
    """What a text says, without who says it."""

    signs: dict[str, int]  #: its terms; −1 where the text negates them or says the opposite of their sense
    terms: frozenset[str]
    names: frozenset[str]  #: those that are names
    heads: tuple[str, ...]  #: its words of most weight
    subjects: frozenset[str]  #: names before the first verb of weight
    negated: frozenset[str]  #: terms that a negation turns round
    mood: Mood
    loose: frozenset[
        str
    ]  #: terms of which it says nothing for itself: what is asked for, or told of some who are meant
    finite: bool  #: whether it is a statement with a verb of its own
    of_first: bool  #: whether its subject is a pronoun of the first person, which is the claimant
    of_third: bool  #: whether it is one of the third, which is the claimant where no quotation marks stand around it
    years: frozenset[int]
    past: bool  #: whether it speaks of another time than the news
    surfaces: dict[str, str]  #: each term as it is written


class _Token(NamedTuple):
    word: str  #: in lower case
    start: int
    name: bool


@functools.lru_cache(maxsize=20_000)
def read_proposition(text: str, lexicon: Lexicon) -> Proposition:
    """Read a text."""
    tokens = [
        _Token(match[0].lower(), match.start(), match[0][0].isupper() and match[0] != "I")
        for match in _TOKEN.finditer(text)
    ]
    terms = _terms(tokens, lexicon)
    targets = set(_targets(tokens, terms, lexicon))
    negated = {terms[i].stem for i in targets}
    signs: dict[str, int] = {}
    for i in sorted(terms, key=lambda i: (i not in targets, i)):  # “free, not arrested” is no arrest, told twice
        signs.setdefault(terms[i].stem, -terms[i].sign if i in targets else terms[i].sign)
    names = frozenset(terms[i].stem for i in terms if tokens[i].name)
    verb = next((i for i, token in enumerate(tokens) if _is_verb(token, i, lexicon)), None)
    years = frozenset(int(year) for year in _YEAR.findall(text))
    return Proposition(
        signs=signs,
        terms=frozenset(signs),
        names=names,
        heads=_heads(signs.keys() - names - lexicon.events.things or signs.keys(), negated),
        subjects=frozenset(terms[i].stem for i in terms if i < (verb or 0) and tokens[i].name),
        negated=frozenset(negated),
        mood=_mood(tokens, lexicon),
        loose=frozenset(terms[i].stem for i in terms if _is_loose(tokens, i, lexicon)),
        finite=verb is not None,
        of_first=bool(_pronoun(lexicon, first=True).match(text)),
        of_third=bool(_pronoun(lexicon, first=False).match(text)),
        years=years,
        past=bool(_past(lexicon).search(text)),
        surfaces={terms[i].stem: tokens[i].word for i in reversed(terms)},
    )


def _heads(terms: Iterable[str], negated: set[str]) -> tuple[str, ...]:
    """What is negated, and else the longest words, which are the rarest as a rule."""
    return tuple(sorted(terms, key=lambda term: (term not in negated, -len(term), term))[:HEADS])


def _terms(tokens: Sequence[_Token], lexicon: Lexicon) -> dict[int, Term]:
    """The terms of a text by the places of their words."""
    terms: dict[int, Term] = {}
    second_of_phrase = -1
    events = lexicon.events
    for i, token in enumerate(tokens):
        if i == second_of_phrase or not token.word[0].isalpha():
            continue
        pair = phrase_term(token.word, tokens[i + 1].word, lexicon) if i + 1 < len(tokens) else None
        if pair:
            second_of_phrase = i + 1
        elif token.word in events.holding and any(other.word in events.held_by for other in tokens[max(0, i - 4) : i]):
            pair = Term("control")
        elif _goes_on(tokens, i, lexicon):
            pair = Term(GOING_ON)
        term = pair or term_of(token.word, lexicon)
        if term and token.word not in _turning(lexicon).pattern_words:
            terms[i] = term
    return terms


def _bounds(tokens: Sequence[_Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a negation before a comparative bounds a number (“no more than”), or begins a demand (“No more war!”)."""
    is_demand = i == 0 or tokens[i].start > tokens[i - 1].start + len(tokens[i - 1].word) + 1  # marks stand between
    follows = tokens[i + 2].word if i + 2 < len(tokens) else "."
    return is_demand or follows in lexicon.events.comparing or not follows[0].isalpha()


def _goes_on(tokens: Sequence[_Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a word says that what the gerund behind it tells has not stopped: “still leaking”, “still being sold”."""
    if tokens[i].word not in lexicon.events.lasting or i + 1 == len(tokens):
        return False
    follows = tokens[i + 1].word
    term = term_of(follows, lexicon)
    return follows.endswith(lexicon.events.gerund_endings) and not (term and term.stem in lexicon.events.fates)


class _Turning(NamedTuple):
    pattern: re.Pattern[str]
    pattern_words: frozenset[str]
    bounds: frozenset[str]  #: what makes a bound of a negation before it: “no more than”


@functools.cache
def _turning(lexicon: Lexicon) -> _Turning:
    hedges = lexicon.hedges
    negations = either(
        hedges.negations,
        hedges.near_negations,
        hedges.refusals,
        hedges.failures,
        hedges.preventions,
        lexicon.events.ruling_out,
    )
    return _Turning(
        re.compile(rf"{negations}|\w+(?:{either(hedges.negative_endings)})"),
        frozenset(word for word in hedges.negations | hedges.near_negations),
        lexicon.events.bounding,
    )


@functools.lru_cache(maxsize=100_000)
def _is_turning(word: str, lexicon: Lexicon) -> bool:
    return bool(_turning(lexicon).pattern.fullmatch(word))


def _targets(tokens: Sequence[_Token], terms: dict[int, Term], lexicon: Lexicon) -> Iterator[int]:
    """The places of the words that a negation turns round: the next word of weight, else the last one before it."""
    turning = _turning(lexicon)
    for i, token in enumerate(tokens):
        if not _is_turning(token.word, lexicon):
            continue
        if i + 1 < len(tokens) and tokens[i + 1].word in turning.bounds and _bounds(tokens, i, lexicon):
            continue
        own_stem = i in terms and terms[i].stem
        begin = _predicate(tokens, i, lexicon)
        candidates = (
            index
            for index in range(begin, min(len(tokens), begin + WINDOW))
            if index in terms and not tokens[index].name
        )
        target = next(candidates, None)
        if target is None and token.word in lexicon.hedges.negations | lexicon.hedges.negative_pronouns:
            target = next((index for index in range(i - 1, -1, -1) if index in terms and not tokens[index].name), None)
        if target is not None and terms[target].stem != own_stem:
            yield target


def _is_loose(tokens: Sequence[_Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a word stands in an infinitive that nobody failed to reach, or in a relative clause."""
    grammar, turning = lexicon.grammar, _turning(lexicon).pattern
    for index in range(i - 1, max(-1, i - 5), -1):
        word = tokens[index].word
        if word in grammar.infinitive_markers and i - index <= 2:
            words_before = [token.word for token in tokens[max(0, index - 2) : index]]
            return not any(
                turning.fullmatch(word_before) or word_before in lexicon.events.returning
                for word_before in words_before
            )
        if word in grammar.openers and index:
            return True
        if not word[0].isalnum():
            return False
    return False


def _is_verb(token: _Token, i: int, lexicon: Lexicon) -> bool:
    """Whether a word is a finite verb as far as its form tells, or the base of a common one after another word."""
    return not token.name and _verb_form(token.word, lexicon) in (_FIRST if i == 0 else _LATER)


@functools.lru_cache(maxsize=100_000)
def _verb_form(word: str, lexicon: Lexicon) -> VerbForm | None:
    if _verbs(lexicon).fullmatch(word):
        return "finite"
    bases = lexicon.events.irregular.keys() | lexicon.events.holding
    return "base" if word in bases or word.removesuffix("s") in bases else None


def _predicate(tokens: Sequence[_Token], i: int, lexicon: Lexicon) -> int:
    """Where what a negation turns round may begin: after it, or after “was” in “nobody in the town was hurt”."""
    pronoun = tokens[i].word in lexicon.hedges.negative_pronouns
    if pronoun and i + 1 < len(tokens) and tokens[i + 1].word in lexicon.grammar.prepositions:
        auxiliaries = lexicon.grammar.finite_auxiliaries
        return next((index for index in range(i + 1, len(tokens)) if tokens[index].word in auxiliaries), i) + 1
    return i + 1


@functools.cache
def _verbs(lexicon: Lexicon) -> re.Pattern[str]:
    """What shows that the subject is over."""
    grammar, events = lexicon.grammar, lexicon.events
    irregular = grammar.irregular_negatives.union(*events.irregular.values())
    verbs = either(grammar.auxiliaries, grammar.modals, grammar.past_forms, grammar.past_participles, irregular)
    return re.compile(rf"{verbs}|\w+(?:{either(events.past_endings)})|\w+(?:{either(lexicon.hedges.negative_endings)})")


@functools.cache
def _pronoun(lexicon: Lexicon, *, first: bool) -> re.Pattern[str]:
    """What begins words about the claimant."""
    grammar = lexicon.grammar
    pronouns = either(grammar.first_person) if first else either(grammar.third_subjects, grammar.third_possessives)
    return re.compile(rf"^\W*(?:(?:{either(grammar.complementizers)})\s+)?(?:{pronouns})\b", re.IGNORECASE)


@functools.cache
def _past(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(lexicon.events.past_times)})\b", re.IGNORECASE)


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


def _mood(tokens: Sequence[_Token], lexicon: Lexicon) -> Mood:
    """Whether a text tells a fact, what can be, what will be, or leaves it open."""
    moods = _moods(lexicon)
    for i, token in enumerate(tokens):
        mood = None if token.name and token.start else moods.get(token.word)
        if mood:
            return mood
        if _is_plan(token.word, lexicon) and not _qualifies(tokens, i, lexicon):
            return "open"
    return "fact"


def _qualifies(tokens: Sequence[_Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a word of plans stands before its noun: “all planned talks were held”."""
    ahead = lexicon.grammar.articles | lexicon.grammar.indefinite_pronouns
    return tokens[i].word in lexicon.events.qualifying and (i == 0 or tokens[i - 1].word in ahead)
