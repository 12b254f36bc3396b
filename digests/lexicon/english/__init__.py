"""English: one file for each group of words."""

from digests.lexicon.english.calendar import CALENDAR
from digests.lexicon.english.claimants import CLAIMANTS
from digests.lexicon.english.cues import CUES
from digests.lexicon.english.events import EVENTS
from digests.lexicon.english.grammar import GRAMMAR
from digests.lexicon.english.hedges import HEDGES
from digests.lexicon.english.lines import LINES
from digests.lexicon.english.numbers import NUMBERS
from digests.lexicon.english.verbs import VERBS
from digests.lexicon.lexicon import Lexicon

ENGLISH = Lexicon(
    language="en",
    calendar=CALENDAR,
    numbers=NUMBERS,
    grammar=GRAMMAR,
    hedges=HEDGES,
    events=EVENTS,
    cues=CUES,
    lines=LINES,
    claimants=CLAIMANTS,
    verbs=VERBS,
)

__all__ = ["ENGLISH"]
