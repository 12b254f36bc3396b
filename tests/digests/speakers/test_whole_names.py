"""Sentences made of names, bodies and frames: what is printed for a claimant is a whole phrase of the text."""

from __future__ import annotations

import itertools
import re

import pytest

from tests.digests.speakers.test_speakers import read

PAPERS = (
    "San Diego Dispatch",
    "Fort Anna Chronicle",
    "Port Elena Examiner",
    "Lake Charles Observer",
    "Los Carlos Mail",
)
DOUBLE = ("St. Martin Post-Advertiser", "St. Anna News-Mirror")
TOPICAL = (
    "National Institute on Coastal Erosion", "Council on Harbour Safety", "Larn Commission on Ferries",
    "House Select Committee on Salt", "Centre on the Northern Seas",
)  # fmt: skip
BODY_FRAMES = (
    "{{The {body}}} says the pier is shut.",
    "It rained in Belsk. On Monday {{the {body}}} said so.",
    "“It is shut,” {{the {body}}} said on Monday.",
    "According to {{the {body}}}, the pier is shut.",
    "A ferry sank in Holm\n{{The {body}}} said on Tuesday that it was late.",
)
SURNAMES = ("King", "Bishop", "Dean", "Judge", "Major")
FIRST_NAMES = ("Zofka", "Ilkay", "Runa", "Thandeka")
NAME_FRAMES = (
    "{first} {last} won the seat. {{Ms {last}}} said so.",
    "Larn MP {first} {last} won the seat. They met Ms {last}. {{Ms {last}}} said so.",
    "It rained. {{Pier owner {first} {last}}} said so, and Ms {last} left.",
)
JUDGES = ("Mr Justice Orr", "Mrs Justice Hollin", "Lord Justice Tarn", "Lady Justice Bellan", "Mr Justice Peter Orr")
LANDS = ("Norway", "Britain", "Japan", "Kenya")
ENVOYS = ("Liu Xin", "Oduya Bem", "Wen Haoran")
OFFICES = ("deputy director", "spokeswoman", "head", "vice president")
OWNERS = (
    "of Northern Larn’s pest control and prevention centre",
    "of the harbour, ferry and lighthouse board",
    "of the Belsk Institute on Coastal Erosion",
    "for the Larn Department of Work and Harbours",
    "of the association of owners in competitive parts of the trade in salted herring",
)
TITLE_FRAMES = (
    "{{{name}, {title},}} told the radio that it is late.",
    "{{{name}, the {title},}} said so. {{He}} left.",
    "In a letter to the president in May, {{{name}, the {title},}} said so.",
    "At a meeting with the mayor of Holm, {{{name}, the {title},}} said so.",
    "On a visit to the mayor on Friday, {{{name}, {title},}} said so.",
)
ENDS = re.compile(r"$|[,.;:]| (?:in|at|for|of)\b(?! the (?:trade|market))")


@pytest.mark.parametrize("body", [*PAPERS, *TOPICAL])
def test_a_body_has_its_whole_name(body: str) -> None:
    """No given name within a town's begins a paper's name, and no “on” ends a body's."""
    named = [read(frame.format(body=body))[0].name for frame in BODY_FRAMES]
    assert {name.removeprefix("The ").removeprefix("the ") for name in named} == {body}


def test_a_surname_that_is_a_title_too_stays_behind_its_first_name() -> None:
    """Who is called King or Bishop is printed by both names, and never by one of them twice."""
    wrong = []
    for frame, first, last in itertools.product(NAME_FRAMES, FIRST_NAMES, SURNAMES):
        text = frame.format(first=first, last=last)
        wrong += [(text, claimant.name) for claimant in read(text) if claimant.name != f"{first} {last}"]
    assert not wrong


def test_a_judge_or_an_envoy_has_their_whole_name() -> None:
    """A judge's style belongs to the name, and a land before an envoy's name does not."""
    judges = [(judge, f"The paper was sued. {{{judge}}} said so. {{{judge}}} left.") for judge in JUDGES]
    envoys = [
        (name, f"{{China’s ambassador to {land} {name}}} said so. {{{name.split()[0]}}} left.")
        for land, name in itertools.product(LANDS, ENVOYS)
    ]
    wrong = [(text, c.name) for name, text in (*judges, *envoys) for c in read(text) if c.name != name]
    assert not wrong


@pytest.mark.parametrize(
    "text",
    [
        "At a meeting with the mayor of Holm, {Fan Lindqvist} said so.",
        "It rained. After a visit to the president of Belsk Bank, {Fan Lindqvist} told the radio so.",
        "On a tour with Larn’s harbour director, {Fan Lindqvist} has said so.",
    ],
)
def test_whom_a_sentence_opens_with_is_another(text: str) -> None:
    """Somebody of whom a preposition speaks ahead of a subject is not the subject."""
    (claimant,) = read(text)
    assert (claimant.name, claimant.title, claimant.affiliation) == ("Fan Lindqvist", None, None)


def test_what_a_clause_goes_on_with_is_no_part_of_a_title() -> None:
    """A title ends before the subject of a clause without “that”."""
    for subject in ("the mayor", "a bank", "their paper"):
        (claimant,) = read(f"{{Fan Lindqvist, a leading critic of the deal {subject} has made,}} said so.")
        assert claimant.title == "leading critic of the deal"


def test_a_paper_of_two_words_is_nobody() -> None:
    """No saint and no half of a paper's name is printed for it."""
    halves = [read(f"It rained. {{The {name}}} said so.")[0].name.removeprefix("The ") for name in DOUBLE]
    assert halves == list(DOUBLE)


