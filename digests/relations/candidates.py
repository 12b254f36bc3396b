"""Claims that share a word of weight, asked together whether another one of that word may be related to one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from digests.relations.facts import ClaimFacts
from digests.relations.similarity import LEAST_SHARED, may_relate

_SHORT = int(1 / LEAST_SHARED)  #: of so many terms, the shared word is enough for a second look
_FEW = 4  #: claims that are sooner looked at one by one


class Candidates:
    """Some claims of one word, by their other words: only those are looked at that share another one, too."""

    def __init__(self, word: str, claim_facts: Sequence[ClaimFacts]) -> None:
        self._facts = claim_facts
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        self._short = [number for number, facts in enumerate(claim_facts) if len(facts.terms) <= _SHORT]
        for number, facts in enumerate(claim_facts if len(claim_facts) > _FEW else ()):
            for term in facts.terms:
                if term != word:
                    self._having[term].append(number)

    def may_relate(self, terms: Sequence[str], *, denies: bool, counts: bool) -> bool:
        """Whether one of the claims may be related to another one as far as that one's terms tell."""
        return any(may_relate(self._facts[n], terms, denies=denies, counts=counts) for n in self._near(terms))

    def _near(self, terms: Sequence[str]) -> Iterable[int]:
        """The numbers of the claims that may share enough of some terms."""
        if len(terms) <= _SHORT or len(self._facts) <= _FEW:
            return range(len(self._facts))
        shared = Counter(number for term in terms if term in self._having for number in self._having[term])
        sharing = (n for n, count in shared.items() if count + 1 >= self._least(n, terms))
        return [*sharing, *self._short]

    def _least(self, number: int, terms: Sequence[str]) -> float:
        return LEAST_SHARED * min(len(self._facts[number].terms), len(terms))
