"""All words of one language that rules look for."""

from __future__ import annotations

from dataclasses import dataclass

from digests.lexicon.amounts import Numbers, Units
from digests.lexicon.claim_groups import Claimants, Cues, Events, Lines
from digests.lexicon.groups import Calendar, Grammar, Hedges, Persons
from digests.lexicon.speech import Boilerplate, Clauses, Descriptions, Sources, Verbs


@dataclass(frozen=True, eq=False, kw_only=True)
class Lexicon:
    """The words of a language, in groups; compared by identity, so that compiled patterns can be kept for each."""

    language: str  #: BCP 47, such as "en"
    calendar: Calendar
    numbers: Numbers
    units: Units
    grammar: Grammar
    hedges: Hedges
    persons: Persons
    events: Events
    cues: Cues
    lines: Lines
    claimants: Claimants
    verbs: Verbs
    sources: Sources
    clauses: Clauses
    descriptions: Descriptions
    boilerplate: Boilerplate
