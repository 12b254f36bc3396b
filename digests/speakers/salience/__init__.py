"""Who a pronoun or a description means: everybody whom a text has introduced, weighed by where they stand."""

from digests.speakers.salience.announced import Announced
from digests.speakers.salience.candidates import REACH, Candidate, Candidates, Kind, Reference, Spoken
from digests.speakers.salience.choice import Choose, Listed, chances, confidence_of, likeliest
from digests.speakers.salience.doubts import Doubts
from digests.speakers.salience.features import Features
from digests.speakers.salience.mention import Mention
from digests.speakers.salience.mentions import Mentions

__all__ = [
    "REACH",
    "Announced",
    "Candidate",
    "Candidates",
    "Choose",
    "Doubts",
    "Features",
    "Kind",
    "Listed",
    "Mention",
    "Mentions",
    "Reference",
    "Spoken",
    "chances",
    "confidence_of",
    "likeliest",
]
