"""What somebody only grants is not printed without what that one sets against it."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from digests.lines.meaning.contrasts import is_only_granted
from tests.make import spoken

CONTENT = "the old pier had its charm"


@pytest.mark.parametrize(
    ("text", "cue", "granted"),
    [
        ("Ida Holm conceded that {c} but implied that it was a danger.", "conceded", True),
        ("Ida Holm is acknowledging that {c} — but she wants it gone.", "is acknowledging", True),
        ("Ida Holm said {c}, but argued that it was a danger.", "said", True),
        ("Ida Holm said {c}, but added that it was a guess.", "said", True),
        ("Ida Holm said {c} but later acknowledged that it was a guess.", "said", True),
        ("Ida Holm said {c}, but declined to say more.", "said", False),
        ("Ida Holm ruled {c} but did not rule who pays.", "ruled", True),
        ("Ida Holm admitted that {c}. But, she told the crews, it must go.", "admitted", True),
        ("While Ida Holm has often said {c}, her staff tear down its planks.", "has often said", True),
        ("The work began even as Ida Holm said {c}.", "said", True),
        ("Even though Ida Holm said {c}, she voted against it.", "said", True),
        ("While Ida Holm was fond of it, saying {c}, she voted against it.", "saying", True),
        ("Ida Holm, while saying {c}, voted against it.", "saying", True),
        ("Ida Holm described how {c} but said that it was an exception.", "described", True),
        ("Ida Holm described how {c}, though it has lost its roof.", "described", False),
        ("While Bo Ek was fond of it, Ida Holm said {c}.", "said", False),
        ("While Ida Holm said {c}, the fishermen argue that it is rotten.", "said", False),
        ("The work began, though Ida Holm said {c}.", "said", False),
        ("While fond of boats, Ida Holm said {c}.", "said", False),
        ("Ida Holm said {c}, but 40 boats have left.", "said", False),
        ("Ida Holm said {c}, but added no detail.", "said", False),
        ("Ida Holm conceded that {c}. The council meets on Monday.", "conceded", False),
    ],
)
def test_what_is_only_granted_is_told_from_what_is_meant(text: str, cue: str, granted: bool) -> None:
    """Words with a contrast of the same speaker behind them, or within a conceding clause, are only granted."""
    body = text.format(c=CONTENT)

    assert is_only_granted(spoken(body, CONTENT, "Ida Holm", cue), body, ENGLISH) is granted
