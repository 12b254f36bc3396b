"""Nouns of bodies, “the charity”: each leads to the one that its text means, or to nobody where two may be meant."""

from __future__ import annotations

import pytest

from tests.digests.speakers.test_speakers import read

CASES = [
    ("Profits at Danish brewer Holmby rose.\n\nSales were strong, {the brewer} said.", "Holmby"),
    ("Supermarket chain Brightway hires.\n\n{The chain} said the jobs were permanent.", "Brightway"),
    ("Tarvex has sold more, {Tarvex} said. Tarvex grew, helped by Converx. {The sports giant} said so.", "Tarvex"),
    ("Shares in Tarvex Foods rose.\n\n{The US cards to travel giant} said so. Tarvex Foods grew.", "Tarvex Foods"),
    ("Passengers slept at Brunby airport after the fog. {The airport} said so.", "Brunby airport"),
    ("The Larn Wildlife Trust has bought a wood. It is big.\n\n{The trust} said so.", "Larn Wildlife Trust"),
    ("{Harlow Steel} said no, the union Unitas said. {The union} said so.", "Unitas"),
    ("The Larn Rights Front planned a march. {The Larn Rights Front} said so. Police sat. {The rights group} said so.",
     "Larn Rights Front"),
    ("{A US insurer} has said it will pay.\n\nHarbor Mutual will do so soon. The insurer is old.", "Harbor Mutual"),
    ("{One of the world’s rating agencies} says so.\n\nBo & Ek’s has grown. The agency is old.", "Bo & Ek’s"),
    ("No cap is due, {the elections watchdog} said.\n\nLarn Commission chairman Bo sat.", "Larn Commission"),
    ("India’s carmaker Marti rose. Rain fell. {The company, majority-owned by Ann Bo,} said so.", "Marti"),
]  # fmt: skip
DOUBTFUL = [
    ("Two fought: the Larn Wildlife Trust and the Belsk Bird Society. {The charity} said so.", "The charity"),
    ("Tarvex sat. Swiss watchmaker Lunor, a rival, rose. Tarvex fell. {The firm} said so.", "The firm"),
    ("Alto Foods and the Larn Trust have met. {The foundation} said so.", "The foundation"),
    ("Ryanair ordered planes from Boeing. {The plane maker} said so.", "The plane maker"),
    ("Rivals Alto Foods and Larn Bank met. {The rival bank} said so.", "The rival bank"),
    ("The firm Alto is new. It bought the studio Skyfold. {The software giant} said so.", "The software giant"),
    ("{A US firm} said it would build a dam.\n\nBelsk lies to the north.", "A US firm"),
    ("Larn rose. {The US firm} said so.", "The US firm"),
    ("Norwegian Minister for the Sea Ann Bo met a Norwegian diver. {The Norwegian team} said so.",
     "The Norwegian team"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), CASES)
def test_a_noun_leads_to_the_body_it_stands_for(text: str, name: str) -> None:
    """A noun of a body is the one that the text shows to be of that kind, or that it is about."""
    assert read(text)[-1].name == name


@pytest.mark.parametrize(("text", "name"), DOUBTFUL)
def test_a_noun_of_two_bodies_is_left_as_it_is(text: str, name: str) -> None:
    """Where a second body may be meant, or none is, a noun stays the words that it is."""
    assert read(text)[-1].name == name


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Alto Foods cuts jobs. {Executives for Alto} met workers. {The company} says so.", "Alto Foods"),
        ("{Lawyers for the Larn Trust} said so.", "Lawyers for the Larn Trust"),
        ("{Palestine police} say they received a call. A man was held in Texas.", "Palestine police"),
        ("{Palestine police} say so. The Palestinian Authority left.", "Palestinian police"),
        ("{Ukraine’s military} said so. Roads shut.", "Ukrainian military"),
        (
            "Ann Bo, interim CEO of the Larn Trust Association, left. {the Larn Trust Association} wrote.",
            "Larn Trust Association",
        ),
    ],
)
def test_people_and_towns_are_no_other_body(text: str, label: str) -> None:
    """“The company” is no body's executives, and a town's police stand as they are where no state is told of."""
    assert read(text)[-1].label == label
