"""What a line must not lose, by one lexicon."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.protected_words import has_protected, is_negated, opens_condition, undoes

HEDGES = ENGLISH.hedges


@pytest.mark.parametrize(
    ("words", "protected"),
    [
        ("which cost 40 houses", True),
        ("which cost thirteen houses", True),
        ("which cost twenty-five houses", True),
        ("which cost hundreds of houses", True),
        ("which wasn’t so", True),
        ("which nobody saw", True),
        ("which they declined to do", True),
        ("one of the houses", False),
        ("a town in the north", False),
    ],
)
def test_numbers_negations_and_hedges_are_protected(words: str, protected: bool) -> None:
    """Every number but “one” is, in digits or in words, and every word that turns a statement."""
    assert has_protected(words, ENGLISH) is protected


def test_a_number_in_words_may_be_left_out_where_it_only_describes() -> None:
    """Without spelled numbers, digits and negations stay protected."""
    assert not has_protected("an island of six villages", ENGLISH, spelled=False)
    assert has_protected("an island of 6 villages", ENGLISH, spelled=False)
    assert has_protected("an island of no villages", ENGLISH, spelled=False)


@pytest.mark.parametrize("word", sorted(HEDGES.negations | HEDGES.near_negations | HEDGES.restrictions))
def test_every_negation_is_one(word: str) -> None:
    """A word that turns a statement may have a clause after it in its reach."""
    assert is_negated(f"the bridge was {word} open", ENGLISH)


@pytest.mark.parametrize(
    ("words", "negated"),
    [("it isn't open", True), ("few came", True), ("a few came", False), ("it is open", False)],
)
def test_a_negation_may_be_an_ending_or_a_small_number(words: str, negated: bool) -> None:
    """“A few” are some, “few” are hardly any."""
    assert is_negated(words, ENGLISH) is negated


@pytest.mark.parametrize(
    ("words", "doubted"),
    [
        ("but that was denied", True),
        ("but also the mill", False),
        ("unless it rains", True),
        ("which could not be verified", True),
        ("which angered drivers", False),
    ],
)
def test_a_clause_may_take_back_what_was_said(words: str, doubted: bool) -> None:
    """Conditions, doubts and contradictions do; what is said in addition does not."""
    assert undoes(words, ENGLISH) is doubted


@pytest.mark.parametrize("word", sorted(HEDGES.conditions | HEDGES.opening_conditions | HEDGES.concessions))
def test_a_condition_opens_a_sentence(word: str) -> None:
    """What begins so has its main clause still to come."""
    assert opens_condition(f"{word.capitalize()} the bridge falls, the town is lost", ENGLISH)
    assert not opens_condition(f"The town is lost {word} the bridge falls", ENGLISH)
