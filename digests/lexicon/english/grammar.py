"""The small words of English."""

from __future__ import annotations

from digests.lexicon.groups import Grammar

GRAMMAR = Grammar(
    articles=frozenset({"a", "an", "the"}),
    auxiliaries=frozenset("am is are was were be been being have has had do does did".split()),
    modals=frozenset("will would can could may might must shall should".split()),
    relative_pronouns=frozenset("who whom whose which that".split()),
)
