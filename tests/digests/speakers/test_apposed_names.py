"""Names set off behind a description of somebody new: “One of the drivers, Sol Ream”, “Another gym, Larn Fitness”."""

from __future__ import annotations

import pytest

from tests.digests.speakers.test_speakers import read

PEOPLE = ["men", "women", "drivers", "organisers", "nurses", "students", "residents", "two fishermen"]
BODIES = ["gym", "charity", "shop", "company", "hospital", "restaurant", "school", "agency"]


def _several(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


@pytest.mark.parametrize("noun", [*PEOPLE, "women at the rally"])
@pytest.mark.parametrize("lead", ["One of the", "One of his"])
def test_one_of_several_people_is_called_by_the_name_behind_them(lead: str, noun: str) -> None:
    """A name that nothing else tells is a person's where it is one of several people's."""
    claimant = read(f"Two buses burnt. {{{lead} {noun}, Sol Ream}}, said they had left early.")[0]
    assert (claimant.name, claimant.type) == ("Sol Ream", "named person")


@pytest.mark.parametrize("noun", BODIES)
def test_another_body_is_called_by_the_name_behind_what_it_is(noun: str) -> None:
    """“Another gym” is no unnamed source where its name follows."""
    article = "An" if noun[0] in "aeiou" else "A"
    for lead in (f"Another {noun}", f"{article} {noun}", f"One of the {_several(noun)}"):
        claimant = read(f"Two shops shut. {{{lead}, Larn Rowans}}, reported eight cases.")[0]
        assert (claimant.name, claimant.type) == ("Larn Rowans", "named body")


def test_one_of_those_is_a_person() -> None:
    """“Those” who did or underwent something are people."""
    assert read("{One of those turned back, Sol Ream}, said they had a permit.")[0].name == "Sol Ream"


@pytest.mark.parametrize(
    "source",
    [
        "Another opponent, Larn Council",  # the noun is one for a person, the name a body's
        "Two residents, Sol Ream and Ib Larn",
        "A town, Larn Bay",
        "One of the first signs, Larn Bay",
    ],
)
def test_a_name_of_another_kind_than_the_description_is_not_taken(source: str) -> None:
    """Where the noun and the name do not go together the words of the source stay."""
    assert read(f"Two buses burnt. {{{source}}}, said it had left early.")[0].name == source


def test_who_has_been_named_so_is_known_later() -> None:
    """The last name alone means whom the text has so named."""
    claimants = read("{One of the men, Sol Ream}, said it was a prop. {Ream} said they had a permit.")
    assert [claimant.name for claimant in claimants] == ["Sol Ream", "Sol Ream"]
