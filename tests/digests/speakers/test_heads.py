"""The head of a source is its claimant: what stands behind it never is. Names and places are invented."""

from __future__ import annotations

import itertools

import pytest

from digests.models import Claimant
from tests.digests.speakers.test_speakers import read

NAMES = (
    "Elin Moorcroft", "Adunola Fashanu", "Tran Thi Hoa", "Xue Lanying", "Tomáš Hruška", "Björg Ketilsdóttir",
    "Ilinca Dragan", "Óscar Villareal", "Mehmet Yıldıray", "Siobhán Ní Ruairc", "Tane Waititi", "Kwabena Asante",
    "Haruka Mizushima", "Arjun Venkatesh", "Leilani Kahale", "Zsófia Berkes", "Fatou Diarra", "Nodira Rashidova",
    "Paris Halloran", "Jürgen van der Mark",
)  # fmt: skip
BODIES = (
    "the United Kingdom", "the United Nations", "Ukraine", "the Kremlin", "the World Bank", "the European Union",
    "NATO", "Amnesty International",
)  # fmt: skip
ASIDES = (
    ", of {body},", ", from {body},", ", in {body},", ", at {body},", ", with {body},", ", a lawyer for {body},",
    ", who works for {body},", ", a lawyer representing {body},",
)  # fmt: skip
FORMS = (
    "{{{name}{aside}}} said that the road was shut.",
    "“The road is shut,” said {{{name}{aside}}} on the hill.",
    "“The road is shut,” {{{name}{aside}}} told a paper.",
    "The road was shut, according to {{{name}{aside}}} and nobody came.",
)


def claimants(name: str) -> list[tuple[str, Claimant]]:
    """The claimants of all sentences in which somebody speaks whose body stands behind the name."""
    texts = [
        form.format(name=name, aside=aside.format(body=body))
        for form, aside, body in itertools.product(FORMS, ASIDES, BODIES)
    ]
    return [(text, read(text)[0]) for text in texts]


@pytest.mark.parametrize("name", NAMES)
def test_the_body_behind_a_name_is_not_the_claimant(name: str) -> None:
    """Whoever is “of”, “from” or “at” a body, or works for it, speaks in their own name, whatever it is."""
    wrong = [(text, claimant.name) for text, claimant in claimants(name) if claimant.name != name]
    assert not wrong


@pytest.mark.parametrize("body", BODIES[:3])
@pytest.mark.parametrize("name", NAMES[:4])
@pytest.mark.parametrize(
    "form",
    [
        "Speaking for {body}, {{{name}}} said so.",
        "Standing beside the head of {body}, {{{name}}} said so.",
        "On behalf of {body}, {{{name}}} said so.",
        "“So it is,” added {{{name}, a driver from {body}}}.",
        "{{{name}, a critic of {body},}} said so.",
        "{{{name}, whose brother leads {body},}} said so.",
        "It is so, according to {{{name} of {body}}}.",
        "{{{body}’s head of roads, {name},}} said so.",
        "In a letter to {body}, {{{name}}} said so.",
    ],
)
def test_whatever_body_stands_near_the_name_speaks(form: str, name: str, body: str) -> None:
    """A body in a participle's phrase, a relative clause or a description is not who speaks."""
    assert read(form.format(name=name, body=body))[-1].name == name


@pytest.mark.parametrize(
    "group",
    [
        "Officials in Port Amber, Mauritius",
        "Police in Rome, Georgia",
        "Survivors in Derrin, Libya",
        "Residents of Vilna, Ukraine",
        "Doctors at the hospital in Paris, France",
        "A spokeswoman for Emmanuel Macron",
        "A lawyer representing Donald Trump",
        "Emmanuel Macron’s neighbours in Lyon, France",
        "The mayor of Perth, Western Australia",
    ],
)
def test_a_group_is_not_the_place_that_it_is_in(group: str) -> None:
    """A description with the place it is in stays what it is, and is nobody in particular."""
    claimant = read(f"{{{group},}} said that the dam had cracked.")[0]
    assert claimant.actor_id is None
    assert claimant.name == group


