"""What a text is about: how much its names speak, all together, for each country, province and district."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from digests.models import Place
from digests.places.gazetteer import PlaceName

#: No more places than these are weighed for one name.
_WEIGHED = 24
#: How fast a place loses its share of a name's voice with each power of ten that it is less likely.
_FALL = 0.9
#: What voices count for a place's country, its province, its district, and what lies in that: many news articles are
#: about a country and name others, but hardly any is about a province and names its namesakes elsewhere.
_LEVELS = (0.4, 1.6, 1.5, 0.5)
#: How much a whole voice of a text with few names is worth beside none.
_VOICE = 50.0
#: A place that the text tells apart speaks with more than one voice.
_TOLD = 2.0
#: Less than this is what rounding leaves.
_LEAST = 1e-6

Candidate = tuple[PlaceName, Place]


class Context:
    """The voices of a text's names for what their places lie in."""

    def __init__(
        self, candidates: Mapping[str, Sequence[Candidate]], certain: Sequence[Place], peoples: Sequence[Place]
    ) -> None:
        self._votes: Counter[int] = Counter()
        self._voices: dict[str, dict[int, float]] = {}
        self._whole = _TOLD * len(certain) + len(peoples) + len(candidates)
        self._count(certain, _TOLD)
        self._count(peoples, 1.0)
        for key, pairs in candidates.items():
            self._voices[key] = votes = _votes(pairs[:_WEIGHED])
            self._votes.update(votes)

    def _count(self, places: Iterable[Place], voice: float) -> None:
        for place in places:
            self._votes.update(dict.fromkeys((place.id, *place.ancestors), voice))

    def support(self, key: str, place: Place) -> float:
        """How much likelier a place is, in powers of ten, for what the other names of the text speak for."""
        voice, votes = self._voices.get(key, {}), self._votes
        chain = place.ancestors if place.kind == "city" else (place.id, *place.ancestors)
        total = 0.0
        for place_id, level in zip(reversed(chain), _LEVELS, strict=False):
            vote = votes.get(place_id, 0.0) - voice.get(place_id, 0.0)
            if vote > _LEAST:
                total += level * math.log10(1 + _VOICE * vote * vote / self._whole)
        return total


def _votes(pairs: Sequence[Candidate]) -> dict[int, float]:
    """One name's voice, shared among what its places lie in and are."""
    if not pairs:
        return {}
    best = max(name.prior for name, _ in pairs)
    shares = [10 ** (_FALL * (name.prior - best)) for name, _ in pairs]
    whole = sum(shares)
    votes: dict[int, float] = {}
    for (_, place), share in zip(pairs, shares, strict=True):
        for place_id in (place.id, *place.ancestors):
            votes[place_id] = votes.get(place_id, 0.0) + share / whole
    return votes
