"""How sure it is whom a pronoun, or a quotation that stands alone, leads back to: where the claimant was named last."""

from __future__ import annotations

import functools
import re

from digests.actors import find_persons
from digests.lexicon import Lexicon, either
from digests.models import Article, Claim
from digests.text.folding import fold
from digests.text.sentences import sentences
from digests.text.spans import index_holding

_FAR = 5  #: sentences back beyond which more make no difference


def last_named(claim: Claim, article: Article, lexicon: Lexicon) -> dict[str, float]:
    """How far back the claimant was named last, and whether as an object there."""
    attribution = claim.attribution
    is_open = not attribution.source or claim.claimant.surface.lower() in lexicon.grammar.genders
    words = fold(claim.claimant.name).split()
    if not (is_open and words):
        return {}
    place = (attribution.source or attribution.content)[0][0]
    persons = find_persons(article.body, lexicon)
    mentions = [person for person in persons if person.last == words[-1] and person.start < place]
    if not mentions:
        return {}
    last, spans = mentions[-1], sentences(article.body, lexicon)
    number = index_holding(spans, last.start)
    return {
        "sentences since": min(index_holding(spans, place) - number, _FAR) / _FAR,
        "named as an object": float(bool(_object(lexicon).search(article.body[spans[number][0] : last.start]))),
    }


@functools.cache
def _object(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before a name that is no subject: a preposition or a conjunction, and titles behind it."""
    grammar = lexicon.grammar
    ahead = either(grammar.prepositions, grammar.complementizers, grammar.coordinators, grammar.comparing)
    return re.compile(rf"\b(?:{ahead})\s+(?:[A-Z][\w.’'-]*\s+|[a-z]+\s+){{0,3}}$")
