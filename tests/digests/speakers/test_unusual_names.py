"""Names that are other words too, or are written otherwise, and names set off behind what their bearers are."""

from __future__ import annotations

import pytest

from digests.actors.persons import find_persons
from tests.digests.speakers.test_speakers import read

NAMES = [
    ("{Councillor May Dunmore} said so. {She} left.", "May Dunmore"),
    ("{Friday Osagie, a lawyer in Larn,} said so. {He} left.", "Friday Osagie"),
    ("It was cold. {Will Harrow} said so. {Harrow} left.", "Will Harrow"),
    ("{Sgt. Ruth March, of the harbour police,} said so. {She} left.", "Ruth March"),
    ("On the quay, the {welder June Okoro} said so. {Okoro} left.", "June Okoro"),
    ("{Deputy mayor Alden Park} said so. {He} left.", "Alden Park"),
    ("{Seo Min-jae, who sells eels,} said so. {Seo} left.", "Seo Min-jae"),
    ("{Park Ha-eun, a diver,} said so. {Park} left.", "Park Ha-eun"),
    ("{Volunteer Odell Brisk} said so. {The volunteer} left.", "Odell Brisk"),
    ("{Luz Elena Prado, the captain's aunt,} said so. {She} left.", "Luz Elena Prado"),
    ("{Harbour vendor Mirel Osk} said so. {He} left.", "Mirel Osk"),
    ("{Department of Roads and Harbours Commissioner Ola Lund} said so. {He} left.", "Ola Lund"),
    ("It was calm,” said {Carl January} with the Larn Fire Department. It rained, {January} said.", "Carl January"),
    ("{Ann Day, head of the spa,} said so. {Day} left.", "Ann Day"),
    ("It was late, said {Carl Town, a film teacher}. “We won,” {Town} said.", "Carl Town"),
    ("{Oslo mayor Ruth Plants} said so. {Plants} left.", "Ruth Plants"),
    ("Luc van den Brande met {Ida Holm}. {Holm} left.", "Ida Holm"),
    ("{Luc van den Brande} sat. “No,” {van den Brande} said.", "Luc van den Brande"),
    ("{chair of governors Rev. Ann Bellan} said so. {She} left.", "Ann Bellan"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_an_unusual_name_is_its_bearers(text: str, name: str) -> None:
    """A day, a month, “Will” or “Park” in a name leaves it one, whole, and who goes on speaking is known."""
    assert [claimant.name for claimant in read(text)] == [name, name]


UNKNOWN = [
    ("{Ferit Holm, Norway’s foreign minister,} said so.", "Ferit Holm"),
    ("{Sadeq Holm, Alto chief executive,} said so.", "Sadeq Holm"),
    ("“So it is,” said {Sadeq Holm, Larn's press officer}.", "Sadeq Holm"),
    ("{Tavarian Ambassador to Norway, Ammar Holm,} said so.", "Ammar Holm"),
    ("{Regional Commissioner of Larn, Godfri Holm} says so.", "Godfri Holm"),
    ("{Opposition leader, Godfri Holm,} said so.", "Godfri Holm"),
    ("After the lamps came to Larn, {Regional Commissioner of Larn, Godfri Holm} says so.", "Godfri Holm"),
    ("{A spokeswoman, Joike Holm,} said so.", "Joike Holm"),
]


@pytest.mark.parametrize(("text", "name"), UNKNOWN)
def test_a_given_name_that_no_list_has_is_known_by_the_office_beside_it(text: str, name: str) -> None:
    """Whose whoever speaks is, or the office that begins the sentence, shows a person, who goes by the last name."""
    assert [claimant.name for claimant in read(f"{text} {{Holm}} left.")] == [name, name]


@pytest.mark.parametrize(
    "lead", ["The mayor of Tarn, ", "Tarn’s mayor, ", "Its mayor, ", "The mayor of Tarn, and head of its port, "]
)
def test_whoever_is_named_behind_an_office_is_the_subject(lead: str) -> None:
    """“The mayor of Tarn, Jaimo Bark, has helped”: “he” behind it is not whoever spoke before."""
    text = f"{{Carl Holm, the mayor of Larn,}} said so.\n\n{lead}Jaimo Bark, has helped.\n\n“It is so,” {{he}} told us."

    assert [claimant.name for claimant in read(text)] == ["Carl Holm", "Jaimo Bark"]


def test_a_place_before_its_minister_is_nobody() -> None:
    """“In Sankt Gallen, Norway’s prime minister, …” names one person, who speaks, or none."""
    text = "In Sankt Gallen, Norway’s prime minister, {Ida Holm}, said so."

    assert [claimant.name for claimant in read(text)] == ["Ida Holm"]
    assert find_persons("In Sankt Gallen, Norway’s prime minister said so.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Will {Lund} leave?",
        "On Friday {Lund} said so.",
        "It was said on Sunday that {Lund} left.",
        "They met in March. {Lund} said so.",
    ],
)
def test_a_day_is_no_name(text: str) -> None:
    """A day or a month that tells when is no part of a name."""
    assert read(f"Ola Lund, a baker, is here. {text}")[-1].name == "Ola Lund"


SET_OFF = [
    (
        "{Tom Reed, the coach of Larn,} said so. {The player's agent, Bo Sandlin,} said so. {Sandlin} left.",
        "Bo Sandlin",
    ),
    ("{Tom Reed, a colonel,} spoke. {The boat's maker, Larn-based OSK,} said so.", "The boat's maker, Larn-based OSK"),
    ("{Ann Bellan} spoke. {Her colleague Blessing Uko} said so. {Uko} left.", "Blessing Uko"),
    ("{Ann Bellan} spoke. {Her Tavarian counterpart, Vasily Orsk,} said so. {Orsk} left.", "Vasily Orsk"),
    ("{Ann Bellan} spoke. {Her sister Lela, who lives in Larn,} said so.", "Ann Bellan’s sister Lela"),
    ("{Ann Bellan} spoke. {Her husband, Taro,} said so.", "Ann Bellan’s husband Taro"),
    ("“No,” said {the bride, Autumn Wells}. {Wells} left.", "Autumn Wells"),
    ("{Tavaria's envoy in Larn, Milka Dorn,} said so. {The envoy} left.", "Milka Dorn"),
    ("{Tom Reed, a captain,} spoke. {The boat's owner, Jaku a Lund,} said so.", "The boat's owner, Jaku a Lund"),
    ("{Alto Trams, which runs the line,} said so.", "Alto Trams"),
    ("{Larn councillor Iko Bell, said to be close to the mayor,} said so.", "Iko Bell"),
]


@pytest.mark.parametrize(("text", "name"), SET_OFF)
def test_who_is_named_behind_what_they_are_is_meant(text: str, name: str) -> None:
    """A name behind “the agent”, “her colleague” or “its maker” is the speaker's, and no earlier speaker is."""
    assert read(text)[-1].name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{Larn boss Tom Reed} said Yoel Wisk would miss it. {The striker} said so.", "The striker"),
        ("{A nurse} spoke. Tom Reed said a nurse had slept. {The nurse} said so.", "The nurse"),
        ("{The consul} spoke. {The skipper of the trawler} said so.", "The skipper of the trawler"),
        ("Tom Reed's brother, Al Reed, runs Tarn Foods, {which} said so.", "Tarn Foods"),
        ("Larn Falls councillors voted. Ann Bellan said no. {She} left.", "Ann Bellan"),
    ],
)
def test_what_fits_another_is_nobody_else(text: str, name: str) -> None:
    """A noun or a pronoun that another person may be, or no person, does not go to the last who spoke."""
    assert read(text)[-1].name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "{A nurse} spoke to Lund & Sandlin. Eva Sandlin left. {The chain, Lund & Sandlin,} said so.",
            "Lund & Sandlin",
        ),
        ("{Chairman Osk} spoke. The {league chairman Taro} said so. {He} left.", "Taro"),
        ("Chip Wells is here. {Wells} spoke. {He and the deputy mayor, Joy Lund,} said so.", "Chip Wells and Joy Lund"),
        ("{Ann Bellan} spoke. {His widow, Verona,} said so. Nobody else did. {She} left.", "His widow, Verona"),
        ("Vera Lund sued. Tom Reed called. {Tom Reed} spoke. Reed laughed. {She} said so.", "Vera Lund"),
        ("A document seen by the Larn Gazette is new. {The document} said so.", "The document"),
        ("Sunday {Okafor, of NATO,} said so.", "Sunday Okafor"),
        ("{Judge Ann Bellan KC} said so. {Bellan} left.", "Ann Bellan KC"),
        ("The house belongs to Abu Nasr Tolan, who is a driver. {Tolan} said so.", "Abu Nasr Tolan"),
    ],
)
def test_whoever_is_told_of_speaks(text: str, name: str) -> None:
    """Firms with a surname in them, joint speakers, widows and papers are each read as what they are."""
    assert name in read(text)[-1].name


