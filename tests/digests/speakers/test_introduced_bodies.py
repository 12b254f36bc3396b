"""What a line says of a body that only its article tells of: its whole name for initials, and what it is."""

from __future__ import annotations

import itertools

import pytest

from tests.digests.speakers.test_speakers import read

NAMES = ("Larns Nyheter", "Haldbank", "Orvel Watch")
KINDS = ("newspaper", "charity", "Norwegian news agency", "state-owned broadcaster", "human rights watchdog")
FRAMES = (
    "{name}, a {kind}, is old. {{{name}}} said so.",
    "{name}, the {kind}, is old. {{{name}}} said so.",
    "The {kind} {name} is old. {{{name}}} said so.",
    "Norway’s {kind} {name} is old. {{{name}}} said so.",
    "It was told by {kind} {name} in May. {{{name}}} said so.",
    "{{{name}, a {kind},}} said so.",
)
AROUND = (
    ("{The semi-official Orvel news agency in Larn} said so. {Orvel} said.", "semi-official news agency in Larn"),
    ("The state-run Orvel news agency left. {Orvel} said so.", "state-run news agency"),
    ("{Orvel, which represents Larn’s nurses,} said so.", "which represents Larn’s nurses"),
    ("{Orvel, a maker of salt,} said so.", "maker of salt"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "frame"), list(itertools.product(NAMES, KINDS, FRAMES)))
def test_a_body_is_told_with_what_it_is(name: str, kind: str, frame: str) -> None:
    """An apposition or the noun before a name says what the body is."""
    label = read(frame.format(name=name, kind=kind))[-1].label
    assert label in {f"{name} ({kind})", f"{name} (Norway’s {kind})"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("{Human rights organization Amnesty International} said so.",
         "Amnesty International (Human rights organization)"),
        ("{The Norwegian newspaper Orvel Tidende} said so.", "Orvel Tidende (Norwegian newspaper)"),
        ("{ABC affiliate WRLN} said so.", "WRLN (ABC affiliate)"),
        ("{Orvel, a maker of salt,} said so.", "Orvel (maker of salt)"),
    ],
)  # fmt: skip
def test_a_name_is_parted_from_what_its_body_is(text: str, label: str) -> None:
    """What a source calls a body before or behind its name is no part of the name."""
    assert read(text)[-1].label == label


@pytest.mark.parametrize(("text", "told"), AROUND)
def test_words_around_a_body_say_what_it_is(text: str, told: str) -> None:
    """A noun behind the name with what stands before it, a clause of what it does, what it makes."""
    assert read(text)[-1].title == told


@pytest.mark.parametrize(
    "text",
    [
        "Orvel, a charity said, is shut. {Orvel Watch} said so.",
        "A day in the life of the world's busiest newspaper\n\n{Orvel} said so.",
        "Orvel Watch, the mayor and a charity left. {Orvel Watch} said so.",
        "Orvel Watch, which fell on Monday, left. {Orvel Watch} said so.",
        "According to Orvel, the high commission in Larn doesn't have an office. {Orvel} said so.",
        "According to Orvel, the harbour commission has been shut for years. {Orvel} said so.",
        "The board Orvel Watch left. {Orvel Watch} said so.",
        "The news agency Reuters left. {Reuters} said so.",
        "A deal between broadcaster and union Orvel Watch left. {Orvel Watch} said so.",
    ],
)
def test_nothing_is_told_of_a_body_that_the_text_does_not_say(text: str) -> None:
    """What stands beside a name by chance, tells of a day, or says of a well-known agency is no title."""
    assert read(text)[-1].title is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Roads, Refugees and Ferries Larn (RRFL) left. {RRFL} said so.", "Roads, Refugees and Ferries Larn"),
        ("Islands, Harbours and Ferries Larn (IHFL) left. {IHFL spokesman Carl Ek} said so.",
         "Carl Ek (spokesman, Islands, Harbours and Ferries Larn)"),
        ("The Larn Organisation for Ferry Research (TNV) met. {TNV} said so.", "Larn Organisation for Ferry Research"),
        ("The Larn Workers’ Party (PKV) met. {The PKV} said so.", "Larn Workers’ Party"),
        ("They wept in Larn Bay (ABP). {ABP} said so.", "ABP"),
        ("Mr Orr, Larn and the Ferry Board (FBL) met. {FBL} said so.", "Ferry Board"),
    ],
)  # fmt: skip
def test_initials_in_brackets_are_spelt_out(text: str, label: str) -> None:
    """Also those of a name with commas in it, and those of another language behind the noun of a body."""
    assert read(text)[-1].label == label
