"""English: one file for each group of words."""

from digests.lexicon.english.bodies import BODIES
from digests.lexicon.english.boilerplate import BOILERPLATE
from digests.lexicon.english.calendar import CALENDAR
from digests.lexicon.english.claimants import CLAIMANTS
from digests.lexicon.english.clauses import CLAUSES
from digests.lexicon.english.cues import CUES
from digests.lexicon.english.descriptions import DESCRIPTIONS
from digests.lexicon.english.events import EVENTS
from digests.lexicon.english.grammar import GRAMMAR
from digests.lexicon.english.hedges import HEDGES
from digests.lexicon.english.lines import LINES
from digests.lexicon.english.numbers import NUMBERS
from digests.lexicon.english.persons import PERSONS
from digests.lexicon.english.places import PLACES
from digests.lexicon.english.sources import SOURCES
from digests.lexicon.english.texts import TEXTS
from digests.lexicon.english.things import FATES, NUMBERED, THINGS
from digests.lexicon.english.units import UNITS
from digests.lexicon.english.verbs import VERBS
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
    claimants=CLAIMANTS,
    verbs=VERBS,
    sources=SOURCES,
    clauses=CLAUSES,
    descriptions=DESCRIPTIONS,
    boilerplate=BOILERPLATE,
    texts=TEXTS,
)

__all__ = ["ENGLISH"]
