"""Whom words that are no name refer to: pronouns, offices and descriptions of persons."""

from digests.speakers.referring.described_persons import DescribedPersons
from digests.speakers.referring.heard import Heard
from digests.speakers.referring.left_open import LeftOpen
from digests.speakers.referring.meant import Meant
from digests.speakers.referring.pronoun_sources import PronounSources

__all__ = ["DescribedPersons", "Heard", "LeftOpen", "Meant", "PronounSources"]