@pytest.mark.parametrize(
    "text",
    [
        "{Ann Bellan} spoke. The counsel, Eva Lund, put it to the witness that he had debts. “No,” {she} replied.",
        "{Tom Reed} spoke. Professor Leo Tarn-Osk never left. He slept, {his aide, Noga Bel,} said. {She} left.",
        "{Aldo Grey, a writer,} said so. Tarn-Osk Bello was born in Larn and, according to {his son Amos}, was late.",
        "The guard called the mayor. {Aldo Grey} spoke. {Carris, which runs it,} said so. {He} left.",
        "Carris, which digs, is old. {Mayor Aldo Grey} spoke.\n\nWho pays? {Carris} says the passenger. {He} will pay.",
    ],
)
def test_whoever_spoke_before_is_not_meant_where_another_is(text: str) -> None:
    """Who replies is not who asked, and a “he” or “she” with another's gender, sentence or company is not theirs."""
    claimants = read(text)
    assert claimants[-1].name not in {"Eva Lund", "Leo Tarn-Osk", "Carris", "Aldo Grey’s son Amos"}
    assert claimants[-1].name != "Aldo Grey" or "Mayor" not in text


def test_of_two_described_in_a_sentence_nobody_is_announced() -> None:
    """“A trooper said …, and a prosecutor asked” does not make the trooper who is named next the prosecutor."""
    text = "A trooper testified, and {a prosecutor} asked him why. {Trooper First Class Dan Lofton} said so."
    assert read(text)[0].name == "a prosecutor"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Plaid Larn leader {Rhun ap Gwyl} said so. “No,” {he} said.", "Rhun ap Gwyl"),
        ("{Labour TD Seán Ó hOsk} said so. {Ó hOsk} left.", "Seán Ó hOsk"),
        ("{Pupil Zuzanna Mal} spoke. {She} left.", "Zuzanna Mal"),
        (
            "Ann Elm, a banker, is in. {Soren Loft} spoke. {Peter Bo} had confidence in Elm. {She} left.",
            "Ann Elm",
        ),
        ("Ed Loft spoke to a guard. Critics of {Mr Loft}, with {Mrs Bel} among them, met.", "Bel"),
        ("Al Tubbs, an informant, said a detective had lied. {The detective} denied it.", "The detective"),
        ("{The captain} spoke. {The first officer} replied.", "The first officer"),
        ("{A department spokesperson} called. {Sixth-class pupil Zuzanna Mal} spoke.", "A department spokesperson"),
    ],
)
def test_each_is_read_as_themselves(text: str, name: str) -> None:
    """A leader is not their party, a spokesperson not the next who speaks, and “she” not one further away."""
    claimants = read(text)
    assert name in {claimants[-1].name, claimants[0].name}
    assert claimants[-1].name != "Soren Loft"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{curator of mammals Dr Nick Elm} said so. {Keeper Hanna Price} said more.", "Nick Elm"),
        ("{Council President António Costa} said so.", "António Costa"),
        (
            "Ava Eal, a diver, won. {Ava Eal's coach, Joan Bos,} said so. {Her father, Mike,} said more.",
            "Her father, Mike",
        ),
        ("{Ann Khou} spoke. {Her brother Ziad, a lawyer,} said more.", "Ann Khou’s brother Ziad"),
        (
            "{Oksa Hryts} of Larn Elementary spoke. {Her husband, Taro,} did. {Ann Bellan} left.",
            "Oksa Hryts’s husband Taro",
        ),
        ("{Mayor Dan Lhat} spoke.\n\nThe king, {his office} said, would walk.", "his office"),
    ],
)
def test_whose_somebody_is_shows_or_is_left(text: str, name: str) -> None:
    """A name in a source is its head, and “her father” is nobody's where two women have been named."""
    assert name in {claimant.name for claimant in read(text)}
