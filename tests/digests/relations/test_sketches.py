"""Sketches pass over most claims that are not related, and over none that may be."""

from __future__ import annotations

from typing import Literal

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from digests.figures import find_figures
from digests.models import SourcedClaim
from digests.relations import ClaimFacts, Sketches, facts_of_all, sketch_of
from digests.relations.similarity import near
from tests import make

WORDS = st.sampled_from("bridge closed river flood market repaired people soldiers killed wounded harbour town".split())
Drawn = tuple[list[str], Literal["saying", "denial"], bool]
KINDS: st.SearchStrategy[Literal["saying", "denial"]] = st.sampled_from(["saying", "denial"])
CLAIMS = st.tuples(st.lists(WORDS, max_size=14), KINDS, st.booleans())


def facts(number: int, text: str, kind: Literal["saying", "denial"] = "saying") -> ClaimFacts:
    """A claim of an article of its own."""
    article = make.article(text, id=f"a{number}")
    claim = make.claim(text, f"c{number}", of=article, kind=kind)
    [read] = facts_of_all(
        [SourcedClaim(claim.model_copy(update={"figures": find_figures(text, 0, len(text))}), article)]
    )
    return read


def may_relate(first: list[ClaimFacts], second: list[ClaimFacts]) -> list[list[bool]]:
    """What the sketches of two lots of claims say of each pair."""
    mine, others = (Sketches([sketch_of(one) for one in lot]) for lot in (first, second))
    numbers, places = np.indices((len(first), len(second))).reshape(2, -1)
    return mine.may_relate(numbers, others, places).reshape(len(first), -1).tolist()


@given(st.lists(CLAIMS, min_size=1, max_size=6), st.lists(CLAIMS, min_size=1, max_size=6))
def test_nothing_is_passed_over_that_may_be_related(first: list[Drawn], second: list[Drawn]) -> None:
    """Whatever claims are near in words is so by their sketches."""
    lots = [
        [facts(n, f"{40 * counts or 'the'} {' '.join(words)} shelters", kind) for n, (words, kind, counts) in numbered]
        for numbered in (enumerate(first), enumerate(second, start=100))
    ]
    answers = may_relate(*lots)
    missed = [
        (one.claim.passage.exact, other.claim.passage.exact)
        for one, row in zip(lots[0], answers, strict=True)
        for other, answer in zip(lots[1], row, strict=True)
        if near(one, other) and not answer
    ]
    assert missed == []


def test_what_is_on_other_things_is_passed_over() -> None:
    """Of a hundred claims that share two words with one of ten, no more than a few have to be read."""
    claims = [facts(n, " ".join(["shelters closed", *(f"w{n}x{i}abc" for i in range(8))])) for n in range(101)]
    [answers] = may_relate(claims[:1], claims[1:])
    assert sum(answers) <= 3
