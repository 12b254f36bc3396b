"""Signs beside a source that the likeliest cannot be meant: what he does then, a caption between, another clause."""

from __future__ import annotations

import pytest

from digests.models import Attribution
from digests.speakers.kinds import DOUBTFUL
from digests.speakers.resolve import resolve_speakers
from tests.digests.speakers.test_speakers import INDEX, read

_TEXT = "Ida Holm, the senator, spoke in Larn. Her husband, Per, came too. Holm said as {} left that it was late."


def _confidence(text: str) -> float:
    place = text.index("Holm said")
    attribution = Attribution(
        source=((place, place + 4),), cue=((place + 5, place + 9),), content=((text.index("that it"), len(text)),)
    )
    return resolve_speakers(text, [attribution], INDEX)[0].confidence


def test_who_is_called_he_beside_the_verb_is_not_she() -> None:
    """“Holm said as he left” is no saying of Ida Holm, though the text names no other Holm in full."""
    assert _confidence(_TEXT.format("he")) <= DOUBTFUL
    assert _confidence(_TEXT.format("she")) > DOUBTFUL


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{Prof. Carl Dunmore} spoke.\n\nAP/Getty Images.\n\nPeter Hahn waves in Larn.\n\n“No,” {he} added.", "Hahn"),
        ("{Carl Dunmore} runs for mayor. Dunmore met Ann Bo after {the candidate} had said so.", "Carl Dunmore"),
    ],
)
def test_whom_only_a_picture_shows_or_another_clause_is_about_is_not_meant(text: str, name: str) -> None:
    """What stands under a picture's credit is beside the text; a clause's “candidate” is not the sentence's subject."""
    assert name not in read(text)[-1].name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "As Carl Dunmore and Anna Lindt went north, they were met by crowds, {they} said.",
            "Carl Dunmore and Anna Lindt",
        ),
        ("As Carl Dunmore met Anna Lindt up north, they were met by crowds, {they} said.", "they"),
        ("{Her father, Brad, 39,} was late. “All are,” {he} said. Crowds came to the two, {they} said.", "they"),
    ],
)
def test_they_are_the_pair_of_their_sentence_and_never_one_man(text: str, name: str) -> None:
    """“They” are two whom their sentence joins and names alone; somebody's father, who was “he”, is not “they”."""
    assert read(text)[-1].name == name


def test_who_has_said_nothing_hardly_speaks_again() -> None:
    """A man named once, since whom a woman has spoken, is not “he” where another has spoken again and again."""
    story = "{Carl Dunmore} won. {Dunmore} ran. {Dunmore} sang. Peter Hahn, a nurse, came. "
    later = "{Anna Lindt} was glad. “We are proud,” {she} said. “I was lucky,” {he} said."
    assert read(story + later)[-1].name != "Peter Hahn"
    assert read("{Anna Lindt} was glad. Peter Hahn, a nurse, came. “I was lucky,” {he} said.")[-1].name == "Peter Hahn"


@pytest.mark.parametrize(
    ("text", "is_doubtful"),
    [
        ("Carl Dunmore founded Dunmore Group. Mr. Dunmore left. {Dunmore} said so.", True),
        ("Carl Dunmore founded Dunmore L.P. Mr. Dunmore left. {Dunmore} said so.", True),
        ("Carl Dunmore founded Dunmore Group. Mr. Dunmore left. {Mr. Dunmore} said so.", False),
        ("Carl Dunmore founded Dunmore Group. Dunmore left. {Dunmore} said so.", False),
        ("Carl Dunmore founded Alto Group. Mr. Dunmore left. {Dunmore} said so.", False),
    ],
)
def test_a_last_name_without_its_mr_may_be_the_firms(text: str, *, is_doubtful: bool) -> None:
    """Where a text has “Mr. Dunmore” and “Dunmore Group”, “Dunmore” alone is not sure to be the man."""
    assert (read(text)[-1].confidence <= DOUBTFUL) is is_doubtful
