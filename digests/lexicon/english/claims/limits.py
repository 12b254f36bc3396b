"""English words that stand beside a saying and limit what is said: on which day, under which rule, among whom."""

from __future__ import annotations

from digests.lexicon.lines import Limits

LIMITS = Limits(
    measures=frozenset(
        "poll polls polling survey surveys census tally tallies returns results figures data statistics count "
        "counts".split()
    ),
    breakdowns=frozenset({"breaking down", "broken down", "breakdown", "by subgroup"}),
    clauses=frozenset({"when", "whenever", "where", "wherever", "as long as", "so long as", "every time"}),
    prepositions=frozenset("on in during with under at for".split()),
    kinds=frozenset(
        "good bad typical average normal ordinary busy slow quiet dry wet calm clear cold hot warm rainy sunny snowy "
        "windy stormy ideal best worst perfect right certain some many rare extreme severe heavy light peak "
        "full".split()
    ),
    rules=frozenset(
        "pact treaty accord "
        "plan law bill rule rules proposal agreement deal policy program programme system contract budget ordinance "
        "scheme scenario terms".split()
    ),
    rule_prepositions=frozenset({"under"}),
    group_prepositions=frozenset("among across throughout".split()),
    scopes=frozenset("in among at across throughout within of for".split()),
    everywhere=frozenset({"nationally", "nationwide", "statewide", "locally", "citywide", "there"}),
    released=frozenset(
        "released conducted published taken done commissioned issued sponsored by showed shows found finds put puts "
        "gave has have had".split()
    ),
)
