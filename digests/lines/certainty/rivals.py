"""Who else may have said a line's words: others of the speaker's name, and others named shortly before."""

from __future__ import annotations

from digests.actors import find_persons
from digests.lexicon import Lexicon
from digests.models import Article, Claim

_NEAR = 300  #: characters before a pronoun, or a quotation that stands alone, in which others are rivals
_MOST = 3.0


def rivals(claim: Claim, article: Article, lexicon: Lexicon) -> dict[str, float]:
    """How many others a text names who may be meant, as a share of the most that count."""
    words = [word.casefold() for word in claim.claimant.name.split()]
    if not words:
        return {}
    persons = find_persons(article.body)
    first_names = {person.start: article.body[person.start : person.end].split()[0] for person in persons}
    namesakes = {
        first_names[person.start].casefold()
        for person in persons
        if person.last == words[-1] and len(article.body[person.start : person.end].split()) > 1
    }
    attribution = claim.attribution
    place = min(start for start, _ in (*attribution.source, *attribution.content))
    is_open = not attribution.cue or claim.claimant.surface.lower() in lexicon.grammar.third_subjects
    others = {person.last for person in persons if place - _NEAR <= person.start < place and person.last not in words}
    return {
        "namesakes": min(max(len(namesakes - {words[0]}), 0), _MOST) / _MOST,
        "rivals": min(len(others), _MOST) / _MOST if is_open else 0.0,
    }
