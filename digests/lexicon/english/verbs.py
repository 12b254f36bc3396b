"""English verbs of saying and the like."""

from __future__ import annotations

from digests.lexicon.english.persons import SAYING
from digests.lexicon.groups import Verbs

VERBS = Verbs(saying=SAYING, inverted=frozenset("said says added wrote explained recalled".split()))
