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
    persons = find_persons(article.body, lexicon)
    first_names = [
        (person.start, full_name[0].casefold())
        for person in persons
        if person.last == words[-1] and len(full_name := article.body[person.start : person.end].split()) > 1
    ]
    attribution = claim.attribution
    place = min(start for start, _ in (*attribution.source, *attribution.content))
    is_open = not attribution.cue or claim.claimant.surface.lower() in lexicon.grammar.third_subjects
    named_last = [first for start, first in first_names if start <= place][-1:]
    others = {person.last for person in persons if place - _NEAR <= person.start < place and person.last not in words}
    return {
        "namesakes": min(len({first for _, first in first_names} - {words[0]}), _MOST) / _MOST,
        "namesake named last": float(len(words) > 1 and bool(named_last) and named_last[0] != words[0]),
        "rivals": min(len(others), _MOST) / _MOST if is_open else 0.0,
    }
