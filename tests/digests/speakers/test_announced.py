"""Whoever is described before they are named: “A judge ruled …” and then “Justice Petr Novotny said”. All invented."""

from __future__ import annotations

import pytest

from tests.digests.speakers.test_speakers import read

NAMED = [
    ("{A judge in Ostrava} said so.\n\nJudge Petr Novotny sent them home.", "Petr Novotny"),
    ("{A Larn judge} said so.\n\nJustice Petr Novotny sent them home.", "Petr Novotny"),
    ("{One former director} said so. {Ilmari Koskela} told a paper that he had left.", "Ilmari Koskela"),
    ("{A spokeswoman for the mayor} said so.\n\n“We will see,” {Paula Reyes} said.", "Paula Reyes"),
    (
        "{The deputy leader of the Larn guild} said so.\n\nSheikh {Omar Haddad} told a crowd that he hoped.",
        "Omar Haddad",
    ),
    ("{A former clerk} said so. It rained. The clerk, Anna Solheim, left.", "Anna Solheim"),
    (
        "{Larn’s police commissioner} says so.\n\n{The Larn Post} reports that Petr Novotny made the comment at noon.",
        "Petr Novotny",
    ),
    ("{The bishop} says so.\n\nPetr Novotny said this at a fair.", "Petr Novotny"),
    ("{Larn woman} says so.\n\nAnna Solheim, a Larn woman, spoke on Monday.", "Anna Solheim"),
]
NOBODY = [
    ("{A coach} said so. {Ann Bo}, whose son was hurt, said she was glad.", "A coach"),
    ("{A minister} said so. {Opposition leader Karla Stein} said that was wrong.", "A minister"),
    ("{A judge} said so. {Justice Minister Karla Stein} said that was wrong.", "A judge"),
    ("{A prosecutor} said so.\n\nIlmari Koskela was jailed in May.", "A prosecutor"),
    ("{A Larn District Court judge} said so.\n\nTax Court Judge {Petr Novotny} said no.", "A Larn District Court"),
    ("Two had drowned, {the coroner} said. Larn Coast Guard’s {Ilmari Koskela} said that.", "the coroner"),
    ("{The bishop} said so. Petr Novotny made the bread.", "The bishop"),
    ("{The bishop} said so. {The imam, Sheikh Omar Haddad,} said no.", "The bishop"),
    ("{A Liberal senator} said so.\n\nSenator {Petr Novotny}, a Conservative, said no.", "A Liberal senator"),
    ("{An official} said so. {Ilmari Koskela} said that he had left.", "An official"),
    ("{A spokesman for the mayor} said so. {Paula Reyes} said that she had left.", "A spokesman for the mayor"),
    ("Rima Solberg left. {The Ohio senator} said so. {Otto Kern} said no.", "The Ohio senator"),
    ("Ilmari Koskela came. {A director} said so. {Koskela} said that he had left.", "A director"),
    ("{A lawyer, who spoke on condition of anonymity,} said so. {Ilmari Koskela} said no.", "A lawyer, who spoke"),
]


@pytest.mark.parametrize(("marked", "name"), NAMED)
def test_a_description_is_who_is_named_next(marked: str, name: str) -> None:
    """One described by an office is the person whom the next sentences bring in for the first time in that office."""
    assert read(marked)[0].name == name


@pytest.mark.parametrize(("marked", "name"), NOBODY)
def test_a_description_is_not_just_anybody_named_next(marked: str, name: str) -> None:
    """Nobody takes a description who is another, does not speak, was there before or keeps their name back."""
    assert read(marked)[0].name.startswith(name)


def test_whom_a_pronoun_means_after_a_description_is_the_one_described() -> None:
    """“He said” after a description that the text fills later is the same person."""
    speakers = read("{A judge in Ostrava} said so. {He} said more.\n\nJudge Petr Novotny sent them home.")
    assert {speaker.name for speaker in speakers} == {"Petr Novotny"}
