"""Offices and bodies with a small word inside, “Union of Nurses and Midwives”, told whole in any order."""

from __future__ import annotations

import itertools

import pytest

from tests.digests.speakers.test_speakers import read

NAMES = ("Ida Holm", "Yusuf Orr", "Wen Haoran")
BODIES = (
    "Larn Party for the People", "Bank of Larn", "Larn Institute for Peace", "Movement for the Coast",
    "Ministry of Trade and Fish", "Royal Bank of Larn", "Federation of Nurses and Midwives", "Alliance for Work",
    "Larn Chamber of Commerce",
)  # fmt: skip
ROLES = ("leader", "spokesman", "managing director", "chief economist", "chair")
BODY_FRAMES = (
    "{{{body} {role} {name}}} said so.",
    "“It is late,” said {{{body} {role} {name}}}.",
    "{{Former {body} {role} {name}}} said so.",
    "{{{name}, {role} of the {body},}} said so.",
    "{{{name}, {body} {role},}} said so.",
    "{{{name}, {body}’s {role},}} said so.",
    "{{{body}’s {role} {name}}} said so.",
    "{{{body}’s {role}, {name},}} said so.",
    "{{The {role} of the {body}, {name},}} said so.",
    "{{{name}, a {role} for the {body},}} said so.",
    "{name} is the {role} of the {body}. {{{last}}} said so.",
    "{body} {role} {name} spoke. {{{last}}} said so.",
)
OFFICES = (
    "Chief of Army Staff", "Chief of the General Staff", "Chief of Naval Operations", "Secretary of State for Work",
    "Minister for Work and Fish", "Minister of State for Trade", "Minister for Women and Equality",
    "Minister of Housing and Urban Affairs", "Director of Public Prosecutions", "Speaker of the House",
)  # fmt: skip
OFFICE_FRAMES = (
    "{{Norwegian {office} {name}}} said so.",
    "{{Norwegian {office} General {name}}} said so.",
    "At noon {{Norway’s {office} {name}}} said so.",
    "At noon {{Norway’s {office}, General {name},}} said so.",
    "{{{name}, Norway’s {office},}} said so.",
    "{{{name}, the {office} of Norway,}} said so.",
    "Norway’s {office} {name} spoke. {{{last}}} said so.",
)


def label(frame: str, name: str, **words: str) -> str:
    """How a sentence's last source is labelled."""
    return read(frame.format(name=name, last=name.rpartition(" ")[2], **words))[-1].label


@pytest.mark.parametrize("frame", BODY_FRAMES)
@pytest.mark.parametrize("body", BODIES)
def test_a_body_keeps_its_inner_words(frame: str, body: str) -> None:
    """Neither “People leader” nor “Larn’s managing director”, nor all of it as a name."""
    for role, name in zip(ROLES, itertools.cycle(NAMES), strict=False):
        told = label(frame, name, body=body, role=role)
        assert told.startswith(f"{name} (")
        assert body in told
        assert role in told


@pytest.mark.parametrize("frame", OFFICE_FRAMES)
@pytest.mark.parametrize("office", OFFICES)
def test_an_office_keeps_its_inner_words(frame: str, office: str) -> None:
    """“Chief of Army Staff” ends with no rank, and what a minister is of begins no name."""
    for name in NAMES:
        told = label(frame, name, office=office)
        assert told.startswith(f"{name} (")
        assert office in told
        assert "Norw" in told


@pytest.mark.parametrize(
    "office",
    [
        "Permanent Representative to the UN", "Ambassador to the UN", "UN Special Envoy for Larn",
        "UN Special Rapporteur on Torture", "UN High Commissioner for Refugees", "EU Commissioner for Trade",
        "European Commission Vice-President for Trade", "Shadow Secretary of State for Work and Pensions",
        "Leader of the Opposition", "Deputy Director-General of the Larn Trade Office",
        "Chairperson of the Human Rights Council of Larn", "Alto Vice President for Global Public Policy",
        "Alto Vice President for Public Affairs", "Commander-in-Chief of the Norwegian Armed Forces",
        "Centre for the Study of Peace director", "Larn Chamber of Commerce and Industry President",
        "Doctors Without Borders president", "Larn Institute for the Study of Tides fellow",
    ],
)  # fmt: skip
def test_an_office_is_whole_before_a_name_without_a_comma(office: str) -> None:
    """What it is for, on or to is part of it, and neither of the name nor all that is told."""
    assert read(f"{{{office} Ida Holm}} said so.")[0].label == f"Ida Holm ({office})"
    assert read(f"{{The {office} Ida Holm}} said so.")[0].label == f"Ida Holm ({office})"


@pytest.mark.parametrize(
    "text",
    [
        "{Spokeswoman for Mayor Ida Holm} said so.", "{Adviser to Larn Mayor Ida Holm} said so.",
        "{Lawyer for Ida Holm} said so.", "{Lawyer for Democrat Ida Holm} said so.",
        "{Ambassador for President Ida Holm} said so.", "{The lawyer for actor Ida Holm} said so.",
    ],
)  # fmt: skip
def test_whom_somebody_is_for_is_not_whoever_speaks(text: str) -> None:
    """A spokeswoman's mayor says nothing."""
    assert read(text)[0].name != "Ida Holm"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{Larn coast guard commandant Vice Admiral Ida Holm} said so.", "Ida Holm (Larn coast guard commandant)"),
        ("{Larn exercise director Brigadier General Ida Holm} said so.", "Ida Holm (Larn exercise director)"),
        ("{TD Markets director and senior economist Ida Holm} said so.",
         "Ida Holm (TD Markets director and senior economist)"),
        ("{Bank of Larn’s managing director for Tavarian rates and currency strategist, Ida Holm,} said so.",
         "Ida Holm (Bank of Larn’s managing director for Tavarian rates)"),
        ("{The Larn Trust for President Ida Holm} said so.", "Larn Trust for President Ida Holm"),
    ],
)  # fmt: skip
def test_ranks_and_second_offices_leave_the_first_whole(text: str, told: str) -> None:
    """A rank behind an office is left out, two offices are two of one person, and a president is no part of a body."""
    assert read(text)[0].label == told
