"""What words a language must give the rules, group by group, and what each list is for."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from digests.models import Pronoun


@dataclass(frozen=True, eq=False, kw_only=True)
class Grammar:
    """The small words that hold a sentence together, and the verbs without which it is none."""

    articles: frozenset[str]
    indefinite_articles: frozenset[str]
    be_finite: frozenset[str]  #: finite forms of the verb that says what something is
    be_other: frozenset[str]  #: its other forms
    be_base: frozenset[str]  #: of these, the base form
    be_participle: frozenset[str]  #: of these, the past participle
    be_gerund: frozenset[str]
    be_contracted: frozenset[str]  #: its forms joined to the word before them
    have_finite: frozenset[str]
    be_plural: frozenset[str]  #: those of the verb before that no third person singular has
    have_plural: frozenset[str]  #: those that no third person singular has
    have_present: frozenset[str]  #: those that tell what is done by now
    have_other: frozenset[str]
    do_finite: frozenset[str]
    modals: frozenset[str]
    doubtful_modals: frozenset[str]  #: those that may be a noun or a name
    irregular_negatives: frozenset[str]  #: auxiliaries that change before a negative ending, with it
    contracted_verbs: frozenset[str]  #: auxiliaries joined to the word before them
    doubtful_contractions: frozenset[str]  #: those that may be something else
    linking_verbs: frozenset[str]  #: other verbs that say what something is
    past_forms: frozenset[str]  #: irregular past forms of common verbs, each a finite verb
    past_participles: frozenset[str]  #: irregular participles of verbs of deeds
    third_subjects: frozenset[str]  #: subject forms of the third person
    third_possessives: frozenset[str]
    speaking_subjects: frozenset[str]  #: those of the first and second, as they are written within a sentence
    speaking_possessives: frozenset[str]
    object_possessives: frozenset[str]  #: possessive forms that are object forms too
    object_pronouns: frozenset[str]  #: object forms that are nothing else
    genders: dict[str, Pronoun]  #: the pronouns of one person, each with the subject form of its gender
    neuter_pronouns: frozenset[str]  #: of a thing or a body
    plural_pronouns: frozenset[str]  #: of several in the third person
    gendered_forms: dict[str, Pronoun]  #: other pronouns of one person, likewise
    neuter_forms: frozenset[str]  #: others of a thing or a body
    plural_forms: frozenset[str]  #: others of several
    first_person: frozenset[str]  #: all forms of the first person
    reflexives: frozenset[str]
    demonstratives: frozenset[str]
    plural_demonstratives: frozenset[str]
    indefinite_pronouns: frozenset[str]  #: for somebody or something that is not named
    existentials: frozenset[str]  #: subjects that stand for what comes after the verb
    relative_pronouns: frozenset[str]
    personal_relatives: frozenset[str]  #: those of persons
    owning_relatives: frozenset[str]  #: of these, those before what somebody has
    free_relatives: frozenset[str]  #: those that need no noun before: “in what he called a slip”
    hanging_relatives: frozenset[str]  #: those that begin no statement
    relative_adverbs: frozenset[str]
    question_adverbs: frozenset[str]
    complementizers: frozenset[str]  #: what opens a clause that is an object
    coordinators: frozenset[str]  #: conjunctions between clauses of one rank
    continuing: frozenset[str]  #: those that go on with what was said
    choosing: frozenset[str]  #: those that join the last of a list
    reasons: frozenset[str]  #: conjunctions of a reason
    doubtful_reasons: frozenset[str]  #: those that may also compare
    settings: frozenset[str]  #: conjunctions of a time or a contrast
    comparing: frozenset[str]  #: what sets one thing beside another
    measuring: frozenset[str]  #: what stands before what something is measured by
    prepositions: frozenset[str]  #: the short ones
    longer_prepositions: frozenset[str]  #: others that may stand between two nouns
    holding: frozenset[
        str
    ]  #: what stands before what holds something: “in a letter that …”, “in what he called a slip”
    genitives: frozenset[str]  #: what stands between a thing and what it is of: “the city of Larn”, “5 of May”
    role_markers: frozenset[str]  #: what stands before what something is said to be: “dismissed it as a lie”
    hanging_prepositions: frozenset[str]  #: those after an object pronoun that begins no statement
    additions: frozenset[str]  #: adverbs that add one more thing
    passive_agents: frozenset[str]  #: what stands before whoever does what is told in the passive
    infinitive_markers: frozenset[str]  #: what stands before an infinitive
    verb_endings: tuple[str, ...]  #: how past forms and participles end by rule

    @functools.cached_property
    def definite_articles(self) -> frozenset[str]:
        """The articles of what is known."""
        return self.articles - self.indefinite_articles

    @functools.cached_property
    def finite_auxiliaries(self) -> frozenset[str]:
        """Forms of be, have and do that are the finite verb of a clause."""
        return self.be_finite | self.have_finite | self.do_finite

    @functools.cached_property
    def auxiliaries(self) -> frozenset[str]:
        """All forms of be, have and do that carry a clause."""
        return self.finite_auxiliaries | self.be_other | self.have_other

    @functools.cached_property
    def subjects(self) -> frozenset[str]:
        """Subject forms of all persons."""
        return self.third_subjects | self.speaking_subjects

    @functools.cached_property
    def possessives(self) -> frozenset[str]:
        """Possessive forms of all persons."""
        return self.third_possessives | self.speaking_possessives

    @functools.cached_property
    def object_forms(self) -> frozenset[str]:
        """What in the third person is an object behind a verb, and no possessive."""
        return (self.object_pronouns | self.neuter_pronouns) - self.first_person - self.third_possessives

    @functools.cached_property
    def thing_relatives(self) -> frozenset[str]:
        """The relative pronouns of things alone."""
        return self.openers - self.personal_relatives

    @functools.cached_property
    def openers(self) -> frozenset[str]:
        """The relative pronouns that do nothing else."""
        return self.relative_pronouns - self.complementizers


@dataclass(frozen=True, eq=False, kw_only=True)
class Hedges:
    """Words whose loss would change a claim: negations, hedges, conditions and doubts."""

    negations: frozenset[str]  #: words that turn a statement round
    verb_negations: frozenset[str]  #: those that stand behind an auxiliary
    noun_negations: frozenset[str]  #: those that stand before a noun
    negative_pronouns: frozenset[str]  #: those that stand for nobody or nothing
    negative_endings: frozenset[str]  #: what does so at the end of a verb
    near_negations: frozenset[str]  #: adverbs that all but turn it round
    scarcities: frozenset[str]  #: that hardly any are meant, unless an article stands before
    restrictions: frozenset[str]  #: that no more is meant
    exceptions: frozenset[str]  #: that something is left out or set against
    exhaustive: frozenset[str]  #: that none is left out but who stands behind an exception
    refusals: frozenset[str]  #: that somebody does not do what was asked
    failures: frozenset[str]  #: that somebody does not do what was tried
    preventions: frozenset[str]  #: that something is kept from happening, or ends
    untruths: frozenset[str]  #: that something is not so
    conditions: frozenset[str]  #: words that open a condition
    suppositions: frozenset[str]  #: those of them that leave something open
    opening_conditions: frozenset[str]  #: what opens one too where it begins a sentence
    concessions: frozenset[str]  #: what grants the opposite
    hedging_modals: frozenset[str]  #: modals that leave something open
    obligations: frozenset[str]  #: those of them that say what ought to be
    hedges: frozenset[str]  #: that something may be so, or that others say so
    bounds: frozenset[str]  #: how near something is to the whole or the first of its kind
    doubts: frozenset[str]  #: what tells how sure something is, and may so take back what was said before
