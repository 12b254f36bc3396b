"""English: one file for each group of words, in folders as the shapes of the groups lie in files."""

from digests.lexicon.english.amounts.numbers import NUMBERS
from digests.lexicon.english.amounts.things import FATES, NUMBERED, THINGS
from digests.lexicon.english.amounts.units import UNITS
from digests.lexicon.english.calendar import CALENDAR
from digests.lexicon.english.claims.assurances import ASSURANCES
from digests.lexicon.english.claims.claimants import CLAIMANTS
from digests.lexicon.english.claims.counterfacts import COUNTERFACTS
from digests.lexicon.english.claims.cues import CUES
from digests.lexicon.english.claims.events import EVENTS
from digests.lexicon.english.claims.limits import LIMITS
from digests.lexicon.english.claims.lines import LINES
from digests.lexicon.english.claims.pointing import POINTING
from digests.lexicon.english.claims.turns import TURNS
from digests.lexicon.english.grammar import GRAMMAR
from digests.lexicon.english.hedges import HEDGES
from digests.lexicon.english.names.bodies import BODIES
from digests.lexicon.english.names.persons import PERSONS
from digests.lexicon.english.names.places import PLACES
from digests.lexicon.english.reporting.circumstances import CIRCUMSTANCES
from digests.lexicon.english.reporting.common_verbs import COMMON_VERBS
from digests.lexicon.english.reporting.deeds import DEEDS
from digests.lexicon.english.reporting.frames import FRAMES
from digests.lexicon.english.reporting.narration import NARRATION
from digests.lexicon.english.reporting.retractions import RETRACTIONS
from digests.lexicon.english.reporting.verbs import REPORTING
from digests.lexicon.english.speech.boilerplate import BOILERPLATE
from digests.lexicon.english.speech.clauses import CLAUSES
from digests.lexicon.english.speech.descriptions import DESCRIPTIONS
from digests.lexicon.english.speech.sources import SOURCES
from digests.lexicon.english.speech.verbs import VERBS
from digests.lexicon.english.texts import TEXTS
from digests.lexicon.lexicon import Lexicon

ENGLISH = Lexicon(
    language="en",
    calendar=CALENDAR,
    numbers=NUMBERS,
    units=UNITS,
    things=THINGS,
    fates=FATES,
    numbered=NUMBERED,
    grammar=GRAMMAR,
    hedges=HEDGES,
    places=PLACES,
    persons=PERSONS,
    bodies=BODIES,
    events=EVENTS,
    cues=CUES,
    lines=LINES,
    pointing=POINTING,
    turns=TURNS,
    counterfacts=COUNTERFACTS,
    assurances=ASSURANCES,
    limits=LIMITS,
    claimants=CLAIMANTS,
    verbs=VERBS,
    sources=SOURCES,
    clauses=CLAUSES,
    descriptions=DESCRIPTIONS,
    boilerplate=BOILERPLATE,
    texts=TEXTS,
    reporting=REPORTING,
    common_verbs=COMMON_VERBS,
    deeds=DEEDS,
    circumstances=CIRCUMSTANCES,
    frames=FRAMES,
    retractions=RETRACTIONS,
    narration=NARRATION,
)

__all__ = ["ENGLISH"]