@pytest.mark.parametrize(
    "source",
    [
        "A rival of Mayor Adunola Fashanu",
        "The widow of Senator Mehmet Yıldıray",
        "The man who shot Mayor Adunola Fashanu",
        "A letter to Mayor Adunola Fashanu",
        "Either a guard or Mayor Adunola Fashanu",
        "Everyone except Mayor Adunola Fashanu",
    ],
)
def test_whoever_is_told_of_by_another_is_not_who_speaks(source: str) -> None:
    """A name with its title behind “of”, “to”, “or” or within a relative clause is not the head of a source."""
    assert read(f"{{{source}}} said that the dam had cracked.")[0].name not in {"Adunola Fashanu", "Mehmet Yıldıray"}


@pytest.mark.parametrize(
    ("source", "members"),
    [
        ("France, Germany and Britain", ("state:fr", "state:de", "state:gb")),
        ("Emmanuel Macron, Ada Quill and Carl Dunmore", ("person:emmanuel-macron",)),
        ("the World Bank, the IMF and Amnesty International", ("org:world-bank", "org:imf")),
        ("Olena Marsh and Petra Voll", ("person:olena-marsh", "person:petra-voll")),
    ],
)
def test_those_who_speak_together_are_one_claimant(source: str, members: tuple[str, ...]) -> None:
    """A list of speakers is one claimant with all of its members, each of whom is known by their own id."""
    claimant = read(f"{{{source}}} said that the deal was near.")[0]
    assert claimant.actor_id is None
    assert claimant.name == source.removeprefix("the ")
    assert {*members} <= {*claimant.members}


@pytest.mark.parametrize(
    "source",
    [
        "both members — Kathia Gannon and Jeff Rader —",
        "Kathia Gannon and Jeff Rader",
        "Dock foreman Inka Quilca and Admiral Jeff Rader",
    ],
)
def test_one_of_two_is_not_who_speaks(source: str) -> None:
    """Where but one of two names is known to be a person's, that person has not said it alone."""
    assert read(f"{{{source}}} said so.")[0].name != "Jeff Rader"
    assert read("{Prime Minister and Party Leader Jeff Rader} said so.")[0].name == "Jeff Rader"


def test_the_end_of_a_list_brings_its_beginning() -> None:
    """Where only the end of a list was taken for the source, the claimant is the whole list."""
    assert read("In a joint note, France, {Germany and Britain} said so.")[0].name == "France, Germany and Britain"
    assert read("On Monday, {Germany and Britain} said so.")[0].name == "Germany and Britain"


def test_who_after_a_list_is_all_of_it() -> None:
    """“Who” after a list is everybody whom it names."""
    assert read("It was signed by Mali, Niger and France, {who} said so.")[0].name == "Mali, Niger and France"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The mayor of Bergen, Siri Holmgren,", "Siri Holmgren"),
        ("China's ambassador to Britain Liu Xinyi", "Liu Xinyi"),
        ("King Osric III", "Osric III"),
        ("Zviad Tolordava of the World Bank", "Zviad Tolordava"),
        ("Zviad Tolordava of the Larn Harbour Authority", "Zviad Tolordava"),
        ("The bank’s head of roads, Zviad Tolordava,", "Zviad Tolordava"),
        ("The Harbour Bank of Larn", "Harbour Bank of Larn"),
        ("“Big Tony” Marrow", "“Big Tony” Marrow"),
    ],
)
def test_whoever_holds_an_office_is_named(source: str, name: str) -> None:
    """An office with the place it is for, and then a name: the name is the claimant's."""
    assert read(f"{{{source}}} said so.")[0].name == name


def test_a_possessive_parts_two_names() -> None:
    """Somebody’s party does not take their first name."""
    text = "The plan comes as Justin Alder’s Liberals defend it. {The Liberals} accused them. {Liberals} said so."
    assert all("Justin" not in claimant.name for claimant in read(text))


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("It had 40 visitors, according to {people who know the count, representing a third of the town}.",
         "people who know the count"),
        ("{Two officials who saw it, speaking without leave,} said so.", "Two officials who saw it"),
        ("{Fishermen in Larn, a town that is losing its port,} said so.",
         "Fishermen in Larn, a town that is losing its port"),
    ],
)  # fmt: skip
def test_what_somebody_does_behind_a_comma_is_no_part_of_who_they_are(marked: str, name: str) -> None:
    """A participle behind a description tells how they speak, or goes on with what is said."""
    assert read(marked)[-1].name == name
