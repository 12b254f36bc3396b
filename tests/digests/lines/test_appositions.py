"""What a thing is called behind a speaker is no part of what was said."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.reporting.narrator.appositions import is_apposition


@pytest.mark.parametrize(
    ("said", "rest", "named"),
    [
        ("The dam is dry", "a forecast that her aides had not seen", True),
        ("The dam met every rule", "rules she has broken since", True),
        ("“It was a slow job,”", "a job for a careful man", True),
        ("The dam is dry", "a third of it", False),
        ("The dam", "the largest it has", False),
        ("The army shut two bridges", "its latest show of might", True),
        ("The army shut two bridges", "Belsk’s latest show of might", True),
        ("The dam is dry", "the greater part of it", False),
        ("If the dam is dry", "the fields will be too", False),
        ("The dam is dry", "and it has no gate", False),
        ("The crews may stay", "a policy that could fill the port", True),
        ("The crews may stay", "a good many of them", False),
    ],
)
def test_a_thing_is_told_from_words(said: str, rest: str, named: bool) -> None:
    """Only a name for the words, or for what the speaker does with a thing, is the narrator's."""
    text = f"{said}, Ida Holm said, {rest}."
    spans = [(text.index(part), text.index(part) + len(part)) for part in (said, rest)]

    assert is_apposition(spans, text, ENGLISH) is named
