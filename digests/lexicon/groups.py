"""What words a language must give the rules, group by group, and what each list is for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False, kw_only=True)
class Grammar:
    """The small words that hold a sentence together."""

    articles: frozenset[str]
    indefinite_articles: frozenset[str]
    be_finite: frozenset[str]  #: finite forms of the verb that says what something is
    be_other: frozenset[str]  #: its other forms
    have_finite: frozenset[str]
    auxiliaries: frozenset[str]  #: forms of be, have and do that carry a clause
    modals: frozenset[str]
    past_forms: frozenset[str]  #: irregular past forms of common verbs, each a finite verb
    third_possessives: frozenset[str]
    speaking_possessives: frozenset[str]
    demonstratives: frozenset[str]
    plural_demonstratives: frozenset[str]
    relative_pronouns: frozenset[str]
    personal_relatives: frozenset[str]  #: those of persons
    relative_adverbs: frozenset[str]
    complementizers: frozenset[str]  #: what opens a clause that is an object
    choosing: frozenset[str]  #: those that join the last of a list


@dataclass(frozen=True, eq=False, kw_only=True)
class Hedges:
    """Words whose loss would change a claim: negations, hedges and conditions."""

    negations: frozenset[str]  #: words that turn a statement round
    conditions: frozenset[str]  #: words that open a condition


@dataclass(frozen=True, eq=False, kw_only=True)
class Verbs:
    """Verbs of saying, denying, estimating and forecasting."""

    saying: frozenset[str]  #: all forms of the verbs whose subject speaks
    inverted: frozenset[str]  #: finite forms that their subject may follow: “…”, said Ellis
