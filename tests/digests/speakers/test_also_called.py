"""Offices that a text calls by another word: “the lawmaker” is the senator, unless another lawmaker is about."""

from __future__ import annotations

import pytest

from digests.lexicon import ENGLISH
from tests.digests.speakers.test_speakers import read

PAIRS = [(noun, title) for noun, titles in ENGLISH.persons.also_called.items() for title in titles if title != noun]


INITIALS = ENGLISH.persons.initial_titles.keys() | {"ceo"}


def _spoken(title: str, noun: str, between: str) -> str:
    office = " ".join(word if word == "of" else word.capitalize() for word in title.split())
    noun = noun.upper() if noun in INITIALS else noun
    return f"{{{office} Robin Roe}} said the tax would rise. {between} {{The {noun}}} said the house had met."


@pytest.mark.parametrize(("noun", "title"), PAIRS)
def test_another_word_for_an_office_leads_to_its_only_holder(noun: str, title: str) -> None:
    """“The lawmaker” is the senator whom the text has named, in small letters and as initials."""
    first, second = read(_spoken(title, noun, "The house met on Monday."))
    assert (first.name, second.name) == ("Robin Roe", "Robin Roe")


@pytest.mark.parametrize(("noun", "title"), [pair for pair in PAIRS if pair[0] not in INITIALS])
def test_it_leads_to_nobody_where_the_text_has_brought_in_another(noun: str, title: str) -> None:
    """“A lawmaker” whom the text does not name may be who is meant."""
    second = read(_spoken(title, noun, f"A Larn {noun} had asked for it on Monday."))[1]
    assert second.name != "Robin Roe"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{Sen. Ann Roe} said so. Rep. Carl Dunmore sat. {The lawmaker} said no.", "The lawmaker"),
        ("{Attorney General Ann Roe} said so. The court met. {The lawyer} said no.", "The lawyer"),
        ("{District Attorney Ann Roe} said so. The court met. {The lawyer} said no.", "The lawyer"),
        ("{Former senator Ann Roe} said so. The house met. {The lawmaker} said no.", "The lawmaker"),
        ("{Mr Carl Dunmore, the chair,} said so. The board met. {The chairwoman} said no.", "The chairwoman"),
        ("{Sen. Ann Roe} said so. Bo’s lawyer sat. {The Larn lawmaker} said no.", "The Larn lawmaker"),
    ],
)
def test_another_word_is_left_alone_where_it_may_mean_another(text: str, name: str) -> None:
    """Two holders, an office that only sounds alike, a former one, another gender or a place: nobody is named."""
    assert read(text)[-1].name == name
