"""Who somebody is where an office stands apart from the name: for several at once, behind an aside, by a surname."""

from __future__ import annotations

import itertools

import pytest

from tests.digests.speakers.test_speakers import read

LATER = " It rained in Belsk. {{{last}}} said the pier would close."
SEVERAL = (
    "{office}s Anna {last} and Peter Orr left.",
    "{office}s Peter Orr and Anna {last} left.",
    "{office}s Peter Orr (L) and Anna {last} (R) left.",
    "{office}s Carl Ek, Anna {last} and Peter Orr left.",
    "Peter Orr and Anna {last}, {lower}s in Belsk, left.",
    "Peter Orr and Anna {last}, both {lower}s in Belsk, left.",
    "Former {lower}s Anna {last} and Peter Orr left.",
    "The {lower}s of Larn, Anna {last} and Peter Orr, left.",
)
OFFICES = ("Pro-ferry activist", "Harbour minister", "Larn councillor", "Opposition lawmaker", "Board member")
ASIDES = (
    "The {office} (pictured), Anna {last}, left.",
    "The {office}, and member of the Green Party (GP), Anna {last}, left.",
    "The {office}, who was freed in May, Anna {last}, left.",
    "A {office} who was freed in May, Anna {last}, left.",
    "The Larn {office} (LHB), Dr Anna {last}, left.",
    "Anna {last} ({office}) left.",
    "Anna {last}, Jr., the {office}, left.",
)
PLACED = ("mayor of Belsk", "head of the Harbour Board", "minister for trade", "former ambassador to Norway")
SURNAMES = ("Abu Amin", "de la Cruz", "van der Holm", "al-Amin", "Holm-Orr")
CALLED = ("{surname} is the {office}.", "{surname}, the {office}, left.")


@pytest.mark.parametrize(("office", "frame"), list(itertools.product(OFFICES, SEVERAL)))
def test_each_of_several_has_the_office_of_all(office: str, frame: str) -> None:
    """“Activists A and B”, “A and B, both activists”: each is an activist."""
    lower = office if office.startswith("Larn") else office.lower()
    label = read(frame.format(office=office, lower=lower, last="Holm") + LATER.format(last="Holm"))[-1].label
    assert label.startswith("Anna Holm (")
    assert lower.split()[-1] in label


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holm met the activists. {Holm} said so.",
        "Brothers Anna Holm and Peter Orr left. {Holm} said so.",
        "The activists met Anna Holm and Peter Orr. {Holm} said so.",
        "Anna Holm, and the economists, left. {Holm} said so.",
        "Anna Holm spoke. Peter Orr, economists said, left. {Holm} said so.",
        "Ferries Anna Holm and Peter Orr sank. {Holm} said so.",
    ],
)
def test_whoever_is_not_of_the_group_has_nothing_of_it(text: str) -> None:
    """A group beside a name is not what its bearer is, and kin tell nothing without whose."""
    assert read(text)[-1].label == "Anna Holm"


@pytest.mark.parametrize(("office", "frame"), list(itertools.product(PLACED, ASIDES)))
def test_an_aside_parts_no_office_from_its_bearer(office: str, frame: str) -> None:
    """Brackets, a relative clause, a second role or a “Jr.” may stand between an office and a name."""
    label = read(frame.format(office=office, last="Holm") + LATER.format(last="Holm"))[-1].label
    assert label.startswith("Anna Holm (")
    assert office in label


def test_a_clause_with_another_office_is_left_alone() -> None:
    """In “The mayor of Belsk, who met the minister, Anna Holm, left” it may be either who is named."""
    label = read("The mayor of Belsk, who met the trade minister, Anna Holm, left. {Holm} said so.")[-1].label
    assert "mayor" not in label


@pytest.mark.parametrize(("surname", "frame"), list(itertools.product(SURNAMES, CALLED)))
def test_a_surname_of_several_parts_leads_to_an_office(surname: str, frame: str) -> None:
    """“Abu Amin is the head of …” tells who Anna Abu Amin is."""
    called = frame.format(surname=surname[0].upper() + surname[1:], office="head of the Larn Group")
    assert read(f"{{Anna {surname}}} told the paper. {called}")[0].label == f"Anna {surname} (head of the Larn Group)"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They met ousted Prime Minister Anna Holm. {Holm} said so.", "Anna Holm (ousted Prime Minister)"),
        ("They met deposed Larn President Anna Holm. {Holm} said so.", "Anna Holm (deposed Larn President)"),
        ("They met jailed opposition leader Anna Holm. {Holm} said so.", "Anna Holm (jailed opposition leader)"),
        ("MEC for Harbours and Roads, Anna Holm, left. {The MEC} said so.", "Anna Holm (MEC for Harbours and Roads)"),
    ],
)
def test_an_office_is_not_more_than_its_bearer_has(text: str, label: str) -> None:
    """Whoever was ousted is no prime minister; an office by its initials is one."""
    assert read(text)[-1].label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("“It is late,” said {Anna Holm, Larn Hospital}. It rained.", "Anna Holm (Larn Hospital)"),
        ("“It is late,” said {Anna Holm, LRB}. It rained.", "Anna Holm (LRB)"),
        ("{Anna Holm, Larn River Board,} said so.", "Anna Holm (Larn River Board)"),
        ("“It is late,” said {Anna Holm, Norway}. It rained.", "Anna Holm"),
        ("“It is late,” said {Anna Holm, QC}. It rained.", "Anna Holm"),
        ("{Anna Holm, Belsk,} said so.", "Anna Holm"),
    ],
)
def test_a_body_alone_behind_a_speaker_is_theirs(text: str, label: str) -> None:
    """A body between a name and a stop tells whose the speaker is; a state, a town or letters of rank do not."""
    assert read(text)[0].label == label
