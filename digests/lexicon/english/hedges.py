"""English words whose loss would change a claim."""

from __future__ import annotations

from digests.lexicon.groups import Hedges

HEDGES = Hedges(
    negations=frozenset("not no never none nobody nothing nowhere neither nor without cannot".split()),
    verb_negations=frozenset({"not"}),
    noun_negations=frozenset({"no"}),
    negative_pronouns=frozenset("none nobody nothing neither".split()),
    negative_endings=frozenset({"n't"}),
    near_negations=frozenset("hardly barely scarcely rarely seldom".split()),
    scarcities=frozenset({"few"}),
    restrictions=frozenset({"only"}),
    exceptions=frozenset({"except", "but"}),
    exhaustive=frozenset("all any each every everything anything".split()),
    refusals=frozenset({"refus*", "declin*"}),
    failures=frozenset({"fail*", "unable"}),
    preventions=frozenset("stop* halt* cease ceased ceasing prevent* repel* thwart* foil* avert*".split()),
    untruths=frozenset("false* untrue deni* deny*".split()),
    conditions=frozenset("if unless until whether".split()),
    suppositions=frozenset({"if", "unless"}),
    opening_conditions=frozenset("once when while should despite provided".split()),
    concessions=frozenset("although though".split()),
    hedging_modals=frozenset("may might could would should".split()),
    obligations=frozenset({"should"}),
    hedges=frozenset(
        "likely unlikely probably possibly perhaps reportedly alleged allegedly suspected purported purportedly "
        "apparently".split()
    ),
    bounds=frozenset("first nearly almost least most".split()),
    doubts=frozenset(
        "provided however verif* confirm* prove proves proved proven true wrong* alleg* report* claim* assert* unclear "
        "uncertain unlikely exception exceptions doubt* dispute* reject* mistake* evidence never".split()
    ),
)
