"""Descriptions, lone quotations and single names lead to the one person whom the text gives."""

from __future__ import annotations

import pytest

from tests.digests.speakers.test_speakers import read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{Rima Solberg} spoke first. {The 61-year-old baker} said so.", "Rima Solberg"),
        ("Prof. Carl Dunmore sighed. {The tired professor} said so.", "Carl Dunmore"),
        ("Prof. Carl Dunmore met Prof. Anna Lindt. {The tired professor} said so.", "The tired professor"),
        ("Mayor Carl Dunmore sighed. {The former mayor} said so.", "The former mayor"),
        ("{Carl Dunmore} sighed. {The company} said so.", "The company"),
        ("{Carl Dunmore} sighed. {The old report} said so.", "The old report"),
    ],
)
def test_a_description_is_the_person_it_fits(text: str, name: str) -> None:
    """An age or a trade after somebody has come in means them; an office its one holder; a body or a thing nobody."""
    assert read(text)[-1].name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Lindt spoke. Her cousin Peter Lindt was there. {Lindt} said so.", "Anna Lindt"),
        ("Anna Lindt spoke. Her cousin Peter Lindt said no. It was late. {Lindt} left.", "Lindt"),
        (f"Anna Lindt spoke. {'It rained all day. ' * 20}Peter Lindt came. {{Lindt}} said so.", "Peter Lindt"),
        ("Peter Hahn and Otto Kern came. {Otto} said so.", "Otto Kern"),
        ("Prof. Bao Linh Tran opened the fair. {Bao} said so.", "Bao Linh Tran"),
    ],
)
def test_one_word_of_a_name_is_the_namesake_meant(text: str, name: str) -> None:
    """The namesake named in full last is meant, not somebody's kin; of two near by neither; a first word will do."""
    assert read(text)[-1].name == name
