"""Claims of one word, asked together, answer as each of them would alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digests.models import Claim, SourcedClaim
from digests.relations import Candidates, facts_of_all
from digests.relations.similarity import may_relate
from tests import make

WORDS = st.sampled_from("bridge closed river flood market repaired soldiers killed wounded harbour convoy town".split())
TEXTS = st.lists(WORDS, max_size=14).map(lambda words: " ".join(["shelters", *words]))


def claim(number: int, text: str) -> Claim:
    """A claim; every third is a denial, every other one gives a figure."""
    kind = "saying" if number % 3 else "denial"
    return make.claim(f"{number} {text}", f"c{number}", kind=kind)


@given(st.lists(TEXTS, min_size=1, max_size=12), TEXTS, st.booleans(), st.booleans())
def test_all_at_once_answer_as_each_alone(texts: list[str], other: str, denies: bool, counts: bool) -> None:
    """Whether one of some claims may be related to another one does not depend on how they are asked."""
    group = facts_of_all(SourcedClaim(claim(n, text), make.article()) for n, text in enumerate(texts))
    [asked] = facts_of_all([SourcedClaim(claim(1, other), make.article())])
    terms = sorted(asked.terms)
    alone = any(may_relate(facts, terms, denies=denies, counts=counts) for facts in group)
    assert Candidates("shelter", group).may_relate(terms, denies=denies, counts=counts) == alone
