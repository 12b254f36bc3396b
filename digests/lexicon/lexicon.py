"""All words of one language that rules look for."""

from __future__ import annotations

from dataclasses import dataclass

from digests.lexicon.amounts import Fates, Numbered, Numbers, Things, Units
from digests.lexicon.calendar import Calendar
from digests.lexicon.claims import Claimants, Cues, Events, Pointing
from digests.lexicon.groups import Grammar, Hedges
from digests.lexicon.lines import Assurances, Counterfacts, Limits, Lines, Turns
from digests.lexicon.names import Bodies, Persons, PlaceWords
from digests.lexicon.reporting_groups import (
    Circumstances,
    CommonVerbs,
    Deeds,
    Frames,
    Narration,
    Reporting,
    Retractions,
)
from digests.lexicon.speech import Boilerplate, Clauses, Descriptions, Sources, Verbs
from digests.lexicon.texts import Texts


@dataclass(frozen=True, eq=False, kw_only=True)
class Lexicon:
    """The words of a language, in groups; compared by identity, so that compiled patterns can be kept for each."""

    language: str  #: BCP 47, such as "en"
    calendar: Calendar
    numbers: Numbers
    units: Units
    things: Things
    fates: Fates
    numbered: Numbered
    grammar: Grammar
    hedges: Hedges
    places: PlaceWords
    persons: Persons
    bodies: Bodies
    events: Events
    cues: Cues
    lines: Lines
    pointing: Pointing
    turns: Turns
    limits: Limits
    counterfacts: Counterfacts
    assurances: Assurances
    claimants: Claimants
    verbs: Verbs
    sources: Sources
    clauses: Clauses
    descriptions: Descriptions
    boilerplate: Boilerplate
    texts: Texts
    reporting: Reporting
    common_verbs: CommonVerbs
    deeds: Deeds
    circumstances: Circumstances
    frames: Frames
    retractions: Retractions
    narration: Narration
