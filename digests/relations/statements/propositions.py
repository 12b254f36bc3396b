"""A text as what it says: its words of weight, which of them it negates, whether for real, and what it is of."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from digests.lexicon import Lexicon, either
from digests.relations.statements.moods import Mood, mood_of
from digests.relations.statements.negations import is_negating, negated_in
from digests.relations.statements.stems import Term, phrase_term, term_of
from digests.relations.statements.tokens import Token, tokens_of

HEADS = 3  #: how many words of weight lead to claims on the same thing
GOING_ON = "run"  #: the sense of what goes on

VerbForm = Literal["finite", "base"]

_FIRST: frozenset[VerbForm | None] = frozenset({"finite"})  # a base that opens a text may be an order or a noun
_LATER: frozenset[VerbForm | None] = frozenset({"finite", "base"})

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
    loose: frozenset[str]  #: terms of which it says nothing for itself: what is asked for, or told of some meant
    finite: bool  #: whether it is a statement with a verb of its own
    of_first: bool  #: whether its subject is a pronoun of the first person, which is the claimant
    of_third: bool  #: whether it is one of the third, which is the claimant where no quotation marks stand around it
    years: frozenset[int]
    past: bool  #: whether it speaks of another time than the news
    surfaces: dict[str, str]  #: each term as it is written


@functools.lru_cache(maxsize=20_000)
def read_proposition(text: str, lexicon: Lexicon) -> Proposition:
    """Read a text."""
    tokens = tokens_of(text)
    terms = _terms(tokens, lexicon)
    targets = set(negated_in(tokens, terms, lexicon))
    negated = {terms[i].stem for i in targets}
    signs: dict[str, int] = {}
    for i in sorted(terms, key=lambda i: (i not in targets, i)):  # “free, not arrested” is no arrest, told twice
        signs.setdefault(terms[i].stem, -terms[i].sign if i in targets else terms[i].sign)
    names = frozenset(terms[i].stem for i in terms if tokens[i].name)
    verb = next((i for i, token in enumerate(tokens) if _is_verb(token, i, lexicon)), None)
    return Proposition(
        signs=signs,
        terms=frozenset(signs),
        names=names,
        heads=_heads(signs.keys() - names - lexicon.events.things or signs.keys(), negated),
        subjects=frozenset(terms[i].stem for i in terms if i < (verb or 0) and tokens[i].name),
        negated=frozenset(negated),
        mood=mood_of(tokens, lexicon),
        loose=frozenset(terms[i].stem for i in terms if _is_loose(tokens, i, lexicon)),
        finite=verb is not None,
        of_first=bool(_pronoun(lexicon, first=True).match(text)),
        of_third=bool(_pronoun(lexicon, first=False).match(text)),
        years=frozenset(int(year) for year in _YEAR.findall(text)),
        past=bool(_past(lexicon).search(text)),
        surfaces={terms[i].stem: tokens[i].word for i in reversed(terms)},
    )


def _heads(terms: Iterable[str], negated: set[str]) -> tuple[str, ...]:
    """What is negated, and else the longest words, which are the rarest as a rule."""
    return tuple(sorted(terms, key=lambda term: (term not in negated, -len(term), term))[:HEADS])


def _terms(tokens: Sequence[Token], lexicon: Lexicon) -> dict[int, Term]:
    """The terms of a text by the places of their words."""
    terms: dict[int, Term] = {}
    second_of_phrase = -1
    events, hedges = lexicon.events, lexicon.hedges
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
        if term and token.word not in hedges.negations and token.word not in hedges.near_negations:
            terms[i] = term
    return terms


def _goes_on(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a word says that what the gerund behind it tells has not stopped: “still leaking”, “still being sold”."""
    if tokens[i].word not in lexicon.events.lasting or i + 1 == len(tokens):
        return False
    follows = tokens[i + 1].word
    term = term_of(follows, lexicon)
    return follows.endswith(lexicon.events.gerund_endings) and not (term and term.stem in lexicon.events.fates)


def _is_loose(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a word stands in an infinitive that nobody failed to reach, or in a relative clause."""
    grammar = lexicon.grammar
    for index in range(i - 1, max(-1, i - 5), -1):
        word = tokens[index].word
        if word in grammar.infinitive_markers and i - index <= 2:
            words_before = [token.word for token in tokens[max(0, index - 2) : index]]
            return not any(is_negating(word, lexicon) or word in lexicon.events.returning for word in words_before)
        if word in grammar.openers and index:
            return True
        if not word[0].isalnum():
            return False
    return False


def _is_verb(token: Token, i: int, lexicon: Lexicon) -> bool:
    """Whether a word is a finite verb as far as its form tells, or the base of a common one after another word."""
    return not token.name and _verb_form(token.word, lexicon) in (_FIRST if i == 0 else _LATER)


@functools.lru_cache(maxsize=100_000)
def _verb_form(word: str, lexicon: Lexicon) -> VerbForm | None:
    if _verbs(lexicon).fullmatch(word):
        return "finite"
    bases = lexicon.events.irregular.keys() | lexicon.events.holding
    return "base" if word in bases or word.removesuffix("s") in bases else None


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
