"""A text is read as what it says: its words of weight, what it negates, and its mood."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.relations.statements.propositions import read_proposition


@pytest.mark.parametrize(
    ("text", "signs", "mood"),
    [
        ("that it had captured the town", {"control": 1}, "fact"),
        ("its troops have not captured the town", {"control": -1}, "fact"),
        ("inspectors cannot enter the plant", {"enter": -1, "plant": 1}, "ability"),
        ("the border would stay open", {"open": 1}, "future"),
        ("the border would be shut", {"open": -1}, "future"),
        ("the border is not closed", {"open": 1}, "fact"),
        ("nobody in the town was killed", {"die": -1}, "fact"),
        ("turnout was no higher than in May", {"turnout": 1}, "fact"),
        ("the firm may leave", {"stay": -1}, "open"),
        ("the firm would get no more money", {"money": -1}, "future"),
        ("they said “No more attacks” at once", {"attack": 1}, "fact"),
        ("the port is closed until further notice", {"open": -1}, "fact"),
        ("all planned flights were cancelled", {"run": -1}, "fact"),
        ("oil was still leaking from the tanker", {"run": 1, "leak": 1}, "fact"),
        ("he was free and had not been arrested", {"arrest": -1}, "fact"),
    ],
)
def test_propositions(text: str, signs: dict[str, int], mood: str) -> None:
    """A text's words of weight are read with what it negates, and whether it tells a fact."""
    says = read_proposition(text, ENGLISH)
    assert signs.items() <= says.signs.items()
    assert says.mood == mood