def test_a_title_ends_where_its_phrase_ends() -> None:
    """A title is of its bearer, begins with the office, and is not ended before an “and” or “of” within a name."""
    wrong = []
    for frame, office, owner in itertools.product(TITLE_FRAMES, OFFICES, OWNERS):
        text = frame.format(name="Fan Lindqvist", title=f"{office} {owner}")
        title = read(text)[0].title or ""
        rest = text.replace("{", "").replace("}", "").partition(title)[2]
        if not (title.startswith(office) and ENDS.match(rest)):
            wrong.append((text, title))
    assert not wrong


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "{Eric Woolf, who worked for Gov. Ann Orr before she left, and guided Bo Dunmore to victory,} spoke.",
            "Eric Woolf",
        ),
        ("{Rich Heff, an aide who helped in Ann Orr’s win and is now running Bo Dunmore’s fleet,} spoke.", "Rich Heff"),
        ("Fires burn, according to {the Larn Forest Bureau Web site}.", "Larn Forest Bureau"),
    ],
)
def test_a_clause_about_others_and_a_site_are_no_part_of_a_name(text: str, name: str) -> None:
    """Whom somebody guided or works for does not speak with them."""
    assert read(text)[-1].name == name


def test_a_name_of_three_short_words_is_called_by_its_first() -> None:
    """“Bak Jong Sun”, of whom nothing else tells that it is a person's name, is “Bak” where that one speaks."""
    text = "Bak Jong Sun warned Larn on Monday. “I will go,” Bak said. Bak, who is 40, had left. {Bak} said so."
    assert read(text)[-1].label == "Bak Jong Sun"


def test_an_initial_needs_no_point() -> None:
    """“S Niran Dunmore” is whoever is called “Dunmore” then, and not another Dunmore of whom was told before."""
    text = "Mayor Jago Dunmore left. Member S Niran Dunmore spoke. Dunmore, who is 40, came. {S Niran Dunmore} said so."
    assert read(text)[-1].label.startswith("S Niran Dunmore")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("{The director of the Larn Board (LB), Rashed K Dunmore,} spoke.",
         ["Rashed K Dunmore (director of the Larn Board)"]),
        ("{The chairman of LBX, Anas Mohamed Dunmore,} spoke. {The LBX chairman} left.",
         ["Anas Mohamed Dunmore (chairman of LBX)", "Anas Mohamed Dunmore (chairman of LBX)"]),
        ("{Health Minister Datuk Seri Dr Dzul Dunmore} spoke.", ["Dzul Dunmore (Health Minister)"]),
        ("{Works commissioner Engr. Kabir Dunmore} spoke.", ["Kabir Dunmore (Works commissioner)"]),
        ("{Tan Sri Muhyi Dunmore} spoke.", ["Muhyi Dunmore"]),
        ("{President Joko “Joki” Dunmore} spoke. {Joki} left.",
         ["Joko Dunmore (President)", "Joko Dunmore (President)"]),
        ("{Mayor Rodri (Digo) Dunmore} spoke. {Digo} left.", ["Rodri Dunmore (Mayor)", "Rodri Dunmore (Mayor)"]),
        ("{State roads secretary MK Dunmore} spoke.", ["MK Dunmore (State roads secretary)"]),
        ("{The chairman of Norland’s Roads and Reform Commission Shan Dunmore} spoke.",
         ["Shan Dunmore (chairman of Norland’s Roads and Reform Commission)"]),
        ("{the Roads Ministry spokesman Dr. Shan Dunmore} spoke.", ["Shan Dunmore (Roads Ministry spokesman)"]),
        ("{Norland’s Ministry of Roads spokeswoman Shan Dunmore} spoke.",
         ["Shan Dunmore (Norland’s Ministry of Roads spokeswoman)"]),
        ("{Larn-based activist Ibra Dunmore via Skype} spoke.", ["Ibra Dunmore (Larn-based activist)"]),
        ("Prime Minister Dunmore Shan Ro met minister Ida Dunmore. {PM Dunmore} spoke.",
         ["Dunmore Shan Ro (Prime Minister)"]),
        ("{LRP spokesperson Commissioner Shan Dunmore} spoke.", ["Shan Dunmore (LRP spokesperson)"]),
        ("{High court judge Justice Shan Dunmore} spoke.", ["Shan Dunmore (High court judge)"]),
        ("{Larn Police Commissioner Shan Dunmore} spoke.", ["Shan Dunmore (Larn Police Commissioner)"]),
        ("Larn Chief Minister Shebaz Dunmore left. {CM Shebaz} spoke.", ["Shebaz Dunmore (Larn Chief Minister)"]),
        ("{Mamo, a seven-year-old help,} spoke.", ["Mamo"]),
        ("{Ida Dunmore, the envoy's wife, went to Larn, where she met the Belsk Police}.",
         ["Ida Dunmore"]),
        ("The Larn High Court on Tuesday met. {The court} spoke.", ["Larn High Court"]),
        ("{The Larn-based OXO} spoke.", ["OXO"]),
        ("In the coup, which ousted then-President Evo Dunmore, two died. {Dunmore} spoke.",
         ["Evo Dunmore (then-President)"]),
    ],
)  # fmt: skip
def test_names_of_all_lands_are_told_from_what_stands_around_them(text: str, labels: list[str]) -> None:
    """Honorifics, nicknames, initials and the office of a named body are no part of a name, and lead back to it."""
    assert [claimant.label for claimant in read(text)] == labels


def test_a_longer_last_name_tells_namesakes_apart() -> None:
    """Where one of two is “Abu Dunmore” in an article, “Dunmore” is the other."""
    text = "{Jago Hassan Dunmore} spoke. {Sadeq Abu Dunmore} spoke. Abu Dunmore is the mayor. {Dunmore} left."
    assert [claimant.name for claimant in read(text)][::2] == ["Jago Hassan Dunmore", "Jago Hassan Dunmore"]
