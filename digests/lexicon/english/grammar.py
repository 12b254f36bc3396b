"""The small words of English."""

from __future__ import annotations

from digests.lexicon.groups import Grammar

GRAMMAR = Grammar(
    articles=frozenset({"a", "an", "the"}),
    indefinite_articles=frozenset({"a", "an"}),
    be_finite=frozenset("am is are was were".split()),
    be_other=frozenset("be been being".split()),
    have_finite=frozenset("have has had".split()),
    auxiliaries=frozenset("am is are was were be been being have has had do does did".split()),
    modals=frozenset("will would can could may might must shall should".split()),
    past_forms=frozenset(
        "said went came made took got won lost fell rose left kept gave grew held led met put ran saw sent shot spent "
        "began became broke brought built hit".split()
    ),
    third_possessives=frozenset("his her its their".split()),
    speaking_possessives=frozenset("my our your".split()),
    demonstratives=frozenset("this that these those".split()),
    plural_demonstratives=frozenset({"these", "those"}),
    relative_pronouns=frozenset("who whom whose which that".split()),
    personal_relatives=frozenset("who whom whose".split()),
    relative_adverbs=frozenset({"when", "where"}),
    complementizers=frozenset({"that"}),
    choosing=frozenset({"and", "or"}),
)
