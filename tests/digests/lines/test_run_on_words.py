"""Words that hold two sentences, or but one item of a list, make no line."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.meaning.leaning import hangs
from tests.make import spoken


@pytest.mark.parametrize(
    ("words", "is_glued"),
    [
        ("the school would grow too big City schools Director Ann Orr Bo expects to sell it", True),
        ("the mill was shut County fire Chief Ann Orr says it burned", True),
        ("the crews liked the City police chief Ann Orr Bo has hired", False),
        ("the fire began at the Larn Rescue Center at Orla Hills in Belsk and spread", False),
        ("the school would grow too big, City schools Director Ann Orr Bo expects", False),
    ],
)
def test_two_sentences_with_a_lost_stop_are_no_statement(words: str, is_glued: bool) -> None:
    """Where a body and whoever speaks for it begin a clause right behind a whole one, a full stop was lost."""
    text = f"Ida Holm said {words}."

    assert hangs(spoken(text, words, "Ida Holm", "said"), text, ENGLISH) is is_glued


@pytest.mark.parametrize(
    ("following", "is_listed"),
    [
        ("$2 million from tolls. The rest is lent.", True),
        ("20 percent from tolls.", True),
        ("40 crews were sent home.", False),
        ("The council meets on Monday.", False),
    ],
)
def test_the_first_item_of_a_list_is_not_told_alone(following: str, is_listed: bool) -> None:
    """A sum of which the next sentences tell the other parts would seem to be the one part."""
    words = "the gap of $5 million could be closed so: $1 million by selling the pier"
    text = f"Ida Holm said {words}. {following}"

    assert hangs(spoken(text, words, "Ida Holm", "said"), text, ENGLISH) is is_listed
