"""Whether a line tells of a “there” that nothing in it says."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.checks.hanging.words import unquoted
from digests.models import Claim


class _Patterns(NamedTuple):
    adverb: re.Pattern[str]  #: “there” where it may tell a place: “was held there”, not “there is no”
    idle: frozenset[str]  #: words before it where it tells none: “out there”, “had there been”, “that there …”
    whereabouts: re.Pattern[str]  #: what it may mean: “in the hall”, “the town”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, pointing, lines = lexicon.grammar, lexicon.pointing, lexicon.lines
    is_so = either(grammar.be_finite, grammar.have_finite, lines.seeming, lines.appearing, pointing.existing)
    will_be = rf"(?:{either(grammar.modals)}) (?:\w+ )?(?:{either(grammar.be_base, grammar.have_finite)})"
    determiners = either(grammar.articles, grammar.possessives, grammar.demonstratives)
    return _Patterns(
        adverb=re.compile(
            rf"(?:(?P<before>[\w’'-]+)|”) (?:{either(pointing.places_told)})\b"
            rf"(?! “| (?:\w+ly )?(?:{is_so}|{will_be})(?:{either(lexicon.hedges.negative_endings)})?\b|[’'])"
        ),
        idle=frozenset(
            pointing.before_idle_places
            | grammar.finite_auxiliaries
            | grammar.modals
            | grammar.complementizers
            | grammar.coordinators
            | grammar.settings
            | grammar.reasons
            | grammar.relative_adverbs
        ),
        whereabouts=re.compile(
            rf"\b(?i:{either(lexicon.places.locatives)}) (?:(?:{determiners}) \w|[A-Z])"
            rf"|\b(?i:{determiners}) (?:[\w’'-]+ ){{0,2}}?(?:{either(pointing.places)})\b"
        ),
    )


def has_hanging_place(body: str, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether reported words of a line tell of a place as “there”, and nothing before it tells which."""
    if not any(word in body for word in lexicon.pointing.places_told):
        return False
    patterns, words = _patterns(lexicon), unquoted(body)
    adverb = next((m for m in patterns.adverb.finditer(words) if m["before"] not in patterns.idle), None)
    if adverb is None:
        return False
    ahead = body[: adverb.start()]
    return patterns.whereabouts.search(ahead) is None and not any(place.surface in ahead for place in claim.places)
